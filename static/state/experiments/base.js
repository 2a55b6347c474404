/** The network and data that an experiment begins with, as facts to be told; and an axis before anything has run. */

import { LAB_BOOK } from "../../text/lab_book.js";
import { OWN_DATA } from "../../text/own_data.js";
import { tick } from "../../text/numbers.js";
import { dataName } from "../data_name.js";
import { alike, asGiven, settingText } from "../lab_book.js";
import { defaults, plainLayer } from "../settings.js";

/** @typedef {import("../../protocol/answers.js").AxisKind} AxisKind */
/** @typedef {import("../../protocol/answers.js").AxisValues} AxisValues */
/** @typedef {import("../../protocol/answers.js").ExperimentAxis} Axis */
/** @typedef {import("../settings.js").Catalogue} Catalogue */
/** @typedef {import("../settings.js").Settings} Settings */

const DECIDED = new Set(["seed", "data_seed", "stop_epochs", "speed"]); // by the experiment
const OF_LAYERS = new Set(["width", "depth", "depth_at_budget", "layers", "parameters"]);

/**
 * What is said of the base: what one asks for first, and what is not as usual; without what varies.
 *
 * @param {Settings} base those that are not as usual, or all @param {readonly string[]} varied names of axes
 * @param {Catalogue} catalogue @returns {{label: string, text: string}[]}
 */
export function factsOf(base, varied, catalogue) {
  const given = Object.entries(base).filter(([name]) => name in catalogue.fields),
    settings = { ...defaults(catalogue), ...Object.fromEntries(given) };
  settings.hidden = settings.hidden.map((/** @type {any} */ layer) => ({ ...plainLayer(layer.units), ...layer }));
  const gone = new Set([...DECIDED, ...varied, ...(varied.some((name) => OF_LAYERS.has(name)) ? ["hidden"] : [])]),
    whole = /** @type {import("../lab_book.js").Run} */ (/** @type {unknown} */ ({ settings, changed: null })),
    run = asGiven(whole, catalogue);
  return [catalogue.fields.dataset, ...alike([run], catalogue)]
    .filter(({ name }) => !gone.has(name))
    .map((field) => ({
      label: LAB_BOOK.settings[field.name] ?? field.label,
      text:
        field.name === "dataset"
          ? dataName(catalogue, settings.dataset, OWN_DATA.chosen)
          : settingText(run, field, LAB_BOOK.noMeaning),
    }));
}

/** An axis as a report will tell it. @param {AxisKind | undefined} kind @param {AxisValues} of @returns {Axis} */
export function axisOf(kind, { name, values }) {
  const text = (/** @type {number | string} */ value) =>
    kind?.choices.find((choice) => choice.value === value)?.label ??
    (typeof value === "number" ? tick(value) : value);
  return {
    name,
    label: kind?.label ?? name,
    unit: kind?.unit ?? "",
    scale: kind?.scale ?? "choice",
    values,
    texts: values.map(text),
  };
}

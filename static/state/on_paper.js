/** The settings as they are printed: all that say what this run is, and whatever else is not as usual. */

import { listed } from "../text/lists.js";
import { percent } from "../text/numbers.js";
import { dataName } from "./data_name.js";
import { featuresGiven } from "./inputs.js";
import { applies, same, worded } from "./settings.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Field} Field */
/** @typedef {import("../protocol/messages.js").Settings} Settings */

const ALWAYS = [
  "dataset",
  "features",
  "learning_rate",
  "optimizer",
  "batch_size",
  "activation",
  "loss",
  "initialization",
  "penalty",
  "data_seed",
  "seed",
];
const ELSEWHERE = ["hidden", "speed"]; // the picture has the layers; speed is no part of a run

/**
 * Labels and values, the most telling first.
 *
 * @param {Catalogue} catalogue @param {Settings} settings as they are in use
 * @param {string} own what own data are called @param {number} [inputs] of the data
 * @returns {[string, string][]}
 */
export function settingsOnPaper(catalogue, { ...settings }, own, inputs) {
  const { fields } = catalogue;
  settings.features = featuresGiven(catalogue, settings, inputs);
  const unusual = Object.values(fields).filter(
    ({ name, default: usual }) => ![...ALWAYS, ...ELSEWHERE].includes(name) && !same(settings[name], usual),
  );
  const telling = [...ALWAYS.flatMap((name) => fields[name] ?? []), ...unusual];
  const shown = telling.filter((field) => applies(field, settings) && settings[field.name] !== null);
  return shown.map((field) => [
    field.label,
    field.name === "dataset" ? dataName(catalogue, settings.dataset, own) : valueOf(field, settings[field.name]),
  ]);
}

/** @param {Field} field @param {any} value */
function valueOf(field, value) {
  if (field.kind === "number" || field.kind === "integer") {
    const text = worded(field, value);
    return field.unit === "%" && text !== field.zero ? percent(text) : text;
  }
  const labels = [value].flat().map((/** @type {string} */ each) => labelOf(field, each));
  return listed(labels);
}

/** @param {Field} field @param {string} value */
function labelOf({ options }, value) {
  return options.find((option) => option.value === value)?.label ?? value;
}

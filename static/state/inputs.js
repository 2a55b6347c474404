/** What the network is given of the data, in words: the twin of `features` in `server/run/shape.py`. */

import { formulaIn, isFormula } from "./data_name.js";
import { same } from "./settings.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("../protocol/frames.js").Data} Data */

const X1 = "x₁",
  X2 = "x₂"; // where inputs have no names
const OF_PLANE = /x[2₂]|[<>=≤≥≠]/i; // a formula that compares, or has x₂, is one of the plane; else of a line
const ALONG_X1 = ["x1", "x1_squared", "sin_x1"];

/**
 * A name for each input unit: features of one or two inputs, otherwise the inputs
 * themselves, of pictures by row and column.
 * @param {Catalogue} catalogue @param {Settings} settings @param {Data | null} data @returns {string[]}
 */
export function inputLabels(catalogue, settings, data) {
  const count = data?.inputs.length ?? 2;
  if (data && count > 2)
    return data.side
      ? data.inputs.map((_, at) => `${Math.floor(at / data.side) + 1}, ${(at % data.side) + 1}`)
      : data.inputs.map(({ name }) => name);
  const used = /** @type {string[]} */ (featuresGiven(catalogue, settings, count));
  return used.map((/** @type {string} */ value) => featureLabel(catalogue.fields.features.options, value, data));
}

/**
 * A feature by the names that the data's inputs have: “width²” for x₁².
 *
 * @param {import("./settings.js").Option[]} options @param {string} value @param {Data | null} data
 */
export function featureLabel(options, value, data) {
  const usual = options.find((option) => option.value === value)?.label ?? value,
    [first, second] = data?.inputs.map(({ name }) => name) ?? [];
  const hasNames = first !== undefined && (first !== X1 || (second ?? X2) !== X2);
  if (!hasNames) return usual;
  return usual
    .replace(X1 + X2, `${X1} · ${X2}`)
    .replace(/x₁|x₂/g, (input) => (input === X1 ? first : (second ?? input)));
}

/**
 * A name in two parts, of which only the first may be cut short: inputs of one column of texts, as “Embarked: C” and
 * “Embarked: Q”, differ in the second.
 * @param {string} name @returns {[string, string]}
 */
export function nameParts(name) {
  const at = name.lastIndexOf(": ");
  return at < 0 ? [name, ""] : [name.slice(0, at), name.slice(at)];
}

/**
 * The features that the network of these settings is given; null: it is given all inputs as they are. Where nothing
 * tells how many there are, as of own data that are not here, null also stands for the usual features.
 *
 * @param {Catalogue} catalogue @param {Settings} settings @param {number} [count] of inputs, where the data are here
 * @returns {string[] | null}
 */
export function featuresGiven({ fields }, { dataset, features }, count = inputsOf(fields.dataset.options, dataset)) {
  if (count === undefined) return same(features, fields.features.default) ? null : features;
  if (count > 2) return null;
  const given = features.filter((/** @type {string} */ value) => isGiven(value, count));
  return given.length ? given : ["x1"];
}

/** @param {import("./settings.js").Option[]} options @param {string} dataset */
function inputsOf(options, dataset) {
  if (isFormula(dataset)) return OF_PLANE.test(formulaIn(dataset)) ? 2 : 1;
  return options.find(({ value }) => value === dataset)?.inputs;
}

/** Whether a feature says anything of data with so many inputs. @param {string} feature @param {number} inputs */
export function isGiven(feature, inputs) {
  return inputs === 2 || (inputs === 1 && ALONG_X1.includes(feature));
}

/**
 * What the catalogue says of each setting, as controls need it: typed text read, values written, notches of sliders.
 */

import { readNumber } from "../text/numbers.js";

/**
 * @typedef {{value: string, label: string, formula: string, note: string, problem?: string, classes?: number,
 *   inputs?: number, available?: number | null, problems?: string[], needs?: string}} Option
 *   `available`: so many points and no more; `needs` names a setting that must not be 0
 */
/**
 * @typedef {object} Field one setting in the catalogue
 * @property {string} name @property {"number" | "integer" | "choice" | "features" | "layers"} kind
 * @property {string} group @property {string} label @property {string} help @property {string} unit
 * @property {"linear" | "log"} scale @property {number | null} step
 * @property {number | null} minimum @property {number | null} maximum @property {any} default
 * @property {"nothing" | "live" | "data" | "reshape" | "rebuild"} effect @property {Record<string, string[]>} when
 * @property {Option[]} options @property {string} [zero] the word for 0, where 0 switches something off
 * @property {string} [needs] a setting that must not be 0, or this one has no meaning
 */
/**
 * @typedef {{protocol: number, scheme: number, fields: Record<string, Field>, objectives: Option[],
 *   limits: {hidden_layers: number, units: number, table_bytes: number}}} Catalogue `objectives`: functions to race on
 */
/** @typedef {import("../protocol/messages.js").Settings} Settings */

const OWN = "own."; // how the names of own data begin …
export const FORMULA = "formula:"; // … and those of a formula's
const PER_DECADE = [1, 1.3, 1.6, 2, 2.5, 3, 4, 5, 6, 8];
const DECADES_ABOVE_ZERO = 6; // of a logarithmic slider whose leftmost notch is 0
const SHORTEST = 1e-4; // smaller numbers are written as powers of ten
const DIGITS = 7;

/** @param {Catalogue} catalogue @returns {Settings} */
export function defaults(catalogue) {
  return Object.fromEntries(Object.values(catalogue.fields).map((field) => [field.name, field.default]));
}

/** Whether two values of a setting are the same. @param {unknown} one @param {unknown} other */
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether a field has a meaning beside these settings. @param {Field} field @param {Settings} settings */
export function applies({ when, needs }, settings) {
  const fits = Object.entries(when).every(([name, values]) => values.includes(settings[name]));
  return fits && (!needs || settings[needs] !== 0);
}

/**
 * The settings that switch one on: at their defaults it has no meaning. A choice between equals switches nothing on,
 * for one of them has a meaning at the default already: points by share or by number.
 *
 * @param {Record<string, Pick<Field, "when" | "needs" | "default">>} fields @param {string} name @returns {string[]}
 */
export function switchesOf(fields, name) {
  const { when, needs } = fields[name],
    isOfEquals = (/** @type {string} */ other) =>
      Object.values(fields).some((each) => each.when[other]?.includes(fields[other].default));
  return [...Object.keys(when).filter((other) => !isOfEquals(other)), ...(needs ? [needs] : [])];
}

/**
 * The loss in use, and those that fit the data; one that does not fit gives way to the first that does.
 * @param {Catalogue} catalogue @param {Settings} settings @param {string} ownProblem of data of one's own
 * @returns {{loss: string, fitting: string[]}}
 */
export function fittingLoss({ fields }, settings, ownProblem) {
  const problem = fields.dataset.options.find(({ value }) => value === settings.dataset)?.problem ?? ownProblem;
  const fitting = fields.loss.options.filter(({ problems }) => problems?.includes(problem)).map(({ value }) => value);
  return { loss: fitting.includes(settings.loss) ? settings.loss : fitting[0], fitting };
}

/**
 * A hidden layer of so many units with nothing of its own: for the rest it follows the network's settings.
 *
 * @param {number} units
 */
export function plainLayer(units) {
  return { units, activation: null, dropout: null, normalization: null };
}

/** Whether these are a person's own data, uploaded or drawn. @param {Settings} settings */
export function isOwn({ dataset }) {
  return dataset.startsWith(OWN);
}

/**
 * Whether the data are a table or a drawing, which has as many points as it has.
 *
 * @param {{catalogue: Catalogue, settings: {readonly value: Settings}}} store
 */
export function hasItsOwnPoints({ catalogue, settings }) {
  const option = catalogue.fields.dataset.options.find(({ value }) => value === settings.value.dataset);
  return isOwn(settings.value) || Boolean(option?.available);
}

/** How many points are asked for in all, where each part has a number; otherwise 0. @param {Settings} settings */
export function asked({ split, training_samples: training, test_samples: test }) {
  return split === "counts" ? training + test : 0;
}

/** A number as the field shows it: a whole one, as a seed is, to its last digit. @param {number} value */
export function written(value) {
  const size = Math.abs(value);
  if (Number.isInteger(value)) return String(value);
  if (size < SHORTEST) return value.toExponential(3).replace(/\.?0+e/, "e");
  return String(Number(value.toPrecision(DIGITS)));
}

/** The same in a field that may have a word for 0. @param {Field} field @param {number} value */
export function worded(field, value) {
  return (value === 0 && field.zero) || written(value);
}

/**
 * The number someone typed, or null where the field cannot take it.
 * @param {Field} field @param {string} text
 */
export function typed(field, text) {
  if (field.zero && ["", field.zero].includes(text.trim().toLowerCase())) return 0;
  const value = readNumber(text.replace(/%\s*$/, ""));
  if (value === null || (field.kind === "integer" && !Number.isInteger(value))) return null;
  return value < (field.minimum ?? -Infinity) || value > (field.maximum ?? Infinity) ? null : value;
}

/** The values a logarithmic slider stops at, from least to most. @param {Field} field @returns {number[]} */
export function notches(field) {
  const most = field.maximum ?? 1,
    least = field.minimum || most / 10 ** DECADES_ABOVE_ZERO;
  const values = field.minimum === 0 ? [0, least] : [least];
  for (let power = Math.floor(Math.log10(least)); power <= Math.log10(most); power++) {
    values.push(
      ...PER_DECADE.map((head) => Number(`${head}e${power}`)).filter((value) => value > least && value < most),
    );
  }
  values.push(most);
  return field.kind === "integer" ? values.filter(Number.isInteger) : values;
}

/** Which notch is nearest to a value. @param {number[]} stops @param {number} value */
export function nearest(stops, value) {
  let best = 0;
  stops.forEach((stop, at) => {
    if (distance(stop, value) < distance(stops[best], value)) best = at;
  });
  return best;
}

/** On the slider, zero stands infinitely far from all else. @param {number} one @param {number} other */
function distance(one, other) {
  return one === other ? 0 : Math.abs(Math.log(one) - Math.log(other));
}

/** Without the dust of adding steps such as 0.1. @param {number} value */
function rounded(value) {
  return Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS));
}

/**
 * The value one notch or step away, as arrow keys in a number field ask for it.
 * @param {Field} field @param {number} value @param {1 | -1} by
 */
export function neighbour(field, value, by) {
  const bounded = (/** @type {number} */ wanted) =>
    Math.max(field.minimum ?? -Infinity, Math.min(field.maximum ?? Infinity, wanted));
  if (field.scale !== "log") return bounded(rounded(value + by * (field.step ?? 1)));
  const stops = notches(field),
    beyond = stops.filter((stop) => (by > 0 ? stop > value : stop < value));
  return bounded((by > 0 ? beyond[0] : beyond[beyond.length - 1]) ?? value);
}

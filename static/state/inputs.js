/** What the network is given of the data, in words: the twin of `features` in `server/run/shape.py`. */

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("../protocol/frames.js").Data} Data */

const X1 = "x₁",
  X2 = "x₂"; // where inputs have no names
const ALONG_X1 = ["x1", "x1_squared", "sin_x1"];

/**
 * A name for each input unit: features of one or two inputs, otherwise the inputs
 * themselves, of pictures by row and column.
 * @param {Catalogue} catalogue @param {Settings} settings @param {Data | null} data @returns {string[]}
 */
export function inputLabels({ fields }, { features }, data) {
  const count = data?.inputs.length ?? 2;
  if (data && count > 2)
    return data.side
      ? data.inputs.map((_, at) => `${Math.floor(at / data.side) + 1}, ${(at % data.side) + 1}`)
      : data.inputs.map(({ name }) => name);
  const along = features.filter((/** @type {string} */ value) => ALONG_X1.includes(value));
  const used = count === 2 ? features : along.length ? along : ["x1"];
  return used.map((/** @type {string} */ value) => featureLabel(fields.features.options, value, data));
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

/** Whether a feature says anything of data with so many inputs. @param {string} feature @param {number} inputs */
export function isGiven(feature, inputs) {
  return inputs === 2 || (inputs === 1 && ALONG_X1.includes(feature));
}

/** What the network is given of the data, in words: the twin of `features` in `server/run/shape.py`. */

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("../protocol/frames.js").Data} Data */

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
  return used.map(
    (/** @type {string} */ value) => fields.features.options.find((option) => option.value === value)?.label ?? value,
  );
}

/** Whether a feature says anything of data with so many inputs. @param {string} feature @param {number} inputs */
export function isGiven(feature, inputs) {
  return inputs === 2 || (inputs === 1 && ALONG_X1.includes(feature));
}

/** A band of curves as SVG paths: between a low and a high line, with gaps where there is no value. */

/** @typedef {(number | null)[]} Line */
/** @typedef {{x: (value: number) => number, y: (value: number) => number}} Scale from values to a picture */

/** A line that breaks where values are missing. @param {number[]} xs @param {Line} ys @param {Scale} scale */
export function linePath(xs, ys, { x, y }) {
  let path = "",
    isDown = false;
  ys.forEach((value, at) => {
    if (value !== null) path += `${isDown ? "L" : "M"}${x(xs[at]).toFixed(2)} ${y(value).toFixed(2)}`;
    isDown = value !== null;
  });
  return path;
}

/**
 * The area between two lines; where the high one is missing it reaches up to `top`.
 *
 * @param {number[]} xs @param {Line} low @param {Line} high @param {Scale} scale @param {number} top
 */
export function bandPath(xs, low, high, { x, y }, top) {
  const known = xs.map((_, at) => at).filter((at) => low[at] !== null);
  const point = (/** @type {number} */ at, /** @type {number | null} */ value) =>
    `${x(xs[at]).toFixed(2)} ${y(value ?? top).toFixed(2)}`;
  if (!known.length) return "";
  const there = known.map((at) => point(at, low[at])),
    back = known.reverse().map((at) => point(at, high[at]));
  return `M${[...there, ...back].join("L")}Z`;
}

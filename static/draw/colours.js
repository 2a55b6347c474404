/** The colours every picture shares: reads them from the page's properties and turns values into them. */

/** @typedef {readonly [number, number, number]} Rgb red, green, blue, 0 to 255 */
/**
 * @typedef {object} Palette
 * @property {Rgb} panel @property {Rgb} ink @property {Rgb} muted @property {Rgb} line @property {Rgb} accent
 * @property {Rgb} negative @property {Rgb} positive @property {Rgb} zero @property {Rgb[]} classes
 */

const NAMED = /** @type {const} */ (["panel", "ink", "muted", "line", "accent", "negative", "positive", "zero"]);
const FALLBACK = /** @type {Record<string, Rgb>} */ ({
  panel: [255, 255, 255],
  ink: [26, 29, 36],
  muted: [92, 99, 112],
  line: [222, 224, 229],
  accent: [79, 62, 208],
  negative: [238, 138, 29],
  positive: [11, 115, 183],
  zero: [247, 247, 245],
});
// Okabe and Ito's colours, told apart by people with any common colour vision, and two more for ten classes.
const OKABE_ITO = /** @type {Rgb[]} */ ([
  [230, 159, 0],
  [0, 114, 178],
  [0, 158, 115],
  [204, 121, 167],
  [86, 180, 233],
  [213, 94, 0],
  [240, 228, 66],
  [90, 90, 90],
  [107, 58, 30],
  [143, 111, 216],
]);

/**
 * @param {(property: string) => string} valueOf the resolved text of a colour property such as "--positive"
 * @returns {Palette}
 */
export function readPalette(valueOf) {
  const named = Object.fromEntries(NAMED.map((name) => [name, parseColour(valueOf(`--${name}`)) ?? FALLBACK[name]]));
  const classes = OKABE_ITO.map((colour, index) => parseColour(valueOf(`--class-${index}`)) ?? colour);
  return /** @type {Palette} */ ({ ...named, classes });
}

/**
 * @param {string} text #rgb, #rrggbb, rgb(…) or color(srgb …)
 * @returns {Rgb | null} null where it is none of them
 */
export function parseColour(text) {
  const value = text.trim();
  if (value.startsWith("#")) return parseHex(value.slice(1));
  const numbers = (value.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  if (numbers.length < 3) return null;
  const scale = value.startsWith("color(") ? 255 : 1;
  const [red, green, blue] = numbers.map((number) => Math.round(number * scale));
  return [red, green, blue];
}

/** @param {string} digits @returns {Rgb | null} */
function parseHex(digits) {
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  if (!/^[\da-f]{6,8}$/i.test(full)) return null;
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16));
  return [red, green, blue];
}

/**
 * The colour `share` (0 to 1) of the way from one to another.
 *
 * @param {Rgb} from @param {Rgb} to @param {number} share
 * @returns {Rgb}
 */
export function mix(from, to, share) {
  const blend = (/** @type {0 | 1 | 2} */ at) => Math.round(from[at] + (to[at] - from[at]) * share);
  return [blend(0), blend(1), blend(2)];
}

/** As CSS and canvases want it. @param {Rgb} colour @param {number} [alpha] */
export function css([red, green, blue], alpha = 1) {
  return alpha === 1 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${alpha})`;
}

/** As one opaque pixel of a little-endian Uint32Array over ImageData. @param {Rgb} colour */
export function pixel([red, green, blue]) {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

/**
 * The signed scale as a function: −1 all negative colour, 0 paper, 1 all positive colour.
 * @param {Palette} palette @param {number} value
 */
export function signedColour(palette, value) {
  const share = Math.min(1, Math.abs(value));
  return mix(palette.zero, value < 0 ? palette.negative : palette.positive, share);
}

/** The signed scale for map bytes: index 128 is zero. @param {Palette} palette */
export function signedTable(palette) {
  return Uint32Array.from({ length: 256 }, (_, byte) => pixel(signedColour(palette, (byte - 128) / 127)));
}

/**
 * The signed scale in `bands` flat steps a side, for the discretized map.
 *
 * @param {Palette} palette @param {number} bands
 */
export function bandedTable(palette, bands) {
  const band = (/** @type {number} */ value) => Math.ceil(Math.min(1, Math.abs(value)) * bands) / bands;
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    const value = (byte - 128) / 127;
    return pixel(signedColour(palette, value < 0 ? -band(value) : Math.max(band(value), 1 / bands)));
  });
}

/**
 * Probability of one class, for map bytes: paper at zero, the class's colour at one.
 * @param {Palette} palette @param {number} index
 */
export function chanceTable(palette, index) {
  const colour = classColour(palette, index);
  return Uint32Array.from({ length: 256 }, (_, byte) =>
    pixel(mix(palette.zero, colour, Math.max(0, (byte - 128) / 127))),
  );
}

/**
 * The winning class's hue, lighter where the win is narrow; one table for each class.
 * @param {Palette} palette @param {number} classes @param {boolean} flat whether every win counts as certain
 */
export function winnerTables(palette, classes, flat) {
  return Array.from({ length: classes }, (_, index) => {
    const colour = classColour(palette, index);
    return Uint32Array.from({ length: 256 }, (_, byte) => {
      const chance = Math.max(0, (byte - 128) / 127);
      const margin = Math.max(0, (chance - 1 / classes) / (1 - 1 / classes));
      return pixel(mix(palette.zero, colour, flat ? 0.85 : 0.2 + 0.75 * margin));
    });
  });
}

/** @param {Palette} palette @param {number} index */
export function classColour(palette, index) {
  return palette.classes[index % palette.classes.length];
}

/**
 * The colour of one data point.
 *
 * @param {Palette} palette @param {"binary"|"multiclass"|"regression"} problem @param {number} target
 * @param {number} scale
 */
export function targetColour(palette, problem, target, scale) {
  if (problem === "multiclass") return classColour(palette, target);
  if (problem === "binary") return target > 0.5 ? palette.positive : palette.negative;
  return signedColour(palette, target / scale);
}

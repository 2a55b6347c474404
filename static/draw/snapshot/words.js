/** The words of the page in a picture of it: each line where the browser broke it, and what stands in a field. */

import { placed } from "./boxes.js";
import { escaped, ink, short } from "../svg_text.js";

/** @typedef {import("./boxes.js").Box} Box */
/** @typedef {import("./boxes.js").Origin} Origin */

export const FOOT = 0.78; // of a line's box, down to the letters' foot
const WIDE = 6.2; // pixels at most, of a letter of the note
// Behind what a line may end: a word, a hyphen, and in Chinese or Japanese every sign, which is twice as wide.
const EAST_ASIAN = "\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef";
const WIDE_SIGN = new RegExp(`[${EAST_ASIAN}]`, "g");
const PIECES = new RegExp(`\\s*(?:[${EAST_ASIAN}]|[^\\s${EAST_ASIAN}-]*-+|[^\\s${EAST_ASIAN}-]+)`, "g");

/**
 * The lines a text is broken into, each where it stands.
 *
 * @param {Text} text @param {Element} parent @param {CSSStyleDeclaration} style @param {Origin} origin
 */
export function linesOf(text, parent, style, origin) {
  const lines = /** @type {{box: Box, text: string}[]} */ ([]),
    range = document.createRange();
  for (const { 0: found, index } of text.data.matchAll(PIECES)) {
    const word = found.trimStart();
    range.setStart(text, index + found.length - word.length);
    range.setEnd(text, index + found.length);
    const box = placed(range.getBoundingClientRect(), origin),
      line = lines[lines.length - 1];
    if (line && Math.abs(line.box.top - box.top) < 2) line.text += word === found ? word : ` ${word}`;
    else if (box.width) lines.push({ box, text: word });
  }
  const isLetter = parent.localName === "mi" && [...text.data.trim()].length === 1; // which formulas have in italics
  const slant = isLetter || style.fontStyle === "italic" ? ' font-style="italic"' : "";
  return lines.map(({ box, text: line }) => {
    const shown = style.textTransform === "uppercase" ? line.toUpperCase() : line;
    const turned =
      style.writingMode === "vertical-rl"
        ? ` transform="rotate(-90 ${short(box.left)} ${short(box.top + box.height)})"`
        : "";
    const [x, y] = turned
      ? [box.left, box.top + box.height + box.width * FOOT]
      : [box.left, box.top + box.height * FOOT];
    return words(shown, x, y, style, `font-size="${parseFloat(style.fontSize)}"${slant}${turned}`);
  });
}

/** The note's parts on as many lines as they need. @param {string} note @param {number} width */
export function wrapped(note, width) {
  return note.split(" · ").reduce((/** @type {string[]} */ lines, part) => {
    const last = lines.length - 1,
      longer = last < 0 ? part : `${lines[last]} · ${part}`,
      letters = longer.length + (longer.match(WIDE_SIGN)?.length ?? 0);
    return last >= 0 && letters * WIDE <= width ? [...lines.slice(0, last), longer] : [...lines, part];
  }, []);
}

/**
 * @param {string} text @param {number} x @param {number} y @param {CSSStyleDeclaration} style @param {string} [more]
 */
export function words(text, x, y, style, more = `font-size="${parseFloat(style.fontSize)}"`) {
  const weight = more.includes("font-weight") || style.fontWeight === "400" ? "" : ` font-weight="${style.fontWeight}"`;
  const looks = `font-family="${escaped(style.fontFamily)}"${weight} ${more} ${ink("fill", style.color)}`;
  return `<text x="${short(x)}" y="${short(y)}" ${looks}>${escaped(text)}</text>`;
}

/**
 * What can be typed or chosen is as good as written.
 *
 * @param {string} value @param {CSSStyleDeclaration} style @param {Box} box
 */
export function fieldOf(value, style, box) {
  const size = parseFloat(style.fontSize),
    isRight = ["right", style.direction === "rtl" ? "start" : "end"].includes(style.textAlign),
    x = isRight ? box.left + box.width - parseFloat(style.paddingRight) : box.left + parseFloat(style.paddingLeft);
  return words(
    value,
    x,
    box.top + box.height / 2 + size * 0.35,
    style,
    `font-size="${size}"${isRight ? ' text-anchor="end"' : ""}`,
  );
}

/**
 * The line between numerator and denominator.
 *
 * @param {Element} fraction @param {CSSStyleDeclaration} style @param {Origin} origin
 */
export function fractionOf(fraction, style, origin) {
  const [over, under] = [...fraction.children].map((part) => placed(part.getBoundingClientRect(), origin)),
    { left, width } = placed(fraction.getBoundingClientRect(), origin);
  const y = (over.top + over.height + under.top) / 2;
  const line = `M${short(left)} ${short(y)}H${short(left + width)}`;
  return `<path d="${line}" fill="none" ${ink("stroke", style.color)} stroke-width="1"/>`;
}

const OVER = 2; // pixels from a degree root's radicand up to its bar

/**
 * The sign of a root and the bar over what it is of, which browsers draw by themselves.
 *
 * @param {Element} root square, or with its degree as second child
 * @param {CSSStyleDeclaration} style @param {Origin} origin
 */
export function rootOf(root, style, origin) {
  const whole = placed(root.getBoundingClientRect(), origin),
    [inner, degree] = [...root.children].map((part) => placed(part.getBoundingClientRect(), origin));
  const isSquare = root.localName === "msqrt",
    left = isSquare ? whole.left : degree.left + 0.7 * degree.width;
  const top = isSquare ? whole.top + 1 : inner.top - OVER,
    bottom = whole.top + whole.height,
    [width, height] = [inner.left - left, bottom - top];
  const sign = [
    [0, 0.6],
    [0.25, 0.52],
    [0.55, 1],
    [0.95, 0],
  ].map(([x, y]) => `${short(left + x * width)} ${short(top + y * height)}`);
  const line = `M${sign.join("L")}H${short(whole.left + whole.width)}`;
  return `<path d="${line}" fill="none" ${ink("stroke", style.color)} stroke-width="1"/>`;
}

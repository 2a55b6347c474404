/** The boxes of the page in a picture of it: where each stands, with its background, its border and its outline. */

import { ink, short } from "../svg_text.js";

/** @typedef {{left: number, top: number, width: number, height: number}} Box */
/**
 * @typedef {{left: number, top: number, zoom: number}} Origin
 *   where the picture begins on the page, and how much larger the page shows it than it says
 */

/** @param {DOMRect} rect @param {Origin} origin @returns {Box} */
export function placed(rect, origin) {
  const { zoom } = origin;
  return {
    left: rect.left / zoom - origin.left,
    top: rect.top / zoom - origin.top,
    width: rect.width / zoom,
    height: rect.height / zoom,
  };
}

/** @param {Box} box */
export function place({ left, top, width, height }) {
  return `x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}"`;
}

/** Background and border. @param {CSSStyleDeclaration} style @param {Box} box */
export function frameOf(style, box) {
  const width = parseFloat(style.borderTopWidth) || 0,
    isRound = style.borderTopStyle !== "none" && ["Right", "Bottom", "Left"].every((side) => alike(style, side));
  const frame =
    isRound && width
      ? `${ink("stroke", style.borderTopColor)} stroke-width="${width}"${dashOf(style.borderTopStyle, width)}`
      : "";
  const fill = ink("fill", style.backgroundColor),
    inset = frame ? width : 0;
  const back =
    frame || !fill.endsWith('"none"') ? [rectangle(box, `${fill} ${frame}`, inset, style.borderTopLeftRadius)] : [];
  const gradient =
    /^linear-gradient/.test(style.backgroundImage) && style.backgroundSize === "auto"
      ? gradientOf(style.backgroundImage, box)
      : [];
  return [...back, ...gradient, ...(isRound ? [] : sidesOf(style, box)), ...outlineOf(style, box)];
}

/** @param {CSSStyleDeclaration} style @param {string} side */
function alike(style, side) {
  const of = (/** @type {string} */ name) => /** @type {any} */ (style)[name];
  return ["Width", "Style", "Color"].every((what) => of(`border${side}${what}`) === of(`borderTop${what}`));
}

/** Borders that are not the same all round, each a line. @param {CSSStyleDeclaration} style @param {Box} box */
function sidesOf(style, { left, top, width, height }) {
  const right = left + width,
    bottom = top + height,
    of = (/** @type {string} */ name) => /** @type {any} */ (style)[name];
  const ends = {
    Top: [left, top, right, top],
    Right: [right, top, right, bottom],
    Bottom: [left, bottom, right, bottom],
    Left: [left, top, left, bottom],
  };
  return Object.entries(ends).flatMap(([side, [x1, y1, x2, y2]]) => {
    const wide = parseFloat(of(`border${side}Width`)),
      kind = of(`border${side}Style`),
      line = `M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}`,
      looks = `${ink("stroke", of(`border${side}Color`))} stroke-width="${wide}"${dashOf(kind, wide)}`;
    return wide && kind !== "none" ? [`<path d="${line}" fill="none" ${looks}/>`] : [];
  });
}

/** @param {CSSStyleDeclaration} style @param {Box} box */
export function outlineOf(style, { left, top, width, height }) {
  const wide = parseFloat(style.outlineWidth) || 0,
    apart = parseFloat(style.outlineOffset) || 0,
    by = apart + wide;
  if (!wide || ["none", "auto"].includes(style.outlineStyle)) return [];
  const around = { left: left - by, top: top - by, width: width + 2 * by, height: height + 2 * by };
  return [
    rectangle(
      around,
      `fill="none" ${ink("stroke", style.outlineColor)} stroke-width="${wide}"${dashOf(style.outlineStyle, wide)}`,
      wide,
      "0",
    ),
  ];
}

/** @param {string} kind @param {number} width */
function dashOf(kind, width) {
  return kind === "dashed"
    ? ` stroke-dasharray="${short(width * 2.5)} ${short(width * 2)}"`
    : kind === "dotted"
      ? ` stroke-dasharray="${width} ${width}"`
      : "";
}

/** A key's bar from left to right. @param {string} image @param {Box} box */
function gradientOf(image, box) {
  const colours = image.match(/(rgba?|color|oklab|oklch)\([^)]*\)/g) ?? [],
    id = `shades-${Math.round(box.left)}-${Math.round(box.top)}`;
  const stops = colours.map(
    (colour, at) => `<stop offset="${short(at / Math.max(1, colours.length - 1))}" ${ink("stop-color", colour)}/>`,
  );
  return [
    `<linearGradient id="${id}">${stops.join("")}</linearGradient>`,
    rectangle(box, `fill="url(#${id})"`, 0, "4px"),
  ];
}

/**
 * @param {Box} box @param {string} inks @param {number} inset the width of the line around it @param {string} radius
 */
function rectangle(box, inks, inset, radius) {
  const inner = {
    left: box.left + inset / 2,
    top: box.top + inset / 2,
    width: Math.max(0, box.width - inset),
    height: Math.max(0, box.height - inset),
  };
  const round = radius.endsWith("%") ? (parseFloat(radius) / 100) * box.width : parseFloat(radius) || 0;
  return `<rect ${place(inner)}${round ? ` rx="${short(Math.min(round, inner.height / 2))}"` : ""} ${inks}/>`;
}

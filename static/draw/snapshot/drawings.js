/** A drawing of the page in a picture of it: copied with its style sheet's looks written into each part. */

import { ink, short } from "../svg_text.js";

/** @typedef {import("./boxes.js").Box} Box */

const INKS = /** @type {const} */ (["fill", "stroke"]);
/** What a shape looks like, and how it looks where nothing is said; letters have more. */
const SHAPE = {
  "stroke-width": "1px",
  "stroke-dasharray": "none",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  opacity: "1",
  "paint-order": "normal",
  "vector-effect": "none",
};
const LETTERS = {
  ...SHAPE,
  "font-family": "",
  "font-size": "",
  "font-weight": "400",
  "font-style": "normal",
  "text-anchor": "start",
  "dominant-baseline": "auto",
};

/** A drawing of the page with its style sheet's looks written into it. @param {SVGSVGElement} svg @param {Box} box */
export function inlined(svg, box) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true)),
    originals = [svg, ...svg.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((part, at) => dress(part, getComputedStyle(originals[at])));
  for (const [name, value] of Object.entries({ x: box.left, y: box.top, width: box.width, height: box.height }))
    copy.setAttribute(name, short(value));
  const comments = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT),
    found = [];
  while (comments.nextNode()) found.push(/** @type {Comment} */ (comments.currentNode));
  for (const comment of found) comment.remove();
  return new XMLSerializer().serializeToString(copy);
}

/** @param {Element} part @param {CSSStyleDeclaration} style */
function dress(part, style) {
  const looks = part.matches("text, tspan")
    ? LETTERS
    : part.matches("svg, g, clipPath, title")
      ? { opacity: "1" }
      : SHAPE;
  for (const [name, usual] of Object.entries(looks)) {
    const value = style.getPropertyValue(name);
    if (value === usual) part.removeAttribute(name);
    else part.setAttribute(name, value);
  }
  if (looks === SHAPE || looks === LETTERS) for (const name of INKS) dye(part, name, style);
  for (const name of ["class", "tabindex", "role", "aria-label"]) part.removeAttribute(name);
  if (!part.matches("image")) part.removeAttribute("style");
  if (style.display === "none") part.setAttribute("display", "none");
  if (part.matches("svg")) part.setAttribute("overflow", style.overflow === "visible" ? "visible" : "hidden");
}

/** @param {Element} part @param {"fill" | "stroke"} name @param {CSSStyleDeclaration} style */
function dye(part, name, style) {
  const colour = style.getPropertyValue(name),
    opacity = Number(style.getPropertyValue(`${name}-opacity`));
  for (const [, key, value] of ink(name, colour === "none" ? "transparent" : colour, opacity).matchAll(
    /([\w-]+)="([^"]*)"/g,
  ))
    part.setAttribute(key, value);
}

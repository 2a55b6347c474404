/** A part of the page as a picture of its own: what is drawn there and written there, without what one presses. */

import { painterOf } from "./canvas.js";
import { recorded } from "./recording.js";
import { frameOf, outlineOf, place, placed } from "./snapshot/boxes.js";
import { inlined } from "./snapshot/drawings.js";
import { fieldOf, FOOT, fractionOf, linesOf, rootOf, words, wrapped } from "./snapshot/words.js";
import { ink, parts as partsOf } from "./svg_text.js";

/** @typedef {import("./snapshot/boxes.js").Box} Box */
/** @typedef {import("./snapshot/boxes.js").Origin} Origin */
/**
 * @typedef {{title?: string, note?: string}} Words
 *   what stands above the picture, unless it says so itself, and below it
 */

// Nothing to press in a picture, but for what is a part of it all the same (`data-drawn`);
// nor what only helps to use it (`data-unsaved`).
const CONTROLS =
  ":is(button, select, input, textarea, label, summary):not([data-drawn]), [hidden], .unseen, [data-unsaved]";
const MARGIN = 8; // pixels around
const LINE = 20; // pixels high, of the title …
const NOTE = 16; // … and a line of the note

/**
 * Vector lines and text wherever the page has them; only what is made of pixels (heat maps) is a bitmap inside of it.
 * @param {HTMLElement} root @param {Words} [words] @returns {{svg: string, width: number, height: number}}
 */
export function snapshot(root, { title = "", note = "" } = {}) {
  const zoom = /** @type {{currentCSSZoom?: number}} */ (root).currentCSSZoom ?? 1,
    box = placed(root.getBoundingClientRect(), { left: 0, top: 0, zoom }),
    style = getComputedStyle(root),
    paper = paperOf(root),
    above = title && !root.textContent?.includes(title) ? LINE : 0;
  const width = Math.ceil(Math.max(box.width, root.scrollWidth)) + 2 * MARGIN,
    inner = Math.ceil(Math.max(box.height, root.scrollHeight)) + 2 * MARGIN;
  const notes = note ? wrapped(note, width - 2 * MARGIN) : [],
    height = inner + above + notes.length * NOTE + (note ? MARGIN : 0),
    parts = [`<rect width="${width}" height="${height}" ${ink("fill", paper)}/>`];
  if (above) parts.push(words(title, MARGIN, MARGIN + 14, style, `font-size="14" font-weight="600"`));
  walk(
    root,
    {
      left: box.left + root.clientLeft - root.scrollLeft - MARGIN,
      top: box.top + root.clientTop - root.scrollTop - MARGIN - above,
      zoom,
    },
    parts,
    root,
  );
  notes.forEach((text, at) =>
    parts.push(words(text, MARGIN, inner + above + (at + 0.8) * NOTE, style, `font-size="11" opacity="0.75"`)),
  );
  return {
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}">${parts.join("")}</svg>`,
    width,
    height,
  };
}

/**
 * The same as a file.
 *
 * @param {HTMLElement} root @param {Words} words @param {"png" | "svg"} kind @returns {Promise<Blob>}
 */
export async function pictureFile(root, words, kind) {
  const picture = snapshot(root, words);
  return kind === "png" ? asPng(picture) : new Blob([picture.svg], { type: "image/svg+xml" });
}

/**
 * The same in pixels.
 *
 * @param {{svg: string, width: number, height: number}} picture @param {number} [times] finer than the page
 * @returns {Promise<Blob>}
 */
export async function asPng({ svg, width, height }, times = 2) {
  const image = new Image(width * times, height * times),
    canvas = document.createElement("canvas");
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  canvas.width = width * times;
  canvas.height = height * times;
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"),
  );
}

/** @param {Element} element @param {Origin} origin @param {string[]} parts @param {Element} root */
function walk(element, origin, parts, root) {
  if (element.matches(CONTROLS) || !element.checkVisibility({ visibilityProperty: true })) return;
  const style = getComputedStyle(element),
    box = placed(element.getBoundingClientRect(), origin),
    opacity = Number(style.opacity);
  if (opacity < 1) parts.push(`<g opacity="${opacity}">`);
  if (element instanceof HTMLCanvasElement) parts.push(canvasOf(element, box, style), ...outlineOf(style, box));
  else if (element instanceof SVGSVGElement) parts.push(inlined(element, box));
  else if (element instanceof HTMLInputElement) parts.push(...frameOf(style, box), fieldOf(element.value, style, box));
  else if (element instanceof HTMLSelectElement)
    parts.push(fieldOf(element.selectedOptions[0]?.text ?? "", style, box));
  else if (element !== root) boxed(element, style, box, origin, parts, root);
  else within(element, style, origin, parts, root);
  if (opacity < 1) parts.push("</g>");
}

/**
 * A box with what is in it, cut off where the page cuts it off.
 *
 * @param {Element} element @param {CSSStyleDeclaration} style @param {Box} box @param {Origin} origin
 * @param {string[]} parts @param {Element} root
 */
function boxed(element, style, box, origin, parts, root) {
  const isCut =
      style.overflowX !== "visible" &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1),
    id = `cut-${parts.length}`;
  parts.push(...frameOf(style, box), ...pseudo(element, "::before", box));
  if (isCut) parts.push(`<clipPath id="${id}"><rect ${place(box)}/></clipPath><g clip-path="url(#${id})">`);
  within(element, style, origin, parts, root);
  if (isCut) parts.push("</g>");
  parts.push(...pseudo(element, "::after", box));
}

/**
 * @param {Element} element @param {CSSStyleDeclaration} style @param {Origin} origin @param {string[]} parts
 * @param {Element} root
 */
function within(element, style, origin, parts, root) {
  for (const child of element.childNodes) {
    if (child instanceof Text) parts.push(...linesOf(child, element, style, origin));
    else if (child instanceof Element) walk(child, origin, parts, root);
  }
  if (element.localName === "mfrac") parts.push(fractionOf(element, style, origin));
  if (["msqrt", "mroot"].includes(element.localName)) parts.push(rootOf(element, style, origin));
}

/**
 * Painted once more and written down; as pixels where nobody can paint it.
 *
 * @param {HTMLCanvasElement} canvas @param {Box} box @param {CSSStyleDeclaration} style
 */
function canvasOf(canvas, box, style) {
  const paint = painterOf(canvas);
  if (!canvas.width || !canvas.height || !box.width) return "";
  if (!paint) {
    const coarse = style.imageRendering === "pixelated" ? ' style="image-rendering:pixelated"' : "";
    return `<image ${place(box)} preserveAspectRatio="none"${coarse} href="${canvas.toDataURL("image/png")}"/>`;
  }
  const drawn = recorded(/** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")), paint);
  const view = `viewBox="0 0 ${canvas.width} ${canvas.height}"`;
  return `<svg ${place(box)} ${view} preserveAspectRatio="none" overflow="hidden">${drawn}</svg>`;
}

/**
 * What a style sheet draws before or after a part: bars and marks.
 *
 * @param {Element} element @param {"::before" | "::after"} name @param {Box} box
 */
function pseudo(element, name, box) {
  const style = getComputedStyle(element, name),
    left = box.left + parseFloat(style.left),
    top = box.top + parseFloat(style.top);
  if (
    style.content === "none" ||
    style.content === "normal" ||
    style.position !== "absolute" ||
    !Number.isFinite(left + top)
  )
    return [];
  const own = { left, top, width: parseFloat(style.width), height: parseFloat(style.height) },
    text = /^"([^"]+)"/.exec(style.content)?.[1];
  return [...frameOf(style, own), ...(text ? [words(text, left, top + own.height * FOOT, style)] : [])];
}

/** The first colour behind a part. @param {Element | null} element @returns {string} */
function paperOf(element) {
  if (!element) return "rgb(255, 255, 255)";
  const { backgroundColor } = getComputedStyle(element);
  return partsOf(backgroundColor)[3] ? backgroundColor : paperOf(element.parentElement);
}

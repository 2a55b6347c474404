/** A part of the page as a picture of its own: what is drawn there and written there, without what one presses. */

/** @typedef {{left: number, top: number, width: number, height: number}} Box */

const CONTROLS = "button:not(.unit), select, input, label, textarea, [hidden], .unseen, .out-tip, .net-panel"; // nothing to press in a picture
const CLEAR = "rgba(0, 0, 0, 0)";
const INKS = ["fill", "stroke", "stroke-width", "stroke-dasharray", "opacity"];
const MARGIN = 8; // pixels around

/**
 * Vector text and lines where the page has them; canvases as they are, pixel by pixel, inside of it.
 * @param {HTMLElement} root @returns {{svg: string, width: number, height: number}}
 */
export function snapshot(root) {
  const box = root.getBoundingClientRect(), width = Math.ceil(box.width) + 2 * MARGIN, height = Math.ceil(box.height) + 2 * MARGIN;
  const parts = [rectangle({ left: 0, top: 0, width, height }, paperOf(root), "none", 0, "0")];
  walk(root, { left: box.left - MARGIN, top: box.top - MARGIN }, parts);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join("")}</svg>`;
  return { svg, width, height };
}

/** The same in pixels. @param {{svg: string, width: number, height: number}} picture @param {number} [times] finer than the page @returns {Promise<Blob>} */
export async function asPng({ svg, width, height }, times = 2) {
  const image = new Image(width * times, height * times), canvas = document.createElement("canvas");
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  canvas.width = width * times;
  canvas.height = height * times;
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, fail) => canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("no picture"))), "image/png"));
}

/** @param {Element} element @param {{left: number, top: number}} origin @param {string[]} parts */
function walk(element, origin, parts) {
  if (element.matches(CONTROLS) || !element.checkVisibility({ visibilityProperty: true })) return;
  const style = getComputedStyle(element), box = placed(element.getBoundingClientRect(), origin);
  if (element instanceof HTMLCanvasElement) return void parts.push(...canvasOf(element, box));
  if (element instanceof SVGSVGElement) return void parts.push(inlined(element, box));
  parts.push(...frameOf(style, box));
  for (const child of element.childNodes) {
    if (child instanceof Text) parts.push(...linesOf(child, style, origin));
    else if (child instanceof Element) walk(child, origin, parts);
  }
}

/** @param {DOMRect} rect @param {{left: number, top: number}} origin @returns {Box} */
function placed(rect, origin) {
  return { left: rect.left - origin.left, top: rect.top - origin.top, width: rect.width, height: rect.height };
}

/** @param {HTMLCanvasElement} canvas @param {Box} box */
function canvasOf(canvas, box) {
  if (!canvas.width || !canvas.height || !box.width) return [];
  return [`<image ${place(box)} preserveAspectRatio="none" href="${canvas.toDataURL("image/png")}"/>`];
}

/** Background and border. @param {CSSStyleDeclaration} style @param {Box} box */
function frameOf(style, box) {
  const fill = style.backgroundColor === CLEAR ? "none" : style.backgroundColor, width = parseFloat(style.borderTopWidth) || 0;
  const isRound = style.borderTopStyle !== "none" && style.borderBottomWidth === style.borderTopWidth && style.borderLeftWidth === style.borderTopWidth;
  const stroke = width && isRound ? style.borderTopColor : "none";
  const gradient = /^linear-gradient/.test(style.backgroundImage) ? gradientOf(style.backgroundImage, box) : [];
  return fill === "none" && stroke === "none" ? gradient : [rectangle(box, fill, stroke, width, style.borderTopLeftRadius), ...gradient];
}

/** A key's bar from left to right. @param {string} image @param {Box} box */
function gradientOf(image, box) {
  const colours = image.match(/rgba?\([^)]*\)|color\([^)]*\)/g) ?? [], id = `g${Math.round(box.left)}-${Math.round(box.top)}`;
  const stops = colours.map((colour, at) => `<stop offset="${at / Math.max(1, colours.length - 1)}" stop-color="${escaped(colour)}"/>`);
  return [`<linearGradient id="${id}">${stops.join("")}</linearGradient>`, rectangle(box, `url(#${id})`, "none", 0, "4px")];
}

/** @param {Box} box @param {string} fill @param {string} stroke @param {number} width @param {string} radius */
function rectangle(box, fill, stroke, width, radius) {
  const inner = { left: box.left + width / 2, top: box.top + width / 2, width: Math.max(0, box.width - width), height: Math.max(0, box.height - width) };
  const round = radius.endsWith("%") ? (parseFloat(radius) / 100) * box.width : parseFloat(radius) || 0;
  return `<rect ${place(inner)} rx="${round}" fill="${escaped(fill)}" stroke="${escaped(stroke)}" stroke-width="${width}"/>`;
}

/** The lines a text is broken into, each where it stands. @param {Text} text @param {CSSStyleDeclaration} style @param {{left: number, top: number}} origin */
function linesOf(text, style, origin) {
  const lines = /** @type {{box: Box, words: string[]}[]} */ ([]), range = document.createRange();
  for (const { 0: word, index } of text.data.matchAll(/\S+/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    const box = placed(range.getBoundingClientRect(), origin), line = lines[lines.length - 1];
    if (line && Math.abs(line.box.top - box.top) < 2) line.words.push(word);
    else if (box.width) lines.push({ box, words: [word] });
  }
  const font = `font-family="${escaped(style.fontFamily)}" font-size="${style.fontSize}" font-weight="${style.fontWeight}" fill="${escaped(style.color)}"`;
  return lines.map(({ box, words }) => {
    const shown = style.textTransform === "uppercase" ? words.join(" ").toUpperCase() : words.join(" ");
    return `<text x="${box.left.toFixed(1)}" y="${(box.top + box.height * 0.78).toFixed(1)}" ${font}>${escaped(shown)}</text>`;
  });
}

/** A drawing of the page with its style sheet's colours written into it. @param {SVGSVGElement} svg @param {Box} box */
function inlined(svg, box) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true)), originals = [...svg.querySelectorAll("*")];
  [...copy.querySelectorAll("*")].forEach((part, at) => {
    const style = getComputedStyle(originals[at]);
    for (const ink of INKS) part.setAttribute(ink, style.getPropertyValue(ink));
    part.removeAttribute("class");
  });
  for (const [name, value] of Object.entries({ x: box.left, y: box.top, width: box.width, height: box.height })) copy.setAttribute(name, String(value));
  copy.setAttribute("color", getComputedStyle(svg).color);
  return new XMLSerializer().serializeToString(copy);
}

/** The first colour behind a part. @param {Element | null} element @returns {string} */
function paperOf(element) {
  if (!element) return "#fff";
  const { backgroundColor } = getComputedStyle(element);
  return backgroundColor === CLEAR ? paperOf(element.parentElement) : backgroundColor;
}

/** @param {Box} box */
function place({ left, top, width, height }) {
  return `x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}"`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

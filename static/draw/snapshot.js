/** A part of the page as a picture of its own: what is drawn there and written there, without what one presses. */

import { painterOf } from "./canvas.js";
import { recorded } from "./recording.js";
import { escaped, ink, parts as partsOf, short } from "./svg_text.js";

/** @typedef {{left: number, top: number, width: number, height: number}} Box */
/** @typedef {{left: number, top: number, zoom: number}} Origin where the picture begins on the page, and how much larger the page shows it than it says */
/** @typedef {{title?: string, note?: string}} Words what stands above the picture, unless it says so itself, and below it */

// Nothing to press in a picture, but for what is a part of it all the same (`data-drawn`); nor what only helps to use it (`data-unsaved`).
const CONTROLS =
  ":is(button, select, input, textarea, label, summary):not([data-drawn]), [hidden], .unseen, [data-unsaved]";
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
const MARGIN = 8; // pixels around
const LINE = 20; // pixels high, of the title …
const NOTE = 16; // … and a line of the note
const WIDE = 6.2; // pixels at most, of a letter of the note
const FOOT = 0.78; // of a line's box, down to the letters' foot

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
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join("")}</svg>`,
    width,
    height,
  };
}

/** The same in pixels. @param {{svg: string, width: number, height: number}} picture @param {number} [times] finer than the page @returns {Promise<Blob>} */
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

/** A box with what is in it, cut off where the page cuts it off. @param {Element} element @param {CSSStyleDeclaration} style @param {Box} box @param {Origin} origin @param {string[]} parts @param {Element} root */
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

/** @param {Element} element @param {CSSStyleDeclaration} style @param {Origin} origin @param {string[]} parts @param {Element} root */
function within(element, style, origin, parts, root) {
  for (const child of element.childNodes) {
    if (child instanceof Text) parts.push(...linesOf(child, element, style, origin));
    else if (child instanceof Element) walk(child, origin, parts, root);
  }
  if (element.localName === "mfrac") parts.push(fractionOf(element, style, origin));
}

/** @param {DOMRect} rect @param {Origin} origin @returns {Box} */
function placed(rect, origin) {
  const { zoom } = origin;
  return {
    left: rect.left / zoom - origin.left,
    top: rect.top / zoom - origin.top,
    width: rect.width / zoom,
    height: rect.height / zoom,
  };
}

/** Painted once more and written down; as pixels where nobody can paint it. @param {HTMLCanvasElement} canvas @param {Box} box @param {CSSStyleDeclaration} style */
function canvasOf(canvas, box, style) {
  const paint = painterOf(canvas);
  if (!canvas.width || !canvas.height || !box.width) return "";
  if (!paint)
    return `<image ${place(box)} preserveAspectRatio="none"${style.imageRendering === "pixelated" ? ' style="image-rendering:pixelated"' : ""} href="${canvas.toDataURL("image/png")}"/>`;
  const drawn = recorded(/** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")), paint);
  return `<svg ${place(box)} viewBox="0 0 ${canvas.width} ${canvas.height}" preserveAspectRatio="none" overflow="hidden">${drawn}</svg>`;
}

/** Background and border. @param {CSSStyleDeclaration} style @param {Box} box */
function frameOf(style, box) {
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
      kind = of(`border${side}Style`);
    return wide && kind !== "none"
      ? [
          `<path d="M${short(x1)} ${short(y1)}L${short(x2)} ${short(y2)}" fill="none" ${ink("stroke", of(`border${side}Color`))} stroke-width="${wide}"${dashOf(kind, wide)}/>`,
        ]
      : [];
  });
}

/** @param {CSSStyleDeclaration} style @param {Box} box */
function outlineOf(style, { left, top, width, height }) {
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

/** @param {Box} box @param {string} inks @param {number} inset the width of the line around it @param {string} radius */
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

/** What a style sheet draws before or after a part: bars and marks. @param {Element} element @param {"::before" | "::after"} name @param {Box} box */
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

/** The lines a text is broken into, each where it stands. @param {Text} text @param {Element} parent @param {CSSStyleDeclaration} style @param {Origin} origin */
function linesOf(text, parent, style, origin) {
  const lines = /** @type {{box: Box, text: string}[]} */ ([]),
    range = document.createRange();
  for (const { 0: found, index } of text.data.matchAll(/\s*(?:[^\s-]*-+|[^\s-]+)/g)) {
    // a line may end after a hyphen, too
    const word = found.trimStart();
    range.setStart(text, index + found.length - word.length);
    range.setEnd(text, index + found.length);
    const box = placed(range.getBoundingClientRect(), origin),
      line = lines[lines.length - 1];
    if (line && Math.abs(line.box.top - box.top) < 2) line.text += word === found ? word : ` ${word}`;
    else if (box.width) lines.push({ box, text: word });
  }
  const isLetter = parent.localName === "mi" && [...text.data.trim()].length === 1; // which formulas have in italics
  return lines.map(({ box, text: line }) => {
    const shown = style.textTransform === "uppercase" ? line.toUpperCase() : line;
    const turned =
      style.writingMode === "vertical-rl"
        ? ` transform="rotate(-90 ${short(box.left)} ${short(box.top + box.height)})"`
        : "";
    const [x, y] = turned
      ? [box.left, box.top + box.height + box.width * FOOT]
      : [box.left, box.top + box.height * FOOT];
    return words(
      shown,
      x,
      y,
      style,
      `font-size="${parseFloat(style.fontSize)}"${isLetter || style.fontStyle === "italic" ? ' font-style="italic"' : ""}${turned}`,
    );
  });
}

/** The note's parts on as many lines as they need. @param {string} note @param {number} width */
function wrapped(note, width) {
  return note.split(" · ").reduce((/** @type {string[]} */ lines, part) => {
    const last = lines.length - 1,
      longer = last < 0 ? part : `${lines[last]} · ${part}`;
    return last >= 0 && longer.length * WIDE <= width ? [...lines.slice(0, last), longer] : [...lines, part];
  }, []);
}

/** @param {string} text @param {number} x @param {number} y @param {CSSStyleDeclaration} style @param {string} [more] */
function words(text, x, y, style, more = `font-size="${parseFloat(style.fontSize)}"`) {
  const weight = more.includes("font-weight") || style.fontWeight === "400" ? "" : ` font-weight="${style.fontWeight}"`;
  return `<text x="${short(x)}" y="${short(y)}" font-family="${escaped(style.fontFamily)}"${weight} ${more} ${ink("fill", style.color)}>${escaped(text)}</text>`;
}

/** What can be typed or chosen is as good as written. @param {string} value @param {CSSStyleDeclaration} style @param {Box} box */
function fieldOf(value, style, box) {
  const size = parseFloat(style.fontSize),
    isRight = ["right", "end"].includes(style.textAlign),
    x = isRight ? box.left + box.width - parseFloat(style.paddingRight) : box.left + parseFloat(style.paddingLeft);
  return words(
    value,
    x,
    box.top + box.height / 2 + size * 0.35,
    style,
    `font-size="${size}"${isRight ? ' text-anchor="end"' : ""}`,
  );
}

/** The line between numerator and denominator. @param {Element} fraction @param {CSSStyleDeclaration} style @param {Origin} origin */
function fractionOf(fraction, style, origin) {
  const [over, under] = [...fraction.children].map((part) => placed(part.getBoundingClientRect(), origin)),
    { left, width } = placed(fraction.getBoundingClientRect(), origin);
  const y = (over.top + over.height + under.top) / 2;
  return `<path d="M${short(left)} ${short(y)}H${short(left + width)}" fill="none" ${ink("stroke", style.color)} stroke-width="1"/>`;
}

/** A drawing of the page with its style sheet's looks written into it. @param {SVGSVGElement} svg @param {Box} box */
function inlined(svg, box) {
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

/** The first colour behind a part. @param {Element | null} element @returns {string} */
function paperOf(element) {
  if (!element) return "rgb(255, 255, 255)";
  const { backgroundColor } = getComputedStyle(element);
  return partsOf(backgroundColor)[3] ? backgroundColor : paperOf(element.parentElement);
}

/** @param {Box} box */
function place({ left, top, width, height }) {
  return `x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}"`;
}

/**
 * Printing: one clean page in light colours. Pictures keep the size that they have on the screen and are scaled to the
 * paper, as a browser that prints leaves no time to draw them anew; and the settings stand as words.
 */

import { html, nothing, render } from "lit-html";

import { painterOf } from "../draw/canvas.js";
import { writeAddress } from "../state/address.js";
import { settingsOnPaper } from "../state/on_paper.js";
import { fittingLoss } from "../state/settings.js";
import { OWN_DATA } from "../text/own_data.js";
import { PAPER } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../hand_on.js").HandOn} HandOn */
/** @typedef {{width: number, height: number}} Size in pixels */

/** What is scaled, and into which room: on upright paper, and on paper that lies. A4 with margins of 12 mm. */
const PICTURES = /** @type {[string, string, Size, Size][]} */ ([
  ["network", ".net-stage", { width: 700, height: 370 }, { width: 620, height: 360 }],
  ["map", ".out-frame", { width: 290, height: 290 }, { width: 330, height: 215 }],
  ["chart", ".chart-loss .chart-space", { width: 370, height: 130 }, { width: 330, height: 95 }],
]);

/**
 * @param {HTMLElement} paper @param {Store} store @param {HandOn} handOn
 * @param {import("./after_the_network.js").Wait} wait
 */
export function mountPrinting(paper, store, handOn, wait) {
  const root = document.documentElement;
  const whenIdle = globalThis.requestIdleCallback ?? setTimeout;
  wait(() => void whenIdle(handOn.findOut)); // when it is printed there is no time to
  let theme = /** @type {string | undefined} */ (undefined);
  addEventListener("beforeprint", () => {
    theme = root.dataset.theme;
    for (const [name, selector, upright, lying] of PICTURES) fit(document.body, name, selector, upright, lying);
    write(paper, store, handOn);
    root.dataset.theme = "light";
    queueMicrotask(paintAll); // after the palettes have followed the theme
  });
  addEventListener("afterprint", () => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
  });
}

/**
 * @param {HTMLElement} page @param {string} name @param {string} selector @param {Size} upright @param {Size} lying
 */
function fit(page, name, selector, upright, lying) {
  const picture = /** @type {HTMLElement} */ (document.querySelector(selector)),
    { offsetWidth: width, offsetHeight: height } = picture;
  const scale = (/** @type {Size} */ room) => String(Math.min(room.width / width, room.height / height));
  page.style.setProperty(`--${name}-width`, `${width}px`);
  page.style.setProperty(`--${name}-height`, `${height}px`);
  page.style.setProperty(`--${name}-upright`, scale(upright));
  page.style.setProperty(`--${name}-lying`, scale(lying));
}

function paintAll() {
  const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const canvases = /** @type {NodeListOf<HTMLCanvasElement>} */ (document.querySelectorAll("canvas:not(.uplot *)"));
  for (const canvas of canvases) {
    const paint = canvas.offsetParent && painterOf(canvas);
    if (!paint) continue;
    paint();
    keepPixels(canvas, probe);
  }
}

/**
 * What was drawn since the printing began would be printed stroke by stroke, and what is cleared there clears the
 * canvases below it, too. A canvas that was read, and drawn on after that, is printed as the picture that it is.
 *
 * @param {HTMLCanvasElement} canvas @param {CanvasRenderingContext2D} probe
 */
function keepPixels(canvas, probe) {
  probe.drawImage(canvas, 0, 0);
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.save();
  ctx.fillStyle = "rgb(0 0 0 / 0.01)";
  ctx.fillRect(0, 0, 1, 1);
  ctx.restore();
}

/** @param {HTMLElement} paper @param {Store} store @param {HandOn} handOn */
function write(paper, { catalogue, settings, look, hiddenControls, lockedControls, data }, handOn) {
  const { loss } = fittingLoss(catalogue, settings.peek(), data.peek()?.problem ?? "binary");
  const seen = { ...look.peek(), present: false }; // who opens it from paper sits in no lecture hall
  const withheld = /** @type {const} */ ([hiddenControls.peek(), lockedControls.peek()]);
  const link = handOn.link(writeAddress(catalogue, settings.peek(), seen, ...withheld)),
    code = handOn.opensHereOnly(link) ? null : handOn.code(link);
  const { title = "", inputs } = data.peek() ?? {},
    used = { ...settings.peek(), loss };
  const lines = settingsOnPaper(catalogue, used, title || OWN_DATA.chosen, inputs?.length);
  render(
    html`<h2>${PAPER.settings}</h2><dl>${lines.map(
      ([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`,
    )}</dl><div class="paper-address"><p>${link}</p>${code ? square(code) : nothing}</div>`,
    paper,
  );
}

/** @param {import("../qr.js").Qr} code */
function square({ side, path }) {
  return html`<svg class="qr" viewBox="0 0 ${side} ${side}"><path d=${path}></path></svg>`;
}

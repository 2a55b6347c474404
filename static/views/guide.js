/** The guide behind "?": the key to the picture, the page's words and keys, what to try. Loaded when first opened. */

import { effect, signal } from "@preact/signals-core";
import { html, render } from "lit-html";

import { CLASS, LESSONS, READ } from "../addresses.js";
import { watchPalette } from "../draw/theme.js";
import { inLanguage } from "../state/asked_language.js";
import { settingsOf } from "../state/tries.js";
import { GLOSSARY, GUIDE, LEGEND, SHORTCUTS, TRIES } from "../text/guide.js";
import { labelled } from "../text/lists.js";
import { drawLegend } from "./guide/legend.js";
import { tasks } from "./guide/tasks.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../protocol/lessons.js").Lessons} Lessons */
/** @typedef {import("../protocol/lessons.js").Listed} Listed */
/** @typedef {import("../questions.js").Read} Read */

const IS_MAC = /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * @param {HTMLElement} root a popover @param {Store} store @param {Actions} actions
 * @param {() => void} first shows the steps of a first visit @param {Read} read
 */
export function mountGuide(root, store, actions, first, read) {
  const problems = signal(/** @type {Listed[]} */ ([]));
  read(READ.lessons).then(
    (/** @type {Lessons} */ { lessons }) =>
      (problems.value = lessons.filter(({ group, is_own: isOwn }) => group === "problem" && !isOwn)),
    () => undefined, // the place Lessons says why
  );
  const away = (/** @type {() => void} */ act) => () => (root.hidePopover(), act());
  const attempt = (/** @type {string} */ name) =>
    away(() => actions.configure(settingsOf(store.catalogue, name)) && actions.reset());
  effect(() => void render(guide(attempt, away(first), tasks(problems.value, () => root.hidePopover())), root));
  const canvases = /** @type {NodeListOf<HTMLCanvasElement>} */ (root.querySelectorAll("canvas"));
  watchPalette((palette) => {
    const draw = () => root.matches(":popover-open") && canvases.forEach((canvas) => drawLegend(canvas, palette));
    root.ontoggle = draw; // closed it has no size
    draw();
  });
}

/** @param {(name: string) => () => void} attempt @param {() => void} first @param {unknown} ofClass tasks for one */
function guide(attempt, first, ofClass) {
  return html`<div class="panel-head guide-head"><h2 id="guide-title" tabindex="-1" autofocus>${GUIDE.title}</h2><button
      type="button" class="button small icon" popovertarget="guide" popovertargetaction="hide" aria-label=${GUIDE.close}
      title=${GUIDE.close}>✕</button></div>
    <div class="guide-body"><section class="guide-picture" aria-labelledby="guide-picture">
      <h3 id="guide-picture">${GUIDE.picture}</h3><dl>${LEGEND.map(entry)}</dl></section>
    <div class="guide-column"><section aria-labelledby="guide-tries">
      <h3 id="guide-tries">${GUIDE.tries}</h3><ul class="guide-tries">
      ${way(GUIDE.first, GUIDE.firstText, button(GUIDE.show, first))}
      ${way(GUIDE.lesson, GUIDE.lessonText, to(LESSONS, GUIDE.lesson))}
      ${way(GUIDE.room, GUIDE.roomText, to(CLASS, GUIDE.room))}
      ${TRIES.map(({ name, title, text }) => way(title, text, button(GUIDE.setUp, attempt(name), title)))}
      </ul><p class="guide-note">${GUIDE.anew}</p></section>
    ${ofClass}</div>
    <div class="guide-column"><section aria-labelledby="guide-keys"><h3 id="guide-keys">${GUIDE.keys}</h3>
      <dl class="guide-keys">${SHORTCUTS.map(shortcut)}</dl></section>
    <section aria-labelledby="guide-words"><h3 id="guide-words">${GUIDE.words}</h3>
      <dl class="guide-words">${GLOSSARY.map(explained)}</dl></section></div></div>`;
}

/** @param {typeof LEGEND[number]} entry */
function entry({ draw, title, text }) {
  return html`<div class="guide-entry"><canvas data-draw=${draw} aria-hidden="true"></canvas><dt>${title}</dt><dd>
    ${text}</dd></div>`;
}

/** @param {typeof SHORTCUTS[number]} shortcut */
function shortcut({ name, keys, says }) {
  const face = (/** @type {string} */ key) => (IS_MAC && key === "Ctrl" ? "⌘" : key);
  return html`<div data-shortcut=${name}><dt>${keys.map((key) => html`<kbd>${face(key)}</kbd>`)}</dt><dd>
    ${says}</dd></div>`;
}

/** @param {typeof GLOSSARY[number]} entry */
function explained([word, says]) {
  return html`<div><dt>${word}</dt><dd>${says}</dd></div>`;
}

/** @param {string} title @param {string} text @param {unknown} opener */
function way(title, text, opener) {
  return html`<li><b>${title}</b><span>${text}</span>${opener}</li>`;
}

/** @param {string} place @param {string} what it is about */
function to(place, what) {
  return html`<a class="button small" href=${inLanguage(place)} data-place=${place}
    aria-label=${labelled(GUIDE.open, what)}>${GUIDE.open}</a>`;
}

/** @param {string} label @param {() => void} act @param {string} [what] it is about, where that is not said */
function button(label, act, what = "") {
  return html`<button type="button" class="button small" aria-label=${what ? labelled(label, what) : label}
    @click=${act}>${label}</button>`;
}

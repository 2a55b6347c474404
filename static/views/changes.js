/**
 * Undo and redo, at the right end of the timeline: what was changed last, what taking it back takes with it, the
 * buttons, and their keys on the whole page but in what is typed into.
 */

import { computed, effect } from "@preact/signals-core";

import { alteredBy, newsOf, trainedSince } from "../state/changes.js";
import { canUndo } from "../state/drawing.js";
import { CHANGES } from "../text/changes.js";
import { inARow } from "../text/lists.js";
import { OWN_DATA } from "../text/own_data.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../protocol/messages.js").Change} Change */

const TYPING = "input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, [contenteditable], dialog";
const OF_LANES = new Set(["fork", "remove_lane"]); // these name their lane themselves
const SOON = 600; // milliseconds for which a change must rest to be told to a screen reader
const FRESH = 12_000; // milliseconds for which it stays in view where the bar has no room for it
const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const KEYS = isMac
  ? { undo: CHANGES.keys.undoOnMac, redo: CHANGES.keys.redoOnMac }
  : { undo: CHANGES.keys.undo, redo: CHANGES.keys.redo };

/** @typedef {{undo: () => void, drop: () => void}} Pen takes back its last stroke, and is laid down */

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions @param {Pen} pen */
export function mountChanges(root, store, actions, pen) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const [undo, redo, only] = ["undo", "redo", "only-setting"].map(
    (name) => /** @type {HTMLButtonElement} */ (part(`[data-do=${name}]`)),
  );
  const note = part(".timeline-change"),
    able = computed(() => store.ready.value && store.connection.value === "open");
  const lanes = computed(() => store.frame.value?.lane_count ?? 1),
    undoWhat = computed(() => worded(store, store.changes.value.undo, lanes.value)),
    redoWhat = computed(() => worded(store, store.changes.value.redo, lanes.value));
  const gone = computed(() => {
    const change = store.changes.value.undo,
      trained = change && trainedSince(change, store.frame.value);
    return trained ? CHANGES.gone(trained) : "";
  });
  const isAhead = computed(() => gone.value !== "");

  undo.addEventListener("click", () => (pen.drop(), actions.undo()));
  redo.addEventListener("click", () => (pen.drop(), actions.redo()));
  only.addEventListener("click", () => (pen.drop(), actions.undo(true)));
  only.title = CHANGES.onlyHelp;
  mountKeys(root, store, pen, undo, redo);
  mountPresses(actions);

  effect(() => {
    const { undo: change, most } = store.changes.value;
    undo.disabled = !change || !able.value;
    undo.ariaLabel = change ? CHANGES.undo(undoWhat.value) : CHANGES.nothingToUndo;
    undo.title = change ? inARow([CHANGES.whole(undo.ariaLabel), CHANGES.undoHelp(KEYS.undo, most)]) : undo.ariaLabel;
    note.hidden = !change;
    part(".timeline-what").textContent = note.title = undoWhat.value;
    only.textContent = CHANGES.only(change?.kind ?? "");
    only.hidden = !(change?.alone && isAhead.value) || !able.value;
  });
  effect(() => void (part(".timeline-gone").textContent = gone.value)); // with every frame
  effect(() => {
    const change = store.changes.value.redo;
    redo.disabled = !change || !able.value;
    redo.ariaLabel = change ? CHANGES.redo(redoWhat.value) : CHANGES.nothingToRedo;
    const ahead = change?.ahead ? CHANGES.ahead(change.ahead) : "";
    redo.title = change ? inARow([CHANGES.whole(redo.ariaLabel), ahead, CHANGES.redoHelp(KEYS.redo)]) : redo.ariaLabel;
  });
  tell(part(".timeline-said"), part(".timeline-note"), store);
}

/** @param {Store} store @param {Change | null} change @param {number} lanes how many are compared */
function worded(store, change, lanes) {
  if (!change) return "";
  const what = CHANGES.what(change, alteredBy(change, store.catalogue, OWN_DATA.chosen));
  return lanes > 1 && !OF_LANES.has(change.kind) ? CHANGES.inLane(change.lane, what) : what;
}

/**
 * A change is told to screen readers once it rests, and stays in view for a while where it covers something.
 *
 * @param {HTMLElement} said @param {HTMLElement} note @param {Store} store
 */
function tell(said, note, store) {
  let before = store.changes.peek(),
    soon = 0,
    stale = 0;
  const stow = () => note.classList.remove("fresh");
  note.addEventListener("click", stow); // it may lie over what is to be pressed next
  effect(() => {
    const now = store.changes.value,
      news = newsOf(before, now);
    before = now;
    if (!news) return;
    clearTimeout(soon);
    clearTimeout(stale);
    note.classList.toggle("fresh", news.what === "done");
    soon = setTimeout(() => {
      const { undo, redo } = store.changes.peek(),
        change = [undo, redo].find((each) => each?.number === news.change.number) ?? news.change;
      said.textContent = CHANGES.said[news.what](
        worded(store, change, store.frame.peek()?.lane_count ?? 1),
        KEYS.undo,
      );
    }, SOON);
    stale = setTimeout(stow, FRESH);
  });
}

/**
 * Who draws takes back strokes first; and where the timeline is not on show, nothing is taken back unseen.
 *
 * @param {HTMLElement} root @param {Store} store @param {Pen} pen @param {HTMLButtonElement} undo
 * @param {HTMLButtonElement} redo
 */
function mountKeys(root, store, pen, undo, redo) {
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.defaultPrevented || event.altKey || target.closest(TYPING)) return;
    const wish = wishOf(event),
      drawing = store.drawing.peek();
    if (!wish || !root.checkVisibility({ visibilityProperty: true })) return;
    event.preventDefault();
    if (wish === "redo") redo.click();
    else if (drawing && canUndo(drawing)) pen.undo();
    else undo.click();
  });
}

/** @param {KeyboardEvent} event @returns {"undo" | "redo" | null} */
function wishOf({ key, ctrlKey, metaKey, shiftKey }) {
  if (!(isMac ? metaKey : ctrlKey)) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}

/** What moves while a finger, a button or a key is down is one change. @param {Actions} actions */
function mountPresses(actions) {
  const listen = (/** @type {string} */ name, /** @type {boolean} */ isDown) =>
    document.addEventListener(
      name,
      (event) => void ((event instanceof KeyboardEvent && event.repeat) || actions.press(isDown)),
      true,
    );
  for (const name of ["pointerdown", "keydown"]) listen(name, true);
  for (const name of ["pointerup", "pointercancel", "keyup"]) listen(name, false);
}

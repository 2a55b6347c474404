/** The timeline: drag back and the whole page shows that moment; what one changes or plays there goes on from it. */

import { computed, effect } from "@preact/signals-core";

import { TIMELINE } from "../text/timeline.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../protocol/frames.js").Frame} Frame */
/** @typedef {import("../protocol/messages.js").Branches} Branches */

const PAGE = 0.1; // of the run, that the page keys jump over
const NEIGHBOURS = /** @type {Record<string, "before" | "after">} */ ({
  ArrowLeft: "before",
  ArrowDown: "before",
  ArrowRight: "after",
  ArrowUp: "after",
});

/** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
export function mountTimeline(root, store, actions) {
  new Timeline(root, store, actions).start();
}

class Timeline {
  /** @param {HTMLElement} root @param {Store} store @param {Actions} actions */
  constructor(root, store, actions) {
    this.root = root;
    this.store = store;
    this.actions = actions;
    this.slider = /** @type {HTMLInputElement} */ (root.querySelector("input"));
    this.branch = /** @type {HTMLSelectElement} */ (root.querySelector("select"));
    this.button = /** @type {HTMLButtonElement} */ (root.querySelector("[data-do=to-present]"));
    this.help = this.slider.title;
    this.dragging = false;
  }

  start() {
    const { slider } = this;
    slider.addEventListener("input", () => this.#dragged());
    slider.addEventListener("keydown", (event) => this.#pressed(event));
    slider.addEventListener("pointerdown", () => (this.dragging = true));
    for (const name of ["pointerup", "pointercancel", "blur"]) slider.addEventListener(name, () => this.#let());
    this.button.addEventListener("click", () => this.#leave());
    this.branch.title = TIMELINE.branchHelp;
    this.branch.addEventListener("change", () => this.actions.switchBranch(Number(this.branch.value)));
    const run = computed(() => this.store.frame.value?.run),
      lanes = computed(() => this.store.frame.value?.lane_count ?? 1);
    effect(() => this.#offer(this.store.branches.value, run.value, lanes.value));
    effect(() => this.#follow());
  }

  /**
   * Branches of a run that has begun anew are gone.
   *
   * @param {Branches} branches @param {number | undefined} run @param {number} lanes
   */
  #offer({ run: of, number, kept }, run, lanes) {
    this.branch.hidden = !kept.length || of !== run || lanes > 1;
    const all = [
      ...kept.map((each) => new Option(TIMELINE.branch(each.number, each.epochs), String(each.number))),
      new Option(TIMELINE.branchHere(number), String(number), true, true),
    ];
    this.branch.replaceChildren(...all.sort((a, b) => Number(a.value) - Number(b.value)));
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`.timeline-${name}`));
  }

  #follow() {
    const { frame, ready, connection } = this.store,
      shown = frame.value;
    const newest = shown && (shown.present ?? shown).step;
    this.slider.disabled = !newest || (shown?.lane_count ?? 1) > 1 || !ready.value || connection.value !== "open";
    if (shown) this.#show(shown);
  }

  /** @param {Frame} frame */
  #show(frame) {
    const { slider } = this,
      { present } = frame,
      newest = (present ?? frame).step;
    this.root.classList.toggle("past", present !== null);
    this.part("where").textContent = TIMELINE.where(frame, present);
    this.part("hint").hidden = present !== null;
    this.part("hint").textContent = frame.lane_count > 1 ? TIMELINE.rests : TIMELINE.hint;
    slider.title = frame.lane_count > 1 ? TIMELINE.restsHelp : this.help;
    this.button.hidden = present === null;
    slider.setAttribute("aria-valuetext", TIMELINE.spoken(frame, present));
    if (this.dragging) return;
    slider.max = String(newest);
    slider.value = String(frame.step);
    this.#fill();
  }

  /** The filled part ends under the thumb. */
  #fill() {
    const { value, max } = this.slider;
    this.slider.style.setProperty("--share", String(Number(value) / Math.max(1, Number(max))));
  }

  #dragged() {
    const { value, max } = this.slider;
    this.#fill();
    this.actions.rewind(value === max ? null : Number(value));
  }

  /** The thumb comes to rest at the stored moment. */
  #let() {
    this.dragging = false;
    const frame = this.store.frame.peek();
    if (frame) this.#show(frame);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const frame = this.store.frame.peek(),
      { key } = event;
    if (!frame || event.ctrlKey || event.metaKey || event.altKey) return;
    const towards = NEIGHBOURS[key],
      newest = (frame.present ?? frame).step,
      jump = Math.ceil(newest * PAGE);
    if (towards) this.actions.rewind(frame.step, towards);
    else if (key === "Home") this.actions.rewind(0);
    else if (key === "End") this.actions.rewind(null);
    else if (key === "PageDown") this.actions.rewind(Math.max(0, frame.step - jump));
    else if (key === "PageUp") this.actions.rewind(Math.min(newest, frame.step + jump));
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** The button is about to go; who pressed it by key stays on the timeline. */
  #leave() {
    this.actions.rewind(null);
    this.slider.focus();
  }
}

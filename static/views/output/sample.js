/**
 * The sample on the map, while the tab on the graph or the neuron is open: a click or Enter
 * chooses a point, a ring marks it.
 */

import { computed, effect } from "@preact/signals-core";

import { nearest } from "../../draw/nearest.js";
import { across, down, EDGE } from "../../draw/plane.js";
import { axesIn, axesOf, isCurve, placed, placesOf } from "../../draw/projection.js";
import { isAboutOneSample } from "../../state/store.js";
import { OUTPUT } from "../../text/pictures.js";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */
/** @typedef {[number, number]} Point */

const REACH = 16; // pixels from the pointer to the middle of a point
const TOUCH_REACH = 24;

export class SampleRing {
  /**
   * @param {HTMLElement} plot @param {HTMLElement} ring @param {Store} store @param {Actions} actions
   * @param {import("../../state/store.js").Signal<number>} side of the picture
   * @param {() => Point | null} cursor where the crosshair is
   * @param {(text: string) => void} tell says it to a screen reader
   */
  constructor(plot, ring, store, actions, side, cursor, tell) {
    this.ring = ring;
    this.store = store;
    this.actions = actions;
    this.side = side;
    this.cursor = cursor;
    this.tell = tell;
    this.tab = computed(() => {
      const { tab } = store.look.value;
      return !store.drawing.value && store.data.value && isAboutOneSample(tab) ? tab : "";
    });
    plot.addEventListener("click", (event) =>
      this.#choose(/** @type {PointerEvent} */ (event).pointerType === "touch" ? TOUCH_REACH : REACH),
    );
    plot.addEventListener("keydown", (event) => this.#key(event));
    effect(() => this.#draw());
  }

  /** Whether a click chooses a sample. */
  get isOpen() {
    return this.tab.value !== "";
  }

  /** The number of the point that a click would choose. @param {number} [reach] pixels @returns {number | null} */
  under(reach = REACH) {
    const { data, slice, look } = this.store,
      point = this.cursor(),
      known = data.peek(),
      side = this.side.peek();
    if (!this.tab.peek() || !known || !point || !side) return null;
    const count = look.peek().showTest ? known.targets.length : known.training;
    return nearest(placesOf(known, slice.peek().axes), count, point, (reach / side) * 2 * EDGE);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== "Enter" || !this.tab.peek()) return;
    event.preventDefault();
    this.#choose(REACH);
  }

  /** @param {number} reach */
  #choose(reach) {
    if (!this.tab.peek()) return;
    const at = this.under(reach);
    if (at !== null) this.actions.chooseSample({ at, place: null, batch: false });
    this.tell(at === null ? OUTPUT.noSample : OUTPUT.chosen(at + 1));
  }

  #draw() {
    const place = this.#place(),
      side = this.side.value;
    this.ring.hidden = !place;
    if (place) this.ring.style.transform = `translate(${across(place[0], side)}px, ${down(place[1], side)}px)`;
  }

  /** In the plane of the picture; a mini-batch has no single place. @returns {Point | null} */
  #place() {
    const data = this.store.data.value,
      { axes } = this.store.slice.value,
      { at, place, batch } = this.store.sample.value;
    if (!this.isOpen || !data || (batch && this.tab.value === "graph")) return null;
    if (place && this.tab.value === "neuron") return ownPlace(data, axes, place);
    const places = placesOf(data, axes),
      number = Math.min(at, data.targets.length - 1);
    return [places[2 * number], places[2 * number + 1]];
  }
}

/**
 * A place of one's own is told in inputs; over one input it has no target, so nothing says how high it lies.
 *
 * @param {import("../../protocol/frames.js").Data} data @param {Point} axes @param {Point} place
 * @returns {Point | null}
 */
function ownPlace(data, axes, [first, second]) {
  if (isCurve(data)) return null;
  const { x, y } = axesOf(data, axesIn(data.inputs, axes));
  return [placed(x, first), y ? placed(y, second) : 0];
}

/**
 * Pointer, wheel and keys over the network, told as what they mean: looking at something, editing it, turning a page.
 */

import { shows } from "../../draw/columns.js";
import { ON_SCREEN } from "../../state/arrows.js";
import { foldedAt, targetAt } from "./pointer.js";

/** @typedef {import("./pointer.js").Target} Target */
/** @typedef {import("../../draw/columns.js").Layout} Layout */
/** @typedef {{x: number, y: number}} Place */
/**
 * @typedef {object} Host what gestures act on
 * @property {() => Layout | null} layout
 * @property {import("../../draw/wires.js").WeightAt} weight
 * @property {(target: Target | null, pointer: Place | null) => void} look
 * @property {(target: Target, opener: HTMLElement | null, typing: boolean) => void} edit
 * @property {(layer: number, by: number) => void} page
 * @property {(layer: number, unit: number) => void} stop the unit of its column that Tab reaches from now on
 */

const ABOVE = ".net-head, .net-pager, .net-insert"; // what lies over the picture and has gestures of its own

export class Gestures {
  /** @param {HTMLElement} stage @param {HTMLElement} units @param {Host} host */
  constructor(stage, units, host) {
    this.stage = stage;
    this.units = units;
    this.host = host;
    stage.addEventListener(
      "pointermove",
      (event) => event.pointerType === "mouse" && host.look(this.#under(event, false), this.#place(event)),
    );
    stage.addEventListener("pointerleave", () => host.look(null, null));
    stage.addEventListener("click", (event) => this.#click(event));
    stage.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    units.addEventListener("focusin", (event) => this.#focus(/** @type {HTMLElement} */ (event.target)));
    units.addEventListener("focusout", () => host.look(null, null));
    units.addEventListener("keydown", (event) => this.#key(event));
  }

  /** @param {MouseEvent} event @returns {Place} */
  #place(event) {
    const box = this.stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {MouseEvent} event @param {boolean} coarse a finger @returns {Target | null} */
  #under(event, coarse) {
    const { x, y } = this.#place(event),
      layout = this.host.layout();
    if (!layout || (event.target instanceof Element && event.target.closest(ABOVE))) return null;
    return targetAt(layout, x, y, coarse, this.host.weight);
  }

  /** A press of Enter on a focused unit arrives as a click without a pointer. @param {MouseEvent} event */
  #click(event) {
    const focused = event.detail === 0 && event.target instanceof Element ? event.target.closest(".net-unit") : null;
    const coarse = /** @type {PointerEvent} */ (event).pointerType === "touch";
    const target = focused ? unitOf(focused) : this.#under(event, coarse);
    if (!target) return;
    this.host.look(target, focused ? null : this.#place(event));
    this.host.edit(target, this.button(target.layer, target.unit), !coarse);
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    const layout = this.host.layout(),
      column = layout && foldedAt(layout, this.#place(event).x);
    if (!column || !event.deltaY || event.ctrlKey) return;
    event.preventDefault();
    this.host.page(column.layer, Math.sign(event.deltaY));
  }

  /** @param {HTMLElement} button */
  #focus(button) {
    const target = unitOf(button);
    this.host.stop(target.layer, target.unit);
    if (button.matches(":focus-visible")) this.host.look(target, null);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const move = ON_SCREEN[event.key],
      layout = this.host.layout();
    if (!move || !layout) return;
    event.preventDefault();
    event.stopPropagation(); // the page's own arrow keys step the training
    const [layer, unit] = neighbour(layout, unitOf(/** @type {HTMLElement} */ (event.target)), move);
    if (!shows(layout.columns[layer], unit)) this.host.page(layer, move[1]);
    this.host.stop(layer, unit);
    this.button(layer, unit)?.focus();
  }

  /** The focusable element of a unit. @param {number} layer @param {number} unit @returns {HTMLElement | null} */
  button(layer, unit) {
    return this.units.querySelector(`.net-unit[data-layer="${layer}"][data-unit="${unit}"]`);
  }
}

/**
 * The unit an arrow key leads to.
 *
 * @param {Layout} layout @param {Target} from @param {[number, number]} move
 * @returns {[number, number]}
 */
function neighbour({ columns }, from, [across, down]) {
  const layer = Math.max(0, Math.min(columns.length - 1, from.layer + across));
  const { start, count, size } = columns[layer],
    row = from.unit - columns[from.layer].start;
  return [layer, across ? start + Math.min(row, count - 1) : Math.max(0, Math.min(size - 1, from.unit + down))];
}

/** @param {Element} button @returns {Target} */
function unitOf(button) {
  const { layer, unit } = /** @type {HTMLElement} */ (button).dataset;
  return { kind: "unit", layer: Number(layer), unit: Number(unit) };
}

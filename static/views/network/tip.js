/** The small label beside pointer or focus: what stands there, and its value. */

import { NETWORK, TIP } from "../../text/pictures.js";
import { anchorOf } from "./pointer.js";

/** @typedef {import("./pointer.js").Target} Target */
/** @typedef {import("../../draw/columns.js").Layout} Layout */
/** @typedef {import("../../text/pictures.js").Names} Names */
/**
 * @typedef {object} Values
 * @property {(layer: number, unit: number, source: number | null) => number} value NaN where the frame has none
 * @property {(layer: number) => string} activation
 * @property {(layer: number, unit: number) => string} [state] ", frozen" and the like
 * @property {(wire: {layer: number, unit: number, source: number}) => string} [idle] what a
 *   disabled connection says instead of its value
 */

// pixels under the pointer, or under the unit, so that its picture stays in view
const BELOW = { wire: 18, unit: 8, bias: 8 };
const ABOVE = 12;
const EDGE = 4;

/** @param {Target} target @param {Names} names @param {Values} values */
export function wordsOf(target, names, { value, activation, state = () => "", idle = () => "" }) {
  const { layer, unit } = target,
    name = names.unit(target);
  if (target.kind === "wire" && idle(target)) return TIP.idle(names.wire(target), idle(target));
  if (target.kind === "wire")
    return withValue(value(layer, unit, target.source), (weight) => TIP.wire(names.wire(target), weight));
  const bias = value(layer, unit, null);
  if (target.kind === "bias") return withValue(bias, (known) => TIP.bias(name, known));
  if (layer === 0) return `${NETWORK.input} ${name}`;
  return (
    (Number.isNaN(bias) ? TIP.unit(name, activation(layer)) : TIP.unitBias(name, activation(layer), bias)) +
    state(layer, unit)
  );
}

/** @param {number} value @param {(value: number) => string} words */
function withValue(value, words) {
  return Number.isNaN(value) ? "" : words(value);
}

/**
 * @param {HTMLElement} tip @param {string} text "" hides it @param {Layout} layout @param {Target | null} target
 * @param {{x: number, y: number} | null} pointer
 */
export function showTip(tip, text, layout, target, pointer) {
  tip.hidden = !text || !target;
  if (tip.hidden || !target) return;
  if (tip.textContent !== text) tip.textContent = text;
  const { x, y } = (target.kind === "wire" && pointer) || anchorOf(layout, target),
    { offsetWidth: width, offsetHeight: height } = tip;
  const left = Math.max(EDGE, Math.min(x - width / 2, layout.width - width - EDGE)),
    below = y + BELOW[target.kind];
  const top = below + height > layout.height ? y - height - ABOVE : below;
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
}

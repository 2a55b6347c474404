/** The frame of an experiment's picture: where the values of its axis stand, with their texts, and its heights. */

import { svg } from "lit-html";

import { atX, atY } from "../../../draw/axes.js";
import { placeAt, placesOf, roomy } from "../../../draw/stretches.js";
import { axisText, tick } from "../../../text/numbers.js";

/** @typedef {import("../../../draw/axes.js").Box} Box */
/** @typedef {import("../../../protocol/answers.js").ExperimentAxis} Axis */
/**
 * @typedef {{width: number, height: number, rem: number, type: number}} Size in pixels; `rem`: of the page, `type`: of
 *   the picture's texts
 */
/** @typedef {{box: Box, places: number[], axis: Axis | undefined, size: Size, isFew: boolean}} Frame */

const ROOM = { left: 3.25, right: 3.25, top: 0.75, bottom: 2.5 }; // rem around the box
const EDGE = 0.03; // of the box, beyond the first and the last value
const LETTER = 0.62; // of the type's size, that a letter takes
const BETWEEN = 0.75; // rem between two texts
const CLOSED = /** @type {[number, number]} */ ([-EDGE, 1 + EDGE]);

/**
 * @param {Axis | undefined} axis @param {boolean} isLog whether its numbers stand by ratio, where they have a scale
 * @param {readonly [number, number]} range of the heights @param {Size} size @returns {Frame}
 */
export function frameOf(axis, isLog, range, size) {
  const { left, right, top, bottom } = ROOM,
    { width, height, rem } = size,
    isChoice = !axis || axis.scale === "choice";
  return {
    box: {
      left: left * rem,
      top: top * rem,
      width: width - (left + right) * rem,
      height: height - (top + bottom) * rem,
      x: isChoice ? [0, 1] : CLOSED,
      y: range,
    },
    places: placesOf(axis?.values ?? [""], isChoice ? "choice" : isLog ? "log" : "linear"),
    axis,
    size,
    isFew: isChoice,
  };
}

/** Where a value of the axis stands, or a place between two. @param {Frame} frame @param {number} position */
export function acrossAt({ box, places }, position) {
  return atX(box, placeAt(places, position));
}

/** The value nearest to a place of the picture. @param {Frame} frame @param {number} across @returns {number} */
export function nearestTo({ box, places }, across) {
  const far = places.map((place) => Math.abs(atX(box, place) - across));
  return far.indexOf(Math.min(...far));
}

/** From where to where a value can be pressed: halfway to its neighbours. @param {Frame} frame @param {number} at */
export function columnOf({ box, places }, at) {
  const own = places[at],
    others = places.map((place) => place - own).filter((gap) => gap !== 0),
    before = Math.max(...others.filter((gap) => gap < 0)),
    after = Math.min(...others.filter((gap) => gap > 0));
  const from = Number.isFinite(before) ? atX(box, own + before / 2) : box.left,
    to = Number.isFinite(after) ? atX(box, own + after / 2) : box.left + box.width;
  return { x: from, width: to - from };
}

/** Lines and numbers of the heights. @param {Frame} frame @param {{at: number, value: number}[]} ticks */
export function heights({ box, size }, ticks) {
  const { left, width } = box;
  return ticks.map(({ at, value }) => {
    const y = atY(box, at).toFixed(1);
    return svg`<path class="lab-grid" d="M${left} ${y}H${left + width}" /><text class="lab-tick"
      x=${left - 0.375 * size.rem} y=${y} dy="0.32em" text-anchor="end">${tick(value)}</text>`;
  });
}

/** The texts below, as many as there is room for, and what they are of. @param {Frame} frame */
export function widths(frame) {
  const { box, places, axis, size } = frame,
    { rem, height, type } = size;
  if (!axis) return "";
  const texts = axis.texts.map(axisText),
    shares = texts.map((text) => (text.length * LETTER * type + BETWEEN * rem) / box.width),
    shown = frame.isFew ? places.map((_, at) => at) : roomy(places, shares);
  return svg`${shown.map(
    (at) => svg`<path class="lab-notch" d="M${acrossAt(frame, at)} ${box.top + box.height}v${0.25 * rem}" /><text
      class="lab-tick" x=${acrossAt(frame, at)} y=${box.top + box.height + 1.0625 * rem}
      text-anchor="middle">${texts[at]}</text>`,
  )}<text class="lab-axis" x=${box.left + box.width / 2} y=${height - 0.3125 * rem} text-anchor="middle">${
    axis.unit ? `${axis.label} (${axis.unit})` : axis.label
  }</text>`;
}

/**
 * The line where a network has as many parameters as there are points.
 *
 * @param {Frame} frame @param {number} position @param {string} text
 */
export function sizeLine(frame, position, text) {
  const x = acrossAt(frame, position),
    { box, size } = frame,
    isRight = x > box.left + box.width / 2;
  return svg`<path class="lab-size" d="M${x} ${box.top}V${box.top + box.height}" /><text class="lab-tick"
    x=${x + (isRight ? -0.3125 : 0.3125) * size.rem} y=${box.top + 0.5 * size.rem}
    text-anchor=${isRight ? "end" : "start"}>${text}</text>`;
}

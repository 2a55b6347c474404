/** How much room the network's columns have: what headings, buttons and labels leave of the region. */

import { wholeLayers } from "../../draw/columns.js";

/** @typedef {import("../../draw/columns.js").Space} Space */
/**
 * @typedef {object} Circumstances
 * @property {number} width @property {number} height of the region, in pixels
 * @property {number} columns how many
 * @property {boolean} [longNames] whether the inputs' names need more room than x₁ does
 * @property {boolean} [longClasses] whether the classes' names, beside the outputs, need more room than a digit does
 * @property {boolean} allowed whether the network may be edited here
 * @property {boolean} [marked] whether a heading has a line on what its layer has of its own
 * @property {boolean} [present] whether a room looks on
 * @property {boolean} coarse whether a finger points
 * @property {number} rem pixels of the page's type size
 * @property {number} [largest] units of the largest layer
 */

const COMPACT_PITCH = 8; // rem; narrower columns get one button instead of a row of them
const LOW = 17; // rem; lower regions, over an open drawer, keep their height for the units
const SLIM = 2.25; // rem; a low heading and the gap below it
const SLIM_FOOT = 0.375; // rem
const OWN_LINE = 1; // rem
const ROOMY = 35; // rem; narrower regions have narrow margins
const NAMES = 2.25; // rem more for long names of inputs, and of classes
const MANY = 5; // columns; more are narrow under a finger, so that the network is in view whole
const FINGER = 2.875; // rem; headings of nearer columns stand in two rows, where the units have the height to spare

/** Whether headings are of one button, which opens the layer's panel. @param {Circumstances} at */
export function isCompact(at) {
  const { left, right } = sidesOf(at);
  return at.coarse || (at.width / at.rem - left - right) / Math.max(1, at.columns - 1) < COMPACT_PITCH;
}

/** What is left free beside the columns, in rem. @param {Circumstances} at */
function sidesOf({ width, rem, longNames, longClasses }) {
  const roomy = width > ROOMY * rem;
  return {
    left: (roomy ? 5 : 3.875) + (longNames ? NAMES : 0),
    right: (roomy ? 4.125 : 3.75) + (longClasses ? NAMES : 0),
  };
}

/**
 * Whether there is room below the columns for the buttons that put a layer between two.
 *
 * @param {Pick<Circumstances, "height" | "rem">} at
 */
export function hasFoot({ height, rem }) {
  return height >= LOW * rem;
}

/**
 * Whether headings are of one low button each, because more layers are whole then: over an open drawer.
 *
 * @param {Circumstances} at @param {readonly number[]} sizes units per layer
 */
export function isSlim(at, sizes) {
  return at.allowed && !at.coarse && wholeLayers(spaceOf(at, true), sizes) > wholeLayers(spaceOf(at), sizes);
}

/**
 * The room that a phone has for many layers: columns as near each other as it takes to see them all.
 *
 * @param {Circumstances} at @returns {Space | null} null where the columns have room, or a layer is folded anyhow
 */
export function crowdedSpace(at) {
  const { width, height, columns, allowed, coarse, rem, longNames, longClasses, largest = Infinity } = at;
  if (!coarse || width > ROOMY * rem || columns <= MANY) return null;
  const left = rem * (3.125 + (longNames ? NAMES : 0)),
    right = rem * (2 + (longClasses ? NAMES : 0));
  const nearer = (width - left - right) / (columns - 1) < FINGER * rem;
  const space = (/** @type {boolean} */ staggered) => {
    const head = rem * ((allowed ? 3.25 : 2.25) + (staggered ? FINGER : 0));
    return { width, height, head, foot: rem / 2, fold: 0, left, right, leastPitch: 1.75 * rem, staggered };
  };
  return [space(nearer && allowed), space(false)].find((each) => wholeLayers(each, [largest])) ?? null;
}

/** @param {Circumstances} at @param {boolean} [slim] @returns {Space} */
export function spaceOf(at, slim = false) {
  const crowded = crowdedSpace(at);
  if (crowded) return crowded;
  const { width, height, columns, allowed, coarse, rem } = at,
    { left, right } = sidesOf(at),
    compact = slim || isCompact(at),
    roomy = width > ROOMY * rem;
  const own = at.marked && !(allowed && compact) ? OWN_LINE : 0;
  return {
    width,
    height,
    head: rem * ((allowed ? (slim ? SLIM : compact ? 3.5 : 4.25) : 2.25) + own),
    foot: rem * (slim ? SLIM_FOOT : allowed && !compact && hasFoot(at) ? 2.75 : 0.75),
    fold: rem * (coarse ? 5.25 : 4.125),
    left: rem * left,
    staggered: false,
    right: rem * right,
    large: at.present,
    leastPitch: rem * (columns > 6 || !roomy ? 4.25 : 4.75),
  };
}

const PICTURES = [
  [28, 16],
  [44, 24],
  [64, 32],
]; // up to so many pixels on the screen, a picture of so many
const FINEST = 40;

/** How finely a unit's picture is asked for. @param {number} side on the screen */
export function pictureSize(side) {
  return PICTURES.find(([most]) => side <= most)?.[1] ?? FINEST;
}

/** Where everything of the network stands: one column a layer, folded where a layer has more units than fit. */

/**
 * @typedef {object} Column
 * @property {number} layer 0 is the inputs
 * @property {number} size units the layer has
 * @property {number} start first shown unit
 * @property {number} count shown units
 * @property {number} x centre of the column
 * @property {number[]} ys centre of each shown unit
 */
/**
 * @typedef {object} Layout
 * @property {number} width content width; more than the region's when many layers must scroll
 * @property {number} height @property {number} side of a unit's picture
 * @property {number} target side of what a pointer hits of it @property {number} pitch between columns
 * @property {Column[]} columns @property {boolean} [staggered] whether headings stand in two rows
 */
/**
 * @typedef {object} Space
 * @property {number} width @property {number} height the region
 * @property {number} head kept free above for the layers' headings @property {number} foot kept free below
 * @property {number} fold kept free below a folded column for its pager
 * @property {number} left @property {number} right margins beside the outermost columns' centres
 * @property {number} leastPitch columns are never nearer than this
 * @property {boolean} [large] whether units are drawn larger than usual, for a room
 * @property {boolean} [staggered] whether headings stand in two rows
 */

export const MOST_SHOWN = 12;
const COMFORTABLE = 42; // a unit and the gap below it, when a layer is folded
const TIGHT = 29; // the least of both in a window of a layer
const FEW = 6; // units that a window rather draws tightly than leaves out
const TARGET = 24; // what a pointer needs; a layer that fits at this is rather whole than folded
const SMALLEST_SIDE = 18;
const CLEAR_SIDE = 34; // low regions draw as large as this where it fits
const LARGEST_SIDE = 96;
const USUALLY = 7; // so many units, without gaps, would fill the height
const FOR_A_ROOM = 5;
const WIDEST_PITCH = 330;
const GAP = 1.2; // unit and gap below it, in sides
const LOOSE_GAP = 1.75;
const LOOSE_STEP = 80; // pixels from unit to unit that even small ones may be apart

/**
 * @param {Space} space @param {readonly number[]} sizes units per layer
 * @param {readonly number[]} starts wanted first unit of each layer; clamped to what exists
 * @returns {Layout}
 */
export function arrange(space, sizes, starts) {
  const counts = sizes.map((size) => shownOf(space, size));
  const pitch = columnPitch(space, sizes.length);
  const side = unitSide(space, sizes, counts, pitch);
  const content = space.left + space.right + pitch * (sizes.length - 1);
  const width = Math.max(space.width, content);
  const first = space.left + (width - content) / 2;
  const columns = sizes.map((size, layer) => {
    const start = Math.max(0, Math.min(starts[layer] ?? 0, size - counts[layer]));
    const ys = rows(space, counts[layer], counts[layer] < size, side);
    return { layer, size, start, count: counts[layer], x: first + layer * pitch, ys };
  });
  const { height, staggered } = space;
  return { width, height, side, target: Math.max(side, TARGET), pitch, columns, staggered };
}

/**
 * How many units of a layer are shown: all, or as many as stay comfortable over a pager.
 *
 * @param {Space} space @param {number} size
 */
function shownOf(space, size) {
  const free = space.height - space.head - space.foot;
  return size <= MOST_SHOWN && size * TARGET <= free ? size : Math.min(size, capacity(free - space.fold));
}

/** How many layers are shown whole. @param {Space} space @param {readonly number[]} sizes */
export function wholeLayers(space, sizes) {
  return sizes.filter((size) => shownOf(space, size) === size).length;
}

/** @param {number} free pixels for units */
function capacity(free) {
  return clamp(Math.max(Math.min(FEW, Math.floor(free / TIGHT)), Math.floor(free / COMFORTABLE)), 2, MOST_SHOWN);
}

/** @param {Space} space @param {number} columns */
function columnPitch(space, columns) {
  const fair = (space.width - space.left - space.right) / Math.max(1, columns - 1);
  return clamp(fair, space.leastPitch, WIDEST_PITCH);
}

/** @param {Space} space @param {readonly number[]} sizes @param {number[]} counts @param {number} pitch */
function unitSide(space, sizes, counts, pitch) {
  const free = space.height - space.head - space.foot;
  const fits = counts.map((count, layer) => (free - (count < sizes[layer] ? space.fold : 0)) / (count * GAP));
  const wanted = Math.min(Math.max(free / (space.large ? FOR_A_ROOM : USUALLY), CLEAR_SIDE), pitch * 0.55, ...fits);
  return Math.floor(clamp(wanted, SMALLEST_SIDE, LARGEST_SIDE));
}

/** @param {Space} space @param {number} count @param {boolean} folded @param {number} side */
function rows(space, count, folded, side) {
  const free = space.height - space.head - space.foot - (folded ? space.fold : 0);
  const step = Math.min(free / count, Math.max(side * LOOSE_GAP, LOOSE_STEP));
  const middle = space.head + free / 2;
  return Array.from({ length: count }, (_, row) => Math.round(middle + (row - (count - 1) / 2) * step));
}

/**
 * The windows to ask the server for: first unit and count of each layer.
 *
 * @param {Layout} layout
 * @returns {[number, number][]}
 */
export function windowsOf(layout) {
  return layout.columns.map(({ start, count }) => [start, count]);
}

/** Whether a unit is on show. @param {Column} column @param {number} unit */
export function shows(column, unit) {
  return unit >= column.start && unit < column.start + column.count;
}

/** @param {number} value @param {number} low @param {number} high */
function clamp(value, low, high) {
  return Math.max(low, Math.min(high, value));
}

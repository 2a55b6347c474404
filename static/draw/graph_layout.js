/** Places the boxes of a graph in columns from left to right, in units of the type's size; pure. */

/** @typedef {{id: string, kind: string, parents: string[]}} Box */
/** @typedef {{x: number, y: number, width: number, height: number}} Place centre and size */
/** @typedef {{places: Map<string, Place>, width: number, height: number}} Placed */

/** Boxes in a row, what is given to them (`leaf` high) in a row above; `foot`: room for numbers under the row. */
export const BY_LAYER = { width: 5.25, height: 4.7, leaf: 4.7, gap: 1.7, across: 9, foot: 0, margin: 0.5 };
/** The same where room is short: the lines' numbers stand over and under the row, and boxes tell no shape. */
export const TIGHT = { width: 4.7, height: 3.6, leaf: 2.9, gap: 1.6, across: 5.65, foot: 1.1, margin: 0.5 };
export const BY_OPERATION = { width: 7, height: 2.2, across: 10, down: 2.7, margin: 0.5 };
const LEAVES = new Set(["parameter", "target", "constant"]);
const ROUNDS = 4; // of pulling boxes towards their neighbours

/**
 * The straight way in one row, and what is given to it above.
 *
 * @param {Box[]} boxes @param {typeof BY_LAYER} size
 * @returns {Placed}
 */
export function layoutLine(boxes, size = BY_LAYER) {
  const line = boxes.filter((box) => !LEAVES.has(box.kind)),
    columns = new Map(line.map((box, at) => [box.id, at]));
  const places = new Map(),
    above = { ...size, height: size.leaf },
    top = size.margin + size.leaf / 2,
    y = size.margin + size.leaf + size.gap + size.height / 2;
  for (const [id, column] of columns) places.set(id, place(column, y, size));
  for (const box of line) {
    const leaves = box.parents.filter((parent) => !columns.has(parent)),
      column = columns.get(box.id) ?? 0;
    // The last stands above its box, what else there is above the ones before.
    leaves.forEach((leaf, at) => places.set(leaf, place(column - (leaves.length - 1 - at), top, above)));
  }
  return {
    places,
    width: (line.length - 1) * size.across + size.width + 2 * size.margin,
    height: size.leaf + size.gap + size.height + size.foot + 2 * size.margin,
  };
}

/**
 * @param {number} column @param {number} y
 * @param {Pick<typeof BY_LAYER, "width" | "height" | "across" | "margin">} size
 * @returns {Place}
 */
function place(column, y, { width, height, across, margin }) {
  return { x: margin + width / 2 + column * across, y, width, height };
}

/**
 * Columns by the longest way from the inputs; what is given stands right before what needs it.
 *
 * @param {Box[]} boxes @param {typeof BY_OPERATION} size
 * @returns {Placed}
 */
export function layoutColumns(boxes, size = BY_OPERATION) {
  const columns = columnsOf(boxes),
    most = Math.max(...columns.map((column) => column.length));
  const height = 2 * size.margin + (most - 1) * size.down + size.height,
    places = new Map();
  arrange(columns, boxes);
  columns.forEach((column, at) => {
    const top = (height - (column.length - 1) * size.down) / 2;
    column.forEach((box, row) => places.set(box.id, place(at, top + row * size.down, size)));
  });
  return { places, width: (columns.length - 1) * size.across + size.width + 2 * size.margin, height };
}

/** @param {Box[]} boxes @returns {Box[][]} */
function columnsOf(boxes) {
  const depth = /** @type {Map<string, number>} */ (new Map()),
    isLeaf = (/** @type {Box} */ box) => LEAVES.has(box.kind);
  for (const box of boxes) {
    if (!isLeaf(box))
      depth.set(box.id, box.parents.length ? 1 + Math.max(...box.parents.map((parent) => depth.get(parent) ?? 0)) : 0);
  }
  for (const leaf of boxes.filter(isLeaf)) {
    const uses = boxes.filter((box) => box.parents.includes(leaf.id)).map((box) => depth.get(box.id) ?? 1);
    depth.set(leaf.id, Math.min(...uses) - 1);
  }
  const columns = /** @type {Box[][]} */ (Array.from({ length: 1 + Math.max(...depth.values()) }, () => []));
  for (const box of boxes) columns[depth.get(box.id) ?? 0].push(box);
  return columns;
}

/**
 * Order each column by the middle of the neighbours, from left to right and back, so that few lines cross.
 *
 * @param {Box[][]} columns @param {Box[]} boxes
 */
function arrange(columns, boxes) {
  const children = new Map(
    boxes.map((box) => [box.id, boxes.filter((other) => other.parents.includes(box.id)).map((other) => other.id)]),
  );
  const rows = new Map();
  const note = (/** @type {Box[]} */ column) =>
    column.forEach((box, at) => rows.set(box.id, (at + 0.5) / column.length));
  columns.forEach(note);
  const sort = (/** @type {Box[]} */ column, /** @type {(box: Box) => string[]} */ neighbours) => {
    const middle = new Map(
      column.map((box) => [
        box.id,
        mean(
          neighbours(box).map((id) => rows.get(id)),
          rows.get(box.id),
        ),
      ]),
    );
    column.sort((one, two) => (middle.get(one.id) ?? 0) - (middle.get(two.id) ?? 0));
    note(column);
  };
  for (let round = 0; round < ROUNDS; round++) {
    for (const column of columns)
      sort(column, (box) => (box.parents.length ? box.parents : (children.get(box.id) ?? [])));
    for (const column of [...columns].reverse()) sort(column, (box) => children.get(box.id) ?? []);
  }
}

/** @param {number[]} values @param {number} otherwise */
function mean(values, otherwise) {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : otherwise;
}

/**
 * A line from one box to another: straight along a row, else bent.
 *
 * @param {Place} from @param {Place} to @param {number} shift downwards
 */
export function linePath(from, to, shift) {
  if (Math.abs(from.x - to.x) < from.width) {
    const x = from.x + shift;
    return `M${n(x)} ${n(from.y + from.height / 2)}L${n(to.x + shift)} ${n(to.y - to.height / 2)}`;
  }
  const left = from.x + from.width / 2,
    right = to.x - to.width / 2,
    middle = (left + right) / 2,
    y1 = from.y + shift,
    y2 = to.y + shift;
  if (Math.abs(y1 - y2) < 0.01) return `M${n(left)} ${n(y1)}L${n(right)} ${n(y2)}`;
  return `M${n(left)} ${n(y1)}C${n(middle)} ${n(y1)} ${n(middle)} ${n(y2)} ${n(right)} ${n(y2)}`;
}

/** @param {number} value */
function n(value) {
  return Number(value.toFixed(3));
}

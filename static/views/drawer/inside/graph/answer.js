/**
 * What the server tells of a graph, and how its numbers are unpacked;
 * `server/study/graph/answer.py` makes it. Shared by all parts of the tab.
 */

/** @typedef {number[][]} Matrix rows of numbers; null stands for what is no ordinary number */
/** @typedef {import("../../../../protocol/answers.js").GraphAnswer} Packed as it came */
/** @typedef {import("../../../../protocol/answers.js").PackedMatrix} PackedMatrix */
/**
 * @typedef {{matrix: Matrix, length: number}} Picture one number as it is; of several a
 *   picture in any scale, and how long they are together
 */
/**
 * @typedef {{from: string, place: number, formula: string, gradient?: Picture}} Back what
 *   comes back from a child, whose parent number `place` it is
 */
/**
 * @typedef {Omit<import("../../../../protocol/answers.js").GraphNode, "value" | "gradient" | "back">
 *   & {value: Picture, gradient: Picture | null, back: Back[]}} Node
 */
/** @typedef {{value: Matrix, gradient: Matrix | null, details: Record<string, Matrix>}} Numbers */
/** @typedef {Omit<Node, "value" | "gradient"> & Numbers} Whole a box with all its numbers */
/**
 * @typedef {{row: number, column: number, held: boolean, stages: Record<string, number>, change: Matrix,
 *   after: Matrix}} Moved what becomes of a parameter; the stages are of one of its numbers
 */
/**
 * @typedef {object} Jacobian `own`: ∂ box / ∂ the one `before` it; `product`: ∂ box / ∂
 *   `start`, with the stretch at each box of the way back
 * @property {string} before @property {string} start @property {string[]} starts
 * @property {boolean} coupled whether samples depend on each other on the way
 * @property {number} of @property {number} by @property {string} [refused]
 * @property {Matrix} [own] @property {Matrix} [product] @property {[string, number | null][]} [way]
 */
/**
 * @typedef {{id: string, near: Record<string, Numbers>, update?: Moved, jacobian?: Jacobian}} Opened
 *   the box that is looked at
 */
/** @typedef {import("../../../../protocol/answers.js").GraphSamples} Samples */
/** @typedef {"layer" | "operation"} Detail */
/** @typedef {Omit<Packed, "nodes" | "opened"> & {nodes: Node[], opened: Opened}} Answer with its numbers unpacked */

const GIVEN = new Set(["input", "parameter", "target", "constant"]);

/** Whether a node's value comes from outside. @param {Node} node */
export function isGiven({ kind }) {
  return GIVEN.has(kind);
}

/** @param {Answer} answer @param {string} id */
export function nodeOf(answer, id) {
  return /** @type {Node} */ (answer.nodes.find((node) => node.id === id));
}

/**
 * A box that is looked at, or one that its formulas tell of.
 *
 * @param {Answer} answer @param {string} id
 * @returns {Whole}
 */
export function wholeOf(answer, id) {
  return { ...nodeOf(answer, id), ...answer.opened.near[id] };
}

// ---- unpacking

/** @param {Packed} packed @returns {Answer} */
export function unpack(packed) {
  return { ...packed, nodes: packed.nodes.map(node), opened: opened(packed.opened) };
}

/** @param {Packed["nodes"][number]} packed @returns {Node} */
function node(packed) {
  const back = packed.back.map((part) => ({
    ...part,
    gradient: part.gradient && picture(part.gradient),
  }));
  return { ...packed, value: picture(packed.value), gradient: packed.gradient && picture(packed.gradient), back };
}

/** @param {Packed["opened"]} packed @returns {Opened} */
function opened({ near, update, jacobian, ...rest }) {
  return {
    ...rest,
    near: Object.fromEntries(Object.entries(near).map(([id, packed]) => [id, numbers(packed)])),
    update: update && { ...update, change: matrix(update.change), after: matrix(update.after) },
    jacobian: jacobian && {
      ...jacobian,
      own: jacobian.own && matrix(jacobian.own),
      product: jacobian.product && matrix(jacobian.product),
    },
  };
}

/** @param {import("../../../../protocol/answers.js").NodeNumbers} packed @returns {Numbers} */
function numbers({ value, gradient, details }) {
  return { value: matrix(value), gradient: gradient && matrix(gradient), details: each(details) };
}

/** @param {Record<string, PackedMatrix>} packed @returns {Record<string, Matrix>} */
function each(packed) {
  return Object.fromEntries(Object.entries(packed).map(([name, part]) => [name, matrix(part)]));
}

/** @param {PackedMatrix} packed @returns {Picture} */
function picture(packed) {
  const found = matrix(packed);
  return { matrix: found, length: packed.length ?? Math.abs(found[0][0]) };
}

/** @param {PackedMatrix} packed @returns {Matrix} */
export function matrix({ rows, numbers, float32, dots }) {
  if (numbers) return inRows(numbers, rows);
  if (float32 !== undefined) return inRows(Array.from(new Float32Array(bytes(float32).buffer)), rows);
  return inRows(Array.from(new Int8Array(bytes(dots ?? "").buffer)), rows);
}

/** @param {string} text base64 */
function bytes(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

/** @param {number[]} numbers @param {number} rows @returns {Matrix} */
function inRows(numbers, rows) {
  const columns = numbers.length / rows;
  return Array.from({ length: rows }, (_, row) => numbers.slice(row * columns, (row + 1) * columns));
}

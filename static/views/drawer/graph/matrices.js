/** Jacobians as matrices: unpacked, multiplied along a path, and their size. */

import { chainOf, nodeOf } from "./answer.js";

/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./answer.js").Node} Node */
/** @typedef {import("./answer.js").Matrix} Matrix */

const ROUNDS = 60; // of the power iteration: enough for three digits

/** ∂ node / ∂ the node before it on the straight way, for the first sample. @param {Answer} answer @param {Node} node @returns {Matrix} */
export function jacobianOf(answer, { jacobian }) {
  if (!jacobian) return [];
  if (jacobian.node) return nodeOf(answer, jacobian.node).value;
  if (!jacobian.diagonal) return jacobian.matrix ?? [];
  const { diagonal } = jacobian;
  return diagonal.map((value, row) => diagonal.map((_, column) => (row === column ? value : 0)));
}

/** @param {Matrix} left @param {Matrix} right @returns {Matrix} */
export function multiply(left, right) {
  return left.map((row) => right[0].map((_, column) => row.reduce((sum, value, at) => sum + value * right[at][column], 0)));
}

/** By how much the matrix stretches a vector at most: its largest singular value. @param {Matrix} matrix */
export function stretch(matrix) {
  let vector = matrix[0].map((_, at) => 1 + at / 97), size = 0; // uneven, so that no direction is missed by symmetry
  for (let round = 0; round < ROUNDS; round++) {
    const image = matrix.map((row) => dot(row, vector));
    vector = matrix[0].map((_, column) => image.reduce((sum, value, row) => sum + matrix[row][column] * value, 0));
    const length = Math.hypot(...vector);
    if (!(length > 0)) return length === 0 ? 0 : NaN;
    vector = vector.map((value) => value / length);
    size = Math.sqrt(length);
  }
  return size;
}

/** @param {number[]} one @param {number[]} two */
function dot(one, two) {
  return one.reduce((sum, value, at) => sum + value * two[at], 0);
}

/**
 * The chain rule along the straight way: ∂ `to` / ∂ `from` as a product of Jacobians, and its stretch at each box on the way back.
 * @param {Answer} answer @param {string} from @param {string} to
 * @returns {{product: Matrix, way: {id: string, symbol: string, size: number}[]} | null} null: `from` does not come before `to`
 */
export function along(answer, from, to) {
  const chain = chainOf(answer), end = chain.findIndex((node) => node.id === to), start = chain.findIndex((node) => node.id === from);
  if (start < 0 || end <= start) return null;
  let product = jacobianOf(answer, chain[end]);
  const way = [{ id: chain[end - 1].id, symbol: chain[end - 1].symbol, size: stretch(product) }];
  for (let at = end - 1; at > start; at--) {
    product = multiply(product, jacobianOf(answer, chain[at]));
    way.push({ id: chain[at - 1].id, symbol: chain[at - 1].symbol, size: stretch(product) });
  }
  return { product, way };
}

/**
 * Among single operations: how many paths lead from one to the other, and the sum of their products.
 * @param {Answer} answer @param {string} from @param {string} to
 */
export function overPaths({ nodes }, from, to) {
  const known = new Map([[from, { paths: 1, sum: 1 }]]);
  for (const node of nodes) {
    if (node.id === from || !node.locals) continue;
    let paths = 0, sum = 0;
    node.parents.forEach((parent, place) => {
      const way = known.get(parent), slope = node.locals?.[place];
      if (!way || slope == null) return;
      paths += way.paths;
      sum += way.sum * slope;
    });
    if (paths) known.set(node.id, { paths, sum });
  }
  return known.get(to) ?? { paths: 0, sum: 0 };
}

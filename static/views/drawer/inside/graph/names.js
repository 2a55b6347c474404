/**
 * What the rows and columns of the graph's boxes are called, where they have names of their
 * own: inputs, classes, targets.
 */

import { isMeasured } from "../../../../draw/projection.js";
import { inputLabels } from "../../../../state/inputs.js";
import { GRAPH } from "../../../../text/graph.js";
import { inOwnUnit } from "../../../../text/quantities.js";

/** @typedef {import("./answer.js").Node} Node */
/** @typedef {import("./walk.js").Walk} Walk */

const LONGEST = 24; // signs: what is longer is cut

/**
 * For each number of one sample in a box; empty where units have only numbers.
 *
 * @param {Walk} walk @param {Pick<Node, "id" | "kind" | "layer" | "shape">} node
 * @returns {string[]}
 */
export function namesIn(walk, node) {
  const { catalogue, settings, data } = walk.world.store,
    [rows] = node.shape;
  if (node.kind === "input") return rows > 1 ? short(inputLabels(catalogue, settings.value, data.value)) : [];
  return isOfClasses(walk, node)
    ? short(Array.from({ length: rows }, (_, at) => GRAPH.className(data.value?.class_names[at], at)))
    : [];
}

/**
 * What the numbers of a parameter's columns are multiplied with: the inputs, for the first weights.
 *
 * @param {Walk} walk @param {Node} node
 */
export function columnNamesIn(walk, node) {
  const { catalogue, settings, data } = walk.world.store;
  return node.id === "W1" ? short(inputLabels(catalogue, settings.value, data.value)) : [];
}

/**
 * What the target of a sample stands for, in words; "" for a plain number.
 *
 * @param {Walk} walk @param {number[][]} target a row for each class, or one row @param {number} column of the sample
 */
export function targetWords(walk, target, column) {
  const data = walk.world.store.data.value;
  if (!data) return "";
  if (data.problem === "regression")
    return isMeasured(data.target) ? GRAPH.numberIs(data.target.name, inOwnUnit(data.target, target[0][column])) : "";
  return GRAPH.targetIs(GRAPH.classOf(data.problem, classOf(target, column), data.class_names));
}

/**
 * Which class a target stands for: the row with a 1, or of two classes the upper one for a 1.
 *
 * @param {import("./answer.js").Matrix} target @param {number} column
 */
function classOf(target, column) {
  return target.length > 1 ? target.findIndex((row) => row[column] === 1) : target[0][column] > 0 ? 1 : 0;
}

/** Whether there is a row for each class. @param {Walk} walk @param {Pick<Node, "layer" | "shape">} node */
function isOfClasses(walk, { layer, shape: [rows] }) {
  const { data, frame } = walk.world.store,
    last = (frame.value?.sizes.length ?? 0) - 1;
  return data.value?.problem === "multiclass" && last > 0 && layer >= last && rows === data.value.classes;
}

/** @param {string[]} names */
function short(names) {
  return names.map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name));
}

/** The steps of a walk through the graph: forward, loss, backward, update; and what can be seen after each. */

import { isGiven } from "./answer.js";

/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {"forward" | "loss" | "backward" | "update"} Phase */
/** @typedef {{phase: Phase, node: string, isResult?: boolean}} Step `isResult`: the new loss beside the old one */

/** @type {Phase[]} */
export const PHASES = ["forward", "loss", "backward", "update"];

/** @param {Answer} answer @returns {Step[]} */
export function stepsOf({ nodes }) {
  const computed = nodes.filter((node) => !isGiven(node)),
    loss = nodes[nodes.length - 1];
  const input = nodes.filter((node) => node.kind === "input").slice(0, 1);
  const parameters = nodes.filter((node) => node.kind === "parameter");
  const pulled = nodes.filter((node) => node.gradient && node.kind !== "constant").reverse();
  return [
    ...[...input, ...computed].filter((node) => node !== loss).map((node) => step("forward", node.id)),
    step("loss", loss.id),
    ...inOrder(pulled, nodes).map((id) => step("backward", id)),
    ...parameters.map((node) => step("update", node.id)),
    { phase: "update", node: loss.id, isResult: true },
  ];
}

/** @param {Phase} phase @param {string} node @returns {Step} */
function step(phase, node) {
  return { phase, node };
}

/**
 * Each node after all that its gradient comes from; what a node sends back arrives right after it, parameters first.
 * @param {import("./answer.js").Node[]} pulled from the loss on @param {import("./answer.js").Node[]} nodes
 */
function inOrder(pulled, nodes) {
  const left = new Map(nodes.map((node) => [node.id, node.back.length]));
  const known = new Map(pulled.map((node) => [node.id, node])),
    order = /** @type {string[]} */ ([]);
  const visit = (/** @type {string} */ id) => {
    const node = known.get(id);
    if (!node || order.includes(id)) return;
    order.push(id);
    for (const parent of node.parents) left.set(parent, (left.get(parent) ?? 0) - 1);
    const ready = node.parents.filter((parent) => left.get(parent) === 0);
    for (const parent of ready) if (!known.get(parent)?.parents.length) visit(parent);
    for (const parent of ready) visit(parent);
  };
  if (pulled.length) visit(pulled[0].id);
  return [...order, ...pulled.map((node) => node.id).filter((id) => !order.includes(id))];
}

/**
 * What can be seen after step number `at` (−1: before the first; the last: everything).
 * @param {Answer} answer @param {Step[]} steps @param {number} at
 */
export function seenAt({ nodes }, steps, at) {
  const values = new Set(nodes.filter((node) => isGiven(node) && node.kind !== "input").map((node) => node.id));
  const gradients = /** @type {Set<string>} */ (new Set()),
    updated = /** @type {Set<string>} */ (new Set());
  for (const { phase, node } of steps.slice(0, at + 1)) {
    if (phase === "backward") gradients.add(node);
    else if (phase === "update") updated.add(node);
    else values.add(node);
  }
  if (at >= 0) for (const node of nodes) if (node.kind === "input") values.add(node.id);
  return { values, gradients, updated };
}

/** The number of a phase's first step. @param {Step[]} steps @param {Phase} phase */
export function firstOf(steps, phase) {
  return steps.findIndex((each) => each.phase === phase);
}

/**
 * The step that tells of a node in this phase, else in the nearest one before, else its first.
 *
 * @param {Step[]} steps @param {string} node @param {Phase} phase
 */
export function stepFor(steps, node, phase) {
  for (const each of PHASES.slice(0, PHASES.indexOf(phase) + 1).reverse()) {
    const own = steps.findIndex((step) => step.node === node && step.phase === each);
    if (own >= 0) return own;
  }
  return steps.findIndex((step) => step.node === node);
}

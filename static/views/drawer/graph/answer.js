/** What the server tells of a graph; `server/study/graph/answer.py` makes it. Shared by all parts of the tab. */

/** @typedef {number[][]} Matrix rows of numbers; null stands for what is no ordinary number */
/** @typedef {{from: string, place: number, formula: string, gradient?: Matrix}} Back what comes back from a child, whose parent number `place` it is */
/** @typedef {{of: string, node?: string, diagonal?: number[], matrix?: Matrix}} Packed a Jacobian: as a parameter's value, as its diagonal, or whole */
/**
 * @typedef {object} Node
 * @property {string} id @property {string} kind @property {string} symbol @property {string} title @property {string} formula
 * @property {number} layer @property {string[]} parents @property {[number, number]} shape @property {number} start
 * @property {Matrix} value @property {Matrix | null} gradient @property {Back[]} back
 * @property {Packed} [jacobian] @property {Record<string, Matrix>} [details] @property {(number | null)[]} [locals]
 */
/** @typedef {{at: number[], count: number, is_batch: boolean, training: number, total: number}} Samples */
/**
 * @typedef {object} Rule the numbers of the optimizer's step
 * @property {string} optimizer @property {number} learning_rate @property {number} momentum @property {number} decay
 * @property {number} beta1 @property {number} beta2 @property {number} epsilon @property {number} updates
 * @property {number} penalty_power @property {number} penalty_rate @property {number} norm @property {number} clip_norm @property {number} clip_factor
 */
/** @typedef {{numbers: Rule, held: number[], stages: Record<string, number[]>, loss_before: number, loss_after: number}} Update */
/** @typedef {"layer" | "operation"} Detail */
/** @typedef {{run: number, step: number, epoch: number, detail: Detail, samples: Samples, notes: string[], nodes: Node[], update: Update}} Answer */

const GIVEN = new Set(["input", "parameter", "target", "constant"]);

/** Whether a node's value comes from outside. @param {Node} node */
export function isGiven({ kind }) {
  return GIVEN.has(kind);
}

/** @param {Answer} answer @param {string} id */
export function nodeOf(answer, id) {
  return /** @type {Node} */ (answer.nodes.find((node) => node.id === id));
}

/** The boxes of the straight way from the inputs to the loss. @param {Answer} answer @returns {Node[]} */
export function chainOf(answer) {
  return answer.nodes.filter((node) => node.jacobian || node.kind === "input");
}

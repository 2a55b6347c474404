/**
 * What the network answers where all inputs are held, as a row for each possible answer.
 * Pure; the tab on inputs uses it.
 */

/** @typedef {import("../protocol/frames.js").Frame} Frame */
/** @typedef {import("../protocol/frames.js").Data} Data */
/** @typedef {{name: string, value: number, share: number, isChance: boolean}} Answer `share`: of the longest bar */
/** @typedef {{positive: string, negative: string, score: string, ofClass: (index: number) => string}} Words */

/** @param {Frame} frame @param {Data} data @param {string} loss in use @param {Words} words @returns {Answer[]} */
export function answersOf({ answer, problem }, data, loss, words) {
  if (!answer?.length) return [];
  if (problem === "regression") return [number(named(data.target), data.target.mean + data.target.scale * answer[0])];
  const nameOf = (/** @type {number} */ index) => data.class_names[index] ?? words.ofClass(index);
  if (problem === "multiclass")
    return loss === "hinge"
      ? scores(answer, nameOf)
      : Array.from(answer, (chance, index) => chanceOf(nameOf(index), chance));
  if (loss === "hinge" || loss === "squared_error") return [number(words.score, answer[0])];
  const positive = (answer[0] + 1) / 2;
  return [
    chanceOf(data.class_names[0] ?? words.negative, 1 - positive),
    chanceOf(data.class_names[1] ?? words.positive, positive),
  ];
}

/** With its unit. @param {import("../protocol/frames.js").Quantity} quantity */
function named({ name, unit }) {
  return unit ? `${name} (${unit})` : name;
}

/**
 * The largest wins; bars are as long as the scores are apart.
 *
 * @param {Float32Array} answer @param {(index: number) => string} nameOf
 */
function scores(answer, nameOf) {
  const least = Math.min(...answer),
    most = Math.max(...answer);
  return Array.from(answer, (value, index) => ({
    name: nameOf(index),
    value,
    share: most > least ? (value - least) / (most - least) : 0,
    isChance: false,
  }));
}

/** @param {string} name @param {number} value @returns {Answer} */
function chanceOf(name, value) {
  return { name, value, share: Math.max(0, Math.min(1, value)), isChance: true };
}

/** @param {string} name @param {number} value @returns {Answer} */
function number(name, value) {
  return { name, value, share: NaN, isChance: false };
}

/** Which answer wins, or −1 for a number. @param {Answer[]} answers */
export function winnerOf(answers) {
  return answers.length < 2
    ? -1
    : answers.reduce((best, { share }, at) => (share > answers[best].share ? at : best), 0);
}

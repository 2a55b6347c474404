/**
 * What is chosen in the tab on descent as text in the page's address, short and readable:
 * "ravine,rate:0.02,3d"; and read back.
 */

/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number | null]} Place layer, unit, source; null is the bias */
/** @typedef {{relief: boolean, logarithmic: boolean}} Look */
/**
 * @typedef {{kind: "random" | "path" | "weights", seed: number, weights: [Place, Place], zoom: number,
 *   penalty: boolean}} Surface
 */
/** @typedef {{functions: string[], optimizers: string[]}} Names what there is to race on, and who races */
/**
 * @typedef {object} Rules what the person chose; null leaves it to the server
 * @property {string} hill @property {number} steps @property {number | null} shape
 * @property {number | null} rate @property {number | null} adaptive_rate
 * @property {number} momentum @property {number} decay @property {number} beta1 @property {number} beta2
 * @property {Point | null} start @property {Record<string, Point>} starts
 */
/** @typedef {{words: string[], values: Map<string, string>}} Said */

const KINDS = /** @type {const} */ (["random", "path", "weights"]);
const LENGTHS = [100, 300, 1000];
const FARTHEST = 1000; // a start
const FROM = "from_"; // before an optimizer's name: where it begins
const MOST_SEED = 2 ** 31 - 1;

export const USUAL_SURFACE = /** @type {Surface} */ ({
  kind: "random",
  seed: 1,
  weights: [
    [1, 0, 0],
    [1, 0, 1],
  ],
  zoom: 0,
  penalty: false,
});
export const USUAL_RULES = /** @type {Rules} */ ({
  hill: "ravine",
  steps: 300,
  momentum: 0.9,
  decay: 0.99,
  beta1: 0.9,
  beta2: 0.999,
  shape: null,
  rate: null,
  adaptive_rate: null,
  start: null,
  starts: {},
});
const USUAL_LOOK = /** @type {Look} */ ({ relief: false, logarithmic: true });
/**
 * Numbers of a race and the bounds they must keep.
 *
 * @type {["rate" | "adaptive_rate" | "shape" | "momentum" | "decay" | "beta1" | "beta2", number, number][]}
 */
const NUMBERS = [
  ["rate", 1e-6, 100],
  ["adaptive_rate", 1e-6, 100],
  ["shape", 1, 1000],
  ["momentum", 0, 0.999],
  ["decay", 0, 0.999],
  ["beta1", 0, 0.999],
  ["beta2", 0, 0.999],
];

// ---- the loss around this network

/** Layer, unit and source, from 1; "b" for the bias. @param {Place} place */
const writePlace = ([layer, unit, source]) => [layer, unit + 1, source === null ? "b" : source + 1].join(".");

/** @param {Surface} surface @param {Look} look @returns {string} "" for the usual one */
export function writeSurface({ kind, seed, weights, zoom, penalty }, look) {
  const parts = /** @type {string[]} */ (kind === USUAL_SURFACE.kind ? [] : [kind]);
  if (kind === "random" && seed !== USUAL_SURFACE.seed) parts.push(`seed:${seed}`);
  if (kind === "weights") parts.push(`of:${weights.map(writePlace).join("/")}`);
  if (zoom) parts.push(`zoom:${zoom}`);
  if (penalty) parts.push("penalty");
  return [...parts, ...writeLook(look)].join();
}

/** What cannot be understood is left as usual. @param {string} text @returns {{surface: Surface, look: Look}} */
export function readSurface(text) {
  const said = read(text),
    [one, other] = (said.values.get("of") ?? "").split("/").map(placeOf);
  const seed = within(said.values.get("seed"), 0, MOST_SEED),
    zoom = within(said.values.get("zoom"), -2, 2);
  return {
    surface: {
      kind: KINDS.find((kind) => said.words.includes(kind)) ?? USUAL_SURFACE.kind,
      penalty: said.words.includes("penalty"),
      seed: seed !== null && Number.isInteger(seed) ? seed : USUAL_SURFACE.seed,
      zoom: zoom ?? 0,
      weights: one && other ? [one, other] : USUAL_SURFACE.weights,
    },
    look: readLook(said),
  };
}

/** "2.1.b" is the bias of the first unit of layer 2. @param {string} text @returns {Place | null} */
function placeOf(text) {
  const [, layer, unit, source] = /^([1-9]\d?)\.([1-9]\d{0,2})\.([1-9]\d{0,2}|b)$/.exec(text) ?? [];
  return source ? [Number(layer), Number(unit) - 1, source === "b" ? null : Number(source) - 1] : null;
}

// ---- races on test functions

/**
 * @param {Rules} rules @param {Look} look @param {ReadonlySet<string>} hidden @param {Names} names
 * @returns {string} "" for the usual one
 */
export function writeRace(rules, look, hidden, { optimizers }) {
  const parts = /** @type {string[]} */ (rules.hill === USUAL_RULES.hill ? [] : [rules.hill]);
  if (rules.steps !== USUAL_RULES.steps) parts.push(`steps:${rules.steps}`);
  for (const [name] of NUMBERS)
    if (rules[name] !== null && rules[name] !== USUAL_RULES[name]) parts.push(`${name}:${rules[name]}`);
  if (rules.start) parts.push(`start:${rules.start.join("/")}`);
  for (const racer of optimizers)
    if (rules.starts[racer]) parts.push(`${FROM}${racer}:${rules.starts[racer].join("/")}`);
  if (hidden.size) parts.push(`without:${[...hidden].join("/")}`);
  return [...parts, ...writeLook(look)].join();
}

/**
 * What cannot be understood is left as usual.
 *
 * @param {string} text @param {Names} names
 * @returns {{rules: Rules, look: Look, hidden: Set<string>}}
 */
export function readRace(text, { functions, optimizers }) {
  const said = read(text),
    rules = { ...USUAL_RULES, starts: /** @type {Record<string, Point>} */ ({}) };
  rules.hill = functions.find((hill) => said.words.includes(hill)) ?? rules.hill;
  rules.steps = LENGTHS.find((length) => String(length) === said.values.get("steps")) ?? rules.steps;
  for (const [name, least, most] of NUMBERS) {
    const value = within(said.values.get(name), least, most);
    if (value !== null) rules[name] = value;
  }
  rules.start = pointOf(said.values.get("start"));
  for (const racer of optimizers) {
    const start = pointOf(said.values.get(FROM + racer));
    if (start) rules.starts[racer] = start;
  }
  const without = (said.values.get("without") ?? "").split("/");
  return { rules, look: readLook(said), hidden: new Set(optimizers.filter((racer) => without.includes(racer))) };
}

/** "1.5/-2" @param {string | undefined} text @returns {Point | null} */
function pointOf(text) {
  const parts = (text ?? "").split("/").map((part) => within(part, -FARTHEST, FARTHEST));
  return parts.length === 2 && parts[0] !== null && parts[1] !== null ? [parts[0], parts[1]] : null;
}

// ---- both

/** @param {Look} look */
function writeLook({ relief, logarithmic }) {
  return [...(relief ? ["3d"] : []), ...(logarithmic ? [] : ["linear"])];
}

/** @param {Said} said @returns {Look} */
function readLook({ words }) {
  return { ...USUAL_LOOK, relief: words.includes("3d"), logarithmic: !words.includes("linear") };
}

/** @param {string} text @returns {Said} */
function read(text) {
  const parts = text.split(",").map((part) => part.split(":"));
  return {
    words: parts.filter(({ length }) => length === 1).map(([word]) => word),
    values: new Map(parts.filter(({ length }) => length === 2).map(([name, value]) => [name, value])),
  };
}

/** @param {string | undefined} text @param {number} least @param {number} most */
function within(text, least, most) {
  const value = text ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
}

/** The words of the place Experiments. */

import { plain, tick } from "./numbers.js";

/** @typedef {import("../protocol/answers.js").ExperimentState} State */

const SHORTEST = 1; // seconds
const MINUTE = 60;
const MANY_MINUTES = 90;
const whole = (/** @type {number} */ count) => count.toLocaleString("en");
const trainings = (/** @type {number} */ count) => `${whole(count)} ${count === 1 ? "training" : "trainings"}`;

/** How long something takes, as one says it. @param {number} seconds */
function duration(seconds) {
  if (seconds < SHORTEST) return "less than a second";
  const minutes = seconds / MINUTE;
  if (minutes < 1.5) return Math.round(seconds) === 1 ? "about a second" : `about ${Math.round(seconds)} seconds`;
  return minutes < MANY_MINUTES ? `about ${Math.round(minutes)} minutes` : `about ${Math.round(minutes / 60)} hours`;
}

/** @param {number | null} value */
const number = (value) => (value === null ? "–" : plain(value));

export const EXPERIMENTS = {
  about:
    "One question, many trainings, an answer you can open: what a single run cannot show, because chance has its " +
    "part in every run. Pick a question, guess what will come out, and see.",
  loading: "Opening the experiments …",
  all: "All experiments",
  noQuestion: "This question is not here any more: choose another one.",
  again: "Try again",
  own: "Make your own",
  ownAbout:
    "Begin with the network as it stands in the playground, choose what varies, and ask a question nobody has asked.",
  /** @param {number} minutes */
  minutes: (minutes) => `${minutes} min in class`,
  mine: "Your experiments",
  /** @param {number} count */
  older: (count) => (count === 1 ? "One that is older" : `${whole(count)} that are older`),
  mineNone: "What you begin is kept here, so that you can come back to it.",
  /** @type {Record<State, string>} */
  states: {
    waiting: "waits for its turn",
    running: "is running",
    paused: "is paused",
    done: "is done",
    cancelled: "was cancelled",
    failed: "failed",
  },
  /** @param {State} state @param {number} done @param {number} total */
  row: (state, done, total) => `${EXPERIMENTS.states[state]}, ${whole(done)} of ${trainings(total)}`,
  delete: "Delete",
  /** @param {string} title */
  deleteIt: (title) => `Delete ${title}`,
  deleteSure: "Delete for good?",
  /** @param {string} moment */
  begun: (moment) => `begun ${moment}`,
  running: (/** @type {number} */ percent) => `${percent} % done`,
  menu: (/** @type {string} */ title, /** @type {number} */ percent) => `Running: ${title}, ${percent} % done`,
};

export const QUESTION = {
  variants: "In which form?",
  varies: "What varies",
  network: "Network and data",
  measured: "What is measured",
  /** @param {string} label @param {string} unit @param {readonly string[]} values */
  along: (label, unit, values) => `${unit ? `${label} (${unit})` : label}: ${values.join(", ")}`,
  /** @param {number} seeds */
  seeds: (seeds) => (seeds === 1 ? "one training each" : `${whole(seeds)} trainings each, from different seeds`),
  noAxis: "Nothing but chance: the same settings from different seeds.",
  /** @param {number} epochs */
  epochs: (epochs) =>
    epochs ? `${whole(epochs)} ${epochs === 1 ? "epoch" : "epochs"} each` : "measured before any training",
  guessTitle: "First guess: what will come out?",
  guess:
    "Draw the curve that the test data will show, with pointer or finger; or go from value to value with ← and →, " +
    "and move it with ↑ and ↓. Only its shape counts. You may skip this.",
  /** Where nothing is measured on test data. */
  guessOther:
    "Draw the curve that you expect, with pointer or finger; or go from value to value with ← and →, " +
    "and move it with ↑ and ↓. Only its shape counts. You may skip this.",
  guessPad: "Your guess",
  /** @param {string} value */
  guessAt: (value) => `Guess at ${value}`,
  /** @param {number | null} height */
  guessed: (height) => (height === null ? "nothing guessed yet" : `${Math.round(height * 100)} % of the height`),
  clear: "Clear the guess",
  high: "high",
  low: "low",
  quick: "Run",
  full: "Run in full",
  run: "Run it",
  /** @param {number} trials @param {number} seconds */
  cost: (trials, seconds) => `${trainings(trials)}, ${duration(seconds)}`,
  computing: "Reckoning how long it will take …",
  ownIt: "Change it",
  ownItHelp: "Take this question as the beginning of your own experiment",
};

export const EXPERIMENT = {
  /** @param {readonly string[]} labels of what varies */
  titled: (labels) => (labels.length ? labels.join(" × ") : "The same, from many seeds"),
  ownTitle: "Your own experiment",
  base: "It begins with",
  /** @param {string} title */
  baseOf: (title) => `The network of “${title}”:`,
  basePlayground: "The network as it stands in the playground:",
  toPlayground: "Change it in the playground",
  axes: /** @type {const} */ (["What varies", "And, if you like", "And a third, if you like"]),
  nothing: "nothing",
  values: "Values",
  valuesHelp: "Separated by commas",
  from: "from",
  to: "to",
  count: "how many",
  logarithmic: "by ratio",
  fill: "Fill in",
  /** @param {readonly string[]} wrong @param {string} label @param {string} bounds */
  wrong: (wrong, label, bounds) => `${wrong.join(", ")}: no value of “${label}”${bounds}. It is left out.`,
  /** @param {number | null} least @param {number | null} most @param {boolean} whole */
  bounds: (least, most, whole) => {
    const kind = whole ? "whole numbers" : "numbers";
    if (least !== null && most !== null) return `, which takes ${kind} from ${tick(least)} to ${tick(most)}`;
    return least !== null ? `, which takes ${kind} from ${tick(least)} on` : "";
  },
  seeds: "Seeds",
  seedsHelp: "How often each is trained, each time from another seed",
  epochs: "Epochs",
  epochsHelp: "For how long each is trained; 0 measures the networks as they begin",
  measures: "What to measure",
};

export const REPORT = {
  /** @param {number} done @param {number} total */
  progress: (done, total) => `${whole(done)} of ${trainings(total)} done`,
  /** @param {number | null} seconds @param {number} done nothing is known of the pace before the first ones are */
  left: (seconds, done) => {
    if (seconds === null) return "";
    return done ? `${duration(seconds)} left` : "The first trainings are under way.";
  },
  /** @type {Record<State, string>} */
  states: {
    waiting: "Waiting for its turn: others are being trained first.",
    running: "Running. You can go elsewhere meanwhile.",
    paused: "Paused: nothing is lost, and it goes on where it was.",
    done: "Done.",
    cancelled: "Cancelled: what you see is of the trainings that were done.",
    failed: "A fault in the server ended this; its log says more. Begin it again.",
  },
  pause: "Pause",
  resume: "Go on",
  cancel: "Cancel",
  /** @param {number} count */
  diverged: (count) =>
    count === 1
      ? "One training diverged: its numbers grew beyond all bounds, and it has no value."
      : `${whole(count)} trainings diverged: their numbers grew beyond all bounds, and they have no values.`,
  chart: "Chart",
  show: "Show",
  /** @type {Record<string, string>} what measures of training and test are called together */
  families: { loss: "Loss", error: "Error", mse: "Mean squared error" },
  parts: { train: "train", test: "test", "": "" },
  seedsOn: "Each seed",
  seedsHelp: "A dot for each training; else the median and where 80 % of them lie",
  logHeight: "Log height",
  logWidth: "Log width",
  guessOn: "Your guess",
  forms: { curves: "Curves", map: "Map" },
  formsLabel: "Shown as",
  /** @param {string} axes @param {string} values */
  panel: (axes, values) => `${axes}: ${values}`,
  /** @param {string} across @param {string} down */
  mapAxes: (across, down) => `→ ${across}, ↓ ${down}`,
  hint: "Press a value for its numbers and for its networks, each of which can be opened.",
  /** @param {number} count */
  parameters: (count) => `${whole(count)} ${count === 1 ? "parameter" : "parameters"}`,
  lineText: (/** @type {number} */ points) => `parameters = ${whole(points)} points`,
  guessText: "guess",
  /** @param {string} label @param {number | null} median @param {number | null} low @param {number | null} high */
  value: (label, median, low, high) => {
    const most = low === null || low === high ? "" : ` (80 % from ${number(low)} to ${number(high)})`;
    return `${label}: ${number(median)}${most}`;
  },
  /** @param {readonly {label: string, text: string}[]} place */
  place: (place) => place.map(({ label, text }) => `${label} ${text}`).join(", ") || "All seeds",
  waiting: "not trained yet",
  point: "This point",
  close: "Close",
  seed: "Seed",
  open: "Open",
  /** @param {number} seed */
  openIt: (seed) => `Open the network of seed ${seed} in the playground`,
  openHelp: "In the playground: the very network, ready to play on",
  lane: "Compare",
  /** @param {number} seed */
  laneIt: (seed) => `Compare the network of seed ${seed}`,
  laneHint: "Tick the same seed at two points, and both open side by side.",
  lanes: "Open both side by side",
  /** @param {boolean} isLine */
  spread: (isLine) =>
    isLine
      ? "The band holds 80 % of the seeds, the line is their median."
      : "The bar holds 80 % of the seeds, the mark on it is their median.",
  cut: "What is lower than the picture reaches stands on its lower edge.",
  sentences: "What it shows",
  caveats: "What it does not show",
  soon: "The sentence comes as soon as enough is trained.",
  guessRight: (/** @type {string} */ value) => `Your guess had its lowest at ${value}, and so it came out.`,
  guessElse: (/** @type {string} */ guessed, /** @type {string} */ found) =>
    `Your guess had its lowest at ${guessed}; it came out at ${found}.`,
  see: "What is seen",
  why: "Why",
  fails: "When it fails",
  table: "Table of the points",
  sortBy: "Sort by",
  /** @type {Record<"parameters" | "done" | "diverged", string>} */
  facts: { parameters: "Parameters", done: "Trained", diverged: "Diverged" },
  number,
  /** @param {number | null} median @param {number | null} low @param {number | null} high */
  cell: (median, low, high) =>
    low === null || low === high ? number(median) : `${number(median)} [${number(low)}, ${number(high)}]`,
  cellHelp: "Median, and in brackets where 80 % of the seeds lie",
  home: "Take it home",
  picture: "Picture of the experiment",
  homes: /** @type {const} */ ([
    ["trials.csv", "Trainings (CSV)", "A row for each training"],
    ["points.csv", "Points (CSV)", "A row for each point: median and where 80 % of the seeds lie"],
    ["notebook.ipynb", "Notebook", "Repeats the experiment with numpy and glassbox alone"],
    ["notebook.py", "Python", "The same as a script"],
  ]),
  pictures: /** @type {const} */ ([
    ["png", "Picture (PNG)"],
    ["svg", "Picture (SVG)"],
  ]),
  link: "Copy the link",
  linkCopied: "The link is copied: whoever opens it sees this experiment.",
  linkFailed: "The link could not be copied. It stands in the address bar.",
  again: "Run it again",
  change: "Change it",
  changeHelp: "Take this experiment as the beginning of another one",
  note: (/** @type {string} */ title, /** @type {number} */ done, /** @type {number} */ total) =>
    `glassbox · ${title} · ${whole(done)} of ${trainings(total)}`,
};

/** The words of the place Experiments. */

import { labelled, listed } from "./lists.js";
import { plain, tick } from "./numbers.js";
import { count, say, sayMany } from "./say.js";

/** @typedef {import("../protocol/answers.js").ExperimentState} State */

const SHORTEST = 1; // seconds
const MINUTE = 60;
const MANY_MINUTES = 90;
const trainings = (/** @type {number} */ count) => sayMany("{n} training", "{n} trainings", count);

/** How long something takes, as one says it. @param {number} seconds */
function duration(seconds) {
  if (seconds < SHORTEST) return say("less than a second");
  const minutes = seconds / MINUTE;
  if (minutes < 1.5) {
    const whole = Math.round(seconds);
    return whole === 1 ? say("about a second") : sayMany("about {n} second", "about {n} seconds", whole);
  }
  return minutes < MANY_MINUTES
    ? sayMany("about {n} minute", "about {n} minutes", Math.round(minutes))
    : sayMany("about {n} hour", "about {n} hours", Math.round(minutes / 60));
}

/** @param {number | null} value */
const number = (value) => (value === null ? "–" : plain(value));

export const EXPERIMENTS = {
  about: say(
    "One question, many trainings, an answer you can open: what a single run cannot show, because chance has its " +
      "part in every run. Pick a question, guess what will come out, and see.",
  ),
  loading: say("Opening the experiments …"),
  all: say("All experiments"),
  noQuestion: say("This question is not here any more: choose another one."),
  again: say("Try again"),
  own: say("Make your own"),
  ownAbout:
    say(
      "Begin with the network as it stands in the playground, choose what varies, and ask a question nobody has " +
        "asked.",
    ),
  /** @param {number} minutes */
  minutes: (minutes) => say("{minutes} min in class", { minutes }),
  mine: say("Your experiments"),
  /** @param {number} count */
  older: (count) => sayMany("One that is older", "{n} that are older", count),
  mineNone: say("What you begin is kept here, so that you can come back to it."),
  /** @type {Record<State, string>} */
  states: {
    waiting: say("waits for its turn"),
    running: say("is running"),
    paused: say("is paused"),
    done: say("is done"),
    cancelled: say("was cancelled"),
    failed: say("failed"),
  },
  /** @param {State} state @param {number} done @param {number} total */
  row: (state, done, total) =>
    sayMany("{state}, {done} of {n} training", "{state}, {done} of {n} trainings", total, {
      state: EXPERIMENTS.states[state],
      done,
    }),
  delete: say("Delete"),
  /** @param {string} title */
  deleteIt: (title) => say("Delete {title}", { title }),
  deleteSure: say("Delete for good?"),
  /** @param {string} moment */
  begun: (moment) => say("begun {moment}", { moment }),
  running: (/** @type {number} */ percent) => say("{percent} % done", { percent }),
  menu: (/** @type {string} */ title, /** @type {number} */ percent) =>
    say("Running: {title}, {percent} % done", { title, percent }),
};

export const QUESTION = {
  variants: say("In which form?"),
  varies: say("What varies"),
  network: say("Network and data"),
  measured: say("What is measured"),
  /** @param {string} label @param {string} unit @param {readonly string[]} values */
  along: (label, unit, values) =>
    labelled(unit ? say("{label} ({unit})", { label, unit }) : label, listed(values)),
  /** @param {number} seeds */
  seeds: (seeds) => sayMany("one training each", "{n} trainings each, from different seeds", seeds),
  noAxis: say("Nothing but chance: the same settings from different seeds."),
  /** @param {number} epochs */
  epochs: (epochs) =>
    epochs ? sayMany("{n} epoch each", "{n} epochs each", epochs) : say("measured before any training"),
  guessTitle: say("First guess: what will come out?"),
  guess: say(
    "Draw the curve that the test data will show, with pointer or finger; or go from value to value with ← and →, " +
      "and move it with ↑ and ↓. Only its shape counts. You may skip this.",
  ),
  /** Where nothing is measured on test data. */
  guessOther: say(
    "Draw the curve that you expect, with pointer or finger; or go from value to value with ← and →, " +
      "and move it with ↑ and ↓. Only its shape counts. You may skip this.",
  ),
  guessPad: say("Your guess"),
  /** @param {string} value */
  guessAt: (value) => say("Guess at {value}", { value }),
  /** @param {number | null} height */
  guessed: (height) =>
    height === null
      ? say("nothing guessed yet")
      : say("{percent} % of the height", { percent: Math.round(height * 100) }),
  clear: say("Clear the guess"),
  high: say("high"),
  low: say("low"),
  quick: say("Run"),
  full: say("Run in full"),
  run: say("Run it"),
  /** @param {number} trials @param {number} seconds */
  cost: (trials, seconds) => listed([trainings(trials), duration(seconds)]),
  computing: say("Reckoning how long it will take …"),
  ownIt: say("Change it"),
  ownItHelp: say("Take this question as the beginning of your own experiment"),
};

export const EXPERIMENT = {
  /** @param {readonly string[]} labels of what varies */
  titled: (labels) => (labels.length ? labels.join(" × ") : say("The same, from many seeds")),
  ownTitle: say("Your own experiment"),
  base: say("It begins with"),
  /** @param {string} title */
  baseOf: (title) => say("The network of “{title}”:", { title }),
  basePlayground: say("The network as it stands in the playground:"),
  toPlayground: say("Change it in the playground"),
  axes: [say("What varies"), say("And, if you like"), say("And a third, if you like")],
  nothing: say("nothing"),
  values: say("Values"),
  valuesHelp: say("Separated by commas"),
  from: say("from"),
  to: say("to"),
  count: say("how many"),
  logarithmic: say("by ratio"),
  fill: say("Fill in"),
  /** @param {readonly string[]} wrong @param {string} label @param {string} bounds */
  wrong: (wrong, label, bounds) =>
    bounds
      ? say("{wrong}: no value of “{label}”, which takes {bounds}. It is left out.", {
          wrong: listed(wrong),
          label,
          bounds,
        })
      : say("{wrong}: no value of “{label}”. It is left out.", { wrong: listed(wrong), label }),
  /** @param {number | null} least @param {number | null} most @param {boolean} whole */
  bounds: (least, most, whole) => {
    if (least === null) return "";
    if (most === null)
      return whole
        ? say("whole numbers from {least} on", { least: tick(least) })
        : say("numbers from {least} on", { least: tick(least) });
    const ends = { least: tick(least), most: tick(most) };
    return whole ? say("whole numbers from {least} to {most}", ends) : say("numbers from {least} to {most}", ends);
  },
  seeds: say("Seeds"),
  seedsHelp: say("How often each is trained, each time from another seed"),
  epochs: say("Epochs"),
  epochsHelp: say("For how long each is trained; 0 measures the networks as they begin"),
  measures: say("What to measure"),
};

export const REPORT = {
  /** @param {number} done @param {number} total */
  progress: (done, total) =>
    sayMany("{done} of {n} training done", "{done} of {n} trainings done", total, { done }),
  /** @param {number | null} seconds @param {number} done nothing is known of the pace before the first ones are */
  left: (seconds, done) => {
    if (seconds === null) return "";
    return done ? say("{duration} left", { duration: duration(seconds) }) : say("The first trainings are under way.");
  },
  /** @type {Record<State, string>} */
  states: {
    waiting: say("Waiting for its turn: others are being trained first."),
    running: say("Running. You can go elsewhere meanwhile."),
    paused: say("Paused: nothing is lost, and it goes on where it was."),
    done: say("Done."),
    cancelled: say("Cancelled: what you see is of the trainings that were done."),
    failed: say("A fault in the server ended this; its log says more. Begin it again."),
  },
  pause: say("Pause"),
  resume: say("Go on"),
  cancel: say("Cancel"),
  /** @param {number} count */
  diverged: (count) =>
    sayMany(
      "One training diverged: its numbers grew beyond all bounds, and it has no value.",
      "{n} trainings diverged: their numbers grew beyond all bounds, and they have no values.",
      count,
    ),
  chart: say("Chart"),
  show: say("Show"),
  /** @type {Record<string, string>} what measures of training and test are called together */
  families: { loss: say("Loss"), error: say("Error"), mse: say("Mean squared error") },
  parts: { train: say("train"), test: say("test"), "": "" },
  seedsOn: say("Each seed"),
  seedsHelp: say("A dot for each training; else the median and where 80 % of them lie"),
  logHeight: say("Log height"),
  logWidth: say("Log width"),
  guessOn: say("Your guess"),
  forms: { curves: say("Curves"), map: say("Map") },
  formsLabel: say("Shown as"),
  /** @param {string} axes @param {string} values */
  panel: (axes, values) => labelled(axes, values),
  /** @param {string} across @param {string} down */
  mapAxes: (across, down) => `→ ${across}, ↓ ${down}`,
  hint: say("Press a value for its numbers and for its networks, each of which can be opened."),
  /** @param {number} count */
  parameters: (count) => sayMany("{n} parameter", "{n} parameters", count),
  lineText: (/** @type {number} */ points) => say("parameters = {points} points", { points }),
  guessText: say("guess"),
  /** @param {string} label @param {number | null} median @param {number | null} low @param {number | null} high */
  value: (label, median, low, high) => {
    if (low === null || low === high) return labelled(label, number(median));
    return say("{label}: {median} (80 % from {low} to {high})", {
      label,
      median: number(median),
      low: number(low),
      high: number(high),
    });
  },
  /** @param {readonly {label: string, text: string}[]} place */
  place: (place) => listed(place.map(({ label, text }) => say("{label} {text}", { label, text }))) || say("All seeds"),
  waiting: say("not trained yet"),
  point: say("This point"),
  close: say("Close"),
  seed: say("Seed"),
  open: say("Open"),
  /** @param {number} seed */
  openIt: (seed) => say("Open the network of seed {seed} in the playground", { seed: String(seed) }),
  openHelp: say("In the playground: the very network, ready to play on"),
  lane: say("Compare"),
  /** @param {number} seed */
  laneIt: (seed) => say("Compare the network of seed {seed}", { seed: String(seed) }),
  laneHint: say("Tick the same seed at two points, and both open side by side."),
  lanes: say("Open both side by side"),
  /** @param {boolean} isLine */
  spread: (isLine) =>
    isLine
      ? say("The band holds 80 % of the seeds, the line is their median.")
      : say("The bar holds 80 % of the seeds, the mark on it is their median."),
  cut: say("What is lower than the picture reaches stands on its lower edge."),
  sentences: say("What it shows"),
  caveats: say("What it does not show"),
  soon: say("The sentence comes as soon as enough is trained."),
  guessRight: (/** @type {string} */ value) =>
    say("Your guess had its lowest at {value}, and so it came out.", { value }),
  guessElse: (/** @type {string} */ guessed, /** @type {string} */ found) =>
    say("Your guess had its lowest at {guessed}; it came out at {found}.", { guessed, found }),
  see: say("What is seen"),
  why: say("Why"),
  fails: say("When it fails"),
  table: say("Table of the points"),
  sortBy: say("Sort by"),
  /** @type {Record<"parameters" | "done" | "diverged", string>} */
  facts: { parameters: say("Parameters"), done: say("Trained"), diverged: say("Diverged") },
  number,
  /** @param {number | null | undefined} value */
  count: (value) => (typeof value === "number" ? count(value) : "–"),
  /** @param {number | null} median @param {number | null} low @param {number | null} high */
  cell: (median, low, high) =>
    low === null || low === high ? number(median) : `${number(median)} [${number(low)}, ${number(high)}]`,
  cellHelp: say("Median, and in brackets where 80 % of the seeds lie"),
  home: say("Take it home"),
  picture: say("Picture of the experiment"),
  homes: /** @type {const} */ ([
    ["trials.csv", say("Trainings (CSV)"), say("A row for each training")],
    ["points.csv", say("Points (CSV)"), say("A row for each point: median and where 80 % of the seeds lie")],
    ["notebook.ipynb", say("Notebook"), say("Repeats the experiment with numpy and glassbox alone")],
    ["notebook.py", "Python", say("The same as a script")],
  ]),
  pictures: /** @type {const} */ ([
    ["png", say("Picture (PNG)")],
    ["svg", say("Picture (SVG)")],
  ]),
  link: say("Copy the link"),
  linkCopied: say("The link is copied: whoever opens it sees this experiment."),
  linkFailed: say("The link could not be copied. It stands in the address bar."),
  again: say("Run it again"),
  change: say("Change it"),
  changeHelp: say("Take this experiment as the beginning of another one"),
  note: (/** @type {string} */ title, /** @type {number} */ done, /** @type {number} */ total) =>
    sayMany("glassbox · {title} · {done} of {n} training", "glassbox · {title} · {done} of {n} trainings", total, {
      title,
      done,
    }),
};

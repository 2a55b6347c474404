/** The words around a lesson; its own come from the server. */

import { plain } from "./numbers.js";

const MINUTE = 60; // seconds

/** @param {number} seconds */
const minutes = (seconds) => Math.max(1, Math.round(seconds / MINUTE));

export const LESSON = {
  name: (/** @type {string} */ title) => `Lesson: ${title}`,
  steps: "Steps of the lesson",
  /** @param {number} number @param {string} title @param {boolean} isDone */
  step: (number, title, isDone) => (isDone ? `Step ${number}: ${title} (done)` : `Step ${number}: ${title}`),
  back: "Back",
  next: "Next",
  finish: "Finish",
  end: "End the lesson",
  loading: "One moment.",
  setUp: "Set this step up",
  setUpHelp: "The page becomes what this step begins with. Undo brings back what is there now.",
  kept: "Your network is not lost: Undo, at the end of the timeline, brings it back.",
  keptInBook: "Your network is not lost: Undo, at the end of the timeline, brings it back, and its run is a row of the",
  labBook: "lab book.",
  experiment: "Open the experiment",
  show: "Show me where",
  notThere: "This part of the page is not there for these data, or a teacher’s link hides it.",
  why: "Answer it in your own words first.",
  whyWrite: "Your answer, for yourself alone",
  compare: "Compare with an answer",
  shortly: "Said shortly",
  exactly: "Said exactly",
};

export const GUESS = {
  first: "Make your guess in the lesson and lock it first. “Show me anyway” goes on without one.",
  lock: "Lock my guess",
  anyway: "Show me anyway",
  again: "Guess again",
  number: "Your guess",
  noNumber: "Type a number, such as 0.25.",
  /** @param {number} epochs @param {boolean} stops by itself then @param {boolean} isPlaying */
  after: (epochs, stops, isPlaying) => {
    const count = `${epochs.toLocaleString("en")} ${epochs === 1 ? "epoch" : "epochs"}`;
    if (!stops) return `Train the network for ${count}.`;
    return isPlaying ? `It stops by itself after ${count}.` : `Press Play: it stops by itself after ${count}.`;
  },
  locked: "Your guess is locked.",
  watch: "Nothing was guessed.",
  pad: "Your guess, as a curve over the epochs",
  padHelp: "Draw with a finger or the mouse, or move the points with the arrow keys.",
  clear: "Clear",
  /** @param {number} epoch */
  at: (epoch) => (epoch === 1 ? "After 1 epoch" : `After ${Number(epoch.toPrecision(3)).toLocaleString("en")} epochs`),
  /** @param {number | null} value */
  value: (value) => (value === null ? "nothing drawn yet" : plain(value)),
  epochs: "epochs",
  yours: "your guess",
  truth: "what came",
  /** @param {string} label @param {string} unit */
  axis: (label, unit) => (unit ? `${label}, ${unit}` : label),
  /** @param {number} value @param {string} unit */
  told: (value, unit) => (unit ? `${plain(value)} ${unit}` : plain(value)),
  /** @param {string} guess @param {string} truth */
  line: (guess, truth) => `On a line of numbers: your guess ${guess}, what came ${truth}.`,
  right: "Right.",
  wrong: "Not so.",
  chosen: "your guess",
  so: "so it was",
};

export const GOAL = {
  title: "Your task",
  hint: "A hint",
  stronger: "A stronger hint",
  again: "The hint again",
  reached: "Reached",
};

export const CARD = {
  title: "Done",
  /** @param {number} seconds */
  took: (seconds) =>
    minutes(seconds) === 1 ? "It took you about a minute." : `It took you about ${minutes(seconds)} minutes.`,
  /** @param {number} count of steps that wait for an answer */
  left: (count) => (count === 1 ? "One step still waits for you." : `${count} steps still wait for you.`),
  now: "What you can do now",
  next: "Next lesson",
  all: "All lessons",
  once: "Take it once more",
  play: "Go on playing",
};

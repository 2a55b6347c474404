/** The words around a lesson; its own come from the server. */

import { plain, tick } from "./numbers.js";
import { say, sayAs, sayIn, sayMany } from "./say.js";

const MINUTE = 60; // seconds

/** @param {number} seconds */
const minutes = (seconds) => Math.max(1, Math.round(seconds / MINUTE));

export const LESSON = {
  name: (/** @type {string} */ title) => say("Lesson: {title}", { title }),
  steps: say("Steps of the lesson"),
  /** @param {number} number @param {string} title @param {boolean} isDone */
  step: (number, title, isDone) =>
    isDone ? say("Step {number}: {title} (done)", { number, title }) : say("Step {number}: {title}", { number, title }),
  back: sayAs("to the step before", "Back"),
  next: say("Next"),
  finish: say("Finish"),
  end: say("End the lesson"),
  loading: say("One moment."),
  setUp: say("Set this step up"),
  setUpHelp: say("The page becomes what this step begins with. Undo brings back what is there now."),
  kept: say("Your network is not lost: Undo, at the end of the timeline, brings it back."),
  /** In pieces, the place it leads to being one of them. */
  keptInBook: () =>
    sayIn(
      "Your network is not lost: Undo, at the end of the timeline, brings it back, and its run is a row of the " +
        "{lab_book}.",
      { lab_book: { place: "labbook", text: say("lab book") } },
    ),
  experiment: say("Open the experiment"),
  show: say("Show me where"),
  notThere: say("This part of the page is not there for these data, or a teacher’s link hides it."),
  why: say("Answer it in your own words first."),
  whyWrite: say("Your answer, for yourself alone"),
  compare: say("Compare with an answer"),
  shortly: say("Said shortly"),
  exactly: say("Said exactly"),
};

export const GUESS = {
  first: say("Make your guess in the lesson and lock it first. “Show me anyway” goes on without one."),
  lock: say("Lock my guess"),
  anyway: say("Show me anyway"),
  again: say("Guess again"),
  number: say("Your guess"),
  noNumber: say("Type a number, such as 0.25."),
  /** @param {number} epochs @param {boolean} stops by itself then @param {boolean} isPlaying */
  after: (epochs, stops, isPlaying) => {
    if (!stops) return sayMany("Train the network for {n} epoch.", "Train the network for {n} epochs.", epochs);
    return isPlaying
      ? sayMany("It stops by itself after {n} epoch.", "It stops by itself after {n} epochs.", epochs)
      : sayMany(
          "Press Play: it stops by itself after {n} epoch.",
          "Press Play: it stops by itself after {n} epochs.",
          epochs,
        );
  },
  locked: say("Your guess is locked."),
  watch: say("Nothing was guessed."),
  pad: say("Your guess, as a curve over the epochs"),
  padHelp: say("Draw with a finger or the mouse, or move the points with the arrow keys."),
  clear: say("Clear"),
  /** @param {number} epoch */
  at: (epoch) => sayMany("After {n} epoch", "After {n} epochs", Number(epoch.toPrecision(3))),
  /** @param {number | null} value */
  value: (value) => (value === null ? say("nothing drawn yet") : plain(value)),
  epochs: say("epochs"),
  yours: say("your guess"),
  truth: say("what came"),
  /** @param {string} label @param {string} unit */
  axis: (label, unit) => (unit ? say("{label}, {unit}", { label, unit }) : label),
  /** @param {number} value @param {string} unit */
  told: (value, unit) => {
    const isCounted = unit !== "%" && Number.isInteger(value); // then it has no point
    const number = isCounted ? tick(value) : plain(value);
    return unit ? say("{value} {unit}", { value: number, unit }) : number;
  },
  /** @param {string} guess @param {string} truth */
  line: (guess, truth) => say("On a line of numbers: your guess {guess}, what came {truth}.", { guess, truth }),
  /** Beside a dot on it, with its value. */
  dot: {
    guess: (/** @type {string} */ value) => say("your guess {value}", { value }),
    truth: (/** @type {string} */ value) => say("what came {value}", { value }),
  },
  right: say("Right."),
  wrong: say("Not so."),
  chosen: say("your guess"),
  so: say("so it was"),
};

export const GOAL = {
  title: say("Your task"),
  hint: say("A hint"),
  stronger: say("A stronger hint"),
  again: say("The hint again"),
  reached: say("Reached"),
};

export const CARD = {
  title: say("Done"),
  /** @param {number} seconds */
  took: (seconds) =>
    minutes(seconds) === 1
      ? say("It took you about a minute.")
      : say("It took you about {minutes} minutes.", { minutes: minutes(seconds) }),
  /** @param {number} count of steps that wait for an answer */
  left: (count) => sayMany("One step still waits for you.", "{n} steps still wait for you.", count),
  now: say("What you can do now"),
  next: say("Next lesson"),
  all: say("All lessons"),
  once: say("Take it once more"),
  play: say("Go on playing"),
};

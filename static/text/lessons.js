/** The words of the place Lessons. */

import { say, sayMany } from "./say.js";

const MINUTE = 60; // seconds

export const LESSONS = {
  about: say(
    "The whole lecture on the real network. Each step asks one thing of you: a guess before the run, a task, or a " +
      "look. What comes out is read from your own network.",
  ),
  loading: say("Opening the lessons …"),
  again: say("Try again"),
  groups: { lesson: say("Lessons, in order"), problem: say("Problems"), own: say("Your teacher’s own") },
  problems: say("Each is a start, a goal and what is locked. Nothing is explained before."),
  minutes: (/** @type {number} */ count) => sayMany("{n} minute", "{n} minutes", count),
  /** @param {number} done @param {number} steps */
  progress: (done, steps) => say("{done} of {steps} steps done", { done, steps }),
  /** @param {number} seconds */
  finished: (seconds) =>
    sayMany(
      "finished, after about {n} minute",
      "finished, after about {n} minutes",
      Math.max(1, Math.round(seconds / MINUTE)),
    ),
  print: say("Print"),
  /** @param {string} title */
  printOf: (title) => say("Print: {title}", { title }),
  /** @param {string} titles */
  needs: (titles) => say("Comes after: {titles}.", { titles }),
  faults: say("Files that cannot be opened as lessons"),
  /** @param {import("../protocol/lessons.js").Fault} fault */
  fault: ({ file, line, text }) => say("{file}, line {line}: {text}", { file, line, text }),
  carry: say("Take your progress along"),
  carryText: say(
    "What you have done is kept in this browser. This link brings it to another one; it is sent to no server.",
  ),
  copy: say("Copy the link"),
  copied: say("The link is copied."),
  copyYourself: say("Copy the marked text."),
  brought: say("The progress that the link brought is here."),
};

export const WRITING = {
  title: say("Write a lesson of your own"),
  make: say("Make a lesson step of what I see"),
  makeText: say("The lines below set the page up as the playground stands now. Put them into a step of your file."),
  block: say("The set block"),
  copy: say("Copy the lines"),
  copied: say("The lines are copied."),
  own: say("Your own data are not in it: a lesson’s file cannot hold them."),
};

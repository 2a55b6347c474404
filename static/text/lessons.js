/** The words of the place Lessons. */

const MINUTE = 60; // seconds
const minutes = (/** @type {number} */ count) => (count === 1 ? "1 minute" : `${count} minutes`);

export const LESSONS = {
  about:
    "The whole lecture on the real network. Each step asks one thing of you: a guess before the run, a task, or a " +
    "look. What comes out is read from your own network.",
  loading: "Opening the lessons …",
  again: "Try again",
  groups: { lesson: "Lessons, in order", problem: "Problems", own: "Your teacher’s own" },
  problems: "Each is a start, a goal and what is locked. Nothing is explained before.",
  minutes,
  /** @param {number} done @param {number} steps */
  progress: (done, steps) => `${done} of ${steps} steps done`,
  /** @param {number} seconds */
  finished: (seconds) => `finished, after about ${minutes(Math.max(1, Math.round(seconds / MINUTE)))}`,
  print: "Print",
  /** @param {string} title */
  printOf: (title) => `Print: ${title}`,
  /** @param {string} titles */
  needs: (titles) => `Comes after: ${titles}.`,
  faults: "Files that cannot be opened as lessons",
  /** @param {import("../protocol/lessons.js").Fault} fault */
  fault: ({ file, line, text }) => `${file}, line ${line}: ${text}`,
  carry: "Take your progress along",
  carryText:
    "What you have done is kept in this browser. This link brings it to another one; it is sent to no server.",
  copy: "Copy the link",
  copied: "The link is copied.",
  copyYourself: "Copy the marked text.",
  brought: "The progress that the link brought is here.",
};

export const WRITING = {
  title: "Write a lesson of your own",
  make: "Make a lesson step of what I see",
  makeText: "The lines below set the page up as the playground stands now. Put them into a step of your file.",
  block: "The set block",
  copy: "Copy the lines",
  copied: "The lines are copied.",
  own: "Your own data are not in it: a lesson’s file cannot hold them.",
};

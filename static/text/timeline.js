/** The words of the timeline. */

import { ofEpochs } from "./numbers.js";
import { count, say } from "./say.js";

/** @typedef {{epoch: number, progress: number}} Place */

const FINE = 100; // epochs below which parts of one are told

export const TIMELINE = {
  rests: say("rests while lanes are compared"),
  restsHelp: say("The timeline rests while lanes are compared; undo brings all of them back together."),
  branch: (/** @type {number} */ number, /** @type {number} */ end) =>
    say("Branch {number}, to epoch {epochs}", {
      number,
      epochs: epochs({ epoch: Math.floor(end), progress: end % 1 }),
    }),
  branchHere: (/** @type {number} */ number) => say("Branch {number}, here", { number }),
  branchHelp: say(
    "The run went on from its past, and each of its branches is kept. Choose one to come back to its end; what is " +
      "here now is kept in its turn.",
  ),
  hint: say("drag to go back in time"),
  /** @param {Place} shown @param {Place | null} present null: it is the one that is shown */
  where: (shown, present) =>
    present
      ? say("epoch {shown} / {present}", { shown: epochs(shown), present: epochs(present) })
      : say("epoch {epoch}", { epoch: epochs(shown) }),
  /** @param {Place} shown @param {Place | null} present */
  spoken: (shown, present) =>
    present
      ? say("epoch {shown} of {present}", { shown: epochs(shown), present: epochs(present) })
      : say("epoch {epoch}, the present", { epoch: epochs(shown) }),
};

/** @param {Place} place */
function epochs({ epoch, progress }) {
  return progress && epoch < FINE ? ofEpochs(epoch + progress, FINE + 1) : count(epoch);
}

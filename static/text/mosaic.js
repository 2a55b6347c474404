/** The words of the mosaic of test pictures in the output panel. */

import { say } from "./say.js";

export const MOSAIC = {
  choose: say("What the output shows"),
  pictures: say("Test pictures"),
  plane: say("Plane of two pixels"),
  /** @param {number} count @param {number} wrong @param {boolean} answered whether the answers can be read */
  key: (count, wrong, answered) =>
    answered
      ? say("{right} of {count} right; wrong ones show its answer", { right: count - wrong, count })
      : say("{right} of {count} right; wrong ones are tinted", { right: count - wrong, count }),
  describe: (/** @type {number} */ count, /** @type {number} */ wrong) =>
    wrong === 0
      ? say(
          "{count} test pictures, a row for each class; all are put into the right class. Arrow keys look at one, " +
            "Enter takes it.",
          { count },
        )
      : say(
          "{count} test pictures, a row for each class; {wrong} of them in the wrong class and marked with the " +
            "network's answer. Arrow keys look at one, Enter takes it.",
          { count, wrong },
        ),
  /** In two lines. @param {number} number @param {string} is @param {string} guess "" while there is none */
  reading: (number, is, guess) =>
    [
      say("Picture {number}: {what}", { number, what: is }),
      guess === ""
        ? say("no answer yet")
        : guess === is
          ? say("the network says so, too")
          : say("the network says {guess}", { guess }),
    ].join("\n"),
};

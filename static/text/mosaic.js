/** The words of the mosaic of test pictures in the output panel. */

export const MOSAIC = {
  choose: "What the output shows",
  pictures: "Test pictures",
  plane: "Plane of two pixels",
  /** @param {number} count @param {number} wrong @param {boolean} answered whether the answers can be read */
  key: (count, wrong, answered) =>
    answered
      ? `${count - wrong} of ${count} right; wrong ones show its answer`
      : `${count - wrong} of ${count} right; wrong ones are tinted`,
  describe: (/** @type {number} */ count, /** @type {number} */ wrong) =>
    `${count} test pictures, a row for each class; ` +
    (wrong === 0
      ? "all are put into the right class"
      : `${wrong} of them in the wrong class and marked with the network's answer`) +
    ". Arrow keys look at one, Enter takes it.",
  /** @param {number} number @param {string} is @param {string} guess "" while there is none */
  reading: (number, is, guess) =>
    `Picture ${number.toLocaleString("en")}: ${is}\n` +
    (guess === "" ? "no answer yet" : guess === is ? "the network says so, too" : `the network says ${guess}`),
};

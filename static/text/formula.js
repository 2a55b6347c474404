/** The words of data from a formula. */

import { say } from "./say.js";

export const FORMULA = {
  looking: say("Looking at the formula …"),
  /** What it makes. @param {{problem: string}} sample @param {number} inputs */
  makes: ({ problem }, inputs) =>
    problem === "regression"
      ? inputs === 1
        ? say("A curve over x₁: its values are to be predicted.")
        : say("Values over the plane: they are to be predicted.")
      : say("Two classes: the positive one is where this is true."),
  picture: say("A few of its points"),
};

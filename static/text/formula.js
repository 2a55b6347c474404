/** The words of data from a formula. */

export const FORMULA = {
  looking: "Looking at the formula …",
  /** What it makes. @param {{problem: string}} sample @param {number} inputs */
  makes: ({ problem }, inputs) =>
    problem === "regression"
      ? inputs === 1
        ? "A curve over x₁: its values are to be predicted."
        : "Values over the plane: they are to be predicted."
      : "Two classes: the positive one is where this is true.",
  picture: "A few of its points",
};

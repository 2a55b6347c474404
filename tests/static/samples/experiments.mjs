/** What the server tells of experiments, in small: what can vary and be measured, a ready question, and a report. */

/** @typedef {import("../../../static/protocol/answers.js").ExperimentsCatalogue} ExperimentsCatalogue */
/** @typedef {import("../../../static/protocol/answers.js").ExperimentReport} ExperimentReport */
/** @typedef {import("../../../static/protocol/answers.js").ExperimentPoint} ExperimentPoint */
/** @typedef {import("../../../static/protocol/answers.js").ExperimentDefinition} ExperimentDefinition */

/** @returns {ExperimentDefinition} */
const definition = () => ({
  title: "How wide should it be?",
  base: { dataset: "multi-gauss" },
  axes: [{ name: "width", values: [1, 2, 4] }],
  seeds: 2,
  first_seed: 1,
  epochs: 5,
  measures: ["train_mse", "test_mse"],
  kind: "training",
  vary: "both",
  line: "parameters",
});

/** @returns {ExperimentsCatalogue} */
export function experiments() {
  const measure = (/** @type {string} */ name, /** @type {string} */ label, problem = "") => ({
    name,
    label,
    unit: "",
    log: true,
    problem: /** @type {"" | "classification" | "regression"} */ (problem),
  });
  const quick = { trials: 6, seconds: 1.5 };
  return {
    questions: [
      {
        name: "how_wide",
        title: "How wide should it be?",
        group: "Complexity",
        idea: "More units fit more, also the noise.",
        minutes: 5,
        variants: [
          {
            name: "gauss",
            title: "Curve",
            idea: "",
            forms: { quick, full: { trials: 24, seconds: 6 } },
            definition: definition(),
          },
        ],
        see: "<p>See</p>",
        why: "<p>Why</p>",
        fails: "<p>Fails</p>",
      },
    ],
    axes: [
      {
        name: "width",
        label: "Units per hidden layer",
        unit: "",
        scale: "log",
        least: 1,
        most: 128,
        suggested: [1, 2, 4, 8],
        choices: [],
        is_whole: true,
      },
      {
        name: "optimizer",
        label: "Optimizer",
        unit: "",
        scale: "choice",
        least: null,
        most: null,
        suggested: ["sgd", "adam"],
        choices: [
          { value: "sgd", label: "SGD" },
          { value: "adam", label: "Adam" },
        ],
        is_whole: false,
      },
    ],
    measures: [
      measure("train_loss", "Training loss"),
      measure("test_loss", "Test loss"),
      measure("train_error", "Training error", "classification"),
      measure("test_error", "Test error", "classification"),
      measure("train_mse", "Training MSE", "regression"),
      measure("test_mse", "Test MSE", "regression"),
      measure("regions", "Linear regions"),
    ],
    limits: { trials: 10_000, seeds: 100, points: 400, epochs: 100_000 },
  };
}

/**
 * @param {number[]} at @param {number | null} test @param {Partial<ExperimentPoint>} [more] @returns {ExperimentPoint}
 */
export function point(at, test, more = {}) {
  const both = (/** @type {number} */ factor) => ({
    train_mse: test === null ? null : (test * factor) / 2,
    test_mse: test === null ? null : test * factor,
  });
  const first = at.reduce((sum, each) => sum * 3 + each, 0) * 2;
  return {
    at,
    parameters: 4 * at[0] + 5,
    trials: [first, first + 1],
    done: test === null ? 0 : 2,
    diverged: 0,
    values: {
      train_mse: [both(0.9).train_mse, both(1.1).train_mse],
      test_mse: [both(0.9).test_mse, both(1.1).test_mse],
    },
    median: both(1),
    low: both(0.9),
    high: both(1.1),
    ...more,
  };
}

/** @param {Partial<ExperimentReport>} [more] @returns {ExperimentReport} */
export function report(more = {}) {
  return {
    id: "e1",
    revision: 1,
    state: "running",
    title: "How wide should it be?",
    question: "how_wide",
    variant: "gauss",
    form: "quick",
    experiment: definition(),
    axes: [
      {
        name: "width",
        label: "Units per hidden layer",
        unit: "",
        scale: "log",
        values: [1, 2, 4],
        texts: ["1", "2", "4"],
      },
    ],
    measures: ["train_mse", "test_mse"],
    shown: ["train_mse", "test_mse"],
    done: 4,
    total: 6,
    diverged: 0,
    seconds_left: 3,
    line: [1.5],
    training_points: 100,
    guess: null,
    points: [point([0], 0.2), point([1], 0.1), point([2], null)],
    sentences: ["Lowest at 2 units."],
    caveats: ["Two seeds say little."],
    machine: "",
    is_mine: true,
    ...more,
  };
}

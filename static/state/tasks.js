/**
 * What the guide's tasks set up: the usual settings, but for these; where two networks are to be compared, what the
 * second has otherwise; and the tab that shows the result. What is said of each is in text/tasks.js.
 */

import { defaults, plainLayer } from "./settings.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./actions.js").Actions} Actions */
/** @typedef {{settings: Settings, beside?: Settings, tab?: string}} Task */

const layers = (/** @type {number[]} */ ...units) => units.map(plainLayer);
const FEATURES = ["x1", "x2", "x1_squared", "x2_squared", "x1_x2", "sin_x1", "sin_x2"];
const ADAM = { optimizer: "adam", learning_rate: 0.01 };
const RELU = { activation: "relu", loss: "squared_error", learning_rate: 0.1 };

/** @type {Record<string, Task>} */
const TASKS = {
  smallest: {
    settings: {
      ...{ ...RELU, dataset: "xor", hidden: layers(1), speed: "epoch_frame" },
      ...{ goal: "test_loss", goal_value: 0.177 },
    },
  },
  resets: {
    settings: {
      ...{ ...RELU, dataset: "xor", hidden: layers(3), speed: "full", stop_epochs: 500 },
      ...{ goal: "test_loss", goal_value: 0.02 },
    },
    tab: "seeds",
  },
  features: {
    settings: {
      ...{ ...ADAM, dataset: "spiral", hidden: layers(8, 8), speed: "full", stop_epochs: 300 },
      ...{ goal: "test_loss", goal_value: 0.2 },
    },
    beside: { features: FEATURES },
    tab: "compare",
  },
  penalty: {
    settings: {
      ...{ dataset: "xor", samples: 200, training_share: 20, noise: 0.5, label_noise: 0.1 },
      ...{ features: FEATURES, hidden: layers(8, 8), speed: "full", stop_epochs: 500 },
    },
    beside: { penalty: "l2", penalty_rate: 0.3 },
    tab: "compare",
  },
  powers: {
    settings: {
      ...{ ...ADAM, dataset: "checkerboard", noise: 0.2, hidden: layers(8, 8), activation: "relu" },
      ...{ penalty: "l1", penalty_rate: 0.003, speed: "full", stop_epochs: 1000 },
    },
    beside: { penalty: "l2" },
    tab: "compare",
  },
  hand: {
    settings: { dataset: "gauss", hidden: [], speed: "step_20", goal: "test_accuracy", goal_value: 95 },
    tab: "neuron",
  },
};

export const TASK_NAMES = Object.keys(TASKS);

/**
 * Sets a task up: one network, or two side by side; whatever there was can be undone. What a link locks stays.
 *
 * @param {Catalogue} catalogue @param {string} name @param {Actions} actions
 * @param {number[]} others lanes that are compared now, but for the one in hand
 */
export function setUp(catalogue, name, actions, others) {
  const { settings, beside, tab = "" } = TASKS[name],
    whole = { ...defaults(catalogue), ...settings };
  if (!actions.mayConfigure({ ...whole, ...beside })) return;
  actions.pause();
  for (const lane of others) actions.removeLane(lane);
  actions.configure(whole);
  actions.reset();
  if (beside) {
    actions.fork();
    actions.configure(beside);
  }
  actions.setLook({ tab });
}

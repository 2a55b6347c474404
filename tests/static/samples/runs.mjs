/** Rows of a lab book for tests, and a catalogue with the settings in which they may differ. */

const usual = { kind: "number", when: {}, options: [], unit: "", default: 0 };
const choice = (name, usually, labels) => ({
  ...usual,
  name,
  label: name,
  kind: "choice",
  default: usually,
  options: Object.entries(labels).map(([value, label]) => ({ value, label })),
});
export const catalogue = /** @type {any} */ ({
  fields: {
    dataset: choice("dataset", "circle", { circle: "circle", xor: "xor", plane: "plane" }),
    activation: choice("activation", "tanh", { tanh: "tanh", relu: "ReLU" }),
    learning_rate: { ...usual, name: "learning_rate", label: "Learning rate", default: 0.03 },
    hidden: { ...usual, name: "hidden", label: "Hidden layers", kind: "layers", default: [{ units: 4 }] },
  },
});
export const words = { own: "your data", stops: { criterion: "its settings" } };

/** @param {any} [settings] @param {any} [more] @returns {any} */
export function run(settings = {}, more = {}) {
  return {
    key: "k",
    updated: 1000,
    name: "",
    problem: "binary",
    data: null,
    began: 0,
    epochs: 1,
    best_epoch: null,
    goal_epoch: null,
    parameters: 25,
    changes: 0,
    changed: null,
    train_loss: 0.5,
    test_loss: 0.5,
    test_score: 0.9,
    stop: "",
    stop_text: "",
    settings: { dataset: "circle", activation: "tanh", learning_rate: 0.03, hidden: [{ units: 4 }], ...settings },
    picture: null,
    is_kept: true,
    ...more,
  };
}

/** The words of presenting: what is pinned, and how one comes and goes. */

export const PRESENT = {
  enter: "Present: large type, what is pinned, the whole screen (F)",
  leave: "Leave the presentation (F or Esc)",
  pin: "Pin for presenting",
  pinned: "Pinned for presenting: take it off",
  list: "Pinned controls stay in view while presenting",
  /** The parts of the list of all controls, by the regions they are at home in. */
  groups: { settings: "Training", methods: "More methods", data: "Data", output: "Output", charts: "Curves" },
  /** @param {string} name a control's @param {string} text its own words on the page */
  label: (name, text) => LONGER[name] ?? text,
};

const LONGER = /** @type {Record<string, string>} */ ({
  dataset: "Data set",
  draw: "Draw data",
  logScale: "Loss on a log scale",
  penalty_power: "Penalty's power p",
  rmsprop_decay: "RMSProp's decay",
  beta1: "Adam's β₁",
  beta2: "Adam's β₂",
  epsilon: "Optimizer's ε",
  schedule_epochs: "Schedule's T",
  schedule_factor: "Schedule's f",
  huber_delta: "Huber's δ",
  stop_epochs: "Stop after epochs",
  stop_loss: "Stop at a training loss",
  stop_accuracy: "Stop at an accuracy",
  watched: "Watched for patience",
  after_stop: "Kept after a stop",
});

/** The words of presenting: what is pinned, and how one comes and goes. */

import { say } from "./say.js";

export const PRESENT = {
  enter: say("Present: large type, what is pinned, the whole screen (F)"),
  leave: say("Leave the presentation (F or Esc)"),
  pin: say("Pin for presenting"),
  pinned: say("Pinned for presenting: take it off"),
  list: say("Pinned controls stay in view while presenting"),
  /** The parts of the list of all controls, by the regions they are at home in. */
  groups: {
    settings: say("Training"),
    methods: say("More methods"),
    data: say("Data"),
    output: say("Output"),
    charts: say("Curves"),
  },
  /** @param {string} name a control's @param {string} text its own words on the page */
  label: (name, text) => LONGER[name] ?? text,
};

const LONGER = /** @type {Record<string, string>} */ ({
  dataset: say("Data set"),
  draw: say("Draw data"),
  logScale: say("Loss on a log scale"),
  penalty_power: say("Penalty's power p"),
  rmsprop_decay: say("RMSProp's decay"),
  beta1: say("Adam's β₁"),
  beta2: say("Adam's β₂"),
  epsilon: say("Optimizer's ε"),
  schedule_epochs: say("Schedule's T"),
  schedule_factor: say("Schedule's f"),
  huber_delta: say("Huber's δ"),
  stop_epochs: say("Stop after epochs"),
  stop_loss: say("Stop at a training loss"),
  stop_accuracy: say("Stop at an accuracy"),
  watched: say("Watched for patience"),
  after_stop: say("Kept after a stop"),
});

/**
 * The words of saving pictures: what those without a heading of their own are called, and
 * what stands below a saved one.
 */

import { say } from "./say.js";

export const SAVING = {
  save: say("Save a picture of this tab"),
  title: say("Pictures of this tab, as they are now"),
  page: { output: say("Output"), network: say("Network"), charts: say("Charts") },
  none: say("There is no picture in this tab yet."),
  as: (/** @type {string} */ name, /** @type {string} */ kind) => say("{name} as {kind}", { name, kind }),
  pngHelp: say("Pixels, twice as fine as the screen"),
  svgHelp: say("Lines and letters that stay sharp at every size"),
  failed: (/** @type {string} */ name) =>
    say("{name} could not be made into a picture. Try the other format.", { name }),
  ownData: say("own data"),
  /**
   * Where the picture comes from.
   *
   * @param {string} data @param {number} epoch @param {number} step @param {number[]} sizes units of each layer
   */
  note: (data, epoch, step, sizes) =>
    say("glassbox · {data} · epoch {epoch}, step {step} · {sizes} units", {
      data,
      epoch,
      step,
      sizes: sizes.join("–"),
    }),
};

export const NAMED = {
  neuron: say("A unit's sum"),
  curves: say("Activations and their slopes"),
  graph: say("Computational graph"),
  values: say("Values and gradients"),
  ball: say("Unit ball of the penalty"),
  weights: say("Distribution of the weights"),
  answer: say("Inputs and answer"),
  lanes: say("Networks compared"),
  losses: say("Losses compared"),
  laneWeights: say("Weights compared"),
  landscape: { network: say("Loss landscape"), functions: say("Test function") },
  told: { network: say("Loss landscape with its numbers"), functions: say("Race with its numbers") },
  layers: say("Distributions of every layer"),
};

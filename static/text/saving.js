/**
 * The words of saving pictures: what those without a heading of their own are called, and
 * what stands below a saved one.
 */

export const SAVING = {
  save: "Save a picture of this tab",
  title: "Pictures of this tab, as they are now",
  page: { output: "Output", network: "Network", charts: "Charts" },
  none: "There is no picture in this tab yet.",
  as: (/** @type {string} */ name, /** @type {string} */ kind) => `${name} as ${kind}`,
  pngHelp: "Pixels, twice as fine as the screen",
  svgHelp: "Lines and letters that stay sharp at every size",
  failed: (/** @type {string} */ name) => `${name} could not be made into a picture. Try the other format.`,
  ownData: "own data",
  /**
   * Where the picture comes from.
   *
   * @param {string} data @param {number} epoch @param {number} step @param {number[]} sizes units of each layer
   */
  note: (data, epoch, step, sizes) =>
    `glassbox · ${data} · epoch ${epoch.toLocaleString("en")}, step ${step.toLocaleString("en")} · ` +
    `${sizes.join("–")} units`,
};

export const NAMED = {
  neuron: "A unit's sum",
  curves: "Activations and their slopes",
  graph: "Computational graph",
  values: "Values and gradients",
  ball: "Unit ball of the penalty",
  weights: "Distribution of the weights",
  answer: "Inputs and answer",
  lanes: "Networks compared",
  losses: "Losses compared",
  laneWeights: "Weights compared",
  landscape: { network: "Loss landscape", functions: "Test function" },
  told: { network: "Loss landscape with its numbers", functions: "Race with its numbers" },
  layers: "Distributions of every layer",
};

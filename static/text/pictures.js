/** Every word of the network, the output and the charts, in one place. */

import { plain } from "./numbers.js";

/** @typedef {{layer: number, unit: number}} Unit */

const many = (/** @type {number} */ count, /** @type {string} */ one) =>
  `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

export const NETWORK = {
  summary: (/** @type {number} */ layers, /** @type {number} */ parameters) =>
    `${many(layers, "hidden layer")} · ${many(parameters, "parameter")}`,
  inputs: "inputs",
  input: "input",
  output: "output",
  units: (/** @type {number} */ count) => many(count, "unit"),
  layers: "Layers",
  column: (/** @type {string} */ name, /** @type {number} */ count) => `${name}, ${many(count, "unit")}`,
  addLast: "Add a hidden layer before the output",
  removeLast: "Remove the last hidden layer",
  insertBefore: (/** @type {string} */ name) => `Insert a hidden layer before ${name}`,
  insertShort: "Insert a layer before this one",
  insertAfterShort: "Insert a layer after this one",
  removeLayer: (/** @type {number} */ layer) => `Remove layer ${layer}`,
  removeLayerShort: "Remove this layer",
  addUnit: (/** @type {number} */ layer) => `Add a unit to layer ${layer}`,
  removeUnit: (/** @type {number} */ layer) => `Remove the last unit of layer ${layer}`,
  activation: (/** @type {number} */ layer) => `Activation of layer ${layer}`,
  activationShort: "Activation",
  inherited: "The network's",
  own: "This layer's own",
  insertFace: "+ layer",
  solve: "Solve the last layer",
  solveFace: "solve",
  solveHelp:
    "Gives the output the weights and the bias that make the training loss smallest, while the layers before it stay " +
    "as they are: at once, by least squares instead of step by step.",
  change: (/** @type {number} */ layer) => `Change layer ${layer}`,
  noLayers: "There is no hidden layer to remove.",
  mostLayers: (/** @type {number} */ most) => `A network here has at most ${most} hidden layers.`,
  mostUnits: (/** @type {number} */ most) => `A layer here has at most ${most} units.`,
  lastUnit: "A layer needs at least one unit; remove the layer instead.",
  window: (/** @type {number} */ start, /** @type {number} */ count, /** @type {number} */ size) =>
    `${start + 1}–${start + count} of ${size}`,
  rest: (/** @type {number} */ count) => `+${count} more`,
  earlier: (/** @type {string} */ name) => `Earlier units of ${name}`,
  later: (/** @type {string} */ name) => `Later units of ${name}`,
};

/** What the output layer does to its sums, by problem and loss. @param {string} problem @param {string} loss */
export function outputActivation(problem, loss) {
  if (problem === "regression") return "linear";
  if (loss === "hinge") return "score";
  if (problem === "multiclass") return "softmax";
  return loss === "squared_error" ? "tanh" : "sigmoid";
}

/** The layers' and units' names for one shape of network. */
export class Names {
  /**
   * @param {number} last index of the output layer @param {string[]} features labels @param {number} outputs how many
   * @param {string[]} [classes] their names, if the data have any
   */
  constructor(last, features, outputs, classes = []) {
    this.last = last;
    this.features = features;
    this.outputs = outputs;
    this.classes = classes;
  }

  /** @param {number} layer */
  layer(layer) {
    if (layer === 0) return "the inputs";
    return layer === this.last ? "the output" : `layer ${layer}`;
  }

  /** @param {Unit} unit */
  unit({ layer, unit }) {
    if (layer === 0) return this.features[unit] ?? `input ${unit + 1}`;
    if (layer === this.last)
      return this.outputs > 1 ? `output ${this.className(unit) ? `“${this.className(unit)}”` : unit + 1}` : "output";
    return `unit ${unit + 1} of layer ${layer}`;
  }

  /**
   * What an output unit stands for, where there is one for each class and the classes have names; else "".
   *
   * @param {number} unit
   */
  className(unit) {
    return (this.outputs > 1 && this.classes[unit]) || "";
  }

  /** @param {{layer: number, unit: number, source: number}} wire */
  wire({ layer, unit, source }) {
    return `${this.unit({ layer: layer - 1, unit: source })} → ${this.unit({ layer, unit })}`;
  }
}

export const EDITOR = {
  weight: (/** @type {string} */ wire) => `Weight ${wire}`,
  bias: (/** @type {string} */ unit) => `Bias of ${unit}`,
  unit: (/** @type {string} */ unit) => capital(unit),
  now: (/** @type {number} */ value) => `now ${plain(value)}`,
  slider: "Value, by slider",
  less: "Less by 0.1",
  more: "More by 0.1",
  close: "Close",
  help: "Type a number and press Enter. Training goes on from it.",
  biasLabel: "bias",
  from: (/** @type {string} */ source) => `from ${source}`,
  notANumber: "Type a number, such as −0.5 or 0,25.",
  bounds: (/** @type {number} */ most) => `Type a number between −${most} and ${most}.`,
  hiddenRest: (/** @type {number} */ count) =>
    `${many(count, "more weight")} come from units not on show; page through the layer before to reach them.`,
  removeUnit: "Remove this unit",
  input: (/** @type {string} */ label) =>
    `${label} is an input: it has no weights of its own. Choose inputs under Features.`,
};

export const TIP = {
  wire: (/** @type {string} */ name, /** @type {number} */ value) => `${name}: ${plain(value)}`,
  idle: (/** @type {string} */ name, /** @type {string} */ state) => `${name}: ${state}`,
  bias: (/** @type {string} */ unit, /** @type {number} */ value) => `bias of ${unit}: ${plain(value)}`,
  unit: (/** @type {string} */ unit, /** @type {string} */ activation) => `${unit}${activation && ` (${activation})`}`,
  unitBias: (/** @type {string} */ unit, /** @type {string} */ activation, /** @type {number} */ bias) =>
    `${TIP.unit(unit, activation)} · bias ${plain(bias)}`,
};

export const OUTPUT = {
  title: "Output",
  unitTitle: (/** @type {number} */ layer, /** @type {number} */ unit, /** @type {string} */ activation) =>
    `Layer ${layer}, unit ${unit + 1} (${activation})`,
  classTitle: (/** @type {number} */ index, name = "") => `Probability of ${name || `class ${index + 1}`}`,
  input: (/** @type {string} */ label) => `Input ${label}`,
  showTest: "Test data",
  showHeldOut: "Held-out data",
  testHelp: "The points of the test loss and accuracy, which the network does not learn from.",
  /** Which points lie on the map, where there is little room. */
  whichShort: (/** @type {boolean} */ withTest, /** @type {boolean} */ hasValidation) =>
    withTest ? OUTPUT.which(withTest, hasValidation) : "training points",
  /** Which points lie on the map, and which do not. */
  which: (/** @type {boolean} */ withTest, /** @type {boolean} */ hasValidation) =>
    withTest
      ? `training and ${hasValidation ? "held-out" : "test"} points`
      : `training points; ${hasValidation ? "held-out" : "test"} points hidden`,
  heldOutHelp: "The points the network does not learn from: test data, and those set aside for validation.",
  showWrong: "Mistakes",
  discretize: "Plain colours",
  contours: "Contours",
  curve: "what the network computes",
  /**
   * @param {string} what @param {string} over @param {number} training @param {number} validation @param {number} test
   * @param {number | null} wrong
   */
  describe: (what, over, training, validation, test, wrong) =>
    `${what}, over ${over}, with ${many(training, "training point")}` +
    (validation ? `, ${many(validation, "validation point")}` : "") +
    (test ? ` and ${many(test, "test point")}` : "") +
    (wrong === null ? "" : `, ${wrong} of them in the wrong class and marked`) +
    ". Arrow keys move a crosshair and read values.",
  over: (/** @type {string[]} */ names) => names.join(" and "),
  range: (/** @type {string} */ name, /** @type {string} */ least, /** @type {string} */ most) =>
    `${name} from ${least} to ${most}`,
  place: (/** @type {string} */ name, /** @type {string} */ value) => `${name} ${value}`,
  reading: (/** @type {string[]} */ places, /** @type {string} */ value) => `${places.join("   ")}\n${value}`,
  choose: (/** @type {number} */ sample) => `Click or Enter: sample ${sample.toLocaleString("en")}`,
  choosing: "A click on a point, or Enter with the crosshair on it, makes it the sample of the drawer's tab.",
  chosen: (/** @type {number} */ sample) => `Sample ${sample.toLocaleString("en")} is chosen.`,
  noSample: "There is no point here.",
  weights: (/** @type {number} */ unit) => `Weights of layer 1, unit ${unit + 1}`,
  chance: (/** @type {number} */ chance, name = "positive") => `P(${name}) ${percent(chance)}`,
  value: (/** @type {number} */ value) => `value ${fixed(value)}`,
  /** A predicted number, as its own data have it. */
  predicted: (/** @type {string} */ name, /** @type {string} */ value) => `${name} ${value}`,
  classChance: (/** @type {number} */ index, /** @type {number} */ chance, name = "") =>
    `P(${name || `class ${index + 1}`}) ${percent(chance)}`,
  chanceOf: "P(blue)",
  chanceHelp: (name = "positive") =>
    `The probability that the network gives to the class of the circles, “${name}”: at 0 % it is sure of the ` +
    "other one.",
  impossible: "0 %",
  certain: "100 %",
  outside: (/** @type {number} */ count) => `${many(count, "point")} outside`,
  outsideHelp: "Points that lie beyond the picture count all the same: only the picture ends at its edge.",
  describeOutside: (/** @type {number} */ count) =>
    count ? ` ${many(count, "point")} ${count === 1 ? "lies" : "lie"} outside of the picture.` : "",
  class: (/** @type {number} */ index) => `class ${index + 1}`,
  classShort: (/** @type {number} */ index) => String(index + 1),
};

export const CHARTS = {
  loss: "Loss",
  accuracy: "Accuracy",
  rmse: (unit = "") => (unit ? `Error (RMSE, ${unit})` : "Error (RMSE)"),
  epoch: "epoch",
  train: "train",
  test: "test",
  validation: "val.",
  rate: "α",
  r2: (/** @type {number|null} */ train, /** @type {number|null} */ test) =>
    `R² train ${optional(train)} · test ${optional(test)}`,
  /** Where the pointer is. */
  at: (/** @type {number} */ epoch) => `epoch ${epoch.toFixed(epoch < 10 ? 2 : 1)}`,
  /** The values there, or the newest; what is "" is left out. A name and its value stay on one line. */
  reading: (
    /** @type {string} */ train,
    /** @type {string} */ validation,
    /** @type {string} */ test,
    /** @type {string} */ rate,
  ) =>
    [`train ${train}`, validation && `val. ${validation}`, `test ${test}`, rate && `α ${rate}`]
      .filter(Boolean)
      .map((part) => part.replaceAll(" ", "\u00a0"))
      .join(" · "),
  restore: (/** @type {number} */ epoch) => `Restore epoch ${epoch.toLocaleString("en")}`,
  restoreHelp: "Brings back the weights of the epoch at which the watched loss was lowest.",
  penalty: (/** @type {string} */ formula, /** @type {number} */ value) =>
    `penalty ${formula} = ${plain(value, 1)}, not in the loss above`,
  otherData: (/** @type {number} */ epoch) =>
    `From epoch ${Number(epoch.toFixed(1)).toLocaleString("en")} on: other data, the same network.`,
  formulas: /** @type {Record<string, string>} */ ({ l1: "λ Σ |w|", l2: "½ λ Σ w²" }),
  /** @param {string} what @param {string} values "": none yet @param {string} at which epoch; "": now */
  chart: (what, values, at) =>
    values ? `${what} over epochs. ${at && `At ${at}: `}${values}.` : `${what} over epochs. Nothing is trained yet.`,
  earlier: "earlier",
  besides: (/** @type {number} */ count) =>
    ` Dotted: ${count === 1 ? "the curve" : "the curves"} of before you went back in time and on from there.`,
  percent: (/** @type {number|null|undefined} */ value) => (value == null ? "–" : percent(value)),
  /** Short, for the line above a chart: it must not need more room as the loss falls. */
  number: (/** @type {number|null|undefined} */ value) => (value == null ? "–" : plain(value, 0)),
};

/** @param {number | null} value */
function optional(value) {
  return value === null ? "–" : plain(value, 1);
}

/** @param {number} value */
function fixed(value) {
  return (value < -0.005 ? "−" : "") + Math.abs(value).toFixed(2);
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(1)} %`;
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

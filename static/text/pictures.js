/** Every word of the network, the output and the charts, in one place. */

import { inARow, labelled, listed, listedWithAnd } from "./lists.js";
import { inPercent, plain, signed } from "./numbers.js";
import { LOCALE, say, sayAs, sayMany } from "./say.js";

/** @typedef {{layer: number, unit: number}} Unit */

const parameters = (/** @type {number} */ count) => sayMany("{n} parameter", "{n} parameters", count);
const units = (/** @type {number} */ count) => sayMany("{n} unit", "{n} units", count);

export const NETWORK = {
  summary: (/** @type {number} */ layers, /** @type {number} */ count) =>
    `${sayMany("{n} hidden layer", "{n} hidden layers", layers)} · ${parameters(count)}`,
  inputs: say("inputs"),
  input: say("input"),
  output: say("output"),
  units,
  layers: say("Layers"),
  column: (/** @type {string} */ name, /** @type {number} */ count) =>
    sayAs("list", "{before}, {last}", { before: name, last: units(count) }),
  addLast: say("Add a hidden layer before the output"),
  removeLast: say("Remove the last hidden layer"),
  insertBefore: (/** @type {string} */ name) => say("Insert a hidden layer before {name}", { name }),
  insertShort: say("Insert a layer before this one"),
  insertAfterShort: say("Insert a layer after this one"),
  removeLayer: (/** @type {number} */ layer) => say("Remove layer {layer}", { layer }),
  removeLayerShort: say("Remove this layer"),
  addUnit: (/** @type {number} */ layer) => say("Add a unit to layer {layer}", { layer }),
  removeUnit: (/** @type {number} */ layer) => say("Remove the last unit of layer {layer}", { layer }),
  activation: (/** @type {number} */ layer) => say("Activation of layer {layer}", { layer }),
  activationShort: say("Activation"),
  size: (/** @type {number} */ layer) => say("Units of layer {layer}", { layer }),
  sizeShort: say("Units"),
  inherited: say("The network's"),
  own: say("This layer's own"),
  insertFace: say("+ layer"),
  solve: say("Solve the last layer"),
  solveFace: say("solve"),
  solveHelp: say(
    "Gives the output the weights and the bias that make the training loss smallest, while the layers before it stay " +
      "as they are: at once, by least squares instead of step by step.",
  ),
  /** @param {number} layer @param {string} words what it has now */
  change: (layer, words) => say("Change layer {layer}: {words}", { layer, words }),
  /** What a button that is off is called. @param {string} label @param {string} reason a sentence */
  refused: (label, reason) => say("{label}. {reason}", { label, reason }),
  noLayers: say("There is no hidden layer to remove."),
  mostLayers: (/** @type {number} */ most) =>
    sayMany("A network here has at most {n} hidden layer.", "A network here has at most {n} hidden layers.", most),
  mostUnits: (/** @type {number} */ most) =>
    sayMany("A layer here has at most {n} unit.", "A layer here has at most {n} units.", most),
  lastUnit: say("A layer needs at least one unit; remove the layer instead."),
  window: (/** @type {number} */ start, /** @type {number} */ count, /** @type {number} */ size) =>
    say("{first}–{last} of {size}", { first: start + 1, last: start + count, size }),
  rest: (/** @type {number} */ count) => say("+{count} more", { count }),
  earlier: (/** @type {string} */ name) => say("Earlier units of {name}", { name }),
  later: (/** @type {string} */ name) => say("Later units of {name}", { name }),
};

/** What the output layer does to its sums, by problem and loss. @param {string} problem @param {string} loss */
export function outputActivation(problem, loss) {
  if (problem === "regression") return say("linear");
  if (loss === "hinge") return say("score");
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
    if (layer === 0) return say("the inputs");
    return layer === this.last ? say("the output") : say("layer {layer}", { layer });
  }

  /** @param {Unit} unit */
  unit({ layer, unit }) {
    if (layer === 0) return this.features[unit] ?? say("input {number}", { number: unit + 1 });
    if (layer !== this.last) return say("unit {unit} of layer {layer}", { unit: unit + 1, layer });
    if (this.outputs <= 1) return say("output");
    const name = this.className(unit);
    return name ? say("output “{name}”", { name }) : say("output {number}", { number: unit + 1 });
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
  weight: (/** @type {string} */ wire) => say("Weight {wire}", { wire }),
  bias: (/** @type {string} */ unit) => say("Bias of {unit}", { unit }),
  unit: (/** @type {string} */ unit) => capital(unit),
  now: (/** @type {number} */ value) => say("now {value}", { value: plain(value) }),
  slider: (/** @type {string} */ name) => say("{name}, by slider", { name }),
  less: say("Less by 0.1"),
  more: say("More by 0.1"),
  close: say("Close"),
  help: say("Type a number and press Enter. Training goes on from it."),
  biasLabel: say("bias"),
  from: (/** @type {string} */ source) => say("from {source}", { source }),
  notANumber: say("Type a number, such as −0.5 or 0,25."),
  bounds: (/** @type {number} */ most) => say("Type a number between −{most} and {most}.", { most }),
  hiddenRest: (/** @type {number} */ count) =>
    sayMany(
      "{n} more weight comes from a unit not on show; page through the layer before to reach it.",
      "{n} more weights come from units not on show; page through the layer before to reach them.",
      count,
    ),
  removeUnit: say("Remove this unit"),
  input: (/** @type {string} */ label) =>
    say("{label} is an input: it has no weights of its own. Choose inputs under Features.", { label }),
};

export const TIP = {
  wire: (/** @type {string} */ name, /** @type {number} */ value) =>
    labelled(name, plain(value)),
  idle: (/** @type {string} */ name, /** @type {string} */ state) => labelled(name, state),
  bias: (/** @type {string} */ unit, /** @type {number} */ value) =>
    say("bias of {unit}: {value}", { unit, value: plain(value) }),
  unit: (/** @type {string} */ unit, /** @type {string} */ activation) =>
    activation ? say("{unit} ({activation})", { unit, activation }) : unit,
  unitBias: (/** @type {string} */ unit, /** @type {string} */ activation, /** @type {number} */ bias) =>
    say("{unit} · bias {bias}", { unit: TIP.unit(unit, activation), bias: plain(bias) }),
};

/** @param {number} index @param {string} name */
const classOf = (index, name) => name || say("class {number}", { number: index + 1 });

export const OUTPUT = {
  title: say("Output"),
  unitTitle: (/** @type {number} */ layer, /** @type {number} */ unit, /** @type {string} */ activation) =>
    say("Layer {layer}, unit {unit} ({activation})", { layer, unit: unit + 1, activation }),
  classTitle: (/** @type {number} */ index, name = "") => say("Probability of {name}", { name: classOf(index, name) }),
  input: (/** @type {string} */ label) => say("Input {label}", { label }),
  showTest: say("Test data"),
  showHeldOut: say("Held-out data"),
  testHelp: say("The points of the test loss and accuracy, which the network does not learn from."),
  /** Which points lie on the map, where there is little room. */
  whichShort: (/** @type {boolean} */ withTest, /** @type {boolean} */ hasValidation) =>
    withTest ? OUTPUT.which(withTest, hasValidation) : say("training points"),
  /** Which points lie on the map, and which do not. */
  which: (/** @type {boolean} */ withTest, /** @type {boolean} */ hasValidation) => {
    if (hasValidation)
      return withTest ? say("training and held-out points") : say("training points; held-out points hidden");
    return withTest ? say("training and test points") : say("training points; test points hidden");
  },
  heldOutHelp: say("The points the network does not learn from: test data, and those set aside for validation."),
  showWrong: say("Mistakes"),
  discretize: say("Plain colours"),
  contours: say("Contours"),
  curve: say("what the network computes"),
  /**
   * @param {string} what @param {string} over @param {number} training @param {number} validation @param {number} test
   * @param {number | null} wrong @param {number} outside of the picture
   */
  describe: (what, over, training, validation, test, wrong, outside) => {
    const learnt = [sayMany("{n} training point", "{n} training points", training)];
    if (validation) learnt.push(sayMany("{n} validation point", "{n} validation points", validation));
    const points = test
      ? listedWithAnd([...learnt, sayMany("{n} test point", "{n} test points", test)])
      : listed(learnt);
    return inARow([
      wrong === null
        ? say("{what}, over {over}, with {points}.", { what, over, points })
        : sayMany(
            "{what}, over {over}, with {points}, {n} of them in the wrong class and marked.",
            "{what}, over {over}, with {points}, {n} of them in the wrong class and marked.",
            wrong,
            { what, over, points },
          ),
      say("Arrow keys move a crosshair and read values."),
      outside
        ? sayMany("{n} point lies outside of the picture.", "{n} points lie outside of the picture.", outside)
        : "",
    ]);
  },
  over: (/** @type {string[]} */ names) => listedWithAnd(names),
  range: (/** @type {string} */ name, /** @type {string} */ least, /** @type {string} */ most) =>
    say("{name} from {least} to {most}", { name, least, most }),
  place: (/** @type {string} */ name, /** @type {string} */ value) => `${name} ${value}`,
  reading: (/** @type {string[]} */ places, /** @type {string} */ value) => `${places.join("   ")}\n${value}`,
  choose: (/** @type {number} */ sample) => say("Click or Enter: sample {sample}", { sample }),
  choosing: say("A click on a point, or Enter with the crosshair on it, makes it the sample of the drawer's tab."),
  chosen: (/** @type {number} */ sample) => say("Sample {sample} is chosen.", { sample }),
  noSample: say("There is no point here."),
  weights: (/** @type {number} */ unit) => say("Weights of layer 1, unit {unit}", { unit: unit + 1 }),
  chance: (/** @type {number} */ chance, name = sayAs("class", "positive")) =>
    say("P({name}) {chance}", { name, chance: inPercent(chance) }),
  value: (/** @type {number} */ value) => say("value {value}", { value: signed(value, 2) }),
  /** A predicted number, as its own data have it. */
  predicted: (/** @type {string} */ name, /** @type {string} */ value) => `${name} ${value}`,
  classChance: (/** @type {number} */ index, /** @type {number} */ chance, name = "") =>
    say("P({name}) {chance}", { name: classOf(index, name), chance: inPercent(chance) }),
  chanceOf: say("P(blue)"),
  chanceHelp: (name = sayAs("class", "positive")) =>
    say(
      "The probability that the network gives to the class of the circles, “{name}”: at 0 % it is sure of the other " +
        "one.",
      { name },
    ),
  impossible: inPercent(0, 0),
  certain: inPercent(1, 0),
  outside: (/** @type {number} */ count) => sayMany("{n} point outside", "{n} points outside", count),
  outsideHelp: say("Points that lie beyond the picture count all the same: only the picture ends at its edge."),
  class: (/** @type {number} */ index) => classOf(index, ""),
  classShort: (/** @type {number} */ index) => String(index + 1),
};

export const CHARTS = {
  loss: say("Loss"),
  accuracy: say("Accuracy"),
  rmse: (unit = "") => (unit ? say("Error (RMSE, {unit})", { unit }) : say("Error (RMSE)")),
  epoch: say("epoch"),
  train: say("train"),
  test: say("test"),
  validation: say("val."),
  rate: "α",
  r2: (/** @type {number|null} */ train, /** @type {number|null} */ test) =>
    say("R² train {train} · test {test}", { train: optional(train), test: optional(test) }),
  /** Where the pointer is. */
  at: (/** @type {number} */ epoch) => say("epoch {epoch}", { epoch: signed(epoch, epoch < 10 ? 2 : 1) }),
  /** The values there, or the newest; what is "" is left out. A name and its value stay on one line. */
  reading: (
    /** @type {string} */ train,
    /** @type {string} */ validation,
    /** @type {string} */ test,
    /** @type {string} */ rate,
  ) =>
    [
      say("train {value}", { value: train }),
      validation && say("val. {value}", { value: validation }),
      say("test {value}", { value: test }),
      rate && `α ${rate}`,
    ]
      .filter(Boolean)
      .map((part) => part.replaceAll(" ", "\u00a0"))
      .join(" · "),
  restore: (/** @type {number} */ epoch) => say("Restore epoch {epoch}", { epoch }),
  restoreHelp: say("Brings back the weights of the epoch at which the watched loss was lowest."),
  penalty: (/** @type {string} */ formula, /** @type {number} */ value) =>
    say("penalty {formula} = {value}, not in the loss above", { formula, value: plain(value, 1) }),
  otherData: (/** @type {number} */ epoch) =>
    say("From epoch {epoch} on: other data, the same network.", { epoch: Number(epoch.toFixed(1)) }),
  formulas: /** @type {Record<string, string>} */ ({ l1: "λ Σ |w|", l2: "½ λ Σ w²" }),
  /** @param {string} what @param {string} values "": none yet @param {string} at which epoch; "": now */
  chart: (what, values, at) => {
    if (!values) return say("{what} over epochs. Nothing is trained yet.", { what });
    return at
      ? say("{what} over epochs. At {epoch}: {values}.", { what, epoch: at, values })
      : say("{what} over epochs. {values}.", { what, values });
  },
  earlier: say("earlier"),
  besides: (/** @type {number} */ count) =>
    count === 1
      ? say("Dotted: the curve of before you went back in time and on from there.")
      : say("Dotted: the curves of before you went back in time and on from there."),
  percent: (/** @type {number|null|undefined} */ value) => (value == null ? "–" : inPercent(value)),
  /** Short, for the line above a chart: it must not need more room as the loss falls. */
  number: (/** @type {number|null|undefined} */ value) => (value == null ? "–" : plain(value, 0)),
};

/** @param {number | null} value */
function optional(value) {
  return value === null ? "–" : plain(value, 1);
}

/** With a large letter, as where a name begins a line. @param {string} text */
export function capital(text) {
  return text.charAt(0).toLocaleUpperCase(LOCALE) + text.slice(1);
}

/** What the large map shows: the network's output, the probability of one class, or what a unit computes. */

import { valueOf } from "../../draw/pixels.js";
import { across, pixelAt } from "../../draw/plane.js";
import { isMeasured, nameOf, originalOf } from "../../draw/projection.js";
import { Shown } from "../../draw/shown.js";
import { inputLabels } from "../../state/inputs.js";
import { measured } from "../../text/numbers.js";
import { OUTPUT, outputActivation } from "../../text/pictures.js";

/** @typedef {import("../../protocol/frames.js").Frame} Frame */
/** @typedef {import("../../state/settings.js").Catalogue} Catalogue */
/** @typedef {import("../../state/settings.js").Settings} Settings */
/** @typedef {import("../../protocol/frames.js").Data} Data */
/**
 * @typedef {{size: number, kind: string, scale: number, pixels: Uint8Array, classes: Uint8Array | null,
 *   values?: Float32Array | null}} Picture
 */
const LEVELS = 200; // of a picture's values, about

/** @typedef {{kind: "output" | "class" | "unit", layer: number, unit: number}} Subject */

/** @param {Frame | null} frame @param {readonly [number, number] | null} hovered @returns {Subject} */
export function subjectOf(frame, hovered) {
  const last = (frame?.sizes.length ?? 1) - 1;
  if (!hovered) return { kind: "output", layer: last, unit: 0 };
  const [layer, unit] = hovered;
  return { kind: layer === last && frame?.problem === "multiclass" ? "class" : "unit", layer, unit };
}

/**
 * The map to show: the wanted one if the frame has it, else the unit's small picture until the large one comes.
 * @param {Frame} frame @param {readonly [number, number] | null} hovered @param {Picture | null} lastOutput
 * @returns {Picture}
 */
export function pictureOf(frame, hovered, lastOutput) {
  if (String(frame.map.unit ?? "") === String(hovered ?? "")) return frame.map;
  if (!hovered) return lastOutput ?? frame.map;
  return smallPicture(frame, hovered) ?? frame.map;
}

/** @param {Frame} frame @param {readonly [number, number]} unit @returns {Picture | null} */
function smallPicture(frame, [layer, unit]) {
  const index = new Shown(frame).picture(layer, unit),
    { size, pixels, scales } = frame.units;
  if (index < 0) return null;
  const area = size * size;
  return {
    size,
    kind: "signed",
    scale: scales[index],
    classes: null,
    pixels: pixels.subarray(index * area, (index + 1) * area),
  };
}

/**
 * @param {Subject} subject @param {Frame | null} frame @param {Settings} settings @param {Catalogue} catalogue
 * @param {Data | null} [data]
 */
export function titleOf({ kind, layer, unit }, frame, settings, catalogue, data = null) {
  const { fields } = catalogue;
  if (kind === "output") return OUTPUT.title;
  if (kind === "class") return OUTPUT.classTitle(unit, data?.class_names[unit]);
  if (layer === 0) return OUTPUT.input(inputLabels(catalogue, settings, data)[unit] ?? "");
  if (layer === 1 && data?.side && frame && frame.sizes.length > 2) return OUTPUT.weights(unit);
  const own = settings.hidden[layer - 1]?.activation ?? settings.activation;
  const last = (frame?.sizes.length ?? 0) - 1;
  const activation =
    layer === last ? outputActivation(frame?.problem ?? "", settings.loss) : labelOf(fields.activation.options, own);
  return OUTPUT.unitTitle(layer, unit, activation);
}

/** @param {import("../../state/settings.js").Option[]} options @param {string} value */
function labelOf(options, value) {
  return options.find((option) => option.value === value)?.label ?? value ?? "";
}

/**
 * The value at a point of the plane, in words.
 * @param {Subject} subject @param {Picture} picture @param {readonly [number, number]} point @param {Frame} frame
 * @param {string} loss
 * @param {string[]} [names] of the classes
 * @param {import("../../protocol/frames.js").Quantity | null} [target] where the values are predictions of it
 */
export function valueAt(subject, picture, point, frame, loss, names = [], target = null) {
  const told = (/** @type {number} */ value) =>
    target && isMeasured(target) ? predictionOf(target, value, picture.scale) : OUTPUT.value(value);
  if (picture.values) return told(onCurve(picture.values, point[0]));
  const at = pixelAt(point, picture.size),
    value = valueOf(picture.pixels[at], picture.scale);
  if (subject.kind === "class") return OUTPUT.classChance(subject.unit, value, names[subject.unit]);
  if (subject.kind === "unit") return OUTPUT.value(value);
  if (picture.classes) return OUTPUT.classChance(picture.classes[at], value, names[picture.classes[at]]);
  return isChance(subject, frame.problem, loss) ? OUTPUT.chance((value + 1) / 2, names[1]) : told(value);
}

/**
 * A prediction in the target's own numbers, as finely as a picture of this scale tells it.
 *
 * @param {import("../../protocol/frames.js").Quantity} target @param {number} value @param {number} scale
 */
function predictionOf(target, value, scale) {
  const grain = (2 * scale * Math.abs(target.scale)) / LEVELS;
  return OUTPUT.predicted(nameOf(target), measured(originalOf(target, value), grain));
}

/** The value of a curve at a place of the axis. @param {Float32Array} values @param {number} place */
function onCurve(values, place) {
  return values[Math.round(across(place, values.length - 1))];
}

/**
 * Whether the map of 2p − 1 stands for a probability p.
 *
 * @param {Subject} subject @param {string} problem @param {string} loss
 */
export function isChance({ kind }, problem, loss) {
  return kind === "output" && problem === "binary" && loss !== "squared_error" && loss !== "hinge";
}

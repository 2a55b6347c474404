/** The colour key under the map: a gradient with its numbers, or each class's colour and shape. */

import { html, nothing, svg } from "lit-html";

import { classColour, css } from "../../draw/colours.js";
import { outlineOf, SHAPES } from "../../draw/points.js";
import { isMeasured, originalOf } from "../../draw/projection.js";
import { measured, tick } from "../../text/numbers.js";
import { OUTPUT } from "../../text/pictures.js";
import { isChance } from "./subject.js";

const MOST_NAMED = 4; // classes whose names fit beside each other

/** @typedef {import("../../draw/colours.js").Palette} Palette */
/** @typedef {import("../../draw/points.js").Shape} Shape */
/** @typedef {import("./subject.js").Subject} Subject */

/**
 * @param {import("../../protocol/frames.js").Frame} frame @param {string[]} names of the classes, if they have any
 * @param {number} scale @param {Subject} subject @param {string} loss @param {Palette} palette
 * @param {import("../../protocol/frames.js").Quantity | null} [target] where the map's values are predictions of it
 */
export function key({ problem, classes, map, sizes }, names, scale, subject, loss, palette, target = null) {
  if (map.values) return subject.kind === "output" ? html`<i class="key-line"></i>${OUTPUT.curve}` : nothing;
  if (subject.kind === "class") return chanceKey(subject.unit, palette);
  if (problem === "multiclass" && subject.kind === "output") return classKey(classes, names, palette);
  const reach = Number(scale.toPrecision(2));
  const chances = isChance(subject, problem, loss),
    ends = chances ? [OUTPUT.impossible, OUTPUT.certain] : endsOf(reach, target);
  const isAnswer = problem !== "multiclass" && subject.layer === sizes.length - 1; // what points are compared with
  const ofClasses = problem === "binary" && isAnswer ? names : [];
  return [chances ? ofWhat(names[1]) : nothing, signedKey(ends, isAnswer, palette, ofClasses)];
}

/** That points lie outside of the picture, if any do. @param {number} count */
export function outsideNote(count) {
  return count ? html`<span class="key-outside" title=${OUTPUT.outsideHelp}>${OUTPUT.outside(count)}</span>` : nothing;
}

/**
 * What full colour stands for, below and above.
 *
 * @param {number} reach @param {import("../../protocol/frames.js").Quantity | null} target
 */
function endsOf(reach, target) {
  if (!target || !isMeasured(target)) return [tick(-reach), tick(reach)];
  const grain = (reach * Math.abs(target.scale)) / 10;
  return [-reach, reach].map((value) => measured(originalOf(target, value), grain));
}

/** @param {number} classes @param {string[]} names @param {Palette} palette */
function classKey(classes, names, palette) {
  const usual = classes > MOST_NAMED ? OUTPUT.classShort : OUTPUT.class,
    name = (/** @type {number} */ index) => names[index] ?? usual(index);
  return Array.from(
    { length: classes },
    (_, index) =>
      html`<span class="key-item">${classMark(index, palette)}<span class="key-name"
        title=${name(index)}>${name(index)}</span></span>`,
  );
}

/** @param {number} index @param {Palette} palette */
function chanceKey(index, palette) {
  const colours = [css(palette.zero), css(classColour(palette, index))];
  return html`${classMark(index, palette)}<b>${OUTPUT.impossible}</b>${bar(colours)}<b>${OUTPUT.certain}</b>`;
}

/**
 * @param {string[]} ends what full colour stands for
 * @param {boolean} marks whether points are squares below zero and circles above @param {Palette} palette
 * @param {string[]} names of two classes, if they have any
 */
function signedKey([low, high], marks, palette, [negative, positive]) {
  return html`${marks ? mark("square", css(palette.negative)) : nothing}${named(negative)}<b>${low}</b>
    ${bar([css(palette.negative), css(palette.zero), css(palette.positive)])}
    <b>${high}</b>${marks ? mark("circle", css(palette.positive)) : nothing}${named(positive)}`;
}

/** What the numbers of the key are: probabilities of the class of the circles. @param {string | undefined} name */
function ofWhat(name) {
  return html`<span class="key-of" title=${OUTPUT.chanceHelp(name)}>${OUTPUT.chanceOf}</span>`;
}

/** @param {string | undefined} name */
function named(name) {
  return name ? html`<span class="key-name" title=${name}>${name}</span>` : nothing;
}

/** @param {string[]} colours from left to right */
function bar(colours) {
  return html`<i class="key-bar" style="background:linear-gradient(to right, ${colours.join()})"></i>`;
}

/** @param {number} index @param {Palette} palette */
export function classMark(index, palette) {
  return mark(SHAPES[index % SHAPES.length], css(classColour(palette, index)));
}

/** @param {Shape} shape @param {string} colour */
export function mark(shape, colour) {
  return html`<svg class="key-mark" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">${svg`<path
    d=${outlineOf(shape)} fill=${colour}></path>`}</svg>`;
}

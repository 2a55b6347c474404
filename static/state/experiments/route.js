/**
 * Where one is in the place Experiments, as its address tells it, so that a reload, Back and a link lead there: all
 * questions, a ready one, one's own that is not begun yet, or an experiment.
 */

import { readNumber } from "../../text/numbers.js";

/** @typedef {import("../../protocol/answers.js").Scale} Scale */
/** @typedef {{name: string, text: string}} TypedAxis its values as they are typed */
/**
 * @typedef {object} Draft an experiment of one's own that is not begun yet
 * @property {string} from the ready question whose network it begins with, or an experiment; "": the playground's
 * @property {string} variant of that question @property {TypedAxis[]} axes @property {number} seeds
 * @property {number} epochs @property {string[]} measures none: the usual ones
 */
/**
 * @typedef {{view: "all"} | {view: "question", name: string, variant: string} | {view: "report", id: string} |
 *   {view: "own", draft: Draft}} Route
 */

export const BORROWED = "@"; // before the id of an experiment that a draft begins with
export const USUAL_SEEDS = 8;
export const USUAL_EPOCHS = 200;

/** @returns {Draft} */
export function emptyDraft() {
  return { from: "", variant: "", axes: [], seeds: USUAL_SEEDS, epochs: USUAL_EPOCHS, measures: [] };
}

/** @param {string} query as in `location.search` @returns {Route} */
export function readRoute(query) {
  const asked = new URLSearchParams(query),
    id = asked.get("id"),
    name = asked.get("question");
  if (id) return { view: "report", id };
  if (asked.has("own")) return { view: "own", draft: readDraft(asked) };
  return name ? { view: "question", name, variant: asked.get("variant") ?? "" } : { view: "all" };
}

/** @param {URLSearchParams} asked @returns {Draft} */
function readDraft(asked) {
  const draft = emptyDraft(),
    [from, variant = ""] = (asked.get("own") ?? "").split("."),
    texts = asked.getAll("values");
  const whole = (/** @type {string} */ name, /** @type {number} */ usual, least = 1) =>
    Math.max(least, Math.round(readNumber(asked.get(name) ?? "") ?? usual));
  return {
    from,
    variant,
    axes: asked.getAll("axis").map((name, at) => ({ name, text: texts[at] ?? "" })),
    seeds: whole("seeds", draft.seeds),
    epochs: whole("epochs", draft.epochs, 0),
    measures: asked.getAll("measure"),
  };
}

/** What stands behind the place's name in the address. @param {Route} route */
export function writeRoute(route) {
  if (route.view === "all") return "";
  const told = new URLSearchParams();
  if (route.view === "report") told.set("id", route.id);
  if (route.view === "question") {
    told.set("question", route.name);
    if (route.variant) told.set("variant", route.variant);
  }
  if (route.view === "own") writeDraft(told, route.draft);
  return `?${told}`;
}

/** @param {URLSearchParams} told @param {Draft} draft */
function writeDraft(told, { from, variant, axes, seeds, epochs, measures }) {
  told.set("own", variant ? `${from}.${variant}` : from);
  for (const { name, text } of axes) {
    told.append("axis", name);
    told.append("values", text);
  }
  told.set("seeds", String(seeds));
  told.set("epochs", String(epochs));
  for (const measure of measures) told.append("measure", measure);
}

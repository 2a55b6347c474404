/** An experiment of one's own on its way from a form to the server: what is usual, and what is asked for. */

import { EXPERIMENT } from "../../text/experiments.js";
import { readValues, writeValues } from "./values.js";

/** @typedef {import("../../protocol/answers.js").ExperimentDefinition} ExperimentDefinition */
/** @typedef {import("../../protocol/answers.js").ExperimentsCatalogue} ExperimentsCatalogue */
/** @typedef {import("../../protocol/answers.js").MeasureKind} MeasureKind */
/** @typedef {import("../settings.js").Catalogue} Catalogue */
/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("./route.js").Draft} Draft */

const USUAL = ["train_error", "test_error", "train_mse", "test_mse", "train_loss", "test_loss"];
const OF_SIZE = new Set(["width", "parameters", "units"]); // along which parameters grow past the number of points
export const MOST_AXES = 3;

/** What data make of it. @param {Settings} base @param {Catalogue} catalogue @param {string} ownProblem of own data */
export function problemOf(base, { fields }, ownProblem) {
  const { problem = ownProblem } = fields.dataset.options.find(({ value }) => value === base.dataset) ?? {};
  return problem === "regression" ? "regression" : "classification";
}

/** Those that such data have. @param {readonly MeasureKind[]} measures @param {string} problem */
export function fittingMeasures(measures, problem) {
  return measures.filter((each) => !each.problem || each.problem === problem);
}

/** What is measured until someone chooses. @param {readonly MeasureKind[]} fitting @returns {string[]} */
export function usualMeasures(fitting) {
  return USUAL.filter((name) => fitting.some((each) => each.name === name));
}

/**
 * The definition that a draft begins with; null: the playground.
 *
 * @param {Draft} draft @param {ExperimentsCatalogue} known
 */
export function origin({ from, variant }, { questions }) {
  const question = questions.find(({ name }) => name === from);
  const found = question?.variants.find(({ name }) => name === variant) ?? question?.variants[0];
  return found?.definition ?? null;
}

/** A ready question to be changed. @param {string} from @param {string} variant @param {ExperimentDefinition} of */
export function draftOf(from, variant, { axes, seeds, epochs, measures }) {
  return {
    from,
    variant,
    axes: axes.map(({ name, values }) => ({ name, text: writeValues(values) })),
    seeds,
    epochs,
    measures,
  };
}

/**
 * Where an address names what is to vary and no values, those that are suggested; what cannot vary is left out.
 *
 * @param {Draft} draft @param {ExperimentsCatalogue} known @returns {Draft}
 */
export function filled(draft, known) {
  const axes = draft.axes.flatMap(({ name, text }) => {
    const kind = known.axes.find((each) => each.name === name);
    return kind ? [{ name, text: text || writeValues(kind.suggested) }] : [];
  });
  return { ...draft, axes };
}

/**
 * What is asked of the server, which checks it.
 *
 * @param {Draft} draft @param {Pick<ExperimentDefinition, "base" | "kind" | "vary">} begun with what it begins
 * @param {ExperimentsCatalogue} known @param {string} problem @returns {ExperimentDefinition}
 */
export function definitionOf(draft, { base, kind = "training", vary = "both" }, known, problem) {
  const kinds = draft.axes.map(({ name }) => known.axes.find((kind) => kind.name === name)).filter((kind) => !!kind),
    fitting = fittingMeasures(known.measures, problem);
  const chosen = draft.measures.filter((name) => fitting.some((each) => each.name === name));
  return {
    title: EXPERIMENT.titled(kinds.map(({ label }) => label)),
    base,
    axes: kinds.map((each) => ({
      name: each.name,
      values: readValues(each, draft.axes.find(({ name }) => name === each.name)?.text ?? "").values,
    })),
    seeds: draft.seeds,
    epochs: draft.epochs,
    measures: chosen.length ? chosen : usualMeasures(fitting),
    kind,
    vary,
    line: kinds.some(({ name }) => OF_SIZE.has(name)) ? "parameters" : "",
  };
}

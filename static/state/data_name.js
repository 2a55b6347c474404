/** What data are called: a data set by its label, a formula by itself. */

import { FORMULA } from "./settings.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */

/**
 * @param {Catalogue} catalogue @param {string} dataset as the settings name it
 * @param {string} own what a person's own data are called
 */
export function dataName({ fields }, dataset, own) {
  if (isFormula(dataset)) return formulaIn(dataset);
  return fields.dataset.options.find(({ value }) => value === dataset)?.label ?? own;
}

/** Whether data come from a formula. @param {string} dataset */
export function isFormula(dataset) {
  return dataset.startsWith(FORMULA);
}

/** The formula that data come from; "" where they do not. @param {string} dataset */
export function formulaIn(dataset) {
  return isFormula(dataset) ? dataset.slice(FORMULA.length) : "";
}

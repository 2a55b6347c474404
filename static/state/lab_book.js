/** What the lab book's table shows of settings: those in which the runs differ are columns, others are said once. */

import { featuresGiven } from "./inputs.js";
import { applies, same } from "./settings.js";
import { valueText } from "./value_text.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Field} Field */
/** @typedef {import("../protocol/messages.js").Settings} Settings */
/** @typedef {{first: unknown, times: number, epochs: number}} Change of a setting while a run trained */
/**
 * @typedef {object} Run
 * @property {string} key @property {number} updated @property {string} name @property {string} problem
 * @property {string | null} data what the data are called @property {number | null} began
 * @property {number} epochs @property {number | null} best_epoch @property {number} changes
 * @property {number | null} goal_epoch @property {number | null} parameters
 * @property {Record<string, Change> | null} changed
 * @property {number | null} train_loss @property {number | null} test_loss
 * @property {number | null} test_score @property {string} stop @property {string} stop_text
 * @property {Settings} settings @property {string | null} picture
 * @property {boolean} is_kept @property {undefined} [damage]
 */
/** @typedef {{key: string, updated: number | null, name: string, damage: string}} DamagedRun */
/** @typedef {Run | DamagedRun} Row */

const NO_COLUMN = new Set(["speed", "dataset"]); // no part of a run; in a column of its own
const ALWAYS_SAID = new Set(["hidden", "features", "activation", "optimizer", "learning_rate", "batch_size", "seed"]);

/** @param {Row[]} rows @returns {Run[]} */
export function soundOf(rows) {
  return /** @type {Run[]} */ (rows.filter(({ damage }) => !damage));
}

/** A run with the features that its network was given, null for none. @param {Run} run @param {Catalogue} catalogue */
export function asGiven(run, catalogue) {
  return { ...run, settings: { ...run.settings, features: featuresGiven(catalogue, run.settings) } };
}

/**
 * The settings that are not the same in all rows, or were changed while one of them trained, in the order of the form.
 *
 * @param {Run[]} runs @param {Catalogue} catalogue
 */
export function differing(runs, { fields }) {
  return Object.values(fields).filter(
    (field) =>
      !NO_COLUMN.has(field.name) &&
      (runs.some(({ changed }) => changed?.[field.name]) ||
        runs.some((run) => !same(valueIn(run, field), valueIn(runs[0], field)))),
  );
}

/**
 * What all rows have in common: the settings that one asks for first, and those that are not as usual.
 *
 * @param {Run[]} runs at least one @param {Catalogue} catalogue
 */
export function alike(runs, catalogue) {
  const different = new Set(differing(runs, catalogue).map(({ name }) => name)),
    [first] = runs;
  return Object.values(catalogue.fields).filter(({ name, default: usual }) => {
    const value = valueIn(first, catalogue.fields[name]);
    if (NO_COLUMN.has(name) || different.has(name) || value === null) return false;
    return ALWAYS_SAID.has(name) || !same(value, usual);
  });
}

/** Null where it has no meaning or is not known. @param {Run} run @param {Field} field */
export function valueIn({ settings }, field) {
  return applies(field, settings) ? (settings[field.name] ?? null) : null;
}

/**
 * A setting as a person would write it; what was changed on the way with what it was at first.
 *
 * @param {Run} run @param {Field} field @param {string} none where it has no meaning
 */
export function settingText(run, field, none) {
  const change = run.changed?.[field.name],
    value = valueIn(run, field);
  const last = value === null ? none : valueText(field, value);
  return change ? [valueText(field, change.first), ...(change.times > 1 ? ["…"] : []), last].join(" → ") : last;
}

/**
 * Every setting of a run that has a meaning, as a person would write it.
 *
 * @param {Run} run @param {Catalogue} catalogue
 */
export function settingsSaid(run, { fields }) {
  return Object.values(fields)
    .filter((field) => valueIn(run, field) !== null)
    .map((field) => `${field.label} ${settingText(run, field, "")}`)
    .join("\n");
}

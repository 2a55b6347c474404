/** The columns of the lab book's table: what differs between runs, each with its value to sort and to filter by. */

import { LOCALE } from "../text/say.js";
import { dataName } from "./data_name.js";
import { differing, settingText, valueIn } from "./lab_book.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Field} Field */
/** @typedef {import("./lab_book.js").Run} Run */
/** @typedef {import("../text/lab_book.js").Fact} Fact */
/** @typedef {"choice" | "number" | "text" | "time"} Kind */
/** @typedef {number | string | null} Value null: it has none */
/** @typedef {{key: string, kind: Kind, field: Field | null, value: (run: Run) => Value}} Column `field`: a setting's */
/** @typedef {{own: string, stops: Record<string, string>}} Words what own data are called, and why a run stopped */

const NUMBERS = ["number", "integer"];
const PERCENT = 100;
const isRegression = (/** @type {Run} */ run) => run.problem === "regression";

/** @param {Run} run whether it was to reach something */
export const hasGoal = ({ settings }) => (settings.goal ?? "none") !== "none";

/** @param {Run} run @param {Catalogue} catalogue @param {string} own */
export const dataOf = (run, catalogue, own) => run.data ?? dataName(catalogue, run.settings.dataset, own);

/**
 * Name, moment and data first, then the settings that differ, then what became of the runs.
 *
 * @param {Run[]} runs @param {Catalogue} catalogue @param {Words} words @returns {Column[]}
 */
export function columnsOf(runs, catalogue, words) {
  const facts = factsOf(catalogue, words),
    told = (/** @type {Fact[]} */ ...names) => names.map((name) => ({ key: name, field: null, ...facts[name] }));
  return [
    ...told("name", "updated", "dataset"),
    ...differing(runs, catalogue).map(settingColumn),
    ...told("epochs", "train_loss", "test_loss"),
    ...told(...telling(runs)),
  ];
}

/** @param {Catalogue} catalogue @param {Words} words @returns {Record<Fact, {kind: Kind, value: Column["value"]}>} */
function factsOf(catalogue, { own, stops }) {
  const score = (/** @type {Run} */ { test_score: value }, scale = 1) => (value === null ? null : scale * value);
  return {
    name: { kind: "text", value: ({ name }) => name || null },
    updated: { kind: "time", value: ({ updated }) => updated },
    dataset: { kind: "choice", value: (run) => dataOf(run, catalogue, own) },
    epochs: { kind: "number", value: ({ epochs }) => epochs },
    train_loss: { kind: "number", value: (run) => run.train_loss },
    test_loss: { kind: "number", value: (run) => run.test_loss },
    test_accuracy: { kind: "number", value: (run) => (isRegression(run) ? null : score(run, PERCENT)) },
    test_rmse: { kind: "number", value: (run) => (isRegression(run) ? score(run) : null) },
    parameters: { kind: "number", value: ({ parameters }) => parameters },
    goal_epoch: { kind: "number", value: (run) => run.goal_epoch },
    changes: { kind: "number", value: ({ changes }) => changes },
    stop: { kind: "choice", value: ({ stop }) => (stop ? (stops[stop] ?? stop) : null) },
  };
}

/** What is there, or is not the same, in some of the runs. @param {Run[]} runs @returns {Fact[]} */
function telling(runs) {
  const sizes = new Set(runs.map(({ parameters }) => parameters));
  const is = /** @type {Partial<Record<Fact, boolean>>} */ ({
    test_accuracy: !runs.every(isRegression),
    test_rmse: runs.some(isRegression),
    parameters: sizes.size > 1,
    goal_epoch: runs.some(hasGoal),
    changes: runs.some(({ changes }) => changes),
    stop: runs.some(({ stop }) => stop),
  });
  return /** @type {Fact[]} */ (Object.keys(is)).filter((name) => is[name]);
}

/** @param {Field} field @returns {Column} */
function settingColumn(field) {
  const isNumber = NUMBERS.includes(field.kind);
  return {
    key: field.name,
    kind: isNumber ? "number" : "choice",
    field,
    value: isNumber
      ? (run) => /** @type {Value} */ (valueIn(run, field))
      : (run) => settingText(run, field, "") || null,
  };
}

const collator = new Intl.Collator(LOCALE, { numeric: true, sensitivity: "base" });

/**
 * In the order of a column; runs without a value stand last in either order, and of those alike the newest first.
 *
 * @param {Run[]} runs @param {Column} column @param {boolean} descending
 */
export function sorted(runs, { value }, descending) {
  const sign = descending ? -1 : 1;
  return [...runs].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || other.updated - one.updated;
    return sign * compared(a, b) || other.updated - one.updated;
  });
}

/** @param {number | string} one @param {number | string} other */
function compared(one, other) {
  return typeof one === "number" && typeof other === "number"
    ? one - other
    : collator.compare(String(one), String(other));
}

/** The page's menu says while an experiment runs that it does, and how far it is, wherever one is. */

import { isAtWork } from "../../../state/experiments/report.js";
import { PLACE } from "../../../state/experiments/vary.js";
import { EXPERIMENTS } from "../../../text/experiments.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentRow} Row */

const ENTRY = `.menu a[data-place="${PLACE}"] span`;

/** @returns {(rows: readonly Row[]) => void} hears of all experiments whenever one has changed */
export function menuTeller() {
  const entry = /** @type {HTMLElement} */ (document.querySelector(ENTRY)),
    name = /** @type {HTMLElement} */ (document.querySelector(".name")),
    usual = { entry: entry.textContent, name: name.title };
  return (rows) => {
    const row = rows.find(isAtWork),
      text = row ? EXPERIMENTS.menu(row.title, Math.floor((100 * row.done) / Math.max(1, row.total))) : "";
    entry.textContent = text || usual.entry;
    name.title = text || usual.name;
    name.classList.toggle("at-work", !!row);
  };
}

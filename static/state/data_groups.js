/** The data sets in groups: by what there is to predict, and real data by themselves. */

/** @typedef {import("./settings.js").Option} Option */
/** @typedef {"binary" | "multiclass" | "regression" | "real"} Group */

const REAL = ["penguins", "digits"];
const GROUPS = /** @type {Group[]} */ (["binary", "multiclass", "regression", "real"]);

/** @param {Option[]} options @returns {[Group, Option[]][]} each data set in one of them */
export function groupsOf(options) {
  const groupOf = (/** @type {Option} */ { value, problem }) => (REAL.includes(value) ? "real" : problem);
  return GROUPS.map((group) => [group, options.filter((option) => groupOf(option) === group)]);
}

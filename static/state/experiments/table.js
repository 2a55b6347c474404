/** The points of a report as a table: its columns, and its rows sorted by one of them. */

/** @typedef {import("../../protocol/answers.js").ExperimentReport} Report */
/** @typedef {import("../../protocol/answers.js").ExperimentPoint} Point */
/**
 * @typedef {{key: string, axis: number | null, measure: string | null,
 *   what: "parameters" | "done" | "diverged" | null}} Column of an axis, of a measure, or of what else there is to know
 */
/** @typedef {{by: string, descending: boolean}} Order */

export const BY_PLACE = /** @type {Order} */ ({ by: "", descending: false });

/** @param {Report} report @returns {Column[]} */
export function columnsOf({ axes, measures, points }) {
  const facts = /** @type {const} */ (["parameters", "done", "diverged"]);
  const known = facts.filter((what) => what !== "parameters" || points.some(({ parameters }) => parameters !== null));
  return [
    ...axes.map((_, axis) => ({ key: `axis${axis}`, axis, measure: null, what: null })),
    ...measures.map((measure) => ({ key: measure, axis: null, measure, what: null })),
    ...known.map((what) => ({ key: what, axis: null, measure: null, what })),
  ];
}

/** @param {Column} column @param {Point} point @returns {number | null} */
function valueOf({ axis, measure, what }, point) {
  if (axis !== null) return point.at[axis];
  return measure !== null ? (point.median[measure] ?? null) : what && point[what];
}

/**
 * What has no value stands last, either way.
 *
 * @param {readonly Point[]} points @param {Column[]} columns @param {Order} order @returns {Point[]}
 */
export function sortedPoints(points, columns, { by, descending }) {
  const inPlace = points.toSorted((one, other) => one.at.reduce((so, each, at) => so || each - other.at[at], 0)),
    column = columns.find(({ key }) => key === by);
  if (!column) return inPlace;
  return inPlace.sort((one, other) => {
    const [left, right] = [valueOf(column, one), valueOf(column, other)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return descending ? right - left : left - right;
  });
}

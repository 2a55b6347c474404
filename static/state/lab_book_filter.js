/** Which runs of the lab book are on show: by words anywhere in a row, by choices, and by ranges of numbers. */

/** @typedef {import("./lab_book.js").Run} Run */
/** @typedef {import("./lab_book_columns.js").Column} Column */
/** @typedef {{least: number | null, most: number | null}} Range null: no bound */
/**
 * @typedef {{text: string, choices: Record<string, string[]>, ranges: Record<string, Range>}} Filter by the columns'
 *   keys; of a column without an entry everything is on show
 */

/** @type {Filter} */
export const EVERYTHING = { text: "", choices: {}, ranges: {} };

/** What a choice is called where a run has none. */
export const NONE = "–";

/** By how many columns rows are chosen, the words over all of them included. @param {Filter} filter */
export function countOf({ text, choices, ranges }) {
  return Number(Boolean(text.trim())) + Object.keys(choices).length + Object.keys(ranges).length;
}

/**
 * @param {Filter} filter @param {Column[]} columns @param {(run: Run) => string} words all that a row says
 * @returns {(run: Run) => boolean}
 */
export function passing({ text, choices, ranges }, columns, words) {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  const tests = columns.flatMap(({ key, value }) => [
    ...(choices[key] ? [(/** @type {Run} */ run) => choices[key].includes(String(value(run) ?? NONE))] : []),
    ...(ranges[key] ? [(/** @type {Run} */ run) => isWithin(ranges[key], value(run))] : []),
  ]);
  return (run) => {
    if (!tests.every((test) => test(run))) return false;
    const said = wanted.length ? words(run).toLowerCase() : "";
    return wanted.every((word) => said.includes(word));
  };
}

/** What has no number lies in no range. @param {Range} range @param {unknown} value */
function isWithin({ least, most }, value) {
  return typeof value === "number" && value >= (least ?? -Infinity) && value <= (most ?? Infinity);
}

/** What there is to choose in a column, with how many runs have it. @param {Run[]} runs @param {Column} column */
export function optionsOf(runs, { value }) {
  const counts = /** @type {Map<string, number>} */ (new Map());
  for (const run of runs) {
    const option = String(value(run) ?? NONE);
    counts.set(option, (counts.get(option) ?? 0) + 1);
  }
  return [...counts].sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
}

/**
 * From where to where a column's numbers reach; null where they do not differ.
 *
 * @param {Run[]} runs @param {Column} column
 */
export function extentOf(runs, { value }) {
  const numbers = runs.map(value).filter((each) => typeof each === "number"),
    least = Math.min(...numbers),
    most = Math.max(...numbers);
  return least < most ? { least, most } : null;
}

/**
 * With other choices in a column; none means all.
 *
 * @param {Filter} filter @param {string} key @param {string[]} chosen
 */
export function withChoices(filter, key, chosen) {
  const { [key]: _, ...others } = filter.choices;
  return { ...filter, choices: chosen.length ? { ...others, [key]: chosen } : others };
}

/**
 * With another range in a column; one without bounds is none.
 *
 * @param {Filter} filter @param {string} key @param {Range} range
 */
export function withRange(filter, key, range) {
  const { [key]: _, ...others } = filter.ranges,
    isBound = range.least !== null || range.most !== null;
  return { ...filter, ranges: isBound ? { ...others, [key]: range } : others };
}

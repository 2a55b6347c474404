/** A report as the page shows it: put together from what has changed, as curves side by side, each of one measure. */

/** @typedef {import("../../protocol/answers.js").ExperimentReport} Report */
/** @typedef {import("../../protocol/answers.js").ExperimentPoint} Point */
/** @typedef {import("../../protocol/answers.js").ExperimentState} State */
/** @typedef {(number | null)[]} Line */
/** @typedef {{name: string, part: "train" | "test" | "", median: Line, low: Line, high: Line, dots: Line[]}} Curve */
/**
 * @typedef {{title: string, rest: number[], points: (Point | null)[], line: number | null}} Panel `rest`: its place on
 *   the axes but the first
 */

const AT_WORK = new Set(["waiting", "running"]);
const PARTS = /^(train|test)_(.+)$/;
const FAR_APART = 30; // the ratio from which a logarithmic axis is due
const FAR_BELOW = 30; // so many times lower than what it is about, a curve would flatten that

/** Whether there is more to come by itself. @param {{state: State}} report */
export function isAtWork({ state }) {
  return AT_WORK.has(state);
}

/**
 * With what has changed since; an answer without points says that nothing has.
 *
 * @param {Report | null} known @param {Partial<Report>} news @returns {Report}
 */
export function merged(known, news) {
  if (known && !news.points) return { ...known, ...news };
  const fresh = /** @type {Report} */ (news);
  if (known?.id !== fresh.id) return fresh;
  const points = new Map([...known.points, ...fresh.points].map((point) => [point.at.join(), point]));
  return { ...fresh, points: [...points.values()] };
}

/** Every place on some axes, the last going fastest. @param {Report["axes"]} axes @returns {number[][]} */
export function placesOn(axes) {
  return axes.reduce(
    (places, { values }) => places.flatMap((place) => values.map((_, at) => [...place, at])),
    /** @type {number[][]} */ ([[]]),
  );
}

/** One panel for each place on the axes but the first. @param {Report} report @returns {Panel[]} */
export function panelsOf({ axes, points, line }) {
  const [first, ...others] = axes,
    found = new Map(points.map((point) => [point.at.join(), point]));
  return placesOn(others).map((rest, index) => ({
    title: rest.map((at, axis) => others[axis].texts[at]).join(" · "),
    rest,
    points: (first?.values ?? [null]).map((_, at) => found.get([...(first ? [at] : []), ...rest].join()) ?? null),
    line: line[index] ?? null,
  }));
}

/** "mse" of "test_mse": training and test are shown together. @param {string} measure */
export function familyOf(measure) {
  return PARTS.exec(measure)?.[2] ?? measure;
}

/** What can be shown, each with its measures, what is to be shown first in front. @param {Report} report */
export function familiesOf({ measures, shown }) {
  const families = new Map();
  for (const measure of [...shown.filter((each) => measures.includes(each)), ...measures]) {
    const of = families.get(familyOf(measure)) ?? [];
    if (!of.includes(measure)) families.set(familyOf(measure), [...of, measure]);
  }
  return /** @type {Map<string, string[]>} */ (families);
}

/** @param {Panel} panel @param {string[]} measures @returns {Curve[]} */
export function curvesOf({ points }, measures) {
  const of = (/** @type {"median" | "low" | "high"} */ what, /** @type {string} */ name) =>
    points.map((point) => point?.[what][name] ?? null);
  return measures.map((name) => ({
    name,
    part: /** @type {"train" | "test" | ""} */ (PARTS.exec(name)?.[1] ?? ""),
    median: of("median", name),
    low: of("low", name),
    high: of("high", name),
    dots: points.map((point) => point?.values[name] ?? []),
  }));
}

/** All numbers that curves reach. @param {Curve[]} curves @param {boolean} withDots @returns {number[]} */
export function numbersIn(curves, withDots) {
  const all = curves.flatMap(({ median, low, high, dots }) => [
    ...median,
    ...low,
    ...high,
    ...(withDots ? dots.flat() : []),
  ]);
  return all.filter((value) => value !== null);
}

/** Whether numbers lie so far apart that only a logarithmic axis shows all. @param {readonly number[]} numbers */
export function areFarApart(numbers) {
  const positive = numbers.filter((value) => value > 0);
  return positive.length === numbers.length && Math.max(...positive) > FAR_APART * Math.min(...positive);
}

/** Those that a picture is about: of the test data, where there are such. @param {readonly Curve[]} curves */
export function mainOf(curves) {
  const test = curves.filter(({ part }) => part === "test");
  return test.length ? test : [...curves];
}

/**
 * How low a logarithmic picture reaches: training may come to nothing without flattening what the picture is about.
 *
 * @param {readonly number[]} main the numbers that it is about @returns {number}
 */
export function leastOf(main) {
  return Math.min(...main.filter((value) => value > 0)) / FAR_BELOW;
}

/** The point at a place, or null. @param {Pick<Report, "points">} report @param {readonly number[]} at */
export function pointAt({ points }, at) {
  return points.find((point) => point.at.join() === at.join()) ?? null;
}

/** The values that a point has on the axes. @param {Report} report @param {Point} point */
export function placeOf({ axes }, point) {
  return axes.map((axis, at) => ({ label: axis.label, unit: axis.unit, text: axis.texts[point.at[at]] }));
}

/** The seed of a trial, as it was numbered. @param {Report} report @param {number} index among its point's trials */
export function seedOf({ experiment: { first_seed = 1 } }, index) {
  return first_seed + index;
}

/** The epoch a point is of, where epochs are an axis; else none. @param {Report} report @param {Point} point */
export function epochOf({ axes }, point) {
  const at = axes.findIndex(({ name }) => name === "epochs");
  return at < 0 ? null : Number(axes[at].values[point.at[at]]);
}

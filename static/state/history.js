/**
 * The record of a run, as the server keeps it, for the charts: every frame brings the points that are new. The page's
 * twin of `server/run/past/curves.py`.
 */

import { unpackPoints } from "../protocol/frames.js";

/** @typedef {import("../protocol/messages.js").Mark} Mark */
/** @typedef {import("../protocol/messages.js").Curves} Curves */
/**
 * @typedef {{run: number, lane: number, branch: number, points: {first: number, values: Uint8Array}}} Moment what of a
 *   frame brings points
 */
/** @typedef {(number | null)[]} Column */
/**
 * @typedef {"train_loss" | "test_loss" | "train_score" | "test_score" | "validation_loss" | "validation_score" |
 *   "learning_rate"} ColumnName
 */
/** @typedef {{x: number[]} & Record<ColumnName, Column>} Columns */

const MOST_MARKS = 200;
const MOST_BRANCHES = 3; // earlier curves that stay beside the present one
const MOST_BRANCH_POINTS = 500;
// share of the curve's length within which flags of one setting become one: a dragged slider leaves few
const NEAR = 0.02;
const SHORTEST_LENGTH = 50; // epochs; a shorter curve counts as so long

/** @returns {Columns} */
const empty = () => ({
  x: [],
  train_loss: [],
  test_loss: [],
  train_score: [],
  test_score: [],
  validation_loss: [],
  validation_score: [],
  learning_rate: [],
});

export class History {
  /** @param {import("./store.js").Signal<number>} version grows with every change */
  constructor(version) {
    this.version = version;
    this.columns = empty();
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {Mark[]} flags of a run whose first frame is still to come */
    this.coming = [];
    /** @type {Columns[]} the curves that were left when the run went on from its past, the oldest first */
    this.branches = [];
    this.branch = 0; // how many times it did
    this.lane = 1; // whose curves these are, of the runs that are compared
    /** @type {number | null} */
    this.run = null;
  }

  /** Begin with what the server remembers. @param {Curves} curves */
  load({ run, lane, branch, marks, branches, ...columns }) {
    this.columns = each(columns, (column) => [...column]);
    this.marks = [...marks];
    this.coming = [];
    this.branches = [...branches];
    this.branch = branch;
    this.lane = lane;
    this.run = run;
    this.version.value++;
  }

  /** Take a frame's new points, in the place of those that are no longer so. @param {Moment} moment */
  add({ run, lane, branch, points: { first, values } }) {
    if (lane !== this.lane) return; // it was under way when another lane was taken in hand
    if (this.run !== null && run < this.run) return; // it was under way when another run was opened
    if (run !== this.run) this.#begin(run);
    if (branch < this.branch) return; // it was under way when the run went on from its past
    const { columns } = this,
      names = /** @type {(keyof Columns)[]} */ (Object.keys(columns));
    if (!values.length && first === columns.x.length) return;
    const numbers = unpackPoints(values),
      count = numbers.length / names.length;
    names.forEach((name, at) => {
      const added = [...numbers.subarray(at * count, (at + 1) * count)];
      /** @type {Column} */ (columns[name]).splice(first, Infinity, ...added.map(finite));
    });
    this.version.value++;
  }

  /**
   * The curves up to the moment on show: between two points of the record, that moment is their end.
   *
   * @param {import("../protocol/frames.js").Numbers | null} frame @returns {Columns}
   */
  upTo(frame) {
    const { columns } = this,
      { x } = columns;
    if (!frame || frame.present || frame.run !== this.run || frame.lane !== this.lane || frame.branch !== this.branch)
      return columns;
    const end = endOf(frame);
    return end.x > (x[x.length - 1] ?? -1)
      ? /** @type {Columns} */ (
          Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [...column, end[name]]]))
        )
      : columns;
  }

  /**
   * Remember that settings changed; a flag from before the last point belongs to the run about to begin.
   *
   * @param {Mark} mark
   */
  mark(mark) {
    const { x } = this.columns,
      ahead = x.length > 0 && mark.x === 0 && x[x.length - 1] > 0;
    const marks = ahead ? this.coming : this.marks,
      last = marks[marks.length - 1];
    marks.push(last && repeats(mark, last) ? { ...mark, x: /** @type {Mark} */ (marks.pop()).x } : mark);
    marks.splice(0, marks.length - MOST_MARKS);
    this.version.value++;
  }

  /** The flags from number `first` on are these. @param {number} first @param {Mark[]} marks */
  flag(first, marks) {
    this.marks = [...this.marks.slice(0, first), ...marks];
    this.version.value++;
  }

  /**
   * The run goes on from epoch `x` of its past: what was beyond it stays as an earlier curve, the oldest go first.
   *
   * @param {number} x @param {number} branch
   */
  goOnFrom(x, branch) {
    const { length } = this.columns.x,
      kept = this.columns.x.filter((each) => each <= x).length;
    if (kept < length) {
      const chosen = spread(Math.max(kept - 1, 0), length);
      this.branches.push(each(this.columns, (column) => chosen.map((at) => column[at])));
      this.branches.splice(0, this.branches.length - MOST_BRANCHES);
    }
    this.columns = each(this.columns, (column) => column.slice(0, kept));
    this.marks = this.marks.filter((mark) => mark.x <= x);
    this.branch = branch;
    this.version.value++;
  }

  /** @param {number} run */
  #begin(run) {
    this.columns = empty();
    this.branches = [];
    this.branch = 0;
    this.marks = this.coming;
    this.coming = [];
    this.run = run;
    this.version.value++;
  }
}

/**
 * A frame's numbers as a point.
 *
 * @param {import("../protocol/frames.js").Numbers} frame @returns {Record<string, any>}
 */
function endOf({ epoch, progress, train, test, validation, learning_rate }) {
  return {
    x: epoch + progress,
    train_loss: ordinary(train.loss),
    test_loss: ordinary(test.loss),
    train_score: ordinary(train.accuracy ?? train.rmse),
    test_score: ordinary(test.accuracy ?? test.rmse),
    validation_loss: ordinary(validation?.loss),
    validation_score: ordinary(validation?.accuracy ?? validation?.rmse),
    learning_rate,
  };
}

/** @param {number | null | undefined} value */
function ordinary(value) {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** The same of every column. @param {Columns} columns @param {(column: Column) => Column} change @returns {Columns} */
function each(columns, change) {
  return /** @type {Columns} */ (
    Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, change(column)]))
  );
}

/**
 * At most so many of the places from `first` on as an earlier curve has points, evenly, with the last.
 *
 * @param {number} first @param {number} end
 */
function spread(first, end) {
  const stride = Math.ceil((end - first) / (MOST_BRANCH_POINTS - 1)),
    places = [];
  for (let at = first; at < end - 1; at += stride) places.push(at);
  return [...places, end - 1];
}

/**
 * Whether a mark is of the same change as an earlier one, at about the same place.
 *
 * @param {Mark} mark @param {Mark} earlier
 */
function repeats(mark, earlier) {
  return (
    String(mark.changed) === String(earlier.changed) && mark.x - earlier.x <= NEAR * Math.max(mark.x, SHORTEST_LENGTH)
  );
}

/** A gap travels as NaN. @param {number} value */
function finite(value) {
  return Number.isNaN(value) ? null : value;
}

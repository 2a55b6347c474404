/** The curves of a run in bounded memory, for the charts: the page's twin of `server/run/past/curves.py`. */

/** @typedef {import("../protocol/messages.js").Mark} Mark */
/** @typedef {import("../protocol/messages.js").Curves} Curves */
/** @typedef {import("../protocol/frames.js").Measures} Measures */
/**
 * @typedef {{run: number, lane: number, branch: number, epoch: number, progress: number, train: Measures,
 *   test: Measures, validation: Measures | null, learning_rate: number}} Moment what a point is made of
 */
/** @typedef {(number | null)[]} Column */
/**
 * @typedef {"train_loss" | "test_loss" | "train_score" | "test_score" | "validation_loss" | "validation_score" |
 *   "learning_rate"} ColumnName
 */
/** @typedef {{x: number[]} & Record<ColumnName, Column>} Columns */

const MOST_POINTS = 2000;
const MOST_MARKS = 200;
const MOST_BRANCHES = 3; // earlier curves that stay beside the present one
const MOST_BRANCH_POINTS = 500;
const ROUNDING = 1e-5; // relative; by so much an epoch the server remembers may lie beyond the true one
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
    this.stride = 1;
    this.skipped = 0;
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
    this.stride = 1;
    this.skipped = 0;
    while (this.columns.x.length > MOST_POINTS) this.#thin();
    this.version.value++;
  }

  /** Add a frame's point, unless that moment is there already or is thinned out. @param {Moment} moment */
  add({ run, lane, branch, epoch, progress, train, test, validation, learning_rate }) {
    if (lane !== this.lane) return; // it was under way when another lane was taken in hand
    if (this.run !== null && run < this.run) return; // it was under way when another run was opened
    if (run !== this.run) this.#begin(run);
    if (branch < this.branch) return; // it was under way when the run went on from its past
    const x = epoch + progress,
      { columns } = this,
      last = columns.x[columns.x.length - 1] ?? -1;
    if (x <= last || ++this.skipped < this.stride) return;
    this.skipped = 0;
    columns.x.push(x);
    columns.train_loss.push(finite(train.loss));
    columns.test_loss.push(finite(test.loss));
    columns.train_score.push(finite(train.accuracy ?? train.rmse));
    columns.test_score.push(finite(test.accuracy ?? test.rmse));
    columns.validation_loss.push(finite(validation?.loss));
    columns.validation_score.push(finite(validation?.accuracy ?? validation?.rmse));
    columns.learning_rate.push(finite(learning_rate));
    if (columns.x.length > MOST_POINTS) this.#thin();
    this.version.value++;
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

  /**
   * The run goes on from epoch `x` of its past: what was beyond it stays as an earlier curve, the oldest go first.
   *
   * @param {number} x @param {number} branch
   */
  goOnFrom(x, branch) {
    const end = x * (1 + ROUNDING),
      { length } = this.columns.x,
      kept = this.columns.x.filter((each) => each <= end).length;
    if (kept < length) {
      const chosen = spread(Math.max(kept - 1, 0), length);
      this.branches.push(each(this.columns, (column) => chosen.map((at) => column[at])));
      this.branches.splice(0, this.branches.length - MOST_BRANCHES);
    }
    this.columns = each(this.columns, (column) => column.slice(0, kept));
    this.marks = this.marks.filter((mark) => mark.x <= end);
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
    this.stride = 1;
    this.skipped = 0;
    this.version.value++;
  }

  /** Every other point goes, and new ones come half as often. */
  #thin() {
    this.columns = each(this.columns, (column) => column.filter((_, at) => at % 2 === 0));
    this.stride *= 2;
  }
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

/** @param {number | null | undefined} value */
function finite(value) {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

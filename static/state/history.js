/** The curves of a run in bounded memory, for the charts: the page's twin of `server/session/history.py`. */

/** @typedef {import("../protocol/messages.js").Mark} Mark */
/** @typedef {import("../protocol/messages.js").Curves} Curves */
/** @typedef {import("../protocol/frames.js").Measures} Measures */
/** @typedef {{run: number, epoch: number, progress: number, train: Measures, test: Measures, validation: Measures | null, learning_rate: number}} Moment what a point is made of */
/** @typedef {(number | null)[]} Column */
/** @typedef {"train_loss" | "test_loss" | "train_score" | "test_score" | "validation_loss" | "validation_score" | "learning_rate"} ColumnName */
/** @typedef {{x: number[]} & Record<ColumnName, Column>} Columns */

const MOST_POINTS = 2000;
const MOST_MARKS = 200;
const NEAR = 0.02; // share of the curve's length within which flags of one setting become one: a dragged slider leaves few
const SHORTEST_LENGTH = 50; // epochs; a shorter curve counts as so long

/** @returns {Columns} */
const empty = () => ({ x: [], train_loss: [], test_loss: [], train_score: [], test_score: [], validation_loss: [], validation_score: [], learning_rate: [] });

export class History {
  /** @param {import("./store.js").Signal<number>} version grows with every change */
  constructor(version) {
    this.version = version;
    this.columns = empty();
    /** @type {Mark[]} */
    this.marks = [];
    /** @type {Mark[]} flags of a run whose first frame is still to come */
    this.coming = [];
    /** @type {number | null} */
    this.run = null;
    this.stride = 1;
    this.skipped = 0;
  }

  /** Begin with what the server remembers. @param {Curves} curves */
  load({ run, marks, ...columns }) {
    this.columns = /** @type {Columns} */ (Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, [...column]])));
    this.marks = [...marks];
    this.coming = [];
    this.run = run;
    this.stride = 1;
    this.skipped = 0;
    while (this.columns.x.length > MOST_POINTS) this.#thin();
    this.version.value++;
  }

  /** Add a frame's point, unless that moment is there already or is thinned out. @param {Moment} moment */
  add({ run, epoch, progress, train, test, validation, learning_rate }) {
    if (run !== this.run) this.#begin(run);
    const x = epoch + progress, { columns } = this, last = columns.x[columns.x.length - 1] ?? -1;
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

  /** Remember that settings changed; a flag from before the last point belongs to the run about to begin. @param {Mark} mark */
  mark(mark) {
    const { x } = this.columns, ahead = x.length > 0 && mark.x === 0 && x[x.length - 1] > 0;
    const marks = ahead ? this.coming : this.marks, last = marks[marks.length - 1];
    marks.push(last && repeats(mark, last) ? { ...mark, x: /** @type {Mark} */ (marks.pop()).x } : mark);
    marks.splice(0, marks.length - MOST_MARKS);
    this.version.value++;
  }

  /** @param {number} run */
  #begin(run) {
    this.columns = empty();
    this.marks = this.coming;
    this.coming = [];
    this.run = run;
    this.stride = 1;
    this.skipped = 0;
    this.version.value++;
  }

  /** Every other point goes, and new ones come half as often. */
  #thin() {
    for (const [name, column] of Object.entries(this.columns)) {
      Object.assign(this.columns, { [name]: column.filter((_, at) => at % 2 === 0) });
    }
    this.stride *= 2;
  }
}

/** Whether a mark is of the same change as an earlier one, at about the same place. @param {Mark} mark @param {Mark} earlier */
function repeats(mark, earlier) {
  return String(mark.changed) === String(earlier.changed) && mark.x - earlier.x <= NEAR * Math.max(mark.x, SHORTEST_LENGTH);
}

/** @param {number | null | undefined} value */
function finite(value) {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

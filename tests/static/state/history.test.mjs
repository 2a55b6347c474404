/** The page's curves: they thin out and gather flags as the server's do, and begin anew with a run. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { History } from "../../../static/state/history.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/history.json", import.meta.url), "utf8"));

const signal = () => ({
  value: 0,
  peek() {
    return this.value;
  },
});

for (const { points, x } of golden.curves) {
  test(`${points} points leave what they leave on the server`, () => {
    const { columns } = filled(points),
      kept = columns.x;
    const sum = kept.reduce((total, each) => total + each, 0);
    assert.deepEqual({ length: kept.length, first: kept.slice(0, 3), last: kept.slice(-3), sum }, x);
    assert.deepEqual(columns.test_loss, kept);
    assert.deepEqual(
      columns.train_score,
      kept.map((each) => 2 * each),
    );
  });
}

for (const { points, rounds, ...expected } of golden.branched) {
  test(`${points} points and ${rounds.length} ways on from the past leave what they leave on the server`, () => {
    const history = new History(signal()),
      { interval } = golden;
    let x = 0,
      branch = 0;
    const grow = (/** @type {number} */ count) => {
      for (; count > 0; count--, x += interval) {
        history.add({ ...moment(x), branch });
        if (x % 5 === 0) history.mark({ x, changed: [String(x)], text: "" });
      }
    };
    grow(points);
    for (const [start, more] of rounds) {
      history.goOnFrom(start, ++branch);
      x = start + interval;
      grow(more);
    }
    const summary = (/** @type {number[]} */ of) => ({
      length: of.length,
      first: of.slice(0, 3),
      last: of.slice(-3),
      sum: of.reduce((sum, each) => sum + each, 0),
    });
    const { columns, marks, branches } = history;
    assert.deepEqual(
      {
        branch,
        x: summary(columns.x),
        marks: marks.map((mark) => mark.x),
        branches: branches.map((each) => summary(each.x)),
      },
      expected,
    );
  });
}

const measures = (/** @type {number} */ loss) => ({ loss, accuracy: null, rmse: 2 * loss, r2: null });

const moment = (/** @type {number} */ x, run = 3) => {
  return {
    run,
    lane: 1,
    branch: 0,
    epoch: Math.floor(x),
    progress: x % 1,
    train: measures(x),
    test: measures(x),
    validation: null,
    learning_rate: 0.1,
  };
};

/** A history of so many points. @param {number} points @param {number} interval */
function filled(points, interval = golden.interval) {
  const history = new History(signal());
  for (let index = 0; index < points; index++) history.add(moment(index * interval));
  return history;
}

test("flags gather as on the server", () => {
  const history = new History(signal());
  for (const mark of golden.marks) history.mark(mark);
  assert.deepEqual(history.marks, golden.kept);
});

test("a frame from before the run went on from its past is left out", () => {
  const history = filled(9);
  history.goOnFrom(2, 1);
  history.add(moment(4));
  history.add({ ...moment(2.5), branch: 1 });
  assert.deepEqual(
    [history.columns.x, history.branches[0].x],
    [
      [0, 0.5, 1, 1.5, 2, 2.5],
      [2, 2.5, 3, 3.5, 4],
    ],
  );
});

test("a moment is recorded once", () => {
  const history = filled(3);
  for (const x of [1, 0.5, 1]) history.add(moment(x));
  assert.deepEqual(history.columns.x, [0, 0.5, 1]);
});

test("a new run begins with empty curves and the flag that came before its first frame", () => {
  const history = filled(5);
  history.mark({ x: 1, changed: ["a"], text: "a" });
  history.mark({ x: 0, changed: ["seed"], text: "Seed 7" });
  history.add(moment(0, 4));
  assert.deepEqual(history.columns.x, [0]);
  assert.deepEqual(
    history.marks.map(({ text }) => text),
    ["Seed 7"],
  );
});

test("what the server remembers is loaded, and goes on", () => {
  const history = filled(5);
  const marks = [{ x: 2, changed: ["a"], text: "a" }];
  history.load({
    run: 9,
    x: [0, 7],
    train_loss: [1, 2],
    test_loss: [1, null],
    train_score: [1, 1],
    test_score: [1, 1],
    validation_loss: [null, null],
    validation_score: [null, null],
    learning_rate: [1, 1],
    marks,
    lane: 1,
    branch: 0,
    branches: [],
  });
  history.add({ ...moment(8, 9), validation: measures(3) });
  assert.deepEqual(history.columns.x, [0, 7, 8]);
  assert.deepEqual(history.columns.test_loss, [1, null, 8]);
  assert.deepEqual(
    [history.columns.validation_loss, history.columns.validation_score, history.columns.learning_rate],
    [
      [null, null, 3],
      [null, null, 6],
      [1, 1, 0.1],
    ],
  );
  assert.deepEqual(history.marks, marks);
});

test("losses beyond numbers are gaps", () => {
  const history = new History(signal());
  history.add({ ...moment(1), train: measures(Infinity), test: measures(NaN) });
  assert.deepEqual([history.columns.train_loss, history.columns.test_loss], [[null], [null]]);
});

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

for (const { points, rounds, ...expected } of golden.branched) {
  test(`${points} points and ${rounds.length} ways on from the past leave what they leave on the server`, () => {
    const history = new History(signal()),
      { interval } = golden;
    let x = 0,
      branch = 0;
    const grow = (/** @type {number} */ count) => {
      for (; count > 0; count--, x += interval) {
        history.add({ ...moment(history, [x]), branch });
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

/** The new points of a frame. @param {number} first @param {number[]} x @param {number} value of all else */
const points = (first, x, value = 0.5) => {
  const columns = [x, ...Array.from({ length: 7 }, () => x.map(() => value))];
  return { first, values: new Uint8Array(new Float64Array(columns.flat()).buffer) };
};

/** What of a frame brings these points. @param {History} history @param {number[]} x */
const moment = (history, x, run = 3, first = history.columns.x.length) => {
  return { run, lane: 1, branch: 0, points: points(first, x) };
};

/** A history of so many points. @param {number} count @param {number} interval */
function filled(count, interval = golden.interval) {
  const history = new History(signal());
  history.add(moment(history, [...Array(count).keys()].map((index) => index * interval)));
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
  history.add(moment(history, [4]));
  history.add({ ...moment(history, [2.5]), branch: 1 });
  assert.deepEqual(
    [history.columns.x, history.branches[0].x],
    [
      [0, 0.5, 1, 1.5, 2, 2.5],
      [2, 2.5, 3, 3.5, 4],
    ],
  );
});

test("what was told twice stands once, and what is no longer so goes", () => {
  const history = filled(5);
  history.add(moment(history, [1.5, 2], 3, 3));
  assert.deepEqual(history.columns.x, [0, 0.5, 1, 1.5, 2]);
  history.add(moment(history, [0.75], 3, 2));
  assert.deepEqual(history.columns.x, [0, 0.5, 0.75]);
  history.add(moment(history, [], 3, 2));
  assert.deepEqual(history.columns.x, [0, 0.5]);
});

test("a new run begins with empty curves and the flag that came before its first frame", () => {
  const history = filled(5);
  history.mark({ x: 1, changed: ["a"], text: "a" });
  history.mark({ x: 0, changed: ["seed"], text: "Seed 7" });
  history.add(moment(history, [0], 4, 0));
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
  history.add({ ...moment(history, [8], 9), points: points(2, [8], 3) });
  assert.deepEqual(history.columns.x, [0, 7, 8]);
  assert.deepEqual(history.columns.test_loss, [1, null, 3]);
  assert.deepEqual(
    [history.columns.validation_loss, history.columns.validation_score, history.columns.learning_rate],
    [
      [null, null, 3],
      [null, null, 3],
      [1, 1, 3],
    ],
  );
  assert.deepEqual(history.marks, marks);
});

test("losses beyond numbers are gaps", () => {
  const history = new History(signal());
  history.add({ ...moment(history, []), points: points(0, [1], NaN) });
  assert.deepEqual([history.columns.x, history.columns.train_loss], [[1], [null]]);
});

const shown = (more = {}) => {
  const measures = { loss: 0.25, accuracy: 0.75, rmse: null, r2: null };
  const parts = { train: measures, test: { ...measures, loss: Infinity }, validation: null };
  return { run: 3, lane: 1, branch: 0, present: null, epoch: 1, progress: 0.25, learning_rate: 0.1, ...parts, ...more };
};

test("the moment on show is the curves' end, and no point of the record", () => {
  const history = filled(3),
    curves = history.upTo(shown());
  assert.deepEqual([curves.x, curves.train_loss, curves.test_loss], [
    [0, 0.5, 1, 1.25],
    [0.5, 0.5, 0.5, 0.25],
    [0.5, 0.5, 0.5, null],
  ]);
  assert.deepEqual([curves.train_score.at(-1), curves.validation_loss.at(-1)], [0.75, null]);
  assert.deepEqual(history.columns.x, [0, 0.5, 1]);
});

test("a moment that has its point, one of the past, or one of another run adds no end", () => {
  const history = filled(3),
    past = { step: 9, epoch: 9, progress: 0 };
  for (const more of [{ progress: 0 }, { present: past }, { run: 4 }, { lane: 2 }, { branch: 1 }])
    assert.equal(history.upTo(shown(more)), history.columns);
  assert.equal(history.upTo(null), history.columns);
});

test("flags from one on are told anew", () => {
  const history = filled(3),
    flag = (/** @type {number} */ x) => ({ x, changed: ["noise"], text: "" });
  history.marks = [flag(1), flag(2)];
  const { value } = history.version;
  history.flag(1, [flag(3), flag(4)]);
  assert.deepEqual(history.marks, [flag(1), flag(3), flag(4)]);
  assert.ok(history.version.value > value);
});

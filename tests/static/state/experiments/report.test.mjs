/** A report on the page: news are merged, and its points become curves. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import {
  areFarApart,
  curvesOf,
  epochOf,
  familiesOf,
  leastOf,
  mainOf,
  isAtWork,
  merged,
  numbersIn,
  panelsOf,
  placeOf,
  pointAt,
  seedOf,
} from "../../../../static/state/experiments/report.js";
import { point, report } from "../../samples/experiments.mjs";

const depth = {
  name: "depth",
  label: "Hidden layers",
  unit: "",
  scale: /** @type {const} */ ("linear"),
  values: [1, 2],
  texts: ["1", "2"],
};
const rate = { ...depth, name: "learning_rate", label: "Learning rate", values: [0.1, 0.3], texts: ["0.1", "0.3"] };
const twoAxes = () =>
  report({
    axes: [report().axes[0], depth],
    points: [point([0, 0], 0.5), point([1, 0], 0.4), point([2, 1], 0.3)],
    line: [null, 0.5],
  });

test("what has changed takes the place of what was there", () => {
  const next = merged(report(), report({ revision: 2, done: 6, points: [point([2], 0.4)] }));
  assert.equal(next.done, 6);
  assert.deepEqual(
    next.points.map(({ at, median }) => [at[0], median.test_mse]),
    [
      [0, 0.2],
      [1, 0.1],
      [2, 0.4],
    ],
  );
});

test("an answer without points changes none", () => {
  assert.deepEqual(merged(report(), { revision: 1 }), report());
});

test("a report of the server becomes curves with a value at every place, and its guess is about one of them", () => {
  const told = JSON.parse(readFileSync(new URL("../../../golden/experiment_report.json", import.meta.url), "utf8")),
    [panel] = panelsOf(told),
    curves = curvesOf(panel, familiesOf(told).values().next().value ?? []);
  assert.deepEqual(
    curves.map(({ part, median }) => [part, median.filter((value) => value !== null).length]),
    [
      ["train", told.axes[0].values.length],
      ["test", told.axes[0].values.length],
    ],
  );
  assert.equal(panel.line, told.line[0] ?? null);
  assert.ok(curves.some(({ name }) => name === told.guess.measure));
});

test("another experiment's report brings nothing along", () => {
  const other = report({ id: "e2", points: [] });
  assert.deepEqual(merged(report(), other), other);
});

test("one axis makes one panel, a second one a panel for each of its values", () => {
  assert.deepEqual(
    panelsOf(report()).map(({ title, points, line }) => [title, points.length, line]),
    [["", 3, 1.5]],
  );
  const panels = panelsOf(twoAxes());
  assert.deepEqual(
    panels.map(({ title, rest, line }) => [title, rest, line]),
    [
      ["1", [0], null],
      ["2", [1], 0.5],
    ],
  );
  assert.deepEqual(
    panels[1].points.map((each) => each?.median.test_mse ?? null),
    [null, null, 0.3],
  );
});

test("a third axis makes a panel for each pair, with the line of its own network", () => {
  const told = report({ axes: [report().axes[0], depth, rate], points: [], line: [1.5, 1.5, 0.5, null] });
  assert.deepEqual(
    panelsOf(told).map(({ title, rest, line }) => [title, rest, line]),
    [
      ["1 · 0.1", [0, 0], 1.5],
      ["1 · 0.3", [0, 1], 1.5],
      ["2 · 0.1", [1, 0], 0.5],
      ["2 · 0.3", [1, 1], null],
    ],
  );
});

test("three axes make a panel for each pair of the second and the third", () => {
  const panels = panelsOf(report({ axes: [report().axes[0], depth, depth], points: [point([1, 0, 1], 0.4)] }));
  assert.deepEqual(
    panels.map(({ title, points }) => [title, points[1]?.median.test_mse ?? null]),
    [
      ["1 · 1", null],
      ["1 · 2", 0.4],
      ["2 · 1", null],
      ["2 · 2", null],
    ],
  );
});

test("without an axis there is one point, of all seeds", () => {
  const [panel] = panelsOf(report({ axes: [], points: [point([], 0.1)] }));
  assert.deepEqual(
    panel.points.map((each) => each?.median.test_mse),
    [0.1],
  );
});

test("training and test are shown together, what is to be shown first in front", () => {
  const measures = ["train_loss", "regions", "test_loss", "train_mse", "test_mse"];
  assert.deepEqual(
    [...familiesOf(report({ measures }))],
    [
      ["mse", ["train_mse", "test_mse"]],
      ["loss", ["train_loss", "test_loss"]],
      ["regions", ["regions"]],
    ],
  );
});

test("curves have a gap where nothing has come yet, and every seed as a dot", () => {
  const [train, test] = curvesOf(panelsOf(report())[0], ["train_mse", "test_mse"]);
  assert.deepEqual([train.part, test.part], ["train", "test"]);
  assert.deepEqual(test.median, [0.2, 0.1, null]);
  assert.equal(test.dots[1].length, 2);
  assert.equal(numbersIn([test], false).length, 6);
  assert.ok(numbersIn([test], true).length > 6);
});

test("a logarithmic axis is due where numbers lie far apart and all have a logarithm", () => {
  assert.deepEqual([areFarApart([1, 31]), areFarApart([1, 29]), areFarApart([0, 100]), areFarApart([])], [
    true,
    false,
    false,
    false,
  ]);
});

test("a picture is about the test data, and reaches somewhat lower, whatever training comes to", () => {
  const [train, test] = curvesOf(panelsOf(report())[0], ["train_mse", "test_mse"]);
  assert.deepEqual(mainOf([train, test]), [test]);
  assert.deepEqual(mainOf([train]), [train]);
  assert.equal(leastOf([0, 0.3, 9]), 0.01);
});

test("a point knows its place, its seeds and, where epochs vary, its moment", () => {
  const found = pointAt(report(), [1]);
  assert.ok(found);
  assert.deepEqual(placeOf(report(), found), [{ label: "Units per hidden layer", unit: "", text: "2" }]);
  assert.equal(pointAt(report(), [7]), null);
  assert.equal(seedOf(report(), 1), 2);
  assert.equal(epochOf(report(), found), null);
  const epochs = report({ axes: [{ ...report().axes[0], name: "epochs", values: [1, 10, 100] }] });
  assert.equal(epochOf(epochs, found), 10);
});

test("waiting and running go on by themselves", () => {
  const states = /** @type {const} */ (["waiting", "running", "paused", "done", "cancelled", "failed"]);
  assert.deepEqual(
    states.filter((state) => isAtWork({ state })),
    ["waiting", "running"],
  );
});

/** A drawing: tools, classes and values, undo, and how many points there may be. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  ERASER,
  MOST_POINTS,
  applied,
  canUndo,
  drawingOf,
  inClasses,
  remembered,
  undone,
} from "../../../static/state/drawing.js";

const half = () => 0.5;

const targets = ({ points }) => points.map(({ target }) => target);

test("a point is added where the tool is put down, in the class chosen, kept on the plane", () => {
  const drawing = applied({ ...drawingOf(2, []), target: 1 }, 2.00049, 9, half);
  assert.deepEqual(drawing.points, [{ x1: 2, x2: 6, target: 1, number: 0 }]);
});

test("a brush adds a cloud around the place", () => {
  let seed = 1;
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  let drawing = { ...drawingOf(2, []), tool: "brush" };
  for (let time = 0; time < 500; time++) drawing = applied(drawing, 1, -1, chance);
  const mean = (name) => drawing.points.reduce((sum, point) => sum + point[name], 0) / drawing.points.length;
  assert.ok(drawing.points.length === 2000 && Math.abs(mean("x1") - 1) < 0.05 && Math.abs(mean("x2") + 1) < 0.05);
  assert.equal(new Set(drawing.points.map(({ number }) => number)).size, 2000);
});

test("the eraser removes what it touches, and the others keep their numbers", () => {
  const drawing = {
    ...drawingOf(2, [
      [0, 0, 0],
      [ERASER - 0.01, 0, 1],
      [ERASER + 0.01, 0, 1],
    ]),
    tool: "eraser",
  };
  assert.deepEqual(
    applied(drawing, 0, 0, half).points.map(({ number }) => number),
    [2],
  );
  assert.equal(applied(drawing, 5, 5, half), drawing);
});

test("undo goes back stroke by stroke", () => {
  const first = applied(remembered(drawingOf(2, [])), 0, 0, half),
    second = applied(remembered(first), 1, 1, half);
  assert.deepEqual([undone(second).points.length, undone(undone(second)).points.length], [1, 0]);
  assert.ok(canUndo(first) && !canUndo(undone(first)));
});

test("other classes keep the points as far as they can", () => {
  const three = drawingOf(3, [
    [0, 0, 0],
    [1, 0, 1],
    [2, 0, 2],
  ]);
  assert.deepEqual(targets(inClasses(three, 2)), [0, 1, 1]);
  assert.deepEqual(targets(inClasses(three, 0)), [-1, 0, 1]);
  assert.deepEqual(targets(inClasses(inClasses(three, 0), 2)), [0, 0, 1]);
  assert.deepEqual(targets(undone(inClasses(three, 2))), [0, 1, 2]);
});

test("a curve's points are values over their place, at most as large as the largest there is", () => {
  const curve = drawingOf(0, [[1, 0, 2.5]], 1, 2.5);
  assert.deepEqual([curve.points[0].x2, curve.largest, curve.target], [2.5, 2.5, 2.5]);
  const more = applied(applied(curve, -2, -1.23456, half), 3, 99, half);
  assert.deepEqual(
    more.points.slice(1).map(({ x1, x2, target }) => [x1, x2, target]),
    [
      [-2, -1.235, -1.235],
      [3, 2.5, 2.5],
    ],
  );
  const cloud = applied({ ...curve, tool: "brush" }, 0, 1, () => 0.3);
  assert.ok(cloud.points.every(({ x2, target }) => x2 === target && Math.abs(x2) <= 2.5));
  assert.deepEqual(applied({ ...more, tool: "eraser" }, 1, 2.4, half).points.length, 2);
});

test("a plane becomes a curve and a curve a plane, places kept, in one step", () => {
  const plane = drawingOf(2, [
      [1, 3, 1],
      [2, -6, 0],
    ]),
    curve = inClasses(plane, 0, 1);
  assert.deepEqual(
    [curve.inputs, curve.classes, curve.points.map(({ x2, target }) => [x2, target])],
    [
      1,
      0,
      [
        [0.5, 0.5],
        [-1, -1],
      ],
    ],
  );
  const back = inClasses(curve, 2);
  assert.deepEqual([back.inputs, back.classes, back.points], [2, 2, plane.points]);
  assert.deepEqual([undone(back).inputs, undone(undone(back)).points], [1, plane.points]);
});

test("there is an end to how many points there may be", () => {
  const full = drawingOf(
    2,
    Array.from({ length: MOST_POINTS + 5 }, () => [0, 0, 0]),
  );
  assert.equal(full.points.length, MOST_POINTS);
  assert.equal(applied(full, 1, 1, half).points.length, MOST_POINTS);
});

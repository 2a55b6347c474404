/**
 * Data of one's own: what tools do to a drawing, how the network is given it, and where any data stand in the picture.
 */
import assert from "node:assert/strict";
import test from "node:test";

import { axesOf, isCurve, originalAt, placesOf, reachOf } from "../../static/draw/projection.js";
import { heightOf } from "../../static/draw/fitted_line.js";
import { createOwnData } from "../../static/own_data.js";
import {
  applied,
  canUndo,
  drawingOf,
  ERASER,
  inClasses,
  MOST_POINTS,
  remembered,
  undone,
} from "../../static/state/drawing.js";
import { Easel } from "../../static/state/drawing_controller.js";
import { inputLabels, isGiven } from "../../static/state/inputs.js";
import { inked, toggled } from "../../static/draw/pad.js";
import { answersOf, winnerOf } from "../../static/state/answers.js";
import { choiceOf, possible, suggested, withRole } from "../../static/state/choosing.js";
import { newStore } from "./state.mjs";

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

/** An easel whose drawings are kept when the test says so. */
function studio(data = null) {
  const store = newStore(),
    configured = [],
    refused = [],
    kept = [],
    due = [];
  store.data.value = data;
  const keep = (drawing) => new Promise((resolve, reject) => kept.push({ drawing, resolve, reject }));
  const actions = {
    configure: (changes) => configured.push(changes),
    refuse: (text) => refused.push(text),
    play: () => (store.playing.value = true),
    pause: () => (store.playing.value = false),
  };
  const easel = new Easel(store, actions, keep, { full: "full", few: "few" }, half, (act) => due.push(act));
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) await null;
    for (const act of due.splice(0)) act();
  };
  return { store, easel, configured, refused, kept, settle };
}
const plane = { name: "x", unit: "", mean: 0, scale: 1, least: -6, most: 6 };
const pair = {
  problem: "binary",
  classes: 2,
  training: 1,
  scale: 1,
  side: 0,
  inputs: [plane, plane],
  target: plane,
  class_names: [],
  points: Float32Array.of(1, 2, -1, -2),
  targets: Float32Array.of(1, 0),
};

test("a drawing begins with what is on the plane, and the network is given it as it grows, without noise", async () => {
  const { easel, store, configured, kept, settle } = studio(pair);
  easel.begin();
  assert.equal(store.drawing.value.points.length, 2);
  assert.equal(kept.length, 0);
  easel.press(3, 3);
  easel.drag(3.1, 3); // too near
  easel.drag(4, 3);
  easel.release();
  easel.drag(5, 5); // not pressed
  assert.equal(store.drawing.value.points.length, 4);
  assert.equal(kept.length, 1); // one at a time
  kept[0].resolve("own.1");
  await settle();
  assert.deepEqual(configured, [{ dataset: "own.1", noise: 0, label_noise: 0 }]);
  assert.equal(kept[1].drawing.points.length, 4); // the newest follows
  kept[1].resolve("own.2");
  await settle();
  assert.deepEqual(configured[1], { dataset: "own.2" });
});

test("a curve is drawn on with its values, named as what it began with", async () => {
  const curve = {
    ...pair,
    problem: "regression",
    classes: 0,
    inputs: [plane],
    scale: 0.5,
    points: Float32Array.of(1, -1),
    targets: Float32Array.of(0.5, -0.25),
  };
  const { easel, store } = studio(curve);
  easel.begin();
  assert.deepEqual(
    [store.drawing.value.inputs, store.drawing.value.points.map(({ x1, x2, target }) => [x1, x2, target])],
    [
      1,
      [
        [1, 0.5, 0.5],
        [-1, -0.25, -0.25],
      ],
    ],
  );
  const asked = [],
    own = createOwnData(
      { unreachable: "" },
      async (_, request) => (
        asked.push(JSON.parse(request.body)),
        { ok: true, json: async () => ({ dataset: "own.x" }) }
      ),
    );
  await own.keepDrawing(store.drawing.value, "sine");
  assert.deepEqual(asked, [
    {
      classes: 0,
      points: [
        [1, 0, 0.5],
        [-1, 0, -0.25],
      ],
      numbers: [0, 1],
      inputs: 1,
      like: "sine",
    },
  ]);
});

test("data of too many inputs say so and begin an empty drawing", () => {
  const { easel, store } = studio({ ...pair, inputs: [plane, plane, plane] });
  easel.begin();
  assert.deepEqual([easel.others, store.drawing.value.points.length, store.drawing.value.inputs], [3, 0, 2]);
});

test("classes over one input say so and begin an empty drawing", () => {
  const { easel, store } = studio({ ...pair, inputs: [plane] });
  easel.begin();
  assert.deepEqual([easel.others, store.drawing.value.points.length, store.drawing.value.inputs], [1, 0, 2]);
});

test("training waits while too few points are drawn, and goes on with those that are", async () => {
  const { easel, store, kept, settle } = studio(pair);
  store.playing.value = true;
  easel.begin();
  assert.deepEqual([store.playing.value, store.lacking.value], [true, ""]);
  easel.clear();
  easel.press(0, 0);
  assert.deepEqual([store.playing.value, store.lacking.value, easel.waits], [false, "few", true]);
  easel.press(1, 0);
  assert.deepEqual([store.playing.value, store.lacking.value], [false, ""]); // not yet: the network has the former data
  kept[0].resolve("own.1");
  await settle();
  assert.deepEqual([store.playing.value, easel.waits], [true, false]);
  easel.clear();
  easel.done();
  assert.deepEqual([store.playing.value, store.lacking.value, easel.waits], [false, "", false]);
});

test("points that are removed while the server takes them do not let training go on", async () => {
  const { easel, store, kept, settle } = studio(pair);
  store.playing.value = true;
  easel.begin();
  easel.clear();
  easel.press(0, 0);
  easel.press(1, 0);
  easel.clear();
  kept[0].resolve("own.1");
  await settle();
  assert.deepEqual([store.playing.value, store.lacking.value], [false, "few"]);
});

test("a lone point waits for another", () => {
  const { easel, kept } = studio();
  easel.begin();
  easel.press(0, 0);
  assert.equal(kept.length, 0);
  easel.press(1, 0);
  assert.equal(kept.length, 1);
});

test("what the server refuses is told, and drawing goes on", async () => {
  const { easel, refused, kept, settle } = studio(pair);
  easel.begin();
  easel.press(0, 0);
  kept[0].reject(new Error("No room."));
  await settle();
  easel.press(1, 1);
  assert.deepEqual([refused, kept.length], [["No room."], 2]);
});

test("another data set ends the drawing, its own data do not", () => {
  const { easel, store } = studio(pair);
  easel.begin();
  easel.leave("own.1");
  assert.ok(store.drawing.value);
  easel.leave("spiral");
  assert.equal(store.drawing.value, null);
});

test("data go to the server as it wants them, and its sentences come back", async () => {
  const asked = [];
  const get = async (path, request) => (
    asked.push([path, request.method]),
    { ok: path.includes("points"), text: async () => "No.", json: async () => ({ dataset: "own.x" }) }
  );
  const own = createOwnData({ unreachable: "Away." }, get);
  assert.equal(await own.keepDrawing(drawingOf(2, [[0, 0, 0]])), "own.x");
  await assert.rejects(own.readTable(new Blob(["a"]), false), { message: "No." });
  assert.deepEqual(asked, [
    ["/api/own/points", "POST"],
    ["/api/own/tables?header=false", "POST"],
  ]);
  await assert.rejects(
    createOwnData({ unreachable: "Away." }, async () => {
      throw new Error();
    }).choose("t", {}),
    { message: "Away." },
  );
});

test("data of many inputs stand on the plane of two of them, in original numbers at the axes", () => {
  const mass = { name: "mass", unit: "g", mean: 100, scale: 10, least: -6, most: 6 },
    ink = { ...plane, least: 0, most: 1 };
  const many = { ...pair, inputs: [plane, mass, ink], points: Float32Array.of(1, 2, 1, -1, -2, 0) };
  assert.deepEqual([...placesOf(many, [1, 2])], [2, 6, -2, -6]);
  assert.equal(originalAt(axesOf(many, [1, 2]).x, 6), 160);
  assert.deepEqual([...placesOf(many, [1, 9])], [1, 2, -1, -2]); // axes the data do not have
});

test("numbers over one input are a curve, classes over one input a line of points", () => {
  const curve = {
    ...pair,
    problem: "regression",
    classes: 0,
    inputs: [plane],
    scale: 2,
    points: Float32Array.of(1, -1),
    targets: Float32Array.of(2, -1),
  };
  assert.ok(isCurve(curve) && !isCurve(pair));
  assert.deepEqual(
    [...placesOf(curve, [0, 1])].map((place) => Number(place.toFixed(3))),
    [1, 5, -1, -2.5],
  );
  assert.deepEqual([...placesOf({ ...curve, problem: "binary" }, [0, 1])], [1, 0, -1, 0]);
  assert.deepEqual([0.99, 1, 2, 73].map(reachOf), [1.2, 1.2, 2.4, 100]);
  assert.deepEqual(
    [heightOf(0, 2, 120), heightOf(2, 2, 120), heightOf(-1, 2, 120), heightOf(1e9, 2, 120)],
    [60, 0, 90, -120],
  );
});

test("input units are named by what they are given", () => {
  const catalogue = {
    fields: {
      features: {
        options: [
          { value: "x1", label: "x₁" },
          { value: "x2", label: "x₂" },
          { value: "sin_x1", label: "sin x₁" },
        ],
      },
    },
  };
  const labels = (features, data) => inputLabels(catalogue, { features }, data);
  assert.deepEqual(labels(["x1", "x2"], null), ["x₁", "x₂"]);
  assert.deepEqual(labels(["x2", "sin_x1"], { inputs: [plane] }), ["sin x₁"]);
  assert.deepEqual(labels(["x2"], { inputs: [plane] }), ["x₁"]);
  assert.deepEqual(labels(["x1"], { inputs: [plane, { ...plane, name: "mass" }, plane], side: 0 }), ["x", "mass", "x"]);
  assert.deepEqual(labels(["x1"], { inputs: [plane, plane, plane, plane], side: 2 }), ["1, 1", "1, 2", "2, 1", "2, 2"]);
  assert.deepEqual(
    [isGiven("x2", 2), isGiven("x2", 1), isGiven("sin_x1", 1), isGiven("x1", 3)],
    [true, false, true, false],
  );
});

const column = (name, more = {}) => ({
  name,
  kind: "number",
  missing: 0,
  values: [],
  readings: ["number"],
  can_be_input: true,
  ...more,
});
const table = {
  table: "t",
  columns: [
    column("id"),
    column("size"),
    column("kind", { kind: "text", readings: ["class"], can_be_input: false }),
    column("legs", { readings: ["class", "number"] }),
    column("note", { readings: [], can_be_input: false }),
  ],
  head: [],
  rows: 20,
  total: 20,
  header: true,
  delimiter: "comma",
  encoding: "UTF-8",
  target: 2,
  inputs: [1, 3],
  notes: [],
};

test("a table is chosen from as the server suggests, until somebody says otherwise", () => {
  const first = suggested(table);
  assert.deepEqual(choiceOf(first), { target: 2, inputs: [1, 3], reading: "class" });
  assert.deepEqual(
    [0, 2, 3, 4].map((at) => possible(table, at)),
    [["input", "target", "unused"], ["target", "unused"], ["input", "target", "unused"], ["unused"]],
  );
  const legs = withRole(table, first, 3, "target");
  assert.deepEqual(choiceOf(legs), { target: 3, inputs: [1], reading: "class" }); // text cannot become an input
  assert.deepEqual(choiceOf(withRole(table, legs, 0, "target")), { target: 0, inputs: [1, 3], reading: "number" });
  assert.equal(choiceOf(withRole(table, first, 2, "unused")), null);
  assert.equal(choiceOf(withRole(table, withRole(table, first, 1, "unused"), 3, "unused")), null);
  assert.equal(choiceOf(suggested({ ...table, target: null, inputs: [] })), null);
});

const answering = (problem, answer) => ({ problem, answer: Float32Array.from(answer) });
const say = { positive: "yes", negative: "no", score: "score", ofClass: (index) => `class ${index + 1}` };

test("what the network answers is told as chances, scores or original numbers", () => {
  const plainly = (frame, data, loss) =>
    answersOf(frame, data, loss, say).map(({ name, value }) => [name, Number(value.toFixed(3))]);
  const named = { ...pair, class_names: ["ash", "oak"] };
  assert.deepEqual(plainly(answering("binary", [0.5]), named, "cross_entropy"), [
    ["ash", 0.25],
    ["oak", 0.75],
  ]);
  assert.deepEqual(plainly(answering("binary", [0.5]), pair, "squared_error"), [["score", 0.5]]);
  assert.deepEqual(plainly(answering("multiclass", [0.25, 0.75]), pair, "cross_entropy"), [
    ["class 1", 0.25],
    ["class 2", 0.75],
  ]);
  assert.deepEqual(plainly(answering("multiclass", [-1, 2]), pair, "hinge"), [
    ["class 1", -1],
    ["class 2", 2],
  ]);
  assert.deepEqual(
    plainly(
      answering("regression", [2]),
      { ...pair, target: { ...plane, name: "mass", mean: 100, scale: 10 } },
      "huber",
    ),
    [["mass", 120]],
  );
  assert.deepEqual(answersOf({ problem: "binary", answer: null }, pair, "cross_entropy", say), []);
  assert.equal(winnerOf(answersOf(answering("multiclass", [-1, 2, 0]), pair, "hinge", say)), 1);
  assert.equal(winnerOf(answersOf(answering("regression", [2]), pair, "huber", say)), -1);
});

test("a pen leaves ink around its tip, and takes it away again", () => {
  const blank = Array(64).fill(0),
    drawn = inked(blank, 8, 3.5, 2.5, false);
  assert.equal(drawn[2 * 8 + 3], 1);
  assert.ok(drawn[2 * 8 + 4] > 0.3 && drawn[2 * 8 + 4] < 1 && drawn[63] === 0);
  assert.deepEqual(inked(drawn, 8, 3.5, 2.5, true)[2 * 8 + 3], 0);
  assert.deepEqual([toggled(blank, 9)[9], toggled(toggled(blank, 9), 9)[9]], [1, 0]);
});

/**
 * Data of one's own: what tools do to a drawing, how the network is given it, and where any data stand in the picture.
 */
import assert from "node:assert/strict";
import test from "node:test";

import { createOwnData } from "../../../static/own_data.js";
import { DrawingController } from "../../../static/state/drawing_controller.js";
import { newStore } from "../samples/store.mjs";
import { pair, plane } from "../samples/points.mjs";

const half = () => 0.5;

/** An controller whose drawings are kept when the test says so. */
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
  const words = { full: "full", few: "few" };
  const controller = new DrawingController(store, actions, keep, words, half, (act) => due.push(act));
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) await null;
    for (const act of due.splice(0)) act();
  };
  return { store, controller, configured, refused, kept, settle };
}

test("a drawing begins with what is on the plane, and the network is given it as it grows, without noise", async () => {
  const { controller, store, configured, kept, settle } = studio(pair);
  controller.begin();
  assert.equal(store.drawing.value.points.length, 2);
  assert.equal(kept.length, 0);
  controller.press(3, 3);
  controller.drag(3.1, 3); // too near
  controller.drag(4, 3);
  controller.release();
  controller.drag(5, 5); // not pressed
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
    target: { ...plane, mean: 20, scale: 4 },
    points: Float32Array.of(1, -1),
    targets: Float32Array.of(0.5, -0.25),
  };
  const { controller, store } = studio(curve);
  controller.begin();
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
      async (_, request) => (asked.push(JSON.parse(request.body)), Response.json({ dataset: "own.x" })),
    );
  await own.keepDrawing(store.drawing.value, "sine", controller.axes);
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
      axes: [
        [plane.mean, plane.scale],
        [20, 4],
      ],
    },
  ]);
});

test("data of too many inputs say so and begin an empty drawing", () => {
  const { controller, store } = studio({ ...pair, inputs: [plane, plane, plane] });
  controller.begin();
  assert.deepEqual([controller.others, store.drawing.value.points.length, store.drawing.value.inputs], [3, 0, 2]);
  assert.deepEqual(controller.axes, []);
});

test("classes over one input say so and begin an empty drawing", () => {
  const { controller, store } = studio({ ...pair, inputs: [plane] });
  controller.begin();
  assert.deepEqual([controller.others, store.drawing.value.points.length, store.drawing.value.inputs], [1, 0, 2]);
});

test("training waits while too few points are drawn, and goes on with those that are", async () => {
  const { controller, store, kept, settle } = studio(pair);
  store.playing.value = true;
  controller.begin();
  assert.deepEqual([store.playing.value, store.lacking.value], [true, ""]);
  controller.clear();
  controller.press(0, 0);
  assert.deepEqual([store.playing.value, store.lacking.value, controller.waits], [false, "few", true]);
  controller.press(1, 0);
  assert.deepEqual([store.playing.value, store.lacking.value], [false, ""]); // not yet: the network has the former data
  kept[0].resolve("own.1");
  await settle();
  assert.deepEqual([store.playing.value, controller.waits], [true, false]);
  controller.clear();
  controller.done();
  assert.deepEqual([store.playing.value, store.lacking.value, controller.waits], [false, "", false]);
});

test("points that are removed while the server takes them do not let training go on", async () => {
  const { controller, store, kept, settle } = studio(pair);
  store.playing.value = true;
  controller.begin();
  controller.clear();
  controller.press(0, 0);
  controller.press(1, 0);
  controller.clear();
  kept[0].resolve("own.1");
  await settle();
  assert.deepEqual([store.playing.value, store.lacking.value], [false, "few"]);
});

test("a lone point waits for another", () => {
  const { controller, kept } = studio();
  controller.begin();
  controller.press(0, 0);
  assert.equal(kept.length, 0);
  controller.press(1, 0);
  assert.equal(kept.length, 1);
});

test("what the server refuses is told, and drawing goes on", async () => {
  const { controller, refused, kept, settle } = studio(pair);
  controller.begin();
  controller.press(0, 0);
  kept[0].reject(new Error("No room."));
  await settle();
  controller.press(1, 1);
  assert.deepEqual([refused, kept.length], [["No room."], 2]);
});

test("another data set ends the drawing, its own data do not", () => {
  const { controller, store } = studio(pair);
  controller.begin();
  controller.leave("own.1");
  assert.ok(store.drawing.value);
  controller.leave("spiral");
  assert.equal(store.drawing.value, null);
});

test("what is dropped is not given to the network any more, on its way to the server or not", async () => {
  const { controller, store, configured, kept, settle } = studio(pair);
  controller.begin();
  controller.press(3, 3);
  controller.drag(4, 3);
  controller.drop();
  assert.equal(store.drawing.value, null);
  kept[0].resolve("own.1");
  await settle();
  assert.deepEqual([configured, kept.length], [[], 1]);
  controller.begin();
  controller.press(3, 3);
  kept[1].resolve("own.2");
  await settle();
  assert.equal(configured[0].dataset, "own.2");
});

/** What followers draw: sizes that are quick, planes that are kept. `expand.test.mjs` holds it to the server. */
import assert from "node:assert/strict";
import test from "node:test";

import { FollowedMaps, quickSize } from "../../../static/draw/followed_maps.js";
import { emptyView } from "../samples/followed.mjs";

const axis = { name: "x", unit: "", mean: 0, scale: 1, least: -6, most: 6 };
/** @param {number} inputs */
const maps = (inputs) =>
  new FollowedMaps(
    {
      sizes: [inputs, 1],
      activations: [],
      normalizations: [],
      output: "identity",
      features: inputs > 2 ? [] : ["x1", "x2"],
      input_scale: 1,
    },
    /** @type {any} */ ({
      problem: "binary",
      side: 0,
      scale: 1,
      inputs: Array(inputs).fill(axis),
      points: Float32Array.from([1, 0, -1, 0]),
      targets: Float32Array.from([1, 1]),
    }),
  );

test("a large network is drawn coarsely while it trains, and finely when it rests", () => {
  assert.deepEqual([25, 609, 5000, 10 ** 6].map((count) => quickSize(100, count)), [100, 100, 60, 48]);
  assert.equal(quickSize(32, 10 ** 6), 32);
  const followed = maps(2),
    weights = Float32Array.from([1, 0, 0]);
  assert.equal(followed.map(weights, emptyView({ map_size: 100 }), false).size, 100);
});

test("the plane rises to the right, and its rows begin at the top", () => {
  const { pixels } = maps(2).map(Float32Array.from([1, 0, 0]), emptyView({ map_size: 16 }), true);
  assert.ok(pixels[0] < pixels[15]);
  const upwards = maps(2).map(Float32Array.from([0, 1, 0]), emptyView({ map_size: 16 }), true).pixels;
  assert.ok(upwards[0] > upwards[16 * 15]);
});

test("planes are made once, and few are kept", () => {
  const followed = maps(3),
    weights = Float32Array.from([1, 1, 1, 0]);
  const draw = (/** @type {number} */ held) => followed.map(weights, emptyView({ held: [0, 0, held] }), true);
  draw(1);
  const [first] = followed.planes.values();
  draw(1);
  assert.equal(followed.planes.size, 1);
  for (let held = 2; held < 40; held++) draw(held);
  assert.ok(followed.planes.size <= 8 && ![...followed.planes.values()].includes(first));
});

test("wrong points are told by a bit, and a class for each that was asked for", () => {
  const followed = maps(2),
    weights = Float32Array.from([1, 0, 0]);
  assert.deepEqual([...followed.wrong(weights)], [0b10]);
  assert.deepEqual([...followed.guesses(weights, [1, 0, 7])], [0, 1, 255]);
});

/** Only the newest frame is drawn, each frame counts for the curves, and what is drawn is acknowledged. */
import assert from "node:assert/strict";
import test from "node:test";

import { Delivery } from "../../../static/state/delivery.js";
import { newStore } from "../samples/store.mjs";

const measures = { loss: 0.5, accuracy: 0.9, rmse: null, r2: null };

const frame = (number, more = {}) => ({
  frame: number,
  run: 1,
  lane: 1,
  epoch: number,
  progress: 0,
  points: { first: number - 1, values: new Uint8Array(new Float64Array(8).fill(number).buffer) },
  train: measures,
  test: measures,
  weights: new Uint8Array(4),
  biases: new Uint8Array(4),
  map: { size: 1, unit: null, kind: "signed", scale: 1, pixels: Uint8Array.of(0x60), classes: null },
  units: { size: 1, scales: new Uint8Array(4), pixels: Uint8Array.of(0x60) },
  data: null,
  ...more,
});

function desk() {
  const store = newStore(),
    sent = [],
    frames = [];
  const delivery = new Delivery(
    store,
    (bytes) => bytes,
    (message) => sent.push(message),
    (act) => frames.push(act),
  );
  return { store, sent, delivery, draw: () => frames.splice(0).forEach((act) => act()) };
}

test("a frame is shown at once and acknowledged once drawn", () => {
  const { store, sent, delivery, draw } = desk();
  delivery.take(frame(1));
  assert.equal(store.frame.peek().frame, 1);
  assert.deepEqual(sent, []);
  draw();
  assert.deepEqual(sent, [{ type: "ack", frame: 1 }]);
});

test("of frames that come while one is drawn only the newest is shown, but all are in the curves", () => {
  const { store, sent, delivery, draw } = desk();
  for (const number of [1, 2, 3]) delivery.take(frame(number));
  assert.equal(store.frame.peek().frame, 1);
  draw();
  assert.equal(store.frame.peek().frame, 3);
  draw();
  assert.deepEqual(
    sent.map((ack) => ack.frame),
    [1, 3],
  );
  assert.deepEqual(store.history.columns.x, [1, 2, 3]);
});

test("data of a frame that is never drawn still counts", () => {
  const { store, delivery } = desk();
  delivery.take(frame(1));
  delivery.take(frame(2, { data: { version: 2, points: new Uint8Array(8), targets: new Uint8Array(4) } }));
  delivery.take(frame(3));
  assert.equal(store.data.peek().version, 2);
});

test("a frame of a lost connection is not shown any more", () => {
  const { store, delivery, draw } = desk();
  delivery.take(frame(1));
  delivery.take(frame(2));
  delivery.clear();
  draw();
  assert.equal(store.frame.peek().frame, 1);
});

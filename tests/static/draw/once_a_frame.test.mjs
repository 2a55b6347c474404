/** However often it is asked for: once an animation frame, or once a while, the last time with the newest state. */
import assert from "node:assert/strict";
import test from "node:test";

import { atMostEvery, onceAFrame } from "../../../static/draw/once_a_frame.js";

test("it is drawn once a frame, and again when it is asked for again", (t) => {
  const frames = [];
  t.after(() => delete globalThis.requestAnimationFrame);
  globalThis.requestAnimationFrame = (act) => frames.push(act);
  let drawn = 0;
  const ask = onceAFrame(() => drawn++);
  for (let time = 0; time < 3; time++) ask();
  assert.deepEqual([frames.length, drawn], [1, 0]);
  frames.shift()();
  assert.equal(drawn, 1);
  ask();
  assert.equal(frames.length, 1);
});

test("what is asked for while it draws is drawn in the next frame", (t) => {
  const frames = [];
  t.after(() => delete globalThis.requestAnimationFrame);
  globalThis.requestAnimationFrame = (act) => frames.push(act);
  let left = 2;
  const ask = onceAFrame(() => --left && ask());
  ask();
  frames.shift()();
  assert.deepEqual([frames.length, left], [1, 1]);
});

test("it acts soon, then waits out the pause, and the last wish is not lost", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 1000;
  t.mock.method(performance, "now", () => now);
  const seen = [];
  let state = 0;
  const ask = atMostEvery(100, () => seen.push(state));
  const pass = (milliseconds) => ((now += milliseconds), t.mock.timers.tick(milliseconds));
  state = 1;
  ask();
  pass(0);
  assert.deepEqual(seen, [1]);
  pass(10);
  for (state of [2, 3]) ask();
  pass(89);
  assert.deepEqual(seen, [1], "not before the pause is over");
  pass(1);
  assert.deepEqual(seen, [1, 3]);
});

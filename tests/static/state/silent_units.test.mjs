/** Units that tell nothing: asked for where a picture says so, and not more often than once a second. */
import assert from "node:assert/strict";
import test from "node:test";

import { SilentUnits } from "../../../static/state/silent_units.js";

function world(answer) {
  const waits = [],
    asked = [];
  let changes = 0;
  const units = new SilentUnits(
    () => (asked.push(1), answer()),
    () => changes++,
    (act) => waits.push(act),
  );
  return { units, waits, asked, changes: () => changes };
}
const settled = () => new Promise((done) => setImmediate(done));
const ANSWER = { run: 1, step: 5, dead: [[1, 2]], even: [[2, 0]] };

test("nothing is asked while every picture says something", () => {
  const { units, asked } = world(async () => ANSWER);
  units.follow(1, false);
  assert.equal(asked.length, 0);
});

test("what was found is told of the units that it is about, and asked again after a while", async () => {
  const { units, asked, waits, changes } = world(async () => ANSWER);
  units.follow(1, true);
  units.follow(1, true);
  await settled();
  assert.deepEqual([units.of(1, 2), units.of(2, 0), units.of(1, 0)], ["dead", "even", null]);
  assert.deepEqual([asked.length, changes()], [1, 1]);
  waits.shift()(); // the second frame has not been looked at yet, and no other may come
  assert.equal(asked.length, 2);
  waits.shift()();
  assert.equal(asked.length, 2);
  units.follow(1, true);
  assert.equal(asked.length, 3);
});

test("another run knows nothing of it, nor of an answer that comes too late", async () => {
  const { units } = world(async () => ANSWER);
  units.follow(1, true);
  units.follow(2, true);
  await settled();
  assert.equal(units.of(1, 2), null);
});

test("without an answer nothing is said", async () => {
  const { units } = world(async () => {
    throw new Error("gone");
  });
  units.follow(1, true);
  await settled();
  assert.equal(units.of(1, 2), null);
});

/** The projector makes of what followers are sent a frame of the network, its data and its curves. */
import { decode } from "@msgpack/msgpack";
import assert from "node:assert/strict";
import test from "node:test";

import { signal } from "@preact/signals-core";

import { Shown } from "../../../../static/state/classroom/shown.js";
import { AT, sent, toldOtherwise } from "../../samples/followed.mjs";

const CASE = "activation tanh";

function projector() {
  const credits = [],
    shown = new Shown(
      signal,
      decode,
      (act) => act(),
      (frame) => credits.push(frame),
    );
  return { shown, credits };
}

test("nothing is shown before the first frame", () => {
  assert.deepEqual([projector().shown.frame.value, projector().shown.data.value], [null, null]);
});

test("a whole brings the data and the curves, a frame all pictures of the network", () => {
  const { shown } = projector(),
    { whole, told } = sent(CASE);
  shown.take(whole);
  assert.equal(shown.data.value.targets.length, 24);
  shown.take(told);
  const { windows, sizes, map, units } = shown.frame.value;
  assert.deepEqual(
    windows,
    sizes.map((size) => [0, size]),
  );
  assert.equal(map.pixels.length, 100 * 100);
  assert.ok(units.pixels.length > 0 && shown.history.columns.x.length > 0);
});

test("what is drawn is credited, so that more comes", () => {
  const { shown, credits } = projector();
  shown.take(sent(CASE).whole);
  for (let frame = 1; frame <= 8; frame++) shown.take(toldOtherwise(CASE, { [AT.whole]: 0, [AT.frame]: frame }));
  assert.deepEqual(credits, [4, 8]);
});

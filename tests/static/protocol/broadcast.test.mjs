/** The page's half of what followers are sent, against the same golden bytes as the server's. */
import { decode } from "@msgpack/msgpack";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { FRAME, WHOLE, readBroadcast, readWhole } from "../../../static/protocol/broadcast.js";
import { unpackPoints } from "../../../static/protocol/frames.js";
import { sent } from "../samples/followed.mjs";

const golden = JSON.parse(readFileSync(new URL("../../golden/broadcast.json", import.meta.url), "utf8"));
const AS_THEY_ARE = [
  ...["frame", "whole", "revision", "step", "epoch", "progress", "lane_count", "playing", "first_mark", "marks"],
  ...["changed", "stop", "best", "present", "goal"],
];

/** @param {string} name */
function told(name) {
  const bytes = new Uint8Array(Buffer.from(golden[name].bytes, "base64"));
  assert.equal(bytes[0], FRAME);
  return readBroadcast(bytes.subarray(1), decode);
}

for (const [name, { fields }] of Object.entries(golden))
  test(`reads the frame "${name}"`, () => {
    const read = /** @type {any} */ (told(name));
    for (const field of AS_THEY_ARE) assert.deepEqual(read[field], fields[field], field);
    assert.deepEqual([...new Uint8Array(read.parameters.buffer)], fields.parameters);
    assert.equal(read.points.first, fields.first);
  });

test("numbers are those that became short ones", () => {
  const { measures, points } = told("plain");
  assert.deepEqual(measures, [0.123456, 0.95, 0.2, 0.9, 0, 0.03, 1500.5]);
  const gap = [NaN, NaN];
  assert.deepEqual(
    [...unpackPoints(points.values)],
    [11.5, 12, 0, 0.03, 0.06, 0.09, 0.12, 0.15, 0.18, 0.21, 0.24, 0.27, ...gap, ...gap],
  );
});

test("lanes come unpacked, as in an ordinary frame", () => {
  const lane = told("full").lanes?.[0];
  assert.deepEqual([lane?.lane, lane?.differs, lane?.map.pixels.length], [2, "ReLU", 4]);
  assert.deepEqual([...(lane?.weights ?? [])], [1, 2]);
  assert.equal(told("plain").lanes, null);
});

test("pictures of a large network have short weights", () => {
  const { maps } = told("full");
  assert.ok(maps);
  assert.deepEqual([...maps.weights].map((each) => Number(each.toPrecision(3))), [1, -0.5, 5.96e-8, 65500]);
  assert.deepEqual([[...maps.biases], [...(maps.wrong ?? [])], maps.windows], [[0.25], [5], [[0, 2], [1, 1]]]);
});

test("a whole has a welcome with its curves, the data and what makes predictions", () => {
  const { whole } = sent("nothing said of the view");
  assert.equal(whole[0], WHOLE);
  const { welcome, data, network } = readWhole(whole.subarray(1), decode);
  assert.equal(welcome.type, "welcome");
  assert.equal(welcome.session, "alias");
  assert.equal(welcome.history.x.length, welcome.history.train_loss.length);
  assert.ok(welcome.history.x.length > 0 && welcome.history.validation_loss.every((each) => each === null));
  assert.deepEqual(network.sizes, [2, 5, 3, 1]);
  assert.equal(data.points.length, 2 * data.targets.length);
});

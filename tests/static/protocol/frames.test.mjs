/** The page's half of frames, against the same golden bytes as the server's. */
import { decode } from "@msgpack/msgpack";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { readFrame, unpackData, unpackFrame } from "../../../static/protocol/frames.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/frames.json", import.meta.url), "utf8"));

const bytes = (/** @type {string} */ text) => new Uint8Array(Buffer.from(text, "base64"));

/** As the golden file has it: typed arrays as lists, infinity as a word. @param {any} value @returns {any} */
function plain(value) {
  if (ArrayBuffer.isView(value)) return Array.from(/** @type {any} */ (value));
  if (Array.isArray(value)) return value.map(plain);
  if (value === Infinity) return "Infinity";
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

for (const [name, { bytes: packed, frame }] of Object.entries(golden)) {
  test(`decodes the frame "${name}"`, () => assert.deepEqual(plain(whole(packed)), frame));
}

/** A frame's numbers and pictures. */
const whole = (/** @type {string} */ packed) => unpackFrame(readFrame(bytes(packed), decode));

test("numbers are there before the pictures are unpacked", () => {
  const packed = readFrame(bytes(golden.binary.bytes), decode);
  assert.equal(packed.train.loss, 0.5);
  assert.ok(packed.map.pixels.length < 36);
  assert.equal(unpackFrame(packed).map.pixels.length, 36);
  assert.deepEqual(plain(unpackData(packed.data)), golden.binary.frame.data);
});

test("arrays are typed, and stand on their own", () => {
  const frame = whole(golden.binary.bytes);
  assert.ok(frame.weights instanceof Float32Array && frame.units.scales instanceof Float32Array);
  assert.ok(frame.map.pixels instanceof Uint8Array);
  assert.equal(frame.weights.buffer.byteLength, frame.weights.byteLength);
});

test("large numbers stay whole", () => {
  const { step, frame } = whole(golden.multiclass.bytes);
  assert.equal(step, 2 ** 40);
  assert.equal(frame, 2 ** 33);
});

/** Tests of the browser's reader of packed pictures, against the same golden file as the server's. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { unpack } from "../../../static/protocol/pictures.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/pictures.json", import.meta.url), "utf8"));

const bytes = (/** @type {string} */ text) => new Uint8Array(Buffer.from(text, "base64"));

for (const { name, count, size, packed, pixels } of golden) {
  test(`unpacks ${name}`, () => assert.deepEqual(unpack(bytes(packed), count, size), bytes(pixels)));
}

test("refuses pictures that end too early", () => {
  for (const { count, size, packed } of golden) {
    const short = bytes(packed).subarray(0, -1);
    if (count > 0) assert.throws(() => unpack(short, count, size), RangeError);
  }
});

test("refuses bytes after the last picture", () => {
  for (const { count, size, packed } of golden) {
    assert.throws(() => unpack(Uint8Array.of(...bytes(packed), 0), count, size), RangeError);
  }
});

test("refuses a last half byte that is not 0", () => {
  assert.throws(() => unpack(Uint8Array.of(0x61), 1, 1), RangeError);
});

test("refuses a run that leaves its picture", () => {
  assert.throws(() => unpack(Uint8Array.of(0xd2), 1, 2), /leaves/);
  assert.throws(() => unpack(Uint8Array.of(0xd1, 0xd1), 2, 1), /leaves/);
});

test("never runs on: any bytes are read or refused", () => {
  for (let trial = 0; trial < 2000; trial++) {
    const noise = Uint8Array.from({ length: trial % 40 }, (_, place) => (trial * 7919 + place * place * 104729) >> 3);
    try {
      assert.equal(unpack(noise, 2, 5).length, 50);
    } catch (error) {
      assert.ok(error instanceof RangeError);
    }
  }
});

/** The page's half of a wall, against the same golden bytes as the server's. */
import { decode } from "@msgpack/msgpack";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { readWall, WALL } from "../../../static/protocol/wall.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/wall.json", import.meta.url), "utf8"));
const bytes = new Uint8Array(Buffer.from(golden.bytes, "base64"));

/** Typed arrays as lists. @param {any} value @returns {any} */
const plain = (value) => JSON.parse(JSON.stringify(value, (_, each) => listed(each)));

/** @param {any} value */
const listed = (value) => (ArrayBuffer.isView(value) ? Array.from(/** @type {any} */ (value)) : value);

test("reads the golden wall", () => assert.deepEqual(plain(readWall(bytes, decode)), golden.tiles));

test("a wall's bytes begin as the room's socket says", () => assert.equal(bytes[0], WALL));

test("pictures are typed, so that they can be drawn as they are", () => {
  const [signed, classes, curve] = readWall(bytes, decode).map(({ picture }) => picture);
  assert.ok(signed.pixels instanceof Uint8Array && classes.classes instanceof Uint8Array);
  assert.ok(curve.values instanceof Float32Array);
});

/** The list of keys: each is named once and does something that is said in a whole sentence. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { WAYS } from "../../../static/text/keys.js";

test("every key is named once", () => {
  const keys = WAYS.flatMap(({ keys }) => keys);
  assert.deepEqual(keys, [...new Set(keys)]);
  assert.ok(keys.includes("F6"));
});

test("what a key does is a whole sentence", () => {
  for (const { does } of WAYS) assert.match(does, /^[A-Z].*\.$/);
});

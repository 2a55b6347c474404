/** Every refusal and every goodbye of the server's has its sentence, with exactly the values that the server tells. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { BYES, REFUSALS, refusalText } from "../../../static/text/classroom.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/classroom.json", import.meta.url), "utf8"));

test("refusals have the same ids on both sides, and each sentence names its values", () => {
  assert.deepEqual(Object.keys(REFUSALS).sort(), Object.keys(golden.refusals).sort());
  for (const [id, names] of Object.entries(golden.refusals)) {
    /** @type {Set<string>} */
    const asked = new Set();
    const values = new Proxy({}, { get: (_, name) => (asked.add(String(name)), "7") });
    assert.match(REFUSALS[id](values), /^[A-Z].*\.$/);
    for (const name of asked) assert.ok(names.includes(name), `${id} has no ${name}`);
  }
});

test("goodbyes have the same codes on both sides", () => {
  assert.deepEqual(Object.keys(BYES).sort(), [...golden.byes].sort());
  for (const sentence of Object.values(BYES)) assert.match(sentence, /^[A-Z].*\.$/);
});

test("a refusal that this page does not know says what to do about it", () => {
  assert.equal(refusalText({ id: "room_is_full", values: { most: 300 } }), REFUSALS.room_is_full({ most: 300 }));
  assert.equal(refusalText({ id: "of_a_newer_server", values: {} }), REFUSALS.not_understood({}));
});

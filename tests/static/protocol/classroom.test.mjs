/** Both sides of a class's room write and read the same texts; the page has words for every id and every drawn name. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import * as protocol from "../../../static/protocol/classroom.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/classroom.json", import.meta.url), "utf8"));
const { readTold, ...said } = protocol;

test("the page's messages are those that the server reads", () => {
  for (const { call, arguments: values, text } of golden.said)
    assert.equal(JSON.stringify(said[call](...values)), text);
  assert.deepEqual([...new Set(golden.said.map(({ call }) => call))].sort(), Object.keys(said).sort());
});

test("the server's messages are read as they are", () => {
  const kinds = golden.told.map((text) => readTold(text).type);
  assert.deepEqual([...new Set(kinds)].sort(), ["alive", "answered", "bye", "desk", "me", "member", "refused", "room"]);
});

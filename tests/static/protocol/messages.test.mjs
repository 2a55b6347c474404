/** The page's half of the texts on the wire, against the same golden file as the server's. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import * as messages from "../../../static/protocol/messages.js";

const golden = JSON.parse(readFileSync(new URL("../../golden/messages.json", import.meta.url), "utf8"));

for (const { call, arguments: values, text } of golden.commands) {
  test(`${call}(${JSON.stringify(values).slice(1, -1)})`, () => {
    const make = /** @type {Record<string, Function>} */ (messages)[call];
    assert.equal(JSON.stringify(make(...values)), JSON.stringify(JSON.parse(text)));
  });
}

for (const { text, message } of golden.messages) {
  test(`reads ${text.slice(0, 60)}`, () => assert.deepEqual(messages.readServerMessage(text), message));
}

test("every function that makes a message is held to the server", () => {
  const made = new Set(golden.commands.map((/** @type {{call: string}} */ { call }) => call));
  assert.deepEqual(
    Object.keys(messages)
      .filter((name) => name !== "readServerMessage")
      .sort(),
    [...made].sort(),
  );
});

test("a message of a kind it does not know is left unread", () => {
  for (const text of ['{"type": "surprise"}', "{}", "null", "[]", "3", '"welcome"'])
    assert.equal(messages.readServerMessage(text), null);
});

test("what is not JSON is an error", () => assert.throws(() => messages.readServerMessage("welcome"), SyntaxError));

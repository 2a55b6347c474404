/** There is a word for every drawn name, no two names read alike, and what is typed is known again. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { toSay } from "../../../static/text/say.js";

const { names } = JSON.parse(readFileSync(new URL("../../golden/classroom.json", import.meta.url), "utf8"));
const { AN_EXAMPLE, COUNTS, drawnName, nameText } = await import("../../../static/text/classroom_names.js");

test("the page has words for exactly those that the server draws", () => {
  assert.deepEqual(COUNTS, names);
  const all = new Set();
  for (let first = 0; first < COUNTS[0]; first++)
    for (let second = 0; second < COUNTS[1]; second++) all.add(nameText([first, second]));
  assert.equal(all.size, COUNTS[0] * COUNTS[1]);
  assert.equal(nameText([0, 0]), "Amber Alpaca");
});

test("a name that a member chose stays as it is", () => {
  assert.equal(nameText("Jo <b>"), "Jo <b>");
});

test("a drawn name that is typed is known again, in any case", () => {
  assert.deepEqual(drawnName(`  ${nameText([3, 60]).toUpperCase()} `), [3, 60]);
  for (const text of ["", "Amber", "Alpaca Amber", "Amber Alpaca the third"]) assert.equal(drawnName(text), null);
});

test("the example of a name is one, and a text for translators stays as it is", () => {
  assert.equal(AN_EXAMPLE, "Brave Otter");
  assert.deepEqual(drawnName(AN_EXAMPLE), [2, 45]);
  assert.equal(toSay("Amber, Bold"), "Amber, Bold");
});

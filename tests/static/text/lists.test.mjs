/** Texts beside one another: a list, and sentences in a row. */
import assert from "node:assert/strict";
import test from "node:test";

import { ended, inARow, labelled, listed, listedApart, listedWithAnd } from "../../../static/text/lists.js";

test("a list has commas, and an “and” before the last where it is read aloud", () => {
  assert.deepEqual([[], ["a"], ["a", "b", "c"]].map(listed), ["", "a", "a, b, c"]);
  assert.deepEqual([[], ["a, b", "c"]].map(listedApart), ["", "a, b; c"]);
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listedWithAnd), ["", "a", "a and b", "a, b and c"]);
});

test("a label stands before what it is of", () => {
  assert.equal(labelled("Open", "the lab book"), "Open: the lab book");
});

test("sentences follow one another, and there may be none", () => {
  assert.deepEqual([inARow([]), inARow(["", "One."]), inARow(["One.", "", "Two."])], ["", "One.", "One. Two."]);
});

test("a sentence ends with a full stop", () => {
  assert.equal(ended("Loss over the epochs"), "Loss over the epochs.");
});

/** Sentences and lists are joined as the language joins them, and none of nothing. */
import assert from "node:assert/strict";
import test from "node:test";

import { listed, sentences } from "../../../static/text/joined.js";

test("sentences follow one another, and an empty one leaves no gap", () => {
  assert.equal(sentences("One.", "", null, "Two.", "Three."), "One. Two. Three.");
  assert.deepEqual([sentences("One."), sentences(""), sentences()], ["One.", "", ""]);
});

test("a list has a comma between any two", () => {
  assert.deepEqual([listed(["a", "b", "c"]), listed(["a"]), listed([])], ["a, b, c", "a", ""]);
});

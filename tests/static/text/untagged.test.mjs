/** Marked text without its marks. */
import assert from "node:assert/strict";
import test from "node:test";

import { untagged } from "../../../static/text/untagged.js";

test("marks go, what they stood around stays", () => {
  assert.equal(untagged("<p>Which <em>one</em> is\n <b>lower</b>?</p>"), "Which one is lower?");
});

test("signs that were written for markup are themselves again", () => {
  assert.equal(untagged("a &lt; b &amp;amp; &quot;c&quot;"), 'a < b &amp; "c"');
});

test("a formula is told once", () => {
  const formula = '<math><mi>w</mi><annotation encoding="application/x-tex">w</annotation></math>';
  assert.equal(untagged(`What is ${formula}?`), "What is w?");
});

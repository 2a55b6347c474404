/** The gap between training and test is told by its size and direction. */
import assert from "node:assert/strict";
import test from "node:test";

import { MEASURES } from "../../../static/text/measures.js";

test("the gap is told by its size and its direction", () => {
  const said = [
    [1, 0.8],
    [0.95, 0.9],
    [0.97, 0.96],
    [0.55, 0.54],
    [0.8, 0.9],
  ].map(([train, test]) => MEASURES.accuracyGap(train, test));
  assert.equal(new Set(said).size, 5);
  assert.match(said[0], /overfits/);
  assert.match(said[3], /not learned enough/);
  assert.match(MEASURES.errorGap(0.1, 0.3, 0.9), /overfits/);
  assert.match(MEASURES.errorGap(0.1, 0.1, 0.2), /not learned enough/);
});

test("F₁ is a share, and what is undefined has a dash", () => {
  assert.equal(MEASURES.value("macro_f1", 0.5), "50.0 %");
  assert.equal(MEASURES.difference("macro_f1", 0.5, 0.625), "12.5 points");
  assert.equal(MEASURES.value("macro_f1", null), "–");
  assert.equal(MEASURES.difference("macro_f1", null, 0.5), "–");
});

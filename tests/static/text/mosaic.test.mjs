/** Words of the mosaic: how many are right, and what the network says of a picture. */
import assert from "node:assert/strict";
import test from "node:test";

import { MOSAIC } from "../../../static/text/mosaic.js";

test("right ones are all but the wrong ones", () => {
  assert.equal(MOSAIC.key(50, 8, true), "42 of 50 right; wrong ones show its answer");
  assert.equal(MOSAIC.key(50, 8, false), "42 of 50 right; wrong ones are tinted");
  assert.match(MOSAIC.describe(50, 8), /^50 test pictures.*8 of them in the wrong class/);
  assert.match(MOSAIC.describe(50, 0), /all are put into the right class\./);
});

test("a picture is told with the network's answer, or without one", () => {
  assert.equal(MOSAIC.reading(1200, "3", "5"), "Picture 1,200: 3\nthe network says 5");
  assert.equal(MOSAIC.reading(1, "3", "3"), "Picture 1: 3\nthe network says so, too");
  assert.equal(MOSAIC.reading(1, "3", ""), "Picture 1: 3\nno answer yet");
});

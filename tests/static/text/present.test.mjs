/** A control is listed under its own words, but where they need the place they stand in. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { PRESENT } from "../../../static/text/present.js";

test("a control is listed under its own words, but where they need the place they stand in", () => {
  assert.equal(PRESENT.label("noise", "Noise"), "Noise");
  assert.equal(PRESENT.label("logScale", "log scale"), "Loss on a log scale");
});

/** Words for values of settings. */
import assert from "node:assert/strict";
import test from "node:test";

import { VALUE } from "../../../static/text/settings.js";

test("a layer is told with what it has of its own", () => {
  assert.equal(VALUE.layer(4, null, null, null), "4");
  assert.equal(VALUE.layer(2, "relu", 0, "none"), "2 relu, dropout 0, no norm");
  assert.equal(VALUE.layer(2, undefined, 0.25, "of a later version"), "2, dropout 0.25, of a later version");
});

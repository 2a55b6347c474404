/** Findings hold still long enough to be read. */
import assert from "node:assert/strict";
import test from "node:test";

import { Steady } from "../../../../../../static/views/drawer/learning/diagnostics/steady.js";

test("findings keep their words for a moment, unless something else ails the network", () => {
  let now = 0;
  const steady = new Steady(() => now),
    told = (text, layer = 1) => [{ ailment: "dead_units", layer, text, remedy: "" }];
  assert.equal(steady.take(told("7 of 8"))[0].text, "7 of 8");
  now = 500;
  assert.equal(steady.take(told("6 of 8"))[0].text, "7 of 8");
  assert.equal(steady.take(told("5 of 8", 2))[0].text, "5 of 8");
  now = 5000;
  assert.equal(steady.take(told("4 of 8", 2))[0].text, "4 of 8");
  assert.deepEqual(steady.take([]), []);
});

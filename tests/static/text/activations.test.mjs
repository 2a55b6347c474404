/** Words of the tab on activations: what outputs are possible, and how much lies flat. */
import assert from "node:assert/strict";
import test from "node:test";

import { ACTIVATIONS } from "../../../static/text/activations.js";

test("a range is told by the ends it has", () => {
  const values = [0, 0.5, 1];
  assert.equal(ACTIVATIONS.range(null, null, values), "Outputs: any number.");
  assert.equal(ACTIVATIONS.range(0, null, values), "Outputs: from 0 up, without end.");
  assert.equal(ACTIVATIONS.range(-1, 1, values), "Outputs: between −1 and 1.");
  assert.equal(ACTIVATIONS.range(0, 1, [0, 0, 1, 1]), "Outputs: 0 or 1.");
});

test("a share has a digit more where it is small, and none where it is nothing", () => {
  assert.deepEqual(
    [0, 0.004, 0.1, 1].map((share) => ACTIVATIONS.flat(share, 0.01).split(" where")[0]),
    ["0 %", "0.4 %", "10 %", "100 %"],
  );
  assert.match(ACTIVATIONS.flat(0.2, 0.05), /where the slope is below 5 % of its largest$/);
});

test("no chosen activation is said, too", () => {
  assert.match(ACTIVATIONS.curves([]), /no activation/);
  assert.match(ACTIVATIONS.slopes(["ReLU", "tanh"]), /of ReLU, tanh for/);
  assert.equal(ACTIVATIONS.beyond(1200, 0, 6), "1,200 left of −6, 0 right of 6");
});

/** Own starts lie around the common one and inside the picture. */
import assert from "node:assert/strict";
import test from "node:test";

import { spread } from "../../../../../../static/views/drawer/learning/descent/places.js";

test("own starts lie around the common one and inside the picture", () => {
  const starts = spread([3.9, -3.9], ["sgd", "adam", "momentum"], [-4, 4, -4, 4]);
  assert.deepEqual(Object.keys(starts), ["sgd", "adam", "momentum"]);
  for (const [x, y] of Object.values(starts))
    assert.ok(Math.abs(x) <= 4 && Math.abs(y) <= 4 && Math.hypot(x - 3.9, y + 3.9) <= 0.49);
  assert.equal(new Set(Object.values(starts).map(String)).size, 3);
});

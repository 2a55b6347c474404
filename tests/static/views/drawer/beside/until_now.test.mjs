/** The chart of compared lanes ends at the moment that their cards show. */
import assert from "node:assert/strict";
import test from "node:test";

import { untilNow } from "../../../../../static/views/drawer/beside/until_now.js";

const curve = (lane) => ({ lane, x: [0, 1, 2], train_loss: [3, 2, 1], test_loss: [6, 4, null] });
const card = (lane, epochs) => ({ lane, epochs, train: { loss: 0.5 }, test: { loss: 0.75 } });

test("what the cards have trained since is on the curves", () => {
  assert.deepEqual(untilNow([curve(1)], [card(1, 2.5)]), [
    { lane: 1, x: [0, 1, 2, 2.5], train_loss: [3, 2, 1, 0.5], test_loss: [6, 4, null, 0.75] },
  ]);
});

test("a lane that has begun anew or is gone has no curve of before", () => {
  const told = untilNow([curve(1), curve(2)], [card(1, 0)]);
  assert.deepEqual(told, [{ lane: 1, x: [0], train_loss: [0.5], test_loss: [0.75] }]);
});

/** What would be shown as the truth if it were shown now, by whichever way it is found. */
import assert from "node:assert/strict";
import test from "node:test";

import { foundInRun, truthIn } from "../../../../static/state/classroom/truths.js";

const RANGE = { low: 0, high: 100, isLog: false };
const FRAME = { epoch: 7, test: { loss: 0.25, accuracy: 0.5 } };

test("a number is the run's at this moment", () => {
  const how = { by: "measure", measure: "test_accuracy", epochs: 0, range: null };
  assert.deepEqual(foundInRun(how, FRAME, { x: [] }), { truth: 50, left: 0 });
});

test("a curve tells how many epochs are still to come", () => {
  const how = { by: "measure", measure: "test_accuracy", epochs: 10, range: RANGE };
  assert.deepEqual(foundInRun(how, FRAME, { x: [0, 7.6], test_score: [0.5, 0.75] }), { truth: null, left: 3 });
  const { truth, left } = foundInRun(how, FRAME, { x: [0, 10], test_score: [0.5, 0.75] });
  assert.deepEqual([truth[0], truth.at(-1), left], [0.5, 0.75, 0]);
});

test("a lesson's check tells the right choice, a number, or a curve within the box", () => {
  assert.equal(truthIn({ truth: null, choice: 2 }, null), 2);
  assert.equal(truthIn({ truth: null, choice: 0 }, null), 0);
  assert.equal(truthIn({ truth: 0.4, choice: null }, null), 0.4);
  assert.deepEqual(truthIn({ truth: [0, null, 50, 200], choice: null }, RANGE), [0, 0.5, 1]);
  assert.equal(truthIn({ truth: null, choice: null }, null), null);
});

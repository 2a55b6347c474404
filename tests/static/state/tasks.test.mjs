/** What the guide's tasks set up is what is said of them; two networks are one and its fork. */
import assert from "node:assert/strict";
import test from "node:test";

import { setUp, TASK_NAMES } from "../../../static/state/tasks.js";
import { TASK_LIST } from "../../../static/text/tasks.js";
import { catalogue } from "../samples/store.mjs";

/** What setting a task up asks for, in order. */
function asked(name, others = [], may = true) {
  const said = [];
  const tell = (action) => (...given) => void said.push([action, ...given]);
  const actions = new Proxy({}, { get: (_, action) => (action === "mayConfigure" ? () => may : tell(action)) });
  setUp(catalogue, name, actions, others);
  return said;
}

test("each task that is told of can be set up, and the other way round", () => {
  assert.deepEqual(
    TASK_LIST.map(({ name }) => name),
    TASK_NAMES,
  );
});

test("it rests, begins anew from the usual settings, and shows its tab", () => {
  const said = asked("hand");
  assert.deepEqual(
    said.map(([action]) => action),
    ["pause", "configure", "reset", "setLook"],
  );
  assert.equal(said[1][1].learning_rate, 0.03);
  assert.deepEqual([said[1][1].goal, said[3][1]], ["test_accuracy", { tab: "neuron" }]);
});

test("what is compared is a fork of the same network, and earlier lanes are gone", () => {
  const said = asked("penalty", [2, 3]);
  assert.deepEqual(
    said.map(([action]) => action),
    ["pause", "removeLane", "removeLane", "configure", "reset", "fork", "configure", "setLook"],
  );
  assert.deepEqual(said[6][1], { penalty: "l2", penalty_rate: 0.3 });
});

test("where a link locks some of it, nothing is set up at all", () => {
  assert.deepEqual(asked("penalty", [2], false), []);
});

/** A moved control keeps its value until the server answers, or is silent for too long. */
import assert from "node:assert/strict";
import test from "node:test";

import { PATIENCE, confirm } from "../../../static/state/optimistic.js";
import { desk } from "../samples/store.mjs";

test("silence for too long brings the server's value back", async () => {
  const { store, actions, pass } = desk();
  actions.configure({ noise: 1 });
  await pass(PATIENCE);
  assert.equal(store.settings.peek().noise, 0);
});

test("what the server confirmed stays, what is still under way is laid over it", () => {
  const { store, actions } = desk();
  actions.configure({ noise: 1 });
  actions.configure({ samples: 40 });
  confirm(store, { ...store.confirmed, noise: 1 });
  assert.deepEqual(store.pending, { samples: 40 });
  assert.deepEqual([store.settings.peek().noise, store.settings.peek().samples], [1, 40]);
});

test("what was changed without a connection is sent again", async () => {
  const { store, sent, actions, pass } = desk();
  store.connection.value = "lost";
  actions.configure({ noise: 1 });
  await pass(PATIENCE);
  sent.length = 0;
  actions.resend();
  await pass(33);
  assert.deepEqual(sent, [{ type: "configure", changes: { noise: 1 }, gesture: 1 }]);
});

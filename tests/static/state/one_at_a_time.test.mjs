/** What is begun at the server: once, however often its button is pressed meanwhile. */
import assert from "node:assert/strict";
import test from "node:test";

import { oneAtATime } from "../../../static/state/one_at_a_time.js";

test("a second press does nothing until the first is answered, and then begins again", async () => {
  const begun = [],
    answers = [];
  const begin = oneAtATime((what) => {
    begun.push(what);
    return new Promise((answer) => answers.push(answer));
  });
  const first = begin("one");
  await begin("two");
  assert.deepEqual(begun, ["one"]);
  answers[0]();
  await first;
  void begin("three");
  assert.deepEqual(begun, ["one", "three"]);
});

test("what was refused can be begun again, and whoever began it hears why it was", async () => {
  const answers = [Promise.reject(new Error("busy")), Promise.resolve()];
  const begin = oneAtATime(() => answers.shift());
  await assert.rejects(begin(), /busy/);
  await begin();
  assert.equal(answers.length, 0);
});

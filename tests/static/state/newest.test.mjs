/** One thing under way at a time, the newest next, on every way out. */
import assert from "node:assert/strict";
import test from "node:test";

import { newestAnswer } from "../../../static/state/newest.js";

test("of questions that come meanwhile only the newest is asked", async () => {
  const asked = [],
    shown = [],
    failed = [];
  let answer = () => {};
  const latest = newestAnswer(
    (wish) => (
      asked.push(wish),
      new Promise((resolve, reject) => (answer = wish < 0 ? () => reject(wish) : () => resolve(wish)))
    ),
    (each) => shown.push(each),
    (each) => failed.push(each),
  );
  const settle = async () => (answer(), await new Promise((resolve) => setImmediate(resolve)));
  for (const wish of [1, 2, 3]) latest.want(wish);
  await settle();
  await settle();
  latest.want(-4);
  await settle();
  latest.want(5);
  await settle();
  assert.deepEqual([asked, shown, failed], [[1, 3, -4, 5], [1, 3, 5], [-4]]);
});

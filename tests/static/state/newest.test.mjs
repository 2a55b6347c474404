/** One thing under way at a time, the newest next, on every way out. */
import assert from "node:assert/strict";
import test from "node:test";

import { Newest, newestAnswer } from "../../../static/state/newest.js";

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

test("what is wanted meanwhile waits, the newest of it comes next, and nothing twice", () => {
  const begun = [],
    ends = [];
  const newest = new Newest((wish, done) => (begun.push(wish), ends.push(done)));
  newest.want("a");
  assert.deepEqual([begun, newest.isOutdated], [["a"], false], "the first begins at once");
  newest.want("b");
  newest.want("c");
  assert.deepEqual([begun, newest.isOutdated], [["a"], true]);
  ends.shift()();
  assert.deepEqual(begun, ["a", "c"]);
  ends.shift()();
  assert.deepEqual([begun, newest.isOutdated, newest.isBusy], [["a", "c"], false, false]);
});

test("what waits can be forgotten, what is under way goes on", () => {
  const begun = [],
    ends = [];
  const newest = new Newest((wish, done) => (begun.push(wish), ends.push(done)));
  newest.want(1);
  newest.want(2);
  newest.forget();
  ends.shift()();
  newest.want(3);
  assert.deepEqual(begun, [1, 3]);
});

test("what is done at once leaves room for the next, also for one it wants itself", () => {
  const begun = [];
  const newest = new Newest((wish, done) => {
    begun.push(wish);
    if (wish < 3) newest.want(wish + 1);
    done();
  });
  newest.want(1);
  assert.deepEqual([begun, newest.isBusy], [[1, 2, 3], false]);
});

test("a wish may be nothing at all", () => {
  const begun = [];
  const newest = new Newest((wish, done) => (begun.push(wish), done()));
  newest.want(null);
  newest.want(undefined);
  assert.deepEqual(begun, [null, undefined]);
});

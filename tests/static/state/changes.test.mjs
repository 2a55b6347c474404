/** What a change has altered, how much was trained since, and what has just happened. */

import assert from "node:assert/strict";
import test from "node:test";

import { alteredBy, newsOf, trainedSince } from "../../../static/state/changes.js";
import { NO_CHANGES } from "../../../static/state/store.js";
import { catalogue } from "../samples/store.mjs";

const plain = { before: {}, after: {}, details: {} },
  change = { number: 7, kind: "configure", lane: 1, run: 3, ...plain, since: 12, ahead: 0 };

test("settings are told with their labels and values, other data first", () => {
  const altered = alteredBy(
    { ...change, before: { noise: 0, dataset: "circle" }, after: { noise: 0.5, dataset: "formula:x1*x2" } },
    catalogue,
    "own data",
  );
  assert.deepEqual(altered, [
    { label: "dataset", before: "own data", after: "x1*x2" }, // the sample's catalogue names no data
    { label: "noise", before: "0", after: "0.5" },
  ]);
});

test("own data have the name that the page gives them", () => {
  const drawn = { ...change, before: { dataset: "xor" }, after: { dataset: "own.abc" } },
    [{ after }] = alteredBy(drawn, catalogue, "own");
  assert.equal(after, "own");
});

test("what was trained since counts to where the run has come, in epochs and parts of one", () => {
  const frame = { run: 3, lane: 1, epoch: 14, progress: 0.5, present: null };
  assert.equal(trainedSince(change, frame), 2.5);
  assert.equal(trainedSince(change, { ...frame, present: { epoch: 20, progress: 0 } }), 8);
  assert.equal(trainedSince(change, { ...frame, epoch: 3 }), 0);
});

test("frames of another run or lane, or none yet, say nothing about it", () => {
  const frame = { run: 3, lane: 1, epoch: 14, progress: 0, present: null };
  for (const other of [null, { ...frame, run: 2 }, { ...frame, lane: 2 }])
    assert.equal(trainedSince(change, other), null);
});

test("a look back has trained nothing until the run goes on from there", () => {
  const frame = { run: 3, lane: 1, epoch: 12, progress: 0, present: { epoch: 40, progress: 0 } };
  assert.equal(trainedSince({ ...change, kind: "rewind" }, frame), 0);
  assert.equal(trainedSince({ ...change, kind: "rewind" }, { ...frame, epoch: 13, present: null }), 1);
});

test("of two messages in a row one sees whether a change was made, taken back or brought back", () => {
  const other = { ...change, number: 8 },
    none = NO_CHANGES,
    done = { ...none, undo: change, undos: 1 },
    undone = { ...none, redo: change, redos: 1 };
  assert.deepEqual(newsOf(none, done), { what: "done", change });
  assert.deepEqual(newsOf(done, undone), { what: "undone", change });
  assert.deepEqual(newsOf(undone, done), { what: "redone", change });
  assert.deepEqual(newsOf(undone, { ...done, undo: other }), { what: "done", change: other });
  assert.equal(newsOf(done, { ...done, undo: { ...change, after: { noise: 1 } } }), null);
  assert.equal(newsOf({ ...done, undo: other, undos: 2 }, done), null);
  assert.equal(newsOf(done, none), null);
});

/** Words of one's own data: counts agree with their nouns, and each limit is told in its own unit. */
import assert from "node:assert/strict";
import test from "node:test";

import { DRAW, INPUTS, OWN_DATA, UPLOAD } from "../../../static/text/own_data.js";

test("counts agree with their nouns, and training is told to wait or to begin", () => {
  assert.equal(DRAW.count(0, false), "0 points: draw two or more, then press play.");
  assert.equal(DRAW.count(1, true), "1 point: training waits for two or more.");
  assert.equal(DRAW.count(1234, true), "1,234 points");
});

test("a class has its own name, else its sign among two, else its number", () => {
  assert.deepEqual(
    [DRAW.ofClass(0, 2), DRAW.ofClass(1, 2), DRAW.ofClass(2, 3)],
    ["negative class", "positive class", "class 3"],
  );
  assert.equal(DRAW.ofClass(1, 2, "cat"), "cat");
  assert.deepEqual([DRAW.kinds(0), DRAW.kinds(3)], ["values", "3 classes"]);
});

test("why a drawing begins empty is said by how many inputs there are", () => {
  assert.match(DRAW.empty(1), /one input and classes/);
  assert.match(DRAW.empty(64), /64 inputs/);
});

test("sizes are in megabytes of 1,024 times 1,024 bytes", () => {
  assert.match(UPLOAD.tooLarge(3 * 1024 ** 2, 1.5 * 1024 ** 2), /has 3 MB, but at most 1\.5 MB/);
  assert.match(UPLOAD.what(1024 ** 2), /Up to 1 MB;/);
});

test("a table's facts are counted, and what is missing is told only where something is", () => {
  const preview = { total: 1, columns: [{}, {}], delimiter: "comma", encoding: "UTF-8" };
  assert.equal(UPLOAD.facts("a.csv", preview), "a.csv: 1 row, 2 columns, separated by commas, UTF-8.");
  assert.deepEqual([UPLOAD.kind("number", 0), UPLOAD.kind("text", 1500)], ["number", "text, 1,500 missing"]);
});

test("a share is written with one digit, the certain ones too", () => {
  assert.deepEqual([0, 0.1234, 1].map(INPUTS.percent), ["0.0 %", "12.3 %", "100.0 %"]);
  assert.ok(OWN_DATA.unreachable.length > 0);
});

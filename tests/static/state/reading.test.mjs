/** A person's answers on how a file is to be read come together. */
import assert from "node:assert/strict";
import test from "node:test";

import { answered, firstLines } from "../../../static/state/reading.js";

test("an answer is added to those before, and one for the same question takes its place", () => {
  const odd = { column: 2, about: "odd" },
    way = { column: 2, about: "way" };
  let wishes = answered({ header: true }, odd, "number");
  assert.deepEqual(wishes, { header: true, columns: { 2: { odd: "number" } } });
  wishes = answered(wishes, way, ",");
  wishes = answered(wishes, odd, "leave_out");
  assert.deepEqual(wishes, { header: true, columns: { 2: { odd: "leave_out", way: "," } } });
  assert.deepEqual(answered(wishes, odd, "").columns, { 2: { way: "," } });
  assert.deepEqual(answered({}, { column: 0, about: "alike" }, "together"), { columns: { 0: { alike: "together" } } });
});

test("the first lines of a file are shown as they stand there, and cut", async () => {
  assert.deepEqual(await firstLines(new Blob(["Class 9b\r\n\r\na;b\r1;2\n"])), ["Class 9b", "", "a;b", "1;2", ""]);
  const long = await firstLines(new Blob(["x".repeat(1000), "\n".repeat(50)]));
  assert.deepEqual([long.length, long[0].length], [8, 200]);
});

/** Words below a saved picture: where it comes from. */
import assert from "node:assert/strict";
import test from "node:test";

import { NAMED, SAVING } from "../../../static/text/saving.js";

test("a picture says its data, its moment and its network", () => {
  assert.equal(
    SAVING.note("spiral", 1200, 15000, [2, 4, 1]),
    "glassbox · spiral · epoch 1,200, step 15,000 · 2–4–1 units",
  );
  assert.equal(SAVING.note("spiral", 0, 0, [2, 1]), "glassbox · spiral · epoch 0, step 0 · 2–1 units");
});

test("each format and each fault names the picture", () => {
  assert.equal(SAVING.as("Output", "SVG"), "Output as SVG");
  assert.match(SAVING.failed("Output"), /^Output could not/);
});

test("no two pictures are called alike", () => {
  const names = Object.values(NAMED).flatMap((name) => (typeof name === "string" ? [name] : Object.values(name)));
  assert.equal(new Set(names).size, names.length);
});

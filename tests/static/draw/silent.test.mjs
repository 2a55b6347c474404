/** The mark of a unit that tells nothing: a word where it fits, else a line. */
import assert from "node:assert/strict";
import test from "node:test";

import { readPalette } from "../../../static/draw/colours.js";
import { drawSilent } from "../../../static/draw/silent.js";

const PALETTE = readPalette(() => "");

function drawn(side) {
  const calls = [];
  const ctx = new Proxy(
    { measureText: (text) => ({ width: 7 * text.length }) },
    { get: (own, name) => own[name] ?? ((...given) => calls.push([name, ...given])), set: () => true },
  );
  drawSilent(ctx, "dead", 100, 50, side, PALETTE, 16);
  return calls;
}

test("a large picture has the word in its middle", () => {
  assert.deepEqual(
    drawn(60).filter(([name]) => name === "fillText"),
    [["fillText", "dead", 100, 50]],
  );
});

test("a small picture has a level line that stays inside of it", () => {
  const calls = drawn(20);
  assert.equal(calls.filter(([name]) => name === "fillText").length, 0);
  const xs = calls.filter(([name]) => name === "moveTo" || name === "lineTo").map(([, x]) => x);
  assert.ok(Math.min(...xs) > 90 && Math.max(...xs) < 110);
});

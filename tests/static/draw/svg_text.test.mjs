/** The pieces of SVG files: arcs, colours and opacities. */
import assert from "node:assert/strict";
import test from "node:test";

import { PathText, ink, parts } from "../../../static/draw/svg_text.js";

test("circles and round corners are arcs", () => {
  const path = new PathText();
  path.arc(10, 10, 5, 0, 2 * Math.PI);
  assert.equal(path.d, "M15 10A5 5 0 0 1 5 10A5 5 0 0 1 15 10");
  const half = new PathText();
  half.moveTo(0, 0);
  half.arc(0, 0, 2, Math.PI, 0);
  assert.equal(half.d, "M0 0L-2 0A2 2 0 0 1 2 0");
  const round = new PathText();
  round.roundRect(0, 0, 10, 6, [2]);
  assert.equal((round.d.match(/A2 2 0 0 1/g) ?? []).length, 4);
});

test("colours are six digits and an opacity", () => {
  assert.deepEqual(parts("rgba(1, 2, 3, 0.25)"), [1, 2, 3, 0.25]);
  assert.equal(ink("fill", "rgba(0, 0, 0, 0)"), 'fill="none"');
  assert.equal(ink("stroke", "#ff8000", 0.5), 'stroke="#ff8000" stroke-opacity="0.5"');
});

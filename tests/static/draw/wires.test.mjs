/** The lines: widths that grow and stay bounded, and the right one under the pointer. */
import assert from "node:assert/strict";
import test from "node:test";

import { arrange } from "../../../static/draw/columns.js";
import { curve, curveAt, eachWire, gap, wireAt, wireWidth } from "../../../static/draw/wires.js";

const layout = arrange(
  { width: 783, height: 580, head: 70, foot: 44, fold: 66, left: 78, right: 66, leastPitch: 68 },
  [2, 4, 2, 1],
  [],
);

test("a line's width grows with the weight and stays bounded", () => {
  const widths = [0.01, 0.1, 0.5, 1, 3, 10, 1000].map((weight) => wireWidth(weight, 8));
  for (let at = 1; at < widths.length; at++) assert.ok(widths[at] > widths[at - 1]);
  assert.ok(widths[0] > 0.5 && widths[widths.length - 1] <= 8);
  assert.equal(wireWidth(-2, 8), wireWidth(2, 8));
  assert.equal(wireWidth(0, 8), 0);
});

test("the curve goes from corner to corner and its place is found again", () => {
  assert.deepEqual(
    [curve(0), curve(1)],
    [
      [0, 0],
      [1, 1],
    ],
  );
  for (const t of [0.1, 0.5, 0.83]) assert.ok(Math.abs(curveAt(curve(t)[0]) - t) < 1e-6);
});

test("every line is hit on its own curve", () => {
  eachWire(layout, (wire, x0, y0, x1, y1) => {
    const [across, rise] = curve(0.22 + 0.1 * wire.source);
    const found = wireAt(layout, x0 + (x1 - x0) * across, y0 + (y1 - y0) * rise, 4, () => 1);
    assert.ok(found);
    const column = layout.columns[found.layer],
      before = layout.columns[found.layer - 1];
    // Where lines cross another may lie nearer, but never one that is not there.
    const again =
      y0 + (y1 - y0) * rise - (before.ys[found.source] + (column.ys[found.unit] - before.ys[found.source]) * rise);
    assert.ok(Math.abs(again) < 8);
  });
});

test("the very line is hit where it stands alone", () => {
  const [before, column] = [layout.columns[0], layout.columns[1]];
  const { from, to } = gap(layout, 1),
    [across, rise] = curve(0.8);
  const y = before.ys[0] + (column.ys[3] - before.ys[0]) * rise;
  assert.deepEqual(
    wireAt(layout, from + (to - from) * across, y, 4, () => 0.2),
    { layer: 1, unit: 3, source: 0 },
  );
});

test("nothing is hit far from lines", () => {
  assert.equal(
    wireAt(layout, (layout.columns[0].x + layout.columns[1].x) / 2, 5, 4, () => 1),
    null,
  );
  assert.equal(
    wireAt(layout, 1, 300, 4, () => 1),
    null,
  );
});

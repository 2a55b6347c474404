/** Units and their bias dots are found under the pointer. */
import assert from "node:assert/strict";
import test from "node:test";

import { arrange } from "../../../static/draw/columns.js";
import { biasAt, biasPlace, biasRadius, unitAt } from "../../../static/draw/units.js";

const layout = arrange(
  { width: 783, height: 580, head: 70, foot: 44, fold: 66, left: 78, right: 66, leastPitch: 68 },
  [2, 4, 2, 1],
  [],
);

test("units and their bias dots are found", () => {
  const column = layout.columns[1];
  assert.deepEqual(unitAt(layout, column.x + 3, column.ys[2] - 3), { layer: 1, unit: 2 });
  const [x, y] = biasPlace(column.x, column.ys[2], layout.side);
  assert.deepEqual(biasAt(layout, x + 2, y, 6), { layer: 1, unit: 2 });
  const [inputX, inputY] = biasPlace(layout.columns[0].x, layout.columns[0].ys[0], layout.side);
  assert.equal(biasAt(layout, inputX, inputY, 6), null);
  assert.ok(biasRadius(100, 48) <= 6 && biasRadius(0.01, 48) >= 2);
});

/** The network's layout: whatever its shape, all shown units fit the region and none overlap. */
import assert from "node:assert/strict";
import test from "node:test";

import { MOST_SHOWN, arrange, shows, wholeLayers, windowsOf } from "../../../static/draw/columns.js";

const space = (width, height) => ({ width, height, head: 70, foot: 44, fold: 66, left: 78, right: 66, leastPitch: 68 });

const REGIONS = [
  [783, 580],
  [1200, 900],
  [360, 420],
];

function check(layout, region) {
  for (const column of layout.columns) {
    assert.equal(column.ys.length, column.count);
    for (const y of column.ys) {
      assert.ok(y - layout.side / 2 >= region.head - 1, `unit above the region in ${JSON.stringify(column)}`);
      const below = region.height - region.foot - (column.count < column.size ? region.fold : 0);
      assert.ok(y + layout.side / 2 <= below + 1, `unit below the region in ${JSON.stringify(column)}`);
    }
    for (let row = 1; row < column.count; row++)
      assert.ok(column.ys[row] - column.ys[row - 1] >= layout.side, "units overlap");
    assert.ok(column.x - layout.side / 2 >= 0 && column.x + layout.side / 2 <= layout.width, "column outside");
  }
}

test("every shape from 0 to 8 layers and 1 to 128 units fits", () => {
  for (const [width, height] of REGIONS) {
    for (let layers = 0; layers <= 8; layers++) {
      for (const units of [1, 2, 5, 12, 13, 64, 128]) {
        const region = space(width, height);
        check(arrange(region, [7, ...Array(layers).fill(units), 3], []), region);
      }
    }
  }
});

test("columns are never nearer than asked; many layers make the content wider instead", () => {
  const layout = arrange(space(360, 420), [2, 4, 4, 4, 4, 4, 4, 4, 4, 1], []);
  assert.equal(layout.pitch, 68);
  assert.ok(layout.width > 360);
  assert.ok(arrange(space(783, 580), [2, 4, 4, 4, 4, 4, 4, 4, 4, 1], []).width === 783);
});

test("a narrow layer is not folded, a wide one shows a window", () => {
  const { columns } = arrange(space(783, 620), [2, 4, 64, 1], [0, 0, 20, 0]);
  assert.deepEqual([columns[1].count, columns[1].start], [4, 0]);
  assert.ok(columns[2].count >= 8 && columns[2].count <= MOST_SHOWN);
  assert.equal(columns[2].start, 20);
  assert.ok(shows(columns[2], 20) && !shows(columns[2], 19));
});

test("a window never runs past the layer's end", () => {
  const { columns } = arrange(space(783, 620), [2, 64, 1], [0, 999, 0]);
  assert.equal(columns[1].start + columns[1].count, 64);
  assert.deepEqual(windowsOf(arrange(space(783, 620), [2, 3, 1], [])), [
    [0, 2],
    [0, 3],
    [0, 1],
  ]);
});

test("units are large where there is room and small where there is none", () => {
  assert.ok(arrange(space(783, 580), [2, 4, 2, 1], []).side >= 48);
  assert.ok(arrange(space(783, 580), [2, ...Array(8).fill(12), 1], []).side < 40);
});

test("a few units stay in view over an open drawer, large enough to press", () => {
  const { columns, side } = arrange({ ...space(783, 252), head: 68, foot: 12 }, [2, 5, 2, 1], []);
  assert.equal(columns[1].count, 5);
  assert.ok(side >= 24);
});

test("a layer whose units all fit shows them all beside one that is folded", () => {
  const { columns } = arrange({ ...space(783, 252), head: 68, foot: 12 }, [64, 4, 2, 10], []);
  assert.deepEqual(
    columns.map(({ count }) => count),
    [3, 4, 2, 3],
  );
});

test("eight units, and eight layers of them, are whole over an open drawer of a projector's page", () => {
  const low = { width: 782, height: 262, head: 36, foot: 12, fold: 66, left: 80, right: 66, leastPitch: 68 };
  for (const sizes of [
    [2, 8, 8, 1],
    [2, ...Array(8).fill(8), 1],
  ]) {
    const layout = arrange(low, sizes, []);
    check(layout, low);
    assert.equal(wholeLayers(low, sizes), sizes.length);
    assert.equal(layout.width, low.width); // nothing to scroll to
    assert.ok(layout.target >= 24);
    for (const { ys } of layout.columns) for (const at of ys.keys()) assert.ok(!at || ys[at] - ys[at - 1] >= 24);
  }
});

test("more than fits is a window, as large as it was", () => {
  const low = { width: 782, height: 262, head: 68, foot: 12, fold: 66, left: 80, right: 66, leastPitch: 76 };
  for (const size of [16, 32, 128]) assert.equal(arrange(low, [2, size, 1], []).columns[1].count, 4);
  assert.equal(wholeLayers(low, [2, 32, 1]), 2);
});

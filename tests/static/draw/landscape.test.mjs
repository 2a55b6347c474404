/** A landscape from above: points, grid and pixels agree, and lines that leave the picture keep their way. */
import assert from "node:assert/strict";
import test from "node:test";

import { fromPixel, nearLines, toGrid, toPixel } from "../../../static/draw/landscape.js";

test("points of a box, places of its grid and pixels agree", () => {
  const box = [-2, 6, 10, 20];
  assert.deepEqual(toGrid(box, 21, [-2, 10]), [0, 0]);
  assert.deepEqual(toGrid(box, 21, [6, 15]), [20, 10]);
  assert.deepEqual(toPixel(box, 200, [-2, 20]), [0, 0]);
  assert.deepEqual(fromPixel(box, 200, toPixel(box, 200, [1, 13])), [1, 13]);
  assert.deepEqual(fromPixel(box, 200, [-50, 900]), [-2, 10]);
});

test("ways that leave the picture keep their direction, and their return is another line", () => {
  const [line] = nearLines(
    [
      [50, 50],
      [50 + 1e7, 50 + 5e6],
    ],
    100,
  );
  const [end] = line.slice(-1);
  assert.ok(Math.abs((end[1] - 50) / (end[0] - 50) - 0.5) < 1e-6 && Math.max(...end) <= 200 + 1e-6);
  assert.equal(
    nearLines(
      [
        [0, 0],
        [10, 10],
        [20, 0],
      ],
      100,
    ).length,
    1,
  );
  assert.equal(
    nearLines(
      [
        [0, 0],
        [1000, 0],
        [1000, 900],
        [10, 90],
      ],
      100,
    ).length,
    2,
  );
  assert.deepEqual(
    nearLines(
      [
        [0, 0],
        [NaN, 3],
      ],
      100,
    ),
    [],
  );
});

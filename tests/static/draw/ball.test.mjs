/** The unit ball of a p-norm: every point of it has norm one. */
import assert from "node:assert/strict";
import test from "node:test";

import { ballPath } from "../../../static/draw/ball.js";

const pointsOf = (path) =>
  path
    .slice(1, -1)
    .split("L")
    .map((text) => text.split(" ").map(Number));

test("every point of a ball has norm one, and the four corners are there", () => {
  for (const power of [0.5, 1, 2, 4]) {
    const points = pointsOf(ballPath(power, 0, 0, 1000));
    for (const [x, y] of points)
      assert.ok(
        Math.abs((Math.abs(x) / 1000) ** power + (Math.abs(y) / 1000) ** power - 1) < 0.01,
        `${power} ${x} ${y}`,
      );
    const keys = points.map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`.replaceAll("-0", "0"));
    for (const corner of ["1000 0", "0 -1000", "-1000 0", "0 1000"])
      assert.ok(keys.includes(corner), `${power} ${corner}`);
  }
});

/** How high a landscape is drawn, straight or by the logarithm, on its grid and between. */
import assert from "node:assert/strict";
import test from "node:test";

import { Heights, heightAt } from "../../../static/draw/heights.js";

const near = (one, other, within = 1e-6) => assert.ok(Math.abs(one - other) <= within, `${one} is not ${other}`);

test("heights go from 0 to 1, straight or by the logarithm, and back", () => {
  for (const logarithmic of [false, true]) {
    const heights = new Heights([3, null, 1, 5], logarithmic);
    assert.deepEqual([heights.low, heights.high], [1, 5]);
    assert.deepEqual(
      [
        heights.share(1),
        heights.share(5),
        heights.share(null),
        heights.share(NaN),
        heights.share(99),
        heights.share(-9),
      ],
      [0, 1, 1, 1, 1, 0],
    );
    for (const value of [1, 1.01, 2, 4.9, 5]) near(heights.value(heights.share(value)), value);
    assert.ok(heights.levels.every((level, at, all) => level > (all[at - 1] ?? 0) && level < 1));
  }
  near(new Heights([0, 10], false).share(2.5), 0.25);
  assert.ok(new Heights([0, 10], true).share(2.5) > 0.75);
  assert.deepEqual([...new Heights([2, 2], true).shares], [0, 0]);
});

test("the height between grid points is bilinear, and exact on them", () => {
  const shares = [0, 1, 0, 2, 3, 2, 4, 5, 4];
  for (let at = 0; at < 9; at++) near(heightAt(shares, 3, at % 3, Math.floor(at / 3)), shares[at]);
  near(heightAt(shares, 3, 0.5, 0.5), 1.5);
  near(heightAt(shares, 3, 1.5, 1.25), 3);
});

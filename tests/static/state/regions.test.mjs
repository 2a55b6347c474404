/** The way from one part of the page to the next. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { nextRegion, REGIONS } from "../../../static/state/regions.js";

test("it goes around, in both directions", () => {
  const around = (by) => {
    const way = [REGIONS[0]];
    for (let at = 1; at <= REGIONS.length; at++) way.push(nextRegion(REGIONS, way[at - 1], by));
    return way;
  };
  assert.deepEqual(around(1), [...REGIONS, REGIONS[0]]);
  assert.deepEqual(around(-1), [REGIONS[0], ...[...REGIONS].reverse()]);
});

test("what is not on show is passed over", () => {
  assert.equal(nextRegion(["topbar", "network", "output"], "network", 1), "output");
  assert.equal(nextRegion(["topbar", "network", "output"], "topbar", -1), "output");
});

test("from nowhere it begins at the first, or backwards at the last", () => {
  assert.equal(nextRegion(REGIONS, null, 1), "topbar");
  assert.equal(nextRegion(REGIONS, null, -1), "timeline");
  assert.equal(nextRegion([], null, 1), null);
});

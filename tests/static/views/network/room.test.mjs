/** How much room columns have, on a desk, under a finger, over an open drawer. */
import assert from "node:assert/strict";
import test from "node:test";

import { arrange } from "../../../../static/draw/columns.js";
import { hasFoot, isCompact, isSlim, pictureSize, spaceOf } from "../../../../static/views/network/room.js";

test("narrow columns and fingers get one button instead of a row", () => {
  const at = { width: 800, height: 600, columns: 4, allowed: true, coarse: false, rem: 16 };
  assert.equal(isCompact(at), false);
  assert.equal(isCompact({ ...at, columns: 8 }), true);
  assert.equal(isCompact({ ...at, coarse: true }), true);
  const beside = { ...at, width: 540 }; // of a lesson or a desk
  assert.equal(isCompact(beside), false);
  assert.equal(isCompact({ ...beside, longNames: true, longClasses: true }), true); // − 4 units + is 7.75 rem wide
  assert.ok(spaceOf({ ...at, allowed: false }).head < spaceOf(at).head);
  assert.equal(spaceOf({ ...at, marked: true }).head, spaceOf(at).head + 16);
  assert.ok(spaceOf({ ...at, longClasses: true }).right > spaceOf(at).right);
  assert.equal(spaceOf({ ...at, rem: 20 }).head, spaceOf(at).head * 1.25);
});

test("over an open drawer the room below the columns goes to the units", () => {
  const at = { width: 800, height: 600, columns: 4, allowed: true, coarse: false, rem: 16 },
    low = { ...at, height: 240 };
  assert.ok(hasFoot(at) && !hasFoot(low));
  assert.ok(spaceOf(low).foot < spaceOf(at).foot);
  assert.equal(spaceOf(low).head, spaceOf(at).head);
});

test("headings are low where more layers are whole by that, and only there", () => {
  const at = { width: 782, height: 262, columns: 4, allowed: true, coarse: false, rem: 16 };
  assert.equal(isSlim(at, [2, 4, 2, 1]), false); // whole anyhow
  assert.equal(isSlim(at, [2, 8, 8, 1]), true);
  assert.equal(isSlim(at, [2, 32, 2, 1]), false); // folded anyhow
  assert.equal(isSlim({ ...at, allowed: false }, [2, 8, 8, 1]), false); // nothing to press in them
  assert.equal(isSlim({ ...at, coarse: true }, [2, 8, 8, 1]), false); // a finger needs its target
  assert.equal(isSlim({ ...at, height: 560 }, [2, 12, 12, 1]), false);
  assert.equal(isSlim({ ...at, height: 236 }, [2, 8, 8, 1]), true); // which the goal's line above them leaves
});

test("a phone has columns so near that all layers are in view, with headings that a finger can press", () => {
  const at = { width: 390, height: 430, columns: 10, allowed: true, coarse: true, rem: 16, largest: 8 };
  const sizes = [2, 8, 8, 8, 8, 8, 8, 8, 8, 1],
    countsOf = ({ columns }) => columns.map(({ count }) => count);
  const shown = arrange(spaceOf(at), sizes, []);
  assert.equal(shown.width, 390);
  assert.deepEqual(countsOf(shown), sizes);
  assert.ok(shown.staggered && 2 * shown.pitch >= 44); // in two rows they are twice as far from each other
  const small = arrange(spaceOf({ ...at, width: 360, height: 262 }), sizes, []);
  assert.ok(small.width === 360 && !small.staggered); // the height is needed for the units
  assert.deepEqual(countsOf(small), sizes);
  assert.ok(spaceOf({ ...at, largest: 100 }).leastPitch > 60); // a folded layer needs its buttons
  assert.ok(spaceOf({ ...at, columns: 4 }).leastPitch > 60);
  assert.ok(spaceOf({ ...at, coarse: false }).leastPitch > 60);
});

test("large pictures are asked for in more detail, within what the server draws", () => {
  const sizes = [18, 40, 60, 96].map(pictureSize);
  assert.deepEqual(
    sizes,
    [...sizes].sort((one, other) => one - other),
  );
  assert.ok(sizes[0] >= 8 && sizes[3] <= 48);
});

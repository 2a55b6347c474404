/** A landscape from the side: projection, the order of painting, light, axes, and dashes of tracks. */
import assert from "node:assert/strict";
import test from "node:test";

import { heightAt } from "../../../static/draw/heights.js";
import {
  MOST_TILT,
  alongThem,
  axisPlaces,
  brightness,
  clipped,
  distance,
  onGround,
  painterOrder,
  pieces,
  projector,
} from "../../../static/draw/relief.js";

const near = (one, other, within = 1e-6) => assert.ok(Math.abs(one - other) <= within, `${one} is not ${other}`);

const TURNS = [-3, -2.2, -0.55, 0, 0.4, 1.2, 2.9, 7];

test("seen straight from above nothing is distorted; from the side heights rise and the far is hidden", () => {
  const plan = projector({ turn: 0, tilt: MOST_TILT });
  for (const [x, y] of [
    [0, 0],
    [1, -1],
    [0.3, 0.8],
  ])
    plan(x, y, 0.9).forEach((each, at) => near(each, [x, y][at]));
  const front = projector({ turn: 0, tilt: 0.5 });
  assert.ok(front(0, 0, 1)[1] > front(0, 0, 0)[1] && front(0, 1, 0)[1] > front(0, -1, 0)[1]);
  near(projector({ turn: Math.PI / 2, tilt: 0.5 })(0, 1, 0)[0], -1);
});

test("a turn keeps lengths on the ground as they are", () => {
  for (const turn of TURNS) {
    const [right, up] = projector({ turn, tilt: MOST_TILT })(0.6, -0.8, 0.5);
    near(Math.hypot(right, up), 1);
  }
});

test("painter's order: every cell once, and never one that hides another before it", () => {
  const size = 6,
    cells = size - 1;
  for (const turn of TURNS) {
    const order = [...painterOrder(size, { turn, tilt: 0.5 })],
      place = new Map(order.map((cell, at) => [cell, at]));
    assert.deepEqual(
      [...order].sort((one, other) => one - other),
      Array.from({ length: cells * cells }, (_, at) => at),
    );
    for (const cell of order) {
      for (const step of cell % cells < cells - 1 ? [1, cells] : [cells]) {
        const other = cell + step;
        if (other >= cells * cells) continue;
        const far = (each) => distance({ turn, tilt: 0.5 }, each % cells, Math.floor(each / cells));
        if (Math.abs(far(cell) - far(other)) < 1e-9) continue;
        const [farther, nearer] = far(cell) > far(other) ? [cell, other] : [other, cell];
        assert.ok(place.get(farther) < place.get(nearer), `turn ${turn}: ${farther} before ${nearer}`);
      }
    }
  }
});

test("what is painted later is what a ray meets first", () => {
  const size = 5,
    cells = size - 1,
    tilt = 0.4;
  const shares = Float32Array.from({ length: size * size }, (_, at) => ((at * 7919) % 97) / 97);
  for (const turn of TURNS) {
    const project = projector({ turn, tilt }),
      place = new Map([...painterOrder(size, { turn, tilt })].map((cell, at) => [cell, at]));
    const seen = [];
    for (let column = 0.25; column < cells; column += 0.5) {
      for (let row = 0.25; row < cells; row += 0.5) {
        const away =
          distance({ turn, tilt }, (2 * column) / cells - 1, (2 * row) / cells - 1) * Math.cos(tilt) -
          0.9 * (heightAt(shares, size, column, row) - 0.5) * Math.sin(tilt);
        seen.push({
          cell: Math.floor(row) * cells + Math.floor(column),
          away,
          at: onGround({ size, shares }, project, [column, row]),
        });
      }
    }
    for (const one of seen) {
      for (const other of seen) {
        const same = Math.hypot(one.at[0] - other.at[0], one.at[1] - other.at[1]) < 0.02;
        if (same && one.cell !== other.cell && one.away > other.away + 0.3)
          assert.ok(place.get(one.cell) < place.get(other.cell));
      }
    }
  }
});

test("tracks are cut at the picture's edge and into pieces over single cells", () => {
  assert.deepEqual(clipped([-1, 2], [5, 2], 4), [
    [0, 2],
    [4, 2],
  ]);
  assert.deepEqual(clipped([1, 1], [2, 3], 4), [
    [1, 1],
    [2, 3],
  ]);
  assert.equal(clipped([-1, 2], [-3, 2], 4), null);
  assert.equal(clipped([-1, 4.5], [4.5, 5], 4), null);
  assert.equal(clipped([1, 1], [Infinity, 1], 4), null);
  assert.deepEqual(clipped([2, 2], [2, 2], 4), [
    [2, 2],
    [2, 2],
  ]);
  const found = pieces(
    [
      [0.2, 0.2],
      [3.7, 2.9],
      [9, 2.9],
    ],
    5,
  );
  for (const { cell, from, to } of found) {
    assert.ok(Math.hypot(to[0] - from[0], to[1] - from[1]) <= 0.5 + 1e-9);
    assert.equal(cell, Math.floor((from[1] + to[1]) / 2) * 4 + Math.floor((from[0] + to[0]) / 2));
  }
  assert.deepEqual(
    [found[0].from, found.at(-1).to],
    [
      [0.2, 0.2],
      [4, 2.9],
    ],
  );
  assert.deepEqual([...new Set(found.map(({ index }) => index))], [0, 1]);
});

test("slopes that look away from the light are darker, and axes stand beside the near sides", () => {
  const rising = { size: 2, shares: [0, 1, 0, 1] },
    falling = { size: 2, shares: [1, 0, 1, 0] };
  assert.ok(brightness(rising, 0, 0) > brightness(falling, 0, 0) && brightness(falling, 0, 0) > 0.5);
  for (const turn of TURNS) {
    for (const axis of [0, 1]) assert.ok(axisPlaces({ turn, tilt: 0.6 }, axis, 100, 10).middle[1] > 0, `turn ${turn}`);
  }
});

test("dashes in 3-D go on where the piece before ended, as it is seen", () => {
  const track = alongThem(
    pieces(
      [
        [0, 0],
        [3, 4],
        [3, 6],
      ],
      11,
    ),
    ([x, y]) => [10 * x, 10 * y],
  );
  assert.ok(track.length > 8);
  track.slice(1).forEach(({ along, from }, at) => {
    const before = track[at];
    assert.ok(
      Math.abs(along - before.along - 10 * Math.hypot(from[0] - before.from[0], from[1] - before.from[1])) < 1e-9,
    );
  });
  assert.ok(Math.abs(track.at(-1).along - 70) < 10);
});

/** Lines of equal value over a map, without the map's own edge. */
import assert from "node:assert/strict";
import test from "node:test";

import { contoursOf, linesOf } from "../../../static/draw/contours.js";

test("outlines lose the stretches along the map's edge", () => {
  const ring = [
    [0, 3],
    [5, 3],
    [10, 3],
    [10, 10],
    [0, 10],
    [0, 3],
  ];
  assert.deepEqual(linesOf({ coordinates: [[ring]] }, 10), [
    [
      [0, 3],
      [5, 3],
      [10, 3],
    ],
  ]);
  const inside = [
    [3, 3],
    [6, 3],
    [6, 6],
    [3, 3],
  ];
  assert.deepEqual(linesOf({ coordinates: [[inside]] }, 10), [inside]);
});

test("the boundary is asked for at zero, more levels only where wanted", () => {
  const asked = [];
  const march = (values, size, level) => (asked.push(level), { coordinates: [] });
  const picture = { kind: "signed", size: 2, pixels: new Uint8Array(4), classes: null };
  assert.equal(contoursOf(picture, false, 0, march).length, 1);
  assert.deepEqual(asked, [128]);
  assert.ok(contoursOf(picture, true, 0, march).length > 4);
  const classes = {
    kind: "classes",
    size: 2,
    pixels: Uint8Array.of(200, 200, 200, 200),
    classes: Uint8Array.of(0, 1, 2, 0),
  };
  assert.equal(contoursOf(classes, false, 3, march).length, 3);
});

/** Arrow keys: the same across, and up is up on the screen as on a plane whose numbers grow upwards. */
import assert from "node:assert/strict";
import test from "node:test";

import { ON_PLANE, ON_SCREEN } from "../../../static/state/arrows.js";

test("left and right are alike, up and down are opposite", () => {
  for (const key of ["ArrowLeft", "ArrowRight"]) assert.deepEqual(ON_PLANE[key], ON_SCREEN[key]);
  assert.deepEqual(
    [ON_SCREEN.ArrowRight, ON_SCREEN.ArrowUp, ON_PLANE.ArrowUp],
    [
      [1, 0],
      [0, -1],
      [0, 1],
    ],
  ); // rows, numbers
  for (const key of ["ArrowUp", "ArrowDown"]) assert.equal(ON_PLANE[key][1], -ON_SCREEN[key][1]);
});

test("no other key leads anywhere", () => {
  assert.deepEqual([ON_PLANE.Enter, ON_SCREEN.a], [undefined, undefined]);
});

/** A guess is drawn by strokes and by keys. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { drawByKey, drawByPointer } from "../../../static/state/guess_pen.js";

const EMPTY = [null, null, null];

/** What is asked of an event. */
function asked() {
  const said = [];
  return { said, preventDefault: () => said.push("prevent"), stopPropagation: () => said.push("stop") };
}

test("a stroke draws from the press to where it is let go, and no farther", () => {
  const pad = new EventTarget(),
    drawn = [];
  pad.setPointerCapture = () => undefined;
  const moved = (at, height) => Object.assign(new Event("pointermove"), { at, height });
  const press = { ...asked(), currentTarget: pad, button: 0, pointerId: 1, at: 0, height: 0.2 };
  drawByPointer(press, EMPTY, ({ at, height }) => [at, height], (shape) => drawn.push(shape));
  pad.dispatchEvent(moved(2, 0.8));
  pad.dispatchEvent(new Event("pointerup"));
  pad.dispatchEvent(moved(0, 1));
  assert.deepEqual(drawn, [
    [0.2, null, null],
    [0.2, 0.5, 0.8],
  ]);
  assert.deepEqual(press.said, ["prevent"]);
});

test("another button than the first draws nothing", () => {
  const press = { ...asked(), currentTarget: {}, button: 2 };
  drawByPointer(press, EMPTY, assert.fail, assert.fail);
  assert.deepEqual(press.said, []);
});

test("keys move a point, take it away, and go to the next", () => {
  const drawn = [],
    change = (shape) => drawn.push(shape);
  let focused = "";
  const parentElement = { querySelector: (selector) => ({ focus: () => (focused = selector) }) };
  const press = (key) => {
    const event = { ...asked(), key, currentTarget: { parentElement } };
    drawByKey(event, [0.5, 0.5], 0, change);
    return event.said;
  };
  for (const key of ["ArrowUp", "Delete", "ArrowRight"]) assert.deepEqual(press(key), ["prevent", "stop"]);
  assert.deepEqual(press("x"), []);
  assert.deepEqual(drawn, [
    [0.55, 0.5],
    [null, 0.5],
  ]);
  assert.equal(focused, '[data-at="1"]');
});

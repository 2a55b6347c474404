/** What of many moves is one gesture, which is taken back as one. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { Gestures } from "../../../static/state/gestures.js";

function gestures() {
  const clock = { now: 5000 },
    made = new Gestures(() => clock.now);
  const after = (milliseconds, what, steadily = true) => ((clock.now += milliseconds), made.of([what], steadily));
  return { made, after };
}

test("Quick moves of one number are one gesture, and a rest ends it", () => {
  const { after } = gestures(),
    first = after(0, "noise");
  assert.equal(after(900, "noise"), first);
  assert.equal(after(900, "noise"), first);
  assert.notEqual(after(1001, "noise"), first);
});

test("While a slider is held, it is one gesture however long one rests", () => {
  const { made, after } = gestures();
  made.hold();
  const first = after(0, "noise");
  assert.equal(after(60_000, "noise"), first);
  made.release();
  made.hold();
  assert.notEqual(after(2000, "noise"), first);
});

test("Moves of something else are another gesture, and so is what comes back to the first", () => {
  const { after } = gestures(),
    numbers = [after(0, "noise"), after(10, "gain"), after(10, "noise")];
  assert.equal(new Set(numbers).size, 3);
});

test("What is no number is one gesture only while it is held: two quick clicks are two", () => {
  const { made, after } = gestures();
  made.hold();
  const first = after(0, "features", false);
  assert.equal(after(10, "features", false), first);
  made.release();
  assert.equal(after(900, "features", false), first, "what the server was asked for meanwhile");
  assert.notEqual(after(1001, "features", false), first);
  made.hold();
  const second = after(10, "features", false);
  made.release();
  made.hold();
  assert.notEqual(after(10, "features", false), second);
});

test("A page that is loaded later gives other numbers", () => {
  assert.notEqual(new Gestures(() => 1000).of(["noise"], true), new Gestures(() => 9000).of(["noise"], true));
});

test("A gesture's first move may have moved more than those that follow, but not less", () => {
  const { made } = gestures();
  made.hold();
  const first = made.of(["dataset", "noise"], false);
  assert.equal(made.of(["dataset"], false), first);
  assert.notEqual(made.of(["dataset", "gain"], false), first);
});

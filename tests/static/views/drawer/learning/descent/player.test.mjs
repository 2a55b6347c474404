/** A race is shown whole at first, then plays, pauses and steps. */
import assert from "node:assert/strict";
import test from "node:test";

import { Player, paceOf } from "../../../../../../static/views/drawer/learning/descent/player.js";

/** A player whose frames the test draws. */
function played(steps, wantsNoMotion = false) {
  const frames = [];
  const player = new Player(
    (act) => frames.push(act),
    () => wantsNoMotion,
  );
  player.load(steps);
  return { player, frame: (milliseconds) => frames.shift()?.(milliseconds), frames };
}

test("a race is shown whole at first, and plays from its beginning to its end", () => {
  const { player, frame, frames } = played(300);
  assert.equal(player.at.value, 300);
  player.play();
  assert.deepEqual([player.at.value, player.playing.value], [0, true]);
  frame(1000);
  frame(2000);
  assert.equal(player.at.value, Math.floor(paceOf(300)));
  for (let now = 3000; frames.length; now += 1000) frame(now);
  assert.deepEqual([player.at.value, player.playing.value], [300, false]);
});

test("it pauses, steps and goes where it is told", () => {
  const { player, frame } = played(100);
  player.play();
  frame(0);
  frame(1000);
  player.pause();
  const at = player.at.value;
  frame(2000);
  assert.equal(player.at.value, at);
  player.step(1);
  assert.equal(player.at.value, at + 1);
  player.goTo(-5);
  assert.equal(player.at.value, 0);
  player.goTo(1e9);
  player.step(1);
  assert.equal(player.at.value, 100);
});

test("who wants no motion sees the end at once, and can still step", () => {
  const { player, frames } = played(100, true);
  player.goTo(3);
  player.play();
  assert.deepEqual([player.at.value, player.playing.value, frames.length], [100, false, 0]);
  player.step(-1);
  assert.equal(player.at.value, 99);
});

test("another race keeps the step, unless the end was on show or it is shorter", () => {
  const { player } = played(100);
  player.load(300);
  assert.equal(player.at.value, 300);
  player.goTo(120);
  player.load(1000);
  assert.equal(player.at.value, 120);
  player.load(50);
  assert.equal(player.at.value, 50);
});

test("races last some seconds, however many their steps", () => {
  for (const steps of [1, 50, 100, 300, 1000, 5000])
    assert.ok(steps / paceOf(steps) >= 4 && steps / paceOf(steps) <= 12);
});

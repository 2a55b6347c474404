/** Races on the page: the player of steps, asking for the newest only, ways that leave the picture, starts. */
import assert from "node:assert/strict";
import test from "node:test";

import { nearLines } from "../../static/draw/landscape.js";
import { RACE } from "../../static/text/descent.js";
import { newestAnswer } from "../../static/state/newest.js";
import { paceOf, Player } from "../../static/views/drawer/learning/descent/player.js";
import { spread } from "../../static/views/drawer/learning/descent/places.js";

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

test("of questions that come meanwhile only the newest is asked", async () => {
  const asked = [],
    shown = [],
    failed = [];
  let answer = () => {};
  const latest = newestAnswer(
    (wish) => (
      asked.push(wish),
      new Promise((resolve, reject) => (answer = wish < 0 ? () => reject(wish) : () => resolve(wish)))
    ),
    (each) => shown.push(each),
    (each) => failed.push(each),
  );
  const settle = async () => (answer(), await new Promise((resolve) => setImmediate(resolve)));
  for (const wish of [1, 2, 3]) latest.want(wish);
  await settle();
  await settle();
  latest.want(-4);
  await settle();
  latest.want(5);
  await settle();
  assert.deepEqual([asked, shown, failed], [[1, 3, -4, 5], [1, 3, 5], [-4]]);
});

test("ways that leave the picture keep their direction, and their return is another line", () => {
  const [line] = nearLines(
    [
      [50, 50],
      [50 + 1e7, 50 + 5e6],
    ],
    100,
  );
  const [end] = line.slice(-1);
  assert.ok(Math.abs((end[1] - 50) / (end[0] - 50) - 0.5) < 1e-6 && Math.max(...end) <= 200 + 1e-6);
  assert.equal(
    nearLines(
      [
        [0, 0],
        [10, 10],
        [20, 0],
      ],
      100,
    ).length,
    1,
  );
  assert.equal(
    nearLines(
      [
        [0, 0],
        [1000, 0],
        [1000, 900],
        [10, 90],
      ],
      100,
    ).length,
    2,
  );
  assert.deepEqual(
    nearLines(
      [
        [0, 0],
        [NaN, 3],
      ],
      100,
    ),
    [],
  );
});

test("own starts lie around the common one and inside the picture", () => {
  const starts = spread([3.9, -3.9], ["sgd", "adam", "momentum"], [-4, 4, -4, 4]);
  assert.deepEqual(Object.keys(starts), ["sgd", "adam", "momentum"]);
  for (const [x, y] of Object.values(starts))
    assert.ok(Math.abs(x) <= 4 && Math.abs(y) <= 4 && Math.hypot(x - 3.9, y + 3.9) <= 0.49);
  assert.equal(new Set(Object.values(starts).map(String)).size, 3);
});

test("what is told of a racer is true of the step on show", () => {
  const fate = { left: 7, arrived: null, explodes: true };
  assert.deepEqual(
    [0, 3, 7, 90].map((at) => RACE.fate(fate, at)),
    ["at the start", "on its way", "left the picture at step 7: diverges", "left the picture at step 7: diverges"],
  );
  assert.equal(RACE.fate({ left: 7, arrived: null, explodes: false }, 8), "outside the picture since step 7");
  assert.equal(RACE.fate({ left: null, arrived: 40, explodes: false }, 40), "at a minimum since step 40");
});

test("the rule of the quadratic tells both sides and the edge", () => {
  assert.match(RACE.quadratic(20, 0.099), /−0.98: it shrinks/);
  assert.match(RACE.quadratic(20, 0.101), /−1.02: it grows/);
  assert.match(RACE.quadratic(20, 0.05), /= 0: that distance is gone in one step/);
  assert.match(RACE.quadratic(20, 0.1), /−1: along it, gradient descent jumps to and fro/);
});

/** A browser finds its seat in each room again, and only there. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { leaveSeat, seatIn, takeSeat } from "../../../../static/state/classroom/seats.js";

function browser(text) {
  const kept = new Map(text === undefined ? [] : [["glassbox-class", text]]);
  return () => ({ getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value) });
}

test("each room has its own", () => {
  const open = browser();
  takeSeat(open, "k7px", "one");
  takeSeat(open, "hdcm", "two");
  leaveSeat(open, "hdcm");
  assert.deepEqual(["k7px", "hdcm"].map((code) => seatIn(open, code)), ["one", null]);
});

test("the oldest of many are forgotten", () => {
  const open = browser();
  for (let at = 0; at < 21; at++) takeSeat(open, `r${at}`, `token ${at}`);
  assert.deepEqual([seatIn(open, "r0"), seatIn(open, "r1"), seatIn(open, "r20")], [null, "token 1", "token 20"]);
});

test("what is no seat is none, and a browser that keeps nothing is none either", () => {
  for (const text of ["{", "null", "[]", '{"k7px": 3}']) assert.equal(seatIn(browser(text), "k7px"), null);
  const closed = () => {
    throw new Error("forbidden");
  };
  takeSeat(closed, "k7px", "one");
  assert.equal(seatIn(closed, "k7px"), null);
});

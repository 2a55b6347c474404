/** The addresses of a room: one that leads others to their own machine only where there is no other. */
import assert from "node:assert/strict";
import test from "node:test";

import { isOnlyHere, joinAddresses, onBoard } from "../../../../static/state/classroom/join.js";

const [HERE, LAN, OTHER] = ["127.0.0.1:8000", "192.168.0.7:8000", "10.0.0.7:8000"].map(
  (host) => `http:${"//"}${host}/`,
);

test("on this machine those that the server knows of; elsewhere this page's own first", () => {
  assert.deepEqual(joinAddresses(HERE, [LAN, OTHER], "k7px"), [`${LAN}k7px`, `${OTHER}k7px`]);
  assert.deepEqual(joinAddresses(OTHER, [LAN, OTHER], "k7px"), [`${OTHER}k7px`, `${LAN}k7px`]);
});

test("one that leads others to their own machine only where there is no other", () => {
  const [only] = joinAddresses(HERE, [], "k7px");
  assert.equal(only, `${HERE}k7px`);
  assert.deepEqual(["", only, `${LAN}k7px`].map(isOnlyHere), [false, true, false]);
});

test("a path that a proxy puts before stays, with a slash or without", () => {
  assert.deepEqual(joinAddresses(HERE, [`${LAN}glassbox`], "k7px"), [`${LAN}glassbox/k7px`]);
});

test("on the board stands what has to be typed", () => {
  assert.equal(onBoard(`${LAN}k7px`), "192.168.0.7:8000/k7px");
  assert.equal(onBoard("https:" + "//play.example.org/k7px"), "https:" + "//play.example.org/k7px");
});

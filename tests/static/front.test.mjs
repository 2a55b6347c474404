/** A page finds the way to the server that has its room, and takes along which network it shows. */
import assert from "node:assert/strict";
import test from "node:test";

import { goToFront } from "../../static/front.js";

const at = (address) => {
  const { pathname, search, hash } = new URL(address, "http://host.example"),
    kept = new Map([["glassbox-session", JSON.stringify({ session: "s1", folder: "/school/1/", query: "?x=1" })]]),
    went = [];
  const page = {
    location: { pathname, search, hash, replace: (to) => went.push(to) },
    sessionStorage: { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text) },
  };
  return { page, went, folder: () => JSON.parse(kept.get("glassbox-session")).folder };
};

test("the same page at another front, with all that its address says, and with its network", () => {
  const { page, went, folder } = at("/school/1/k7px?lang=de#k7px.secret");
  goToFront(2, page);
  assert.deepEqual(went, ["/school/2/k7px?lang=de#k7px.secret"]);
  assert.equal(folder(), "/school/2/");
});

test("a front of two digits; a code of digits alone is none", () => {
  const { page, went, folder } = at("/12/2346");
  goToFront(3, page);
  assert.deepEqual(went, ["/3/2346"]);
  assert.equal(folder(), "/school/1/"); // of another site
});

test("it stays where it is at the same front, at an unknown one, and where paths say nothing of fronts", () => {
  for (const [address, front] of [
    ["/1/k7px", 1],
    ["/1/k7px", 0],
    ["/k7px", 2],
    ["/glassbox/2346", 2],
  ]) {
    const { page, went } = at(address);
    goToFront(front, page);
    assert.deepEqual(went, []);
  }
});

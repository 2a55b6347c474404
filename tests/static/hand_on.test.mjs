/** What is handed on: a link that others can open, and its code as soon as there is what makes one. */
import assert from "node:assert/strict";
import test from "node:test";

import { signal } from "@preact/signals-core";

import { createHandOn } from "../../static/hand_on.js";

const HERE = "http://127.0.0.1:8000/";
const codes = { qrOf: (text) => ({ side: text.length, path: text }) };
const settled = () => new Promise((done) => setTimeout(done));

test("on this machine the server says how others reach it, and a code comes with what makes it", async () => {
  const asked = [],
    read = async (what) => (asked.push(what), { address: "http://192.0.2.7:8000" });
  const handOn = createHandOn(HERE, read, async () => codes, signal);
  assert.equal(handOn.link("?seed=7"), `${HERE}?seed=7`);
  assert.equal(handOn.code(HERE), null);
  handOn.findOut();
  await settled();
  assert.equal(handOn.link("?seed=7"), "http://192.0.2.7:8000/?seed=7");
  assert.deepEqual(handOn.code("abc"), { side: 3, path: "abc" });
  handOn.findOut();
  assert.deepEqual(asked, ["reach"]);
});

test("elsewhere nobody is asked", async () => {
  const read = () => assert.fail("asked");
  const handOn = createHandOn("https://play.example/nn/", read, async () => codes, signal);
  handOn.findOut();
  await settled();
  assert.equal(handOn.link(""), "https://play.example/nn/");
  assert.ok(!handOn.opensHereOnly(handOn.link("")) && handOn.opensHereOnly(HERE));
});

test("without a server, or with a link too long for one, there is a link and no code", async () => {
  const fail = () => Promise.reject(new Error("gone"));
  const handOn = createHandOn(HERE, fail, fail, signal);
  handOn.findOut();
  await settled();
  assert.deepEqual([handOn.link(""), handOn.code(HERE)], [HERE, null]);
  const refusing = { qrOf: () => assert.fail("too long") };
  const other = createHandOn(HERE, async () => ({ address: null }), async () => refusing, signal);
  other.findOut();
  await settled();
  assert.deepEqual([other.link(""), other.code(HERE)], [HERE, null]);
});

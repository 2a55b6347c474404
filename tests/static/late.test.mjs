/** Parts are loaded when first wanted, and never from a server that has a newer page. */
import assert from "node:assert/strict";
import test from "node:test";

import { createLate } from "../../static/late.js";
import { newStore } from "./samples/store.mjs";

const WORDS = { outdated: "a newer page", notLoaded: "not loaded" };
const gone = () => Promise.reject(new TypeError("404"));
const page = (build) => async () => new Response(`<meta name="glassbox-build" content="${build}">`);

test("a part is what its file exports", async () => {
  const late = createLate(newStore(), "1", WORDS, gone);
  assert.equal(await late(async () => "part"), "part");
});

test("a file that is gone because the page is of an older build says so, for the whole page", async () => {
  const store = newStore();
  await assert.rejects(createLate(store, "1", WORDS, page("2"))(gone), { message: "a newer page" });
  assert.equal(store.outdated.value, true);
});

test("a line that is down is no newer page, and asking again may help", async () => {
  const store = newStore();
  await assert.rejects(createLate(store, "1", WORDS, page("1"))(gone), { message: "not loaded" });
  await assert.rejects(createLate(store, "1", WORDS, gone)(gone), { message: "not loaded" });
  assert.equal(store.outdated.value, false);
});

test("nothing is loaded beside an older page, nor from a server that nobody has met yet", async () => {
  const store = newStore(),
    late = createLate(store, "1", WORDS, gone),
    never = () => assert.fail("was loaded");
  store.connection.value = "lost";
  await assert.rejects(late(never), { message: "not loaded" });
  store.connection.value = "open";
  store.outdated.value = true;
  await assert.rejects(late(never), { message: "a newer page" });
});

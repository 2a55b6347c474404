/** What the page says where no live connection comes about. */
import assert from "node:assert/strict";
import test from "node:test";

import { whyRefused } from "../../static/refused.js";

const WORDS = {
  hangs: "hangs",
  notPassedOn: "not passed on",
  answered: (status, said) => `${status}: ${said}`,
};
const answers = (body, options) => () => Promise.resolve(new Response(body, options));
const why = (fetch) => whyRefused("/ws", fetch, WORDS);

test("a server that answers there has the upgrade kept from it on the way", async () => {
  assert.equal(await why(answers("", { status: 404 })), "not passed on");
  assert.equal(await why(answers("<html>", { status: 200 })), "not passed on");
});

test("a refusal is told with the server's own words, and with no page of a proxy's", async () => {
  const plain = { "content-type": "text/plain; charset=utf-8" };
  assert.equal(await why(answers("Not from there.", { status: 403, headers: plain })), "403: Not from there.");
  const html = { "content-type": "text/html" };
  assert.equal(await why(answers("<html>…", { status: 502, headers: html })), "502: ");
  assert.equal((await why(answers(`${"x".repeat(9999)}.`, { status: 503, headers: plain }))).length, 305);
});

test("where nobody answers there is nothing to explain, and one that hangs is told apart", async () => {
  assert.equal(await why(() => Promise.reject(new TypeError("failed"))), "");
  assert.equal(await why(() => Promise.reject(new DOMException("", "TimeoutError"))), "hangs");
});

test("it asks as a WebSocket would: saying where the page is from, and of no cache", async () => {
  const asked = [];
  await whyRefused("/below/ws", (...request) => (asked.push(request), Promise.reject(new TypeError())), WORDS);
  assert.deepEqual([asked[0][0], asked[0][1].method, asked[0][1].cache], ["/below/ws", "POST", "no-store"]);
});

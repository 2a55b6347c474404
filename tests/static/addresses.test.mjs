/** The server's addresses: names from outside are escaped, and the socket follows the page's own scheme. */
import assert from "node:assert/strict";
import test from "node:test";

import { ASKED, ofEverybody, ofSession, OWN, READ, socketOf } from "../../static/addresses.js";

test("the socket is as safe as the page, on the same host", () => {
  assert.equal(socketOf({ protocol: "http:", host: "localhost:8000" }), "ws:" + "//localhost:8000/ws");
  assert.equal(socketOf({ protocol: "https:", host: "localhost" }), "wss:" + "//localhost/ws");
});

test("names cannot lead elsewhere", () => {
  assert.equal(ofSession("a/../b", "measures"), "/api/sessions/a%2F..%2Fb/measures");
  assert.equal(ofEverybody(READ.explanation("x?y")), "/api/explanations/x%3Fy");
  assert.equal(READ.lesson("gates"), "explanations/lesson_gates");
  assert.equal(ASKED.shared("a/b"), "shared/a%2Fb");
  assert.equal(ASKED.labBookRow("k#1", "open"), "lab-book/k%231/open");
  assert.equal(OWN.table("t 1"), "/api/own/tables/t%201");
});

test("whether a table has a header is said only where somebody knows", () => {
  assert.deepEqual(
    [null, true, false].map(OWN.tables),
    ["", "?header=true", "?header=false"].map((end) => `/api/own/tables${end}`),
  );
  assert.equal(ASKED.labBook("seed", true, 50), "lab-book?by=seed&descending=true&offset=50");
});

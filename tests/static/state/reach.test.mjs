/** The address that is handed on leads others here, where that can be. */
import assert from "node:assert/strict";
import test from "node:test";

import { addressFor, isOfThisMachine } from "../../../static/state/reach.js";

test("addresses that lead to one's own machine are known", () => {
  for (const host of ["localhost:8000", "127.0.0.1", "127.1.2.3:80", "[::1]:8000", "a.localhost"])
    assert.ok(isOfThisMachine(`http://${host}/`), host);
  for (const host of ["192.0.2.7:8000", "play.example", "127.example", "localhost.example", "[2001:db8::1]"])
    assert.ok(!isOfThisMachine(`http://${host}/`), host);
});

test("on this machine the server's address on its network is handed on, elsewhere the one that was opened", () => {
  assert.equal(addressFor("http://127.0.0.1:8000/", "http://192.0.2.7:8000"), "http://192.0.2.7:8000/");
  assert.equal(addressFor("http://localhost:8000/nn/", "http://192.0.2.7:8000/nn/"), "http://192.0.2.7:8000/nn/");
  assert.equal(addressFor("http://127.0.0.1:8000/", null), "http://127.0.0.1:8000/");
  assert.equal(addressFor("https://play.example/nn/", "http://192.0.2.7:8000"), "https://play.example/nn/");
});

/** Code and secret out of an address's fragment. */
import assert from "node:assert/strict";
import test from "node:test";

import { lookIn, secretIn } from "../../../../static/state/classroom/fragment.js";

test("both parts, the code as the server writes it", () => {
  const secret = "abcDEF-_0123456789abcd";
  assert.deepEqual(secretIn(`#K7PX.${secret}`), { code: "k7px", secret });
});

test("anything else brings none", () => {
  for (const hash of ["", "#", "#k7px", "#k7px.short", "#k7px.abcdefghij klmnopqrst", "#<b>.abcdefghijklmnop"])
    assert.equal(secretIn(hash), null);
});

test("with a member's number it is that member's, and no projector's", () => {
  const secret = "abcDEF-_0123456789abcd",
    hash = `#K7PX.${secret}.12`;
  assert.deepEqual(lookIn(hash), { code: "k7px", secret, member: 12 });
  assert.equal(secretIn(hash), null);
  for (const other of ["", `#k7px.${secret}`, `#k7px.${secret}.x`, `#k7px.short.1`, `#k7px.${secret}.1.2`])
    assert.equal(lookIn(other), null);
});

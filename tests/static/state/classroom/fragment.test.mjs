/** Code and secret out of an address's fragment. */
import assert from "node:assert/strict";
import test from "node:test";

import { secretIn } from "../../../../static/state/classroom/fragment.js";

test("both parts, the code as the server writes it", () => {
  const secret = "abcDEF-_0123456789abcd";
  assert.deepEqual(secretIn(`#K7PX.${secret}`), { code: "k7px", secret });
});

test("anything else brings none", () => {
  for (const hash of ["", "#", "#k7px", "#k7px.short", "#k7px.abcdefghij klmnopqrst", "#<b>.abcdefghijklmnop"])
    assert.equal(secretIn(hash), null);
});

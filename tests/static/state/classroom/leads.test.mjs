/** The keys of the room that this browser leads outlast a reload, and are gone once the room has ended. */
import assert from "node:assert/strict";
import test from "node:test";

import { recallLead, rememberLead } from "../../../../static/state/classroom/leads.js";

const storage = () => {
  const kept = new Map();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => kept.set(key, text),
    removeItem: (key) => kept.delete(key),
  };
};
const forbidden = () => {
  throw new Error("no storage");
};
const LEAD = { code: "k7px", lead: "a", projector: "b" };

test("what is remembered is recalled, and forgotten with the room", () => {
  const kept = storage();
  rememberLead(() => kept, LEAD);
  assert.deepEqual(
    recallLead(() => kept),
    LEAD,
  );
  rememberLead(() => kept, null);
  assert.equal(
    recallLead(() => kept),
    null,
  );
});

test("what is no lead is none, and without storage there is none", () => {
  const kept = storage();
  for (const text of ["{", "[]", '{"code": "k7px"}', '{"code": 1, "lead": 2, "projector": 3}', "null"]) {
    kept.setItem("glassbox-lead", text);
    assert.equal(
      recallLead(() => kept),
      null,
    );
  }
  assert.equal(recallLead(forbidden), null);
  rememberLead(forbidden, LEAD);
  rememberLead(forbidden, null);
});

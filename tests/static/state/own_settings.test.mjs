/** A person's own settings wait while a broken network is on show, also over a reload. */
import assert from "node:assert/strict";
import test from "node:test";

import { recallOwn, rememberOwn } from "../../../static/state/own_settings.js";
import { forbidden, storage } from "../samples/storage.mjs";

const NONE = { own: null, revealed: false };

test("what is remembered is recalled", () => {
  const tab = storage(),
    memory = { own: { noise: 0.5 }, revealed: true };
  rememberOwn(tab, memory);
  assert.deepEqual(recallOwn(tab), memory);
});

test("nothing, nonsense or forbidden storage recalls nothing", () => {
  for (const text of ["{", "[]", '{"own": 5, "revealed": "yes"}'])
    assert.deepEqual(recallOwn(storage({ "glassbox-own-settings": text })), NONE, text);
  assert.deepEqual([recallOwn(storage()), recallOwn(forbidden)], [NONE, NONE]);
  assert.doesNotThrow(() => rememberOwn(forbidden, NONE));
});

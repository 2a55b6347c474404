/** What the guide offers to try is what it sets up. */
import assert from "node:assert/strict";
import test from "node:test";

import { NAMES, settingsOf } from "../../../static/state/tries.js";
import { TRIES } from "../../../static/text/guide.js";
import { catalogue } from "../samples/store.mjs";

test("each try that is told of can be set up, and the other way round", () => {
  assert.deepEqual(
    TRIES.map(({ name }) => name),
    NAMES,
  );
});

test("a try changes the usual settings, whatever they were before", () => {
  const usual = Object.fromEntries(Object.values(catalogue.fields).map((field) => [field.name, field.default]));
  for (const name of NAMES) {
    const settings = settingsOf(catalogue, name);
    assert.notDeepEqual(settings, usual);
    for (const field of Object.keys(usual)) assert.ok(field in settings, field);
  }
});

/** What differs is named by the labels of the controls, in their order. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { differences } from "../../../../static/state/classroom/differences.js";
import { newStore } from "../../samples/store.mjs";

test("what makes another network is named, its pace and where it rests are not", () => {
  const { catalogue: usual, settings } = newStore(),
    catalogue = { fields: { ...usual.fields, speed: { name: "speed", label: "Speed" } } },
    other = { ...settings.peek(), speed: "one", stop_epochs: 0 },
    own = { ...other, learning_rate: 1, hidden: [], speed: "another", stop_epochs: 5 };
  const labels = [catalogue.fields.hidden.label, catalogue.fields.learning_rate.label];
  assert.deepEqual(differences(catalogue, own, other).sort(), labels.sort());
  assert.deepEqual(differences(catalogue, { ...other }, other), []);
});

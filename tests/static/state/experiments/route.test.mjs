/** The address of the place Experiments: it tells where one is, and leads back there. */
import assert from "node:assert/strict";
import test from "node:test";

import { emptyDraft, readRoute, writeRoute } from "../../../../static/state/experiments/route.js";

const draft = {
  ...emptyDraft(),
  from: "how_wide",
  variant: "circle",
  axes: [
    { name: "learning_rate", text: "0.01, 0.1" },
    { name: "layers", text: "8, 16-16" },
  ],
  seeds: 3,
  epochs: 50,
  measures: ["test_loss", "train_loss"],
};

for (const route of /** @type {import("../../../../static/state/experiments/route.js").Route[]} */ ([
  { view: "all" },
  { view: "question", name: "how_wide", variant: "" },
  { view: "question", name: "how_wide", variant: "circle" },
  { view: "report", id: "a b&c" },
  { view: "own", draft },
  { view: "own", draft: emptyDraft() },
]))
  test(`an address leads back to where it was written: ${JSON.stringify(route)}`, () => {
    assert.deepEqual(readRoute(writeRoute(route)), route);
  });

test("numbers that are none, or too few, are the usual ones", () => {
  const route = readRoute("?own=&seeds=many&epochs=-3&axis=width");
  assert.deepEqual(route, { view: "own", draft: { ...emptyDraft(), epochs: 0, axes: [{ name: "width", text: "" }] } });
});

test("what programs add to an address leads to all questions", () => {
  assert.deepEqual(readRoute("?utm_source=mail"), { view: "all" });
});

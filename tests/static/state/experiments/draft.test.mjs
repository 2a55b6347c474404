/** An experiment of one's own: what it asks for, and what is usual where nothing is chosen. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  definitionOf,
  draftOf,
  fittingMeasures,
  origin,
  problemOf,
  usualMeasures,
  varying,
} from "../../../../static/state/experiments/draft.js";
import { emptyDraft } from "../../../../static/state/experiments/route.js";
import { experiments } from "../../samples/experiments.mjs";

const known = experiments(),
  base = { dataset: "circle", learning_rate: 0.03 },
  { definition } = known.questions[0].variants[0];

test("a draft asks for the network as it stands, along its axis", () => {
  const draft = { ...emptyDraft(), axes: [{ name: "width", text: "4, 1, 2" }], seeds: 2, epochs: 5 };
  assert.deepEqual(definitionOf(draft, base, known, "classification"), {
    title: "Units per hidden layer",
    base,
    axes: [{ name: "width", values: [1, 2, 4] }],
    seeds: 2,
    epochs: 5,
    measures: ["train_error", "test_error", "train_loss", "test_loss"],
    kind: "training",
    vary: "both",
    line: "parameters",
  });
});

test("a draft that began with a ready question keeps its network and its kind", () => {
  const draft = draftOf("how_wide", "", definition),
    asked = definitionOf(draft, base, known, "regression");
  assert.deepEqual(asked.base, definition.base);
  assert.deepEqual(asked.axes, definition.axes);
  assert.deepEqual(asked.measures, definition.measures);
});

test("measures that the data have not are not asked for", () => {
  const draft = { ...emptyDraft(), measures: ["test_mse", "test_loss"] };
  assert.deepEqual(definitionOf(draft, base, known, "classification").measures, ["test_loss"]);
});

test("what is usual depends on what is learned", () => {
  const names = usualMeasures(fittingMeasures(known.measures, "regression"));
  assert.deepEqual(names, ["train_mse", "test_mse", "train_loss", "test_loss"]);
});

test("an unknown question begins with the playground", () => {
  assert.equal(origin({ ...emptyDraft(), from: "gone" }, known), null);
  assert.equal(origin({ ...emptyDraft(), from: "how_wide", variant: "gone" }, known), definition);
});

test("to vary a setting begins with what is suggested", () => {
  assert.deepEqual(varying(known.axes[0]).axes, [{ name: "width", text: "1, 2, 4, 8" }]);
});

test("the problem is that of the data set, or of one's own data", () => {
  const catalogue = /** @type {any} */ ({
    fields: {
      dataset: {
        options: [
          { value: "plane", problem: "regression" },
          { value: "circle", problem: "binary" },
        ],
      },
    },
  });
  const of = (/** @type {string} */ dataset) => problemOf({ dataset }, catalogue, "regression");
  assert.deepEqual([of("plane"), of("circle"), of("own.x")], ["regression", "classification", "regression"]);
});

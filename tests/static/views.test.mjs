/** The pure parts of the views: what the large map shows, what stands beside the charts, how much room there is. */
import assert from "node:assert/strict";
import test from "node:test";

import { apart } from "../../static/views/charts/plot.js";
import { noteOf, readingOf, titleOf as chartTitle } from "../../static/views/charts/words.js";
import { hasFoot, isCompact, pictureSize, spaceOf } from "../../static/views/network/room.js";
import { wordsOf } from "../../static/views/network/tip.js";
import { pictureOf, subjectOf, titleOf, valueAt } from "../../static/views/output/subject.js";
import { Names } from "../../static/text/pictures.js";

const own = { size: 1, unit: null, kind: "signed", scale: 1, pixels: Uint8Array.of(255), classes: null };
const frame = (more = {}) => ({
  sizes: [2, 3, 1],
  windows: [
    [0, 2],
    [0, 3],
    [0, 1],
  ],
  problem: "binary",
  classes: 2,
  map: own,
  units: { size: 1, scales: Float32Array.of(1, 1, 2, 1, 1, 1), pixels: Uint8Array.of(128, 128, 255, 128, 128, 128) },
  ...more,
});
const settings = {
  features: ["x1", "x2"],
  hidden: [{ units: 3, activation: null }],
  activation: "tanh",
  loss: "cross_entropy",
};
const catalogue = {
  fields: {
    features: { options: [{ value: "x1", label: "x₁" }] },
    activation: { options: [{ value: "tanh", label: "tanh" }] },
  },
};

test("the large map shows the output, one class, a unit or an input, and says which", () => {
  const title = (hovered, of = frame()) => titleOf(subjectOf(of, hovered), of, settings, catalogue);
  assert.equal(title(null), "Output");
  assert.equal(title([1, 1]), "Layer 1, unit 2 (tanh)");
  assert.equal(title([0, 0]), "Input x₁");
  assert.equal(title([2, 1], frame({ problem: "multiclass", sizes: [2, 3, 3] })), "Probability of class 2");
});

test("a unit's small picture stands in until its large one comes, the last output's after it", () => {
  const wanted = { ...own, unit: [1, 0] };
  assert.equal(pictureOf(frame({ map: wanted }), [1, 0], null), wanted);
  assert.deepEqual([pictureOf(frame(), [1, 0], null).scale, pictureOf(frame(), [1, 0], null).pixels[0]], [2, 255]);
  assert.equal(pictureOf(frame({ map: wanted }), null, own), own);
});

test("values are read in the unit of what is shown", () => {
  const value = (hovered, picture, of, loss = "cross_entropy") =>
    valueAt(subjectOf(of, hovered), picture, [0, 0], of, loss);
  assert.equal(value(null, own, frame()), "P(positive) 100.0 %");
  assert.equal(value(null, own, frame(), "squared_error"), "value 1.00");
  assert.equal(value([1, 0], { ...own, scale: 3 }, frame()), "value 3.00");
  const classes = frame({ problem: "multiclass", classes: 3, sizes: [2, 3, 3] });
  assert.equal(value(null, { ...own, kind: "classes", classes: Uint8Array.of(1) }, classes), "P(class 2) 100.0 %");
  assert.equal(value([2, 0], own, classes), "P(class 1) 100.0 %");
});

test("the tip names what is under the pointer, with its value", () => {
  const birds = new Names(2, ["x₁", "x₂"], 3, ["Adelie", "Chinstrap", "Gentoo"]);
  assert.equal(birds.unit({ layer: 2, unit: 1 }), "output “Chinstrap”");
  assert.equal(new Names(2, ["x₁"], 3).unit({ layer: 2, unit: 1 }), "output 2");
  assert.equal(new Names(2, ["x₁"], 1, ["ash", "oak"]).unit({ layer: 2, unit: 0 }), "output");
  const names = new Names(2, ["x₁", "x₂"], 1),
    values = { value: () => -0.5, activation: () => "tanh" };
  assert.equal(
    wordsOf({ kind: "wire", layer: 1, unit: 0, source: 1 }, names, values),
    "x₂ → unit 1 of layer 1: −0.500",
  );
  assert.equal(wordsOf({ kind: "bias", layer: 2, unit: 0 }, names, values), "bias of output: −0.500");
  assert.equal(wordsOf({ kind: "unit", layer: 0, unit: 0 }, names, values), "input x₁");
  assert.equal(wordsOf({ kind: "wire", layer: 1, unit: 0, source: 1 }, names, { ...values, value: () => NaN }), "");
  const held = { ...values, state: () => ", frozen", idle: () => "disabled; remembers 0.500" };
  assert.equal(
    wordsOf({ kind: "unit", layer: 1, unit: 0 }, names, held),
    "unit 1 of layer 1 (tanh) · bias −0.500, frozen",
  );
  assert.equal(
    wordsOf({ kind: "wire", layer: 1, unit: 0, source: 1 }, names, held),
    "x₂ → unit 1 of layer 1: disabled; remembers 0.500",
  );
});

test("the charts say what they show, and the penalty and R² beside it", () => {
  const measures = { loss: 0.25, accuracy: null, rmse: 0.5, r2: 0.75 },
    regression = { problem: "regression", penalty: 0.125, train: measures, test: measures };
  assert.deepEqual(
    [chartTitle("loss", true), chartTitle("score", true), chartTitle("score", false)],
    ["Loss", "Error (RMSE)", "Accuracy"],
  );
  assert.equal(noteOf("loss", regression, "none"), "");
  assert.match(noteOf("loss", regression, "l2"), /½ λ Σ w² = 0.125/);
  assert.match(noteOf("score", regression, "none"), /R² train 0.750/);
  const columns = {
    x: [1, 2],
    train_loss: [0.5, 0.25],
    test_loss: [0.5, null],
    validation_loss: [null, null],
    learning_rate: [0.1, 0.05],
  };
  assert.equal(readingOf("loss", columns, 1, regression), "epoch 2.00 · train 0.250 · test –");
  assert.equal(readingOf("loss", columns, null, regression), "train 0.250 · test 0.250");
});

test("a validation share and a schedule have their values beside the others", () => {
  const measures = { loss: 0.25, accuracy: 0.5, rmse: null, r2: null },
    aside = { ...measures, loss: 0.5, accuracy: 0.25 };
  const now = {
    problem: "binary",
    penalty: 0.125,
    learning_rate: 0.05,
    train: measures,
    test: measures,
    validation: aside,
  };
  assert.equal(readingOf("loss", { x: [] }, null, now), "train 0.250 · val. 0.500 · test 0.250");
  assert.equal(readingOf("score", { x: [] }, null, now), "train 50.0 % · val. 25.0 % · test 50.0 %");
  const columns = {
    x: [1, 2],
    train_loss: [0.5, 0.25],
    test_loss: [0.5, 0.25],
    validation_loss: [null, 0.75],
    learning_rate: [0.1, 0.05],
  };
  assert.equal(readingOf("loss", columns, 1, now, true), "at 2.00 · train 0.250 · val. 0.750 · test 0.250 · α 0.050");
  assert.equal(readingOf("loss", columns, 0, now, true), "at 1.00 · train 0.500 · test 0.500 · α 0.100");
  assert.equal(readingOf("loss", { x: [] }, null, now, true), "train 0.250 · val. 0.500 · test 0.250 · α 0.050");
});

test("names of curves that end close together are kept apart, in order, and inside", () => {
  const ends = [10, 11, 12, 100].map((y, index) => ({ index, y })),
    moved = apart(ends, 12, 5, 95).map(({ y }) => y);
  assert.ok(moved.every((y, at) => at === 0 || y - moved[at - 1] >= 12 - 1e-6) && moved[0] >= 5 && moved[3] <= 95);
  assert.deepEqual(
    apart(
      [
        { index: 1, y: 50 },
        { index: 0, y: 54 },
      ],
      12,
      0,
      100,
    ),
    [
      { index: 1, y: 46 },
      { index: 0, y: 58 },
    ],
  );
  assert.deepEqual(
    apart(
      [
        { index: 1, y: 99 },
        { index: 0, y: 100 },
      ],
      12,
      0,
      100,
    ),
    [
      { index: 1, y: 88 },
      { index: 0, y: 100 },
    ],
  );
  assert.deepEqual(apart([{ index: 0, y: 120 }], 12, 0, 100), [{ index: 0, y: 100 }]);
});

test("narrow columns and fingers get one button instead of a row", () => {
  const at = { width: 800, height: 600, columns: 4, allowed: true, coarse: false, rem: 16 };
  assert.equal(isCompact(at), false);
  assert.equal(isCompact({ ...at, columns: 8 }), true);
  assert.equal(isCompact({ ...at, coarse: true }), true);
  assert.ok(spaceOf({ ...at, allowed: false }).head < spaceOf(at).head);
  assert.equal(spaceOf({ ...at, marked: true }).head, spaceOf(at).head + 16);
  assert.ok(spaceOf({ ...at, longClasses: true }).right > spaceOf(at).right);
  assert.equal(spaceOf({ ...at, rem: 20 }).head, spaceOf(at).head * 1.25);
});

test("over an open drawer the room below the columns goes to the units", () => {
  const at = { width: 800, height: 600, columns: 4, allowed: true, coarse: false, rem: 16 },
    low = { ...at, height: 240 };
  assert.ok(hasFoot(at) && !hasFoot(low));
  assert.ok(spaceOf(low).foot < spaceOf(at).foot);
  assert.equal(spaceOf(low).head, spaceOf(at).head);
});

test("large pictures are asked for in more detail, within what the server draws", () => {
  const sizes = [18, 40, 60, 96].map(pictureSize);
  assert.deepEqual(
    sizes,
    [...sizes].sort((one, other) => one - other),
  );
  assert.ok(sizes[0] >= 8 && sizes[3] <= 48);
});

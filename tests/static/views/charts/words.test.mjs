/** What stands above and below a chart. */
import assert from "node:assert/strict";
import test from "node:test";

import { keptOf, noteOf, readingOf, titleOf as chartTitle } from "../../../../static/views/charts/words.js";

/** With usual spaces between a name and its value. @param {string} text */
const plainly = (text) => text.replaceAll("\u00a0", " ");

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
  assert.equal(plainly(readingOf("loss", columns, 1, regression)), "train 0.250 · test –");
  assert.equal(plainly(readingOf("loss", columns, null, regression)), "train 0.250 · test 0.250");
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
  assert.equal(plainly(readingOf("loss", { x: [] }, null, now)), "train 0.250 · val. 0.500 · test 0.250");
  assert.equal(plainly(readingOf("score", { x: [] }, null, now)), "train 50.0 % · val. 25.0 % · test 50.0 %");
  const columns = {
    x: [1, 2],
    train_loss: [0.5, 0.25],
    test_loss: [0.5, 0.25],
    validation_loss: [null, 0.75],
    learning_rate: [0.1, 0.05],
  };
  assert.equal(plainly(readingOf("loss", columns, 1, now, true)), "train 0.250 · val. 0.750 · test 0.250 · α 0.050");
  assert.equal(plainly(readingOf("loss", columns, 0, now, true)), "train 0.500 · test 0.500 · α 0.100");
  assert.equal(
    plainly(readingOf("loss", { x: [] }, null, now, true)),
    "train 0.250 · val. 0.500 · test 0.250 · α 0.050",
  );
});

test("a network that was kept when its data became others says so, and from which epoch on", () => {
  const fields = { noise: { effect: "data" }, learning_rate: { effect: "live" } };
  const mark = (x, ...changed) => ({ x, changed, text: "" });
  assert.equal(keptOf([mark(0, "noise"), mark(7, "learning_rate"), mark(8)], fields), "");
  assert.equal(
    keptOf([mark(3, "noise"), mark(1229.25, "learning_rate", "noise"), mark(1300, "learning_rate")], fields),
    "From epoch 1,229.3 on: other data, the same network.",
  );
});

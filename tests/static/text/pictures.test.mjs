/** Words of network, output and charts: names by layer and class, and numbers that are not there. */
import assert from "node:assert/strict";
import test from "node:test";

import { capital, CHARTS, Names, NETWORK, OUTPUT, outputActivation, TIP } from "../../../static/text/pictures.js";

test("the output's activation follows the problem and the loss", () => {
  assert.deepEqual(
    [
      ["regression", "huber"],
      ["binary", "hinge"],
      ["multiclass", "cross_entropy"],
      ["binary", "squared_error"],
      ["binary", "cross_entropy"],
    ].map(([problem, loss]) => outputActivation(problem, loss)),
    ["linear", "score", "softmax", "tanh", "sigmoid"],
  );
});

test("layers and units are named by where they stand", () => {
  const names = new Names(2, ["x₁"], 1);
  assert.deepEqual(
    [0, 1, 2].map((layer) => names.layer(layer)),
    ["the inputs", "layer 1", "the output"],
  );
  assert.deepEqual([names.unit({ layer: 0, unit: 0 }), names.unit({ layer: 0, unit: 4 })], ["x₁", "input 5"]);
  assert.equal(names.wire({ layer: 2, unit: 0, source: 1 }), "unit 2 of layer 1 → output");
});

test("of several outputs each has its class's name, or its number", () => {
  const names = new Names(1, [], 3, ["cat"]);
  assert.deepEqual(
    [names.unit({ layer: 1, unit: 0 }), names.unit({ layer: 1, unit: 2 })],
    ["output “cat”", "output 3"],
  );
  assert.equal(new Names(1, [], 1, ["cat"]).className(0), "", "one output stands for no class");
});

test("a network is counted in words that agree", () => {
  assert.equal(NETWORK.summary(1, 1), "1 hidden layer · 1 parameter");
  assert.equal(NETWORK.summary(0, 1200), "0 hidden layers · 1,200 parameters");
  assert.equal(NETWORK.window(8, 4, 64), "9–12 of 64");
});

test("the output is described with the points that there are", () => {
  assert.match(OUTPUT.describe("P", "x₁ and x₂", 1, 0, 0, null, 0), /with 1 training point\. Arrow/);
  assert.match(
    OUTPUT.describe("P", "x₁", 10, 5, 1, 2, 0),
    /10 training points, 5 validation points and 1 test point, 2 of them/,
  );
});

test("values have two digits, and a zero no sign", () => {
  assert.deepEqual(
    [OUTPUT.value(-0.004), OUTPUT.value(-0.5), OUTPUT.place("x", "2.00")],
    ["value 0.00", "value −0.50", "x 2.00"],
  );
  assert.equal(OUTPUT.classChance(1, 0.256), "P(class 2) 25.6 %");
});

test("it is told which points lie on the map", () => {
  const told = (/** @type {boolean} */ withTest) => [OUTPUT.which(withTest, false), OUTPUT.which(withTest, true)];
  assert.deepEqual(told(true), ["training and test points", "training and held-out points"]);
  assert.deepEqual(OUTPUT.whichShort(false, true), "training points");
  assert.deepEqual(told(false), ["training points; test points hidden", "training points; held-out points hidden"]);
});

test("what is not there is a dash, and what is empty is left out", () => {
  assert.deepEqual([CHARTS.percent(null), CHARTS.percent(0.5), CHARTS.number(undefined)], ["–", "50.0 %", "–"]);
  assert.equal(CHARTS.reading("1", "", "2 %", ""), "train\u00a01 · test\u00a02\u00a0%");
  assert.equal(CHARTS.reading("1", "3", "2", "0.1"), "train~1 · val.~3 · test~2 · α~0.1".replaceAll("~", "\u00a0"));
  assert.deepEqual([CHARTS.at(12), CHARTS.at(1.5)], ["epoch 12.0", "epoch 1.50"]);
  assert.equal(CHARTS.chart("Loss", "train 1", "epoch 1.50"), "Loss over epochs. At epoch 1.50: train 1.");
  assert.equal(CHARTS.chart("Loss", "", ""), "Loss over epochs. Nothing is trained yet.");
  assert.equal(CHARTS.r2(null, 0.5), "R² train – · test 0.500");
});

test("a tip names the unit, its activation if it has one, and the bias", () => {
  assert.deepEqual([TIP.unit("x₁", ""), TIP.unitBias("unit 1", "tanh", -1)], ["x₁", "unit 1 (tanh) · bias −1.000"]);
  assert.deepEqual([capital("the inputs"), capital("")], ["The inputs", ""]);
});

test("points outside of the picture are said in the key and in the description, and none are not mentioned", () => {
  assert.equal(OUTPUT.outside(1), "1 point outside");
  assert.equal(OUTPUT.outside(1200), "1,200 points outside");
  const told = (/** @type {number} */ outside) => OUTPUT.describe("P", "x₁", 10, 5, 1, 2, outside);
  assert.match(told(2), / values\. 2 points lie outside of the picture\.$/);
  assert.match(told(1), / values\. 1 point lies outside of the picture\.$/);
  assert.match(told(0), / read values\.$/);
});

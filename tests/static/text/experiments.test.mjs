/** The words of the place Experiments: times as one says them, numbers and places in whole sentences. */
import assert from "node:assert/strict";
import test from "node:test";

import { EXPERIMENT, EXPERIMENTS, QUESTION, REPORT } from "../../../static/text/experiments.js";

test("a cost is told in trainings and in seconds, minutes or hours", () => {
  const said = /** @type {[number, number][]} */ ([
    [1, 0.2],
    [88, 4],
    [264, 200],
    [20_000, 11_000],
  ]).map(([trials, seconds]) => QUESTION.cost(trials, seconds));
  assert.deepEqual(said, [
    "1 training, less than a second",
    "88 trainings, about 4 seconds",
    "264 trainings, about 3 minutes",
    "20,000 trainings, about 3 hours",
  ]);
});

test("a value is told with where most of the seeds lie, unless there is one seed", () => {
  assert.equal(REPORT.value("Test MSE", 0.1, 0.05, 0.2), "Test MSE: 0.100 (80 % from 0.050 to 0.200)");
  assert.equal(REPORT.value("Test MSE", 0.1, 0.1, 0.1), "Test MSE: 0.100");
  assert.equal(REPORT.value("Test MSE", null, null, null), "Test MSE: –");
  assert.equal(REPORT.cell(0.1, 0.05, 0.2), "0.100 [0.050, 0.200]");
  assert.equal(REPORT.cell(null, null, null), "–");
});

test("a point is told by its place on each axis", () => {
  const place = [
    { label: "Units", text: "4" },
    { label: "Rate", text: "0.1" },
  ];
  assert.equal(REPORT.place(place), "Units 4, Rate 0.1");
  assert.equal(REPORT.place([]), "All seeds");
});

test("an experiment is called by what varies", () => {
  assert.equal(EXPERIMENT.titled(["Units", "Rate"]), "Units × Rate");
  assert.equal(EXPERIMENT.titled([]), "The same, from many seeds");
});

test("what cannot be a value is told with what can be", () => {
  const bounds = EXPERIMENT.bounds(1, 128, true);
  assert.equal(
    EXPERIMENT.wrong(["0"], "Units", bounds),
    "0: no value of “Units”, which takes whole numbers from 1 to 128. It is left out.",
  );
  assert.equal(EXPERIMENT.bounds(null, null, false), "");
});

test("a row tells how far an experiment is", () => {
  assert.equal(EXPERIMENTS.row("running", 3, 1000), "is running, 3 of 1,000 trainings");
  assert.equal(REPORT.progress(1, 1), "1 of 1 training done");
  assert.equal(REPORT.left(null, 3), "");
  assert.equal(REPORT.left(30, 3), "about 30 seconds left");
  assert.equal(REPORT.left(0.2, 0), "The first trainings are under way.");
});

test("diverged trainings are counted in words", () => {
  assert.match(REPORT.diverged(1), /^One training diverged/);
  assert.match(REPORT.diverged(1200), /^1,200 trainings diverged/);
});

test("trainings of no epochs are networks as they begin", () => {
  assert.equal(QUESTION.epochs(0), "measured before any training");
  assert.equal(QUESTION.epochs(1), "1 epoch each");
});

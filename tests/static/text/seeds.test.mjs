/** Words of many seeds: shares with as many digits as they need, and what diverged is not hidden. */
import assert from "node:assert/strict";
import test from "node:test";

import { SEEDS } from "../../../static/text/seeds.js";

const report = { succeeded: 3, done: 4, diverged: 0, target: 0.9, problem: "binary", epochs: 1, scores: [1, 1, 1, 0] };

test("successes are told with their share, and the target in the problem's own measure", () => {
  assert.equal(
    SEEDS.success(report),
    "3 of 4 seeds succeeded (75.0 %): after 1 epoch their test accuracy was 90.0 % or more.",
  );
  assert.match(
    SEEDS.success({ ...report, problem: "regression", epochs: 1500 }),
    /after 1,500 epochs their R² .* 0\.900 or more\.$/,
  );
});

test("what diverged counts as failed, and says so", () => {
  const one = SEEDS.success({ ...report, diverged: 1, scores: [1, 1, 1, null] });
  assert.match(one, /One diverged and counts as failed\.$/);
  assert.match(SEEDS.success({ ...report, diverged: 2 }), /2 diverged/);
});

test("all and none need no digits", () => {
  assert.match(SEEDS.success({ ...report, succeeded: 4 }), /\(100 %\)/);
  assert.match(SEEDS.success({ ...report, succeeded: 0 }), /\(0 %\)/);
});

test("a seed's score, or that it has none", () => {
  assert.equal(SEEDS.seed("binary", 7, 0.875, true), "Seed 7: 87.5 %");
  assert.equal(SEEDS.seed("regression", 7, -0.5, true), "Seed 7: R² −0.500");
  assert.equal(SEEDS.seed("binary", 7, null, true), "Seed 7: diverged");
  assert.equal(SEEDS.seed("regression", 7, null, false), "Seed 7: –");
});

test("where R² has no value, that is said, and nothing is called diverged", () => {
  const scores = [null, null, null, null];
  const told = SEEDS.success({ ...report, problem: "regression", succeeded: 0, scores });
  assert.match(told, /R² has no value here, because all test targets are alike: no seed can succeed\.$/);
  assert.doesNotMatch(told, /diverged/);
});

test("a loss beyond numbers is infinite", () => {
  assert.equal(SEEDS.bandRead("train", [0.25, null, null]), "train: median ∞, 10–90 % 0.250 to ∞");
  assert.match(SEEDS.most("classes", 0.5), /50\.0 % choose another/);
  assert.match(SEEDS.most("values", 0.5), /deviation of 0\.500/);
});

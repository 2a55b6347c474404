/** What is chosen in the tab on descent goes into the address and comes back; nonsense is left as usual. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  USUAL_RULES,
  USUAL_SURFACE,
  readRace,
  readSurface,
  writeRace,
  writeSurface,
} from "../../../static/state/descent.js";

const NAMES = {
  functions: ["bowl", "ravine", "saddle", "rosenbrock", "himmelblau"],
  optimizers: ["sgd", "momentum", "nesterov", "rmsprop", "adam"],
};
const FLAT = { relief: false, logarithmic: true },
  STEEP = { relief: true, logarithmic: false };

test("the usual choices need no words", () => {
  assert.equal(writeSurface(USUAL_SURFACE, FLAT), "");
  assert.equal(writeRace(USUAL_RULES, FLAT, new Set(), NAMES), "");
  assert.deepEqual(readSurface(""), { surface: USUAL_SURFACE, look: FLAT });
  assert.deepEqual(readRace("", NAMES), { rules: USUAL_RULES, look: FLAT, hidden: new Set() });
});

test("surfaces are written and read back", () => {
  const cases = [
    [{ ...USUAL_SURFACE, seed: 7, zoom: -0.25, penalty: true }, "seed:7,zoom:-0.25,penalty"],
    [{ ...USUAL_SURFACE, kind: "path" }, "path"],
    [
      {
        ...USUAL_SURFACE,
        kind: "weights",
        weights: [
          [2, 0, 3],
          [3, 0, null],
        ],
      },
      "weights,of:2.1.4/3.1.b",
    ],
  ];
  for (const [surface, text] of cases) {
    assert.equal(writeSurface(surface, FLAT), text);
    assert.deepEqual(readSurface(text), { surface, look: FLAT });
  }
  assert.deepEqual(readSurface(writeSurface(USUAL_SURFACE, STEEP)).look, STEEP);
});

test("races are written and read back, a rate to its last digit", () => {
  const rules = {
    ...USUAL_RULES,
    hill: "rosenbrock",
    steps: 1000,
    shape: 50,
    rate: (2 / 3) * 0.99,
    adaptive_rate: 0.1,
    momentum: 0,
    beta2: 0.99,
    start: [1.5, -2],
    starts: { momentum: [0, -1.25], adam: [3, 4] },
  };
  const text = writeRace(rules, STEEP, new Set(["rmsprop", "sgd"]), NAMES);
  assert.equal(
    text,
    `rosenbrock,steps:1000,rate:${(2 / 3) * 0.99},adaptive_rate:0.1,shape:50,momentum:0,beta2:0.99,` +
      `start:1.5/-2,from_momentum:0/-1.25,from_adam:3/4,without:rmsprop/sgd,3d,linear`,
  );
  assert.deepEqual(readRace(text, NAMES), { rules, look: STEEP, hidden: new Set(["sgd", "rmsprop"]) });
});

test("nonsense is left as usual, part by part", () => {
  const wrong =
    "volcano,rate:fast,rate:-1,shape:1e9,momentum:1,start:1,start:1/x," +
    "from_nobody:1/2,steps:7,without:everyone,:,a:b:c,constructor,rate:";
  assert.deepEqual(readRace(wrong, NAMES), { rules: USUAL_RULES, look: FLAT, hidden: new Set() });
  assert.deepEqual(readSurface("weights,of:0.1.1/1.1,seed:1.5,zoom:NaN,zoom:99").surface, {
    ...USUAL_SURFACE,
    kind: "weights",
  });
  assert.deepEqual(readRace("bowl,rate:nothing,beta1:0.5", NAMES).rules, { ...USUAL_RULES, hill: "bowl", beta1: 0.5 });
});

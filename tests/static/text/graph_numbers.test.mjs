/** The graph's formulas with their numbers: forwards, backwards, and the update stage by stage. */
import assert from "node:assert/strict";
import test from "node:test";

import { backwardLines, forwardLines, updateLines } from "../../../static/text/graph_numbers.js";
import { nodeOf } from "../../../static/views/drawer/inside/graph/answer.js";
import { fork, line } from "../samples/graphs.mjs";

const RULE = {
  optimizer: "sgd",
  learning_rate: 0.1,
  momentum: 0.9,
  decay: 0.99,
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  updates: 12,
  penalty_power: 0,
  penalty_rate: 0,
  norm: 2,
  clip_norm: 0,
  clip_factor: 1,
};

test("formulas are said with their numbers, forwards", () => {
  const answer = line(),
    say = (id, row = 0) => forwardLines(nodeOf(answer, id), (name) => nodeOf(answer, name), row, 0)[0].numbers;
  assert.equal(say("s1"), "2.000 · 1.000 + (−1.000) · 1.000 = 1.000");
  assert.equal(say("z1"), "1.000 + 0.500 = 1.500");
  assert.equal(say("y"), "y(1.500) = 0.905");
  assert.equal(say("L"), "½ (0.9051 − 1.0000)² = 0.00450");
  assert.equal(say("x", 1), "= 1.000");
});

test("and backwards, with a sum where paths meet", () => {
  const answer = line(),
    say = (id, row = 0, column = 0) =>
      backwardLines(nodeOf(answer, id), (name) => nodeOf(answer, name), row, column)[0].numbers;
  assert.equal(say("z1"), "(−0.09485) · 0.1807 = −0.0171");
  assert.equal(say("W1", 0, 1), "(−0.0171) · 1.000 = −0.0171");
  assert.equal(say("x", 0), "2.0000 · (−0.01714) = −0.0343");
  const both = fork(),
    [met] = backwardLines(both.nodes[0], (name) => nodeOf(both, name), 0, 0);
  assert.equal(met.formula, "∂L/∂x = ∂L/∂m · ∂m/∂x + ∂L/∂L · ∂L/∂x");
  assert.equal(met.numbers, "1.000 · 4.000 + 1.000 · 1.000 = 5.000");
});

test("the update is told stage by stage, as the rule has it", () => {
  const numbers = { ...RULE, penalty_power: 2, penalty_rate: 0.1, clip_norm: 1, clip_factor: 0.5 };
  const plainSgd = { held: false, stages: { before: 1, gradient: 2, change: -0.2, after: 0.8 } };
  assert.deepEqual(
    updateLines("w", numbers, plainSgd).map((each) => each.numbers),
    ["−0.1 · 2.000 = −0.200", "1.000 + (−0.200) = 0.800"],
  );
  const clipped = {
    held: false,
    stages: { before: 1, gradient: 2, clipped: 1, penalty: 0.1, used: 1.1, change: -0.11, after: 0.89 },
  };
  assert.deepEqual(
    updateLines("w", numbers, clipped).map((each) => each.formula),
    ["g ← g · c / (‖g‖ + 10⁻⁶)", "g ← g + λ θ", "Δ = −α g", "w ← w + Δ"],
  );
  const stages = {
    before: 1,
    gradient: 2,
    first_before: 1,
    second_before: 1,
    first: 1.1,
    second: 1.003,
    first_fair: 1.533,
    second_fair: 4,
    change: -0.075,
    after: 0.925,
  };
  const lines = updateLines("w", { ...numbers, optimizer: "adam" }, { held: false, stages });
  assert.equal(lines.length, 6);
  assert.equal(lines[2].numbers, "1.100 / (1 − 0.9¹²) = 1.533");
  const tiny = updateLines(
    "w",
    { ...numbers, optimizer: "rmsprop" },
    {
      held: false,
      stages: { before: 1, gradient: 2.85e-4, second_before: 0, second: 8.12e-10, change: -0.01, after: 0.99 },
    },
  );
  assert.match(tiny[0].numbers, / · \(2\.85·10⁻⁴\)² = 8\.12·10⁻¹⁰$/); // not 10⁻⁴²
  assert.match(tiny[1].numbers, /√\(8\.12\d*·10⁻¹⁰\) \+ /);
});

test("a penalty with a kink moves a weight as far as the optimizer would for a steady gradient", () => {
  const numbers = { ...RULE, momentum: 0.5, updates: 2, penalty_power: 1, penalty_rate: 0.2 };
  const last = (optimizer, stages, power = 1) =>
    updateLines("w", { ...numbers, optimizer, penalty_power: power }, { held: false, stages }).slice(-2);
  const memory = { first: 1, second: 2.25, second_fair: 6.25 };
  const stages = { before: 1, gradient: 2, ...memory, change: -0.2, moved: 0.8, after: 0.77 };
  const told = (optimizer, pull) => last(optimizer, { ...stages, pull })[0];
  assert.deepEqual(told("sgd", 0.02), { formula: "τ = λ α", numbers: "0.2 · 0.1 = 0.0200" });
  assert.equal(told("momentum", 0.03).formula, "τ = λ α (1 − μᵗ) / (1 − μ)");
  assert.equal(told("momentum", 0.03).numbers, "0.2 · 0.1 · (1 − 0.5²) / (1 − 0.5) = 0.0300");
  assert.equal(told("nesterov", 0.035).numbers, "0.2 · 0.1 · (1 − 0.5³) / (1 − 0.5) = 0.0350");
  assert.equal(told("rmsprop", 0.02 / 1.5).numbers, "0.2 · 0.1 / (√2.250 + 10⁻⁸) = 0.0133");
  assert.equal(told("adam", 0.02 / 2.5).numbers, "0.2 · 0.1 / (√6.250 + 10⁻⁸) = 0.00800");
  assert.equal(last("sgd", { ...stages, pull: 0.02 })[1].formula, "w moves towards 0 by τ, and stops there");
  assert.match(last("sgd", { ...stages, pull: 0.02 }, 0.5)[1].formula, /τ \|x\|ᵖ \/ p$/);
  const bias = updateLines("b", numbers, { held: false, stages: { ...stages, pull: 0, after: 0.8 } });
  assert.equal(bias.length, 2); // it is free
});

test("what is held does not move, and says why", () => {
  const numbers = RULE;
  const stages = { before: 1, gradient: 2, change: 0, after: 1 };
  const [line, ...more] = updateLines("w", numbers, { held: true, stages });
  assert.equal(line.formula, "w ← w");
  assert.match(line.numbers, /^= 1\.000: frozen or disabled/);
  assert.equal(more.length, 0);
  assert.equal(updateLines("w", numbers, { held: false, stages }).length, 2);
});

/** The graph's tab: order of steps, what is seen after each, layout, Jacobians along a path, formulas with numbers. */
import assert from "node:assert/strict";
import test from "node:test";

import { BY_LAYER, layoutColumns, layoutLine, linePath } from "../../static/draw/graph_layout.js";
import { filled } from "../../static/text/graph_filled.js";
import { backwardLines, forwardLines, updateLines } from "../../static/text/graph_numbers.js";
import { backwardSentence, forwardSentence } from "../../static/text/graph_sentences.js";
import { precise } from "../../static/text/numbers.js";
import { matrix, nodeOf, unpack, wholeOf } from "../../static/views/drawer/inside/graph/answer.js";
import { overPaths, pathsOf } from "../../static/views/drawer/inside/graph/paths.js";
import { firstOf, seenAt, stepFor, stepsOf } from "../../static/views/drawer/inside/graph/steps.js";

const node = (id, kind, parents, value, gradient, more = {}) => ({
  id,
  kind,
  symbol: id,
  title: id,
  formula: `${id} = …`,
  layer: 0,
  parents,
  value,
  gradient,
  back: [],
  shape: [value.length, value[0].length],
  start: 0,
  ...more,
});

/** y = tanh(W x + b), L = ½ (y − t)², by layer: W = [2 −1], x = (1, 1), b = 0.5. */
function line() {
  const y = Math.tanh(1.5),
    g = y - 1,
    d = g * (1 - y * y);
  const nodes = [
    node("x", "input", [], [[1], [1]], [[2 * d], [-d]]),
    node("W1", "parameter", [], [[2, -1]], [[d, d]], { symbol: "W⁽¹⁾" }),
    node("b1", "parameter", [], [[0.5]], [[d]], { start: 2 }),
    node("s1", "product", ["W1", "x"], [[1]], [[d]], { jacobian: { of: "x", node: "W1" } }),
    node("z1", "shift", ["s1", "b1"], [[1.5]], [[d]], { jacobian: { of: "s1", matrix: [[1]] } }),
    node("y", "tanh", ["z1"], [[y]], [[g]], {
      jacobian: { of: "z1", matrix: [[1 - y * y]] },
      details: { slope: [[1 - y * y]] },
    }),
    node("t", "target", [], [[1]], null),
    node("L", "loss", ["y", "t"], [[(g * g) / 2]], [[1]], {
      formula: "L = ½ (y − t)²",
      jacobian: { of: "y", matrix: [[g]] },
      details: { losses: [[(g * g) / 2]] },
    }),
  ];
  const backs = { x: ["s1", 1], W1: ["s1", 0], s1: ["z1", 0], b1: ["z1", 1], z1: ["y", 0], y: ["L", 0] };
  for (const [id, [from, place]] of Object.entries(backs))
    nodes.find((each) => each.id === id).back = [{ from, place, formula: `∂L/∂${id}` }];
  return { nodes, detail: "layer", samples: { count: 1 } };
}

/** L = x w + x: x is used twice. */
function fork() {
  const one = (id, kind, parents, value, gradient, more) => node(id, kind, parents, [[value]], [[gradient]], more);
  const back = (from, place, gradient) => ({ from, place, formula: "", gradient: [[gradient]] });
  return {
    detail: "operation",
    nodes: [
      one("x", "input", [], 3, 5, { back: [back("m", 1, 4), back("L", 1, 1)] }),
      one("w", "parameter", [], 4, 3, { back: [back("m", 0, 3)] }),
      one("m", "multiply", ["w", "x"], 12, 1, { locals: [3, 4], back: [back("L", 0, 1)] }),
      one("L", "add", ["m", "x"], 15, 1, { locals: [1, 1] }),
    ],
  };
}

test("the walk goes forward, to the loss, back to every parameter, and through the update", () => {
  const steps = stepsOf(line()),
    names = (phase) => steps.filter((step) => step.phase === phase).map((step) => step.node);
  assert.deepEqual(names("forward"), ["x", "s1", "z1", "y"]);
  assert.deepEqual(names("loss"), ["L"]);
  assert.deepEqual(names("backward"), ["L", "y", "z1", "b1", "s1", "W1", "x"]);
  assert.deepEqual(names("update"), ["W1", "b1", "L"]);
  assert.deepEqual([firstOf(steps, "loss"), firstOf(steps, "backward"), steps.at(-1).isResult], [4, 5, true]);
});

test("a gradient comes after all it is the sum of", () => {
  const back = stepsOf(fork())
    .filter((step) => step.phase === "backward")
    .map((step) => step.node);
  assert.deepEqual(back, ["L", "m", "w", "x"]);
});

test("what is seen grows by one with each step, and shrinks again on the way back", () => {
  const answer = line(),
    steps = stepsOf(answer),
    sizes = ({ values, gradients, updated }) => [values.size, gradients.size, updated.size];
  assert.deepEqual(sizes(seenAt(answer, steps, -1)), [3, 0, 0]); // W, b and t are known
  assert.deepEqual(sizes(seenAt(answer, steps, 0)), [4, 0, 0]);
  assert.deepEqual(sizes(seenAt(answer, steps, firstOf(steps, "backward"))), [8, 1, 0]);
  assert.deepEqual(sizes(seenAt(answer, steps, steps.length - 1)), [8, 7, 3]);
});

test("a box is found in the same phase, or the nearest one before", () => {
  const steps = stepsOf(line());
  assert.equal(steps[stepFor(steps, "z1", "backward")].phase, "backward");
  assert.equal(steps[stepFor(steps, "W1", "forward")].phase, "backward");
  assert.equal(steps[stepFor(steps, "x", "update")].phase, "backward");
});

test("the straight way lies in one row, and what is given stands above its use", () => {
  const { places, width, height } = layoutLine(line().nodes),
    chain = ["x", "s1", "z1", "y", "L"].map((id) => places.get(id));
  assert.deepEqual(new Set(chain.map(({ y }) => y)).size, 1);
  for (let at = 1; at < chain.length; at++) assert.ok(Math.abs(chain[at].x - chain[at - 1].x - BY_LAYER.across) < 1e-9);
  assert.equal(places.get("W1").x, places.get("s1").x);
  assert.ok(places.get("t").y < places.get("L").y);
  for (const { x, y, width: w, height: h } of places.values())
    assert.ok(x >= w / 2 && x <= width - w / 2 && y >= h / 2 && y <= height - h / 2);
});

test("in columns, each box stands right of its parents, and none on another", () => {
  const nodes = fork().nodes,
    { places } = layoutColumns(nodes);
  for (const { id, parents } of nodes) for (const parent of parents) assert.ok(places.get(parent).x < places.get(id).x);
  assert.equal(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size, nodes.length);
});

test("lines end at the boxes' edges", () => {
  const from = { x: 2, y: 3, width: 2, height: 1 };
  assert.equal(linePath(from, { ...from, x: 8 }, 0.5), "M3 3.5L7 3.5");
  assert.equal(linePath(from, { ...from, y: 9 }, 0), "M2 3.5L2 8.5");
  assert.match(linePath(from, { ...from, x: 8, y: 9 }, 0), /^M3 3C.* 7 9$/);
});

test("matrices are unpacked row by row, from numbers, float32 and bytes", () => {
  const text = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
  assert.deepEqual(matrix({ rows: 2, numbers: [1, null, 3, 4, 5, 6] }), [
    [1, null, 3],
    [4, 5, 6],
  ]);
  assert.deepEqual(matrix({ rows: 2, float32: text(new Float32Array([1.5, -2]).buffer) }), [[1.5], [-2]]);
  assert.deepEqual(matrix({ rows: 1, dots: text(new Int8Array([127, -127, 0]).buffer) }), [[127, -127, 0]]);
});

test("the box that is looked at and those near it have all their numbers, the others a picture", () => {
  const packed = (numbers) => ({ rows: numbers.length, numbers }),
    seen = {
      id: "a",
      back: [{ from: "b", gradient: packed([7]) }],
      value: { rows: 1, dots: btoa("\x7f"), length: 9 },
      gradient: null,
    };
  const near = { a: { value: packed([3, 4]), gradient: packed([1, 2]), details: { slope: packed([5, 6]) } } };
  const answer = unpack({
    nodes: [seen],
    opened: { id: "a", near, jacobian: { own: packed([1]), refused: undefined } },
  });
  assert.deepEqual(nodeOf(answer, "a").value, { matrix: [[127]], length: 9 });
  assert.deepEqual(nodeOf(answer, "a").back[0].gradient, { matrix: [[7]], length: 7 });
  assert.deepEqual(
    [wholeOf(answer, "a").value, wholeOf(answer, "a").gradient, wholeOf(answer, "a").details.slope],
    [
      [[3], [4]],
      [[1], [2]],
      [[5], [6]],
    ],
  );
  assert.deepEqual(
    [answer.opened.jacobian.own, answer.opened.jacobian.product, answer.opened.update],
    [[[1]], undefined, undefined],
  );
});

test("each step says in a sentence what it does", () => {
  const { nodes } = line(),
    of = (id) => nodes.find((each) => each.id === id);
  for (const each of nodes) assert.match(forwardSentence(each), /\.$/, each.id);
  assert.match(backwardSentence(of("L"), null), /^The way back begins/);
  assert.match(backwardSentence(of("W1"), "product"), /^A weight's gradient/);
  assert.match(backwardSentence(of("x"), "product"), /went to every unit/);
  assert.match(backwardSentence(fork().nodes[0], "multiply"), /^Several paths/);
});

test("paths are counted and their products added", () => {
  assert.deepEqual(overPaths(fork(), "x", "L"), { paths: 2, sum: 5 });
  assert.deepEqual(overPaths(fork(), "w", "L"), { paths: 1, sum: 3 });
  assert.deepEqual(overPaths(fork(), "L", "x"), { paths: 0, sum: 0 });
  assert.deepEqual(pathsOf(fork(), "x", "L"), [
    { boxes: ["x", "m", "L"], slopes: [4, 1], product: 4 },
    { boxes: ["x", "L"], slopes: [1], product: 1 },
  ]);
  assert.deepEqual(pathsOf(fork(), "L", "x"), []);
});

test("formulas are said with their numbers, forwards", () => {
  const answer = line(),
    say = (id, row = 0) => forwardLines(nodeOf(answer, id), (name) => nodeOf(answer, name), row, 0)[0].numbers;
  assert.equal(say("s1"), "2.000 · 1.000 + (−1.000) · 1.000 = 1.000");
  assert.equal(say("z1"), "1.000 + 0.500 = 1.500");
  assert.equal(say("y"), "y(1.500) = 0.905");
  assert.equal(say("L"), "½ (0.905 − 1.000)² = 0.004");
  assert.equal(say("x", 1), "= 1.000");
});

test("and backwards, with a sum where paths meet", () => {
  const answer = line(),
    say = (id, row = 0, column = 0) =>
      backwardLines(nodeOf(answer, id), (name) => nodeOf(answer, name), row, column)[0].numbers;
  assert.equal(say("z1"), "(−0.095) · 0.181 = −0.017");
  assert.equal(say("W1", 0, 1), "(−0.017) · 1.000 = −0.017");
  assert.equal(say("x", 0), "2.000 · (−0.017) = −0.034");
  const both = fork(),
    [met] = backwardLines(both.nodes[0], (name) => nodeOf(both, name), 0, 0);
  assert.equal(met.formula, "∂L/∂x = ∂L/∂m · ∂m/∂x + ∂L/∂L · ∂L/∂x");
  assert.equal(met.numbers, "1.000 · 4.000 + 1.000 · 1.000 = 5.000");
});

test("the update is told stage by stage, as the rule has it", () => {
  const numbers = {
    optimizer: "sgd",
    learning_rate: 0.1,
    momentum: 0.9,
    decay: 0.99,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    updates: 12,
    penalty_power: 2,
    penalty_rate: 0.1,
    norm: 2,
    clip_norm: 1,
    clip_factor: 0.5,
  };
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
    first_fair: 1.5,
    second_fair: 4,
    change: -0.075,
    after: 0.925,
  };
  const lines = updateLines("w", { ...numbers, optimizer: "adam" }, { held: false, stages });
  assert.equal(lines.length, 6);
  assert.equal(lines[2].numbers, "1.100 / (1 − 0.9¹²) = 1.500");
  const tiny = updateLines(
    "w",
    { ...numbers, optimizer: "rmsprop" },
    {
      held: false,
      stages: { before: 1, gradient: 2.85e-4, second_before: 0, second: 8.15e-8, change: -0.01, after: 0.99 },
    },
  );
  assert.match(tiny[0].numbers, / · \(2\.85·10⁻⁴\)² = 8\.15·10⁻⁸$/); // not 10⁻⁴²
  assert.match(tiny[1].numbers, /√\(8\.15·10⁻⁸\) \+ /);
});

test("what is held does not move, and says why", () => {
  const numbers = {
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
  const stages = { before: 1, gradient: 2, change: 0, after: 1 };
  const [line, ...more] = updateLines("w", numbers, { held: true, stages });
  assert.equal(line.formula, "w ← w");
  assert.match(line.numbers, /^= 1\.000: frozen or disabled/);
  assert.equal(more.length, 0);
  assert.equal(updateLines("w", numbers, { held: false, stages }).length, 2);
});

test("numbers to be compared have seven digits, whatever their size", () => {
  assert.deepEqual([0.0123456789, -2, 1.23456789e-5, 0].map(precise), [
    "0.01234568",
    "−2.000000",
    "1.234568·10⁻⁵",
    "0.000000",
  ]);
});

test("a loss is said with its numbers, forwards and backwards", () => {
  const of = (formula, predictions, targets = ["1"], row = 0) => filled(formula, "p", predictions, targets, row);
  assert.equal(of("L = −t · ln p − (1 − t) · ln(1 − p)", ["0.8"]), "−1 · ln 0.8 − (1 − 1) · ln(1 − 0.8)");
  assert.equal(of("∂L/∂p = (p − t) / (p · (1 − p))", ["0.8"], ["0"]), "(0.8 − 0) / (0.8 · (1 − 0.8))");
  assert.equal(of("L = −Σᵢ tᵢ · ln pᵢ", ["0.1", "0.9"], ["0", "1"]), "−(0 · ln 0.1 + 1 · ln 0.9)");
  assert.equal(of("∂L/∂p = −tᵢ / pᵢ", ["0.1", "0.9"], ["0", "1"], 1), "−1 / 0.9");
  assert.equal(of("L = ½ Σᵢ (pᵢ − tᵢ)²", ["0.1", "0.9"], ["0", "1"]), "½ ((0.1 − 0)² + (0.9 − 1)²)");
  assert.equal(filled("L = max(0, 1 − t · z⁽³⁾), with t = ±1", "z⁽³⁾", ["2"], ["(−1)"]), "max(0, 1 − (−1) · 2)");
  assert.equal(filled("L = |z⁽³⁾ − t|", "z⁽³⁾", ["2"], ["(−1)"]), "|2 − (−1)|");
  assert.equal(of("L = ½ e² where |e| ≤ δ, else δ (|e| − ½ δ), with e = p − t", ["2"]), null);
  assert.equal(of("L = max(0, 1 + the best other score − the right class's)", ["2", "1"], ["1", "0"]), null);
});

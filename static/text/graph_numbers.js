/** The graph's formulas with numbers in them: what each step does to the one number that is looked at. */

import { byHand, Pen } from "./by_hand.js";
import { filled, MOST_TERMS } from "./graph_filled.js";
import { listed } from "./lists.js";
import { raised, tick } from "./numbers.js";
import { say } from "./say.js";

/**
 * @typedef {{id: string, kind: string, symbol: string, title: string, formula: string, parents: string[],
 *   shape: [number, number], start: number, value: number[][], gradient: number[][] | null, back: {from: string,
 *   place: number, formula: string}[], details?: Record<string, number[][]>, locals?: (number | null)[]}} Node
 */
/** @typedef {(id: string) => Node} Find */
/**
 * @typedef {{formula: string, numbers: string}} Line a formula with letters, and the same with numbers ("" for none)
 */
/**
 * @typedef {{optimizer: string, learning_rate: number, momentum: number, decay: number, beta1: number, beta2: number,
 *   epsilon: number, updates: number, penalty_power: number, penalty_rate: number, norm: number, clip_norm: number,
 *   clip_factor: number}} Rule
 */
/**
 * @typedef {{held: boolean, stages: Record<string, number>}} Moved the stages of one
 *   parameter's step; `held`: it does not move
 */

const rough = new Pen(0); // for numbers that stand by themselves

/** @param {string[]} terms */
function sum(terms) {
  return terms.length > MOST_TERMS ? `${terms.slice(0, MOST_TERMS - 1).join(" + ")} + …` : terms.join(" + ");
}

/**
 * How a value was computed.
 *
 * @param {Node} node @param {Find} find @param {number} row @param {number} column
 * @returns {Line[]}
 */
export function forwardLines(node, find, row, column) {
  const value = node.value[row]?.[column] ?? null,
    parents = node.parents.map(find);
  const write = (/** @type {Pen} */ pen) => (parents.length ? forward(pen, node, parents, row, column) : "");
  return [{ formula: node.formula || node.symbol, numbers: equal(write, value) }];
}

/**
 * "formula = value", or the value alone where there is no formula.
 *
 * @param {(pen: Pen) => string} write @param {number | null} value
 */
function equal(write, value) {
  return byHand(write, value).trimStart();
}

/**
 * @param {Pen} pen @param {Node} node @param {Node[]} parents @param {number} row @param {number} column
 * @returns {string}
 */
function forward(pen, { kind, title, formula, details }, parents, row, column) {
  const [first, second] = parents,
    at = (/** @type {Node} */ parent) => parent.value[row]?.[column] ?? parent.value[row]?.[0] ?? null;
  switch (kind) {
    case "product":
      return sum(first.value[row].map((weight, source) => pen.times(weight, second.value[source][column])));
    case "shift":
      return `${pen.number(at(first))} + ${pen.bracketed(second.value[row][0])}`;
    case "scale":
      return sum([pen.times(second.value[row][0], first.value[row][column]), pen.bracketed(parents[2].value[row][0])]);
    case "activation":
    case "tanh":
      return `${title}(${pen.number(at(first))})`;
    case "sigmoid":
      return `1 / (1 + e^${pen.bracketed(negated(at(first)))})`;
    case "softmax":
      return `e^${pen.bracketed(at(first))} / (${sum(first.value.map((each) => `e^${pen.bracketed(each[column])}`))})`;
    case "loss":
      return lossNumbers(pen, formula, parents, column, details);
    default:
      return kind.startsWith("standardize") && details
        ? `(${pen.number(at(first))} − ${pen.bracketed(details.mean[row][column])}) / ` +
            pen.number(details.spread[row][column])
        : single(pen, kind, parents);
  }
}

/** @param {Pen} pen @param {string} kind @param {Node[]} parents */
function single(pen, kind, parents) {
  const values = parents.map((parent) => parent.value[0][0]),
    [a, b] = values;
  if (kind === "multiply") return pen.times(a, b);
  if (kind === "add") return sum(values.map((value, at) => (at ? pen.bracketed(value) : pen.number(value))));
  if (kind === "mean")
    return `(${sum(values.map((value, at) => (at ? pen.bracketed(value) : pen.number(value))))}) / ${values.length}`;
  if (kind === "subtract") return `${pen.number(a)} − ${pen.bracketed(b)}`;
  if (kind === "divide") return `${pen.number(a)} / ${pen.bracketed(b)}`;
  if (kind === "square") return `${pen.grouped(a)}²`;
  if (kind === "root") return `√(${pen.number(a)} + 10⁻⁵)`;
  return kind === "exp" ? `exp(${pen.number(a)} − m)` : "";
}

/**
 * @param {Pen} pen @param {string} formula @param {Node[]} parents outputs and targets @param {number} column
 * @param {Record<string, number[][]> | undefined} details
 */
function lossNumbers(pen, formula, parents, column, details) {
  const losses = details?.losses?.[0] ?? [];
  if (losses.length > 1) {
    const told = losses.slice(0, MOST_TERMS).map((each) => pen.number(each));
    return say("mean of {numbers}", { numbers: listed(losses.length > MOST_TERMS ? [...told, "…"] : told) });
  }
  return filledIn(pen, formula, parents, column) ?? withThem(pen, parents, column, "L");
}

/**
 * @param {Pen} pen @param {string} formula @param {Node[]} parents outputs and targets @param {number} column
 * @param {number} [row]
 */
function filledIn(pen, formula, parents, column, row) {
  const targets = parents[parents.length - 1],
    outputs = parents.slice(0, -1);
  const written = (/** @type {Node} */ node) => node.value.map((values) => pen.grouped(values[column]));
  return filled(formula, outputs[0].symbol, outputs.flatMap(written), written(targets), row);
}

/**
 * Where no formula can be filled in: what the result is of. @param {Pen} pen @param {Node[]} parents
 * @param {number} column @param {string} result
 */
function withThem(pen, parents, column, result) {
  return say("with {numbers}: {result}", { numbers: outputsAndTargets(pen, parents, column), result });
}

/** @param {Pen} pen @param {Node[]} parents @param {number} column */
function outputsAndTargets(pen, parents, column) {
  const targets = parents[parents.length - 1],
    outputs = parents.slice(0, -1);
  const written = (/** @type {Node} */ node) => node.value.map((row) => pen.number(row[column]));
  const shown =
    outputs.length > 1
      ? outputs.map((node) => `${node.symbol} = ${pen.number(node.value[0][0])}`).join(", ")
      : `${outputs[0].symbol} = ${tuple(written(outputs[0]))}`;
  return `${shown}, t = ${tuple(written(targets))}`;
}

/** @param {string[]} texts */
function tuple(texts) {
  return texts.length === 1
    ? texts[0]
    : `(${texts.slice(0, MOST_TERMS).join(", ")}${texts.length > MOST_TERMS ? ", …" : ""})`;
}

/** @param {number | null} value */
function negated(value) {
  return value === null ? null : -value;
}

/**
 * How a gradient came about.
 *
 * @param {Node} node @param {Find} find @param {number} row @param {number} column
 * @returns {Line[]}
 */
export function backwardLines(node, find, row, column) {
  const value = node.gradient?.[row]?.[column] ?? null;
  if (!node.back.length) return [{ formula: "∂L/∂L = 1", numbers: say("Here the way back begins.") }];
  if (node.back.length > 1) return meeting(node, find, value);
  const [{ from, place, formula }] = node.back,
    child = find(from);
  const write = (/** @type {Pen} */ pen) =>
    child.locals
      ? pen.times(upstream(child, 0, 0), child.locals[place] ?? 0)
      : pulled(pen, child, place, formula, find, row, column);
  return [{ formula, numbers: equal(write, value) }];
}

/**
 * Paths meet: what comes back along each is added up.
 *
 * @param {Node} node @param {Find} find @param {number | null} value
 * @returns {Line[]}
 */
function meeting({ symbol, back }, find, value) {
  const children = back.map(({ from }) => find(from));
  const letters = sum(children.map((child) => `∂L/∂${child.symbol} · ∂${child.symbol}/∂${symbol}`));
  const write = (/** @type {Pen} */ pen) =>
    sum(back.map(({ place }, at) => pen.times(upstream(children[at], 0, 0), children[at].locals?.[place] ?? 0)));
  return [{ formula: `∂L/∂${symbol} = ${letters}`, numbers: byHand(write, value) }];
}

/** @param {Node} child @param {number} row @param {number} column */
function upstream(child, row, column) {
  return child.gradient?.[row]?.[column] ?? 0;
}

/**
 * @param {Pen} pen @param {Node} child @param {number} place @param {string} formula @param {Find} find
 * @param {number} row @param {number} column
 * @returns {string}
 */
function pulled(pen, child, place, formula, find, row, column) {
  const g = (/** @type {number} */ unit, sample = column) => upstream(child, unit, sample),
    parents = child.parents.map(find);
  const samples = child.value[0].map((_, sample) => sample),
    own = child.value[row]?.[column];
  switch (child.kind) {
    case "product":
      if (place === 0) return sum(samples.map((sample) => pen.times(g(row, sample), parents[1].value[column][sample])));
      return sum(parents[0].value.map((weights, unit) => pen.times(weights[row], g(unit))));
    case "shift":
      return place === 0 || samples.length === 1 ? "" : sum(samples.map((sample) => pen.bracketed(g(row, sample))));
    case "scale":
      if (place === 0) return pen.times(parents[1].value[row][0], g(row));
      return sum(
        samples.map((sample) =>
          place === 1 ? pen.times(g(row, sample), parents[0].value[row][sample]) : pen.bracketed(g(row, sample)),
        ),
      );
    case "activation":
    case "tanh":
      return pen.times(g(row), child.details?.slope[row][column] ?? 0);
    case "sigmoid":
      return `${pen.bracketed(g(row))} · ${pen.number(own)} · (1 − ${pen.number(own)})`;
    case "softmax":
      return (
        `${pen.number(own)} · (${pen.number(g(row))} − ` +
        `(${sum(child.value.map((p, unit) => pen.times(p[column], g(unit))))}))`
      );
    case "standardize_running":
      return `${pen.number(g(row))} / ${pen.number(child.details?.spread[row][column] ?? 1)}`;
    case "loss":
      return (
        (samples.length === 1 ? filledIn(pen, formula, parents, column, row) : null) ??
        withThem(pen, parents, column, `∂L/∂${parents[0].symbol}`)
      );
    default:
      return "";
  }
}

/**
 * How one parameter moves, stage by stage.
 *
 * @param {string} name @param {Rule} numbers @param {Moved} moved
 * @returns {Line[]}
 */
export function updateLines(name, numbers, { held, stages }) {
  const of = (/** @type {string} */ stage) => stages[stage] ?? null,
    has = (/** @type {string} */ stage) => stage in stages,
    lines = /** @type {Line[]} */ ([]);
  if (held)
    return [
      {
        formula: `${name} ← ${name}`,
        numbers: say("= {number}: frozen or disabled in the network, so it does not move, whatever its gradient says", {
          number: rough.number(of("before")),
        }),
      },
    ];
  const add = (
    /** @type {string} */ formula,
    /** @type {(pen: Pen) => string} */ write,
    /** @type {number | null} */ result,
    told = (/** @type {string} */ numbers) => numbers,
  ) => lines.push({ formula, numbers: told(byHand(write, result)) });
  if (has("clipped"))
    add(
      "g ← g · c / (‖g‖ + 10⁻⁶)",
      (pen) => pen.times(of("gradient") ?? 0, numbers.clip_factor),
      of("clipped"),
      (told) =>
        say("{numbers}, as ‖g‖ = {norm} is above c = {limit}", {
          numbers: told,
          norm: rough.number(numbers.norm),
          limit: tick(numbers.clip_norm),
        }),
    );
  if (has("penalty"))
    add(
      numbers.penalty_power === 2 ? "g ← g + λ θ" : "g ← g + λ |θ|ᵖ⁻¹ sign θ",
      (pen) => `${pen.number(of(has("clipped") ? "clipped" : "gradient"))} + ${pen.bracketed(of("penalty"))}`,
      of("used"),
    );
  const g = of("used") ?? of("gradient") ?? 0;
  for (const line of rule(numbers, of, g)) lines.push(line);
  const moved = has("moved") ? of("moved") : of("after");
  add(`${name} ← ${name} + Δ`, (pen) => `${pen.number(of("before"))} + ${pen.bracketed(of("change"))}`, moved);
  if (of("pull")) for (const line of shrinkage(name, numbers, of)) lines.push(line);
  return lines;
}

/**
 * How a penalty with a kink then moves a weight: as far as the optimizer would for a steady gradient of its slope.
 *
 * @param {string} name @param {Rule} n @param {(stage: string) => number | null} of
 * @returns {Line[]}
 */
function shrinkage(name, n, of) {
  return [
    pull(n, of),
    {
      formula:
        n.penalty_power === 1
          ? say("{name} moves towards 0 by τ, and stops there", { name })
          : say("{name} ← the x with the smallest {sum}", { name, sum: `½ (x − ${name})² + τ |x|ᵖ / p` }),
      numbers: `${rough.number(of("moved"))} → ${rough.number(of("after"))}`,
    },
  ];
}

/** @param {Rule} n @param {(stage: string) => number | null} of @returns {Line} */
function pull(n, of) {
  const λα = `${tick(n.penalty_rate)} · ${tick(n.learning_rate)}`;
  const line = (/** @type {string} */ formula, /** @type {(pen: Pen) => string} */ divisor) => ({
    formula,
    numbers: byHand((pen) => `${λα}${divisor(pen)}`, of("pull")),
  });
  const grown = (/** @type {number} */ t) => ` · (1 − ${tick(n.momentum)}${raised(t)}) / (1 − ${tick(n.momentum)})`,
    root = (/** @type {string} */ squares) => (/** @type {Pen} */ pen) =>
      ` / (√${pen.grouped(of(squares))} + ${tick(n.epsilon)})`;
  switch (n.optimizer) {
    case "momentum":
      return line("τ = λ α (1 − μᵗ) / (1 − μ)", () => grown(n.updates));
    case "nesterov":
      return line("τ = λ α (1 − μᵗ⁺¹) / (1 − μ)", () => grown(n.updates + 1));
    case "rmsprop":
      return line("τ = λ α / (√s + ε)", root("second"));
    case "adam":
      return line("τ = λ α / (√ŝ + ε)", root("second_fair"));
    default:
      return line("τ = λ α", () => "");
  }
}

/** @param {Rule} n @param {(stage: string) => number | null} of @param {number} g @returns {Line[]} */
function rule(n, of, g) {
  const α = n.learning_rate,
    change = of("change");
  const line = (
    /** @type {string} */ formula,
    /** @type {number | null} */ result,
    /** @type {(pen: Pen) => string} */ write,
  ) => ({ formula, numbers: byHand(write, result) });
  const velocity = line(
    "v ← μ v + g",
    of("first"),
    (pen) => `${pen.share(n.momentum, of("first_before"))} + ${pen.bracketed(g)}`,
  );
  const squares = (/** @type {string} */ keep, /** @type {number} */ kept) =>
    line(
      `s ← ${keep} s + (1 − ${keep}) g²`,
      of("second"),
      (pen) => `${pen.share(kept, of("second_before"))} + ${tick(1 - kept)} · ${pen.grouped(g)}²`,
    );
  const unbiased = (/** @type {number} */ beta) => `(1 − ${tick(beta)}${raised(n.updates)})`;
  switch (n.optimizer) {
    case "momentum":
      return [velocity, line("Δ = −α v", change, (pen) => `−${pen.share(α, of("first"))}`)];
    case "nesterov":
      return [
        velocity,
        line("Δ = −α (g + μ v)", change, (pen) => {
          const ahead = pen.share(n.momentum, of("first"));
          return `−${tick(α)} · (${pen.number(g)} + ${ahead})`;
        }),
      ];
    case "rmsprop":
      return [
        squares("ρ", n.decay),
        line("Δ = −α g / (√s + ε)", change, (pen) => {
          const root = `√${pen.grouped(of("second"))}`;
          return `−${pen.share(α, g)} / (${root} + ${tick(n.epsilon)})`;
        }),
      ];
    case "adam":
      return [
        line(
          "m ← β₁ m + (1 − β₁) g",
          of("first"),
          (pen) => `${pen.share(n.beta1, of("first_before"))} + ${pen.share(1 - n.beta1, g)}`,
        ),
        squares("β₂", n.beta2),
        line("m̂ = m / (1 − β₁ᵗ)", of("first_fair"), (pen) => `${pen.number(of("first"))} / ${unbiased(n.beta1)}`),
        line("ŝ = s / (1 − β₂ᵗ)", of("second_fair"), (pen) => `${pen.number(of("second"))} / ${unbiased(n.beta2)}`),
        line("Δ = −α m̂ / (√ŝ + ε)", change, (pen) => {
          const root = `√${pen.grouped(of("second_fair"))}`;
          return `−${pen.share(α, of("first_fair"))} / (${root} + ${tick(n.epsilon)})`;
        }),
      ];
    default:
      return [line("Δ = −α g", change, (pen) => `−${pen.share(α, g)}`)];
  }
}

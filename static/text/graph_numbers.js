/** The graph's formulas with numbers in them: what each step does to the one number that is looked at. */

import { filled, MOST_TERMS } from "./graph_filled.js";
import { plain, raised, tick } from "./numbers.js";

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

/** In a product or after a sign. @param {number | null} value */
function bracketed(value) {
  const text = number(value);
  return text.startsWith("−") ? `(${text})` : text;
}

/** Under a power or a root, where a power of ten would be read along with it. @param {number | null} value */
function grouped(value) {
  const text = bracketed(value);
  return text.includes("·") && !text.startsWith("(") ? `(${text})` : text;
}

/** @param {number | null} value */
function number(value) {
  if (value === null) return "no number";
  return value === 0 ? "0" : plain(value);
}

/** @param {string[]} terms */
function sum(terms) {
  return terms.length > MOST_TERMS ? `${terms.slice(0, MOST_TERMS - 1).join(" + ")} + …` : terms.join(" + ");
}

/** @param {number} left @param {number} right */
const times = (left, right) => `${bracketed(left)} · ${bracketed(right)}`;

/** A setting times a number. @param {number} left @param {number | null} right */
const share = (left, right) => `${tick(left)} · ${bracketed(right)}`;

/**
 * How a value was computed.
 *
 * @param {Node} node @param {Find} find @param {number} row @param {number} column
 * @returns {Line[]}
 */
export function forwardLines(node, find, row, column) {
  const numbers = node.parents.length ? forward(node, node.parents.map(find), row, column) : "";
  const value = node.value[row]?.[column] ?? null;
  if (!numbers) return [{ formula: node.formula || node.symbol, numbers: `= ${number(value)}` }];
  return [{ formula: node.formula, numbers: `${numbers} = ${number(value)}` }];
}

/** @param {Node} node @param {Node[]} parents @param {number} row @param {number} column @returns {string} */
function forward({ kind, title, formula, details }, parents, row, column) {
  const [first, second] = parents,
    at = (/** @type {Node} */ parent) => parent.value[row]?.[column] ?? parent.value[row]?.[0] ?? null;
  switch (kind) {
    case "product":
      return sum(first.value[row].map((weight, source) => times(weight, second.value[source][column])));
    case "shift":
      return `${number(at(first))} + ${bracketed(second.value[row][0])}`;
    case "scale":
      return `${times(second.value[row][0], first.value[row][column])} + ${bracketed(parents[2].value[row][0])}`;
    case "activation":
    case "tanh":
      return `${title}(${number(at(first))})`;
    case "sigmoid":
      return `1 / (1 + e^${bracketed(negated(at(first)))})`;
    case "softmax":
      return `e^${bracketed(at(first))} / (${sum(first.value.map((each) => `e^${bracketed(each[column])}`))})`;
    case "loss":
      return lossNumbers(formula, parents, column, details);
    default:
      return kind.startsWith("standardize") && details
        ? `(${number(at(first))} − ${bracketed(details.mean[row][column])}) / ${number(details.spread[row][column])}`
        : single(kind, parents);
  }
}

/** @param {string} kind @param {Node[]} parents */
function single(kind, parents) {
  const values = parents.map((parent) => parent.value[0][0]),
    [a, b] = values;
  if (kind === "multiply") return times(a, b);
  if (kind === "add") return sum(values.map((value, at) => (at ? bracketed(value) : number(value))));
  if (kind === "mean")
    return `(${sum(values.map((value, at) => (at ? bracketed(value) : number(value))))}) / ${values.length}`;
  if (kind === "subtract") return `${number(a)} − ${bracketed(b)}`;
  if (kind === "divide") return `${number(a)} / ${bracketed(b)}`;
  if (kind === "square") return `${grouped(a)}²`;
  if (kind === "root") return `√(${number(a)} + 10⁻⁵)`;
  return kind === "exp" ? `exp(${number(a)} − m)` : "";
}

/**
 * @param {string} formula @param {Node[]} parents outputs and targets @param {number} column
 * @param {Record<string, number[][]> | undefined} details
 */
function lossNumbers(formula, parents, column, details) {
  const losses = details?.losses?.[0] ?? [];
  if (losses.length > 1)
    return `mean of ${losses.slice(0, MOST_TERMS).map(number).join(", ")}${losses.length > MOST_TERMS ? ", …" : ""}`;
  return filledIn(formula, parents, column) ?? `with ${outputsAndTargets(parents, column)}: L`;
}

/** @param {string} formula @param {Node[]} parents outputs and targets @param {number} column @param {number} [row] */
function filledIn(formula, parents, column, row) {
  const targets = parents[parents.length - 1],
    outputs = parents.slice(0, -1);
  const listed = (/** @type {Node} */ node) => node.value.map((values) => grouped(values[column]));
  return filled(formula, outputs[0].symbol, outputs.flatMap(listed), listed(targets), row);
}

/** @param {Node[]} parents @param {number} column */
function outputsAndTargets(parents, column) {
  const targets = parents[parents.length - 1],
    outputs = parents.slice(0, -1);
  const listed = (/** @type {Node} */ node) => node.value.map((row) => number(row[column]));
  const shown =
    outputs.length > 1
      ? outputs.map((node) => `${node.symbol} = ${number(node.value[0][0])}`).join(", ")
      : `${outputs[0].symbol} = ${tuple(listed(outputs[0]))}`;
  return `${shown}, t = ${tuple(listed(targets))}`;
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
  if (!node.back.length) return [{ formula: "∂L/∂L = 1", numbers: "Here the way back begins." }];
  if (node.back.length > 1) return meeting(node, find, value);
  const [{ from, place, formula }] = node.back,
    child = find(from);
  const numbers = child.locals
    ? times(upstream(child, 0, 0), child.locals[place] ?? 0)
    : pulled(child, place, formula, find, row, column);
  return [{ formula, numbers: numbers ? `${numbers} = ${number(value)}` : `= ${number(value)}` }];
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
  const terms = back.map(({ place }, at) => times(upstream(children[at], 0, 0), children[at].locals?.[place] ?? 0));
  return [{ formula: `∂L/∂${symbol} = ${letters}`, numbers: `${sum(terms)} = ${number(value)}` }];
}

/** @param {Node} child @param {number} row @param {number} column */
function upstream(child, row, column) {
  return child.gradient?.[row]?.[column] ?? 0;
}

/**
 * @param {Node} child @param {number} place @param {string} formula @param {Find} find @param {number} row
 * @param {number} column
 * @returns {string}
 */
function pulled(child, place, formula, find, row, column) {
  const g = (/** @type {number} */ unit, sample = column) => upstream(child, unit, sample),
    parents = child.parents.map(find);
  const samples = child.value[0].map((_, sample) => sample),
    own = child.value[row]?.[column];
  switch (child.kind) {
    case "product":
      if (place === 0) return sum(samples.map((sample) => times(g(row, sample), parents[1].value[column][sample])));
      return sum(parents[0].value.map((weights, unit) => times(weights[row], g(unit))));
    case "shift":
      return place === 0 || samples.length === 1 ? "" : sum(samples.map((sample) => bracketed(g(row, sample))));
    case "scale":
      if (place === 0) return times(parents[1].value[row][0], g(row));
      return sum(
        samples.map((sample) =>
          place === 1 ? times(g(row, sample), parents[0].value[row][sample]) : bracketed(g(row, sample)),
        ),
      );
    case "activation":
    case "tanh":
      return times(g(row), child.details?.slope[row][column] ?? 0);
    case "sigmoid":
      return `${bracketed(g(row))} · ${number(own)} · (1 − ${number(own)})`;
    case "softmax":
      return `${number(own)} · (${number(g(row))} − (${sum(child.value.map((p, unit) => times(p[column], g(unit))))}))`;
    case "standardize_running":
      return `${number(g(row))} / ${number(child.details?.spread[row][column] ?? 1)}`;
    case "loss":
      return (
        (samples.length === 1 ? filledIn(formula, parents, column, row) : null) ??
        `with ${outputsAndTargets(parents, column)}: ∂L/∂${parents[0].symbol}`
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
        numbers:
          `= ${number(of("before"))}: frozen or disabled in the network, so it does not move, whatever its ` +
          `gradient says`,
      },
    ];
  const add = (/** @type {string} */ formula, /** @type {string} */ text) => lines.push({ formula, numbers: text });
  if (has("clipped"))
    add(
      "g ← g · c / (‖g‖ + 10⁻⁶)",
      `${times(of("gradient") ?? 0, numbers.clip_factor)} = ${number(of("clipped"))}, as ‖g‖ = ` +
        `${number(numbers.norm)} is above c = ${number(numbers.clip_norm)}`,
    );
  if (has("penalty"))
    add(
      numbers.penalty_power === 2 ? "g ← g + λ θ" : "g ← g + λ |θ|ᵖ⁻¹ sign θ",
      `${number(of(has("clipped") ? "clipped" : "gradient"))} + ${bracketed(of("penalty"))} = ${number(of("used"))}`,
    );
  const g = of("used") ?? of("gradient") ?? 0;
  for (const line of rule(numbers, of, g)) lines.push(line);
  const moved = has("moved") ? of("moved") : of("after");
  add(`${name} ← ${name} + Δ`, `${number(of("before"))} + ${bracketed(of("change"))} = ${number(moved)}`);
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
  const λα = `${tick(n.penalty_rate)} · ${tick(n.learning_rate)}`,
    τ = number(of("pull")),
    moved = number(of("moved")),
    t = n.optimizer === "nesterov" ? n.updates + 1 : n.updates,
    /** @type {Record<string, Line>} */
    pulls = {
      sgd: { formula: "τ = λ α", numbers: `${λα} = ${τ}` },
      momentum: {
        formula: n.optimizer === "nesterov" ? "τ = λ α (1 − μᵗ⁺¹) / (1 − μ)" : "τ = λ α (1 − μᵗ) / (1 − μ)",
        numbers: `${λα} · (1 − ${tick(n.momentum)}${raised(t)}) / (1 − ${tick(n.momentum)}) = ${τ}`,
      },
      rmsprop: {
        formula: "τ = λ α / (√s + ε)",
        numbers: `${λα} / (√${grouped(of("second"))} + ${tick(n.epsilon)}) = ${τ}`,
      },
      adam: {
        formula: "τ = λ α / (√ŝ + ε)",
        numbers: `${λα} / (√${grouped(of("second_fair"))} + ${tick(n.epsilon)}) = ${τ}`,
      },
    };
  return [
    pulls[n.optimizer === "nesterov" ? "momentum" : n.optimizer],
    {
      formula:
        n.penalty_power === 1
          ? `${name} moves towards 0 by τ, and stops there`
          : `${name} ← the x with the smallest ½ (x − ${name})² + τ |x|ᵖ / p`,
      numbers: `${moved} → ${number(of("after"))}`,
    },
  ];
}

/** @param {Rule} n @param {(stage: string) => number | null} of @param {number} g @returns {Line[]} */
function rule(n, of, g) {
  const α = n.learning_rate,
    change = number(of("change")),
    first = number(of("first")),
    second = number(of("second"));
  const sgd = { formula: "Δ = −α g", numbers: `−${tick(α)} · ${bracketed(g)} = ${change}` };
  const velocity = {
    formula: "v ← μ v + g",
    numbers: `${share(n.momentum, of("first_before"))} + ${bracketed(g)} = ${first}`,
  };
  const squares = (/** @type {string} */ keep, /** @type {number} */ kept) => ({
    formula: `s ← ${keep} s + (1 − ${keep}) g²`,
    numbers: `${share(kept, of("second_before"))} + ${tick(1 - kept)} · ${grouped(g)}² = ${second}`,
  });
  switch (n.optimizer) {
    case "momentum":
      return [velocity, { formula: "Δ = −α v", numbers: `−${tick(α)} · ${bracketed(of("first"))} = ${change}` }];
    case "nesterov":
      return [
        velocity,
        {
          formula: "Δ = −α (g + μ v)",
          numbers: `−${tick(α)} · (${number(g)} + ${share(n.momentum, of("first"))}) = ${change}`,
        },
      ];
    case "rmsprop":
      return [
        squares("ρ", n.decay),
        {
          formula: "Δ = −α g / (√s + ε)",
          numbers: `−${tick(α)} · ${bracketed(g)} / (√${grouped(of("second"))} + ${tick(n.epsilon)}) = ${change}`,
        },
      ];
    case "adam":
      return [
        {
          formula: "m ← β₁ m + (1 − β₁) g",
          numbers: `${share(n.beta1, of("first_before"))} + ${share(1 - n.beta1, g)} = ${first}`,
        },
        squares("β₂", n.beta2),
        {
          formula: "m̂ = m / (1 − β₁ᵗ)",
          numbers: `${first} / (1 − ${tick(n.beta1)}${raised(n.updates)}) = ${number(of("first_fair"))}`,
        },
        {
          formula: "ŝ = s / (1 − β₂ᵗ)",
          numbers: `${second} / (1 − ${tick(n.beta2)}${raised(n.updates)}) = ${number(of("second_fair"))}`,
        },
        {
          formula: "Δ = −α m̂ / (√ŝ + ε)",
          numbers:
            `−${tick(α)} · ${bracketed(of("first_fair"))} / (√${grouped(of("second_fair"))} + ` +
            `${tick(n.epsilon)}) = ${change}`,
        },
      ];
    default:
      return [sgd];
  }
}

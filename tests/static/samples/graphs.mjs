/** Two small graphs with their numbers by hand, as the server answers them: a neuron by layer, a sum by operation. */

export const node = (id, kind, parents, value, gradient, more = {}) => ({
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
export function line() {
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
export function fork() {
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

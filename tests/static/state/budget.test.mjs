/** Parameters are counted layer by layer, and the shapes of a budget are the widest that fit in. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { layersOf, parametersOf, shapesWithin } from "../../../static/state/budget.js";

const FRAME = { inputs: 2, outputs: 1, normalized: false, mostLayers: 8, mostUnits: 128 };
const PLAIN = { activation: null, dropout: null, normalization: null };
const never = () => false;

test("weights, biases and the scale and shift of normalized hidden layers count", () => {
  assert.equal(parametersOf([2, 4, 2, 1], never), 25);
  assert.equal(parametersOf([2, 1], never), 3);
  assert.equal(
    parametersOf([2, 4, 2, 1], (layer) => layer === 2),
    29,
  );
  assert.equal(
    parametersOf([2, 3, 1], () => true),
    9 + 6 + 4,
  );
});

test("each number of layers has the widest network that fits into the budget", () => {
  const shapes = shapesWithin(250, FRAME);
  assert.deepEqual(shapes.slice(0, 4).concat(shapes[5]), [
    { depth: 1, width: 62, parameters: 249 },
    { depth: 2, width: 13, parameters: 235 },
    { depth: 3, width: 9, parameters: 217 },
    { depth: 4, width: 8, parameters: 249 },
    { depth: 6, width: 6, parameters: 235 },
  ]);
  for (const { depth, width, parameters } of shapes) {
    const next = [2, ...Array(depth).fill(width + 1), 1];
    assert.ok(parameters <= 250 && parametersOf(next, never) > 250);
  }
});

test("normalization takes room from the widths", () => {
  const [one, two] = shapesWithin(250, { ...FRAME, normalized: true });
  assert.deepEqual([one.width, two.width], [41, 11]);
  assert.equal(
    two.parameters,
    parametersOf([2, 11, 11, 1], () => true),
  );
});

test("a layer that would be wider than allowed is not on offer, nor one without a unit", () => {
  assert.deepEqual(
    shapesWithin(1000, FRAME).map(({ depth }) => depth),
    [2, 3, 4, 5, 6, 7, 8],
  );
  assert.deepEqual(
    shapesWithin(9, FRAME).map(({ depth, width }) => [depth, width]),
    [
      [1, 2],
      [2, 1],
      [3, 1],
    ],
  );
  assert.deepEqual(shapesWithin(4, FRAME), []);
});

test("what all layers have of their own stays, and what only some have does not", () => {
  const shape = { depth: 3, width: 9, parameters: 217 },
    own = { ...PLAIN, activation: "relu", units: 4 };
  assert.deepEqual(layersOf(shape, [own, { ...own, units: 2 }]), Array(3).fill({ ...own, units: 9 }));
  assert.deepEqual(layersOf(shape, [own, { ...PLAIN, units: 2 }]), Array(3).fill({ ...PLAIN, units: 9 }));
});

/** Words of the graph: shapes, samples and sums as they are, each count with its noun. */
import assert from "node:assert/strict";
import test from "node:test";

import { GRAPH } from "../../../static/text/graph.js";

test("a shape of one number is one number", () => {
  assert.deepEqual([GRAPH.shape([1, 1]), GRAPH.shape([1, 4])], ["one number", "1 × 4"]);
  assert.equal(GRAPH.describe("z1", "z1", [2, 3], null), "z1, 2 × 3");
  assert.equal(GRAPH.describe("b", "bias", [1, 1], -0.5), "b, bias, −0.500");
});

test("samples are counted from one", () => {
  assert.match(GRAPH.sampleHelp(250, 500), /1 to 250 train .* 251 to 500 only test/);
  assert.equal(GRAPH.samplesOf(1), "the next 1 sample");
  assert.equal(GRAPH.ofBatch(0, 32, 1233), "sample 1 of 32, number 1,234 of the data");
  assert.deepEqual([GRAPH.cell(0, 2), GRAPH.where("loss", 4, 20)], ["row 1, column 3", "Loss · step 5 of 20"]);
});

test("a class is named by its name, its sign or its number", () => {
  assert.deepEqual(
    [GRAPH.classOf("binary", 0, []), GRAPH.classOf("multiclass", 2, []), GRAPH.classOf("binary", 1, ["no", "yes"])],
    ["negative", "class 3", "yes"],
  );
});

test("what the step did is told in its direction", () => {
  assert.match(GRAPH.fell(0.5, 0.25), /smaller by 0\.250/);
  assert.match(GRAPH.fell(0.25, 0.5), /larger by 0\.250/);
  assert.match(GRAPH.fell(0.5, 0.5), /as it is/);
});

test("backpropagation is right only where the worst error is small", () => {
  assert.match(GRAPH.checked(1200, 1e-8), /^1,200 parameters compared.*is right\.$/);
  assert.doesNotMatch(GRAPH.checked(3, 0.5), /right/);
});

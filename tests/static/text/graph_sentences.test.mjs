/** Each step of the walk says in a sentence what it does. */
import assert from "node:assert/strict";
import test from "node:test";

import { backwardSentence, forwardSentence } from "../../../static/text/graph_sentences.js";
import { fork, line } from "../samples/graphs.mjs";

test("each step says in a sentence what it does", () => {
  const { nodes } = line(),
    of = (id) => nodes.find((each) => each.id === id);
  for (const each of nodes) assert.match(forwardSentence(each), /\.$/, each.id);
  assert.match(backwardSentence(of("L"), null), /^The way back begins/);
  assert.match(backwardSentence(of("W1"), "product"), /^A weight's gradient/);
  assert.match(backwardSentence(of("x"), "product"), /went to every unit/);
  assert.match(backwardSentence(fork().nodes[0], "multiply"), /^Several paths/);
});

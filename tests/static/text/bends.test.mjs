/** What is said of curvature and pieces are whole sentences, for every answer there can be. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { BENDS } from "../../../static/text/bends.js";

const STEEPNESS = { value: 12.4686, is_exact: true, edge: 0.1604, rate: 0.03, optimizer: "SGD", is_adaptive: false };
const ANSWER = {
  run: 1,
  step: 6,
  epochs: 3,
  samples: 250,
  training: 250,
  steepness: STEEPNESS,
  no_steepness: null,
  pieces: { dimensions: 1, count: 23, most: 169 },
  no_pieces: null,
};

/** @param {object} changes */
const said = (changes) => BENDS.sentences({ ...ANSWER, ...changes }).join(" ");

test("the edge stands beside the learning rate it is to be compared with", () => {
  const text = said({});
  assert.match(text, /Measured at epoch 3\. .* curvature λ of 12\.47\./);
  assert.match(text, /SGD .* above 0\.160\. It was 0\.030: below/);
  assert.match(said({ steepness: { ...STEEPNESS, rate: 0.2 } }), /It was 0\.200: not below that edge\./);
});

test("what is not exact, and what is of a part of the data, says so", () => {
  const text = said({ steepness: { ...STEEPNESS, is_exact: false }, samples: 64 });
  assert.match(text, /about 12\.47, over the first 64 of 250 training samples \(Lanczos’s method\)/);
});

test("where there is no edge it says why", () => {
  assert.match(said({ steepness: { ...STEEPNESS, edge: null, optimizer: "Adam", is_adaptive: true } }), /^(?!.*above)/);
  assert.match(said({ steepness: { ...STEEPNESS, edge: null } }), /No direction bends upwards here/);
  assert.match(said({ steepness: null, no_steepness: "Not here." }), /Not here\./);
});

test("pieces are counted on a line and at least met on the plane", () => {
  assert.match(said({}), /made of 23 straight pieces\. A network of this shape can have at most 169\.$/);
  assert.match(said({ pieces: { dimensions: 1, count: 1, most: null } }), /is one straight piece\.$/);
  assert.match(said({ pieces: { dimensions: 2, count: 1234, most: null } }), /at least 1,234 linear regions/);
  assert.match(said({ pieces: { dimensions: 2, count: 1, most: 1 } }), /is one linear region\./);
  assert.match(said({ pieces: null, no_pieces: "It is curved." }), /It is curved\.$/);
});

test("all are whole sentences", () => {
  for (const text of BENDS.sentences(ANSWER)) assert.match(text, /^[A-Z].*\.$/);
});

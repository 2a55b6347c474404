/** A question of the teacher's own: what it lacks, and what is sent of it. */
import assert from "node:assert/strict";
import test from "node:test";

import { asked, BLANK, epochsIn, lackingIn, withOption } from "../../../../static/state/classroom/own_question.js";

const AXIS = { measure: "test_loss", epochs: 100, low: 0, high: 1, is_log: false };

test("what is still to be typed is named", () => {
  assert.equal(lackingIn(BLANK), "text");
  assert.equal(lackingIn({ ...BLANK, text: " \n" }), "text");
  assert.equal(lackingIn({ ...BLANK, text: "Which?", options: ["one", " ", ""] }), "options");
  assert.equal(lackingIn({ ...BLANK, text: "Which?", options: ["one", "two", ""] }), "");
  assert.equal(lackingIn({ ...BLANK, kind: "number", text: "How many?" }), "");
  assert.equal(lackingIn({ ...BLANK, kind: "curve", text: "Sketch it.", epochs: "some" }), "epochs");
});

test("epochs are a whole number of them", () => {
  assert.deepEqual(["100", " 7 ", "0", "1.5", "", "1e9", "-3"].map(epochsIn), [100, 7, 0, 0, 0, 0, 0]);
});

test("an answer typed into the last field offers another, up to six", () => {
  let options = BLANK.options;
  for (let at = 0; at < 8; at++) options = withOption(options, Math.min(at, options.length - 1), `answer ${at}`);
  assert.equal(options.length, 6);
  assert.deepEqual(withOption(["a", ""], 0, "b"), ["b", ""]);
});

test("what is asked has only what its kind needs", () => {
  const choice = asked({ ...BLANK, text: " Which? ", options: ["one", " two ", ""], unit: "m" }, AXIS);
  assert.deepEqual(choice, {
    ...{ kind: "choice", text: "Which?", options: ["one", "two"], least: null, most: null, unit: "", axis: null },
  });
  const number = asked({ ...BLANK, kind: "number", text: "How far?", unit: " km " }, AXIS);
  assert.deepEqual([number.options, number.unit, number.axis], [[], "km", null]);
  const curve = asked({ ...BLANK, kind: "curve", text: "Sketch it.", unit: "m" }, AXIS);
  assert.deepEqual([curve.options, curve.unit, curve.axis], [[], "", AXIS]);
});

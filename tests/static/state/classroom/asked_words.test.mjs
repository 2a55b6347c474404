/** A lesson's question is worded by its lesson where the page reads another language than whoever asked it. */
import assert from "node:assert/strict";
import test from "node:test";

import { signal } from "@preact/signals-core";

import { AskedWords, wordedBy } from "../../../../static/state/classroom/asked_words.js";

const PLACE = { name: "xor", step: 2, number: 1, language: "en" };
const ASKED = {
  ...{ number: 1, round: 1, phase: "open", kind: "choice", text: "Which is lower?", options: ["this", "that"] },
  ...{ unit: "", lesson: PLACE, answered: 7 },
};
const CHOICE = { kind: "predict", number: 1, form: "choice", ask: "<em>哪个</em>更低？", choices: ["这个", "那个"] };

/** @param {object} part @param {object} [more] */
const lessonWith = (part, more) => ({
  name: "xor",
  is_own: false,
  steps: [{ parts: [] }, { parts: [{ kind: "do", number: 1 }, { unit: "", ...part }] }],
  ...more,
});

const later = () => new Promise((done) => setTimeout(done));

test("text, options and unit are the lesson's; all else is the room's", () => {
  const worded = wordedBy(ASKED, lessonWith(CHOICE));
  assert.deepEqual(worded, { ...ASKED, text: "哪个更低？", options: ["这个", "那个"] });
  const number = { ...ASKED, kind: "number", options: [], unit: "epochs" };
  assert.equal(wordedBy(number, lessonWith({ ...CHOICE, form: "number", choices: [], unit: "轮" })).unit, "轮");
});

test("a question that the lesson has not, or not so, stays as it was told", () => {
  const others = [
    lessonWith({ ...CHOICE, number: 2 }),
    lessonWith({ ...CHOICE, form: "number" }),
    lessonWith({ ...CHOICE, choices: ["这个", "那个", "都不是"] }),
    lessonWith(CHOICE, { is_own: true }),
    lessonWith(CHOICE, { steps: [] }),
  ];
  for (const lesson of others) assert.equal(wordedBy(ASKED, lesson), ASKED);
});

test("the lesson is read once, and only where another language is read", async () => {
  const read = [];
  const reader = async (name) => (read.push(name), lessonWith(CHOICE));
  const same = new AskedWords(reader, "en", signal),
    other = new AskedWords(reader, "zh-Hans", signal);
  assert.equal(same.of(ASKED), ASKED);
  assert.equal(other.of(null), null);
  assert.equal(other.of({ ...ASKED, lesson: null }).text, "Which is lower?");
  for (let at = 0; at < 3; at++) assert.equal(other.of(ASKED), ASKED); // until it is there
  await later();
  assert.equal(other.of(ASKED).text, "哪个更低？");
  assert.equal(other.of({ ...ASKED, phase: "locked" }).text, "哪个更低？");
  assert.deepEqual(read, ["xor"]);
});

test("a lesson that cannot be read is asked for again at the question's next turn", async () => {
  let tries = 0;
  const words = new AskedWords(
    async () => {
      if (!tries++) throw new Error("no way through");
      return lessonWith(CHOICE);
    },
    "zh-Hans",
    signal,
  );
  for (const phase of ["open", "open", "locked"]) {
    assert.equal(words.of({ ...ASKED, phase }).text, "Which is lower?");
    await later();
  }
  assert.equal(tries, 2);
  assert.equal(words.of({ ...ASKED, phase: "locked" }).text, "哪个更低？");
});

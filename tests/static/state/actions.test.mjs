/** What a person does is shown at once and told soon; a refusal or silence brings the truth back. */
import assert from "node:assert/strict";
import test from "node:test";

import { desk } from "../samples/store.mjs";

test("where something is lacking, play and steps are refused in a sentence", () => {
  const { store, sent, actions } = desk();
  store.lacking.value = "Draw.";
  actions.play();
  actions.step("batch");
  assert.deepEqual([sent, store.playing.value, store.refusal.value], [[], false, { text: "Draw." }]);
  store.lacking.value = "";
  actions.play();
  assert.deepEqual(sent, [{ type: "play" }]);
});

test("a changed setting is shown at once, and sent", async () => {
  const { store, sent, actions, pass } = desk();
  actions.configure({ learning_rate: 0.1 });
  assert.equal(store.settings.peek().learning_rate, 0.1);
  await pass(0);
  assert.deepEqual(sent, [{ type: "configure", changes: { learning_rate: 0.1 }, gesture: 1 }]);
});

test("changes that follow quickly go together, the newest of each", async () => {
  const { sent, actions, pass } = desk();
  actions.configure({ noise: 0.1 });
  await pass(0);
  for (const noise of [0.2, 0.3, 0.4]) actions.configure({ noise });
  actions.configure({ samples: 40 });
  await pass(0);
  assert.equal(sent.length, 1);
  await pass(33);
  assert.deepEqual(sent.slice(1), [{ type: "configure", changes: { noise: 0.4, samples: 40 }, gesture: 2 }]);
});

test("a command takes the changes before it along, in order", async () => {
  const { sent, actions } = desk();
  actions.configure({ noise: 0.1 });
  actions.reset();
  assert.deepEqual(
    sent.map(({ type }) => type),
    ["configure", "reset"],
  );
});

test("play waits for the kernels", () => {
  const { store, sent, actions } = desk();
  store.ready.value = false;
  actions.play();
  assert.equal(store.playing.peek(), true);
  assert.deepEqual(sent, []);
});

test("looking elsewhere tells the server what to draw", async () => {
  const { store, sent, actions, pass } = desk();
  actions.hover([1, 2]);
  actions.showUnits(
    [
      [0, 2],
      [0, 4],
    ],
    32,
  );
  await pass(0);
  assert.deepEqual(sent, [
    {
      type: "view",
      windows: [
        [0, 2],
        [0, 4],
      ],
      map_size: 100,
      unit_size: 32,
      unit: [1, 2],
      axes: [0, 1],
      held: [],
      wrong: false,
      guessed: [],
      lanes: false,
      hidden: false,
    },
  ]);
  assert.deepEqual(store.hovered.peek(), [1, 2]);
});

test("dragging through the past pauses, and only the last moment asked for goes out", async () => {
  const { store, sent, actions, pass } = desk();
  store.playing.value = true;
  actions.rewind(70);
  await pass(0);
  for (const step of [60, 50, 40]) actions.rewind(step);
  await pass(33);
  actions.rewind(40, "before");
  actions.play();
  assert.deepEqual(sent, [
    { type: "rewind", step: 70, towards: "nearest" },
    { type: "rewind", step: 40, towards: "nearest" },
    { type: "rewind", step: 40, towards: "before" },
    { type: "play" },
  ]);
});

test("what comes of one drag has one number, of a setting as of a weight", async () => {
  const { sent, actions, pass } = desk();
  for (const noise of [0.1, 0.2]) {
    actions.configure({ noise });
    await pass(33);
  }
  actions.setWeight(1, 0, 1, 0.5);
  actions.setWeight(1, 0, 1, 0.75);
  actions.setBias(1, 0, 0.75);
  assert.deepEqual(
    sent.map(({ gesture }) => gesture),
    [1, 1, 2, 2, 3],
  );
});

test("a choice is a change by itself, however quickly another follows", async () => {
  const { sent, actions, pass } = desk();
  for (const features of [["x1"], ["x2"]]) {
    actions.press(true);
    actions.press(false);
    actions.configure({ features });
    await pass(33);
  }
  assert.notEqual(sent[0].gesture, sent[1].gesture);
});

test("while a finger is down, what it draws is one change", async () => {
  const { sent, actions, pass } = desk();
  actions.press(true);
  for (const dataset of ["own.1", "own.2"]) {
    actions.configure({ dataset });
    await pass(33);
  }
  actions.press(false);
  assert.equal(sent[0].gesture, sent[1].gesture);
});

test("undo and redo take the changes before them along", () => {
  const { sent, actions } = desk();
  actions.configure({ noise: 0.1 });
  actions.undo();
  actions.undo(true);
  actions.redo();
  assert.deepEqual(
    sent.map(({ type, only_setting }) => [type, only_setting]),
    [
      ["configure", undefined],
      ["undo", false],
      ["undo", true],
      ["redo", undefined],
    ],
  );
});

test("of another's network nothing is changed, and the wish is told", async () => {
  const { store, sent, actions, pass } = desk();
  const before = store.settings.peek();
  store.isAnothers.value = true;
  assert.equal(actions.configure({ noise: 0.5 }), false);
  actions.play();
  actions.setWeight(1, 0, 0, 3);
  actions.editNetwork("add_unit", 1);
  await pass(100);
  assert.deepEqual([sent.length, store.wished.value], [0, 4]);
  assert.deepEqual([store.settings.peek(), store.playing.value, store.handSet.value], [before, false, 0]);
  actions.hover([1, 0]);
  await pass(100);
  assert.equal(sent.length, 1);
});

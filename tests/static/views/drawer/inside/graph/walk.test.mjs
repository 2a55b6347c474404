/** A walk through the graph: forth and back, by phases and boxes, at its pace; and what it asks of the server. */
import assert from "node:assert/strict";
import test from "node:test";

import { signal } from "@preact/signals-core";

import { line } from "../../../../samples/graphs.mjs";

// lit-html looks for a page as it is loaded; the walk draws nothing.
globalThis.document = { createComment: () => ({}), createTreeWalker: () => ({}) };
const { hasSamples, PACES, Walk } = await import("../../../../../../static/views/drawer/inside/graph/walk.js");
delete globalThis.document;

/** An answer as the walk holds it. */
function answer(more = {}) {
  const { nodes, ...rest } = line();
  return {
    ...rest,
    nodes,
    run: 1,
    revision: 1,
    step: 5,
    moment: "m5",
    samples: { count: 1, first: 0, at: [0] },
    opened: { id: "L", near: {} },
    ...more,
  };
}

function world(ask = () => new Promise(() => {})) {
  const did = [],
    asked = [];
  const store = { sample: signal({ at: 0, place: null, batch: false }), data: signal(null), frame: signal(null) };
  const actions = {
    step: (unit) => did.push(unit),
    chooseSample: (changes) => (store.sample.value = { ...store.sample.peek(), ...changes }),
  };
  return {
    did,
    asked,
    store,
    actions,
    shown: signal(true),
    ask: (what, wish) => (asked.push([what, wish]), ask(what, wish)),
  };
}

function walkOn(ask) {
  const around = world(ask),
    walk = new Walk(around);
  walk.show(answer());
  return { ...around, walk };
}

test("it is live at first, begins at the first step, and stays within the steps", () => {
  const { walk } = walkOn();
  assert.ok(walk.isLive.value);
  walk.on();
  assert.deepEqual([walk.isLive.value, walk.at.value, walk.step.value.node], [false, 0, "x"]);
  walk.back();
  assert.equal(walk.at.value, -1, "before the first step nothing is seen");
  walk.back();
  assert.equal(walk.at.value, -1);
  walk.go(1000);
  assert.equal(walk.at.value, walk.steps.value.length - 1);
  walk.on();
  assert.equal(walk.at.value, walk.steps.value.length - 1);
  walk.goLive();
  assert.ok(walk.isLive.value);
});

test("a phase begins at its first step", () => {
  const { walk } = walkOn();
  for (const phase of ["loss", "backward", "update", "forward"]) {
    walk.toPhase(phase);
    assert.equal(walk.step.value.phase, phase);
    assert.notEqual(walk.steps.value[walk.at.value - 1]?.phase, phase);
  }
});

test("a chosen box is found in the phase one is in, and the next step lets it go", () => {
  const { walk } = walkOn();
  walk.toPhase("backward");
  walk.choose("s1");
  assert.deepEqual([walk.step.value.phase, walk.step.value.node, walk.node.value.id], ["backward", "s1", "s1"]);
  walk.on();
  assert.equal(walk.selected.value, null);
});

test("boxes are walked in the order of computation, and end at its ends", () => {
  const { walk } = walkOn();
  walk.choose("z1");
  walk.walk(1);
  assert.equal(walk.node.value.id, "y");
  walk.choose("x");
  walk.walk(-1);
  assert.equal(walk.node.value.id, "x");
});

test("it plays at its pace to the end, from the beginning where it stood at the end", (t) => {
  t.mock.timers.enable({ apis: ["setInterval"] });
  const { walk } = walkOn();
  walk.pace.value = PACES[2];
  walk.togglePlaying();
  assert.equal(walk.at.value, -1);
  t.mock.timers.tick(1500);
  assert.equal(walk.at.value, 2, "two steps a second");
  t.mock.timers.tick(60_000);
  assert.deepEqual([walk.playing.value, walk.at.value], [false, walk.steps.value.length - 1]);
  walk.togglePlaying();
  assert.equal(walk.at.value, -1);
  walk.playing.value = false;
});

test("without an answer there is nothing to stand on", () => {
  const walk = new Walk(world());
  assert.deepEqual(
    [walk.steps.value, walk.step.value, walk.node.value, walk.spot, walk.place],
    [[], null, null, null, [0, 0]],
  );
  walk.on();
  walk.walk(1);
  assert.equal(walk.node.value, null);
});

test("of other data there may be fewer samples, and of none the first is looked at", () => {
  const around = world(),
    walk = new Walk(around);
  around.store.sample.value = { at: 400, place: null, batch: false };
  assert.equal(walk.sample.value, 0);
  around.store.data.value = { targets: new Float32Array(100) };
  assert.equal(walk.sample.value, 99);
  walk.lookAtBatch(true);
  assert.deepEqual([walk.sample.value, walk.detail.value], [null, "layer"]);
});

test("another sample begins the walk anew, and a live picture stays live", () => {
  const { walk, store } = walkOn();
  walk.go(3);
  store.sample.value = { at: 0, place: null, batch: true };
  assert.equal(walk.at.value, -1);
  walk.goLive();
  store.sample.value = { at: 0, place: null, batch: false };
  assert.ok(walk.isLive.value);
});

test("while it stands still nothing newer is asked, once it is refused neither", async () => {
  const { walk, asked } = walkOn();
  walk.go(0);
  await null;
  assert.equal(asked.at(-1)[1].moment, "m5", "what is looked at is asked of the moment that stands still");
  asked.length = 0;
  assert.equal(await walk.ask(), null);
  assert.deepEqual(asked, []);
  walk.fail(new Error("no"));
  assert.deepEqual([walk.fault.value, walk.answer.value], ["no", null]);
  assert.equal(await walk.ask(), null);
  assert.deepEqual(asked, []);
});

test("taking the step asks the network for one batch and waits for a later answer", () => {
  const { walk, did } = walkOn();
  walk.go(4);
  walk.apply();
  assert.deepEqual([did, walk.least, walk.at.value], [["batch"], 6, -1]);
  walk.show(answer({ step: 5 }));
  assert.equal(walk.least, 6, "an older answer does not end the wait");
  walk.show(answer({ step: 6 }));
  assert.equal(walk.least, 0);
});

test("a walk that begins right after a change waits for an answer that knows of it", async () => {
  const { walk, store, asked } = walkOn(() => Promise.resolve(answer({ revision: 2 })));
  walk.show(answer({ revision: 1 }));
  store.frame.value = { run: 1, revision: 2, step: 5, sizes: [2, 1] };
  walk.on();
  assert.deepEqual(walk.begun, { run: 1, revision: 2 }, "two numbers are kept of the frame");
  assert.equal((await walk.ask())?.revision, 2, "what stands still would be the network before the change");
  walk.show(answer({ revision: 2 }));
  asked.length = 0;
  store.frame.value = { run: 1, revision: 3, step: 5, sizes: [2, 1] };
  assert.equal(await walk.ask(), null, "a change that comes later leaves the picture alone");
  assert.deepEqual(asked, []);
});

test("it is what training does next only of this run at this step", () => {
  const { walk, store } = walkOn();
  assert.equal(walk.isNext, false);
  store.frame.value = { run: 1, step: 5, sizes: [2, 1] };
  assert.equal(walk.isNext, true);
  store.frame.value = { run: 1, step: 6, sizes: [2, 1] };
  assert.equal(walk.isNext, false);
});

test("a check tells its answer, or its fault and nothing else", async () => {
  const found = { count: 3, worst: 0, rows: [], notes: [], step: 5 };
  const { walk } = walkOn(async () => found);
  const done = walk.check();
  assert.equal(walk.checked.value, "asking");
  await done;
  assert.equal(walk.checked.value, found);
  const other = walkOn(async () => Promise.reject(new Error("no network")));
  await other.walk.check();
  assert.deepEqual([other.walk.checked.value, other.walk.fault.value], [null, "no network"]);
});

test("boxes have a column for each sample, but for parameters and the loss", () => {
  assert.deepEqual(
    ["product", "parameter", "loss", "input"].map((kind) => hasSamples({ kind })),
    [true, false, false, true],
  );
});

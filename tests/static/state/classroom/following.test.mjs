/** What comes over a room's socket becomes what an own network's socket would have told the store. */
import { decode } from "@msgpack/msgpack";
import assert from "node:assert/strict";
import test from "node:test";

import { Following } from "../../../../static/state/classroom/following.js";
import { createReceiver } from "../../../../static/state/receive.js";
import { AT, emptyView, sent, toldOtherwise } from "../../samples/followed.mjs";
import { newStore } from "../../samples/store.mjs";

const CASE = "activation tanh";
const { whole, told } = sent(CASE);

function desk() {
  const store = newStore(),
    frames = /** @type {(() => void)[]} */ ([]),
    did = /** @type {any[]} */ ([]),
    view = emptyView();
  const note = (/** @type {string} */ what) => () => did.push(what);
  const receive = createReceiver(store, {
    send: note("send"),
    resend: note("resend"),
    remember: note("remember"),
    words: { otherVersion: "" },
  });
  const following = new Following(store, {
    decode,
    receive: (message) => (did.push(message.type), receive(message)),
    seen: () => view,
    nextFrame: (act) => frames.push(act),
    drawn: (frame) => did.push(frame),
  });
  return { store, following, did, view, draw: () => frames.splice(0).forEach((act) => act()) };
}

const frame = (/** @type {Record<number, any>} */ changes) => toldOtherwise(CASE, { [AT.whole]: 0, ...changes });

test("a whole welcomes the page, and a frame is shown as its own would be", () => {
  const { store, following, did } = desk();
  assert.equal(following.take(whole), true);
  assert.equal(store.session, "alias");
  assert.equal(store.ready.peek(), true);
  assert.deepEqual(did.slice(0, 2), ["welcome", "remember"]);
  assert.equal(store.data.peek()?.targets.length, 24);
  assert.equal(store.frame.peek(), null);
  assert.equal(following.take(told), true);
  const shown = store.frame.peek();
  assert.equal(shown?.frame, 7);
  assert.equal(shown?.map.pixels.length, 16 * 16);
  assert.equal(shown?.run, store.history.run);
});

test("what is not about the shown network is left to others", () => {
  const { following, store } = desk();
  assert.equal(following.take(Uint8Array.of(3, 0x90)), false);
  assert.equal(store.frame.peek(), null);
});

test("a frame of another whole is dropped", () => {
  const { store, following } = desk();
  following.take(told);
  following.take(whole);
  following.take(frame({ [AT.whole]: 5 }));
  assert.equal(store.frame.peek(), null);
});

test("the newest frame is drawn, each brings its points, and every fourth is acknowledged", () => {
  const { store, following, did, draw } = desk();
  following.take(whole);
  const { length } = store.history.columns.x,
    point = new Uint8Array(8 + 4 * 7);
  for (let number = 1; number <= 9; number++) {
    new DataView(point.buffer).setFloat64(0, number, true);
    following.take(frame({ [AT.frame]: number, [AT.first]: length + number - 1, [AT.points]: point.slice() }));
  }
  assert.equal(store.history.columns.x.length, length + 9);
  assert.equal(store.frame.peek()?.frame, 1);
  draw();
  assert.equal(store.frame.peek()?.frame, 9);
  assert.deepEqual(did.filter(Number), []);
  draw();
  assert.deepEqual(did.filter(Number), [9]);
  following.take(frame({ [AT.frame]: 10 }));
  draw();
  assert.deepEqual(did.filter(Number), [9]);
});

test("changed settings and how it stands are told once each", () => {
  const { store, following, did } = desk();
  following.take(whole);
  did.length = 0;
  for (let number = 1; number < 4; number++)
    following.take(frame({ [AT.changed]: { learning_rate: 0.5 }, [AT.playing]: true, [AT.best]: 4 }));
  assert.deepEqual(did, ["configured", "state"]);
  assert.equal(store.settings.peek().learning_rate, 0.5);
  assert.deepEqual([store.playing.peek(), store.best.peek()], [true, 4]);
  following.take(frame({ [AT.changed]: null, [AT.playing]: false, [AT.best]: null }));
  assert.deepEqual(did.slice(2), ["configured", "state"]);
});

test("flags of the charts are those that are told", () => {
  const { store, following } = desk();
  following.take(whole);
  const mark = { x: 1, changed: ["noise"], text: "noise 1" };
  following.take(frame({ [AT.firstMark]: 0, [AT.marks]: [mark] }));
  assert.deepEqual(store.history.marks, [mark]);
  following.take(frame({}));
  assert.deepEqual(store.history.marks, [mark]);
});

test("looking at something else draws the same moment anew", () => {
  const { store, following, view, draw } = desk();
  following.look();
  following.take(whole);
  following.take(told);
  draw();
  view.unit = [1, 2];
  following.look();
  assert.deepEqual(store.frame.peek()?.map.unit, [1, 2]);
});

test("after the end, what was under way is not drawn", () => {
  const { store, following, draw } = desk();
  following.take(whole);
  following.take(frame({ [AT.frame]: 1 }));
  following.take(frame({ [AT.frame]: 2 }));
  following.end();
  store.frame.value = null;
  draw();
  following.take(frame({ [AT.frame]: 3 }));
  assert.equal(store.frame.peek(), null);
});

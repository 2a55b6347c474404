/** The address holds the whole set-up, as short and as readable as it can be, and gives it back. */
import assert from "node:assert/strict";
import test from "node:test";

import { isOfOldScheme, readAddress, writeAddress } from "../../../static/state/address.js";
import { defaults } from "../../../static/state/settings.js";
import { catalogue } from "../samples/store.mjs";

const PLAIN = { showTest: false, discretize: false, contours: false, logScale: false, present: false };

const usual = defaults(catalogue);

const NONE = { activation: null, dropout: null, normalization: null };

test("the usual set-up needs no words", () => {
  assert.equal(writeAddress(catalogue, usual, PLAIN, []), "");
  const nothing = { settings: {}, look: {}, hide: [], lock: [], share: null, start: null, scheme: 1 };
  assert.deepEqual(readAddress("", catalogue), nothing);
  assert.equal(readAddress("?start=tent5", catalogue).start, "tent5");
});

test("what is written is read back", () => {
  const settings = {
    ...usual,
    learning_rate: 0.1,
    samples: 40,
    dataset: "xor",
    features: ["x1", "sin_x2"],
    hidden: [
      { units: 8, ...NONE, activation: "relu" },
      { units: 3, ...NONE },
    ],
  };
  const address = writeAddress(catalogue, settings, { ...PLAIN, showTest: true, present: true }, ["speed", "data"]);
  assert.equal(
    address,
    "?learning_rate=0.1&samples=40&dataset=xor&features=x1,sin_x2&hidden=8-relu,3&v=2&test=1&present=1&hide=data,speed",
  );
  const read = readAddress(address, catalogue);
  assert.deepEqual({ ...usual, ...read.settings }, settings);
  assert.deepEqual([read.look, read.hide], [{ showTest: true, present: true }, ["data", "speed"]]);
});

test("what is locked stands beside what is hidden", () => {
  const address = writeAddress(catalogue, usual, PLAIN, ["speed"], ["seeds", "data"]);
  assert.equal(address, "?hide=speed&lock=data,seeds");
  const { hide, lock } = readAddress(address, catalogue);
  assert.deepEqual([hide, lock], [["speed"], ["data", "seeds"]]);
});

test("what a layer has of its own follows its units, in any order", () => {
  const hidden = [
    { units: 8, activation: "relu", dropout: 0.25, normalization: "batch" },
    { units: 3, ...NONE, dropout: 0 },
    { units: 2, ...NONE, normalization: "none" },
    { units: 128, ...NONE, activation: "leaky_relu" },
  ];
  const address = writeAddress(catalogue, { ...usual, hidden }, PLAIN, []);
  assert.equal(address, "?hidden=8-relu-drop0.25-norm_batch,3-drop0,2-norm_none,128-leaky_relu&v=2");
  assert.deepEqual(readAddress(address, catalogue).settings.hidden, hidden);
  assert.deepEqual(readAddress("?hidden=8-norm_batch-drop.25-relu", catalogue).settings.hidden, [hidden[0]]);
  for (const wrong of [
    "4-relu-tanh",
    "4-drop0.1-drop0.2",
    "4-norm_batch-norm_layer",
    "4-dr op",
    "4-",
    "-4",
    "4-drop-1",
  ]) {
    assert.equal(readAddress(`?hidden=${wrong}`, catalogue).settings.hidden, wrong);
  }
});

test("an address from before layers had anything but an activation of their own is still understood", () => {
  assert.deepEqual(readAddress("?hidden=8-relu,3", catalogue).settings.hidden, [
    { units: 8, ...NONE, activation: "relu" },
    { units: 3, ...NONE },
  ]);
});

test("no hidden layers have a word of their own", () => {
  const address = writeAddress(catalogue, { ...usual, hidden: [] }, PLAIN, []);
  assert.equal(address, "?hidden=none&v=2");
  assert.deepEqual(readAddress(address, catalogue).settings, { hidden: [] });
});

test("what cannot be understood is kept for the server to answer", () => {
  const { settings } = readAddress("?learning_rate=fast&hidden=4,x&old=1&noise=0,5", catalogue);
  assert.deepEqual(settings, { learning_rate: "fast", hidden: "4,x", old: "1", noise: 0.5 });
});

test("a switch without a value is on, and 0 is off", () => {
  assert.deepEqual(readAddress("?present&test=0", catalogue).look, { present: true, showTest: false });
});

test("tab, lesson and case are kept as they are, and nothing else is taken for one", () => {
  const look = { ...PLAIN, full: false, tab: "neuron", lesson: "neuron-3", case: "b" };
  const address = writeAddress(catalogue, usual, look, []);
  assert.equal(address, "?tab=neuron&lesson=neuron-3&case=b");
  assert.deepEqual(readAddress(address, catalogue).look, { tab: "neuron", lesson: "neuron-3", case: "b" });
  assert.deepEqual(readAddress("?toString=1&constructor=2", catalogue).look, {});
});

test("a link without a number is of the first scheme, and only one that asks for settings can be old", () => {
  const old = (query) => isOfOldScheme(readAddress(query, catalogue), catalogue);
  assert.equal(old("?dataset=xor"), true);
  assert.equal(old("?dataset=xor&v=1"), true);
  assert.equal(old("?dataset=xor&v=2"), false);
  assert.equal(old(""), false);
  assert.equal(old("?tab=neuron"), false);
  assert.equal(old("?dataset=xor&share=abc"), false); // what was kept for it says so itself
});

test("an address carries what is pinned, and one without says nothing of it", () => {
  const look = { ...PLAIN, present: true, pin: "noise,dataset" };
  const address = writeAddress(catalogue, defaults(catalogue), look, []);
  assert.equal(address, "?present=1&pin=noise,dataset");
  assert.deepEqual(readAddress(address, catalogue).look, { present: true, pin: "noise,dataset" });
  assert.deepEqual(readAddress("?present=1", catalogue).look, { present: true });
});

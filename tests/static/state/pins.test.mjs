/** Pinned controls: in order, each once, in an address and in a browser's memory. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { readPins, recallPins, rememberPins, togglePin, writePins } from "../../../static/state/pins.js";

function memory(/** @type {Record<string, string>} */ kept = {}) {
  return /** @type {any} */ ({
    getItem: (/** @type {string} */ key) => kept[key] ?? null,
    setItem: (/** @type {string} */ key, /** @type {string} */ text) => void (kept[key] = text),
  });
}

test("the learning rate is pinned as long as nothing else is said, and an address need not say so", () => {
  assert.deepEqual(readPins(""), ["learning_rate"]);
  assert.equal(writePins(["learning_rate"]), "");
});

test("what is pinned keeps its order and is there once", () => {
  assert.deepEqual(readPins("noise, dataset,noise,,batch_size"), ["noise", "dataset", "batch_size"]);
  assert.equal(writePins(["noise", "dataset"]), "noise,dataset");
});

test("nothing pinned is a choice as well", () => {
  assert.equal(togglePin("", "learning_rate"), "none");
  assert.deepEqual(readPins("none"), []);
  assert.equal(togglePin("none", "noise"), "noise");
  assert.equal(togglePin("none", "learning_rate"), "");
});

test("a pin more comes last; the same pin again goes", () => {
  assert.equal(togglePin("", "noise"), "learning_rate,noise");
  assert.equal(togglePin("learning_rate,noise", "learning_rate"), "noise");
});

test("a browser remembers what was pinned, and one that must not begins as usual", () => {
  const storage = memory();
  assert.equal(
    recallPins(() => storage),
    "",
  );
  rememberPins(() => storage, "noise");
  assert.equal(
    recallPins(() => storage),
    "noise",
  );
  const forbidden = () => {
    throw new Error("forbidden");
  };
  rememberPins(forbidden, "noise");
  assert.equal(recallPins(forbidden), "");
});

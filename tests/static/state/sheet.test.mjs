/** A narrow screen shows one sheet at a time: the one it showed last, or that of the tab which opens. */
import assert from "node:assert/strict";
import test from "node:test";

import { afterTab, firstSheet, isOnShow, rememberSheet, SHEETS } from "../../../static/state/sheet.js";
import { forbidden, storage } from "../samples/storage.mjs";

test("a tab begins with the network, then with the sheet that it showed last", () => {
  const tab = storage();
  assert.equal(firstSheet(tab, ""), "network");
  for (const sheet of SHEETS.filter((each) => each !== "inside")) {
    rememberSheet(tab, sheet);
    assert.equal(firstSheet(tab, ""), sheet);
  }
});

test("an address with an open tab begins with it, and without one never with an empty sheet", () => {
  const tab = storage();
  rememberSheet(tab, "data");
  assert.equal(firstSheet(tab, "graph"), "inside");
  rememberSheet(tab, "inside");
  assert.equal(firstSheet(tab, ""), "network");
});

test("nonsense and forbidden storage are no sheet", () => {
  assert.equal(firstSheet(storage({ "glassbox-sheet": "map" }), ""), "network");
  assert.equal(firstSheet(forbidden, ""), "network");
  assert.doesNotThrow(() => rememberSheet(forbidden, "data"));
});

test("a tab that opens brings its sheet, one that closes leaves it, and no other sheet", () => {
  assert.equal(afterTab("data", "losses"), "inside");
  assert.equal(afterTab("inside", ""), "network");
  assert.equal(afterTab("training", ""), "training");
});

test("a wide screen shows everything, a narrow one its sheet", () => {
  const screen = { narrow: { value: false }, sheet: { value: /** @type {const} */ ("data") } };
  assert.ok(isOnShow(screen, "inside"));
  screen.narrow.value = true;
  assert.ok(isOnShow(screen, "data"));
  assert.ok(!isOnShow(screen, "inside"));
});

/** Words of the lab book: when, how far and how well, and what a row can still do. */
import assert from "node:assert/strict";
import test from "node:test";

import { BESIDE, CHOSEN, FILTERS, LAB_BOOK } from "../../../static/text/lab_book.js";

test("within half a day the time counts, later the day", () => {
  const now = Date.UTC(2026, 4, 20, 12),
    seconds = now / 1000;
  assert.match(LAB_BOOK.when(seconds - 60, now), /:/);
  assert.match(LAB_BOOK.when(seconds - 3 * 86400, now), /2026/);
  assert.doesNotMatch(LAB_BOOK.when(seconds - 3 * 86400, now), /:/);
});

test("epochs have digits only while they are few and not whole", () => {
  assert.deepEqual([0, 0.5, 9.999, 10.4, 12345].map(LAB_BOOK.epochs), ["0", "0.50", "10.00", "10", "12,345"]);
});

test("a number that is not there is a dash", () => {
  assert.deepEqual([LAB_BOOK.percent(90), LAB_BOOK.percent(null)], ["90.0 %", "–"]);
  assert.deepEqual([LAB_BOOK.number(null), LAB_BOOK.number(0)], ["–", "0.000"]);
});

test("to run again is the same only where nothing was changed on the way", () => {
  assert.match(LAB_BOOK.againHelp(true, 0), /step by step the same numbers\.$/);
  assert.match(LAB_BOOK.againHelp(true, 2), /need not come out\.$/);
  assert.match(LAB_BOOK.againHelp(false, 0), /no more than that/);
});

test("runs are counted in words that agree", () => {
  assert.deepEqual([LAB_BOOK.count(1, 1), LAB_BOOK.count(1200, 1200)], ["1 run", "1,200 runs"]);
  assert.equal(LAB_BOOK.count(50, 120), "50 of 120 runs on show");
  assert.equal(LAB_BOOK.more(100, 1200), "Show more (100 of 1,200)");
  assert.equal(CHOSEN.count(1), "1 run chosen");
});

test("how far a run came says where it began and whose weights it has", () => {
  assert.equal(LAB_BOOK.howFar(300, 0, null), "300");
  assert.equal(LAB_BOOK.howFar(300, null, null), "300"); // of an earlier version
  assert.equal(LAB_BOOK.howFar(300, 200, 250), "200 → 300, weights of 250");
  assert.equal(LAB_BOOK.howFarHelp(0, null), "");
  assert.match(LAB_BOOK.howFarHelp(200, 250), /epoch 250 back.* after 200 epochs/);
});

test("what was changed on the way is told with how often and when", () => {
  assert.equal(LAB_BOOK.changedHelp(undefined), "");
  const once = { first: 0.1, times: 1, epochs: 12 };
  assert.equal(LAB_BOOK.changedHelp(once), "Changed once while it trained, after epoch 12");
  assert.match(LAB_BOOK.changedHelp({ ...once, times: 3 }), /Changed 3 times .*, the last time after epoch 12/);
});

test("settings that all rows share are those of the one row there is", () => {
  assert.equal(LAB_BOOK.alike(1, "Batch size 10"), "Its settings: Batch size 10.");
  assert.equal(LAB_BOOK.alike(3, "Batch size 10"), "The same in all 3 rows: Batch size 10.");
});

test("filters say how many are in use, and a chart names its curves by number", () => {
  assert.deepEqual([FILTERS.columns(0), FILTERS.columns(2)], ["Filters", "Filters (2)"]);
  assert.equal(FILTERS.bound("Test loss", FILTERS.least), "Test loss, from");
  assert.equal(
    BESIDE.curves("Test loss", ["one", "two"]),
    "Test loss over the epochs. Curve 1: one; Curve 2: two.",
  );
});

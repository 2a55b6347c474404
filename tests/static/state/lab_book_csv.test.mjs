/** The table on show becomes CSV that every spreadsheet reads, and that none runs. */
import assert from "node:assert/strict";
import test from "node:test";

import { columnsOf } from "../../../static/state/lab_book_columns.js";
import { csvOf } from "../../../static/state/lab_book_csv.js";
import { catalogue, run, words } from "../samples/runs.mjs";

test("it has the columns on show, numbers in full, times as such and gaps where there is nothing", () => {
  const runs = [
    run({ learning_rate: 0.1 }, { name: 'a "b", c', test_loss: 0.123456789, test_score: 0.5 }),
    run({}, { test_loss: null, test_score: null }),
  ];
  assert.deepEqual(csvOf(runs, columnsOf(runs, catalogue, words), ({ key }) => key).split("\r\n"), [
    "name,updated,dataset,learning_rate,epochs,train_loss,test_loss,test_accuracy",
    '"a ""b"", c",1970-01-01T00:16:40.000Z,circle,0.1,1,0.5,0.123456789,50',
    ",1970-01-01T00:16:40.000Z,circle,0.03,1,0.5,,",
    "",
  ]);
});

test("a name that a spreadsheet would run stays a text", () => {
  for (const name of ["=1+1", " +1", "-1", "@x"]) {
    const runs = [run({}, { name })];
    assert.ok(csvOf(runs, columnsOf(runs, catalogue, words), () => "").includes(`'${name}`));
  }
});

/** Which column of a table is what, as suggested and as chosen. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  alike,
  choiceOf,
  kept,
  possible,
  suggested,
  tableOf,
  twinsLeftOut,
  withRole,
} from "../../../static/state/choosing.js";

const column = (name, more = {}) => ({
  name,
  kind: "numbers",
  missing: 0,
  values: [],
  readings: ["number"],
  becomes: "",
  no_input: "",
  no_target: "",
  twins: [],
  ...more,
});

const table = {
  table: "t",
  columns: [
    column("id"),
    column("size"),
    column("kind", { kind: "two values", readings: ["class"], no_input: "Too long." }),
    column("legs", { readings: ["class", "number"] }),
    column("note", { readings: [], no_input: "No.", no_target: "No." }),
  ],
  head: [],
  rows: 20,
  total: 20,
  header: true,
  delimiter: "comma",
  encoding: "UTF-8",
  target: 2,
  inputs: [1, 3],
  why: "",
  notes: [],
  questions: [],
};

test("a table is chosen from as the server suggests, until somebody says otherwise", () => {
  const first = suggested(table);
  assert.deepEqual(choiceOf(first), { target: 2, inputs: [1, 3], reading: "class" });
  assert.deepEqual(
    [0, 2, 3, 4].map((at) => possible(table, at)),
    [["input", "target", "unused"], ["target", "unused"], ["input", "target", "unused"], ["unused"]],
  );
  const legs = withRole(table, first, 3, "target");
  assert.deepEqual(choiceOf(legs), { target: 3, inputs: [1], reading: "class" }); // text cannot become an input
  assert.deepEqual(choiceOf(withRole(table, legs, 0, "target")), { target: 0, inputs: [1, 3], reading: "number" });
  assert.equal(choiceOf(withRole(table, first, 2, "unused")), null);
  assert.equal(choiceOf(withRole(table, withRole(table, first, 1, "unused"), 3, "unused")), null);
  assert.equal(choiceOf(suggested({ ...table, target: null, inputs: [] })), null);
});

test("of cells copied from a spreadsheet the text is taken, not their picture", async () => {
  const picture = new File(["png"], "image.png", { type: "image/png" });
  assert.equal(await tableOf("a\tb\n1\t2\n", [picture]).text(), "a\tb\n1\t2\n");
  assert.equal(await tableOf("a\tb\n1\t2\n", []).text(), "a\tb\n1\t2\n");
});

test("a copied file is taken, not its path, and a picture only where there is no text", () => {
  const file = new File(["a,b"], "table.csv", { type: "text/csv" }),
    picture = new File(["png"], "image.png", { type: "image/png" });
  assert.equal(tableOf("C:\\tables\\table.csv", [file]), file);
  assert.equal(tableOf("C:\\tables\\table.csv", [picture, file]), file);
  assert.equal(tableOf(" ", [picture]), picture);
  assert.equal(tableOf(" ", []), undefined);
});

test("what says the same as a new target is no input, and is told", () => {
  const columns = [column("pclass", { twins: [1] }), column("class", { twins: [0] }), column("age")],
    classes = { ...table, columns };
  const first = suggested({ ...classes, target: 2, inputs: [0] });
  assert.deepEqual(twinsLeftOut(classes, first.roles), []);
  const chosen = withRole(classes, first, 1, "target");
  assert.deepEqual(chosen.roles, ["unused", "target", "input"]);
  assert.deepEqual(twinsLeftOut(classes, chosen.roles), [0]);
  assert.deepEqual(twinsLeftOut(classes, withRole(classes, chosen, 0, "input").roles), []);
});

test("a choice stays when the file is read in another way, as far as it is possible there", () => {
  const chosen = withRole(table, suggested(table), 1, "unused");
  assert.ok(alike(table, { ...table, rows: 3 }));
  assert.ok(!alike(table, { ...table, columns: table.columns.slice(1) }));
  assert.deepEqual(kept(table, chosen), chosen);
  const legsGone = { ...table, columns: table.columns.with(3, column("legs", { no_input: "No." })) };
  assert.deepEqual(kept(legsGone, chosen).roles, ["unused", "unused", "target", "unused", "unused"]);
  const numbersNow = { ...table, columns: table.columns.with(2, column("kind")) };
  assert.equal(kept(numbersNow, chosen).reading, "number");
});

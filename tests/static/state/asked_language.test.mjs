/** Whatever leads on within the page asks for the language that its own address asks for. */
import assert from "node:assert/strict";
import test from "node:test";

import { askedIn, ASKED_LANGUAGE, inLanguage, withoutLanguage } from "../../../static/state/asked_language.js";

test("an address is given the language between its query and its fragment", () => {
  const made = ["lessons", "./?noise=1", "projector#k7px.s", "experiments?id=3#a", "./"];
  assert.deepEqual(made.map((address) => inLanguage(address, "zh-Hans")), [
    "lessons?lang=zh-Hans",
    "./?noise=1&lang=zh-Hans",
    "projector?lang=zh-Hans#k7px.s",
    "experiments?id=3&lang=zh-Hans#a",
    "./?lang=zh-Hans",
  ]);
});

test("one that asks for a language keeps it, and without a wish nothing is added", () => {
  assert.equal(inLanguage("lessons?lang=en", "zh-Hans"), "lessons?lang=en");
  assert.equal(inLanguage("lessons", ""), "lessons");
  assert.equal(ASKED_LANGUAGE, ""); // nothing has an address here
  assert.deepEqual(["", "?lang=zh-Hans", "?noise=1&lang=en"].map(askedIn), ["", "zh-Hans", "en"]);
});

test("queries that differ in the language alone are the same", () => {
  const queries = ["", "?", "?lang=en", "?noise=1&lang=en", "?lang=en&noise=1", "?noise=1,2", "?slang=1"];
  assert.deepEqual(queries.map(withoutLanguage), ["", "", "", "?noise=1", "?noise=1", "?noise=1,2", "?slang=1"]);
});

/** The page takes for a code what the server takes for one. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { furtherIn, isCode, normalCode, withFurther } from "../../../static/protocol/room_codes.js";

const { codes } = JSON.parse(readFileSync(new URL("../../golden/classroom.json", import.meta.url), "utf8"));

test("a code is one on both sides", () => {
  for (const [code, is] of Object.entries(codes)) assert.equal(isCode(code), is, code);
  assert.equal(normalCode("K7PX"), "k7px");
});

test("an address with further signs gives them back, and no other does", () => {
  assert.equal(furtherIn(new URL(withFurther("http://192.0.2.7:8000/k7px", "4h2m")).hash), "4h2m");
  assert.equal(withFurther("http://192.0.2.7:8000/k7px", ""), "http://192.0.2.7:8000/k7px");
  for (const hash of ["", "#", "#main", "#4h2"]) assert.equal(furtherIn(hash), "");
});

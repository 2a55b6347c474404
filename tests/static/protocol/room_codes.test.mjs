/** The page takes for a code what the server takes for one. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { isCode, normalCode } from "../../../static/protocol/room_codes.js";

const { codes } = JSON.parse(readFileSync(new URL("../../golden/classroom.json", import.meta.url), "utf8"));

test("a code is one on both sides", () => {
  for (const [code, is] of Object.entries(codes)) assert.equal(isCode(code), is, code);
  assert.equal(normalCode("K7PX"), "k7px");
});

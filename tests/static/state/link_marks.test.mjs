/** Links as they arrive: with marks of the sentence around them, broken, encoded, and with parameters of trackers. */
import assert from "node:assert/strict";
import test from "node:test";

import { readAddress } from "../../../static/state/address.js";
import { isForeign, plainName, shareId, trimmed } from "../../../static/state/link_marks.js";
import { catalogue } from "../samples/store.mjs";

const ID = "3DxYz9AbCd";
const AFTER = [
  ...[".", ",", ";", ":", "!", "?", ")", "]", ">", "}", '"', "'", "”", "»", "…", "*", " "],
  ...[").", '">', "\n", "...", ") )"],
];

test("a link with weights opens whatever stands after it", () => {
  for (const mark of AFTER) {
    assert.equal(shareId(ID + mark), ID, mark);
    for (const written of [mark, encodeURIComponent(mark)])
      assert.equal(readAddress(`?noise=1&share=${ID}${written}`, catalogue).share, ID, written);
  }
});

test("a link with weights opens though it was broken or encoded on its way", () => {
  for (const text of [`3D${ID}`, "3DxYz=9AbCd", "3DxYz= 9AbCd", `<${ID}>`, ` ${ID}`, `3D${ID}.`])
    assert.equal(shareId(text), ID);
  assert.deepEqual(["", ".", "=", "()"].map(shareId), [null, null, null, null]);
  assert.equal(shareId("AbCd"), "AbCd"); // the server says that it does not know it
});

test("settings lose what stands after a link, and nothing of their own", () => {
  for (const mark of AFTER) assert.equal(trimmed(`relu${mark}`), "relu", mark);
  for (const own of ["own.AbC-_", "4-relu-drop0.2,2", "-0.5", "1e-5", "f:sin(x1)*(x2+1)", "_", "a.b"])
    assert.equal(trimmed(own), own);
  assert.equal(trimmed("f:sin(x1))."), "f:sin(x1)");
  assert.equal(trimmed("3Drelu"), "relu");
  assert.deepEqual(readAddress("?noise=0.5.&hide=play,seed).", catalogue), {
    settings: { noise: 0.5 },
    look: {},
    hide: ["play", "seed"],
    lock: [],
    share: null, start: null,
    scheme: 1,
  });
});

test("an address copied from HTML is read as well", () => {
  for (const name of ["amp;noise", "amp;amp;noise", "noise", "noise)."]) assert.equal(plainName(name), "noise");
  assert.deepEqual(readAddress("?share=AbCdEfGhJk&amp;noise=1", catalogue).settings, { noise: 1 });
});

test("parameters that tell where a reader came from are no settings; misspelt settings still are", () => {
  const foreign = [
    ...["utm_source", "utm_Campaign", "fbclid", "gclid", "GCLID", "msclkid", "dclid", "twclid", "igshid"],
    ...["ref", "mc_eid", "mc_cid", "_hsenc", "_ga_X", "mtm_kwd", "li_fat_id"],
  ];
  for (const name of foreign) assert.ok(isForeign(name), name);
  for (const name of [...Object.keys(catalogue.fields), "tab", "share", "surface", "race", "activaton", "gain"])
    assert.ok(!isForeign(name), name);
  const query = `?noise=1&${foreign.join("=x&")}=x&colour=red`;
  assert.deepEqual(readAddress(query, catalogue).settings, { noise: 1, colour: "red" });
  assert.deepEqual(readAddress("?&=5&.", catalogue).settings, {});
});

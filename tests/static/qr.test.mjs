/** A QR code is drawn square by square as its encoder has it, with the quiet edge that a scanner needs. */
import assert from "node:assert/strict";
import test from "node:test";

import { encode } from "uqr";

import { qrOf } from "../../static/qr.js";

const ADDRESS = "http://192.0.2.7:8000/?dataset=spiral&hidden=8,8&v=2";

test("its path has just the dark squares", () => {
  const { side, path } = qrOf(ADDRESS),
    { data, size } = encode(ADDRESS, { ecc: "M", border: 4 });
  const drawn = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
  const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`${x} ${y}`] : [])));
  assert.equal(side, size);
  assert.deepEqual([...drawn].sort(), dark.sort());
});

test("four squares around it are light", () => {
  const { side, path } = qrOf(ADDRESS);
  const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
  assert.equal(Math.min(...places), 4);
  assert.equal(Math.max(...places), side - 5);
});

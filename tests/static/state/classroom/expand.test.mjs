/** What followers make of few bytes is the page's own frame of the same moment and view, over many networks. */
import { decode } from "@msgpack/msgpack";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { readBroadcast, readWhole } from "../../../../static/protocol/broadcast.js";
import { readFrame, unpackFrame, unpackPoints } from "../../../../static/protocol/frames.js";
import { Expander } from "../../../../static/state/classroom/expand.js";

const golden = JSON.parse(readFileSync(new URL("../../../golden/followed.json", import.meta.url), "utf8"));

const bytes = (/** @type {string} */ text) => new Uint8Array(Buffer.from(text, "base64"));

/** @param {any} entry */
function followed({ whole, told, view }) {
  const expander = new Expander(readWhole(bytes(whole).subarray(1), decode));
  return expander.frame(readBroadcast(bytes(told).subarray(1), decode), view);
}

/** @param {any} got @param {any} wanted @param {string} where */
function alike(got, wanted, where) {
  if (typeof wanted === "number")
    assert.ok(
      Object.is(got, wanted) || Math.abs(got - wanted) <= 1e-5 * Math.max(1, Math.abs(wanted)),
      `${where}: ${got}, not ${wanted}`,
    );
  else if (wanted === null || typeof wanted !== "object") assert.equal(got, wanted, where);
  else if (ArrayBuffer.isView(wanted)) {
    assert.equal(got.constructor, wanted.constructor, where);
    assert.equal(got.length, /** @type {any} */ (wanted).length, where);
    /** @type {any} */ (wanted).forEach((each, at) => alike(got[at], each, `${where}[${at}]`));
  } else {
    assert.deepEqual(Object.keys(got).sort(), Object.keys(wanted).sort(), where);
    for (const name of Object.keys(wanted)) alike(got[name], wanted[name], `${where}.${name}`);
  }
}

/** @param {Uint8Array} got @param {Uint8Array} wanted @param {string} where @param {number} most levels apart */
function near(got, wanted, where, most = 1) {
  assert.equal(got.length, wanted.length, where);
  const apart = wanted.reduce((largest, each, at) => Math.max(largest, Math.abs(each - got[at])), 0);
  assert.ok(apart <= most, `${where}: ${apart} levels apart`);
}

for (const [name, entry] of Object.entries(golden)) {
  if (name === "large") continue;
  test(`draws what the server draws: ${name}`, () => {
    const { map, units, points, data, ...got } = /** @type {any} */ (followed(entry));
    const wanted = /** @type {any} */ (unpackFrame(readFrame(bytes(entry.frame), decode)));
    const { map: itsMap, units: itsUnits, points: itsPoints, data: none, ...rest } = wanted;
    alike(got, rest, "frame");
    near(map.pixels, itsMap.pixels, "map");
    near(units.pixels, itsUnits.pixels, "units");
    assert.deepEqual(map.classes, itsMap.classes);
    alike({ ...map, pixels: 0 }, { ...itsMap, pixels: 0 }, "map");
    alike({ ...units, pixels: 0 }, { ...itsUnits, pixels: 0 }, "units");
    assert.equal(points.first, itsPoints.first);
    alike(unpackPoints(points.values), unpackPoints(itsPoints.values), "points");
    assert.deepEqual([data, none], [null, null]);
  });
}

test("of a large network, smaller pictures come as they are", () => {
  const got = followed(golden.large),
    wanted = unpackFrame(readFrame(bytes(golden.large.frame), decode));
  assert.deepEqual([got.map.size, got.units.size, got.map.kind], [48, 8, "signed"]);
  assert.equal(got.map.pixels.length, 48 * 48);
  assert.equal(got.units.pixels.length, 64 * got.windows.reduce((sum, [, count]) => sum + count, 0));
  assert.deepEqual(got.wrong, wanted.wrong);
  alike(got.train, wanted.train, "train");
  got.windows.forEach(([first, count]) => assert.ok(first === 0 && count <= 20));
  const [[, inputs], [, units]] = got.windows;
  assert.equal(inputs, 2);
  assert.ok(got.weights.length > inputs * units);
  assert.equal(got.biases.length, got.windows.slice(1).reduce((sum, [, count]) => sum + count, 0));
  // float16 of the same weights
  alike(Math.abs(got.weights[0] / wanted.weights[0] - 1) < 1e-3, true, "weights");
});

test("what is not asked for is not drawn", () => {
  const entry = golden["nothing said of the view"];
  const { wrong, guesses } = followed({ ...entry, view: { ...entry.view, wrong: false, guessed: [] } });
  assert.deepEqual([wrong, guesses], [null, null]);
});

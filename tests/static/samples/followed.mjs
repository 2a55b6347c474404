/** What tests of following look at: a view, and golden wholes and frames of a followed network. */
import { decode, encode } from "@msgpack/msgpack";
import { readFileSync } from "node:fs";

const golden = JSON.parse(readFileSync(new URL("../../golden/followed.json", import.meta.url), "utf8"));

const bytes = (/** @type {string} */ text) => new Uint8Array(Buffer.from(text, "base64"));

export const emptyView = (more = {}) => ({
  windows: /** @type {[number, number][]} */ ([]),
  map_size: 16,
  unit_size: 8,
  unit: /** @type {[number, number] | null} */ (null),
  axes: /** @type {[number, number]} */ ([0, 1]),
  held: /** @type {number[]} */ ([]),
  wrong: false,
  guessed: /** @type {number[]} */ ([]),
  lanes: false,
  hidden: false,
  ...more,
});

/** As they come over a room's socket, the first byte included. @param {string} name of a case */
export const sent = (name) => ({ whole: bytes(golden[name].whole), told: bytes(golden[name].told) });

/** A frame with some fields otherwise. @param {string} name of a case @param {Record<number, any>} changes */
export function toldOtherwise(name, changes) {
  const fields = /** @type {any[]} */ (decode(bytes(golden[name].told).subarray(1)));
  for (const [at, value] of Object.entries(changes)) fields[Number(at)] = value;
  return Uint8Array.of(2, ...encode(fields));
}

/** Where a frame has them. */
export const AT = {
  ...{ frame: 0, whole: 1, revision: 2, step: 3, epoch: 4, playing: 7, first: 10, points: 11, firstMark: 12 },
  ...{ marks: 13, changed: 14, stop: 15, best: 16 },
};

/**
 * Reads the tiles of a class's wall, the twin of `server/protocol/tiles.py`; `tests/golden/wall.json` holds both to it.
 */

import { wordSentences } from "../text/say.js";
import { unpackMap } from "./frames.js";

/** @typedef {"diverged" | "flat" | "untouched"} Need */
/**
 * @typedef {object} Tile one member's network
 * @property {number} member @property {Need[]} needs why help may be needed, the most urgent reason first
 * @property {number} group of networks that look alike @property {number} untouched seconds
 * @property {import("../draw/thumbnail.js").Picture} picture of the output
 * @property {string} problem @property {number} classes
 * @property {number | null} testLoss @property {number | null} trainLoss null where they are no ordinary numbers
 * @property {number | null} testScore accuracy as a share, or R²
 * @property {number} parameters @property {number} epochs @property {boolean} playing
 * @property {string} stopped why it stopped by itself
 */

export const WALL = 3; // what the bytes of a wall begin with

/**
 * @param {Uint8Array} bytes from the first one on @param {(bytes: Uint8Array) => unknown} decode MessagePack's
 * @returns {Tile[]}
 */
export function readWall(bytes, decode) {
  return /** @type {any[]} */ (wordSentences(decode(bytes.subarray(1)))).map(({ tile, ...about }) => ({
    ...about,
    picture: pictureOf(tile.map),
    problem: tile.problem,
    classes: tile.classes,
    testLoss: tile.test_loss,
    trainLoss: tile.train_loss,
    testScore: tile.test_score,
    parameters: tile.parameters,
    epochs: tile.epochs,
    playing: tile.playing,
    stopped: tile.stopped,
  }));
}

/** @param {any} map as a frame has it */
function pictureOf(map) {
  const { size, scale, pixels, classes, values } = unpackMap(map);
  return { size, scale, pixels: values ? null : pixels, classes: classes ?? null, values: values ?? null };
}

/** By which addresses others reach a room. */

import { isOfThisMachine } from "../reach.js";

/**
 * @typedef {object} Told of the server
 * @property {"here" | "key" | "anyone" | "no"} opens @property {string[]} addresses @property {boolean} is_reachable
 * @property {boolean} listens_for_others though the machine may be on no network by which they could come
 */

/**
 * The addresses of a room, the likeliest first: the one that this page has here, unless that leads everybody to their
 * own machine; then those that the server knows of. Where there is none of either, its address on this machine.
 *
 * @param {string} page its folder, a whole address @param {readonly string[]} told by the server @param {string} code
 */
export function joinAddresses(page, told, code) {
  const folders = [...(isOfThisMachine(page) ? [] : [page]), ...told];
  return [...new Set((folders.length ? folders : [page]).map((folder) => `${folder.replace(/\/$/, "")}/${code}`))];
}

/** Whether nobody else can join by it; "": it is not known yet. @param {string} address */
export const isOnlyHere = (address) => address !== "" && isOfThisMachine(address);

/** As it is written on a board: without what every browser adds by itself. @param {string} address */
export const onBoard = (address) => address.replace(/^http:\/\//, "");

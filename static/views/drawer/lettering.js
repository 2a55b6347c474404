/**
 * How large letters are in the drawer's plots, compared with their pictures: twice as large as usual while presenting.
 * Their own units are about pixels then as ever, and a picture has half as many of them.
 */

import { signal } from "@preact/signals-core";

const PRESENTING = 2;

const times = signal(1); // what draws by it follows it

/** @param {boolean} present */
export function letter(present) {
  times.value = present && matchMedia("(min-width: 901px)").matches ? PRESENTING : 1; // as css/presenting.css has it
}

/** A picture's length in its own units. @param {number} usual */
export function drawnLength(usual) {
  return usual / times.value;
}

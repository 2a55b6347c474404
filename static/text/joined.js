/** Joins what is said of several things: whole sentences after one another, and the things of a list. */

import { sayAs } from "./say.js";

/** Sentences in their order, as far as there is anything in them. @param {(string | null | undefined)[]} texts */
export function sentences(...texts) {
  const said = /** @type {string[]} */ (texts.filter(Boolean));
  return said.length ? said.reduce((before, next) => sayAs("sentences", "{before} {next}", { before, next })) : "";
}

/** “a, b, c”. @param {string[]} things */
export function listed(things) {
  return things.length ? things.reduce((before, last) => sayAs("list", "{before}, {last}", { before, last })) : "";
}

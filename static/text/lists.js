/** Texts beside one another, as the language puts them: in a list, or sentence after sentence. */

import { say, sayAs } from "./say.js";

/** “a, b, c”; "" of none. @param {readonly string[]} texts */
export function listed(texts) {
  return texts.length ? texts.reduce((before, last) => sayAs("list", "{before}, {last}", { before, last })) : "";
}

/** “a; b; c”, of what has commas itself; "" of none. @param {readonly string[]} texts */
export function listedApart(texts) {
  return texts.length ? texts.reduce((before, last) => sayAs("list", "{before}; {last}", { before, last })) : "";
}

/** “a, b and c”. @param {readonly string[]} texts */
export function listedWithAnd(texts) {
  if (texts.length < 2) return texts.join("");
  return sayAs("list", "{before} and {last}", { before: listed(texts.slice(0, -1)), last: texts[texts.length - 1] });
}

/** “label: text”. @param {string} label @param {string} text */
export function labelled(label, text) {
  return say("{label}: {text}", { label, text });
}

/** Whole sentences, one after another; what is empty is left out. @param {readonly string[]} sentences */
export function inARow(sentences) {
  return sentences
    .filter(Boolean)
    .reduce((before, last) => (before ? sayAs("sentences", "{before} {last}", { before, last }) : last), "");
}

/** What has no full stop of its own, as a sentence. @param {string} sentence */
export function ended(sentence) {
  return say("{sentence}.", { sentence });
}

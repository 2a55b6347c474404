/** Takes in the server's letters: each kind changes its part of the store. */

import * as messages from "../protocol/messages.js";
import { confirm, giveUp } from "./optimistic.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("../protocol/messages.js").Letter} Letter */
/** @typedef {import("../protocol/messages.js").Welcome} Welcome */
/**
 * @typedef {object} Effects what a letter may ask of others
 * @property {(message: messages.Message) => void} send
 * @property {() => void} resend changes made while no connection was open
 * @property {() => void} remember the session's name is known
 * @property {string} [build] of this page
 * @property {{otherVersion: string}} words
 */

const MOST_NOTES = 6; // that came about by themselves

/** @param {Store} store @param {Effects} effects @returns {(letter: Letter) => void} */
export function createReceiver(store, effects) {
  return (letter) => {
    switch (letter.type) {
      case "welcome":
        return welcome(store, effects, letter);
      case "warming":
        store.warming.value = letter;
        return;
      case "ready":
        return ready(store, effects);
      case "configured":
        if (letter.mark) store.history.mark(letter.mark);
        return confirm(store, letter.settings);
      case "lane":
        return takeLane(store, letter);
      case "curves":
        return store.history.load(letter.history);
      case "branched":
        store.branches.value = letter.branches;
        return store.history.goOnFrom(letter.x, letter.branch);
      case "state":
        store.playing.value = letter.playing;
        store.stop.value = letter.stop;
        store.best.value = letter.best;
        return;
      case "note":
        return note(store, letter.text);
      case "refused":
        store.refusal.value = { text: letter.text };
        return letter.about === "configure" || letter.about === null ? giveUp(store) : undefined;
      case "bye":
        store.connectionText.value = letter.text;
    }
  };
}

/** @param {Store} store @param {Effects} effects @param {Welcome} letter */
function welcome(store, effects, letter) {
  const wished = store.playing.peek() && !store.ready.peek(); // play was pressed while the kernels compiled
  store.session = letter.session;
  store.connectionText.value = letter.protocol === store.catalogue.protocol ? "" : effects.words.otherVersion;
  store.outdated.value = Boolean(effects.build && letter.build) && letter.build !== effects.build;
  store.notes.value = [...store.notes.peek(), ...letter.notes];
  store.stop.value = letter.stop;
  store.best.value = letter.best;
  store.playing.value = letter.playing || wished;
  store.history.load(letter.history);
  store.branches.value = letter.branches;
  confirm(store, letter.settings);
  effects.remember();
  effects.resend();
  store.ready.value = letter.ready;
  if (!letter.ready) return;
  store.warming.value = null;
  if (wished && !letter.playing) effects.send(messages.play());
}

/**
 * The same news twice would be no news; and those of a lane are on its card while lanes are on show.
 *
 * @param {Store} store @param {string} text
 */
function note(store, text) {
  if (store.look.peek().tab === "compare") return;
  store.notes.value = [...store.notes.peek().filter((each) => each !== text), text].slice(-MOST_NOTES);
}

/**
 * Changes under way were meant for the lane that was in hand.
 *
 * @param {Store} store @param {import("../protocol/messages.js").Lane} letter
 */
function takeLane(store, { settings, playing, stop, best, history, branches }) {
  store.pending = {};
  store.playing.value = playing;
  store.stop.value = stop;
  store.best.value = best;
  store.history.load(history);
  store.branches.value = branches;
  confirm(store, settings);
}

/** Play may have been pressed already. @param {Store} store @param {Effects} effects */
function ready(store, effects) {
  store.warming.value = null;
  store.ready.value = true;
  if (store.playing.peek()) effects.send(messages.play());
}

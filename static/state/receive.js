/** Takes in the server's messages: each kind changes its part of the store. */

import * as messages from "../protocol/messages.js";
import { confirm, giveUp } from "./optimistic.js";
import { NO_CHANGES } from "./store.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("../protocol/messages.js").ServerMessage} ServerMessage */
/** @typedef {import("../protocol/messages.js").Welcome} Welcome */
/**
 * @typedef {object} Effects what a message may ask of others
 * @property {(message: messages.Message) => void} send
 * @property {() => void} resend changes made while no connection was open
 * @property {() => void} remember the session's name is known
 * @property {string} [build] of this page
 * @property {{otherVersion: string}} words
 */

const MOST_NOTES = 6; // that came about by themselves

/** @param {Store} store @param {Effects} effects @returns {(message: ServerMessage) => void} */
export function createReceiver(store, effects) {
  return (message) => {
    switch (message.type) {
      case "welcome":
        return welcome(store, effects, message);
      case "warming":
        store.warming.value = message;
        return;
      case "ready":
        return ready(store, effects);
      case "configured":
        if (message.mark) store.history.mark(message.mark);
        store.refusal.value = null; // another wish has come true since
        return confirm(store, message.settings);
      case "lane":
        return takeLane(store, message);
      case "curves":
        return store.history.load(message.history);
      case "branched":
        store.branches.value = message.branches;
        return store.history.goOnFrom(message.x, message.branch);
      case "state":
        store.playing.value = store.played.value = message.playing;
        store.stop.value = message.stop;
        store.best.value = message.best;
        return;
      case "changes":
        store.changes.value = message;
        return;
      case "note":
        return note(store, message.text);
      case "kept":
        store.kept = { run: message.run, key: message.key };
        return effects.remember();
      case "refused":
        store.refusal.value = { text: message.text };
        return message.about === "configure" || message.about === null ? giveUp(store) : undefined;
      case "slowed":
        store.slowed.value = message.slowed;
        return;
      case "alive":
        return; // the pulse has heard it
      case "bye":
        store.connectionText.value = message.text;
    }
  };
}

/** @param {Store} store @param {Effects} effects @param {Welcome} message */
function welcome(store, effects, message) {
  const wished = store.playing.peek() && !store.ready.peek(); // play was pressed while the kernels compiled
  store.session = message.session;
  store.slowed.value = false;
  if (!message.resumed) store.kept = null;
  store.connectionText.value = message.protocol === store.catalogue.protocol ? "" : effects.words.otherVersion;
  store.outdated.value = Boolean(effects.build && message.build) && message.build !== effects.build;
  store.notes.value = [...store.notes.peek(), ...message.notes];
  store.stop.value = message.stop;
  store.best.value = message.best;
  store.played.value = message.playing;
  store.playing.value = message.playing || wished;
  store.history.load(message.history);
  store.branches.value = message.branches;
  store.changes.value = NO_CHANGES; // another message tells of those there are
  confirm(store, message.settings);
  effects.remember();
  effects.resend();
  store.ready.value = message.ready;
  if (!message.ready) return;
  store.warming.value = null;
  if (wished && !message.playing) effects.send(messages.play());
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
 * @param {Store} store @param {import("../protocol/messages.js").Lane} message
 */
function takeLane(store, { settings, playing, stop, best, history, branches }) {
  store.pending = {};
  store.playing.value = store.played.value = playing;
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

/** Everything a person can do on the page, for the views: changes the store at once and tells the server. */

import * as messages from "../protocol/messages.js";
import { CONTROL } from "../text/page.js";
import { Gestures } from "./gestures.js";
import { lockedAmong } from "./locks.js";
import { Newest } from "./newest.js";
import { giveUp, hope, PATIENCE } from "./optimistic.js";
import { seenFrom } from "./places.js";
import { defaults } from "./settings.js";

/** @typedef {import("./store.js").Store} Store */
/** @typedef {import("./store.js").Look} Look */
/** @typedef {import("../protocol/messages.js").Message} Message */
/** @typedef {import("../protocol/messages.js").Settings} Settings */
/** @typedef {(message: Message) => void} Send drops the message where no connection is open */
/** @typedef {(act: () => void, milliseconds: number) => unknown} Later */
/** @typedef {ReturnType<typeof createActions>} Actions */

const NUMBERS = new Set(["number", "integer"]); // kinds of settings that are moved steadily
const PAUSE = 33; // milliseconds at least between two messages of a dragged slider or a moving pointer

/**
 * @param {Store} store @param {Send} send
 * @param {Later} [later] how to wait; tests bring their own
 * @param {() => number} [now] the time, for telling gestures apart
 */
export function createActions(
  store,
  send,
  later = (act, milliseconds) => setTimeout(act, milliseconds),
  now = Date.now,
) {
  const gestures = new Gestures(now),
    outbox = new Outbox(store, send, later, gestures);
  /** @param {Message} message */
  const tell = (message) => {
    outbox.flush();
    send(message);
  };
  /** Whether training may go on; else a sentence says what it needs. */
  const mayTrain = () => {
    const text = store.lacking.peek() || store.guessFirst.peek();
    if (text) store.refusal.value = { text };
    return !text;
  };
  /** Whether no lock forbids these settings; else a sentence names what is locked. @param {Settings} changes */
  const mayConfigure = (changes) => {
    const locked = lockedAmong(store, changes);
    if (locked.length) store.refusal.value = { text: CONTROL.wouldChangeLocked(locked) };
    return !locked.length;
  };
  const changing = {
    /** @param {Settings} changes @returns {boolean} whether they may be: a link may lock some of them */
    configure(changes) {
      if (!mayConfigure(changes)) return false;
      hope(store, changes);
      outbox.configure(changes);
      return true;
    },
    play() {
      if (!mayTrain()) return;
      store.playing.value = true;
      if (store.ready.peek()) tell(messages.play());
    },
    pause() {
      store.playing.value = false;
      if (store.ready.peek()) tell(messages.pause());
    },
    /** @param {"batch" | "epoch"} unit */
    step(unit) {
      if (!mayTrain()) return;
      store.playing.value = false;
      tell(messages.step(unit));
    },
    /** @param {number | null} step null: the present @param {"nearest" | "before" | "after"} [towards] */
    rewind(step, towards = "nearest") {
      store.playing.value = false;
      outbox.rewind(messages.rewind(step, towards));
    },
    /** @param {number} branch that the run left, to be shown at its end */
    switchBranch(branch) {
      store.playing.value = false;
      tell(messages.switchBranch(branch));
    },
    /** @param {boolean} [onlySetting] whether what was trained since is to stay */
    undo: (onlySetting = false) => tell(messages.undo(onlySetting)),
    redo: () => tell(messages.redo()),
    fork: () => tell(messages.fork()),
    /** @param {number} lane */
    takeLane: (lane) => tell(messages.takeLane(lane)),
    /** @param {number} lane */
    removeLane: (lane) => tell(messages.removeLane(lane)),
    reset: () => tell(messages.reset()),
    restoreBest: () => tell(messages.restoreBest()),
    /** @param {"weights" | "data"} of */
    newSeed: (of) => tell(messages.newSeed(of)),
    /**
     * Begins anew with all of this, as one change.
     *
     * @param {Settings} settings that are not the defaults @param {messages.WeightSet[]} weights
     * @param {Settings | null} beside what a second lane has otherwise @returns {boolean} whether it may be
     */
    setUp(settings, weights, beside) {
      if (!mayConfigure({ ...defaults(store.catalogue), ...settings, ...beside })) return false;
      store.playing.value = false;
      tell(messages.setUp(settings, weights, beside));
      return true;
    },
    /** @param {number} layer @param {number} unit @param {number} source @param {number} value */
    setWeight(layer, unit, source, value) {
      store.handSet.value += 1;
      tell(messages.setWeight(layer, unit, source, value, gestures.of([`${layer} ${unit} ${source}`], true)));
    },
    /** @param {number} layer @param {number} unit @param {number} value */
    setBias(layer, unit, value) {
      store.handSet.value += 1;
      tell(messages.setBias(layer, unit, value, gestures.of([`${layer} ${unit}`], true)));
    },
    solveLastLayer: () => tell(messages.solveLastLayer()),
    /**
     * @param {"freeze" | "disable"} action @param {number} layer @param {number | null} unit
     * @param {number | null} source @param {boolean} on
     */
    hold: (action, layer, unit, source, on) => tell(messages.hold(action, layer, unit, source, on)),
    /** @param {import("../protocol/messages.js").Edit} action @param {number} layer @param {number | null} [unit] */
    editNetwork: (action, layer, unit = null) => tell(messages.editNetwork(action, layer, unit)),
  };
  return {
    ...onOnesOwn(store, changing),
    mayConfigure,
    /** @param {boolean} isDown whether a finger, a button or a key is; what moves until it is up is one change */
    press: (isDown) => (isDown ? gestures.hold() : gestures.release()),
    /** @param {boolean} lanes whether to show all lanes that are compared */
    watchLanes: (lanes) => outbox.look({ lanes }),
    /** @param {[number, number] | null} unit whose map is wanted large */
    hover(unit) {
      store.hovered.value = unit;
      outbox.look({ unit });
    },
    /** @param {number} layer @param {number} unit to be taken apart in the drawer */
    pick(layer, unit) {
      store.picked.value = [layer, unit];
    },
    /** @param {Partial<import("./store.js").Sample>} changes */
    chooseSample(changes) {
      store.sample.value = { ...store.sample.peek(), ...changes };
    },
    /** @param {import("./store.js").Spot | null} spot */
    setSpot(spot) {
      if (JSON.stringify(spot) !== JSON.stringify(store.spot.peek())) store.spot.value = spot;
    },
    /**
     * @param {[number, number][]} windows which units are on show
     * @param {number} unit_size pixels a side of their pictures
     */
    showUnits: (windows, unit_size) => outbox.look({ windows, unit_size }),
    /** @param {Partial<import("./store.js").Slice>} changes */
    setSlice(changes) {
      store.slice.value = { ...store.slice.peek(), ...changes };
      outbox.look(store.slice.peek());
    },
    /** @param {boolean} wrong whether to tell which points are put into a wrong class */
    watchWrong: (wrong) => outbox.look({ wrong }),
    /** @param {number[]} guessed the points whose class each frame is to tell */
    watchGuesses: (guessed) => outbox.look({ guessed }),
    /** @param {string} place to go to */
    visit(place) {
      if (place === store.place.peek()) return;
      store.place.value = place;
      outbox.look({});
    },
    /** @param {boolean} hidden whether nobody can see the page */
    setHidden: (hidden) => outbox.look({ hidden }),
    /** @param {Partial<Look>} changes */
    setLook(changes) {
      store.look.value = { ...store.look.peek(), ...changes };
    },
    /** @param {import("./sheet.js").Sheet} sheet that a narrow screen is to show */
    showSheet(sheet) {
      store.sheet.value = sheet;
    },
    /** @param {Iterable<string>} names */
    hideControls(names) {
      store.hiddenControls.value = new Set(names);
    },
    /** @param {Iterable<string>} names */
    lockControls(names) {
      store.lockedControls.value = new Set(names);
    },
    /** @param {string} text why a wish was not obeyed by the page itself */
    refuse(text) {
      store.refusal.value = { text };
    },
    /** @param {import("./store.js").Note} note what the page itself did, and why */
    addNote(note) {
      store.notes.value = [...store.notes.peek(), note];
    },
    dismissNotes() {
      store.notes.value = [];
    },
    dismissRefusal() {
      store.refusal.value = null;
    },
    /** Why it stopped was read. */
    dismissStop() {
      store.stop.value = null;
    },
    /** What was changed while no connection was open. */
    resend: () => outbox.resend(),
  };
}

/**
 * What changes a network, for those of one's own: of another's it changes nothing, and the wish is told.
 *
 * @template {Record<string, (...given: any[]) => any>} T @param {Store} store @param {T} changing @returns {T}
 */
function onOnesOwn({ isAnothers, wished }, changing) {
  /** @param {(...given: any[]) => any} change */
  const guarded = (change) => (/** @type {any[]} */ ...given) => {
    if (!isAnothers.peek()) return change(...given);
    wished.value += 1;
    return false;
  };
  return /** @type {T} */ (Object.fromEntries(Object.entries(changing).map(([name, each]) => [name, guarded(each)])));
}

/**
 * Gathers changes of settings, of the view and of the moment on show, and sends each kind at
 * most every `PAUSE` milliseconds.
 */
class Outbox {
  /** @param {Store} store @param {Send} send @param {Later} later @param {Gestures} gestures */
  constructor(store, send, later, gestures) {
    this.gestures = gestures;
    this.store = store;
    this.send = send;
    this.later = later;
    /** @type {Settings | null} */
    this.changes = null;
    this.seen = false;
    /** @type {Message | null} the last wish for a moment of the past */
    this.moment = null;
    this.asked = 0;
    /** @type {Newest<null>} */
    this.newest = new Newest((_, done) => this.#begin(done));
  }

  /** @param {Settings} changes */
  configure(changes) {
    this.changes = { ...this.changes, ...changes };
    const asked = ++this.asked;
    this.later(() => this.#doubt(asked), PATIENCE);
    this.newest.want(null);
  }

  /** @param {Partial<import("../protocol/messages.js").View>} changes */
  look(changes) {
    Object.assign(this.store.view, changes);
    this.seen = true;
    this.newest.want(null);
  }

  /** @param {Message} moment */
  rewind(moment) {
    this.moment = moment;
    this.newest.want(null);
  }

  resend() {
    if (Object.keys(this.store.pending).length) this.configure({ ...this.store.pending });
  }

  flush() {
    const { changes, seen, moment } = this;
    this.changes = this.moment = null;
    this.seen = false;
    if (changes) this.send(messages.configure(changes, this.#gesture(Object.keys(changes))));
    if (moment) this.send(moment);
    if (seen) this.send(messages.view(seenFrom(this.store.place.peek(), this.store.view)));
  }

  /** @param {string[]} names of the settings that change */
  #gesture(names) {
    const { fields } = this.store.catalogue;
    return this.gestures.of(
      names,
      names.every((name) => NUMBERS.has(fields[name].kind)),
    );
  }

  /** The first goes at once, what follows it quickly goes together. @param {() => void} done */
  #begin(done) {
    if (!this.changes && !this.seen && !this.moment) return done(); // another message took them along
    queueMicrotask(() => this.flush());
    this.later(done, PAUSE);
  }

  /** @param {number} asked */
  #doubt(asked) {
    if (asked === this.asked && this.store.connection.peek() === "open") giveUp(this.store);
  }
}

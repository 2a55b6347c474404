/**
 * Leads a room of the class from this page: its keys, its connection, and which network it shows. Loaded when wanted.
 */

import { ROOM } from "./addresses.js";
import { enter, show, takeBack } from "./protocol/classroom.js";
import { RoomLine } from "./room_line.js";
import { createAskRoom } from "./room_questions.js";
import { Desk } from "./state/classroom/desk.js";
import { recallLead, rememberLead } from "./state/classroom/leads.js";
import { OneTab } from "./state/classroom/one_tab.js";
import { REFUSALS } from "./text/classroom.js";
import { QUESTIONS } from "./text/drawer.js";

/** @typedef {import("./state/classroom/leads.js").Lead} Lead */
/** @typedef {import("./room_line.js").Line} Line */
/** @typedef {import("./room_line.js").Listener} Listener */
/** @typedef {import("./room_line.js").Message} Message */
/** @typedef {{open(): void, close(): void, send(message: Message): void}} Wire */
/**
 * @typedef {object} World
 * @property {import("./state/store.js").Store} store
 * @property {import("./room_questions.js").AskRoom} askRoom
 * @property {<T>(value: T) => import("./state/store.js").Signal<T>} signal
 * @property {(act: () => void) => unknown} effect
 * @property {() => Storage} storage which may be forbidden
 * @property {import("./state/classroom/one_tab.js").Channel} channel that all tabs of this browser hear
 * @property {(code: string, listener: Listener) => Wire} connect
 */

const CHANNEL = "glassbox-lead";
const OVER = ["ended", "no_such_room"];

/**
 * For the page as it is in a browser.
 *
 * @param {World["store"]} store @param {World["signal"]} signal @param {World["effect"]} effect
 */
export function leadingFrom(store, signal, effect) {
  return new Leading({
    ...{ store, signal, effect },
    askRoom: createAskRoom(({ id, values }) => REFUSALS[id]?.(values) ?? id, QUESTIONS),
    storage: () => localStorage,
    channel: new BroadcastChannel(CHANNEL),
    connect: (code, listener) => new RoomLine(location.href, code, listener),
  });
}

export class Leading {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    const { signal } = world;
    this.lead = signal(/** @type {Lead | null} */ (null));
    this.line = signal(/** @type {Line} */ ("closed"));
    /** whether another tab of this browser leads */
    this.isElsewhere = signal(false);
    /** how the last room came to its end on this page, by the server's code; "": it did not */
    this.over = signal("");
    /** what came of the wall */
    this.bytes = signal(/** @type {Uint8Array | null} */ (null));
    /** @type {Wire | null} */
    this.wire = null;
    this.desk = new Desk(signal, (message) => this.wire?.send(message));
    this.tab = new OneTab(world.channel, { leads: () => this.#connect(), yields: () => this.#yield() });
    this.#show();
  }

  /** Leads on where this browser leads a room already. */
  takeUp() {
    const lead = this.lead.peek() ? null : recallLead(this.world.storage);
    if (!lead) return;
    this.lead.value = lead;
    this.tab.ask();
  }

  /** @param {string} key where the server asks for one */
  async open(key) {
    const answer = await this.world.askRoom(ROOM.open, key ? { key } : {});
    this.#begin(await answer.json());
  }

  /** By a link that another lead has made. @param {string} code @param {string} secret */
  async take(code, secret) {
    const answer = await this.world.askRoom(ROOM.of(code, "lead"), { secret });
    this.#begin({ code, lead: (await answer.json()).lead, projector: "" });
  }

  /**
   * The class's file. Throws a sentence.
   *
   * @param {"csv" | "page"} kind
   * @param {Record<string, string>} names of members by their numbers, as this page has them
   */
  async file(kind, names) {
    const { code, lead } = /** @type {Lead} */ (this.lead.peek());
    return (await this.world.askRoom(ROOM.of(code, "file"), { lead, kind, names })).blob();
  }

  /**
   * @template {any[]} T @param {(counter: number, ...what: T) => Message} make one of protocol/classroom.js
   * @param {T} what
   */
  say(make, ...what) {
    this.desk.say(make, ...what);
  }

  /** From another tab, or from another device. */
  takeBack() {
    if (this.isElsewhere.peek()) this.tab.take();
    else this.desk.say(takeBack);
  }

  /** @param {Lead} lead */
  #begin({ code, lead, projector }) {
    this.lead.value = { code, lead, projector };
    rememberLead(this.world.storage, this.lead.peek());
    this.tab.take();
  }

  #connect() {
    const { code, lead } = /** @type {Lead} */ (this.lead.peek());
    this.wire?.close();
    this.desk.forget();
    this.isElsewhere.value = false;
    this.over.value = "";
    this.wire = this.world.connect(code, {
      enter: () => enter("desk", lead, "large"),
      text: (message) => this.#hear(message),
      bytes: (bytes) => void (this.bytes.value = bytes),
      line: (line) => {
        if (line !== "open") this.desk.begins();
        this.line.value = line;
      },
    });
    this.wire.open();
  }

  /** Another tab leads; which room, its news have told this one's storage. */
  #yield() {
    this.#hangUp();
    this.lead.value = recallLead(this.world.storage);
    this.isElsewhere.value = this.lead.peek() !== null;
  }

  /** @param {Message} message */
  #hear(message) {
    this.desk.hear(message);
    if (message.type === "bye" && OVER.includes(message.code)) this.#end(message.code);
  }

  /** @param {string} code */
  #end(code) {
    this.#hangUp();
    this.tab.rest();
    this.lead.value = null;
    this.over.value = code;
    rememberLead(this.world.storage, null);
  }

  #hangUp() {
    this.wire?.close();
    this.wire = null;
    this.line.value = "closed";
    this.desk.forget();
  }

  /** The room shows this page's network: told anew after each new connection, of either, and each new network. */
  #show() {
    const { store, effect } = this.world;
    let told = /** @type {string | null} */ (null);
    effect(() => {
      const isThere = store.connection.value === "open" && store.frame.value !== null,
        session = this.desk.leads() && isThere ? store.session : null;
      if (session && session !== told) this.desk.say(show, session);
      told = session;
    });
  }
}

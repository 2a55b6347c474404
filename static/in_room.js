/** Wires a page that is in a room of the class: its seat, its connection, and which network it shows. Loaded late. */

import { decode } from "@msgpack/msgpack";
import { effect, signal } from "@preact/signals-core";

import { PAGE, READ, ROOM } from "./addresses.js";
import { furtherIn } from "./protocol/room_codes.js";
import { RoomLine } from "./room_line.js";
import { RoomPolling } from "./room_polling.js";
import { createAskRoom, NotTaken } from "./room_questions.js";
import { inLanguage } from "./state/asked_language.js";
import { AskedWords } from "./state/classroom/asked_words.js";
import { Answering } from "./state/classroom/answering.js";
import { Following } from "./state/classroom/following.js";
import { Membership } from "./state/classroom/membership.js";
import { Networks } from "./state/classroom/networks.js";
import { leaveSeat, seatIn, takeSeat } from "./state/classroom/seats.js";
import { stepsOf, turnTo } from "./state/classroom/turn.js";
import { newId } from "./state/owner.js";
import { refusalText } from "./text/classroom.js";
import { DOOR } from "./text/classroom_member.js";
import { LOCALE } from "./text/say.js";
import { mountMember } from "./views/classroom/member.js";

/** @typedef {import("./state/store.js").Store} Store */
/** @typedef {import("./state/classroom/turn.js").Turn} Turn */
/** @typedef {import("./state/classroom/networks.js").Taken} Taken */
/**
 * @typedef {object} World
 * @property {Store} store @property {import("./state/actions.js").Actions} actions
 * @property {(message: any) => void} hear takes in what a network's server says
 * @property {() => import("./protocol/messages.js").View} seen what the page looks at
 * @property {(act: () => void) => void} nextFrame calls when the next animation frame is drawn
 * @property {{connect(): void, leave(): void}} own the live connection to a network of one's own
 * @property {{owner: string}} who whose that is
 * @property {{renew: () => void, send: (message: any) => void}} line of what is on show
 * @property {(lesson: string) => void} openLesson with its step
 * @property {import("./questions.js").Read} read
 */

const TRIES = 2; // connections that came to nothing, before it is looked at by plain requests
const AGAIN = 2000; // milliseconds after which an answer that was not acknowledged goes once more
const SPREAD = 1500; // milliseconds over which a class takes its own networks, each at a time of chance
const BYES_OF_SEATS = new Set(["ended", "moved", "no_such_room", "left"]); // after these the token is good for nothing

/** @param {World} world */
export function enterRoom(world) {
  new InRoom(world).begin();
}

class InRoom {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.code = world.store.room;
    this.member = new Membership(this.code, signal);
    this.ask = createAskRoom(refusalText, DOOR);
    this.further = furtherIn(location.hash);
    this.token = seatIn(storage, this.code);
    this.answering = new Answering((id, answer) => this.#answer(id, answer), signal, () => newId());
    /** @type {RoomLine | null} */
    this.wire = null;
    this.failures = 0; // connections in a row that came to nothing
    this.polling = new RoomPolling({
      look: () => this.#look(),
      text: (message) => this.#hear(message),
      bytes: (bytes) => this.following.take(bytes),
      line: (isThere) => this.#line(isThere ? "polled" : "lost", 0),
    });
    this.following = new Following(world.store, {
      ...{ decode, receive: world.hear, seen: world.seen, nextFrame: world.nextFrame },
      drawn: (frame) => this.say("drawn", { frame }),
    });
    this.networks = new Networks(
      world.store,
      {
        own: world.own,
        following: this.following,
        fork: () => this.#fork(),
        soon: (act) => void setTimeout(act, SPREAD * Math.random()),
        tell: (source) => this.member.me.peek()?.source !== source && this.say("look_at", { source }),
        who: world.who,
        memory: () => sessionStorage,
      },
      signal,
    );
  }

  begin() {
    const { member, networks, answering, world, code } = this;
    const words = new AskedWords((name) => world.read(READ.lesson(name)), LOCALE, signal);
    mountMember({
      ...{ store: world.store, actions: world.actions, openLesson: world.openLesson },
      ...{ member, networks, answering, words, code, hasSeat: this.token !== null, say: this.say },
      do: {
        join: (further) => this.#join("join", { further: further || this.further }),
        resume: (name, word) => this.#join("resume", { name, word }),
        enterAgain: () => this.#open(),
        keep: (owner) => this.#post("keep", { owner }).then(() => undefined),
        leave: () => this.#leave(),
        own: () => this.#goOwn(),
        shared: () => networks.showShared(),
        take: () => networks.take(),
      },
    });
    this.#turn();
    this.#tellLine();
    setInterval(() => answering.sendAgain(), AGAIN);
    if (this.token !== null) this.#open();
  }

  say = (/** @type {string} */ type, fields = {}) => this.wire?.send({ type, ...fields });

  // ---- the seat

  /** @param {"join" | "resume"} how @param {object} body */
  async #join(how, body) {
    const answer = await this.ask(ROOM.of(this.code, how), body);
    const { token } = await answer.json();
    this.token = /** @type {string} */ (token);
    takeSeat(storage, this.code, this.token);
    this.answering.begin();
    this.#open();
  }

  #leave() {
    leaveSeat(storage, this.code);
    location.assign(inLanguage(PAGE));
  }

  // ---- the connection

  #open() {
    this.#close();
    this.member.begin();
    this.wire = new RoomLine(location.href, this.code, {
      enter: () => ({ type: "enter", role: "member", token: this.token, size: size(this.world.store) }),
      text: (message) => this.#hear(message),
      bytes: (bytes) => this.following.take(bytes),
      line: (line, retryAt) => this.#wireIs(line, retryAt),
    });
    this.wire.open();
  }

  #close() {
    this.polling.end();
    this.wire?.close();
    this.wire = null;
    this.failures = 0;
  }

  /** @param {import("./room_line.js").Line} line @param {number} retryAt */
  #wireIs(line, retryAt) {
    if (line === "open") {
      this.failures = 0;
      this.polling.end();
      if (this.member.line.peek() !== "open") this.answering.sendAgain();
    }
    if (line === "lost" && ++this.failures >= TRIES) this.polling.begin();
    if (line === "open" || !this.polling.isOn) this.#line(line, retryAt);
  }

  /** @param {import("./state/classroom/membership.js").Line} line @param {number} retryAt */
  #line(line, retryAt) {
    this.member.line.value = line;
    this.member.retryAt.value = retryAt;
  }

  /** While another's network is on show, its connection is the room's. */
  #tellLine() {
    const { member, networks, world } = this,
      { store } = world,
      { renew, send } = world.line,
      isOwn = () => networks.source.peek() === "own";
    world.line.renew = () => (isOwn() ? renew() : this.wire?.wake());
    world.line.send = (message) => {
      if (isOwn()) send(message);
      else if (message.type === "view") this.following.look();
    };
    effect(() => {
      const line = member.line.value,
        retryAt = member.retryAt.value;
      if (networks.source.value !== "shown" || line === "closed") return;
      if (line === "lost") store.connection.value = "lost";
      else if (store.connection.peek() === "lost") store.connection.value = line === "connecting" ? line : "open";
      store.retryAt.value = line === "lost" ? retryAt : 0;
    });
  }

  // ---- what is said

  /** @param {import("./room_line.js").Message} message */
  #hear(message) {
    this.member.hear(message, this.answering);
    if (message.type !== "bye" || !message.code) return;
    if (BYES_OF_SEATS.has(message.code)) {
      leaveSeat(storage, this.code);
      this.token = null;
    }
    if (message.code === "taken_over" || this.token === null) {
      this.#close();
      this.networks.end();
    }
  }

  /**
   * What is not taken is let go; what does not get through goes once more.
   *
   * @param {string} id @param {import("./state/classroom/answering.js").Answer} answer
   */
  #answer(id, answer) {
    if (!this.polling.isOn) return void this.say("answer", { id, ...answer });
    this.#post("answer", { id, ...answer }).then(
      () => this.answering.settle(id),
      (error) => error instanceof NotTaken && this.#hear({ type: "refused", about: "answer", ...error.refused }),
    );
  }

  /** @param {"fork" | "keep" | "look" | "answer"} what @param {object} [body] */
  #post(what, body) {
    return this.ask(ROOM.of(this.code, what), { token: this.token, ...body });
  }

  async #look() {
    const version = this.member.room.peek()?.version,
      frame = this.following.newest?.frame,
      source = this.networks.source.peek();
    const wish = { ...(version && { version }), ...(frame && { frame }), ...(source && { source }) };
    const answer = await this.#post("look", wish);
    return /** @type {any} */ (decode(new Uint8Array(await answer.arrayBuffer())));
  }

  /** @returns {Promise<Taken>} */
  async #fork() {
    return (await this.#post("fork")).json();
  }

  // ---- whose network is on show

  /** The page turns with the class's pace; to a network of one's own only where live connections get through. */
  #turn() {
    const { member, networks, world } = this;
    let before = /** @type {Turn | null} */ (null);
    effect(() => {
      const me = member.me.value,
        room = member.room.value;
      if (!me || !room) return void (before = null);
      networks.know(me.session, me.owner);
      const now = { mode: room.pace.mode, hasFloor: JSON.stringify(room.floor) === JSON.stringify(me.name) };
      const isNew = networks.source.peek() === null,
        to = isNew && me.source === "own" && me.session ? "own" : turnTo(before, now);
      const isCutOff = member.line.value === "polled" && networks.source.peek() !== "own";
      if (to === "own" && isCutOff) return networks.showShared();
      before = now;
      if (isNew && to !== "own") networks.showShared();
      if (to === "own") this.#goOwn(true);
      else if (to === "shown") networks.showShared();
    });
    effect(() => void (world.store.steps.value = stepsOf(member.room.value?.pace)));
  }

  /** @param {boolean} [withClass] whether all do so at this moment, and not this one alone */
  #goOwn(withClass = false) {
    const { networks } = this;
    if (networks.taken.peek()) return networks.showOwn();
    if (networks.source.peek() === null) networks.showShared();
    const refuse = (/** @type {Error} */ { message }) => this.world.actions.refuse(message);
    if (withClass) networks.takeSoon(refuse);
    else void networks.take().catch(refuse);
  }
}

const storage = () => localStorage;

/** @param {Store} store */
const size = ({ narrow }) => (narrow.peek() ? "small" : "large");

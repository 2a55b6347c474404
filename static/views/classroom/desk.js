/** The desk: a panel beside the playground from which a class is led. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { CLASS as PLACE, handOverAt, projectorAt, READ } from "../../addresses.js";
import { atMostEvery } from "../../draw/once_a_frame.js";
import { end, floor, pace } from "../../protocol/classroom.js";
import { inLanguage } from "../../state/asked_language.js";
import { PLAYGROUND } from "../../state/places.js";
import { refusalText } from "../../text/classroom.js";
import { DESK, PACES } from "../../text/classroom_desk.js";
import { nameText } from "../../text/classroom_names.js";
import { Contest } from "./desk/challenge.js";
import { Asking } from "./desk/question.js";
import { paces } from "./desk/paces.js";
import { people } from "./desk/people.js";
import { ending, handingOver, projector } from "./desk/room.js";

const GLANCE = 250; // milliseconds between looks at the run, for what is told of it here

/** @typedef {import("./desk/paces.js").Plan} Plan */
/**
 * @typedef {object} World
 * @property {import("../../state/store.js").Store} store @property {import("../../state/actions.js").Actions} actions
 * @property {import("../../leading.js").Leading} leading
 * @property {import("../../hand_on.js").HandOn} handOn
 * @property {import("../../questions.js").Ask} ask @property {import("../../questions.js").Read} read
 */

/** @param {HTMLElement} root @param {World} world */
export function mountDesk(root, world) {
  new DeskPanel(root, world).start();
}

class DeskPanel {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.isFolded = signal(false);
    this.isEnding = signal(false);
    this.doomed = signal(0); // who is to be removed at the next press
    this.lessons = signal(/** @type {import("../../protocol/lessons.js").Listed[] | null} */ (null));
    this.lessonsFault = signal("");
    this.plan = signal(
      /** @type {Plan} */ ({ mode: null, text: PACES.eyesUp, trains: true, lesson: "", first: 1, last: Infinity }),
    );
    this.glance = signal(/** @type {import("../../protocol/frames.js").Frame | null} */ (null));
    this.asking = new Asking(world, this.glance);
    this.contest = new Contest(world.leading, world.store, this.glance);
    this.isThere = computed(() => world.leading.lead.value !== null);
  }

  start() {
    const { store } = this.world,
      { classList } = document.documentElement;
    const look = atMostEvery(GLANCE, () => (this.glance.value = store.frame.peek()));
    effect(() => void (store.frame.value && this.isThere.value && look()));
    effect(() => {
      classList.toggle("at-desk", this.isThere.value);
      classList.toggle("desk-folded", this.isThere.value && this.isFolded.value);
    });
    effect(() => void (this.isThere.value || (this.isEnding.value = false)));
    effect(() => void (this.isThere.value && this.world.handOn.findOut())); // the address that others open
    effect(() => void render(this.isThere.value ? this.#panel() : nothing, this.root));
  }

  #panel() {
    const { leading } = this.world,
      code = leading.lead.value?.code ?? "",
      room = leading.desk.room.value,
      isFolded = this.isFolded.value || this.world.store.place.value !== PLAYGROUND; // elsewhere it is a bar
    const fold = html`<button type="button" class="button icon small" data-do="desk-fold" aria-expanded=${!isFolded}
      aria-label=${isFolded ? DESK.unfold : DESK.fold} title=${isFolded ? DESK.unfold : DESK.fold}
      @click=${() => this.#fold(!isFolded)}>${isFolded ? "▴" : "▾"}</button>`;
    return html`<header class="desk-head"><h2 id="desk-title">${DESK.title(code.toUpperCase())}</h2>
      <p class="desk-here">${room ? DESK.members(room.here, room.members) : nothing}${
        room ? html`<span class="desk-mode"> · ${PACES[room.pace.mode].name}</span>` : nothing
      }</p><a class="button small desk-place" href=${inLanguage(PLACE)} data-place=${PLACE}>${
        DESK.place
      }</a>${fold}</header>
      <div class="desk-body" tabindex="0" role="group" aria-label=${DESK.name}>${this.#said()}${this.#parts()}</div>`;
  }

  /** What stands in the way, if anything does. */
  #said() {
    const { leading, store } = this.world,
      { line, desk } = leading,
      refused = desk.refused.value;
    const isOther = leading.isElsewhere.value || (desk.isIn.value && !desk.leads());
    const told = isOther
      ? html`${DESK.notLeading} <button type="button" class="button small" @click=${() => leading.takeBack()}>${
          DESK.takeBack
        }</button>`
      : DESK.lines[line.value];
    const away = desk.isIn.value && !isOther && !desk.room.value?.shown && store.frame.value ? DESK.notShown : "";
    return html`<div class="desk-said" role="status">${told || away}</div><p class="desk-fault" role="alert">${
      refused ? refusalText(refused) : nothing
    }</p>`;
  }

  #parts() {
    const { leading } = this.world,
      { desk } = leading,
      room = desk.room.value,
      told = desk.told.value;
    if (leading.isElsewhere.value || !room || !told?.leads) return nothing;
    const say = leading.say.bind(leading);
    return html`${room.floor ? this.#floor(nameText(room.floor)) : nothing}${paces({
      pace: room.pace,
      plan: this.plan.value,
      set: (change) => this.#plan(change),
      lessons: this.lessons.value,
      fault: this.lessonsFault.value || PACES.coming,
      say: (to) => say(pace, to),
    })}${this.asking.part(room, told)}${this.contest.part(
      room.challenge,
      told,
    )}${projector(room.stage, projectorAt(room.code, told.projector), say)}
      <details class="desk-part"><summary>${DESK.people}</summary>${people(told, room, say, this.doomed)}</details>
      <details class="desk-part"><summary>${DESK.room}</summary>${handingOver(
        told.hand_over,
        (secret) => this.world.handOn.link(handOverAt(room.code, secret)),
        location.protocol === "http:",
        say,
      )}${ending(this.isEnding, () => say(end))}</details>`;
  }

  /** @param {string} name whose network all look at */
  #floor(name) {
    return html`<p class="desk-floor">${DESK.floor(name)} <button type="button" class="button small"
      @click=${() => this.world.leading.say(floor, null)}>${DESK.back}</button></p>`;
  }

  /** @param {boolean} isFolded */
  #fold(isFolded) {
    const { store, actions } = this.world;
    if (!isFolded && store.place.peek() !== PLAYGROUND) actions.visit(PLAYGROUND);
    this.isFolded.value = isFolded;
  }

  /** The lesson that is open is the likeliest. @param {Partial<Plan>} change */
  #plan(change) {
    const { look } = this.world.store;
    this.plan.value = { ...this.plan.peek(), ...change };
    if (change.mode !== "steps") return;
    const open = look.peek().lesson.replace(/-\d+$/, "");
    if (open && !this.plan.peek().lesson) this.plan.value = { ...this.plan.peek(), lesson: open };
    if (!this.lessons.peek()) void this.#readLessons();
  }

  async #readLessons() {
    this.lessonsFault.value = "";
    try {
      this.lessons.value = (await this.world.read(READ.lessons)).lessons;
    } catch (error) {
      this.lessonsFault.value = /** @type {Error} */ (error).message;
    }
  }
}

/** The door of a room: the card that one joins by, the drawn name, and why one is outside again. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { PAGE, PRIVACY } from "../../../addresses.js";
import { inLanguage } from "../../../state/asked_language.js";
import { BYES, refusalText } from "../../../text/classroom.js";
import { DOOR, FAREWELLS, NAMING } from "../../../text/classroom_member.js";
import { drawnName, nameText } from "../../../text/classroom_names.js";
import { stayOpen } from "./stay_open.js";

/** @typedef {import("../member.js").Stage} Stage */
/** @typedef {"outside" | "moving" | "naming" | "inside"} Where */

const TOO_MANY_MISSES = "too_many_misses";

/** @param {HTMLDialogElement} root @param {Stage} stage */
export function mountDoor(root, stage) {
  new Door(root, stage).start();
}

class Door {
  /** @param {HTMLDialogElement} root @param {Stage} stage */
  constructor(root, stage) {
    this.root = root;
    this.stage = stage;
    this.where = signal(/** @type {Where} */ (stage.hasSeat ? "inside" : "outside"));
    this.isBusy = signal(false);
    this.fault = signal("");
    this.asksFurther = signal(false); // the code alone was refused, as somebody guesses codes behind this address
  }

  start() {
    const { root } = this;
    root.setAttribute("aria-labelledby", "class-door-title");
    let before = "";
    const open = () => {
      if (!root.open) root.showModal();
      /** @type {HTMLElement} */ (root.querySelector("[data-first]") ?? root).focus();
    };
    stayOpen(root, { peek: () => Boolean(before) }, open); // there is nothing behind it yet
    effect(() => {
      const { name, content } = this.#shown();
      render(content, root);
      if (name === before) return;
      before = name;
      if (name) open();
      else if (root.open) root.close();
    });
    const { refused } = this.stage.member;
    effect(() => {
      if (!refused.value) return;
      const text = refusalText(refused.value);
      if (this.where.peek() === "naming") this.fault.value = text;
      else this.stage.actions.refuse(text);
    });
  }

  /** What stands in the door; `name` "": nothing, it is open. */
  #shown() {
    const bye = this.stage.member.bye.value;
    if (FAREWELLS[bye]) return { name: bye, content: this.#farewell(bye) };
    switch (this.where.value) {
      case "outside":
        return { name: "outside", content: this.#card() };
      case "moving":
        return { name: "moving", content: this.#moving() };
      case "naming":
        return { name: this.stage.member.me.value ? "naming" : "outside", content: this.#naming() };
      default:
        return { name: "", content: nothing };
    }
  }

  /** @param {() => Promise<void>} act @param {Where} then */
  async #try(act, then) {
    if (this.isBusy.peek() || this.where.peek() === then) return;
    this.isBusy.value = true;
    this.fault.value = "";
    try {
      await act();
      this.where.value = then;
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
      this.asksFurther.value = /** @type {{refused?: {id: string}}} */ (error).refused?.id === TOO_MANY_MISSES;
    } finally {
      this.isBusy.value = false;
    }
  }

  /** @param {Where} where */
  #go(where) {
    this.fault.value = "";
    this.where.value = where;
  }

  #head(title = DOOR.title) {
    const { code } = this.stage;
    return html`<h2 id="class-door-title">${title}</h2>
      <p class="class-code" role="img" aria-label=${DOOR.code(code)}>${code.toUpperCase()}</p>`;
  }

  #said() {
    const isLost = this.where.value === "naming" && this.stage.member.line.value === "lost";
    return html`<p class="class-fault" role="alert">${isLost ? DOOR.unreachable : this.fault.value}</p>`;
  }

  #foot() {
    return html`<p class="class-small"><a href=${inLanguage(PRIVACY)} target="_blank">${DOOR.privacy}</a>
      <a href=${inLanguage(PAGE)}>${DOOR.playground}</a></p>`;
  }

  #card() {
    const isBusy = this.isBusy.value || this.where.value === "naming"; // then the seat is there, and the room comes
    return html`${this.#head()}<p>${DOOR.stay}</p>${this.#said()}
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#join(event)}>
        ${
          this.asksFurther.value
            ? html`<label>${DOOR.further}<input name="further" autocomplete="off" autocapitalize="off"
                spellcheck="false" maxlength="8"></label>`
            : nothing
        }
        <button class="button strong class-large" data-first aria-busy=${isBusy ? "true" : nothing}>${
          isBusy ? DOOR.joining : DOOR.join
        }</button></form>
      <button type="button" class="button" @click=${() => this.#go("moving")}>${DOOR.again}</button>${this.#foot()}`;
  }

  /** @param {SubmitEvent} event */
  #join(event) {
    event.preventDefault();
    const further = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("further") ?? "").trim();
    void this.#try(() => this.stage.do.join(further), "naming");
  }

  #moving() {
    return html`${this.#head(DOOR.resumeTitle)}<p>${DOOR.resumeHelp}</p>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#resume(event)}>
        <label>${DOOR.name}<input name="name" data-first required autocomplete="off" maxlength="48"
          placeholder=${DOOR.nameHint}></label>
        <label>${DOOR.word}<input name="word" required autocomplete="off" autocapitalize="off" maxlength="32"></label>
        ${this.#said()}
        <button class="button strong class-large">${DOOR.resume}</button>
      </form>
      <button type="button" class="button" @click=${() => this.#go("outside")}>${DOOR.back}</button>`;
  }

  /** @param {SubmitEvent} event */
  #resume(event) {
    event.preventDefault();
    const fields = new FormData(/** @type {HTMLFormElement} */ (event.target)),
      [name, word] = ["name", "word"].map((each) => String(fields.get(each) ?? "").trim());
    void this.#try(() => this.stage.do.resume(drawnName(name) ?? name, word.toLowerCase()), "inside");
  }

  #naming() {
    const { member, say } = this.stage,
      me = member.me.value,
      room = member.room.value;
    if (!me) return this.#card();
    const spins = typeof me.name === "string" ? 0 : me.spins;
    return html`<h2 id="class-door-title">${NAMING.title}</h2>
      <p class="class-name" role="status">${nameText(me.name)}</p>
      <p class="class-small">${NAMING.seen}</p>${this.#said()}
      <button type="button" class="button strong class-large" data-first @click=${() => this.#go("inside")}>${
        NAMING.enter
      }</button>
      <button type="button" class="button" ?disabled=${!spins} aria-describedby="class-spins"
        @click=${() => say("rename", { name: null })}>${NAMING.spin}</button>
      <p class="class-small" id="class-spins">${NAMING.left(spins)}</p>
      ${room?.free_names ? this.#own() : nothing}`;
  }

  #own() {
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#rename(event)}>
      <label>${NAMING.own}<input name="name" required maxlength="24" autocomplete="off"></label>
      <button class="button">${NAMING.take}</button></form>`;
  }

  /** @param {SubmitEvent} event */
  #rename(event) {
    event.preventDefault();
    this.fault.value = "";
    const name = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get("name") ?? "").trim();
    if (name) this.stage.say("rename", { name });
  }

  /** @param {string} bye */
  #farewell(bye) {
    const { title, act } = FAREWELLS[bye],
      text = BYES[/** @type {import("../../../protocol/classroom.js").ByeCode} */ (bye)];
    const acts = /** @type {Record<string, () => void>} */ ({
      taken_over: () => this.stage.do.enterAgain(),
      left: () => this.#again(),
      no_such_room: () => this.#again(),
    });
    return html`<h2 id="class-door-title">${title}</h2><p>${text}</p>
      ${
        acts[bye]
          ? html`<button type="button" class="button strong class-large" data-first @click=${acts[bye]}>${act}</button>`
          : html`<a class="button strong class-large" data-first href=${inLanguage(PAGE)}>${act}</a>`
      }`;
  }

  #again() {
    this.#go("outside");
    this.stage.member.begin();
  }
}

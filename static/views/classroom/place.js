/** The place Class: a room is opened here in one press, joined from here, looked over, and ended. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { CLASS as PLACE, READ } from "../../addresses.js";
import { inLanguage } from "../../state/asked_language.js";
import { secretIn } from "../../state/classroom/fragment.js";
import { isOfThisMachine } from "../../state/reach.js";
import { CLASS } from "../../text/classroom_desk.js";
import { Door } from "./place/door.js";
import { Inside } from "./place/inside.js";

/** @typedef {import("../../leading.js").Leading} Leading */
/** @typedef {import("../../state/classroom/join.js").Told} Told */
/** @typedef {import("../places/room.js").World} World */

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  new ClassPlace(root, world).start();
}

class ClassPlace {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.told = signal(/** @type {Told | null} */ (null));
    this.leading = signal(/** @type {Leading | null} */ (null));
    this.fault = signal("");
    this.door = new Door((key) => this.#open(key));
    this.inside = new Inside(world);
  }

  start() {
    const { shown, store } = this.world;
    effect(() => void (shown.value && store.connection.value === "open" && void this.#look()));
    effect(() => void (shown.value && this.#taken()));
    addEventListener("hashchange", () => this.world.shown.peek() && this.#taken());
    effect(() => void (shown.value && render(this.#page(), this.root)));
    this.inside.start(this.leading);
  }

  /** What the server says of rooms; and what makes the pictures to scan is loaded. */
  async #look() {
    const { read, handOn, leads } = this.world;
    handOn.findOut();
    try {
      this.leading.value ??= await leads();
      this.told.value = await read(READ.classroom);
      this.fault.value = "";
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
    }
  }

  /** @param {string} key */
  async #open(key) {
    const leading = await this.world.leads();
    this.leading.value = leading;
    await leading.open(key);
  }

  /** A link that hands the lead over: its secret is in the address no longer than it takes to read it. */
  async #taken() {
    const brought = secretIn(location.hash);
    if (!brought) return;
    history.replaceState(history.state, "", inLanguage(PLACE));
    this.fault.value = CLASS.taking;
    try {
      const leading = await this.world.leads();
      this.leading.value = leading;
      await leading.take(brought.code, brought.secret);
      this.fault.value = "";
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
    }
  }

  #page() {
    const leading = this.leading.value,
      told = this.told.value,
      over = leading?.over.value ?? "";
    const page = new URL("./", document.baseURI).href;
    return html`<div class="class-place"><p class="room-said" role="status">${
      this.fault.value || this.#ended(over)
    }</p>${
      leading?.lead.value
        ? this.inside.page(leading, told, page)
        : this.door.page(told, told && !told.is_reachable && isOfThisMachine(page))
    }</div>`;
  }

  /** @param {string} over */
  #ended(over) {
    return over ? (over === "ended" ? CLASS.ended : CLASS.gone) : nothing;
  }
}

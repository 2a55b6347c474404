/** While there is a room: how it is joined, who is here, what the class has made, and its end. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { CHECK, PAGE } from "../../../addresses.js";
import { end } from "../../../protocol/classroom.js";
import { withFurther } from "../../../protocol/room_codes.js";
import { inLanguage } from "../../../state/asked_language.js";
import { isOnlyHere, joinAddresses, onBoard } from "../../../state/classroom/join.js";
import { wifiText } from "../../../state/classroom/wifi.js";
import { PLAYGROUND } from "../../../state/places.js";
import { CLASS, DESK } from "../../../text/classroom_desk.js";
import { nameText } from "../../../text/classroom_names.js";
import { ending } from "../desk/room.js";
import { qrCode } from "../qr_code.js";
import { Wall } from "../wall.js";
import { Saving } from "./saving.js";

/** @typedef {import("../../../leading.js").Leading} Leading */
/** @typedef {import("../../../state/classroom/join.js").Told} Told */
/** @typedef {import("../place.js").World} World */

/** The page that tells whether a phone gets through. @param {string} address of the room */
const checkBeside = (address) => new URL(CHECK, address).href;

export class Inside {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.wifi = signal({ name: "", password: "" });
    this.isEnding = signal(false);
    this.wall = new Wall();
    this.saving = new Saving();
  }

  /** The question of the end is asked anew in each room. @param {{value: Leading | null}} leading */
  start(leading) {
    effect(() => void (leading.value?.lead.value || (this.isEnding.value = false)));
    this.wall.start(leading, this.world.shown);
  }

  /** @param {Leading} leading @param {Told | null} told of the server @param {string} page its folder */
  page(leading, told, page) {
    const code = leading.lead.value?.code ?? "",
      further = leading.desk.room.value?.further ?? "",
      [first, ...others] = told ? joinAddresses(page, told.addresses, code) : [""],
      isForOthers = first !== "" && !isOnlyHere(first);
    return html`<div class="class-join">
        <section class="room-code" aria-labelledby="room-code"><h2 id="room-code">${CLASS.code}</h2>
          <p class="class-signs" aria-label=${CLASS.spelled(code)}>${code.toUpperCase()}</p>
          ${
            isOnlyHere(first)
              ? html`<p class="class-warning">${
                  told?.listens_for_others ? CLASS.onlyHereNoNetwork(onBoard(first)) : CLASS.onlyHere(onBoard(first))
                }</p>`
              : this.#toJoin(first, others)
          }${further ? html`<p class="desk-about">${CLASS.further(further)}</p>` : nothing}</section>
        ${
          isForOthers
            ? html`<figure class="class-scan">${this.#code(first, further)}</figure>${this.#wifi()}`
            : nothing
        }</div>
      ${this.#people(leading)}${this.wall.root}${this.saving.part(leading)}
      <div class="desk-row class-buttons"><a class="button" href=${inLanguage(PAGE)} data-place=${PLAYGROUND}>${
        CLASS.toDesk
      }</a>
        ${ending(this.isEnding, () => leading.say(end))}</div>`;
  }

  /** @param {string} first "": not known yet @param {string[]} others */
  #toJoin(first, others) {
    if (!first) return html`<p class="desk-about">${CLASS.stay}</p>`;
    return html`${this.#addresses(first, others)}<p class="desk-about">${CLASS.stay}
      ${CLASS.check(onBoard(checkBeside(first)))}</p>`;
  }

  /** @param {string} first @param {string[]} others */
  #addresses(first, others) {
    return html`<p class="class-address">${CLASS.join(onBoard(first))}</p>${
      others.length
        ? html`<p class="desk-about">${CLASS.others(
            others.map((each) => html`<span class="class-other">${onBoard(each)}</span> `),
          )}</p>`
        : nothing
    }`;
  }

  /** @param {string} address @param {string} further */
  #code(address, further) {
    return qrCode(this.world.handOn.code(withFurther(address, further)), CLASS.qr(address));
  }

  /** Its code, for phones that are not in the network yet. */
  #wifi() {
    const { name, password } = this.wifi.value;
    const set = (/** @type {Event} */ { target }) => {
      const { name: what, value } = /** @type {HTMLInputElement} */ (target);
      this.wifi.value = { ...this.wifi.peek(), [what]: value };
    };
    return html`<details class="class-wifi"><summary>${CLASS.wifi}</summary>
      <div class="desk-row"><label class="desk-field">${CLASS.wifiName}<input type="text" name="name" maxlength="32"
        autocomplete="off" .value=${name} @input=${set}></label>
      <label class="desk-field">${CLASS.wifiPassword}<input type="text" name="password" maxlength="63"
        autocomplete="off" .value=${password} @input=${set}></label></div>
      <p class="desk-about">${CLASS.wifiHelp}</p>${
        name
          ? html`<figure>${qrCode(this.world.handOn.code(wifiText(name, password)), CLASS.wifiQr(name))}</figure>`
          : nothing
      }</details>`;
  }

  /** @param {Leading} leading */
  #people(leading) {
    const members = leading.desk.told.value?.members ?? [],
      here = members.filter((member) => member.here).length;
    return html`<section class="class-who"><h2>${CLASS.who}</h2><p role="status">${
      members.length ? CLASS.here(here, members.length) : CLASS.nobody
    }</p><ul class="class-names">${members.map(
      (member) =>
        html`<li class=${member.here ? "" : "is-away"}>${nameText(member.name)}${
          member.here ? nothing : html` <small>${DESK.away}</small>`
        }</li>`,
    )}</ul></section>`;
  }
}

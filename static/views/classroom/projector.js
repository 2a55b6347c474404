/** What the projector shows, by what the desk has chosen: large, and without a name that the desk does not show. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { watchPalette } from "../../draw/theme.js";
import { withFurther } from "../../protocol/room_codes.js";
import { isOnlyHere, onBoard } from "../../state/classroom/join.js";
import { CLASS, PACES, PROJECTOR } from "../../text/classroom_desk.js";
import { clouds } from "./cloud.js";
import { challengeStage } from "./projector/challenge.js";
import { NetworkStage } from "./projector/network.js";
import { paintWall, wallStage } from "./projector/wall.js";
import { qrCode } from "./qr_code.js";

/** @typedef {import("../../protocol/classroom.js").Room} Room */
/** @typedef {import("../../protocol/classroom.js").Question} Question */
/** @typedef {import("../../qr.js").Qr} Qr */
/**
 * @typedef {object} World
 * @property {import("../../state/classroom/asked_words.js").AskedWords} words of what is asked
 * @property {{value: Room | null}} room @property {{value: import("../../room_line.js").Line}} line
 * @property {{value: string}} bye @property {{value: string[]}} addresses by which one joins
 * @property {import("../../state/classroom/shown.js").Shown} shown
 * @property {(text: string) => Qr} codeOf an address
 * @property {{value: Tile[]}} tiles of the wall that the desk has chosen
 * @property {boolean} isAllowed whether its address brought what it needs
 */

/** @param {HTMLElement} root @param {World} world */
export function mountProjector(root, world) {
  const network = new NetworkStage(world.shown),
    palette = signal(/** @type {import("../../draw/colours.js").Palette | null} */ (null));
  watchPalette((now) => (palette.value = now));
  effect(() => {
    render(page(world, network), root);
    network.draw();
    if (palette.value) paintWall(root, world.tiles.value, palette.value);
  });
}

/** @param {World} world @param {NetworkStage} network */
function page({ room: { value: room }, line, bye, addresses, codeOf, tiles, words, isAllowed }, network) {
  if (!isAllowed) return sentence(PROJECTOR.noToken);
  if (bye.value === "ended" || bye.value === "no_such_room") return sentence(PROJECTOR.ended);
  if (bye.value === "taken_over") return sentence(PROJECTOR.moved);
  if (!room) return sentence(PROJECTOR.waiting);
  const [address = ""] = addresses.value,
    isJoining = room.stage.what === "join";
  return html`${isJoining ? nothing : corner(room, address)}<main class="projector-stage"><h1
      class="unseen">${CLASS.title(
        room.code.toUpperCase(),
      )}</h1>${STAGES[room.stage.what]({ room, address, network, codeOf, words, tiles: tiles.value })}</main>${
        room.pace.mode === "eyes_up" ? html`<p class="projector-eyes" role="status">${eyesUp(room)}</p>` : nothing
      }<p class="projector-line" role="status">${line.value === "open" ? nothing : PROJECTOR.lost}</p>`;
}

/** The teacher's sentence, or the usual one in this page's own language. @param {Room} room */
const eyesUp = ({ pace: { text } }) => text || PACES.eyesUp;

/** @param {string} text */
const only = (text) => html`<p class="projector-only" role="status">${text}</p>`;

/** @param {string} text */
const sentence = (text) =>
  html`<main class="projector-stage"><h1 class="unseen">${PROJECTOR.name}</h1>${only(text)}</main>`;

/** How to join, for whoever is late. @param {Room} room @param {string} address */
function corner({ code, members, here }, address) {
  return html`<header class="projector-bar"><span>${PROJECTOR.late(
    html`<b>${address ? onBoard(address) : code.toUpperCase()}</b>`,
  )}</span><span>${PROJECTOR.members(
      here,
      members,
    )}</span></header>`;
}

/** @typedef {import("../../protocol/wall.js").Tile} Tile */
/**
 * @typedef {object} Scene
 * @property {Room} room @property {string} address @property {NetworkStage} network
 * @property {World["codeOf"]} codeOf @property {World["words"]} words @property {Tile[]} tiles
 */
/** @type {Record<Room["stage"]["what"], (scene: Scene) => unknown>} */
const STAGES = {
  join,
  network: ({ room, network }) => network.stage(room.shown),
  question: ({ room: { question, members }, words }) =>
    question ? asked(words.of(question), members) : only(PROJECTOR.noQuestion),
  wall: ({ tiles }) => (tiles.length ? wallStage(tiles) : only(PROJECTOR.noTiles)),
  challenge: ({ room: { challenge } }) => (challenge ? challengeStage(challenge) : only(PROJECTOR.noChallenge)),
};

/** @param {Scene} scene */
function join({ room: { code, members, here, further }, address, codeOf }) {
  const isForOthers = address !== "" && !isOnlyHere(address);
  return html`<div class="projector-join"><div><p class="projector-open">${PROJECTOR.open}</p>
      <p class="projector-address">${onBoard(address)}</p>
      <p class="projector-signs" aria-label=${CLASS.spelled(code)}>${code.toUpperCase()}</p>
      <p class="projector-count" role="status">${PROJECTOR.members(here, members)}</p>
      <p class="projector-stay">${CLASS.further(further)}</p>
      <p class="projector-stay">${isOnlyHere(address) ? PROJECTOR.onlyHere : PROJECTOR.stay}</p></div>
    ${
      isForOthers
        ? html`<figure>${qrCode(codeOf(withFurther(address, further)), CLASS.qr(address))}</figure>`
        : nothing
    }</div>`;
}

/** @param {Question} question @param {number} members */
function asked(question, members) {
  const { text, options, phase, answered, round, clouds: told } = question,
    isOpen = phase === "open",
    isShown = told[round - 1] !== null;
  return html`<div class="projector-question"><h2>${text}</h2>${
    isShown || !options.length
      ? nothing
      : html`<ol class="projector-options">${options.map((each) => html`<li>${each}</li>`)}</ol>`
  }${clouds(question, told)}${
    isShown
      ? nothing
      : html`<p class="projector-count" role="status">${PROJECTOR.answered(answered, members)} ${
          isOpen ? nothing : PROJECTOR.locked
        }</p>`
  }</div>`;
}

/** One student's network, live and large, for whoever leads the room; with the name, which nobody else sees here. */

import { effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { loneOf, noteOf } from "../../state/classroom/looking.js";
import { nameText } from "../../text/classroom_names.js";
import { LOOK } from "../../text/classroom_wall.js";
import { NetworkStage } from "./projector/network.js";

/**
 * @typedef {object} World
 * @property {{value: import("../../protocol/classroom.js").Member | null}} member at whose network it looks
 * @property {{value: import("../../room_line.js").Line}} line @property {{value: string}} bye
 * @property {import("../../state/classroom/shown.js").Shown} shown
 */

/** @param {HTMLElement} root @param {World} world */
export function mountOnlooker(root, world) {
  const network = new NetworkStage(world.shown);
  effect(() => {
    render(page(world, network), root);
    network.draw();
  });
}

/** @param {World} world @param {NetworkStage} network */
function page({ member: { value: member }, line, bye, shown }, network) {
  const lone = loneOf(member, bye.value, shown.frame.value !== null),
    name = member ? nameText(member.name) : LOOK.title,
    note = member && !lone ? noteOf(member) : null;
  document.title = `${name} · glassbox`;
  return html`<header class="projector-bar"><h1>${name}</h1><span>${LOOK.only}</span></header>
    <main class="projector-stage">${
      lone ? html`<p class="projector-only" role="status">${LOOK.lone[lone]}</p>` : network.stage(true)
    }</main><p class="look-note" role="status">${note ? LOOK.notes[note] : nothing}</p>
    <p class="projector-line" role="status">${line.value === "lost" ? LOOK.lost : nothing}</p>`;
}

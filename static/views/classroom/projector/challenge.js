/** The challenge on the projector: the goal, how far the class is, and the five best where the teacher shows them. */

import { html, nothing } from "lit-html";

import { CHALLENGE, goalText, headline, valueText } from "../../../text/classroom_challenge.js";
import { nameText } from "../../../text/classroom_names.js";

/** @param {import("../../../protocol/classroom.js").Challenge} challenge */
export function challengeStage(challenge) {
  const { goal, by, phase, top } = challenge;
  return html`<div class="projector-challenge"><h1>${goalText(goal)}</h1><p>${CHALLENGE.bys[by]}</p>
    <p class="projector-headline" role="status">${headline(challenge)}</p>${
      phase === "closed" ? html`<p>${CHALLENGE.closed}</p>` : nothing
    }${
      top?.length
        ? html`<h2>${CHALLENGE.best}</h2><ol class="projector-top">${top.map(
            ([name, value]) => html`<li><b>${nameText(name)}</b> ${valueText(by, value)}</li>`,
          )}</ol>`
        : nothing
    }</div>`;
}

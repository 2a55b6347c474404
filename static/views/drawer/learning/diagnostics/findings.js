/** What was found, one card for each ailment, with what helps. */

import { html } from "lit-html";

import { DIAGNOSTICS } from "../../../../text/diagnostics.js";
import { listed } from "../../../../text/lists.js";

/** @typedef {import("../../../../protocol/answers.js").ToldFinding} Finding */

/** @param {Finding[]} found */
export function findings(found) {
  const ailments = [...new Set(found.map(({ ailment }) => ailment))];
  return html`<section class="health-findings" data-save=${DIAGNOSTICS.findings}>
    <h3>${DIAGNOSTICS.findings}</h3>
    <p class="unseen" role="status">${listed(ailments.map((ailment) => DIAGNOSTICS.ailments[ailment]))}</p>
    ${
      ailments.length
        ? html`<ul>${ailments.map((ailment) =>
            card(
              ailment,
              found.filter((each) => each.ailment === ailment),
            ),
          )}</ul>`
        : html`<p class="health-well">${DIAGNOSTICS.healthy}</p>`
    }
  </section>`;
}

/** @param {string} ailment @param {Finding[]} found */
function card(ailment, found) {
  return html`<li data-ailment=${ailment}><h4>${DIAGNOSTICS.ailments[ailment]}</h4>
    ${found.map(({ text }) => html`<p>${text}</p>`)}
    <p class="health-remedy"><b>${DIAGNOSTICS.remedy}</b> ${found[0].remedy}</p></li>`;
}

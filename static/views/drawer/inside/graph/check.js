/**
 * The gradient check's table: what backpropagation says of every parameter beside what a central difference measures.
 */

import { html, nothing } from "lit-html";

import { GRAPH } from "../../../../text/graph.js";
import { inARow } from "../../../../text/lists.js";
import { plain, precise } from "../../../../text/numbers.js";

/** @typedef {import("./walk.js").Walk} Walk */

const RIGHT = 1e-5; // relative errors below are those of the difference itself

/** @param {Walk} walk */
export function check(walk) {
  const found = walk.checked.value;
  const close = html`<button type="button" class="button small" data-do="graph-uncheck"
    @click=${() => (walk.checked.value = null)}>${GRAPH.closeCheck}</button>`;
  if (found === "asking" || !found) return html`<div class="graph-check"><p role="status">${GRAPH.checking}</p></div>`;
  return html`<div class="graph-check">
    <p role="status"
      class="graph-verdict ${found.worst < RIGHT ? "right" : ""}">${GRAPH.checked(found.count, found.worst)}</p>
    ${found.worst < RIGHT ? nothing : html`<p class="graph-note">${inARow([...found.notes, GRAPH.checkWhy])}</p>`}
    <p class="graph-note">${inARow([
      GRAPH.checkHow,
      found.rows.length < found.count ? GRAPH.more(found.rows.length, found.count) : "",
    ])}</p>${close}
    <table><thead><tr>${Object.values(GRAPH.columns).map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
      <tbody>${found.rows.map(
        ({ name, pulled, measured, error }) =>
          html`<tr><th scope="row">${name}</th>
            <td>${precise(pulled)}</td><td>${precise(measured)}</td><td>${plain(error, 1)}</td></tr>`,
      )}</tbody></table>
  </div>`;
}

/** A folded explanation at the foot of a place, fetched when it is first unfolded. */

import { html, nothing, render } from "lit-html";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";

/** @typedef {{title: string, html: string}} Explanation */

/** @param {string} title @param {() => Promise<Explanation>} fetch @returns {HTMLElement} */
export function unfolding(title, fetch) {
  const details = document.createElement("details");
  details.className = "words";
  const show = (/** @type {unknown} */ content) =>
    render(html`<summary>${title}</summary><div class="words-text">${content}</div>`, details);
  let isAsked = false;
  details.addEventListener("toggle", () => {
    if (!details.open || isAsked) return;
    isAsked = true;
    fetch().then(
      ({ html: text }) => show(unsafeHTML(text)),
      (/** @type {Error} */ error) => {
        isAsked = false;
        show(error.message);
      },
    );
  });
  show(nothing);
  return details;
}

/** The button that closes a message. */

import { html } from "lit-html";

import { MESSAGES } from "../../text/page.js";

/** @param {() => void} close */
export function closer(close) {
  return html`<button type="button" class="button small icon closer" aria-label=${MESSAGES.dismiss}
    title=${MESSAGES.dismiss} @click=${close}><svg viewBox="0 0 20 20" aria-hidden="true"><path
    d="M5 5l10 10M15 5L5 15"/></svg></button>`;
}

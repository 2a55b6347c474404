/** A QR code with its name; where it cannot be made, nothing, since the text stands beside it. */

import { html, nothing } from "lit-html";

/** @typedef {import("../../qr.js").Qr} Qr */

/** @param {((text: string) => Qr) | null} make null: not loaded yet @param {string} text @param {string} name */
export function qrCode(make, text, name) {
  const code = make && codeOf(make, text);
  if (!code) return nothing;
  return html`<svg class="qr" viewBox="0 0 ${code.side} ${code.side}" role="img" aria-label=${name}><path
    d=${code.path}></path></svg>`;
}

/** @param {(text: string) => Qr} make @param {string} text */
function codeOf(make, text) {
  try {
    return make(text);
  } catch {
    return null; // longer than a code can be
  }
}

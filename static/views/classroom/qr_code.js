/** A QR code with its name; where there is none, nothing, since what it says stands beside it. */

import { html, nothing } from "lit-html";

/**
 * @param {import("../../qr.js").Qr | null} code null: not loaded yet, or longer than one can be
 * @param {string} name
 */
export function qrCode(code, name) {
  if (!code) return nothing;
  return html`<svg class="qr" viewBox="0 0 ${code.side} ${code.side}" role="img" aria-label=${name}><path
    d=${code.path}></path></svg>`;
}

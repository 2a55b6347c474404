/** The banner: what stands between the page and a running network, and what to do about it. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { BANNER } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {{kind: string, text: string, progress?: number, button?: string}} Banner */

const TICK = 500; // milliseconds between looks at the clock while a countdown runs

/** @param {HTMLElement} root @param {Store} store @param {{connect: () => void}} connection */
export function mountBanner(root, store, connection) {
  const clock = signal(Date.now());
  setInterval(() => {
    if (store.retryAt.peek()) clock.value = Date.now();
  }, TICK);
  effect(() => {
    const banner = connectionBanner(store, clock.value) ?? trainingBanner(store);
    root.className = banner ? `banner ${banner.kind}` : "";
    render(banner ? markup(banner, connection.connect) : nothing, root);
  });
}

/** @param {Store} store @param {number} now @returns {Banner | null} */
function connectionBanner({ connection, connectionText, retryAt }, now) {
  const state = connection.value, text = connectionText.value, retry = retryAt.value;
  if (state === "taken_over") return { kind: "quiet", text, button: BANNER.takenOver };
  if (state === "open") return text ? { kind: "alarm", text } : null;
  if (state === "connecting" && !retry) return { kind: "quiet", text: BANNER.connecting };
  const wait = retry ? BANNER.retry(Math.max(1, Math.ceil((retry - now) / 1000))) : BANNER.trying;
  return { kind: "alarm", text: `${text || BANNER.lost} ${wait}`, button: BANNER.now };
}

/** @param {Store} store @returns {Banner | null} */
function trainingBanner({ warming, ready, playing, stop }) {
  const heat = warming.value;
  if (!ready.value && heat) {
    const wish = playing.value ? ` ${BANNER.waiting}` : "";
    return { kind: "quiet", text: BANNER.warming(heat.done, heat.total) + wish, progress: heat.done / heat.total };
  }
  return stop.value && { kind: "alarm", text: `${BANNER.stopped} ${stop.value.text}` };
}

/** @param {Banner} banner @param {() => void} connect */
function markup({ text, progress, button }, connect) {
  return html`<span>${text}</span>
    ${progress === undefined ? nothing : html`<progress max="1" .value=${progress} aria-label=${text}></progress>`}
    ${button ? html`<button type="button" class="button small" @click=${connect}>${button}</button>` : nothing}`;
}

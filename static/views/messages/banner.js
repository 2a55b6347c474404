/** The banner: what stands between the page and a running network, and what to do about it. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { inARow } from "../../text/lists.js";
import { BANNER } from "../../text/page.js";
import { closer } from "./closer.js";

/** @typedef {import("../../state/store.js").Store} Store */
/**
 * @typedef {object} Banner
 * @property {string} kind @property {string} text
 * @property {string} [count] a countdown, which is not read out
 * @property {number} [progress] @property {{text: string, act: () => void}} [button]
 * @property {() => void} [close] if there is more to it than to show it no longer
 */
/** @typedef {Record<"connect" | "reload" | "reset" | "restore" | "dismiss", () => void>} Remedies */

const TICK = 500; // milliseconds between looks at the clock while a countdown runs

/** @param {HTMLElement} root @param {Store} store @param {Remedies} remedies */
export function mountBanner(root, store, remedies) {
  const clock = signal(Date.now()),
    closed = signal(""); // what it says, until it says something else
  setInterval(() => {
    if (store.retryAt.peek()) clock.value = Date.now();
  }, TICK);
  effect(() => {
    const banner =
      connectionBanner(store, clock.value, remedies) ?? trainingBanner(store, remedies) ?? crowdBanner(store);
    const said = banner ? nameOf(banner) : "";
    if (closed.value && said !== closed.value) closed.value = "";
    const shown = said && said !== closed.value ? banner : null;
    root.className = shown ? `message ${shown.kind}` : "";
    render(shown ? markup(shown, shown.close ?? (() => (closed.value = said))) : nothing, root);
  });
}

/** A bar that moves on is the same news. @param {Banner} banner */
function nameOf({ text, progress }) {
  return progress === undefined ? text : "progress";
}

/** @param {Store} store @param {number} now @param {Remedies} remedies @returns {Banner | null} */
function connectionBanner(store, now, { connect, reload }) {
  const { connection, connectionText, retryAt, outdated, silent, frame } = store;
  const state = connection.value,
    text = connectionText.value,
    retry = retryAt.value;
  if (state === "taken_over") return { kind: "quiet", text, button: { text: BANNER.takenOver, act: connect } };
  const button = { text: BANNER.reload, act: reload };
  if (silent.value) return { kind: "alarm", text: BANNER.silent, button: { text: BANNER.now, act: connect } };
  if (state === "open" && text) return { kind: "alarm", text, button };
  if (state === "open") return outdated.value ? { kind: "quiet", text: BANNER.outdated, button } : null;
  if (state === "connecting" && !retry) return frame.value ? { kind: "quiet", text: BANNER.connecting } : null;
  const count = retry ? BANNER.retry(Math.max(1, Math.ceil((retry - now) / 1000))) : BANNER.trying;
  const said = text || (frame.value ? BANNER.lost : BANNER.never);
  return { kind: "alarm", text: said, count, button: { text: BANNER.now, act: connect } };
}

/** @param {Store} store @param {Remedies} remedies @returns {Banner | null} */
function trainingBanner({ warming, ready, playing, stop, best, frame }, { reset, restore, dismiss }) {
  const heat = warming.value;
  if (!ready.value && heat) {
    const text = inARow([BANNER.warming(heat.done, heat.total), playing.value ? BANNER.waiting : ""]);
    return { kind: "quiet", text, progress: heat.done / heat.total };
  }
  const reason = stop.value,
    epoch = best.value;
  if (!reason) return null;
  const button =
    reason.code === "not_finite"
      ? { text: BANNER.reset, act: reset }
      : epoch === null
        ? undefined
        : { text: BANNER.restore(epoch), act: restore };
  const { lane, lane_count: lanes } = frame.value ?? { lane: 1, lane_count: 1 };
  const text = lanes > 1 ? BANNER.lane(lane, reason.text, playing.value) : reason.text;
  return { kind: reason.code === "criterion" ? "quiet" : "alarm", text, button, close: dismiss };
}

/** @param {Store} store @returns {Banner | null} */
function crowdBanner({ slowed, playing }) {
  return slowed.value && playing.value ? { kind: "quiet", text: BANNER.slowed } : null;
}

/** @param {Banner} banner @param {() => void} close */
function markup({ text, count, progress, button }, close) {
  return html`<span>${text}${count ? html`<span aria-hidden="true"> ${count}</span>` : nothing}</span>
    ${progress === undefined ? nothing : html`<progress max="1" .value=${progress} aria-label=${text}></progress>`}
    ${
      button ? html`<button type="button" class="button small" @click=${button.act}>${button.text}</button>` : nothing
    }${closer(close)}`;
}

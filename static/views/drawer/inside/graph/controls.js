/** The bar over the graph: sample and detail, the steps' transport, the phases. */

import { html } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { GRAPH } from "../../../../text/graph.js";
import { tick } from "../../../../text/numbers.js";
import { sampleNumber } from "./sample_number.js";
import { PHASES } from "./steps.js";
import { PACES } from "./walk.js";

/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./answer.js").Detail} Detail */
/** @typedef {import("./walk.js").Walk} Walk */

const ICONS = {
  first: "M6 5v14M18 5l-9 7 9 7z",
  back: "M16 5l-9 7 9 7z",
  on: "M8 5l9 7-9 7z",
  last: "M18 5v14M6 5l9 7-9 7z",
  stop: "M8 6v12M16 6v12",
};

/** @param {Walk} walk @param {Answer | null} answer */
export function controls(walk, answer) {
  const parts = [which, transport, phases, rest];
  return html`<div class="graph-controls">${parts.map((part) => part(walk, answer))}</div>`;
}

/** @param {Walk} walk @param {Answer | null} answer */
function which(walk, answer) {
  const total = answer?.samples.total ?? walk.world.store.data.value?.targets.length ?? 1,
    isBatch = walk.sample.value === null;
  const { actions } = walk.world,
    number = sampleNumber(total, walk.sample.value ?? 0, (at) => actions.chooseSample({ at, place: null }));
  const details = /** @type {[Detail, string][]} */ (Object.entries(GRAPH.details));
  return html`<div class="graph-which">
    <label ?hidden=${isBatch} title=${GRAPH.sampleHelp(answer?.samples.training ?? 1, total)}>${GRAPH.sample}
      ${number}</label>
    <span class="graph-of">${isBatch ? GRAPH.samplesOf(answer?.samples.count ?? 1) : GRAPH.of(total)}</span>
    <button type="button" class="button small" data-do="graph-batch" aria-pressed=${isBatch} title=${GRAPH.batchHelp}
      @click=${() => walk.lookAtBatch(!isBatch)}>${GRAPH.batch}</button>
    <select class="graph-select" aria-label=${GRAPH.detail} .value=${live(walk.detail.value)}
      @change=${(/** @type {Event} */ event) =>
        walk.lookInDetail(/** @type {Detail} */ (/** @type {HTMLSelectElement} */ (event.target).value))}>
      ${details.map(
        ([value, label]) => html`<option value=${value} ?selected=${value === walk.detail.value}>${label}</option>`,
      )}</select>
  </div>`;
}

/** @param {Walk} walk @param {Answer | null} answer */
function transport(walk, answer) {
  const at = walk.isLive.value ? -1 : walk.at.value,
    last = walk.steps.value.length - 1,
    isPlaying = walk.playing.value;
  const button = (
    /** @type {"first" | "back" | "on" | "last"} */ name,
    /** @type {boolean} */ able,
    /** @type {() => void} */ act,
  ) =>
    html`<button type="button" class="button icon small" data-do="graph-${name}" aria-label=${GRAPH[name]}
      title=${GRAPH[name]} ?disabled=${!answer || !able} @click=${act}>${icon(name)}</button>`;
  const stopped = (/** @type {() => void} */ act) => () => {
    walk.playing.value = false;
    act();
  };
  return html`<div class="graph-transport">
    ${button(
      "first",
      walk.isLive.value || at >= 0,
      stopped(() => walk.go(-1)),
    )}${button(
      "back",
      walk.isLive.value || at >= 0,
      stopped(() => walk.back()),
    )}
    <button type="button" class="button icon small" data-do="graph-play"
      aria-label=${isPlaying ? GRAPH.stop : GRAPH.play} title=${isPlaying ? GRAPH.stop : GRAPH.play}
      ?disabled=${!answer}
      @click=${() => walk.togglePlaying()}>${
        isPlaying
          ? icon("stop")
          : html`<svg viewBox="0 0 24 24" class="filled" aria-hidden="true"><path d="M7 4l13 8-13 8z" /></svg>`
      }</button>
    ${button(
      "on",
      walk.isLive.value || at < last,
      stopped(() => walk.on()),
    )}${button(
      "last",
      !walk.isLive.value && at < last,
      stopped(() => walk.go(last)),
    )}
    <select class="graph-select" aria-label=${GRAPH.pace} title=${GRAPH.pace} .value=${live(String(walk.pace.value))}
      @change=${(/** @type {Event} */ event) =>
        (walk.pace.value = Number(/** @type {HTMLSelectElement} */ (event.target).value))}>
      ${PACES.map(
        (pace) => html`<option value=${pace} ?selected=${pace === walk.pace.value}>${tick(pace)}/s</option>`,
      )}</select>
  </div>`;
}

/** @param {Walk} walk @param {Answer | null} answer */
function phases(walk, answer) {
  const current = walk.isLive.value ? null : walk.step.value?.phase;
  return html`<ol
    class="graph-phases">${PHASES.map(
      (phase) =>
        html`<li><button type="button" data-phase=${phase} aria-current=${phase === current ? "step" : "false"}
          title=${GRAPH.phaseHelp[phase]} ?disabled=${!answer}
          @click=${() => walk.toPhase(phase)}>${GRAPH.phases[phase]}</button></li>`,
    )}</ol>`;
}

/** @param {Walk} walk @param {Answer | null} answer */
function rest(walk, answer) {
  return html`<div class="graph-rest">
    <span class="graph-state">${
      answer ? (walk.isLive.value ? GRAPH.following(answer.step) : GRAPH.frozen(answer.step)) : ""
    }</span>
    <button type="button" class="button small" data-do="graph-live" aria-pressed=${walk.isLive.value}
      title=${GRAPH.liveHelp} @click=${() => walk.goLive()}>${GRAPH.live}</button>
    <button type="button" class="button small" data-do="graph-check" ?disabled=${!answer}
      @click=${() => walk.check()}>${GRAPH.check}</button>
  </div>`;
}

/** @param {keyof typeof ICONS} name */
function icon(name) {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${ICONS[name]} /></svg>`;
}

/** An experiment that has begun: how far it is, its picture, what it shows, and what can be done with it. */

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";
import { unsafeHTML } from "lit-html/directives/unsafe-html.js";

import { isWhole, lowestAt } from "../../../state/experiments/guess.js";
import { isAtWork, pointAt } from "../../../state/experiments/report.js";
import { BY_PLACE } from "../../../state/experiments/table.js";
import { QUESTION, REPORT } from "../../../text/experiments.js";
import { facts } from "./facts.js";
import { home } from "./home.js";
import { Picture } from "./picture.js";
import { pointsTable } from "./points_table.js";
import { readout } from "./readout.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentsCatalogue} Known */
/** @typedef {import("../../../protocol/answers.js").ExperimentReport} Report */
/** @typedef {import("../../../state/settings.js").Catalogue} Catalogue */
/** @typedef {import("./frame.js").Size} Size */
/** @typedef {import("./readout.js").Dot} Dot */
/**
 * @typedef {object} Doings what can be done with an experiment
 * @property {(what: "pause" | "resume" | "cancel") => void} tell @property {() => void} again
 * @property {() => void} change @property {(dots: Dot[]) => void} open one network, or two side by side
 */

const CALM = 10_000; // milliseconds between two words for those who listen
const TWO = 2; // networks side by side

export class ReportPage {
  /** @param {Known} known @param {Catalogue} catalogue @param {Doings} doings */
  constructor(known, catalogue, doings) {
    this.known = known;
    this.catalogue = catalogue;
    this.doings = doings;
    this.picture = new Picture(known);
    this.chosen = signal(/** @type {Dot[]} */ ([]));
    this.order = signal(BY_PLACE);
    this.said = signal(""); // what became of the last press of a button
    this.told = { text: "", at: 0, state: "" };
  }

  /**
   * @param {Report} report @param {boolean} isMine whether one may pause and cancel it @param {Size} size
   * @param {string} fault
   */
  page(report, isMine, size, fault) {
    return html`${this.#progress(report, isMine)}
      <p class="drawer-fault" role="status">${fault || report.trouble}</p>
      <div class="lab-parts"><div class="lab-left">${this.picture.all(report, size)}</div>
        <div class="lab-side">${this.#point(report)}${this.#shows(report)}</div></div>
      ${this.#words(report)}
      <details class="lab-fold"><summary>${REPORT.table}</summary>${pointsTable(
        report,
        this.known.measures,
        this.order.value,
        (order) => (this.order.value = order),
      )}</details>
      <details class="lab-fold"><summary>${QUESTION.network}</summary>${facts(
        report.experiment,
        this.known,
        this.catalogue,
      )}</details>
      ${home(report, this.said.value, (text) => (this.said.value = text))}${this.#further()}`;
  }

  /** @param {Report} report @param {boolean} isMine */
  #progress(report, isMine) {
    const { state, done, total, seconds_left: left, diverged } = report,
      isOver = done === total,
      { tell } = this.doings;
    const button = (/** @type {"pause" | "resume" | "cancel"} */ what) =>
      html`<button type="button" class="button small" data-do=${what} @click=${() => tell(what)}>${
        REPORT[what]
      }</button>`;
    return html`<div class="lab-progress" data-state=${state}><progress max=${Math.max(1, total)} .value=${done}
      aria-label=${REPORT.progress(done, total)}></progress>
      <span>${REPORT.progress(done, total)}</span><span>${isAtWork(report) ? REPORT.left(left, done) : nothing}</span>
      ${isMine && isAtWork(report) ? button("pause") : nothing}
      ${isMine && state === "paused" ? button("resume") : nothing}
      ${isMine && !isOver && (isAtWork(report) || state === "paused") ? button("cancel") : nothing}
      <span class="lab-small lab-state">${REPORT.states[state]} ${diverged ? REPORT.diverged(diverged) : nothing}</span>
      <span class="unseen" role="status">${this.#aloud(report)}</span></div>`;
  }

  /** Told when the state changes, and else only now and then. @param {Report} report */
  #aloud({ state, done, total }) {
    const now = Date.now();
    if (state !== this.told.state || now - this.told.at > CALM)
      this.told = { text: `${REPORT.progress(done, total)}. ${REPORT.states[state]}`, at: now, state };
    return this.told.text;
  }

  /** @param {Report} report */
  #point(report) {
    const { pressed } = this.picture,
      point = pressed.value && pointAt(report, pressed.value),
      chosen = this.chosen.value;
    if (!point) return html`<p class="lab-small lab-hint">${REPORT.hint}</p>${this.#lanes(chosen)}`;
    return html`${readout(report, point, this.picture.measures(report), {
      chosen,
      choose: (dot, on) => this.#choose(dot, on),
      open: (dot) => this.doings.open([dot]),
      close: () => (pressed.value = null),
    })}${this.#lanes(chosen)}`;
  }

  /**
   * Lanes have one seed: another one begins a new choice, and the third takes the place of the first.
   *
   * @param {Dot} dot @param {boolean} on
   */
  #choose(dot, on) {
    const others = this.chosen.peek().filter(({ seed, at }) => seed === dot.seed && at.join() !== dot.at.join());
    this.chosen.value = on ? [...others, dot].slice(-TWO) : others;
  }

  /** @param {Dot[]} chosen */
  #lanes(chosen) {
    if (chosen.length < TWO) return nothing;
    return html`<button type="button" class="button small strong" data-do="lanes"
      @click=${() => this.doings.open(chosen)}>${REPORT.lanes}</button>`;
  }

  /** The sentences that are computed, what became of the guess, and what is not shown. @param {Report} report */
  #shows(report) {
    const sentences = [...report.sentences, ...guessSaid(report)];
    return html`<section class="lab-shows" aria-labelledby="lab-shows-title"><h3 id="lab-shows-title">${
      REPORT.sentences
    }</h3>${sentences.map((text) => html`<p>${text}</p>`)}
      ${sentences.length ? nothing : html`<p class="lab-small">${REPORT.soon}</p>`}
      ${
        report.caveats.length
          ? html`<h3>${REPORT.caveats}</h3>${report.caveats.map((text) => html`<p class="lab-small">${text}</p>`)}`
          : nothing
      }</section>`;
  }

  /** What is known of a ready question; the first part is open. @param {Report} report */
  #words({ question, done, total }) {
    const found = this.known.questions.find(({ name }) => name === question);
    if (!found) return nothing;
    return /** @type {const} */ (["see", "why", "fails"]).map(
      (part) => html`<details class="lab-fold words" ?open=${part === "see" && done === total}><summary>${
        REPORT[part]
      }</summary><div class="words-text">${unsafeHTML(found[part])}</div></details>`,
    );
  }

  #further() {
    const { again, change } = this.doings;
    return html`<div class="lab-row"><button type="button" class="button small" data-do="again"
      @click=${again}>${REPORT.again}</button><button type="button" class="button small" data-do="change"
      title=${REPORT.changeHelp} @click=${change}>${REPORT.change}</button></div>`;
  }
}

/** Where the guess had its lowest, and where it came out: once all is trained. @param {Report} report */
function guessSaid({ guess, axes, points, done, total }) {
  if (!guess || axes.length !== 1 || done < total) return [];
  const [{ texts }] = axes,
    found = lowestAt(texts.map((_, at) => pointAt({ points }, [at])?.median[guess.measure] ?? null)),
    guessed = guess.values.length === texts.length && isWhole(guess.values) ? lowestAt(guess.values) : null;
  if (found === null || guessed === null) return [];
  return [found === guessed ? REPORT.guessRight(texts[found]) : REPORT.guessElse(texts[guessed], texts[found])];
}

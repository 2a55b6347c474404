/**
 * The tab on many seeds: begins them, follows how far they are, and shows losses as a band, successes and agreement.
 */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render, svg } from "lit-html";

import { ASKED } from "../../../addresses.js";
import { bandPath, pathOf } from "../../../draw/curve.js";
import { css, mix } from "../../../draw/colours.js";
import { watchPalette } from "../../../draw/theme.js";
import { drawThumbnail } from "../../../draw/thumbnail.js";
import { inLanguage } from "../../../state/asked_language.js";
import { oneAtATime } from "../../../state/one_at_a_time.js";
import { emptyDraft, writeRoute } from "../../../state/experiments/route.js";
import { PLACE } from "../../../state/experiments/vary.js";
import { settingsOf } from "../../../state/seed_pictures.js";
import { goalText } from "../../../text/goal.js";
import { ended } from "../../../text/lists.js";
import { SEEDS } from "../../../text/seeds.js";
import { paintSeeds, seedPictures } from "./seed_pictures.js";
import { yAxis } from "../axes.js";
import { drawnLength } from "../lettering.js";
import { whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../draw/axes.js").Box} Box */
/** @typedef {import("../../../draw/curve.js").Line} Line */
/** @typedef {import("../../../protocol/answers.js").SeedsMap} Maps */
/** @typedef {import("../../../protocol/answers.js").SeedsCurve} Curve */
/** @typedef {import("../../../protocol/answers.js").SeedsAnswer} Report */

const PAUSE = 600; // milliseconds between two looks at seeds that are being trained
const WIDE = 320,
  HIGH = 130,
  LEFT = 38,
  BELOW = 16; // of the chart, in its own units
const SIDE = 432; // pixels of a map, as many as it has over the whole screen
const PARTS = /** @type {const} */ (["train", "test"]);

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  new SeedsView(root, world).start();
}

class SeedsView {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.report = world.store.trial; // which the goal's line begins and reads as well
    this.fault = signal("");
    this.palette = signal(/** @type {import("../../../draw/colours.js").Palette | null} */ (null));
    this.timer = 0;
    this.train = oneAtATime((/** @type {object} */ question) => this.#look(ASKED.seeds, question));
    this.help = whatIsThis("seeds", world);
  }

  start() {
    watchPalette((palette) => (this.palette.value = palette));
    effect(() => {
      if (this.world.shown.value && this.world.store.ready.value) this.#look(ASKED.seeds);
    });
    effect(() => {
      render(this.#all(), this.root);
      this.#paint();
    });
  }

  /** Ask, and again soon while seeds are being trained and can be seen. @param {string} what @param {unknown} [body] */
  async #look(what, body) {
    clearTimeout(this.timer);
    try {
      const report = /** @type {Report} */ (await this.world.ask(what, body));
      this.report.value = report.state === "none" ? null : report;
      this.fault.value = "";
      if (report.state === "running")
        this.timer = window.setTimeout(() => this.world.shown.peek() && this.#look(ASKED.seeds), PAUSE);
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
    }
  }

  /** @param {SubmitEvent} event */
  #begin(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target),
      wanted = new FormData(form);
    const [seeds, epochs, target] = ["seeds", "epochs", "target"].map((name) => Number(wanted.get(name)));
    if (!form.checkValidity()) this.fault.value = SEEDS.wrong;
    else void this.train({ seeds, epochs, target: target / 100 });
  }

  /** The form has what was trained last, from here or from the goal's line. */
  #all() {
    const report = this.report.value,
      isRunning = report?.state === "running";
    return html`<p class="seeds-about">${SEEDS.about}</p>
      <form class="seeds-form" novalidate @submit=${(/** @type {SubmitEvent} */ event) => this.#begin(event)}>
        ${number("seeds", SEEDS.seeds, SEEDS.seedsHelp, report?.seeds ?? 10, 2, 50)}${number(
          "epochs",
          SEEDS.epochs,
          SEEDS.epochsHelp,
          report?.epochs ?? 100,
          1,
          2000,
        )}
        ${number(
          "target",
          SEEDS.target,
          SEEDS.targetHelp(this.world.store.frame.value?.problem ?? ""),
          report ? Math.round(100 * report.target) : 90,
          0,
          100,
          "%",
        )}
        <button type="submit" class="button small strong" ?disabled=${isRunning}>${SEEDS.start}</button>
        ${
          isRunning
            ? html`<button type="button" class="button small" data-do="cancel"
              @click=${() => this.#look(ASKED.cancelSeeds, {})}>${SEEDS.cancel}</button>`
            : nothing
        }
      </form>
      <p class="drawer-fault" role="status">${this.fault.value}</p>
      ${report ? this.#reported(report) : nothing}${this.help}`;
  }

  /** @param {Report} report */
  #reported(report) {
    return html`<div class="seeds-progress"><progress max="1" .value=${report.progress}
      aria-label=${SEEDS.progress(report.done, report.seeds)}></progress>
        <span role="status">${ended(
          SEEDS.progress(report.done, report.seeds),
        )}</span> <span>${SEEDS.states[report.state] ?? nothing}</span> ${asExperiment(report)}</div>
      ${report.done ? html`<p class="seeds-success">${SEEDS.success(report)}</p>${this.#goal(report)}` : nothing}
      <div class="seeds-result"><div class="seeds-parts">${
        report.bands ? chart(report) : nothing
      }${this.#maps(report)}</div>
      ${report.done ? seedPictures(report, (seed) => this.#open(report, seed)) : nothing}</div>`;
  }

  /** Its very network, made again before one's eyes. @param {Report} report @param {number} seed */
  #open(report, seed) {
    const { actions } = this.world;
    if (!actions.configure(settingsOf(report, seed))) return;
    actions.reset();
    actions.play();
  }

  /** How many reached the goal that was set. @param {Report} report */
  #goal({ settings, reached, done }) {
    const label = this.world.store.catalogue.fields.goal.options.find(({ value }) => value === settings.goal)?.label;
    if (!label || settings.goal === "none") return nothing;
    const count = reached.filter((epoch) => epoch !== null).length;
    return html`<p class="seeds-goal">${SEEDS.goal(count, done, goalText(settings, label))}</p>`;
  }

  /** @param {Report} report */
  #maps({ maps, done }) {
    if (!maps)
      return this.world.store.data.value && this.world.store.data.value.inputs.length > 2
        ? html`<p>${SEEDS.noMap}</p>`
        : done
          ? nothing
          : html`<p>${SEEDS.waiting}</p>`;
    if (maps.kind === "curve") return curve(maps);
    return html`<figure data-save=${maps.kind === "classes" ? SEEDS.mean : SEEDS.meanOfNumbers}><canvas width=${SIDE}
      height=${SIDE} data-map="mean" role="img"
      aria-label=${maps.kind === "classes" ? SEEDS.mean : SEEDS.meanOfNumbers}></canvas>
        <figcaption>${maps.kind === "classes" ? SEEDS.mean : SEEDS.meanOfNumbers}</figcaption></figure>
      <figure data-save=${SEEDS.disagreement}><canvas width=${SIDE} height=${SIDE} data-map="disagreement" role="img"
        aria-label=${`${SEEDS.disagreement}, ${SEEDS.most(maps.kind, maps.most)}`}></canvas>
        <figcaption>${SEEDS.disagreement}<br>${SEEDS.most(maps.kind, maps.most)}</figcaption></figure>`;
  }

  /** What the canvases show, once they are there. */
  #paint() {
    const report = this.report.value,
      palette = this.palette.value,
      maps = report?.maps;
    if (!report || !palette) return;
    paintSeeds(this.root, report, palette);
    if (!maps || maps.kind === "curve") return;
    const picture = (/** @type {string} */ bytes) => ({
      size: maps.size,
      scale: maps.scale,
      pixels: bytesOf(bytes),
      classes: null,
    });
    const [mean, disagreement] = /** @type {HTMLCanvasElement[]} */ ([
      ...this.root.querySelectorAll("canvas[data-map]"),
    ]);
    drawThumbnail(
      mean,
      { ...picture(maps.mean), classes: maps.winners ? bytesOf(maps.winners) : null },
      report.classes,
      palette,
    );
    drawShades(disagreement, bytesOf(maps.disagreement), maps.size, palette);
  }
}

/** The way to the same with more seeds, kept: an experiment along no axis. @param {Report} report */
function asExperiment({ seeds, epochs }) {
  const address = inLanguage(PLACE + writeRoute({ view: "own", draft: { ...emptyDraft(), seeds, epochs } }));
  return html`<a data-place=${PLACE} href=${address} title=${SEEDS.asExperimentHelp}>${SEEDS.asExperiment}</a>`;
}

/**
 * @param {string} name @param {string} label @param {string} help @param {number} usual @param {number} least
 * @param {number} most @param {string} [unit]
 */
function number(name, label, help, usual, least, most, unit = "") {
  return html`<label title=${help}>${label} <input type="number" name=${name} .value=${String(usual)} min=${least}
    max=${most} step="1" required aria-label=${`${label}: ${help}`}>${unit}</label>`;
}

/** @param {Report} report */
function chart({ x: xs, bands }) {
  if (!bands) return nothing;
  const known = PARTS.flatMap((part) => bands[part].flat()).filter((value) => value !== null);
  const top = Math.max(1e-9, ...known),
    last = xs[xs.length - 1] || 1;
  const wide = drawnLength(WIDE),
    high = drawnLength(HIGH);
  /** @type {Box} */
  const box = { left: LEFT, top: 4, width: wide - LEFT - 2, height: high - BELOW - 4, x: [0, last], y: [0, top] };
  const words = PARTS.map((part) =>
    SEEDS.bandRead(
      SEEDS[part],
      bands[part].map((line) => line[line.length - 1]),
    ),
  );
  return html`<figure class="seeds-chart" data-save=${SEEDS.band}><svg viewBox="0 0 ${wide} ${high}" role="img"
    aria-label=${`${SEEDS.band}. ${words.join(". ")}`}>
      ${yAxis(box, [0, top / 2, top], { write: SEEDS.loss, line: () => "axis" })}
      <text x=${LEFT} y=${high - 3}>0</text><text x=${wide - 2} y=${high - 3}
        text-anchor="end">${SEEDS.epoch} ${last}</text>
      ${PARTS.map((part) => svg`<path class="band ${part}" d=${bandPath(box, xs, bands[part][0], bands[part][2])} />`)}
      ${PARTS.map((part) => svg`<path class="median ${part}" d=${pathOf(box, xs, bands[part][1])} />`)}
    </svg><figcaption><b>${ended(SEEDS.band)}</b> ${SEEDS.bandHelp}<br>${words.map(
      (text, at) => html`<span class="key ${PARTS[at]}"></span>${text}<br>`,
    )}</figcaption></figure>`;
}

/** @param {Curve} curve */
function curve({ mean, spread, scale: most }) {
  const xs = mean.map((_, at) => at),
    reach = Math.max(most, ...mean.map((value, at) => Math.abs(value) + spread[at]));
  /** @type {Box} */
  const box = { left: 0, top: 3, width: 240, height: 124, x: [0, mean.length - 1], y: [-reach, reach] };
  return html`<figure class="seeds-chart" data-save=${SEEDS.curve}><svg viewBox="0 0 240 130" role="img"
    aria-label=${SEEDS.curve}><path class="axis" d="M0 65H240" />
      <path class="band test" d=${bandPath(
        box,
        xs,
        mean.map((value, at) => value - spread[at]),
        mean.map((value, at) => value + spread[at]),
      )} />
      <path class="median test"
        d=${pathOf(box, xs, mean)} /></svg><figcaption>${SEEDS.curve}</figcaption></figure>`;
}

/**
 * From paper to ink.
 *
 * @param {HTMLCanvasElement} canvas @param {Uint8Array} shades @param {number} size
 * @param {import("../../../draw/colours.js").Palette} palette
 */
function drawShades(canvas, shades, size, palette) {
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")),
    cell = canvas.width / size;
  shades.forEach((shade, at) => {
    ctx.fillStyle = css(mix(palette.zero, palette.ink, shade / 255));
    ctx.fillRect((at % size) * cell, Math.floor(at / size) * cell, cell, cell);
  });
}

/** @param {string} text @returns {Uint8Array} */
function bytesOf(text) {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

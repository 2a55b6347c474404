/** Optimizers racing on a test function: the server runs them with the engine's own code, the page draws their ways. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { classColour, css } from "../../../../draw/colours.js";
import { newestAnswer } from "../../../../state/newest.js";
import { readRace, writeRace } from "../../../../state/descent.js";
import { PICTURE, RACE as TEXT } from "../../../../text/descent.js";
import { NAMED } from "../../../../text/saving.js";
import { whatIsThis } from "../../words.js";
import { LandscapePicture } from "./picture.js";
import { spread } from "./places.js";
import { Player } from "./player.js";
import { lookOf, sample } from "./racers.js";
import { adaptiveControl, rateControls } from "./rates.js";
import { handles, pointUnder } from "./starts.js";
import { segments, slider, toggle } from "./widgets.js";

/** @typedef {import("../../../drawer.js").World} World */
/** @typedef {[number, number]} Point */
/** @typedef {import("../../../../protocol/answers.js").RaceAnswer} Answer */
/** @typedef {import("../../../../state/descent.js").Rules} Rules */

const ANEW = { shape: null, rate: null, adaptive_rate: null, start: null, starts: {} }; // on another hill
const COEFFICIENTS = /** @type {const} */ (["momentum", "decay", "beta1", "beta2"]);
const MOST_COEFFICIENT = 0.999;

/** @param {HTMLElement} root @param {World} world @param {() => unknown} parts the choice between the tab's parts */
export function mountRace(root, world, parts) {
  new Race(root, world, parts).start();
}

class Race {
  /** @param {HTMLElement} root @param {World} world @param {() => unknown} parts */
  constructor(root, world, parts) {
    this.root = root;
    this.world = world;
    this.parts = parts;
    const { objectives, fields } = world.store.catalogue;
    this.functions = Object.fromEntries(
      objectives.map(({ value, label, formula, note }) => [value, { label, help: `${formula}: ${note}` }]),
    );
    this.names = {
      functions: objectives.map(({ value }) => value),
      optimizers: fields.optimizer.options.map(({ value }) => value),
    };
    const { rules, look, hidden } = readRace(world.store.look.peek().race, this.names);
    this.rules = signal(rules);
    this.look = signal(look);
    this.hidden = signal(/** @type {ReadonlySet<string>} */ (hidden));
    this.answer = signal(/** @type {Answer | null} */ (null));
    this.fault = signal("");
    this.side = signal(0);
    this.player = new Player();
    this.words = whatIsThis("race", world);
  }

  start() {
    const { root, world } = this;
    root.classList.add("descent-parts");
    render(
      html`<div class="descent-picture" data-save=${NAMED.landscape.functions}></div><div class="descent-side"></div>`,
      root,
    );
    const side = /** @type {HTMLElement} */ (root.querySelector(".descent-side"));
    this.picture = new LandscapePicture(
      /** @type {HTMLElement} */ (root.querySelector(".descent-picture")),
      () => (this.side.value = this.picture?.side ?? 0),
    );
    this.picture.canvas.addEventListener("click", (event) => this.#place(event));
    const newest = newestAnswer(
      (/** @type {Rules} */ rules) => world.ask("race", rules),
      (answer) => this.#show(answer),
      (error) => (this.fault.value = error.message),
    );
    // a network to ask through: a link may open this at once
    const isThere = computed(() => world.store.frame.value !== null);
    effect(() => {
      if (!world.shown.value) this.player.pause();
      else if (isThere.value) newest.want(this.rules.value);
    });
    effect(() => {
      const race = writeRace(this.rules.value, this.look.value, this.hidden.value, this.names);
      world.actions.setLook({ race });
    });
    effect(() => this.#draw());
    effect(() => this.#handles());
    effect(() => {
      render(html`${this.#controls()}${this.#told()}`, side);
    });
  }

  /** @param {Answer} answer */
  #show(answer) {
    const before = this.answer.peek();
    const isSame = before && before.hill === answer.hill && before.shape === answer.shape;
    this.player.load(answer.steps);
    this.answer.value = isSame ? { ...answer, values: before.values } : answer; // then its colours and lines stay
    this.fault.value = "";
  }

  /** @param {Partial<Rules>} changes */
  #change(changes) {
    this.rules.value = { ...this.rules.value, ...changes };
  }

  // ---- the picture

  /** Those on show, with their ways up to this step. */
  #shown() {
    const at = this.player.at.value,
      hidden = this.hidden.value;
    return (this.answer.value?.racers ?? [])
      .filter(({ optimizer }) => !hidden.has(optimizer))
      .map((racer) => ({ ...racer, way: /** @type {Point[]} */ (racer.points.slice(0, at + 1)) }));
  }

  #draw() {
    const answer = this.answer.value,
      { relief, logarithmic } = this.look.value,
      shown = this.#shown();
    if (!answer) return;
    const { size, values, box, hill } = answer;
    this.picture?.show({
      size,
      values,
      box,
      relief,
      logarithmic,
      origin: [0, 0],
      axes: TEXT.axes,
      tracks: (palette) =>
        shown.map(({ optimizer, way }) => ({
          points: way,
          dash: lookOf(optimizer).dash,
          shape: lookOf(optimizer).shape,
          colour: css(classColour(palette, lookOf(optimizer).at)),
          dots: way.length < 40,
        })),
      marks: (palette) =>
        shown.map(({ optimizer, way }) => ({
          at: way[way.length - 1],
          shape: lookOf(optimizer).shape,
          colour: css(classColour(palette, lookOf(optimizer).at)),
        })),
      description: TEXT.describe(this.functions[hill].label, this.player.at.value),
    });
  }

  get #haveOwn() {
    return Object.keys(this.rules.value.starts).length > 0;
  }

  #handles() {
    const answer = this.answer.value,
      side = this.side.value,
      { picture } = this;
    if (!answer || !picture || !side) return;
    const { start, starts } = this.rules.value,
      hidden = this.hidden.value;
    const each = answer.racers
      .filter(({ optimizer }) => !hidden.has(optimizer))
      .map(({ optimizer, label, start: begun }) => ({ name: optimizer, label, at: starts[optimizer] ?? begun }));
    const shown = this.#haveOwn ? each : [{ name: null, label: TEXT.everyone, at: start ?? answer.start }];
    render(
      html`${handles(shown, answer.box, side, picture.plot, (name, at) => this.#move(name, at))}`,
      picture.handles,
    );
  }

  /** @param {string | null} name @param {Point} at */
  #move(name, at) {
    if (name) this.#change({ starts: { ...this.rules.value.starts, [name]: at } });
    else this.#change({ start: at });
  }

  /** A click puts the common start where it was. @param {MouseEvent} event */
  #place(event) {
    const answer = this.answer.peek();
    if (!answer || !this.picture || this.look.peek().relief || this.#haveOwn) return;
    this.#move(null, pointUnder(event, this.picture.plot, answer.box));
  }

  // ---- controls

  #controls() {
    const answer = this.answer.value,
      rules = this.rules.value,
      { relief, logarithmic } = this.look.value;
    return html`<div data-unsaved class="descent-controls">${this.parts()}
        ${segments(
          PICTURE.view,
          PICTURE.views,
          relief ? "relief" : "flat",
          (name) => (this.look.value = { relief: name === "relief", logarithmic }),
        )}</div>
      <div data-unsaved
        class="descent-controls">${segments(TEXT.hill, this.functions, rules.hill, (hill) =>
          this.#change({ ...ANEW, hill }),
        )}</div>
      ${
        answer
          ? html`${this.#transport(answer)}${rateControls(rules, answer, (changes) => this.#change(changes))}`
          : nothing
      }`;
  }

  /** @param {Answer} answer */
  #more(answer) {
    const rules = this.rules.value,
      { relief, logarithmic } = this.look.value;
    const names = answer.racers.map(({ optimizer }) => optimizer);
    return html`<div data-unsaved
      class="descent-controls">${this.#shape(answer)}${adaptiveControl(rules, answer, (changes) =>
        this.#change(changes),
      )}
      ${toggle(
        TEXT.own,
        this.#haveOwn,
        (own) => this.#change({ starts: own ? spread(rules.start ?? answer.start, names, answer.box) : {} }),
        { help: TEXT.ownHelp },
      )}
      ${toggle(PICTURE.logarithmic, logarithmic, (value) => (this.look.value = { relief, logarithmic: value }), {
        help: PICTURE.logarithmicHelp,
      })}</div>`;
  }

  /** @param {Answer} answer */
  #transport({ steps }) {
    const { player } = this,
      at = player.at.value,
      playing = player.playing.value;
    const toggled = () => (playing ? player.pause() : player.play());
    return html`<div data-unsaved class="descent-controls descent-transport">
      <button type="button" class="button small strong" data-do="race"
        @click=${toggled}>${playing ? TEXT.pause : TEXT.play}</button>
      <button type="button" class="button small" data-do="race-step" ?disabled=${at >= steps}
        @click=${() => player.step(1)}>${TEXT.step}</button>
      <button type="button" class="button small" data-do="race-back" ?disabled=${at === 0}
        @click=${() => (player.pause(), player.goTo(0))}>${TEXT.back}</button>
      ${slider(
        "at",
        { label: TEXT.at, text: TEXT.atOf(at, steps), value: at, least: 0, most: steps, step: 1 },
        (value) => (player.pause(), player.goTo(value)),
      )}
    </div>`;
  }

  /** @param {Answer} answer */
  #shape({ hill, shape, shapes }) {
    if (!shapes || (hill !== "ravine" && hill !== "rosenbrock")) return nothing;
    return slider(
      "shape",
      {
        label: TEXT.shape[hill],
        text: TEXT.number(shape),
        value: this.rules.value.shape ?? shape,
        least: shapes[0],
        most: shapes[1],
        step: 1,
      },
      (value) => this.#change({ shape: value }),
    );
  }

  #coefficients() {
    const rules = this.rules.value;
    const lengths = /** @type {Record<string, string>} */ (TEXT.length);
    return html`<details class="descent-coefficients"><summary>${TEXT.coefficients}</summary><div data-unsaved
      class="descent-controls">
      ${COEFFICIENTS.map((name) =>
        slider(
          name,
          {
            label: TEXT[name],
            text: String(rules[name]),
            value: rules[name],
            least: 0,
            most: MOST_COEFFICIENT,
            step: 0.001,
          },
          (value) => this.#change({ [name]: value }),
        ),
      )}
      ${segments(TEXT.steps, lengths, String(rules.steps), (steps) => this.#change({ steps: Number(steps) }))}
    </div></details>`;
  }

  // ---- what it says

  #told() {
    const answer = this.answer.value,
      fault = this.fault.value;
    return html`<div class="descent-facts"><p class="drawer-fault" role="status">${fault}</p>
      ${
        answer
          ? html`${this.#table(answer)}${this.#more(answer)}<p
            class="descent-rule">${
              answer.is_quadratic
                ? TEXT.quadratic(answer.steepness, answer.rate)
                : TEXT.local(answer.steepness, answer.rate)
            }</p>
        <p>${this.functions[answer.hill].help}. ${
          this.look.value.relief ? PICTURE.turn : this.#haveOwn ? "" : TEXT.drag
        }</p>`
          : html`<p>${fault ? "" : TEXT.waiting}</p>`
      }
      ${this.#coefficients()}${this.words}<p class="unseen" role="status">${this.#spoken(answer)}</p></div>`;
  }

  /** @param {Answer} answer */
  #table({ racers }) {
    const at = this.player.at.value,
      hidden = this.hidden.value;
    return html`<table class="descent-racers"><caption class="unseen">${TEXT.racers}</caption><tbody>${racers.map(
      (racer) => html`<tr data-racer=${racer.optimizer}>
      <th scope="row">${toggle(racer.label, !hidden.has(racer.optimizer), (shown) =>
        this.#toggle(racer.optimizer, shown),
      )}</th>
      <td>${sample(racer.optimizer)}</td>
      <td class="racer-value">${TEXT.value(racer.values[Math.min(at, racer.values.length - 1)])}</td>
      <td class="racer-fate">${TEXT.fate(racer, at)}</td></tr>`,
    )}</tbody></table>`;
  }

  /** @param {string} name @param {boolean} shown */
  #toggle(name, shown) {
    const hidden = new Set(this.hidden.value);
    if (shown) hidden.delete(name);
    else hidden.add(name);
    this.hidden.value = hidden;
  }

  /** How a race ended, for a screen reader; nothing while it goes on. @param {Answer | null} answer */
  #spoken(answer) {
    const at = this.player.at.value;
    if (!answer || this.player.playing.value || at < answer.steps) return "";
    return answer.racers.map((racer) => TEXT.spoken(racer.label, TEXT.fate(racer, at))).join("; ");
  }
}

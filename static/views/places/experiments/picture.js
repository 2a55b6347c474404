/** What is drawn of an experiment: measures of training and test as curves, a panel for each further value, or maps. */

import { signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";

import { heightsOf } from "../../../draw/stretches.js";
import { laidOver, resized } from "../../../state/experiments/guess.js";
import {
  areFarApart,
  curvesOf,
  familiesOf,
  leastOf,
  mainOf,
  numbersIn,
  panelsOf,
} from "../../../state/experiments/report.js";
import { REPORT } from "../../../text/experiments.js";
import { figureOf } from "./figure.js";
import { heatMaps } from "./heat_map.js";
import { said } from "./readout.js";
import { familyChoice, formChoice, toggle } from "./switches.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentsCatalogue} Known */
/** @typedef {import("../../../protocol/answers.js").ExperimentReport} Report */
/** @typedef {import("../../../protocol/answers.js").MeasureKind} Measure */
/** @typedef {import("../../../state/experiments/report.js").Curve} Curve */
/** @typedef {import("../../../state/experiments/report.js").Panel} Panel */
/** @typedef {import("./frame.js").Size} Size */
/**
 * @typedef {object} Looks what is drawn now, and how
 * @property {Measure[]} measures @property {Panel[]} panels @property {Curve[][]} curves of each panel
 * @property {number[]} numbers all that the heights reach @property {boolean} isCut whether more is drawn, lower
 * @property {boolean} withDots @property {boolean} isLogHeight
 * @property {boolean} isLogWidth @property {boolean} isMap
 */

const MANY_PANELS = 6; // above which a map says more
const LEAST_PANEL = 17; // rem wide
const FLAT = 0.75; // of a panel's width is its height

export class Picture {
  /** @param {Known} known */
  constructor(known) {
    this.known = known;
    this.family = signal(""); // "": what is to be shown first
    this.withDots = signal(/** @type {boolean | null} */ (null)); // null, here and below: as it suits
    this.isLogHeight = signal(/** @type {boolean | null} */ (null));
    this.isLogWidth = signal(/** @type {boolean | null} */ (null));
    this.form = signal(/** @type {"curves" | "map" | null} */ (null));
    this.withGuess = signal(true);
    this.pressed = signal(/** @type {number[] | null} */ (null)); // the point that is open
    this.pointed = signal(/** @type {number[] | null} */ (null)); // the one that is pointed at
    this.reached = signal(0); // the column that keys lead to
  }

  /** @param {string} name @returns {Measure} */
  #measure(name) {
    const found = this.known.measures.find((each) => each.name === name);
    return found ?? { name, label: name, unit: "", log: false, problem: "" };
  }

  /** Those on show. @param {Report} report @returns {Measure[]} */
  measures(report) {
    const families = familiesOf(report),
      names = families.get(this.family.value) ?? [...families.values()][0] ?? [];
    return names.map((name) => this.#measure(name));
  }

  /** @param {Report} report @returns {Looks} */
  #looks(report) {
    const measures = this.measures(report),
      panels = panelsOf(report),
      names = measures.map(({ name }) => name),
      curves = panels.map((panel) => curvesOf(panel, names)),
      withDots = this.withDots.value ?? !report.axes.length,
      all = curves.flatMap((each) => numbersIn(each, withDots)),
      main = curves.flatMap((each) => numbersIn(mainOf(each), withDots));
    const wanted = this.isLogHeight.value ?? (measures.some(({ log }) => log) && areFarApart(main)),
      isLogHeight = wanted && main.some((value) => value > 0),
      numbers = isLogHeight ? all.filter((value) => value >= leastOf(main)) : all;
    return {
      measures,
      panels,
      curves,
      numbers,
      isCut: numbers.length < all.length,
      withDots,
      isLogHeight,
      isLogWidth: this.isLogWidth.value ?? report.axes.at(0)?.scale === "log",
      isMap: report.axes.length > 1 && (this.form.value ?? formOf(report, panels)) === "map",
    };
  }

  /** @param {Report} report @param {Size} size */
  all(report, size) {
    const looks = this.#looks(report),
      { measures, isMap, isLogHeight } = looks,
      title = measures.map(({ label }) => label).join(", ");
    return html`${this.#switches(report, looks)}
      <div class="lab-figure" data-save=${REPORT.picture}>${
        isMap
          ? html`<div class="lab-maps">${measures.map((each) =>
              heatMaps(report, each, isLogHeight, this.pressed.value, (at) => this.press(at)),
            )}</div>`
          : html`<h3 class="lab-measure">${title}</h3>${this.#panels(report, looks, size)}`
      }</div>${isMap ? nothing : this.#tip(report, looks)}`;
  }

  /** @param {number[]} at */
  press(at) {
    this.pressed.value = at;
  }

  /** @param {Report} report @param {Looks} looks */
  #switches(report, { isLogHeight, isLogWidth, withDots, isMap }) {
    const families = [...familiesOf(report)].map(([value, [name]]) => ({
        value,
        label: REPORT.families[value] ?? this.#measure(name).label,
      })),
      isStretched = !isMap && (report.axes.at(0)?.scale ?? "choice") !== "choice";
    const flip = (/** @type {{value: boolean | null}} */ at, /** @type {boolean} */ isOn) => () => (at.value = !isOn);
    const switches = [
      { label: REPORT.logHeight, isOn: isLogHeight, press: flip(this.isLogHeight, isLogHeight), is: true },
      { label: REPORT.logWidth, isOn: isLogWidth, press: flip(this.isLogWidth, isLogWidth), is: isStretched },
      {
        label: REPORT.seedsOn,
        isOn: withDots,
        press: flip(this.withDots, withDots),
        is: !isMap,
        help: REPORT.seedsHelp,
      },
      {
        label: REPORT.guessOn,
        isOn: this.withGuess.value,
        press: flip(this.withGuess, this.withGuess.value),
        is: !isMap && report.guess !== null,
      },
    ];
    return html`<div class="lab-switches">${
      families.length > 1
        ? familyChoice(families, this.family.value, (family) => (this.family.value = family))
        : nothing
    }${report.axes.length > 1 ? formChoice(isMap, (form) => (this.form.value = form)) : nothing}
    ${switches.filter(({ is }) => is).map(toggle)}</div>`;
  }

  /** @param {Report} report @param {Looks} looks @param {Size} size */
  #panels(report, looks, size) {
    const { panels, numbers, isLogHeight } = looks,
      heights = heightsOf(numbers, isLogHeight),
      most = Math.max(1, Math.floor(size.width / (LEAST_PANEL * size.rem))),
      across = Math.ceil(panels.length / Math.ceil(panels.length / most)), // so that all rows have as many
      width = Math.floor(size.width / across),
      own = across > 1 ? { ...size, width, height: Math.min(size.height, width * FLAT) } : size;
    const axes = report.axes.slice(1).map(({ label }) => label);
    if (!size.width) return nothing; // until it is known how wide it is
    return html`<div class="lab-panels">${panels.map(
      (panel, index) => html`<div>${
        panel.title ? html`<h4>${REPORT.panel(axes.join(" · "), panel.title)}</h4>` : nothing
      }${this.#panel(report, panel, looks.curves[index], looks, heights, own)}</div>`,
    )}</div>`;
  }

  /**
   * @param {Report} report @param {Panel} panel @param {Curve[]} curves @param {Looks} looks
   * @param {ReturnType<typeof heightsOf>} heights @param {Size} size
   */
  #panel(report, panel, curves, looks, heights, size) {
    const { measures, isLogWidth, isLogHeight, withDots } = looks,
      pressed = this.pressed.value;
    const place = (/** @type {number} */ at) => [...(report.axes.length ? [at] : []), ...panel.rest];
    const figure = {
      axis: report.axes.at(0),
      panel,
      curves,
      heights,
      isLogWidth,
      isLogHeight,
      withDots,
      guess: this.#guess(report, curves),
      points: report.training_points,
      label: [measures.map(({ label }) => label).join(", "), panel.title].filter(Boolean).join(" · "),
      said: (/** @type {number} */ at) => said(report, panel.points[at], measures),
      pressed: pressed?.slice(1).join() === panel.rest.join() ? (pressed?.[0] ?? null) : null,
      reached: Math.min(this.reached.value, panel.points.length - 1),
    };
    return figureOf(figure, size, {
      point: (at) => (this.pointed.value = at === null ? null : place(at)),
      press: (at) => this.press(place(at)),
      reach: (at) => (this.reached.value = at),
    });
  }

  /** Laid over the curve it is about. @param {Report} report @param {Curve[]} curves */
  #guess({ guess, axes }, curves) {
    const found = curves.find(({ name }) => name === guess?.measure);
    if (!guess || !found || axes.length !== 1 || !this.withGuess.value) return null;
    return laidOver(resized(guess.values, axes[0].values.length), found.median);
  }

  /** The numbers under the pointer. @param {Report} report @param {Looks} looks */
  #tip(report, { measures, isCut }) {
    const { value } = this.pointed,
      point = report.points.find(({ at }) => at.join() === value?.join()),
      spread = REPORT.spread(report.axes.at(0)?.scale !== "choice");
    return html`<p class="lab-tip" aria-hidden="true">${
      value ? said(report, point ?? null, measures) : isCut ? `${spread} ${REPORT.cut}` : spread
    }</p>`;
  }
}

/** What suits better. @param {Report} report @param {Panel[]} panels @returns {"curves" | "map"} */
function formOf({ axes }, panels) {
  return panels.length > MANY_PANELS || axes[0].scale === "choice" ? "map" : "curves";
}

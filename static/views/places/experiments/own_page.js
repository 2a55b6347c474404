/** An experiment of one's own before it runs: its form, its guess, and what it will cost. */

import { signal } from "@preact/signals-core";
import { html } from "lit-html";

import { READ } from "../../../addresses.js";
import { definitionOf, origin, problemOf } from "../../../state/experiments/draft.js";
import { BORROWED } from "../../../state/experiments/route.js";
import { QUESTION } from "../../../text/experiments.js";
import { ownForm } from "./own.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentCost} Cost */
/** @typedef {import("../../../protocol/answers.js").ExperimentDefinition} Definition */
/** @typedef {import("../../../protocol/answers.js").ExperimentsCatalogue} Known */
/** @typedef {import("../../../state/experiments/route.js").Draft} Draft */
/** @typedef {import("./frame.js").Size} Size */
/** @typedef {import("./question.js").Begin} Begin */
/** @typedef {import("./question.js").Guessing} Guessing */
/** @typedef {import("../room.js").World} World */
/** @typedef {import("../../../protocol/answers.js").ExperimentNoCost} NoCost */
/** @typedef {(definition: Definition) => Promise<Cost | NoCost>} Reckon throws `NoAnswer` */

const REST = 300; // milliseconds without a change until the cost is asked for

export class OwnPage {
  /** @param {World} world @param {Reckon} reckon */
  constructor(world, reckon) {
    this.world = world;
    this.reckon = reckon;
    this.cost = signal(/** @type {Cost | string | null} */ (null)); // a string: why there is none
    this.borrowed = signal(/** @type {Map<string, Definition>} */ (new Map())); // by what drafts call them
    this.asked = /** @type {Set<string>} */ (new Set());
    this.missing = signal(""); // why an experiment to begin with cannot be had
    this.reckoned = ""; // what the cost is of, or being asked for
    this.timer = 0;
  }

  /** The experiment that a draft begins with, where that is no ready question. @param {string} from */
  async borrow(from) {
    if (!from.startsWith(BORROWED) || this.asked.has(from)) return;
    this.asked.add(from);
    try {
      const { experiment } = await this.world.read(READ.experiment(from.slice(BORROWED.length), 0));
      this.borrowed.value = new Map(this.borrowed.peek()).set(from, experiment);
      this.missing.value = "";
    } catch (error) {
      this.missing.value = /** @type {Error} */ (error).message;
    }
  }

  /** With what a draft begins; null: with the playground's network. @param {Draft} draft @param {Known} known */
  #begun(draft, known) {
    return this.borrowed.value.get(draft.from) ?? origin(draft, known);
  }

  /** @param {Draft} draft @param {Known} known @returns {Definition} */
  #definition(draft, known) {
    const { store } = this.world,
      begun = this.#begun(draft, known) ?? { base: store.settings.value };
    return definitionOf(draft, begun, known, this.#problem(begun.base));
  }

  /** @param {import("../../../state/settings.js").Settings} base */
  #problem(base) {
    const { catalogue, frame } = this.world.store;
    return problemOf(base, catalogue, frame.peek()?.problem ?? "");
  }

  /**
   * @param {Draft} draft @param {Known} known @param {Guessing} guessing @param {Size} size
   * @param {(draft: Draft) => void} change @param {Begin} begin
   */
  page(draft, known, guessing, size, change, begin) {
    const { store } = this.world,
      begun = this.#begun(draft, known),
      definition = this.#definition(draft, known),
      asked = {
        draft,
        base: definition.base,
        of: begun ? (known.questions.find(({ name }) => name === draft.from)?.title ?? begun.title) : "",
        known,
        catalogue: store.catalogue,
        problem: this.#problem(definition.base),
      };
    this.#ask(definition);
    const { value: cost } = this.cost,
      isReady = cost !== null && typeof cost === "object";
    return html`<p class="drawer-fault" role="status">${begun ? "" : this.missing.value}</p>
      <div class="lab-parts lab-own"><div class="lab-left">${ownForm(asked, change)}</div>
      <div class="lab-side"><div class="lab-figure">${guessing.pad(definition, known, size)}</div>
        <div class="lab-begin"><div><button type="button" class="button strong" data-form="own" ?disabled=${!isReady}
          @click=${() => begin({ experiment: definition }, guessing.told(definition.measures))}>${
            QUESTION.run
          }</button> <span class=${typeof cost === "string" ? "lab-wrong" : "lab-small"} role="status">${
            isReady ? QUESTION.cost(cost.trials, cost.seconds) : (cost ?? QUESTION.computing)
          }</span></div></div></div></div>`;
  }

  /** What it will cost, once nothing has changed for a while. @param {Definition} definition */
  #ask(definition) {
    const of = JSON.stringify(definition);
    if (of === this.reckoned) return;
    this.reckoned = of;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(async () => {
      const cost = await this.reckon(definition).catch((/** @type {Error} */ { message }) => message);
      if (of === this.reckoned) this.cost.value = typeof cost === "object" && "wrong" in cost ? cost.wrong : cost;
    }, REST);
  }
}

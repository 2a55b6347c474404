/** The tab on losses: for each kind of prediction, what one drags and what loss and gradient make of it. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { LOSSES } from "../../../text/losses.js";
import { aMargin } from "./losses/margin.js";
import { aNumber } from "./losses/numbers.js";
import { severalClasses } from "./losses/softmax.js";
import { twoClasses } from "./losses/two_classes.js";
import { whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {keyof typeof LOSSES.parts} Name */

const PARTS = /** @type {Record<Name, (world: World) => () => unknown>} */ ({
  two_classes: () => twoClasses(),
  softmax: ({ store }) => severalClasses(Math.max(FEWEST, store.frame.peek()?.classes ?? 0)),
  numbers: aNumber,
  margin: () => aMargin(),
});
const FEWEST = 3; // with two classes there is little to see that the first part does not show
const NAMES = /** @type {Name[]} */ (Object.keys(PARTS));

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  const wanted = signal(/** @type {Name | null} */ (null)),
    parts = new Parts(world);
  const chosen = computed(() => wanted.value ?? fitting(world));
  effect(() => {
    if (!world.shown.value) return;
    const name = chosen.value,
      { content, help } = parts.get(name);
    const choice = (/** @type {Name} */ each) =>
      html`<label class="segment"><input type="radio" name="loss-part" .checked=${live(each === name)}
        @change=${() => (wanted.value = each)}><span>${LOSSES.parts[each]}</span></label>`;
    render(
      html`<div class="loss">
      <div class="loss-tabs"><div class="segments" role="radiogroup"
        aria-label=${LOSSES.choose}>${NAMES.map(choice)}</div><span class="loss-hint">${LOSSES.dragHere}</span></div>
      ${content()}</div>${help}`,
      root,
    );
  });
}

/**
 * What this network is trained on, which counts until someone chooses: the tab may open before the first frame comes.
 *
 * @param {World} world
 * @returns {Name}
 */
function fitting({ store }) {
  const problem = store.frame.value?.problem;
  if (problem === "regression") return "numbers";
  if (store.settings.value.loss === "hinge") return "margin";
  return problem === "multiclass" ? "softmax" : "two_classes";
}

/** Each part with its explanation, made when first chosen, so that it keeps what was dragged. */
class Parts {
  /** @param {World} world */
  constructor(world) {
    this.world = world;
    this.made = /** @type {Map<Name, {content: () => unknown, help: HTMLElement}>} */ (new Map());
  }

  /** @param {Name} name */
  get(name) {
    const part = this.made.get(name) ?? {
      content: PARTS[name](this.world),
      help: whatIsThis(`losses_${name}`, this.world),
    };
    this.made.set(name, part);
    return part;
  }
}

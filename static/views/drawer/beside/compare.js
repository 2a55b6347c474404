/** The tab that compares: up to four networks side by side that train in step, and one chart of their losses. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";
import { live } from "lit-html/directives/live.js";

import { watchPalette } from "../../../draw/theme.js";
import { inputLabels } from "../../../state/inputs.js";
import { COMPARE } from "../../../text/compare.js";
import { labelled } from "../../../text/lists.js";
import { Names } from "../../../text/pictures.js";
import { NAMED } from "../../../text/saving.js";
import { chart, sample } from "./compare_chart.js";
import { LaneMap } from "./compare_map.js";
import { paintWeights, weights } from "./compare_weights.js";
import { untilNow } from "./until_now.js";
import { followed } from "../following.js";
import { whatIsThis } from "../words.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {import("../../../protocol/frames.js").Lane} Lane */
/** @typedef {import("./compare_chart.js").Curves} Curves */
/** @typedef {import("./compare_chart.js").Quantity | "weights"} Quantity */
/** @typedef {import("../../../state/lane_weights.js").Place} Place */

const MOST = 4;

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  const { store, actions, shown } = world;
  const quantity = signal(/** @type {Quantity} */ ("test_loss")),
    at = signal(/** @type {Place} */ ({ layer: 1, unit: 0, source: 0 }));
  const palette = signal(/** @type {import("../../../draw/colours.js").Palette | null} */ (null));
  const maps = new Map(/** @type {[number, LaneMap][]} */ ([]));
  watchPalette((news) => (palette.value = news));
  const help = whatIsThis("compare", world);
  effect(() => actions.watchLanes(shown.value));
  const { answer: curves, fault } = followed(
    world,
    async () => /** @type {Curves[]} */ ((await world.ask("lanes")).lanes),
  );
  const lanes = computed(() => (shown.value ? (store.frame.value?.lanes ?? null) : null));
  effect(() => {
    if (!lanes.value) return;
    const inHand = store.frame.peek()?.lane ?? 1,
      shownCurves = untilNow(curves.value ?? [], lanes.value);
    const picture = () =>
      quantity.value === "weights"
        ? weights(/** @type {Lane[]} */ (lanes.value), namesIn(store, lanes.value?.[0].sizes ?? []), at)
        : chart(shownCurves, quantity.value);
    render(page({ lanes: lanes.value, inHand, fault: fault.value, picture, quantity, actions, help }), root);
    if (palette.value) paintWeights(root, palette.value);
    const { value: data } = store.data;
    for (const each of lanes.value) {
      const box = /** @type {HTMLElement} */ (root.querySelector(`[data-lane="${each.lane}"] .lane-map`));
      const map = maps.get(each.lane) ?? new LaneMap();
      maps.set(each.lane, map);
      if (palette.value) map.draw(box, each.map, data, store.slice.peek().axes, palette.value);
    }
  });
}

/**
 * @param {{lanes: Lane[], inHand: number, fault: string, picture: () => import("lit-html").TemplateResult,
 *   quantity: {value: Quantity}, actions: World["actions"], help: HTMLElement}} shown
 */
function page({ lanes, inHand, fault, picture, quantity, actions, help }) {
  const isFull = lanes.length >= MOST;
  return html`<p class="drawer-fault" role="status">${fault}</p>
    <div class="compare">
      <div class="compare-head">
        <button type="button" class="button small strong" data-do="fork" ?disabled=${isFull}
          title=${isFull ? COMPARE.most(MOST) : COMPARE.forkHelp}
          @click=${() => actions.fork()}>${COMPARE.fork}</button>
        ${choice(quantity)}
        <p>${situation(lanes)}</p>
      </div>
      <ol class="lanes" data-save=${NAMED.lanes}>${lanes.map((lane) => card(lane, lanes, inHand, actions))}</ol>
      <figure class="compare-chart"
        data-save=${quantity.value === "weights" ? NAMED.laneWeights : NAMED.losses}>${picture()}</figure>
    </div>${help}`;
}

/** @param {Lane[]} lanes */
function situation(lanes) {
  if (lanes.length === 1) return COMPARE.alone;
  return lanes.every(({ step }) => step === lanes[0].step) ? COMPARE.together(lanes[0].step) : COMPARE.apart;
}

/** @param {Lane} lane @param {Lane[]} lanes @param {number} inHand @param {World["actions"]} actions */
function card({ lane, step, epochs, differs, stopped, reached, train, test }, lanes, inHand, actions) {
  const isFirst = lane === lanes[0].lane,
    isInHand = lane === inHand;
  return html`<li class=${isInHand ? "lane in-hand" : "lane"} data-lane=${lane}>
    <header><h3>${COMPARE.name(lane)}</h3>${sample(lane)}${
      lanes.length > 1 ? buttons(lane, isInHand, actions) : nothing
    }</header>
    <p class="lane-differs">${isFirst ? COMPARE.first : differs || COMPARE.same}</p>
    ${stopped ? html`<p class="lane-stopped" role="status">${labelled(COMPARE.step(step), stopped)}</p>` : nothing}
    ${reached ? html`<p class="lane-reached">✓ ${COMPARE.reached(reached)}</p>` : nothing}
    <div class="lane-map" role="img" aria-label=${COMPARE.map(lane)}><canvas></canvas><canvas></canvas></div>
    <dl>${COMPARE.numbers(epochs, train, test).map(
      ([name, value, help]) => html`<dt title=${help ?? nothing}>${name}</dt><dd>${value}</dd>`,
    )}</dl>
  </li>`;
}

/** @param {number} lane @param {boolean} isInHand @param {World["actions"]} actions */
function buttons(lane, isInHand, actions) {
  return html`<div class="lane-buttons">
    <button type="button" class="button small" data-do="take-lane" aria-pressed=${isInHand}
      title=${COMPARE.takeHelp(lane)}
      @click=${() => isInHand || actions.takeLane(lane)}>${isInHand ? COMPARE.inHand : COMPARE.take}</button>
    <button type="button" class="button small" data-do="remove-lane" aria-label=${COMPARE.remove(lane)}
      title=${COMPARE.remove(lane)} @click=${() => actions.removeLane(lane)}>✕</button>
  </div>`;
}

/** @param {World["store"]} store @param {number[]} sizes of the first lane */
function namesIn({ catalogue, settings, data }, sizes) {
  const labels = inputLabels(catalogue, settings.peek(), data.peek());
  return new Names(sizes.length - 1, labels, sizes[sizes.length - 1], data.peek()?.class_names);
}

/** What is shown beside the lanes. @param {{value: Quantity}} quantity */
function choice(quantity) {
  const choose = (/** @type {Event} */ event) =>
    (quantity.value = /** @type {Quantity} */ (/** @type {HTMLSelectElement} */ (event.target).value));
  const options = /** @type {[Quantity, string][]} */ (Object.entries(COMPARE.quantity));
  return html`<label>${COMPARE.show} <select class="net-select" aria-label=${COMPARE.show}
    .value=${live(quantity.value)} @change=${choose}>
    ${options.map(
      ([value, name]) => html`<option value=${value} ?selected=${value === quantity.value}>${name}</option>`,
    )}</select></label>`;
}

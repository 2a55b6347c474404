/**
 * The goal's line above the network: what is to be reached, whether it was, how many seeds reach it; and its panel.
 */

import { computed, effect } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { ASKED } from "../addresses.js";
import { epochsToTry, goalFits, isOfTheseSettings, usualValue } from "../state/goal.js";
import { GoalTrial, SEEDS_TO_TRY } from "../state/goal_trial.js";
import { before, GOAL, goalText, measured, outcome } from "../text/goal.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */
/** @typedef {import("../questions.js").Ask} Ask */
/** @typedef {import("../protocol/frames.js").Frame} Frame */

const NONE = "none";

/**
 * @param {HTMLElement} root @param {HTMLElement} panel @param {Store} store @param {Actions} actions @param {Ask} ask
 */
export function mountGoal(root, panel, store, actions, ask) {
  const trial = new GoalTrial(store, ask, ASKED.seeds, actions.refuse);
  const options = store.catalogue.fields.goal.options;
  const isSet = computed(() => store.settings.value.goal !== NONE);
  effect(() => {
    if (isSet.value && store.ready.value) trial.look();
  });
  effect(() => {
    const frame = store.frame.value;
    root.hidden = !isSet.value;
    if (frame) render(isSet.value ? line(frame, store, trial) : nothing, root);
  });
  offerWhatFits(panel, store, actions, options);
}

/** @param {Frame} frame @param {Store} store @param {GoalTrial} trial */
function line(frame, { settings: { value: settings }, catalogue, trial: { value: tried } }, trial) {
  const label = catalogue.fields.goal.options.find(({ value }) => value === settings.goal)?.label ?? "",
    standing = frame.goal,
    isReached = Boolean(standing?.reached);
  return html`<span class="goal-text"><b>${GOAL.title}</b> ${goalText(settings, label)}</span>
    ${
      standing
        ? html`<span class="goal-outcome ${isReached ? "reached" : ""}" role="status">${
            isReached ? html`<span aria-hidden="true">✓ </span>` : nothing
          }${outcome(standing, settings, frame)}</span>${
            isReached || standing.value === null
              ? nothing
              : html`<span class="goal-now">${GOAL.now(measured(settings.goal, standing.value))}</span>`
          }${seeds(tried, settings, frame, trial)}
          <span class="goal-before">${before(standing)}</span>`
        : nothing
    }`;
}

/**
 * @param {Store["trial"]["value"]} tried @param {import("../protocol/messages.js").Settings} settings
 * @param {Frame} frame @param {GoalTrial} trial
 */
function seeds(tried, settings, frame, trial) {
  const isOfThese = tried && isOfTheseSettings(tried, settings);
  if (isOfThese && tried.state === "running")
    return html`<span class="goal-seeds" role="status">${GOAL.trying(tried.done, tried.seeds)}</span>`;
  const epochs = epochsToTry(settings, frame),
    reached = isOfThese ? tried.reached.filter((epoch) => epoch !== null).length : 0;
  return html`${
    isOfThese && tried.state === "done"
      ? html`<span class="goal-seeds" role="status">${GOAL.ofSeeds(reached, tried.seeds, tried.epochs)}</span>`
      : html`<button type="button" class="button small" data-do="try-seeds" title=${GOAL.tryHelp(SEEDS_TO_TRY, epochs)}
          @click=${() => trial.begin(epochs)}>${GOAL.tryThem(SEEDS_TO_TRY)}</button>`
  }`;
}

/**
 * In the panel, only measures that these data have; and with a measure a value that is usual for it.
 *
 * @param {HTMLElement} panel @param {Store} store @param {Actions} actions
 * @param {import("../state/settings.js").Option[]} options
 */
function offerWhatFits(panel, store, actions, options) {
  const select = /** @type {HTMLSelectElement} */ (panel.querySelector("[data-setting=goal] select"));
  const fitting = computed(() => {
    const problem = store.data.value?.problem ?? "binary",
      isSetAside = store.settings.value.validation_share > 0;
    return options.map(({ value }) => goalFits(value, problem, isSetAside));
  });
  effect(() => fitting.value.forEach((fits, at) => void (select.options[at].disabled = !fits)));
  select.addEventListener("change", () => {
    if (select.value !== NONE) actions.configure({ goal_value: usualValue(select.value) });
  });
}

/** The training loop as a picture: forward, loss, backward, update, and again until a criterion; where the walk is. */

import { html } from "lit-html";

import { GRAPH } from "../../../../text/graph.js";
import { LOOP } from "../../../../text/loop.js";
import { PHASES } from "./steps.js";

/** @typedef {import("./answer.js").Answer} Answer */
/** @typedef {import("./walk.js").Walk} Walk */

/** @param {Walk} walk @param {Answer} answer */
export function loop(walk, answer) {
  const { settings, frame, catalogue } = walk.world.store,
    now = settings.value,
    phase = walk.isLive.value ? null : walk.step.value?.phase;
  const told = {
    batch: now.batch_size,
    training: answer.samples.training,
    parameters: frame.value?.parameters ?? 0,
    loss: answer.update.loss_before,
    isBatch: walk.sample.value === null,
    optimizer: catalogue.fields.optimizer.options.find(({ value }) => value === now.optimizer)?.label ?? "",
    step: answer.step,
    epoch: answer.epoch,
  };
  const criteria = LOOP.criteria(now, frame.value?.problem !== "regression");
  return html`<h3 id="graph-loop">${LOOP.title}</h3>
    <div class="loop"><ol class="loop-parts">${PHASES.map(
      (part) => html`<li aria-current=${part === phase ? "step" : "false"}><b>${GRAPH.phases[part]}</b>
        <p>${LOOP.parts[part](told)}</p></li>`,
    )}</ol>
    <div class="loop-back"></div>
    <div class="loop-until"><b>${LOOP.until}</b><ul>${criteria.map((each) => html`<li>${each}</li>`)}</ul>
      <p>${LOOP.done(told)}</p></div></div>`;
}

/**
 * The read-out: the numbers of the newest frame, in room of fixed width so that nothing dances. They change at once
 * with the frame, as the charts' headings and the timeline do: at any moment all are of one step.
 */

import { effect } from "@preact/signals-core";

import { READOUT } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../protocol/frames.js").Frame} Frame */

const WRITTEN = "[data-reading], [data-help-of], [data-about]";

/** @param {HTMLElement} root @param {Store} store */
export function mountReadout(root, store) {
  const cells = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(WRITTEN)]);
  effect(() => {
    const frame = store.frame.value;
    if (frame) write(cells, readings(frame, store.playing.value && isLive(store)));
  });
}

/** Whether the newest frame is of now: a pace of some time ago is none. @param {Store} store */
function isLive(store) {
  return store.connection.value === "open" && !store.silent.value;
}

/** @param {HTMLElement[]} cells @param {Record<string, string>} texts */
function write(cells, texts) {
  for (const cell of cells) {
    const { reading, helpOf, about } = cell.dataset,
      text = texts[reading ?? helpOf ?? about ?? ""];
    if (helpOf) cell.ariaLabel = READOUT.help(text);
    else if (about) cell.ariaLabel = READOUT.about(text);
    else if (cell.textContent !== text) cell.textContent = text;
  }
}

/** @param {Frame} frame @param {boolean} playing @returns {Record<string, string>} */
function readings({ epoch, step, steps_per_second: pace, train, test }, playing) {
  const score =
    test.accuracy === null
      ? test.rmse === null
        ? READOUT.none
        : READOUT.loss(test.rmse)
      : READOUT.share(test.accuracy);
  return {
    epoch: READOUT.count(epoch),
    step: READOUT.count(step),
    pace: playing && pace ? READOUT.pace(pace) : READOUT.none,
    train: READOUT.loss(train.loss),
    test: READOUT.loss(test.loss),
    scoreName: test.accuracy === null ? READOUT.rmse : READOUT.accuracy,
    score,
  };
}

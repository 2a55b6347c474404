/** Eyes up: the page is dimmed, with the teacher's sentence on it; what was there is there again afterwards. */

import { computed, effect } from "@preact/signals-core";
import { html, render } from "lit-html";

import { EYES } from "../../../text/classroom_member.js";

import { stayOpen } from "./stay_open.js";

/** @typedef {import("../member.js").Stage} Stage */

/** @param {HTMLDialogElement} root @param {Stage} stage */
export function mountEyesUp(root, { member, networks, store, actions }) {
  const words = document.createElement("div");
  root.prepend(words);
  root.setAttribute("aria-labelledby", "class-eyes-title");
  const pace = computed(() => member.room.value?.pace),
    isUp = computed(() => pace.value?.mode === "eyes_up" && !member.bye.value);
  effect(() => {
    const { text, trains } = pace.value ?? { text: "", trains: true };
    const rest = networks.source.value === "own" ? EYES.training(trains, store.playing.value) : EYES.nothingLost;
    render(
      html`<h2 id="class-eyes-title" tabindex="-1">${text || EYES.usual}</h2>
      <p>${rest}</p>`,
      words,
    );
  });
  const open = () => {
    if (!root.open) root.showModal();
    /** @type {HTMLElement} */ (words.querySelector("h2")).focus();
  };
  stayOpen(root, isUp, open);
  const rests = computed(() => isUp.value && !pace.value?.trains);
  let wasPlaying = false;
  effect(() => {
    if (networks.source.value !== "own" || !store.ready.value) return; // the teacher's is the teacher's
    if (rests.value && store.playing.peek()) {
      wasPlaying = true;
      actions.pause();
    } else if (!rests.value && wasPlaying) {
      wasPlaying = false;
      actions.play();
    }
  });
  effect(() => {
    if (isUp.value) open();
    else if (root.open) root.close(); // the browser gives the focus back to where it was
  });
}

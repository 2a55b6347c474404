/** A pace of some steps of a lesson: it opens at the first of them, once, and closes when the class goes on. */

import { computed, effect } from "@preact/signals-core";

import { parted, written } from "../../../state/lesson/place.js";

/** @typedef {import("../member.js").Stage} Stage */

const KEY = "glassbox-class-steps"; // of this tab: which steps it was led to, so that a reload begins nothing anew

/** @param {Stage} stage */
export function mountSteps({ store, actions, networks, code, openLesson }) {
  const asked = computed(() => JSON.stringify(store.steps.value)),
    isReady = computed(() => networks.source.value === "own" && store.ready.value);
  let lesson = ""; // of the pace
  effect(() => {
    const now = store.steps.value?.lesson ?? "";
    if (lesson && !now && parted(store.look.peek().lesson).name === lesson) actions.setLook({ lesson: "" });
    lesson = now;
  });
  effect(() => {
    const part = store.steps.peek(),
      name = `${code} ${asked.value}`;
    if (!part || !isReady.value || sessionStorage.getItem(KEY) === name) return;
    sessionStorage.setItem(KEY, name);
    openLesson(written(part.lesson, part.first));
  });
}

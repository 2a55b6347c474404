/** A pace of some steps of a lesson: the lesson opens at the first of them, once, beside one's own network. */

import { computed, effect } from "@preact/signals-core";

import { written } from "../../../state/lesson/place.js";

/** @typedef {import("../member.js").Stage} Stage */

const KEY = "glassbox-class-steps"; // of this tab: which steps it was led to, so that a reload begins nothing anew

/** @param {Stage} stage */
export function mountSteps({ store, networks, code, openLesson }) {
  const asked = computed(() => JSON.stringify(store.steps.value)),
    isReady = computed(() => networks.source.value === "own" && store.ready.value);
  effect(() => {
    const part = store.steps.peek(),
      name = `${code} ${asked.value}`;
    if (!part || !isReady.value || sessionStorage.getItem(KEY) === name) return;
    sessionStorage.setItem(KEY, name);
    openLesson(written(part.lesson, part.first));
  });
}

/** Marks what somebody wished and the server has not confirmed, so that a wish does not look like a fact. */

import { computed, effect } from "@preact/signals-core";

import { same } from "../state/settings.js";

/** @typedef {import("../state/store.js").Store} Store */

const USUAL = 400; // milliseconds an answer may take without a word about it
const MARK = "data-unconfirmed";
const PLAY = "[data-do=play]";

/** @param {ParentNode} root @param {Store} store */
export function mountUnconfirmed(root, store) {
  const wished = computed(() => {
    const names = Object.entries(store.settings.value).flatMap(([name, value]) =>
      name in store.pending && !same(store.confirmed[name], value) ? [`[data-setting=${name}]`] : [],
    );
    return [...names, ...(isPlayWished(store) ? [PLAY] : [])].join();
  });
  effect(() => {
    const selector = wished.value;
    const timer = selector ? setTimeout(() => mark(root, selector), USUAL) : undefined;
    if (!selector) mark(root, selector);
    return () => clearTimeout(timer);
  });
}

/** @param {Store} store */
function isPlayWished({ ready, playing, played }) {
  return ready.value && playing.value !== played.value;
}

/** @param {ParentNode} root @param {string} selector of what is unconfirmed now; "" for nothing */
function mark(root, selector) {
  for (const element of root.querySelectorAll(`[${MARK}]`)) {
    element.removeAttribute(MARK);
    element.removeAttribute("aria-busy");
  }
  for (const element of selector ? root.querySelectorAll(selector) : []) {
    element.setAttribute(MARK, "");
    element.setAttribute("aria-busy", "true");
  }
}

/** The tab on descent, in two parts: the loss around this network, and optimizers racing on test functions. */

import { computed, effect, signal } from "@preact/signals-core";

import { mountNetworkDescent } from "./descent/network.js";

/** @typedef {import("../drawer.js").World} World */
/** @typedef {"network"} Part */

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  const chosen = signal(/** @type {Part} */ ("network"));
  const parts = () => "";
  for (const [name, mountPart] of /** @type {[Part, typeof mountNetworkDescent][]} */ ([["network", mountNetworkDescent]])) {
    const place = root.appendChild(document.createElement("div"));
    mountPart(place, { ...world, shown: computed(() => world.shown.value && chosen.value === name) }, parts);
    effect(() => {
      place.hidden = chosen.value !== name;
    });
  }
}

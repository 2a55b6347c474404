/** The tab on descent, in two parts: the loss around this network, and optimizers racing on test functions. */

import { computed, effect } from "@preact/signals-core";

import { DESCENT } from "../../../text/descent.js";
import { NAMED } from "../../../text/saving.js";
import { mountNetworkDescent } from "./descent/network.js";
import { mountRace } from "./descent/race.js";
import { segments } from "./descent/widgets.js";

/** @typedef {import("../../drawer.js").World} World */
/** @typedef {keyof typeof DESCENT.part} Part */

const MOUNTS = /** @type {[Part, typeof mountNetworkDescent][]} */ ([
  ["network", mountNetworkDescent],
  ["functions", mountRace],
]);

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  const { store, actions } = world;
  const chosen = computed(
    () => /** @type {Part} */ (store.look.value.descent === "functions" ? "functions" : "network"),
  );
  const parts = () =>
    segments(DESCENT.parts, DESCENT.part, chosen.value, (name) =>
      actions.setLook({ descent: name === "functions" ? name : "" }),
    );
  effect(() => {
    if (chosen.value === "functions") world.date(null); // which are the same at any time
  });
  for (const [name, mountPart] of MOUNTS) {
    const place = root.appendChild(document.createElement("div"));
    place.dataset.save = NAMED.told[name];
    mountPart(place, { ...world, shown: computed(() => world.shown.value && chosen.value === name) }, parts);
    effect(() => {
      place.hidden = chosen.value !== name;
    });
  }
}

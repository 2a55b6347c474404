/** What a teacher's link locks, as settings: for all that changes settings without their own controls. */

import { same } from "./settings.js";

/** @typedef {import("./settings.js").Field} Field */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {Pick<import("./store.js").Store, "catalogue" | "settings" | "lockedControls">} Locked */

const SEEDS = ["data_seed", "seed"];
/** Which settings the controls of a part are for; the parts are in templates/partials/share.html. */
const PARTS = /** @type {Record<string, (field: Field) => boolean>} */ ({
  data: ({ name, group }) => group === "data" && !["features", "input_scale", ...SEEDS].includes(name),
  seeds: ({ name }) => SEEDS.includes(name),
  settings: ({ name, group }) => ["training", "stopping"].includes(group) || name === "input_scale",
  network: ({ name }) => name === "hidden",
  goal: ({ group }) => group === "goal",
});

/** Those of the changes that a lock forbids, by their labels. @param {Locked} store @param {Settings} changes */
export function lockedAmong({ catalogue, settings, lockedControls }, changes) {
  const names = [...lockedControls.peek()],
    now = settings.peek();
  return Object.keys(changes)
    .filter((name) => !same(changes[name], now[name]))
    .map((name) => catalogue.fields[name])
    .filter((field) => names.some((name) => name === field.name || PARTS[name]?.(field)))
    .map(({ label }) => label);
}

/** A lesson step's ```set block for the page as it stands, as its author puts it into a file: TOML, line by line. */

import { writeAddress } from "../address.js";
import { isOwn } from "../settings.js";

/** @typedef {import("../settings.js").Catalogue} Catalogue */
/** @typedef {import("../store.js").Store} Store */
/** @typedef {import("../../protocol/messages.js").WeightSet} WeightSet */

const NOT_OF_A_STEP = new Set(["v", "lesson", "present", "pin"]); // the address's own, and what is the room's
const LISTS = new Set(["hide", "lock"]);
const FENCE = "```";

/**
 * @param {Pick<Store, "catalogue" | "settings" | "look" | "hiddenControls" | "lockedControls">} store
 * @param {readonly WeightSet[]} weights that were set by hand
 */
export function blockOf({ catalogue, settings, look, hiddenControls, lockedControls }, weights) {
  const [hide, lock] = [hiddenControls.value, lockedControls.value];
  const address = new URLSearchParams(writeAddress(catalogue, settings.value, look.value, hide, lock));
  const lines = [...address]
    .filter(([name]) => !NOT_OF_A_STEP.has(name) && !(name === "dataset" && isOwn(settings.value)))
    .map(([name, text]) => `${name} = ${valueOf(catalogue, name, text)}`);
  const set = weights.map((each) => `  [${each.map((part) => (part === null ? '"bias"' : part)).join(", ")}],`);
  return [`${FENCE}set`, ...lines, ...(set.length ? ["weights = [", ...set, "]"] : []), FENCE].join("\n");
}

/** @param {Catalogue} catalogue @param {string} name @param {string} text */
function valueOf({ fields }, name, text) {
  if (LISTS.has(name)) return JSON.stringify(text.split(",")).replaceAll('","', '", "');
  const field = fields[name];
  if (field) return ["number", "integer"].includes(field.kind) ? text : JSON.stringify(text);
  return text === "1" ? "true" : JSON.stringify(text);
}

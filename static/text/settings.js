/** The words for values of settings that have none of their own in the catalogue. */

import { listed } from "./lists.js";
import { count, say } from "./say.js";

/** @type {Record<string, string>} */
const NORMALIZED = { none: say("no norm"), batch: say("batch norm"), layer: say("layer norm") };

export const VALUE = {
  none: say("none"),
  /** What a layer has: its units, with their activation, and what it does otherwise than the network. */
  layer: (
    /** @type {number} */ units,
    /** @type {string | null | undefined} */ activation,
    /** @type {number | null | undefined} */ dropout,
    /** @type {string | null | undefined} */ normalization,
  ) =>
    listed([
      activation ? `${units} ${activation}` : String(units),
      ...(typeof dropout === "number" ? [say("dropout {rate}", { rate: count(dropout) })] : []),
      ...(normalization ? [NORMALIZED[normalization] ?? normalization] : []),
    ]),
};

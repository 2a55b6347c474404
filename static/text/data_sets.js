/** The words of the list of data sets; their names and what is said of each are the catalogue's. */

import { say } from "./say.js";

export const DATA_SETS = {
  title: say("Data sets"),
  close: say("Close the data sets"),
  /** @type {Record<import("../state/data_groups.js").Group, string>} */
  groups: {
    binary: say("Two classes"),
    multiclass: say("Several classes"),
    regression: say("Numbers to predict"),
    real: say("Real data"),
  },
};

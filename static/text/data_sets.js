/** The words of the list of data sets; their names and what is said of each are the catalogue's. */

export const DATA_SETS = {
  title: "Data sets",
  close: "Close the data sets",
  /** @type {Record<import("../state/data_groups.js").Group, string>} */
  groups: {
    binary: "Two classes",
    multiclass: "Several classes",
    regression: "Numbers to predict",
    real: "Real data",
  },
};

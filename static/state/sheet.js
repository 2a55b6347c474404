/** Which of its sheets a narrow screen shows below the map and the losses, remembered for this tab. */

/** @typedef {"network" | "data" | "training" | "inside" | "map"} Sheet `map`: the output in large */
/** @typedef {{narrow: {value: boolean}, sheet: {value: Sheet}}} Screen */

const KEY = "glassbox-sheet"; // also read by static/first_paint.js
const USUAL = "network";
/** In the order of the bar, which is in templates/partials/sheets.html. */
export const SHEETS = /** @type {Sheet[]} */ ([USUAL, "data", "training", "inside"]);

/** What the page begins with: an open tab of the drawer is to be seen. @param {Storage} storage @param {string} tab */
export function firstSheet(storage, tab) {
  return afterTab(recalled(storage), tab);
}

/** A tab that opens shows its sheet, and one that closes leaves it. @param {Sheet} sheet @param {string} tab */
export function afterTab(sheet, tab) {
  if (tab) return "inside";
  return sheet === "inside" ? USUAL : sheet;
}

/**
 * Whether one can see what is on a sheet: a wide screen shows everything.
 *
 * @param {Screen} screen @param {Sheet} sheet
 */
export function isOnShow(screen, sheet) {
  return !screen.narrow.value || screen.sheet.value === sheet;
}

/** @param {Storage} storage @returns {Sheet} */
function recalled(storage) {
  try {
    return SHEETS.find((sheet) => sheet === storage.getItem(KEY)) ?? USUAL;
  } catch {
    return USUAL;
  }
}

/** @param {Storage} storage @param {Sheet} sheet */
export function rememberSheet(storage, sheet) {
  try {
    storage.setItem(KEY, sheet);
  } catch {
    // Storage may be forbidden or full: then a reload begins with the usual sheet.
  }
}

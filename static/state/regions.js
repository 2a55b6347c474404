/** The order of the page's parts, in which F6 leads from one to the next. */

/** Their ids, as they are read: from the top, and from left to right. */
export const REGIONS = [
  ...["topbar", "place", "lesson", "pinned", "settings", "data"],
  ...["network", "drawer", "output", "charts", "sheets", "timeline"],
];

/**
 * The part after the one that has the focus; from nowhere, the first or the last.
 *
 * @param {readonly string[]} shown the parts on show, in order @param {string | null} from @param {1 | -1} by
 */
export function nextRegion(shown, from, by) {
  const at = from === null ? -1 : shown.indexOf(from);
  if (at < 0) return (by > 0 ? shown[0] : shown[shown.length - 1]) ?? null;
  return shown[(at + by + shown.length) % shown.length];
}

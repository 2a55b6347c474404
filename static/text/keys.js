/** The keys that lead from one part of the page to another and around the drawer, for the list of shortcuts. */

import { say } from "./say.js";

/** @typedef {{keys: string[], does: string}} Shortcut `keys`: any of these, as they are written on a keyboard */

/** @type {Shortcut[]} */
export const WAYS = [
  { keys: ["F6"], does: say("To the next part of the page: from the top bar to the timeline.") },
  { keys: ["Shift F6"], does: say("To the part before it.") },
  { keys: ["←", "→"], does: say("In the drawer's tabs: to the next tab or the one before, over all three groups.") },
  { keys: [say("Home"), say("End")], does: say("In the drawer's tabs: to the first or the last one.") },
  { keys: ["Esc"], does: say("In the drawer: makes a large one small again, and closes a small one.") },
];

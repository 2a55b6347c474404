/** The words around the guide's tasks, which teachers set; their own are those of the problems among the lessons. */

import { say } from "./say.js";

export const TASKS = {
  title: say("Tasks for a class"),
  note: say(
    "Each ends in a result that proves itself: a goal that is checked, or a guess held against what came. Each run " +
      "is a row of the lab book.",
  ),
  locked: say("A problem of your own"),
  lockedText: say("Set a goal; under Share, lock what is to stay as it is, and hand the link on."),
  share: say("Share"),
};

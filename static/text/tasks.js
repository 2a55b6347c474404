/** The words around the guide's tasks, which teachers set; their own are those of the problems among the lessons. */

export const TASKS = {
  title: "Tasks for a class",
  note:
    "Each ends in a result that proves itself: a goal that is checked, or a guess held against what came. Each run " +
    "is a row of the lab book.",
  locked: "A problem of your own",
  lockedText: "Set a goal; under Share, lock what is to stay as it is, and hand the link on.",
  share: "Share",
};

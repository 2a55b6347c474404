/** The words of the guide's tasks, which teachers set; `name` is that of what is set up in state/tasks.js. */

export const TASKS = {
  title: "Tasks for a class",
  note:
    "Each ends in a result that proves itself: a goal above the network, or two networks side by side. Each run is a " +
    "row of the lab book.",
  locked: "A set-up that stays as it is",
  lockedText: "Under Share, lock the data, the seeds or any control, and hand the link on.",
  share: "Share",
};

export const TASK_LIST = /** @type {const} */ ([
  {
    name: "smallest",
    title: "The smallest network",
    text:
      "XOR with one ReLU unit, and a goal: test loss ≤ 0.177. Press Play, and add units with + until it is reached. " +
      "How many parameters does it take? Try 10 seeds, too.",
  },
  {
    name: "resets",
    title: "Does it depend on the start?",
    text:
      "XOR with three ReLU units, 500 epochs. Play, then Try 10 seeds: not every start reaches the goal, and the " +
      "shapes differ.",
  },
  {
    name: "features",
    title: "Features, or none",
    text: "The same network on the spiral with x₁ and x₂, and beside it with all seven features, for 300 epochs.",
  },
  {
    name: "penalty",
    title: "Penalty 0 and 0.3",
    text: "Few noisy points, 500 epochs: without a penalty, and beside it with L2 at rate 0.3. Compare loss and gap.",
  },
  {
    name: "powers",
    title: "L1 against L2",
    text: "A noisy checkerboard, 1,000 epochs: with L1, and beside it with L2 at the same rate.",
  },
  {
    name: "hand",
    title: "One threshold unit, by hand",
    text:
      "Two clouds and one unit, blue from z = 0 on. Type its weights and its bias until 95 % of the test data are " +
      "right; nothing is trained.",
  },
]);

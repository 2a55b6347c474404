/** The words of a first visit. */

import { say } from "./say.js";

/** @typedef {import("../state/first_steps.js").Step} Step */

export const FIRST_STEPS = {
  title: say("First steps"),
  close: say("Close the first steps: “?” shows them again"),
  taken: say("done"),
  lesson: say("Or take a few minutes: the first lesson"),
  all: say("All done. “?” has more to try, and the key to the picture."),
  /** @type {Record<Step, [string, string]>} */
  steps: {
    play: [say("Press Play"), say("It learns from the points: the loss falls.")],
    rate: [say("Move the learning rate"), say("Say, to 0.1: it trains on with the weights it has.")],
    weight: [say("Change a weight"), say("Blue: positive. Dashed, ring: negative. Dots: biases. Click one.")],
    spiral: [say("Take the spiral"), say("It stays wrong. Add sin x₁ and sin x₂, then begin anew: ↺.")],
  },
  /** Where a narrow screen shows one sheet at a time: which one it is on. @type {Partial<Record<Step, string>>} */
  narrow: {
    rate: say("It is under Training. To 0.1, say: the weights stay."),
    spiral: say("Under Data. It stays wrong: add sin x₁ and sin x₂ there, then press ↺."),
  },
};

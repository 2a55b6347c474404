/** The words of a first visit. */

/** @typedef {import("../state/first_steps.js").Step} Step */

export const FIRST_STEPS = {
  title: "First steps",
  close: "Close the first steps: “?” shows them again",
  taken: "done",
  lesson: "Or take five minutes: the first lesson",
  all: "All done. “?” has more to try, and the key to the picture.",
  /** @type {Record<Step, [string, string]>} */
  steps: {
    play: ["Press Play", "It learns from the points: the loss falls."],
    rate: ["Move the learning rate", "Say, to 0.1: it trains on with the weights it has."],
    weight: ["Change a weight", "Blue: positive. Dashed, ring: negative. Dots: biases. Click one."],
    spiral: ["Take the spiral", "It stays wrong. Add sin x₁ and sin x₂, then begin anew: ↺."],
  },
  /** Where a narrow screen shows one sheet at a time: which one it is on. @type {Partial<Record<Step, string>>} */
  narrow: {
    rate: "It is under Training. To 0.1, say: the weights stay.",
    spiral: "Under Data. It stays wrong: add sin x₁ and sin x₂ there, then press ↺.",
  },
};

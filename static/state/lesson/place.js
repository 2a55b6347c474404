/** A lesson's place in the page's address: "neuron-3" is the third step of the lesson named neuron. */

/** @param {string} text */
export function parted(text) {
  const [, name = "", step = "1"] = /^([a-z][a-z0-9_-]*?)(?:-(\d{1,2}))?$/.exec(text) ?? [];
  return { name, step: Math.max(1, Number(step)) };
}

/** @param {string} name @param {number} step */
export function written(name, step) {
  return step === 1 ? name : `${name}-${step}`;
}

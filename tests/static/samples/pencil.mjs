/** A canvas's context that writes down what is done with it: calls with what they are given, styles as they are set. */

/** @param {Record<string, unknown>} [known] what it answers, by name */
export function pencil(known = {}) {
  const did = [],
    state = { ...known };
  const ctx = new Proxy(state, {
    get: (_, name) => (name in state ? state[name] : (...given) => void did.push([name, ...given])),
    set: (_, name, value) => ((state[name] = value), did.push([`${String(name)}=`, value]), true),
  });
  /** Of each call of this name, what it was given. */
  const of = (name) => did.filter(([each]) => each === name).map(([, ...given]) => given);
  return { ctx, did, of, names: () => did.map(([name]) => name) };
}

/** A palette of plain colours, none like another. */
export const palette = {
  paper: [250, 250, 250],
  panel: [255, 255, 255],
  ink: [10, 10, 10],
  muted: [120, 120, 120],
  line: [200, 200, 200],
  accent: [0, 0, 255],
  zero: [240, 240, 240],
  positive: [0, 100, 255],
  negative: [255, 120, 0],
  classes: [
    [200, 0, 0],
    [0, 200, 0],
    [0, 0, 200],
  ],
};

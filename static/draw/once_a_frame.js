/** Draws at most once per animation frame, however often a view asks for it. */

/** @param {() => void} draw @returns {() => void} asks for it */
export function onceAFrame(draw) {
  let asked = false;
  return () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
}

/**
 * Does it at once and then at most every `pause` milliseconds, the last time with the newest state.
 * @param {number} pause @param {() => void} act @returns {() => void}
 */
export function atMostEvery(pause, act) {
  let last = -Infinity,
    waiting = false;
  const run = () => {
    waiting = false;
    last = performance.now();
    act();
  };
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(run, Math.max(0, last + pause - performance.now()));
  };
}

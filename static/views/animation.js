/** Waits for the next animation frame, and not for ever: a page out of sight draws none. */

const LONGEST = 500; // milliseconds

/** @param {() => void} act */
export function nextFrame(act) {
  let done = false;
  const once = () => {
    if (done) return;
    done = true;
    clearTimeout(timer);
    act();
  };
  const timer = setTimeout(once, LONGEST);
  requestAnimationFrame(once);
}

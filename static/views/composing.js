/**
 * While a Chinese or Japanese word is being composed, its keys are for whoever composes it: Enter takes the word over,
 * and submits nothing, and no other key is a shortcut.
 */

const COMPOSED = 229; // the key code of such a key where the browser ends composing before it tells of the key

/** @param {EventTarget} page the window: before all who listen within it */
export function keepKeysOfComposing(page) {
  page.addEventListener(
    "keydown",
    (event) => {
      const { isComposing, keyCode } = /** @type {KeyboardEvent} */ (event);
      if (isComposing || keyCode === COMPOSED) event.stopImmediatePropagation();
    },
    { capture: true },
  );
}

/**
 * Keys that work anywhere on the page but in fields: space plays and pauses, the right arrow steps, R resets, F
 * presents, ? opens the guide.
 */

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

const TYPING = "input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";
const OWN_SPACE = `${TYPING}, button, a[href], input[type=checkbox], input[type=radio], [role=button]`;
const OWN_ARROWS = `${TYPING}, input[type=range], input[type=radio]`;

/** @typedef {{guide: HTMLElement, present: HTMLElement}} Buttons that keys press */

/** @param {Store} store @param {Actions} actions @param {Buttons} buttons */
export function mountKeyboard(store, actions, buttons) {
  document.addEventListener("keydown", (event) => {
    if (
      event.defaultPrevented ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (event.repeat && event.key !== "ArrowRight")
    )
      return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (obey(event, target, store, actions, buttons)) event.preventDefault();
  });
}

/**
 * @param {KeyboardEvent} event @param {Element} target @param {Store} store @param {Actions} actions
 * @param {Buttons} buttons
 */
function obey(event, target, store, actions, buttons) {
  const able = store.ready.peek() && store.connection.peek() === "open";
  if (event.key === " " && !target.closest(OWN_SPACE)) {
    if (store.playing.peek()) actions.pause();
    else actions.play();
    return true;
  }
  if (event.key === "ArrowRight" && able && !target.closest(OWN_ARROWS)) {
    actions.step(event.shiftKey ? "epoch" : "batch");
    return true;
  }
  if (event.key.toLowerCase() === "r" && able && !target.closest(TYPING)) {
    actions.reset();
    return true;
  }
  if (event.key === "?" && !target.closest(TYPING)) {
    buttons.guide.click();
    return true;
  }
  if (event.key.toLowerCase() === "f" && !event.shiftKey && !target.closest(TYPING)) {
    buttons.present.click();
    return true;
  }
  return false;
}

/**
 * Keeps what a person presses, chooses, moves or types before the page's scripts are there, and does it once they are:
 * each once, in order. A plain script that stands before all others; main.js tells the document when it can begin.
 */
(() => {
  /** @type {{target: Element, again: () => void}[]} */
  const kept = [];
  const listeners = { click: press, change: choose, input: move, keydown: type };

  /** @param {Event} event kept from what listens already @param {Element} target @param {() => void} again */
  function keep(event, target, again) {
    event.stopImmediatePropagation();
    kept.push({ target, again });
  }

  /** A button says that it has heard. @param {Event} event */
  function press(event) {
    const button = /** @type {Element} */ (event.target).closest("button");
    if (!button) return;
    event.preventDefault(); // what it opens by itself is filled in by the scripts
    button.ariaBusy = "true";
    keep(event, button, () => {
      button.ariaBusy = null;
      button.click();
    });
  }

  /** Until then the scripts have set everything to what they know. @param {Event} event */
  function choose(event) {
    const target = /** @type {HTMLInputElement} */ (event.target),
      { value, checked } = target;
    if (target.type === "range") return; // its moves are kept
    keep(event, target, () => {
      Object.assign(target, target.type === "radio" || target.type === "checkbox" ? { checked } : { value });
      target.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  /** Only a slider's last place counts, as a share of its length: its scale may still change. @param {Event} event */
  function move(event) {
    const target = /** @type {HTMLInputElement} */ (event.target);
    if (target.type !== "range") return;
    if (kept.at(-1)?.target === target) kept.pop();
    const share = (Number(target.value) - Number(target.min)) / (Number(target.max) - Number(target.min));
    keep(event, target, () => {
      target.value = String(Number(target.min) + share * (Number(target.max) - Number(target.min)));
      target.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  /** @param {Event} event */
  function type(event) {
    const { key, shiftKey, ctrlKey, metaKey, altKey, repeat, isComposing } = /** @type {KeyboardEvent} */ (event),
      target = /** @type {Element} */ (event.target);
    if (ctrlKey || metaKey || altKey || repeat || isComposing || key === "Tab") return;
    if (key === " " && target === document.body) event.preventDefault(); // it plays, and must not scroll
    const again = new KeyboardEvent("keydown", { key, shiftKey, bubbles: true, cancelable: true });
    keep(event, target, () => void target.dispatchEvent(again));
  }

  for (const [name, listen] of Object.entries(listeners)) window.addEventListener(name, listen, { capture: true });
  document.addEventListener(
    "glassbox-ready",
    () => {
      for (const [name, listen] of Object.entries(listeners))
        window.removeEventListener(name, listen, { capture: true });
      for (const { again } of kept) again();
    },
    { once: true },
  );
})();

/** A part of the page that is loaded when its opener is first pressed, and then hears that press. */

/** @typedef {import("../late.js").Late} Late */

/**
 * @template T
 * @param {Element[]} openers @param {Late} late @param {() => Promise<T>} load
 * @param {(part: T) => void} use called once @param {(text: string) => void} refuse says why it could not be had
 */
export function whenPressed(openers, late, load, use, refuse) {
  let state = /** @type {"absent" | "asked" | "there"} */ ("absent");
  const press = async (/** @type {Event} */ event) => {
    const opener = /** @type {HTMLElement} */ (event.currentTarget);
    if (state === "there") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (state === "asked") return;
    state = "asked";
    opener.ariaBusy = "true";
    const part = await late(load).catch((/** @type {Error} */ error) => refuse(error.message));
    opener.ariaBusy = null;
    state = part ? "there" : "absent";
    if (!part) return;
    use(part);
    opener.click();
  };
  for (const opener of openers) opener.addEventListener("click", press, { capture: true });
}

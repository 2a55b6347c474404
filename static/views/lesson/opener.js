/** Opens the lesson that the address names, or that a link of the page leads to; what shows it is loaded then. */

import { effect } from "@preact/signals-core";

import { PLAYGROUND } from "../../state/places.js";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */
/** @typedef {import("../../late.js").Late} Late */
/** @typedef {import("../lesson.js").World} World */
/** @typedef {Omit<World, "begun"> & {late: Late}} Outer */
/**
 * @typedef {{lesson: string, isOpened: boolean}} Begun the lesson's place in the address that is to be set up;
 *   `isOpened`: by the page's own address, which has given what an address can
 */

const LINK = "a[data-lesson]";

/** @param {HTMLElement} root @param {Outer} outer @returns {(lesson: string) => void} begins a lesson at a step */
export function mountLesson(root, outer) {
  const { store, actions, late } = outer,
    opened = store.session || store.room ? "" : store.look.peek().lesson,
    begun = { value: /** @type {Begun | null} */ (opened ? { lesson: opened, isOpened: true } : null) };
  let asked = false;
  const open = async () => {
    const part = await late(() => import("../lesson.js")).catch((/** @type {Error} */ error) => {
      actions.refuse(error.message);
      actions.setLook({ lesson: "" });
      document.documentElement.classList.remove("in-lesson");
    });
    asked = Boolean(part);
    part?.mountLesson(root, { ...outer, begun });
  };
  effect(() => {
    if (!store.look.value.lesson || asked) return;
    asked = true;
    open();
  });
  const begin = (/** @type {string} */ lesson) => {
    begun.value = { lesson, isOpened: false };
    actions.visit(PLAYGROUND);
    actions.setLook({ lesson: "" }); // so that it begins even where it is open
    actions.setLook({ lesson });
  };
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link) return;
    event.preventDefault();
    /** @type {HTMLElement | null} */ (link.closest("[popover]"))?.hidePopover();
    begin(link.dataset.lesson ?? "");
  });
  return begin;
}

/** The link to a lesson that is followed in this very tab. @param {MouseEvent} event */
function linkOf(event) {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  return /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest(LINK));
}

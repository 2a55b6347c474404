/** Opens the lesson that the address names; what shows it is loaded when there is one. */

import { effect } from "@preact/signals-core";

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */
/** @typedef {import("../../questions.js").Read} Read */
/** @typedef {import("../../late.js").Late} Late */
/** @typedef {import("./tries.js").Keep} Keep */

/**
 * @param {HTMLElement} root
 * @param {{store: Store, actions: Actions, read: Read, keep: Keep, late: Late}} world
 */
export function mountLesson(root, { store, actions, read, keep, late }) {
  let asked = false;
  const open = async () => {
    const part = await late(() => import("../lesson.js")).catch((/** @type {Error} */ error) => {
      actions.refuse(error.message);
      actions.setLook({ lesson: "" });
      document.documentElement.classList.remove("in-lesson");
    });
    asked = Boolean(part);
    part?.mountLesson(root, store, actions, read, keep);
  };
  effect(() => {
    if (!store.look.value.lesson || asked) return;
    asked = true;
    open();
  });
}

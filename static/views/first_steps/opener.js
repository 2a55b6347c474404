/** Shows the steps of a first visit where this browser has not taken them; what shows them is loaded then. */

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */
/** @typedef {import("../../late.js").Late} Late */

const PATIENCE = 2000; // ms; a first start compiles for far longer, while their room would stand empty

/**
 * @param {HTMLElement} root @param {Store} store @param {Actions} actions @param {Late} late
 * @param {import("../after_the_network.js").Wait} wait
 * @returns {() => Promise<void>} shows them anew
 */
export function mountFirstSteps(root, store, actions, late, wait) {
  let again = /** @type {Promise<() => void> | null} */ (null);
  const load = () =>
    (again ??= late(() => import("../first_steps.js")).then((part) =>
      part.mountFirstSteps(root, store, () => localStorage),
    ));
  const miss = () => {
    again = null;
    document.documentElement.classList.remove("welcoming");
  };
  const fill = () => void (document.documentElement.classList.contains("welcoming") && load().catch(miss));
  wait(fill);
  setTimeout(fill, PATIENCE);
  return async () => {
    try {
      const show = await load();
      actions.setLook({ present: false, lesson: "", tab: "" }); // where there is no room for them
      show();
    } catch (error) {
      miss();
      actions.refuse(/** @type {Error} */ (error).message);
    }
  };
}

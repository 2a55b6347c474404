/** The desk: loaded where this browser leads a room, or once one is opened or taken over; other pages pay nothing. */

import { effect } from "@preact/signals-core";

import { recallLead } from "../../state/classroom/leads.js";

/** @typedef {import("../../leading.js").Leading} Leading */
/**
 * @typedef {import("../../late.js").Late} Late
 * @typedef {Omit<import("./desk.js").World, "leading"> & {late: Late, isStudents: boolean}} Outer `isStudents`: whether
 *   the page is a student's, which leads nothing even where the browser does
 */
/** @typedef {() => Promise<Leading>} Leads the same one each time, loaded at the first; throws `NoAnswer` */

/**
 * @param {HTMLElement} root @param {Outer} outer @param {() => Promise<Leading>} load
 * @returns {Leads}
 */
export function mountDesk(root, outer, load) {
  const { actions, late, isStudents } = outer;
  let leading = /** @type {Promise<Leading> | null} */ (null),
    isAsked = false;
  const show = async (/** @type {Leading} */ found) => {
    if (isAsked) return;
    isAsked = true;
    const part = await late(() => import("./desk.js")).catch((/** @type {Error} */ error) => {
      actions.refuse(error.message);
      isAsked = false;
    });
    part?.mountDesk(root, { ...outer, leading: found });
  };
  const begin = async () => {
    const found = await load();
    effect(() => void (found.lead.value && show(found)));
    found.takeUp();
    return found;
  };
  const leads = () =>
    (leading ??= begin().catch((error) => {
      leading = null;
      throw error;
    }));
  if (!isStudents && recallLead(() => localStorage))
    leads().catch((/** @type {Error} */ error) => actions.refuse(error.message));
  return leads;
}

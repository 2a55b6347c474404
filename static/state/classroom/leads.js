/**
 * The room that this browser leads: its keys, kept in the browser so that a reload, a crash or a new network keeps it.
 */

const KEY = "glassbox-lead";

/** @typedef {{code: string, lead: string, projector: string}} Lead `lead`, `projector`: secrets */

/** @param {() => Storage} open the browser's storage, which may be forbidden @returns {Lead | null} */
export function recallLead(open) {
  try {
    const told = JSON.parse(open().getItem(KEY) ?? "null");
    const isLead = ["code", "lead", "projector"].every((name) => typeof told?.[name] === "string");
    return isLead ? { code: told.code, lead: told.lead, projector: told.projector } : null;
  } catch {
    return null;
  }
}

/** @param {() => Storage} open @param {Lead | null} lead null: the room has ended */
export function rememberLead(open, lead) {
  try {
    if (lead) open().setItem(KEY, JSON.stringify(lead));
    else open().removeItem(KEY);
  } catch {
    // Storage may be forbidden or full: then the room is led as long as this page is open.
  }
}

/** The address of an experiment in which a setting varies. Small, since the first screen has it. */

/** @typedef {import("../settings.js").Field} Field */

export const PLACE = "experiments";

const NEVER = /^(seed|data_seed|speed|hidden|stop_epochs|goal.*|at_goal)$/; // chance, pace, judgement
const VARIED = new Set(["number", "integer", "choice"]);

/** Null where it cannot vary. @param {Field | undefined} field */
export function varied(field) {
  return field && VARIED.has(field.kind) && !NEVER.test(field.name) ? `${PLACE}?own=&axis=${field.name}` : null;
}

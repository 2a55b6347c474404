/** Which column of a table is what: the target, inputs, or nothing. Pure; the upload dialog uses it. */

/** @typedef {import("../own_data.js").Preview} Preview */
/** @typedef {import("../own_data.js").Choice} Choice */
/** @typedef {"input" | "target" | "unused"} Role */
/** @typedef {{roles: Role[], reading: "class" | "number" | null}} Choosing */

/** As the server suggests. @param {Preview} preview @returns {Choosing} */
export function suggested({ columns, target, inputs }) {
  const roles = columns.map(
    (_, at) => /** @type {Role} */ (at === target ? "target" : inputs.includes(at) ? "input" : "unused"),
  );
  return { roles, reading: target === null ? null : (columns[target].readings[0] ?? null) };
}

/** The roles a column can have. @param {Preview} preview @param {number} at @returns {Role[]} */
export function possible({ columns }, at) {
  const { no_input, no_target } = columns[at],
    roles = /** @type {Role[]} */ ([]);
  if (!no_input) roles.push("input");
  if (!no_target) roles.push("target");
  return [...roles, "unused"];
}

/**
 * Whether two readings of a file have the same columns, so that a choice among them stays.
 * @param {Preview} one @param {Preview} other
 */
export function alike(one, other) {
  const names = (/** @type {Preview} */ { columns }) => columns.map(({ name }) => name).join("\n");
  return names(one) === names(other);
}

/**
 * A choice as far as it is possible in another reading.
 * @param {Preview} preview @param {Choosing} choosing @returns {Choosing}
 */
export function kept(preview, { roles, reading }) {
  const now = roles.map((role, at) => (possible(preview, at).includes(role) ? role : "unused"));
  const target = now.indexOf("target"),
    readings = target < 0 ? [] : preview.columns[target].readings;
  return { roles: now, reading: reading && readings.includes(reading) ? reading : (readings[0] ?? null) };
}

/**
 * With another role for a column. There is one target: the one before becomes an input again, where it can, and what
 * says the same as the new one does not stay an input.
 * @param {Preview} preview @param {Choosing} choosing @param {number} at @param {Role} role @returns {Choosing}
 */
export function withRole(preview, choosing, at, role) {
  const before = choosing.roles.indexOf("target");
  if (role !== "target") return settled(preview, choosing, choosing.roles.with(at, role));
  const twins = preview.columns[at].twins;
  const roles = choosing.roles.map((each, place) => {
    if (place === at) return role;
    if (twins.includes(place)) return "unused";
    return place === before ? freed(preview, before) : each;
  });
  return settled(preview, choosing, roles);
}

/** What a column becomes that was the target. @param {Preview} preview @param {number} at @returns {Role} */
function freed({ columns }, at) {
  return columns[at].no_input ? "unused" : "input";
}

/**
 * With the likelier reading of a new target.
 * @param {Preview} preview @param {Choosing} before @param {Role[]} roles @returns {Choosing}
 */
function settled({ columns }, before, roles) {
  const target = roles.indexOf("target");
  if (target === before.roles.indexOf("target")) return { ...before, roles };
  return { roles, reading: target < 0 ? null : (columns[target].readings[0] ?? null) };
}

/**
 * The columns that are not used because they say the same as the target.
 * @param {Preview} preview @param {Role[]} roles
 */
export function twinsLeftOut({ columns }, roles) {
  const target = roles.indexOf("target");
  return target < 0 ? [] : columns[target].twins.filter((at) => roles[at] === "unused");
}

/**
 * What the server is asked for; null while there is no target or no input.
 *
 * @param {Choosing} choosing
 * @returns {Choice | null}
 */
export function choiceOf({ roles, reading }) {
  const target = roles.indexOf("target"),
    inputs = roles.flatMap((role, at) => (role === "input" ? [at] : []));
  return target < 0 || !inputs.length ? null : { target, inputs, reading };
}

/**
 * What of a clipboard is the table. A spreadsheet puts its cells there as text and as a picture, a file manager puts a
 * file there and its path as text: a picture is never the table where there is text.
 * @param {string} text @param {File[]} files @returns {Blob | undefined}
 */
export function tableOf(text, files) {
  if (!text.trim()) return files[0];
  return files.find(({ type }) => !type.startsWith("image/")) ?? new Blob([text]);
}

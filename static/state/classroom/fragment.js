/** What an address brings in its fragment, which no server and no log ever sees: a room's code and a secret. */

const FORM = /^#([0-9a-z]{4})\.([\w-]{16,64})$/i;

/** Null where it brings none. @param {string} hash @returns {{code: string, secret: string} | null} */
export function secretIn(hash) {
  const [, code, secret] = FORM.exec(hash) ?? [];
  return secret ? { code: code.toLowerCase(), secret } : null;
}

const LOOK = /^(#.+)\.(\d{1,9})$/;

/**
 * Also a member's number, where it brings one.
 *
 * @param {string} hash @returns {{code: string, secret: string, member: number} | null}
 */
export function lookIn(hash) {
  const [, first, member] = LOOK.exec(hash) ?? [],
    brought = first ? secretIn(first) : null;
  return brought && { ...brought, member: Number(member) };
}

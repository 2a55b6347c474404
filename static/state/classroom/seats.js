/** The secrets by which rooms know this browser, by code: kept in the browser, so that a reload finds its seat. */

const KEY = "glassbox-class";
const MOST = 20; // rooms that are remembered: the newest

/** @typedef {() => Storage} Open the browser's storage, which may be forbidden */
/** @typedef {Record<string, string>} Tokens by code */

/** @param {Open} open @returns {Tokens} */
function read(open) {
  try {
    const told = JSON.parse(open().getItem(KEY) ?? "{}");
    return Object.fromEntries(Object.entries(told ?? {}).filter(([, token]) => typeof token === "string"));
  } catch {
    return {};
  }
}

/** @param {Open} open @param {Tokens} tokens */
function write(open, tokens) {
  try {
    open().setItem(KEY, JSON.stringify(tokens));
  } catch {
    // Storage may be forbidden or full: then the seat lasts as long as the page.
  }
}

/** Null where this browser has no seat in the room. @param {Open} open @param {string} code @returns {string | null} */
export const seatIn = (open, code) => read(open)[code] ?? null;

/** @param {Open} open @param {string} code @param {string} token */
export function takeSeat(open, code, token) {
  const { [code]: _, ...others } = read(open);
  write(open, Object.fromEntries([...Object.entries(others), [code, token]].slice(-MOST)));
}

/** @param {Open} open @param {string} code */
export function leaveSeat(open, code) {
  const { [code]: _, ...others } = read(open);
  write(open, others);
}

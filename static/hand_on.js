/** What the page hands on: its address as others open it, and that as a QR code; found out when first wanted. */

import { READ } from "./addresses.js";
import { addressFor, isOfThisMachine } from "./state/reach.js";

/** @typedef {import("./qr.js").Qr} Qr of a link */
/** @typedef {{qrOf(text: string): Qr}} Codes */
/** @typedef {ReturnType<typeof createHandOn>} HandOn */

/**
 * @param {string} page its own address, the folder @param {import("./questions.js").Read} read
 * @param {() => Promise<Codes>} load what makes the codes
 * @param {<T>(value: T) => import("./state/store.js").Signal<T>} signal
 */
export function createHandOn(page, read, load, signal) {
  const forClass = signal(/** @type {string | null} */ (null)),
    codes = signal(/** @type {Codes | null} */ (null));
  /** Without an answer it stays as it is. */
  const findOut = () => {
    if (!codes.peek()) load().then((part) => (codes.value = part)).catch(() => {});
    if (!isOfThisMachine(page) || forClass.peek()) return;
    read(READ.reach).then(({ address }) => (forClass.value = address)).catch(() => {});
  };
  return {
    findOut,
    /** @param {string} query of the address, or "" */
    link: (query) => addressFor(page, forClass.value) + query,
    /** Null where there is none yet, or the link is too long for one. @param {string} link @returns {Qr | null} */
    code(link) {
      try {
        return codes.value?.qrOf(link) ?? null;
      } catch {
        return null;
      }
    },
    /** @param {string} link */
    opensHereOnly: (link) => isOfThisMachine(link),
  };
}

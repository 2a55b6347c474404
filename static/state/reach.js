/** By which address others reach this page: the one it has here, unless that leads everybody to their own machine. */

const LOOPBACK = /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/;

/** Whether an address leads everybody who opens it to their own machine. @param {string} address */
export function isOfThisMachine(address) {
  return LOOPBACK.test(new URL(address).hostname);
}

/**
 * The page's address, without settings, as others can open it.
 *
 * @param {string} page as it was opened here, its folder
 * @param {string | null} forClass by which the server says that it is reached on its network; null: by none
 */
export function addressFor(page, forClass) {
  if (!forClass || !isOfThisMachine(page)) return page;
  return forClass.endsWith("/") ? forClass : `${forClass}/`;
}

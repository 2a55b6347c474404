/** A dialog that Escape does not close: a second press closes it whatever a page says, so it opens anew. */

/**
 * @param {HTMLDialogElement} root @param {{peek(): boolean}} isToBe whether it is to be open @param {() => void} open
 */
export function stayOpen(root, isToBe, open) {
  root.addEventListener("cancel", (event) => event.preventDefault());
  root.addEventListener("close", () => isToBe.peek() && open());
}

/** The share panel's files: the network and its history to take home, and a network to open, chosen or dropped. */

import { effect } from "@preact/signals-core";

import { ASKED } from "../addresses.js";
import { save } from "../state/files.js";
import { FILES } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../questions.js").Ask} Ask */

const LARGEST = 5_000_000; // bytes

/**
 * @param {HTMLElement} root @param {Store} store @param {Ask} ask
 * @param {{share: string | null, start: string | null}} address what network to open at once: a kept one or a ready one
 */
export function mountTakeHome(root, store, ask, { share, start }) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const chooser = /** @type {HTMLInputElement} */ (part("[data-do=network-file]")),
    said = part(".files-said");
  const tell = (/** @type {string} */ text) => (said.textContent = text);
  const open = (/** @type {File} */ file, /** @type {(text: string) => void} */ say) =>
    attempt(async () => (store.lockedControls.peek().size ? FILES.locked : openFile(ask, file, tell)), say);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-file]"))) {
    button.addEventListener("click", () => attempt(() => take(ask, button.dataset.file ?? ""), tell));
  }
  part("[data-do=open-network]").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    const [file] = chooser.files ?? [];
    chooser.value = ""; // so that the same file can be chosen again
    if (file) open(file, tell);
  });
  root.addEventListener("toggle", () => tell(""));
  watchDrops((file) => open(file, (text) => (store.notes.value = [text])));
  if (share) openAtOnce(store, ask, ASKED.shared(share));
  else if (start) openAtOnce(store, ask, ASKED.ready(start));
}

/** @param {() => Promise<string>} act what there is to say when it is done @param {(text: string) => void} tell */
async function attempt(act, tell) {
  try {
    tell(await act());
  } catch (error) {
    tell(/** @type {Error} */ (error).message);
  }
}

/** @param {Ask} ask @param {string} what */
async function take(ask, what) {
  const { name, content } = await ask.file(what);
  save(name, content);
  return FILES.saved(name);
}

/** @param {Ask} ask @param {File} file @param {(text: string) => void} tell */
async function openFile(ask, file, tell) {
  if (file.size > LARGEST) return FILES.tooLarge(file.name, file.size);
  tell(FILES.opening(file.name));
  const { note } = await ask(ASKED.network, file);
  return note || FILES.opened(file.name);
}

/** A file dropped anywhere, if nothing else on the page takes it. @param {(file: File) => void} use */
function watchDrops(use) {
  const isFile = (/** @type {DragEvent} */ { dataTransfer }) => dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (isFile(event)) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = [...(event.dataTransfer?.files ?? [])].find(({ name }) => /\.json$/i.test(name));
    if (event.defaultPrevented || !isFile(event)) return;
    event.preventDefault(); // or the browser would leave the page for the file
    if (file) use(file);
  });
}

/**
 * The network that an address names, once there is one to put it in the place of.
 *
 * @param {Store} store @param {Ask} ask @param {string} which
 */
function openAtOnce(store, ask, which) {
  const stop = effect(() => {
    if (!store.ready.value || store.connection.value !== "open") return;
    queueMicrotask(() => stop());
    const tell = (/** @type {string} */ text) => text && (store.notes.value = [...store.notes.peek(), text]);
    ask(which, {}).then(
      ({ note }) => tell(note),
      ({ message }) => tell(message),
    );
  });
}

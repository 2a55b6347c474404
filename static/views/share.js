/**
 * The share panel's links: to this set-up, to this very network with its weights, and a
 * teacher's choice of what they hide. Each is there as a QR code, too.
 */

import { effect, signal } from "@preact/signals-core";
import { html, render } from "lit-html";

import { ASKED } from "../addresses.js";
import { withShare, writeAddress } from "../state/address.js";
import { isOwn } from "../state/settings.js";
import { goalText } from "../text/goal.js";
import { SHARE } from "../text/page.js";

/** @typedef {import("../state/store.js").Store} Store */
/** @template T @typedef {import("@preact/signals-core").Signal<T>} Signal */
/** @typedef {import("../questions.js").Ask} Ask */
/** @typedef {import("../hand_on.js").HandOn} HandOn */

const PROBLEM = ["goal", "data", "seeds"]; // what a problem locks

/** @param {HTMLElement} root @param {Store} store @param {Ask} ask @param {HandOn} handOn */
export function mountShare(root, store, ask, handOn) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const field = /** @type {HTMLInputElement} */ (part("#link")),
    said = part(".share-said");
  const boxes = /** @type {HTMLInputElement[]} */ ([...root.querySelectorAll(".hides input")]);
  const manner = /** @type {HTMLSelectElement} */ (part("[data-do=withhold]"));
  const [hidden, locked] = [store.hiddenControls.peek(), store.lockedControls.peek()];
  const withheld = signal([...hidden, ...locked]),
    locks = signal(locked.size > 0);
  manner.addEventListener("change", () => (locks.value = manner.value === "lock"));
  for (const box of boxes) {
    box.addEventListener(
      "change",
      () => (withheld.value = boxes.filter((each) => each.checked).map((each) => each.value)),
    );
  }
  effect(() => {
    manner.value = locks.value ? "lock" : "hide";
    for (const box of boxes) box.checked = withheld.value.includes(box.value);
  });
  mountProblem(part(".share-problem"), store, withheld, locks);
  const query = () => {
    const [hide, lock] = locks.value ? [[], withheld.value] : [withheld.value, []];
    return writeAddress(store.catalogue, store.settings.value, store.look.value, hide, lock);
  };
  const link = signal("");
  const show = (/** @type {string} */ address) => (link.value = field.value = handOn.link(address));
  showCode(root, part(".share-scan"), link, handOn);
  effect(() => {
    show(query());
    said.textContent = "";
  });
  effect(() => void (part(".share-own").hidden = !isOwn(store.settings.value)));
  field.addEventListener("focus", () => field.select());
  part("[data-do=copy]").addEventListener("click", async () => {
    show(query());
    said.textContent = (await copy(field)) ? SHARE.copied : SHARE.copyYourself;
  });
  part("[data-do=copy-weights]").addEventListener("click", async () => {
    try {
      const { id } = await ask(ASKED.share, {});
      show(withShare(query(), id));
      said.textContent = (await copy(field)) ? SHARE.copiedWeights : SHARE.copyYourself;
    } catch (error) {
      said.textContent = /** @type {Error} */ (error).message;
    }
  });
}

/**
 * A problem: its goal in words, and one box that locks what it consists of.
 *
 * @param {HTMLElement} root @param {Store} store @param {Signal<string[]>} withheld @param {Signal<boolean>} locks
 */
function mountProblem(root, { settings, catalogue }, withheld, locks) {
  const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
  const box = /** @type {HTMLInputElement} */ (part("[data-do=as-problem]"));
  box.addEventListener("change", () => {
    const others = withheld.peek().filter((name) => !PROBLEM.includes(name));
    withheld.value = box.checked ? [...others, ...PROBLEM] : others;
    if (box.checked) locks.value = true;
  });
  effect(() => void (box.checked = locks.value && PROBLEM.every((name) => withheld.value.includes(name))));
  effect(() => {
    const option = catalogue.fields.goal.options.find(({ value }) => value === settings.value.goal),
      isSet = settings.value.goal !== "none";
    part(".share-goal").textContent = isSet
      ? SHARE.problem(goalText(settings.value, option?.label ?? ""))
      : SHARE.noGoal;
    part("button").hidden = isSet;
    box.disabled = !isSet;
  });
}

/**
 * @param {HTMLElement} panel @param {HTMLElement} figure @param {{readonly value: string}} link @param {HandOn} handOn
 */
function showCode(panel, figure, link, handOn) {
  const isOpen = signal(false);
  panel.addEventListener("toggle", () => {
    isOpen.value = panel.matches(":popover-open");
    if (isOpen.peek()) handOn.findOut();
  });
  effect(() => {
    if (isOpen.value) render(scanned(handOn.code(link.value), handOn.opensHereOnly(link.value)), figure);
  });
}

/** @param {import("../qr.js").Qr | null} code @param {boolean} isOfNoUse to anybody else */
function scanned(code, isOfNoUse) {
  if (isOfNoUse) return html`<figcaption>${SHARE.onlyHere}</figcaption>`;
  if (!code) return html`<figcaption>${SHARE.tooLong}</figcaption>`;
  return html`<svg class="qr" viewBox="0 0 ${code.side} ${code.side}" role="img" aria-label=${SHARE.code}><path
    d=${code.path}></path></svg><figcaption>${SHARE.scanned}</figcaption>`;
}

/**
 * A page from a plain http address has no clipboard: there the selected link is left to the keyboard.
 *
 * @param {HTMLInputElement} field
 */
async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}

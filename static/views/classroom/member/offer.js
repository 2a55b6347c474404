/** What a page offers that looks at another’s network, when something was to be changed in it: take it from there. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { OFFER } from "../../../text/classroom_member.js";
import { nameText } from "../../../text/classroom_names.js";

/** @typedef {import("../member.js").Stage} Stage */

/** @param {HTMLElement} root @param {Stage} stage */
export function mountOffer(root, stage) {
  const { store, member, networks } = stage,
    fault = signal("");
  root.popover = "manual"; // a press outside may be the very one that it answers
  root.role = "dialog";
  root.setAttribute("aria-labelledby", "class-offer-title");
  root.classList.add("panel");
  let opener = /** @type {HTMLElement | null} */ (null);
  const isOpen = () => root.matches(":popover-open");
  const close = () => {
    if (!isOpen()) return;
    root.hidePopover();
    opener?.focus({ preventScroll: true });
  };
  const act = async (/** @type {() => unknown} */ doIt) => {
    fault.value = "";
    try {
      await doIt();
      close();
    } catch (error) {
      fault.value = /** @type {Error} */ (error).message;
    }
  };
  root.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the page's own keys would ask again
    if (event.key === "Escape") close();
  });
  effect(() => {
    const floor = member.room.value?.floor ?? null,
      hasOwn = networks.taken.value !== null,
      isTaking = networks.isTaking.value,
      isPolled = member.line.value === "polled"; // a network of one's own needs a live connection
    const title = floor === null || floor === "lead" ? OFFER.title : OFFER.titleOf(nameText(floor));
    const take = () => act(stage.do.take);
    render(
      html`<h2 id="class-offer-title">${title}</h2><p>${isPolled ? OFFER.polled : OFFER.text}</p>${
        hasOwn && !isPolled ? html`<p>${OFFER.anew}</p>` : nothing
      }
      <p class="class-fault" role="alert">${fault.value}</p>
      <div class="class-ways">${
        hasOwn && !isPolled
          ? html`<button type="button" class="button strong" @click=${() => act(stage.do.own)}>${OFFER.back}</button>`
          : nothing
      }<button type="button" class=${hasOwn ? "button" : "button strong"} aria-busy=${isTaking ? "true" : nothing}
        ?disabled=${!member.room.value?.shown || isPolled} @click=${take}>${OFFER.take}</button>
      <button type="button" class="button" @click=${close}>${OFFER.stay}</button></div>`,
      root,
    );
  });
  effect(() => {
    if (!store.wished.value || isOpen() || networks.source.peek() !== "shown") return;
    fault.value = "";
    opener = /** @type {HTMLElement | null} */ (document.activeElement);
    root.showPopover();
    /** @type {HTMLElement | null} */ (root.querySelector("button:enabled"))?.focus();
  });
  effect(() => {
    if (networks.source.value !== "shown" && isOpen()) root.hidePopover();
  });
}

/** The theme button: light or dark, the system's preference until it is pressed, remembered from then on. */

import { effect } from "@preact/signals-core";

/** @typedef {import("../state/store.js").Store} Store */
/** @typedef {import("../state/actions.js").Actions} Actions */

const KEY = "glassbox-theme"; // also read by static/first_paint.js, before the first paint

/** @param {HTMLElement} button @param {Store} store @param {Actions} actions */
export function mountTheme(button, store, actions) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") actions.setLook({ theme: chosen });
  const dark = () => (store.look.peek().theme === "auto" ? system.matches : store.look.peek().theme === "dark");
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  system.addEventListener("change", show);
  button.addEventListener("click", () => {
    const theme = dark() ? "light" : "dark";
    actions.setLook({ theme });
    keep(theme);
  });
  effect(() => {
    const { theme } = store.look.value;
    if (theme !== "auto") document.documentElement.dataset.theme = theme;
    show();
  });
}

/** @param {string} theme */
function keep(theme) {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Storage may be forbidden: then the choice lasts as long as the page.
  }
}

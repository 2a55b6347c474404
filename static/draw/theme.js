/** Reads the palette and the type's size off the page, the palette again whenever the theme changes. */

import { readPalette } from "./colours.js";

/** @typedef {import("./colours.js").Palette} Palette */

/** @returns {Palette} */
function pagePalette() {
  // A property may itself be a mix or a light-dark pair: only a painted colour is certain to be plain.
  const probe = document.body.appendChild(document.createElement("i"));
  probe.hidden = true;
  const palette = readPalette((property) => {
    probe.style.color = "";
    probe.style.color = `var(${property}, transparent)`;
    const colour = getComputedStyle(probe).color;
    return colour === "rgba(0, 0, 0, 0)" ? "" : colour;
  });
  probe.remove();
  return palette;
}

/** @param {(palette: Palette) => void} use called now and after every change of theme */
export function watchPalette(use) {
  const renew = () => use(pagePalette());
  new MutationObserver(renew).observe(document.documentElement, { attributeFilter: ["data-theme", "class", "style"] });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", renew);
  for (const sheet of document.querySelectorAll("link[rel=stylesheet]")) sheet.addEventListener("load", renew);
  renew();
}

/** Pixels of the page's type size, which follows the reader's wish and grows in presentation mode. */
export function rem() {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

let fonts = "";

/** The page's fonts for its language, as a canvas takes them. */
export function family() {
  const { document } = globalThis;
  fonts ||= document ? getComputedStyle(document.documentElement).getPropertyValue("--fonts").trim() : "";
  return fonts || "system-ui, sans-serif";
}

/**
 * The least size of letters in a picture, in pixels: in presentation mode the page's own, which all can read, and on a
 * phone what css/phone.css sets.
 */
export function leastType() {
  const root = document.documentElement;
  if (root.classList.contains("presenting")) return rem();
  return rem() * (parseFloat(getComputedStyle(root).getPropertyValue("--least-type")) || 0);
}

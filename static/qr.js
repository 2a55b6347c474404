/** An address as a QR code, for a class that scans it and for paper. Loaded when one is wanted. */

import { encode } from "uqr";

const QUIET = 4; // squares around it, as its standard asks

/** @typedef {{side: number, path: string}} Qr `path`: its dark squares, in an SVG of `side` by `side` */

/** @param {string} text @returns {Qr} */
export function qrOf(text) {
  const { data, size } = encode(text, { ecc: "M", border: QUIET });
  return { side: size, path: data.map(row).join("") };
}

/** @param {boolean[]} squares @param {number} y */
function row(squares, y) {
  return squares.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : "")).join("");
}

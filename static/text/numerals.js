/** The digits of a number as a language writes them; English ones are what everything is first written with. */

import { LOCALE } from "./say.js";

/** @param {string} locale @returns {{write(text: string): string, read(text: string): string}} */
export function numeralsOf(locale) {
  const format = new Intl.NumberFormat(locale, { useGrouping: false, minimumFractionDigits: 1 });
  const point = format.formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".",
    digits = Array.from({ length: 10 }, (_, digit) => format.formatToParts(digit)[0].value);
  if (point === "." && digits.join("") === "0123456789") return { write: (text) => text, read: (text) => text };
  const between = new RegExp(`(\\p{Nd})${point === "." ? "\\." : point}(?=\\p{Nd})`, "gu");
  return {
    write: (text) => text.replace(/\d|\.(?=\d)/g, (sign) => (sign === "." ? point : digits[Number(sign)])),
    read: (text) =>
      text.replace(between, "$1.").replace(/\p{Nd}/gu, (sign) => {
        const digit = digits.indexOf(sign);
        return digit < 0 ? sign : String(digit);
      }),
  };
}

const numerals = numeralsOf(LOCALE);

/** “1,5” of “1.5” where that is the custom. @param {string} text with a number in it, as English has it, ungrouped */
export const localNumber = numerals.write;

/** A text with numbers of the language in it, with those of English. @param {string} text */
export const englishNumber = numerals.read;

/** Undoes what programs do to a link on its way: marks at its ends, breaks, parameters of theirs. */

const ENDS = /^[\s"'“”„‘’«»<(\[{*~`|]+|[\s.,;:!?"'“”„‘’«»<>*~`|\\…]+$/gu;
const BRACKETS = { ")": "(", "]": "[", "}": "{" };
const ENCODED = /^3D/; // "=" where a mail's encoding was not taken back
const FAMILIES = ["utm", "mtm", "pk", "piwik", "matomo", "hsa", "mc", "oly", "vero", "ga", "trk", "sfmc", "_hs", "_ga"];
const SINGLE = new Set([
  ...["fbclid", "gclid", "dclid", "msclkid", "yclid", "twclid", "ttclid", "gbraid", "wbraid", "gclsrc", "igshid"],
  ...["si", "ref", "ref_src", "ref_url", "src", "source", "srsltid", "li_fat_id", "mkt_tok", "s_kwcid", "spm", "cmpid"],
  ...["_gl", "epik", "igsh", "rdt_cid", "mibextid", "hss_channel", "campaign_id", "_hsenc", "_hsmi"],
]);
const SHARE_ID = /^[A-Za-z0-9]+/;

/** Whether a parameter of an address is not this page's but tells where its reader came from. @param {string} name */
export function isForeign(name) {
  const low = name.toLowerCase();
  return SINGLE.has(low) || FAMILIES.some((family) => low.startsWith(`${family}_`));
}

/** A name as it was before its "&" was written as HTML has it. @param {string} name */
export function plainName(name) {
  return trimmed(name.replace(/^(amp;)+/, ""));
}

/** A value without what a text around its link has added. @param {string} text */
export function trimmed(text) {
  return withoutMarks(text.replace(ENCODED, ""));
}

/** @param {string} text */
function withoutMarks(text) {
  let left = text,
    before;
  do {
    before = left;
    left = withoutLastBracket(left.replace(ENDS, ""));
  } while (left !== before);
  return left;
}

/**
 * The id of a network that the server keeps, which has letters and digits only; null where there is none.
 *
 * @param {string} text
 */
export function shareId(text) {
  const whole = text.replace(/[\s=<]/g, "").replace(/^3D(?=[A-Za-z0-9]{10})/, "");
  return SHARE_ID.exec(withoutMarks(whole))?.[0] ?? null;
}

/** A bracket that closes none of the value's own closes the text around its link. @param {string} text */
function withoutLastBracket(text) {
  const last = text.slice(-1),
    opening = BRACKETS[/** @type {keyof typeof BRACKETS} */ (last)];
  if (!opening) return text;
  return count(text, last) > count(text, opening) ? text.slice(0, -1) : text;
}

/** @param {string} text @param {string} letter */
function count(text, letter) {
  return text.split(letter).length - 1;
}

/** The plain text of marked text such as a lesson's, for what shows no marks. */

const NAMED = /** @type {Record<string, string>} */ ({ amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "’" });

/** @param {string} markup that the server has made */
export function untagged(markup) {
  return markup
    .replace(/<annotation[^>]*>.*?<\/annotation>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name) => NAMED[name])
    .replace(/\s+/g, " ")
    .trim();
}

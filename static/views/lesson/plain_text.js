/** The text of some HTML, for names and titles, which have no marks. */

/** @param {string} markup */
export function plainText(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.content.textContent ?? "";
}

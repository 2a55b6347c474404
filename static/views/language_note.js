/** Says once in a tab that much of the page is in English yet, where the language of the document lacks much. */

const KEY = "glassbox-lacking"; // the language of which it was said

/** @param {Document} page @param {import("../state/actions.js").Actions} actions @param {() => Storage} open */
export function noteLanguage(page, actions, open) {
  const told = page.querySelector("[data-lacks]")?.textContent?.trim(),
    { lang } = page.documentElement;
  if (!told || isSaid(open, lang)) return;
  actions.addNote(told);
}

/** @param {() => Storage} open the tab's memory, which may be forbidden @param {string} lang */
function isSaid(open, lang) {
  try {
    if (open().getItem(KEY) === lang) return true;
    open().setItem(KEY, lang);
    return false;
  } catch {
    return false; // then it is said again with each load
  }
}

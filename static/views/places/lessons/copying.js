/** Copies a field's text: a page from a plain http address has no clipboard, so there it is left marked. */

/** @param {HTMLInputElement | HTMLTextAreaElement} field */
export async function copy(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    field.focus();
    field.select();
    return document.execCommand("copy");
  }
}

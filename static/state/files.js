/** Files that leave the page and come to it, for the views: saved under a name, read from a chooser or a drop. */

/** What a picture is called as a file. @param {string} name @param {string} kind */
export function fileName(name, kind) {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return `${plain}.${kind}`;
}

/** Let the browser save it. @param {string} name @param {Blob} content */
export function save(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // a slow disk may still be reading
}

/** Opens the dialog for a table of one's own, by its button or for a file dropped anywhere; it is loaded then. */

const ANOTHER = ""; // none of the data sets there are: the name of what comes is not known yet
const NETWORK = /\.json$/i; // no table, but a network that was saved here

/** @typedef {import("../../state/store.js").Store} Store */
/** @typedef {import("../../state/actions.js").Actions} Actions */
/** @typedef {import("../../own_data.js").OwnData} OwnData */
/** @typedef {import("../../late.js").Late} Late */

/**
 * @param {HTMLDialogElement} dialog @param {HTMLElement} opener @param {Store} store @param {Actions} actions
 * @param {OwnData} own @param {Late} late
 */
export function mountUpload(dialog, opener, store, actions, own, late) {
  /** @type {import("../upload.js").UploadView | null} */
  let view = null;
  const open = async (/** @type {File | null} */ file) => {
    if (!actions.mayConfigure({ dataset: ANOTHER })) return;
    opener.ariaBusy = "true";
    try {
      const { UploadView } = await late(() => import("../upload.js"));
      view ??= new UploadView(dialog, store, actions, own);
      view.open();
      if (file) view.read(file, file.name);
    } catch (error) {
      actions.refuse(/** @type {Error} */ (error).message);
    }
    opener.ariaBusy = null;
  };
  opener.addEventListener("click", () => open(null));
  document.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file || !hasFiles(event) || NETWORK.test(file.name)) return;
    event.preventDefault();
    open(file);
  });
}

/** @param {DragEvent} event */
function hasFiles({ dataTransfer }) {
  return Boolean(dataTransfer?.types.includes("Files"));
}

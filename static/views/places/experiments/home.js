/** What can be taken home of an experiment: its tables, its picture, the notebook that repeats it, and a link. */

import { html } from "lit-html";

import { ofExperiment } from "../../../addresses.js";
import { pictureFile } from "../../../draw/snapshot.js";
import { fileName, save } from "../../../state/files.js";
import { isOwn } from "../../../state/settings.js";
import { FILES } from "../../../text/page.js";
import { REPORT } from "../../../text/experiments.js";
import { SAVING } from "../../../text/saving.js";

/** @typedef {import("../../../protocol/answers.js").ExperimentReport} Report */
/** @typedef {(text: string) => void} Tell hears what became of it */

const PROGRAMS = new Set(["notebook.ipynb", "notebook.py"]);

/** @param {Report} report @param {string} said what became of the last press @param {Tell} tell */
export function home(report, said, tell) {
  return html`<section class="lab-home" aria-labelledby="lab-home-title"><h3 id="lab-home-title">${REPORT.home}</h3>
    <div class="lab-row">${homes(report).map(
      ([file, label, help]) => html`<a class="button small" download title=${help}
        href=${ofExperiment(report.id, file)}>${label}</a>`,
    )}${REPORT.pictures.map(
      ([kind, label]) => html`<button type="button" class="button small" data-as=${kind}
        @click=${(/** @type {Event} */ { target }) => portray(report, kind, target, tell)}>${label}</button>`,
    )}<button type="button" class="button small" @click=${() => copy(tell)}>${REPORT.link}</button></div>
    <p class="lab-small" role="status">${said}</p></section>`;
}

/** A program would not find somebody's own data again. @param {Report} report */
function homes({ experiment: { base } }) {
  const isOfOwn = isOwn({ dataset: "", ...base });
  return REPORT.homes.filter(([file]) => !isOfOwn || !PROGRAMS.has(file));
}

/** @param {Report} report @param {"png" | "svg"} kind @param {EventTarget | null} pressed @param {Tell} tell */
async function portray({ title, done, total }, kind, pressed, tell) {
  const room = /** @type {Element} */ (pressed).closest(".lab"),
    part = /** @type {HTMLElement} */ (room?.querySelector("[data-save]")),
    file = fileName(title, kind);
  try {
    save(file, await pictureFile(part, { title, note: REPORT.note(title, done, total) }, kind));
    tell(FILES.saved(file));
  } catch {
    tell(SAVING.failed(REPORT.picture));
  }
}

/** @param {Tell} tell */
async function copy(tell) {
  const isDone = await navigator.clipboard?.writeText(location.href).then(
    () => true,
    () => false,
  );
  tell(isDone ? REPORT.linkCopied : REPORT.linkFailed);
}

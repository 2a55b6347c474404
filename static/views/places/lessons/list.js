/** The lists of lessons: the lecture's, the problems, and a teacher's own; with what the reader has done of each. */

import { html, nothing } from "lit-html";

import { lessonAt, lessonPrint } from "../../../addresses.js";
import { recordOf } from "../../../state/lesson/progress.js";
import { listed } from "../../../text/lists.js";
import { LESSONS } from "../../../text/lessons.js";

/** @typedef {import("../../../protocol/lessons.js").Lessons} Lessons */
/** @typedef {import("../../../protocol/lessons.js").Listed} Listed */
/** @typedef {import("../../../state/lesson/progress.js").Progress} Progress */
/** @typedef {keyof typeof LESSONS.groups} Group */

/** @param {Lessons} told @param {Progress} progress */
export function listOf({ lessons }, progress) {
  const titles = new Map(lessons.map(({ name, title }) => [name, title]));
  const groups = /** @type {Group[]} */ (Object.keys(LESSONS.groups));
  return groups.map((group) => {
    const some = lessons.filter((each) => groupOf(each) === group);
    if (!some.length) return nothing;
    return html`<section class="lessons-group" data-group=${group}><h2>${LESSONS.groups[group]}</h2>${
      group === "problem" ? html`<p class="lessons-about">${LESSONS.problems}</p>` : nothing
    }<ol>${some.map((lesson) => line(lesson, titles, progress))}</ol></section>`;
  });
}

/** @param {Listed} lesson @returns {Group} */
function groupOf({ is_own: isOwn, group }) {
  if (isOwn) return "own";
  return group === "problem" ? "problem" : "lesson";
}

/** @param {Listed} lesson @param {Map<string, string>} titles @param {Progress} progress */
function line({ name, title, idea, minutes, needs, steps, is_own: isOwn }, titles, progress) {
  const { done, seconds, finished } = recordOf(progress, name),
    before = needs.flatMap((each) => titles.get(each) ?? []);
  const unknown = isOwn ? "" : nothing; // the language that a teacher wrote it in
  const status = finished ? LESSONS.finished(seconds) : done.length ? LESSONS.progress(done.length, steps) : "";
  return html`<li class=${finished ? "finished" : ""}><a class="lessons-title" href=${lessonAt(name)}
      data-lesson=${name} lang=${unknown} title=${before.length ? LESSONS.needs(listed(before)) : nothing}>${title}</a>
      <span class="lessons-idea" lang=${unknown}>${idea}</span><span class="lessons-facts">${LESSONS.minutes(minutes)}${
        status ? html` · <b>${status}</b>` : nothing
      } · <a href=${lessonPrint(name)} target="_blank" aria-label=${LESSONS.printOf(title)}>${
        LESSONS.print
      }</a></span></li>`;
}

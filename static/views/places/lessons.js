/** Lessons: all of them in order, how far one has come in each, one's own and their faults, and how to write one. */

import { effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { LESSONS as PLACE, READ } from "../../addresses.js";
import { inLanguage } from "../../state/asked_language.js";
import { readProgress, recallProgress, rememberProgress, together } from "../../state/lesson/progress.js";
import { LESSONS, WRITING } from "../../text/lessons.js";
import { Carrying } from "./lessons/carrying.js";
import { listOf } from "./lessons/list.js";
import { Writing } from "./lessons/writing.js";
import { unfolding } from "./unfolding.js";

/** @typedef {import("./room.js").World} World */
/** @typedef {import("../../protocol/lessons.js").Lessons} Told */

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  new LessonsPlace(root, world).start();
}

class LessonsPlace {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.told = signal(/** @type {Told | null} */ (null));
    this.fault = signal("");
    this.brought = signal("");
    this.progress = signal(recallProgress(() => localStorage));
    this.carrying = new Carrying();
    this.writing = new Writing(world);
    this.how = unfolding(WRITING.title, () => world.read(READ.lessonWriting));
  }

  start() {
    const { shown } = this.world;
    this.#bring();
    window.addEventListener("hashchange", () => this.#bring());
    effect(() => {
      if (!shown.value) return;
      this.progress.value = recallProgress(() => localStorage);
      void this.#look();
    });
    effect(() => void (shown.value && render(this.#page(), this.root)));
  }

  async #look() {
    try {
      this.told.value = await this.world.read(READ.lessons);
      this.fault.value = "";
    } catch (error) {
      this.fault.value = /** @type {Error} */ (error).message;
    }
  }

  /** What a link has brought is added to what this browser knows, and is in the address no longer. */
  #bring() {
    const progress = readProgress(location.hash);
    if (!progress) return;
    this.progress.value = together(recallProgress(() => localStorage), progress);
    rememberProgress(() => localStorage, this.progress.value);
    history.replaceState(history.state, "", inLanguage(PLACE));
    this.brought.value = LESSONS.brought;
  }

  #page() {
    const told = this.told.value,
      fault = this.fault.value;
    if (!told)
      return html`<div class="lessons">${
        fault
          ? html`<p role="alert">${fault}</p><button type="button" class="button small"
              @click=${() => void this.#look()}>${LESSONS.again}</button>`
          : html`<p>${LESSONS.loading}</p>`
      }</div>`;
    return html`<div class="lessons"><p class="lessons-about">${LESSONS.about}</p>
      <p class="lessons-said" role="status">${this.brought.value}</p>${listOf(told, this.progress.value)}
      ${told.faults.length ? faults(told.faults) : nothing}
      ${this.carrying.section(this.progress.value)}
      <section class="lessons-writing">${this.how}${this.writing.section()}</section></div>`;
  }
}

/** @param {import("../../protocol/lessons.js").Fault[]} found */
function faults(found) {
  return html`<section class="lessons-faults"><h2>${LESSONS.faults}</h2><ul>${found.map(
    (fault) => html`<li>${LESSONS.fault(fault)}</li>`,
  )}</ul></section>`;
}

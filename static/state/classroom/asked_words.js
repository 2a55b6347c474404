/**
 * A lesson's question as this page's language says it: a room is told of it in the language of whoever asked it, and
 * where it stands in its lesson, which the server has in every language. Its twin: server/web/classroom/asked_words.py.
 */

import { untagged } from "../../text/untagged.js";

/** @typedef {import("../../protocol/classroom.js").Question} Question */
/** @typedef {import("../../protocol/lessons.js").Lesson} Lesson */
/** @typedef {(name: string) => Promise<Lesson>} ReadLesson in this page's language; throws */

/**
 * As it was told, if this lesson has no such question. @param {Question} question @param {Lesson} lesson
 * @returns {Question}
 */
export function wordedBy(question, lesson) {
  const { step = 0, number = 0 } = question.lesson ?? {},
    part = lesson.steps[step - 1]?.parts.find((each) => each.kind === "predict" && each.number === number);
  if (part?.kind !== "predict" || part.form !== question.kind) return question;
  if (lesson.is_own || part.choices.length !== question.options.length) return question;
  return {
    ...question,
    text: untagged(part.ask),
    options: part.choices.map(untagged),
    unit: part.form === "number" ? part.unit : "",
  };
}

export class AskedWords {
  /**
   * @param {ReadLesson} read @param {string} language of this page
   * @param {<T>(value: T) => import("../store.js").Signal<T>} signal
   */
  constructor(read, language, signal) {
    this.read = read;
    this.language = language;
    this.lessons = signal(/** @type {Readonly<Record<string, Lesson>>} */ ({}));
    /** @type {Map<string, string>} by a lesson's name, for which question it was asked for last */
    this.wanted = new Map();
  }

  /**
   * The question to be shown: until its lesson is there, and where it cannot be read, as it was told.
   *
   * @template {Question | null} T @param {T} question @returns {T}
   */
  of(question) {
    const place = question?.lesson;
    if (!question || !place || place.language === this.language) return question;
    const lesson = this.lessons.value[place.name];
    if (lesson) return /** @type {T} */ (wordedBy(question, lesson));
    void this.#want(place.name, `${question.number} ${question.round} ${question.phase}`);
    return question;
  }

  /**
   * Once for each turn of a question: what was not to be had is asked for again.
   *
   * @param {string} name of a lesson @param {string} at that turn
   */
  async #want(name, at) {
    if (this.wanted.get(name) === at) return;
    this.wanted.set(name, at);
    const lesson = await this.read(name).catch(() => null);
    if (lesson) this.lessons.value = { ...this.lessons.value, [name]: lesson };
  }
}

/** Ask first: what is asked, how its truth is found, and what the run on show says of it so far. */

import { computed, effect, signal } from "@preact/signals-core";
import { html } from "lit-html";

import { ASKED, READ } from "../../../addresses.js";
import { ask, reveal } from "../../../protocol/classroom.js";
import { recallAsked, rememberAsked } from "../../../state/classroom/asked.js";
import { AskedWords } from "../../../state/classroom/asked_words.js";
import { asked, BLANK, epochsIn, lackingIn } from "../../../state/classroom/own_question.js";
import { foundInRun, truthIn } from "../../../state/classroom/truths.js";
import { rangeFor } from "../../../state/lesson/curve.js";
import { parted } from "../../../state/lesson/place.js";
import { ASKING } from "../../../text/classroom_desk.js";
import { plain, readNumber } from "../../../text/numbers.js";
import { LOCALE } from "../../../text/say.js";
import { untagged } from "../../../text/untagged.js";
import { asking } from "./asking.js";
import { inHand } from "./in_hand.js";

/** @typedef {import("../../../state/classroom/asked.js").How} How */
/** @typedef {import("../../../state/classroom/own_question.js").Draft} Draft */
/** @typedef {import("../../../protocol/lessons.js").Predict} Predict */
/** @typedef {import("../../../protocol/classroom.js").Asked} Asked */
/** @typedef {import("../../../protocol/classroom.js").Room} Room */
/** @typedef {import("../../../protocol/classroom.js").Desk} News */
/** @typedef {import("../../../state/classroom/asked.js").Range} Range */

const storage = () => localStorage;
const PERCENT = ["test_accuracy", "train_accuracy"];

/** @param {string} measure @param {number} epochs @param {Range} range */
const axisOf = (measure, epochs, { low, high, isLog }) => ({ measure, epochs, low, high, is_log: isLog });

export class Asking {
  /**
   * @param {import("../desk.js").World} world @param {{value: any, peek(): any}} glance the frame, as it was just now
   */
  constructor(world, glance) {
    this.world = world;
    this.glance = glance;
    this.draft = signal(/** @type {Draft} */ (BLANK));
    this.fault = signal("");
    this.typed = signal("");
    this.waits = signal(""); // why there is no truth yet, of a lesson's question
    this.lesson = signal(/** @type {import("../../../protocol/lessons.js").Lesson | null} */ (null));
    this.words = new AskedWords((name) => world.read(READ.lesson(name)), LOCALE, signal);
    this.at = computed(() => parted(world.store.look.value.lesson));
    const name = computed(() => this.at.value.name);
    effect(() => void this.#read(name.value));
  }

  /** @param {Room} room @param {News} told */
  part(room, told) {
    const { question } = room,
      { leading } = this.world;
    const shown = question
      ? inHand({
          question: this.words.of(question),
          answers: told.answers,
          members: room.members,
          how: recallAsked(storage, room.code, question.text),
          found: this.#found(room.code, question.text),
          typed: this.typed.value,
          type: (text) => (this.typed.value = text),
          say: leading.say.bind(leading),
          tell: () => void this.#tell(room),
        })
      : asking({
          draft: this.draft.value,
          set: (change) => this.#set(change),
          measures: this.#measures(),
          fault: this.fault.value,
          ask: () => this.#ask(room.code),
          ofLesson: this.#predictions().map(({ ask: text }) => untagged(text)),
          askOfLesson: (at) => this.#askOfLesson(room.code, this.#predictions()[at]),
        });
    return html`<section class="desk-part"><h3>${ASKING.title}</h3>${shown}</section>`;
  }

  // ---- before it is asked

  /** @param {string} name of the lesson that is open, "": none */
  async #read(name) {
    this.lesson.value = null;
    if (!name) return;
    const lesson = await this.world.read(READ.lesson(name)).catch(() => null); // whose panel says why
    if (name === this.at.peek().name) this.lesson.value = lesson;
  }

  /** @returns {Predict[]} of the step that is open */
  #predictions() {
    const step = this.lesson.value?.steps[this.at.value.step - 1];
    return (step?.parts ?? []).filter((part) => part.kind === "predict");
  }

  /** What the run on show has numbers of. */
  #measures() {
    const isSorted = this.glance.value?.problem !== "regression";
    return ["test_loss", "train_loss", ...(isSorted ? PERCENT : []), "epoch", "parameters"];
  }

  /** @param {Partial<Draft>} change */
  #set(change) {
    this.fault.value = "";
    this.draft.value = { ...this.draft.peek(), ...change };
  }

  /** @param {string} code */
  #ask(code) {
    const draft = this.draft.peek(),
      lacking = lackingIn(draft);
    if (lacking) return void (this.fault.value = ASKING.lacking[lacking]);
    const measure = draft.measure || (draft.kind === "curve" ? "test_loss" : ""),
      unit = PERCENT.includes(measure) ? ASKING.percent : "";
    const epochs = epochsIn(draft.epochs),
      range = rangeFor(/** @type {any} */ ({ measure, scale: "linear" }), this.glance.peek());
    const axis = axisOf(measure, epochs, range);
    this.#send(
      code,
      asked(measure ? { ...draft, unit } : draft, axis),
      draft.kind === "curve"
        ? { by: "measure", measure, epochs, range }
        : draft.kind === "number" && measure
          ? { by: "measure", measure, epochs: 0, range: null }
          : { by: "typed" },
    );
    this.draft.value = BLANK;
  }

  /** @param {string} code @param {Predict} part */
  #askOfLesson(code, part) {
    const { name, step } = this.at.peek(),
      isCurve = part.form === "curve",
      range = isCurve ? rangeFor(part, this.glance.peek()) : null;
    const isOwn = this.lesson.peek()?.is_own; // the teacher's own lesson is there in its own language alone
    this.#send(
      code,
      {
        kind: part.form,
        text: untagged(part.ask),
        options: part.choices.map(untagged),
        least: null,
        most: null,
        unit: part.form === "number" ? part.unit : "",
        axis: range && axisOf(part.measure, part.epochs, range),
        lesson: isOwn ? null : { name, step, number: part.number, language: LOCALE },
      },
      { by: "lesson", name, step, number: part.number, epochs: part.epochs, range },
    );
  }

  /** @param {string} code @param {Asked} question @param {How} how */
  #send(code, question, how) {
    rememberAsked(storage, code, question.text, how);
    this.typed.value = this.waits.value = "";
    this.world.leading.say(ask, question);
  }

  // ---- once it is asked

  /** @param {string} code @param {string} text @returns {{truth: number | number[] | null, words: string}} */
  #found(code, text) {
    const how = recallAsked(storage, code, text),
      frame = this.glance.value;
    if (how.by === "typed") return { truth: this.typed.value === "" ? null : readNumber(this.typed.value), words: "" };
    if (how.by === "lesson") return { truth: null, words: this.waits.value };
    const { history } = this.world.store,
      { truth, left } = foundInRun(how, frame, history.columns);
    if (left) return { truth, words: ASKING.notYet(how.epochs - left, how.epochs) };
    if (truth === null) return { truth, words: ASKING.none };
    const name = ASKING.measures[/** @type {keyof typeof ASKING.measures} */ (how.measure)],
      unit = PERCENT.includes(how.measure) ? ` ${ASKING.percent}` : "";
    const words = Array.isArray(truth) ? ASKING.reveal : ASKING.revealNow(name, plain(truth) + unit, frame?.epoch ?? 0);
    return { truth, words };
  }

  /** @param {Room} room */
  async #tell({ code, question }) {
    if (!question) return;
    const how = recallAsked(storage, code, question.text);
    if (how.by !== "lesson") return this.world.leading.say(reveal, this.#found(code, question.text).truth);
    try {
      const told = await this.world.ask(ASKED.lessonCheck(how.name, how.step, how.number), { answer: null, hint: 0 });
      const truth = told.state === "waiting" ? null : truthIn(told, how.range);
      this.waits.value = truth === null ? untagged(told.sentence) || ASKING.waits : "";
      if (truth !== null) this.world.leading.say(reveal, truth);
    } catch (error) {
      this.waits.value = /** @type {Error} */ (error).message;
    }
  }
}

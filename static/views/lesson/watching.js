/** While a lesson is open: the server is asked again how its goals and locked guesses stand, and time is counted. */

import { effect } from "@preact/signals-core";

import { Newest } from "../../state/newest.js";

/** @typedef {import("../../state/lesson/taking.js").Taking} Taking */
/** @typedef {import("../../state/lesson/taking.js").At} At */
/** @typedef {import("../../protocol/lessons.js").Step} Step */

const SOON = 250; // milliseconds between two looks at a network that rests …
const OFTEN = 2000; // … and at one that trains, or at an experiment
const TICK = 5000; // milliseconds after which time is counted

/**
 * @param {import("../../state/store.js").Store} store @param {Taking} taking
 * @param {{readonly value: At, peek(): At}} at @param {{readonly value: Step | null, peek(): Step | null}} step
 * @param {{readonly value: number, peek(): number}} underWay set-ups, before which the network is none of the step's
 */
export function keepLooking({ frame, playing, connection }, taking, at, step, underWay) {
  let hurry = () => {};
  /** @type {Newest<null>} */
  const looks = new Newest(async (_, done) => {
    const now = step.peek(),
      here = at.peek();
    const questions = now && !underWay.peek() ? taking.open(here, now) : [];
    await Promise.all(questions.map((part) => taking.look(here, part)));
    const rest = setTimeout(() => hurry(), playing.peek() ? OFTEN : SOON);
    hurry = () => {
      clearTimeout(rest);
      hurry = () => {};
      done();
    };
    if (questions.some(({ experiment }) => experiment)) setTimeout(() => looks.want(null), OFTEN);
  });
  effect(() => void (playing.value || hurry())); // what was waited for has come
  effect(() => {
    const isOpen = connection.value === "open" && frame.value && at.value && step.value;
    if (isOpen && !underWay.value && taking.open(at.peek(), /** @type {Step} */ (step.peek())).length) looks.want(null);
  });
}

/** @param {Taking} taking @param {{peek(): string}} name of the lesson */
export function keepTime(taking, name) {
  setInterval(() => {
    if (name.peek() && !document.hidden) taking.spend(name.peek(), TICK / 1000);
  }, TICK);
}

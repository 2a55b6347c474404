/** What a step of a lesson begins with, as its file says: settings, looks, what is hidden and locked, a second lane. */

import { readAddress } from "../address.js";
import { defaults, isOwn, same } from "../settings.js";

/** @typedef {import("../settings.js").Catalogue} Catalogue */
/** @typedef {import("../settings.js").Settings} Settings */
/** @typedef {import("../address.js").Look} Look */
/** @typedef {import("../../protocol/lessons.js").Lesson} Lesson */
/** @typedef {import("../../protocol/lessons.js").SetUp} SetUp */
/** @typedef {import("../../protocol/frames.js").Frame} Frame */

const LIKED = new Set(["speed"]); // whoever has chosen another has not left the set-up
const USUAL = {
  showTest: false,
  showWrong: false,
  plane: false,
  discretize: false,
  contours: false,
  logScale: false,
  tab: "",
  full: false,
  case: "",
  descent: "",
  surface: "",
  race: "",
};

/** @param {Record<string, string>} address @param {Catalogue} catalogue */
function read(address, catalogue) {
  return readAddress(new URLSearchParams(address).toString(), catalogue);
}

/** The settings that are not the defaults. @param {SetUp} set @param {Catalogue} catalogue @returns {Settings} */
export function settingsOf(set, catalogue) {
  return read(set.address, catalogue).settings;
}

/** What the page shows; what is not named is as usual, but for what is the room's. @param {SetUp} set
 * @param {Catalogue} catalogue @returns {Partial<Look>}
 */
export function lookOf(set, catalogue) {
  return { ...USUAL, ...read(set.address, catalogue).look };
}

/** What the second lane has otherwise than the first; null: there is none. @param {SetUp} set
 * @param {Catalogue} catalogue @returns {Settings | null}
 */
export function besideOf({ address, beside }, catalogue) {
  if (!beside) return null;
  const whole = (/** @type {Record<string, string>} */ of) => ({
    ...defaults(catalogue),
    ...read(of, catalogue).settings,
  });
  const [first, second] = [whole(address), whole(beside)];
  return Object.fromEntries(Object.entries(second).filter(([name, value]) => !same(value, first[name])));
}

/**
 * The names that are hidden or locked from now on: what no step of the lesson names stays as a teacher's link has it.
 *
 * @param {"hide" | "lock"} how @param {Iterable<string>} now @param {Lesson} lesson
 * @param {SetUp | null} set null: the lesson ends @param {Catalogue} catalogue
 */
export function withheld(how, now, lesson, set, catalogue) {
  const ofLesson = new Set(setUpsOf(lesson).flatMap((each) => read(each.address, catalogue)[how]));
  const others = [...now].filter((name) => !ofLesson.has(name));
  return [...others, ...(set ? read(set.address, catalogue)[how] : [])];
}

/** @param {Lesson} lesson @returns {SetUp[]} */
function setUpsOf({ steps }) {
  return steps.flatMap(({ parts }) => parts.filter((part) => part.kind === "set"));
}

/** Whether an address alone cannot give all of it. @param {SetUp} set */
export function isMoreThanAddress({ own, weights, beside, experiment, play }) {
  return Boolean(own || weights.length || beside || experiment || play);
}

/**
 * Whether the page stands as the step begins, untrained.
 *
 * @param {SetUp} set @param {Catalogue} catalogue @param {Settings} settings
 * @param {Pick<Frame, "step" | "lane_count"> | null} frame
 */
export function stands(set, catalogue, settings, frame) {
  if (!frame || frame.step || set.weights.length || frame.lane_count > 1 !== Boolean(set.beside)) return false;
  const wanted = /** @type {Settings} */ ({ ...defaults(catalogue), ...settingsOf(set, catalogue) });
  return Object.keys(wanted).every(
    (name) =>
      LIKED.has(name) ||
      same(settings[name], wanted[name]) ||
      (name === "dataset" && Boolean(set.own) && isOwn(settings)) ||
      name === "stop_epochs", // set when a guess is locked
  );
}

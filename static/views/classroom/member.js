/** What a student's page has beside the playground: the door, the bar, the question, and what lies over the page. */

import { effect } from "@preact/signals-core";

import { ChallengeLocks, lockedBy } from "../../state/classroom/challenge_locks.js";
import { refusalText } from "../../text/classroom.js";
import { mountBar } from "./member/bar.js";
import { mountDoor } from "./member/door.js";
import { mountEyesUp } from "./member/eyes_up.js";
import { mountOffer } from "./member/offer.js";
import { mountQuestion } from "./member/question.js";
import { mountSteps } from "./member/steps.js";

const OF_CHALLENGE = "challenge"; // what a refusal is about

/**
 * @typedef {object} Stage what these parts may use
 * @property {import("../../state/store.js").Store} store @property {import("../../state/actions.js").Actions} actions
 * @property {import("../../state/classroom/membership.js").Membership} member
 * @property {import("../../state/classroom/networks.js").Networks} networks
 * @property {import("../../state/classroom/answering.js").Answering} answering
 * @property {import("../../state/classroom/asked_words.js").AskedWords} words of what is asked
 * @property {string} code @property {boolean} hasSeat whether this browser had one before the page was loaded
 * @property {(type: string, fields?: object) => void} say to the room @property {(lesson: string) => void} openLesson
 * @property {Doing} do
 */
/**
 * @typedef {object} Doing those that return a promise throw a sentence
 * @property {(further: string) => Promise<void>} join by the code, and the further signs if typed
 * @property {(name: any, word: string) => Promise<void>} resume
 * @property {() => void} enterAgain @property {() => void} leave
 * @property {(owner: string) => Promise<void>} keep for this owner
 * @property {() => void} own shows one's own network, which is made where there is none
 * @property {() => void} shared shows the one that the class looks at
 * @property {() => Promise<void>} take begins one's own anew
 */

/** @param {Stage} stage */
export function mountMember(stage) {
  const [bar, card] = ["class-strip", "class-card"].map((name) => made("section", name)),
    [door, eyes] = ["class-door", "class-eyes"].map((name) => /** @type {HTMLDialogElement} */ (made("dialog", name)));
  const offer = made("div", "class-offer");
  /** @type {HTMLElement} */ (document.querySelector("#topbar")).before(bar, card);
  document.body.append(offer, eyes, door);
  mountBar(bar, stage);
  mountDoor(door, stage);
  mountOffer(offer, stage);
  mountEyesUp(eyes, stage);
  mountQuestion(card, eyes, stage);
  mountSteps(stage);
  lockBy(stage);
  sayWhyNot(stage);
  const { classList } = document.documentElement;
  effect(() => void classList.toggle("looking-on", stage.networks.source.value === "shown"));
}

/** A challenge locks what its teacher has set. @param {Stage} stage */
function lockBy({ store, actions, member, networks }) {
  const locks = new ChallengeLocks({
    locked: () => store.lockedControls.peek(),
    lock: (names) => actions.lockControls(names),
  });
  effect(() => locks.hold(lockedBy(member.room.value?.challenge ?? null, networks.source.value)));
}

/** Why a network that reached the goal does not count, is said like whatever else is refused. @param {Stage} stage */
function sayWhyNot({ actions, member }) {
  effect(() => {
    const { value: refused } = member.refused;
    if (refused?.about === OF_CHALLENGE) actions.refuse(refusalText(refused));
  });
}

/** @param {string} tag @param {string} name */
function made(tag, name) {
  const element = document.createElement(tag);
  element.id = element.className = name;
  return element;
}

/** What a student reads who is in a room of the class; names and the teacher's own texts come from outside. */

import { tick } from "./numbers.js";

/** @param {readonly string[]} words */
const list = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
const FEW = 3; // settings that are named one by one

/** @typedef {{title: string, act: string}} Farewell */

export const DOOR = {
  title: "Join the class",
  /** As it is told to a screen reader, sign by sign. @param {string} code */
  code: (code) => `Code ${[...code.toUpperCase()].join(" ")}`,
  stay: "Stay in this Wi-Fi, with mobile data off.",
  join: "Join",
  joining: "One moment.",
  again: "I was here before, on another device",
  back: "Back",
  playground: "Open the playground without a class",
  privacy: "What is kept",
  resumeTitle: "Go on with your seat",
  resumeHelp: "On your old device, press your name at the top and ask for the word.",
  name: "Your name there",
  nameHint: "such as Brave Otter",
  word: "The word",
  resume: "Go on here",
  noName: "A drawn name is two words, such as Brave Otter.",
  unreachable: "The server does not answer. Stay in this Wi-Fi, with mobile data off, and try again.",
  between: (/** @type {number} */ status) =>
    `Something between this device and the server answered in its place (${status}). Stay in the class’s Wi-Fi, with ` +
    `mobile data off, and try again.`,
  notThere: "This part of the page could not be loaded. Reload the page.",
};

export const NAMING = {
  title: "You are",
  spin: "Another name",
  /** @param {number} left */
  left: (left) =>
    left === 1 ? "One more can be drawn." : left ? `${left} more can be drawn.` : "No more can be drawn.",
  own: "Or a name of your own",
  take: "Take this name",
  enter: "Go in",
  seen: "Your teacher sees this name; the others do not, unless your teacher shows it.",
};

/** Why one is outside again, by the server's code; BYES says it whole. @type {Record<string, Farewell>} */
export const FAREWELLS = {
  ended: { title: "The room has ended", act: "Open the playground" },
  taken_over: { title: "The class is open in another tab", act: "Bring it back here" },
  moved: { title: "You went on with another device", act: "Open the playground" },
  left: { title: "You are no longer in the room", act: "Join again" },
  no_such_room: { title: "The room is not there", act: "Enter again" },
};

export const BAR = {
  label: "Class",
  looks: "You look at the teacher’s network.",
  looksAt: (/** @type {string} */ name) => `You look at the network of ${name}.`,
  looksAtYours: "Everybody looks at your network.",
  none: "The teacher shows no network yet.",
  away: "The teacher’s network is away for a moment. What you see is its last picture.",
  alone: "The teacher is away for a moment.",
  coming: "One moment: the network comes.",
  own: "This is your own network.",
  /** @param {readonly string[]} labels of settings */
  differs: (labels) =>
    labels.length > FEW
      ? `This is your own network; ${labels.length} settings differ from the teacher’s.`
      : `This is your own network; it differs in ${list(labels.map((label) => label.toLowerCase()))}.`,
  /** @param {number} first @param {number} last */
  steps: (first, last) =>
    first === last ? `Step ${first} of the lesson.` : `Steps ${first} to ${last} of the lesson.`,
  openSteps: "Open the lesson",
  connecting: "Connecting to the class.",
  lost: "The connection to the class is lost. It is tried again by itself; nothing is lost.",
  polled: "Live connections do not get through here, so a picture comes every second.",
  take: "Take it from here",
  takes: "One moment.",
  back: "Back to my network",
  /** The button to what the class looks at. @param {import("../protocol/classroom.js").Room["floor"]} floor */
  shared: (floor) => (floor === null || floor === "lead" ? "Show the teacher’s" : "Show the class’s"),
  me: (/** @type {string} */ name) => `${name}: your seat`,
};

export const OFFER = {
  title: "This is the teacher’s network",
  titleOf: (/** @type {string} */ name) => `This is the network of ${name}`,
  text:
    "Look around in all of it. To change something, take it from here: a network of your own begins at this very " +
    "step, with these weights, data and seed.",
  anew: "Your own network waits where you left it. Taking it from here begins another in its place.",
  take: "Take it from here",
  back: "Back to my network",
  stay: "Go on looking",
};

export const SEAT = {
  title: "Your seat",
  you: (/** @type {string} */ name) => `You are ${name}.`,
  word: "Move to another device",
  wordHelp: "Shows a word that lets you go on elsewhere with this name and network.",
  /** @param {string} code @param {string} name @param {string} word */
  told: (code, name, word) => `On the other device open ${code}, choose “${DOOR.again}”, and type ${name} and ${word}.`,
  once: "The word is good once, for two minutes. Show it to nobody.",
  keep: "Keep my network",
  keepHelp: "Its run becomes a row of this browser’s lab book. Else it is deleted when the room ends.",
  kept: "Kept: it is a row of this browser’s lab book now.",
  leave: "Leave the class",
};

export const EYES = {
  title: "Eyes up",
  usual: "Eyes up, please.",
  nothingLost: "Nothing is lost.",
  /** Of one's own network. @param {boolean} trains whether it may @param {boolean} playing */
  training: (trains, playing) =>
    playing ? "Your network trains on." : trains ? EYES.nothingLost : "Training rests. Nothing is lost.",
};

export const ASKED = {
  title: "Question",
  second: "Second round: talk to your neighbour, then answer again.",
  number: "Your answer",
  pad: "Your curve",
  padHelp: "Draw with a finger or the mouse, or move the points with the arrow keys.",
  clear: "Clear",
  /** @param {number} at @param {number} count */
  point: (at, count) => `Point ${at} of ${count}`,
  /** @param {number | null} height */
  height: (height) => (height === null ? "nothing drawn yet" : `${Math.round(height * 100)} percent of the height`),
  lock: "Lock my answer",
  sending: "Your answer is on its way …",
  locked: "Your answer is locked.",
  closed: "The answers are locked. You did not answer this time.",
  waits: "Wait for what comes.",
  /** @param {string} value */
  yours: (value) => `You said ${value}.`,
  fold: "Put the question aside",
  /** @param {number | null} least @param {number | null} most */
  wanted(least, most) {
    if (least !== null && most !== null) return `Type a number from ${tick(least)} to ${tick(most)}.`;
    if (least !== null) return `Type a number from ${tick(least)} up.`;
    return most === null ? "Type a number, such as 0.25." : `Type a number up to ${tick(most)}.`;
  },
  /** @param {number} value @param {string} unit */
  value: (value, unit) => (unit ? `${tick(value)} ${unit}` : tick(value)),
};

/** What a student reads who is in a room of the class; names and the teacher's own texts come from outside. */

import { AN_EXAMPLE } from "./classroom_names.js";
import { tick } from "./numbers.js";
import { LOCALE, say, sayAs, sayMany } from "./say.js";

/** @param {readonly string[]} words */
function list(words) {
  if (words.length < 2) return words.join("");
  const before = words.slice(0, -1).reduce((before, last) => sayAs("list", "{before}, {last}", { before, last }));
  return sayAs("list", "{before} and {last}", { before, last: words[words.length - 1] });
}
const FEW = 3; // settings that are named one by one

/** A setting's label within a sentence: English has none of its capitals there. @param {string} label */
const within = (label) => (LOCALE.startsWith("en") ? label.toLowerCase() : label);

/** @typedef {{title: string, act: string}} Farewell */

export const DOOR = {
  title: say("Join the class"),
  /** As it is told to a screen reader, sign by sign. @param {string} code */
  code: (code) => say("Code {signs}", { signs: [...code.toUpperCase()].join(" ") }),
  stay: say("Stay in this Wi-Fi, with mobile data off."),
  join: say("Join"),
  joining: say("One moment."),
  further: say("Or the further signs below the code on your teacher’s screen"),
  again: say("I was here before, on another device"),
  back: say("Back"),
  playground: say("Open the playground without a class"),
  privacy: say("What is kept"),
  resumeTitle: say("Go on with your seat"),
  resumeHelp: say("On your old device, press the sign of a person at the top and ask for the word."),
  name: say("Your name there"),
  nameHint: say("such as {name}", { name: AN_EXAMPLE }),
  word: say("The word"),
  resume: say("Go on here"),
  noName: say("A drawn name is two words, such as {name}.", { name: AN_EXAMPLE }),
  unreachable: say("The server does not answer. Stay in this Wi-Fi, with mobile data off, and try again."),
  between: (/** @type {number} */ status) =>
    say(
      "Something between this device and the server answered in its place ({status}). Stay in the class’s Wi-Fi, " +
        "with mobile data off, and try again.",
      { status },
    ),
  notThere: say("This part of the page could not be loaded. Reload the page."),
};

export const NAMING = {
  title: say("You are"),
  spin: say("Another name"),
  /** @param {number} left */
  left: (left) =>
    left ? sayMany("One more can be drawn.", "{n} more can be drawn.", left) : say("No more can be drawn."),
  own: say("Or a name of your own"),
  take: say("Take this name"),
  enter: say("Go in"),
  seen: say("Your teacher sees this name; the others do not, unless your teacher shows it."),
};

/** Why one is outside again, by the server's code; BYES says it whole. @type {Record<string, Farewell>} */
export const FAREWELLS = {
  ended: { title: say("The room has ended"), act: say("Open the playground") },
  taken_over: { title: say("The class is open in another tab"), act: say("Bring it back here") },
  moved: { title: say("You went on with another device"), act: say("Open the playground") },
  left: { title: say("You are no longer in the room"), act: say("Join again") },
  no_such_room: { title: say("The room is not there"), act: say("Enter again") },
};

export const BAR = {
  label: say("Class"),
  looks: say("You look at the teacher’s network."),
  looksAt: (/** @type {string} */ name) => say("You look at the network of {name}.", { name }),
  looksAtYours: say("Everybody looks at your network."),
  none: say("The teacher shows no network yet."),
  away: say("The teacher’s network is away for a moment. What you see is its last picture."),
  alone: say("The teacher is away for a moment."),
  coming: say("One moment: the network comes."),
  own: say("This is your own network."),
  /** @param {readonly string[]} labels of settings */
  differs: (labels) =>
    labels.length > FEW
      ? sayMany(
          "This is your own network; {n} setting differs from the teacher’s.",
          "This is your own network; {n} settings differ from the teacher’s.",
          labels.length,
        )
      : say("This is your own network; it differs in {settings}.", { settings: list(labels.map(within)) }),
  /** @param {number} first @param {number} last */
  steps: (first, last) =>
    first === last
      ? say("Step {first} of the lesson.", { first })
      : say("Steps {first} to {last} of the lesson.", { first, last }),
  openSteps: say("Open the lesson"),
  connecting: say("Connecting to the class."),
  lost: say("The connection to the class is lost. It is tried again by itself; nothing is lost."),
  polled: say(
    "Live connections do not get through here, so a picture comes every second, and a network of your own has to " +
      "wait until they do.",
  ),
  take: say("Take it from here"),
  takes: say("One moment."),
  back: say("Back to my network"),
  /** The button to what the class looks at. @param {import("../protocol/classroom.js").Room["floor"]} floor */
  shared: (floor) => (floor === null || floor === "lead" ? say("Show the teacher’s") : say("Show the class’s")),
  me: (/** @type {string} */ name) => say("{name}: your seat", { name }),
};

export const OFFER = {
  title: say("This is the teacher’s network"),
  titleOf: (/** @type {string} */ name) => say("This is the network of {name}", { name }),
  text: say(
    "Look around in all of it. To change something, take it from here: a network of your own begins at this very " +
      "step, with these weights, data and seed.",
  ),
  polled: say(
    "Live connections do not get through here, and a network of your own needs one. You can look, and answer " +
      "questions; in another network or browser it may work.",
  ),
  anew: say("Your own network waits where you left it. Taking it from here begins another in its place."),
  take: say("Take it from here"),
  back: say("Back to my network"),
  stay: say("Go on looking"),
};

export const SEAT = {
  title: say("Your seat"),
  you: (/** @type {string} */ name) => say("You are {name}.", { name }),
  word: say("Move to another device"),
  wordHelp: say("Shows a word that lets you go on elsewhere with this name and network."),
  /** @param {string} code @param {string} name @param {string} word */
  told: (code, name, word) =>
    say("On the other device open {code}, choose “{again}”, and type {name} and {word}.", {
      ...{ code, name, word },
      again: DOOR.again,
    }),
  once: say("The word is good once, for two minutes. Show it to nobody."),
  keep: say("Keep my network"),
  keepHelp: say("Its run becomes a row of this browser’s lab book. Else it is deleted when the room ends."),
  kept: say("Kept: it is a row of this browser’s lab book now."),
  leave: say("Leave the class"),
};

export const EYES = {
  title: say("Eyes up"),
  usual: say("Eyes up, please."),
  nothingLost: say("Nothing is lost."),
  /** Of one's own network. @param {boolean} trains whether it may @param {boolean} playing */
  training: (trains, playing) =>
    playing ? say("Your network trains on.") : trains ? EYES.nothingLost : say("Training rests. Nothing is lost."),
};

export const ASKED = {
  title: say("Question"),
  second: say("Second round: talk to your neighbour, then answer again."),
  number: say("Your answer"),
  pad: say("Your curve"),
  padHelp: say("Draw with a finger or the mouse, or move the points with the arrow keys."),
  clear: say("Clear"),
  /** @param {number} at @param {number} count */
  point: (at, count) => say("Point {at} of {count}", { at, count }),
  /** @param {number | null} height */
  height: (height) =>
    height === null
      ? say("nothing drawn yet")
      : say("{percent} percent of the height", { percent: Math.round(height * 100) }),
  lock: say("Lock my answer"),
  sending: say("Your answer is on its way …"),
  locked: say("Your answer is locked."),
  closed: say("The answers are locked. You did not answer this time."),
  waits: say("Wait for what comes."),
  /** @param {string} value */
  yours: (value) => say("You said {value}.", { value }),
  fold: say("Put the question aside"),
  /** @param {number | null} least @param {number | null} most */
  wanted(least, most) {
    if (least !== null && most !== null)
      return say("Type a number from {least} to {most}.", { least: tick(least), most: tick(most) });
    if (least !== null) return say("Type a number from {least} up.", { least: tick(least) });
    return most === null
      ? say("Type a number, such as 0.25.")
      : say("Type a number up to {most}.", { most: tick(most) });
  },
  /** @param {number} value @param {string} unit */
  value: (value, unit) => (unit ? `${tick(value)} ${unit}` : tick(value)),
};

/** The words of a class's wall: whose networks these are, how they do, and who may need help. */

import { plain } from "./numbers.js";
import { say, sayAs, sayMany } from "./say.js";

/** @typedef {import("../protocol/wall.js").Tile} Tile */
/** @typedef {import("../protocol/wall.js").Need} Need */

const minutes = (/** @type {number} */ seconds) => Math.floor(seconds / 60);

/** @type {Record<Need, (tile: Tile) => string>} */
const NEEDS = {
  diverged: () => say("Diverged: its numbers blew up."),
  flat: () => say("Flat: for long, it has done no better than a constant answer."),
  untouched: ({ untouched }) =>
    sayMany("Nothing was touched for {n} minute.", "Nothing was touched for {n} minutes.", minutes(untouched)),
};

/** Why help may be needed, a sentence each. @param {Tile} tile */
export const needTexts = (tile) => tile.needs.map((need) => NEEDS[need](tile));

/** Accuracy, or R². @param {Tile} tile */
function score({ testScore, classes }) {
  if (testScore === null) return "";
  return classes ? say("{percent} % right", { percent: (100 * testScore).toFixed(1) }) : `R² ${plain(testScore, 1)}`;
}

/** @param {Tile} tile */
export function numbersText(tile) {
  const { testLoss, parameters, epochs } = tile;
  const loss = testLoss === null ? say("no test loss") : say("test loss {loss}", { loss: plain(testLoss, 1) });
  return [loss, score(tile), sizeText(parameters), say("epoch {epoch}", { epoch: Math.floor(epochs) })]
    .filter(Boolean)
    .join(" · ");
}

/** @param {number} parameters */
export const sizeText = (parameters) => sayMany("{n} parameter", "{n} parameters", parameters);

/** How many may need help, in one sentence. @param {Record<Need, number>} counts @param {number} networks */
export function helpText({ diverged, flat, untouched }, networks) {
  if (!networks) return WALL.nobody;
  const all = diverged + flat + untouched;
  if (!all) return sayMany("One network, and all is well.", "{n} networks, and all is well.", networks);
  const parts = [
    diverged ? sayMany("{n} diverged", "{n} diverged", diverged) : "",
    flat ? sayMany("{n} flat", "{n} flat", flat) : "",
    untouched
      ? sayMany("{n} untouched for three minutes or longer", "{n} untouched for three minutes or longer", untouched)
      : "",
  ].filter(Boolean);
  const needs = parts.reduce((before, last) => sayAs("list", "{before}, {last}", { before, last }));
  return sayMany("{n} of {networks} may need help: {needs}.", "{n} of {networks} may need help: {needs}.", all, {
    ...{ networks, needs },
  });
}

export const WALL = {
  title: say("Wall"),
  about: say("Every student’s own network, about once a second."),
  nobody: say("Nobody has a network of their own yet. Whoever touches a control is offered one."),
  sort: say("In the order of"),
  sorts: {
    help: say("who may need help"),
    loss: say("test loss"),
    parameters: say("parameters"),
    alike: say("what looks alike"),
  },
  alike: (/** @type {number} */ others) => sayMany("{n} other looks like it", "{n} others look like it", others),
  rests: say("rests"),
  pick: (/** @type {string} */ name) => say("Pick the network of {name} for the projector", { name }),
  pickShort: say("Pick"),
  open: (/** @type {string} */ name) => say("Look closely at the network of {name}", { name }),
  openShort: say("Look closely"),
  close: say("Back to all"),
  give: (/** @type {string} */ name) => say("Everybody looks at the network of {name}", { name }),
  giveShort: say("Show to all"),
  back: say("Everybody looks at mine again"),
  hasFloor: say("Everybody looks at this one."),
  picked: say("Picked"),
  pickedAbout: say("Shown on the projector in this order, without names."),
  earlier: (/** @type {string} */ name) => say("Put {name} one place earlier", { name }),
  later: (/** @type {string} */ name) => say("Put {name} one place later", { name }),
  drop: (/** @type {string} */ name) => say("Leave {name} out", { name }),
  show: say("Show on the projector"),
  hide: say("Take off the projector"),
  shown: say("They are on the projector."),
  full: (/** @type {number} */ most) => say("The projector shows {most} at most.", { most }),
  map: say("What the network answers over the plane"),
  waiting: say("The networks are on their way."),
};

/** The window that looks at one student's network. */
export const LOOK = {
  open: (/** @type {string} */ name) => say("Open the network of {name} live, in a window of its own", { name }),
  openShort: say("Open live"),
  title: say("A student’s network"),
  only: say("Only the teacher sees this."),
  lost: say("Connecting again …"),
  /** @type {Record<import("../state/classroom/looking.js").Lone, string>} */
  lone: {
    waiting: say("One moment: the network comes."),
    ended: say("The room has ended."),
    left: say("This student is not in the room any more."),
    notLeading: say(
      "Only who leads the room may look at one student’s network, and this browser does not lead it now.",
    ),
    tooMany: say("Too many such windows are open, so this one shows no more; load it anew to look again."),
    none: say("This student’s network is away for a moment. It is seen here once it is back."),
    followsWithout: say(
      "This student follows the shared network and has none of their own now. It is seen here once there is one.",
    ),
    restsUnseen: say(
      "This network rests because nobody has watched it for a while, and a look does not wake it. It is seen here " +
        "once the student goes on.",
    ),
  },
  /** @type {Record<import("../state/classroom/looking.js").Note, string>} */
  notes: {
    rests: say("It rests because nobody has watched it for a while: this is the last picture."),
    follows: say("The student looks at the shared network now; this is the student’s own."),
    away: say("The student is away for a moment."),
  },
};

/** The words of a class's wall: whose networks these are, how they do, and who may need help. */

import { plain } from "./numbers.js";

/** @typedef {import("../protocol/wall.js").Tile} Tile */
/** @typedef {import("../protocol/wall.js").Need} Need */

const count = (/** @type {number} */ value) => value.toLocaleString("en");
const minutes = (/** @type {number} */ seconds) => Math.floor(seconds / 60);

/** @type {Record<Need, (tile: Tile) => string>} */
const NEEDS = {
  diverged: () => "Diverged: its numbers blew up.",
  flat: () => "Flat: for long, it has done no better than a constant answer.",
  untouched: ({ untouched }) => `Nothing was touched for ${minutes(untouched)} minutes.`,
};

/** Why help may be needed, a sentence each. @param {Tile} tile */
export const needTexts = (tile) => tile.needs.map((need) => NEEDS[need](tile));

/** Accuracy, or R². @param {Tile} tile */
function score({ testScore, classes }) {
  if (testScore === null) return "";
  return classes ? `${(100 * testScore).toFixed(1)} % right` : `R² ${plain(testScore, 1)}`;
}

/** @param {Tile} tile */
export function numbersText(tile) {
  const { testLoss, parameters, epochs } = tile;
  const loss = testLoss === null ? "no test loss" : `test loss ${plain(testLoss, 1)}`;
  return [loss, score(tile), sizeText(parameters), `epoch ${count(Math.floor(epochs))}`].filter(Boolean).join(" · ");
}

/** @param {number} parameters */
export const sizeText = (parameters) => `${count(parameters)} ${parameters === 1 ? "parameter" : "parameters"}`;

/** How many may need help, in one sentence. @param {Record<Need, number>} counts @param {number} networks */
export function helpText({ diverged, flat, untouched }, networks) {
  if (!networks) return WALL.nobody;
  const all = diverged + flat + untouched;
  if (!all) return networks === 1 ? "One network, and all is well." : `${count(networks)} networks, and all is well.`;
  const parts = [
    diverged ? `${count(diverged)} diverged` : "",
    flat ? `${count(flat)} flat` : "",
    untouched ? `${count(untouched)} untouched for three minutes or longer` : "",
  ].filter(Boolean);
  return `${count(all)} of ${count(networks)} may need help: ${parts.join(", ")}.`;
}

export const WALL = {
  title: "Wall",
  about: "Every student’s own network, about once a second.",
  nobody: "Nobody has a network of their own yet. Whoever touches a control is offered one.",
  sort: "In the order of",
  sorts: {
    help: "who may need help",
    loss: "test loss",
    parameters: "parameters",
    alike: "what looks alike",
  },
  alike: (/** @type {number} */ others) =>
    others === 1 ? "1 other looks like it" : `${count(others)} others look like it`,
  rests: "rests",
  pick: (/** @type {string} */ name) => `Pick the network of ${name} for the projector`,
  pickShort: "Pick",
  open: (/** @type {string} */ name) => `Look closely at the network of ${name}`,
  openShort: "Look closely",
  close: "Back to all",
  give: (/** @type {string} */ name) => `Everybody looks at the network of ${name}`,
  giveShort: "Show to all",
  back: "Everybody looks at mine again",
  hasFloor: "Everybody looks at this one.",
  picked: "Picked",
  pickedAbout: "Shown on the projector in this order, without names.",
  earlier: (/** @type {string} */ name) => `Put ${name} one place earlier`,
  later: (/** @type {string} */ name) => `Put ${name} one place later`,
  drop: (/** @type {string} */ name) => `Leave ${name} out`,
  show: "Show on the projector",
  hide: "Take off the projector",
  shown: "They are on the projector.",
  full: (/** @type {number} */ most) => `The projector shows ${most} at most.`,
  map: "What the network answers over the plane",
  waiting: "The networks are on their way.",
};

/** The window that looks at one student's network. */
export const LOOK = {
  open: (/** @type {string} */ name) => `Open the network of ${name} live, in a window of its own`,
  openShort: "Open live",
  title: "A student’s network",
  only: "Only the teacher sees this.",
  lost: "Connecting again …",
  /** @type {Record<import("../state/classroom/looking.js").Lone, string>} */
  lone: {
    waiting: "One moment: the network comes.",
    ended: "The room has ended.",
    left: "This student is not in the room any more.",
    notLeading: "Only who leads the room may look at one student’s network, and this browser does not lead it now.",
    tooMany: "Too many such windows are open, so this one shows no more; load it anew to look again.",
    none: "This student’s network is away for a moment. It is seen here once it is back.",
    followsWithout:
      "This student follows the shared network and has none of their own now. It is seen here once there is one.",
    restsUnseen:
      "This network rests because nobody has watched it for a while, and a look does not wake it. It is seen here " +
      "once the student goes on.",
  },
  /** @type {Record<import("../state/classroom/looking.js").Note, string>} */
  notes: {
    rests: "It rests because nobody has watched it for a while: this is the last picture.",
    follows: "The student looks at the shared network now; this is the student’s own.",
    away: "The student is away for a moment.",
  },
};

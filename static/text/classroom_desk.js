/** What the teacher reads: in the place where a class begins and ends, at the desk, and on the projector. */

import { plain } from "./numbers.js";

/** @param {number} count */
const answers = (count) => (count === 1 ? "1 answer" : `${count} answers`);

/** @param {number} here @param {number} all at least one */
function inRoom(here, all) {
  if (here === all) return `${all} in the room`;
  return here === 1 ? `1 of ${all} is here` : `${here} of ${all} are here`;
}

export const CLASS = {
  about:
    "A room for a class: everybody looks into your network while it trains, takes it from there, and guesses before " +
    "it runs. Nobody needs an account, and nothing about anybody is kept when the room ends.",
  open: "Open a room",
  opening: "One moment.",
  key: "Teacher’s key",
  keyHelp: "Whoever runs this server gives it to teachers.",
  notHere: "Rooms are opened in a browser on the machine that runs Glassbox; this one is another.",
  unreachable:
    "Nobody else can reach this server yet: it listens to this machine alone. End it and start it with " +
    "“glassbox --host 0.0.0.0”, then open the room.",
  taking: "Taking over the lead.",
  title: (/** @type {string} */ code) => `Room ${code}`,
  code: "The code",
  /** @param {string} address */
  join: (address) => `Open ${address} on any phone, tablet or laptop in this Wi-Fi, or scan the picture.`,
  others: "It can also be reached at",
  qr: (/** @type {string} */ address) => `QR code of ${address}`,
  stay: "Phones have to stay in this Wi-Fi, with mobile data off.",
  wifi: "A picture to scan for the Wi-Fi itself",
  wifiHelp: "Name and password stay on this page: they are sent nowhere, and gone when it is closed.",
  wifiName: "Name of the Wi-Fi",
  wifiPassword: "Its password",
  wifiQr: (/** @type {string} */ name) => `QR code that joins the Wi-Fi ${name}`,
  who: "Who is here",
  /** @param {number} here @param {number} all */
  here: (here, all) => (here === all ? `${here} here` : `${here} here, ${all - here} away for the moment`),
  nobody: "Nobody has joined yet.",
  end: "End the room",
  endAsk: "End it for everybody? Names, answers and networks of this room are deleted at once.",
  endYes: "Yes, end it",
  endNo: "No, go on",
  ended: "The room has ended. Nothing about anybody was kept.",
  gone: "There is no such room any more.",
  save: "Save the class’s file",
  saveTable: "As a table (CSV)",
  savePage: "As a page to print",
  saveHelp:
    "Settings, final maps and answers by name. Beside this file, only networks that students kept outlast the room.",
  toDesk: "To the desk",
  /** @param {string} code */
  spelled: (code) => `Code ${[...code.toUpperCase()].join(" ")}`,
  /** @param {string} address */
  check: (address) => `Whether a phone gets through, ${address} tells it before class.`,
};

export const DESK = {
  title: (/** @type {string} */ code) => code,
  name: "Desk",
  place: "Room",
  fold: "Fold the desk",
  unfold: "Open the desk",
  /** @param {number} here @param {number} all */
  members: (here, all) => (all ? inRoom(here, all) : "nobody here yet"),
  lines: {
    connecting: "Connecting to the room.",
    open: "",
    lost: "The connection to the room is lost; it is tried again by itself.",
    closed: "",
  },
  notLeading: "Another tab or device leads this room.",
  takeBack: "Take the lead back",
  notShown: "The class waits for your network.",
  pace: "What students see",
  projector: "What the projector shows",
  openProjector: "Open the projector",
  projectorHelp: "In a window of its own, for the large screen. The room goes on when it is closed.",
  stages: {
    join: "Code",
    network: "Network",
    wall: "Wall",
    question: "Question",
    challenge: "Challenge",
  },
  people: "People",
  freeNames: "Let them type names",
  freeNamesHelp: "Otherwise each gets a drawn name of two words.",
  give: (/** @type {string} */ name) => `Show the network of ${name}`,
  giveShort: "Show theirs",
  floor: (/** @type {string} */ name) => `Everybody looks at the network of ${name}.`,
  back: "Show mine again",
  remove: (/** @type {string} */ name) => `Remove ${name} from the room`,
  removeShort: "Remove",
  away: "away",
  own: "own network",
  hand: "Hand over the lead",
  handHelp: "Makes a link for a co-teacher or your second device: good once, for ten minutes.",
  handPlain: "This page came by plain http: whoever listens in this Wi-Fi could read the link, and lead in your place.",
  handLink: "Link that takes the lead",
  /** @param {number} seconds */
  handLeft: (seconds) =>
    seconds < 60 ? "Good for less than a minute." : `Good for ${Math.ceil(seconds / 60)} minutes.`,
  room: "The room",
};

export const PACES = {
  with_me: {
    name: "With me",
    about:
      "They look at your network while it trains, and may look around in it. Touching a control offers to take it " +
      "from there.",
  },
  own: {
    name: "On your own",
    about: "Each works on a network of their own, which began as yours at that very step. One tap shows yours again.",
  },
  steps: {
    name: "Lesson steps",
    about: "They work freely on these steps of a lesson, each on a network of their own.",
  },
  eyes_up: { name: "Eyes up", about: "Their pages are dimmed and show your sentence. Nothing is lost." },
  switchTo: (/** @type {string} */ name) => `Switch to “${name}”`,
  change: "Change it",
  sentence: "Your sentence",
  eyesUp: "Eyes up, please.",
  training: "Their training meanwhile",
  goesOn: "Their training goes on",
  rests: "Their training rests",
  lesson: "Lesson",
  first: "From step",
  last: "To step",
  coming: "One moment: the lessons come.",
};

export const ASKING = {
  title: "Ask first",
  own: "A question of your own",
  kind: "What they answer with",
  kinds: { choice: "A choice", number: "A number", curve: "A drawn curve" },
  text: "The question",
  hints: {
    choice: "Which network will be better on the test data?",
    number: "What will the test accuracy be after 100 epochs?",
    curve: "Sketch the test loss.",
  },
  option: (/** @type {number} */ number) => `Answer ${number}`,
  unit: "Unit, if it has one",
  epochs: "Over how many epochs",
  of: "Of what",
  truth: "The truth will be",
  typed: "what I type",
  measures: {
    test_loss: "test loss",
    train_loss: "training loss",
    test_accuracy: "test accuracy",
    train_accuracy: "training accuracy",
    test_score: "test accuracy",
    epoch: "epochs trained",
    parameters: "parameters",
  },
  percent: "%",
  over: (/** @type {number} */ epochs) => `epochs, from 0 to ${epochs.toLocaleString("en")}`,
  /** @param {string} name @param {string} most @param {string} unit */
  upTo: (name, most, unit) => (unit ? `${name}, from 0 to ${most} ${unit}` : `${name}, from 0 to ${most}`),
  /** @param {string} name @param {string} least @param {string} most */
  fromTo: (name, least, most) => `${name}, from ${least} to ${most} in equal powers`,
  ask: "Ask it",
  lacking: {
    text: "Write the question first.",
    options: "Write at least two answers to choose from.",
    epochs: "Say over how many epochs, such as 100.",
  },
  fromLesson: "Ask the question of this lesson step",
  open: (/** @type {number} */ answered, /** @type {number} */ members) => `${answered} of ${members} have answered.`,
  lock: "Lock the answers",
  lockHelp: "Then press Play: nobody can change an answer any more.",
  locked: (/** @type {number} */ answered) => `Locked, with ${answers(answered)}. Run it now, then show what came.`,
  cloud: "Show the guesses",
  reveal: "Show what came",
  /** @param {string} name @param {string} value @param {number} epoch */
  revealNow: (name, value, epoch) => `Show what came: ${name} ${value} at epoch ${epoch.toLocaleString("en")}`,
  notYet: (/** @type {number} */ at, /** @type {number} */ epochs) =>
    `The run is at epoch ${at.toLocaleString("en")} of ${epochs.toLocaleString("en")}: press Play.`,
  none: "The network has no such number for these data.",
  right: "What came",
  again: "Vote again",
  againHelp: "They talk to a neighbour and answer once more; both rounds can be compared.",
  done: "Done with it",
  round: (/** @type {number} */ round) => (round === 1 ? "First round" : "Second round"),
  waits: "The answer is not known yet.",
};

export const CLOUD = {
  truth: "what came",
  said: (/** @type {string} */ value) => `What came is ${value}.`,
  guesses: "guesses",
  /** @param {string} option @param {number} count */
  bar: (option, count) => `${option}: ${answers(count)}`,
  isTrue: "✓ so it was",
  isOwn: "(your answer)",
  none: "No answers.",
  numbers: (/** @type {number} */ count, /** @type {number} */ middle, /** @type {string} */ unit) =>
    `${answers(count)}${count === 1 ? ":" : "; their median is"} ${unit ? `${plain(middle)} ${unit}` : plain(middle)}.`,
  curves: (/** @type {number} */ count) => (count === 1 ? "1 drawn curve." : `${count} drawn curves.`),
  curvesAndTruth: (/** @type {number} */ count) =>
    count === 1 ? "1 drawn curve, and the one that came." : `${count} drawn curves, and the one that came.`,
  came: (/** @type {number} */ value, /** @type {string} */ unit) => (unit ? `${plain(value)} ${unit}` : plain(value)),
};

export const PROJECTOR = {
  name: "Projector",
  open: "Open",
  /** @param {number} here @param {number} all */
  members: (here, all) => (all ? inRoom(here, all) : "Nobody is here yet"),
  stay: "Stay in this Wi-Fi, mobile data off.",
  noToken: "Open the projector from the desk: this address lacks what it needs.",
  lost: "Connecting again …",
  ended: "The room has ended.",
  moved: "Another window is the projector now.",
  away: "The teacher’s network is away for a moment.",
  waiting: "One moment: the network comes.",
  epoch: "Epoch",
  trainLoss: "Train loss",
  testLoss: "Test loss",
  accuracy: "Test accuracy",
  parameters: "Parameters",
  /** @param {number} answered @param {number} members */
  answered: (answered, members) => `${answered} of ${members} have answered`,
  locked: "The answers are locked.",
  map: "What the network answers over the plane",
  network: "The network: its units and its weights",
  curves: "Train and test loss over the epochs",
  losses: "losses: train dashed, test full",
  epochs: (/** @type {number} */ epochs) => `${epochs.toLocaleString("en")} epochs`,
  noQuestion: "No question is open.",
  noChallenge: "No challenge is set.",
  noTiles: "Choose tiles on the wall.",
};

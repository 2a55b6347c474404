/** What the teacher reads: in the place where a class begins and ends, at the desk, and on the projector. */

import { plain } from "./numbers.js";
import { say, sayAs, sayIn, sayMany } from "./say.js";

/** @param {number} here @param {number} all at least one */
function inRoom(here, all) {
  return here === all
    ? sayMany("{n} in the room", "{n} in the room", all)
    : sayMany("{n} of {all} is here", "{n} of {all} are here", here, { all });
}

/** @param {string} value @param {string} unit */
const withUnit = (value, unit) => (unit ? `${value} ${unit}` : value);

export const CLASS = {
  about: say(
    "A room for a class: everybody looks into your network while it trains, takes it from there, and guesses before " +
      "it runs. Nobody needs an account, and nothing about anybody is kept when the room ends.",
  ),
  open: say("Open a room"),
  opening: say("One moment."),
  key: say("Teacher’s key"),
  keyHelp: say("Whoever runs this server gives it to teachers."),
  notHere: say("Rooms are opened in a browser on the machine that runs Glassbox; this one is another."),
  unreachable: say(
    "Nobody else can reach this server yet: it listens to this machine alone. End it and start it with " +
      "“glassbox --host 0.0.0.0”, then open the room.",
  ),
  noNetwork: say(
    "Nobody else can reach this server yet: this machine seems to be on no network. Connect it to the class’s Wi-Fi, " +
      "end Glassbox and start it again, then open the room.",
  ),
  /** @param {string} address */
  onlyHereNoNetwork: (address) =>
    say(
      "Only this machine can join, at {address}: it seems to be on no network. For a class, connect it to the " +
        "class’s Wi-Fi, end Glassbox and start it again.",
      { address },
    ),
  /** @param {string} address */
  onlyHere: (address) =>
    say(
      "Only this machine can join, at {address}: nobody else can reach this server. For a class, end it and start it " +
        "with “glassbox --host 0.0.0.0”.",
      { address },
    ),
  taking: say("Taking over the lead."),
  title: (/** @type {string} */ code) => say("Room {code}", { code }),
  code: say("The code"),
  /** @param {string} address */
  join: (address) =>
    say("Open {address} on any phone, tablet or laptop in this Wi-Fi, or scan the picture.", { address }),
  /** @param {string} signs */
  further: (signs) => say("If a phone asks for further signs: {signs}", { signs: signs.toUpperCase() }),
  /** @param {unknown} addresses */
  others: (addresses) => sayIn("It can also be reached at {addresses}", { addresses }),
  qr: (/** @type {string} */ address) => say("QR code of {address}", { address }),
  stay: say("Phones have to stay in this Wi-Fi, with mobile data off."),
  wifi: say("A picture to scan for the Wi-Fi itself"),
  wifiHelp: say("Name and password stay on this page: they are sent nowhere, and gone when it is closed."),
  wifiName: say("Name of the Wi-Fi"),
  wifiPassword: say("Its password"),
  wifiQr: (/** @type {string} */ name) => say("QR code that joins the Wi-Fi {name}", { name }),
  who: say("Who is here"),
  /** @param {number} here @param {number} all */
  here: (here, all) =>
    here === all
      ? sayMany("{n} here", "{n} here", here)
      : sayMany("{n} here, {away} away for the moment", "{n} here, {away} away for the moment", here, {
          away: all - here,
        }),
  nobody: say("Nobody has joined yet."),
  end: say("End the room"),
  endAsk: say("End it for everybody? Names, answers and networks of this room are deleted at once."),
  endYes: say("Yes, end it"),
  endNo: say("No, go on"),
  ended: say("The room has ended. Nothing about anybody was kept."),
  gone: say("There is no such room any more."),
  save: say("Save the class’s file"),
  saveTable: say("As a table (CSV)"),
  savePage: say("As a page to print"),
  saveHelp: say(
    "Settings, final maps and answers by name. Beside this file, only networks that students kept outlast the room.",
  ),
  toDesk: say("To the desk"),
  /** @param {string} code */
  spelled: (code) => say("Code {signs}", { signs: [...code.toUpperCase()].join(" ") }),
  /** @param {string} address */
  check: (address) => say("Whether a phone gets through, {address} tells it before class.", { address }),
};

export const DESK = {
  title: (/** @type {string} */ code) => code,
  name: say("Desk"),
  place: say("Room"),
  fold: say("Fold the desk"),
  unfold: say("Open the desk"),
  /** @param {number} here @param {number} all */
  members: (here, all) => (all ? inRoom(here, all) : say("nobody here yet")),
  lines: {
    connecting: say("Connecting to the room."),
    open: "",
    lost: say("The connection to the room is lost; it is tried again by itself."),
    closed: "",
  },
  notLeading: say("Another tab or device leads this room."),
  takeBack: say("Take the lead back"),
  notShown: say("The class waits for your network."),
  pace: say("What students see"),
  projector: say("What the projector shows"),
  openProjector: say("Open the projector"),
  projectorHelp: say("In a window of its own, for the large screen. The room goes on when it is closed."),
  stages: {
    join: say("Code"),
    network: say("Network"),
    wall: say("Wall"),
    question: say("Question"),
    challenge: say("Challenge"),
  },
  people: say("People"),
  freeNames: say("Let them type names"),
  freeNamesHelp: say("Otherwise each gets a drawn name of two words."),
  give: (/** @type {string} */ name) => say("Show the network of {name}", { name }),
  giveShort: say("Show theirs"),
  floor: (/** @type {string} */ name) => say("Everybody looks at the network of {name}.", { name }),
  back: say("Show mine again"),
  remove: (/** @type {string} */ name) => say("Remove {name} from the room", { name }),
  removeShort: say("Remove"),
  removeSure: (/** @type {string} */ name) => say("Really remove {name} from the room?", { name }),
  sure: say("Really?"),
  away: say("away"),
  own: say("own network"),
  hand: say("Hand over the lead"),
  handHelp: say("Makes a link for a co-teacher or your second device: good once, for ten minutes."),
  handPlain: say(
    "This page came by plain http: whoever listens in this Wi-Fi could read the link, and lead in your place.",
  ),
  handLink: say("Link that takes the lead"),
  /** @param {number} seconds */
  handLeft: (seconds) =>
    seconds < 60
      ? say("Good for less than a minute.")
      : sayMany("Good for {n} minute.", "Good for {n} minutes.", Math.ceil(seconds / 60)),
  room: say("The room"),
};

export const PACES = {
  with_me: {
    name: say("With me"),
    about: say(
      "They look at your network while it trains, and may look around in it. Touching a control offers to take it " +
        "from there.",
    ),
  },
  own: {
    name: say("On your own"),
    about: say(
      "Each works on a network of their own, which began as yours at that very step. One tap shows yours again.",
    ),
  },
  steps: {
    name: say("Lesson steps"),
    about: say("They work freely on these steps of a lesson, each on a network of their own."),
  },
  eyes_up: {
    name: say("Eyes up"),
    about: say("Their pages are dimmed and show your sentence. Nothing is lost."),
  },
  switchTo: (/** @type {string} */ name) => say("Switch to “{name}”", { name }),
  change: say("Change it"),
  sentence: say("Your sentence"),
  eyesUp: say("Eyes up, please."),
  training: say("Their training meanwhile"),
  goesOn: say("Their training goes on"),
  rests: say("Their training rests"),
  lesson: say("Lesson"),
  first: say("From step"),
  last: say("To step"),
  coming: say("One moment: the lessons come."),
};

export const ASKING = {
  title: say("Ask first"),
  own: say("A question of your own"),
  kind: say("What they answer with"),
  kinds: { choice: say("A choice"), number: say("A number"), curve: say("A drawn curve") },
  text: say("The question"),
  hints: {
    choice: say("Which network will be better on the test data?"),
    number: say("What will the test accuracy be after 100 epochs?"),
    curve: say("Sketch the test loss."),
  },
  option: (/** @type {number} */ number) => say("Answer {number}", { number }),
  unit: say("Unit, if it has one"),
  epochs: say("Over how many epochs"),
  of: say("Of what"),
  truth: say("The truth will be"),
  typed: say("what I type"),
  measures: {
    test_loss: say("test loss"),
    train_loss: say("training loss"),
    test_accuracy: say("test accuracy"),
    train_accuracy: say("training accuracy"),
    test_score: say("test accuracy"),
    epoch: say("epochs trained"),
    parameters: say("parameters"),
  },
  percent: "%",
  ask: say("Ask it"),
  lacking: {
    text: say("Write the question first."),
    options: say("Write at least two answers to choose from."),
    epochs: say("Say over how many epochs, such as 100."),
  },
  fromLesson: say("Ask the question of this lesson step"),
  open: (/** @type {number} */ answered, /** @type {number} */ members) =>
    say("{answered} of {members} have answered.", { answered, members }),
  lock: say("Lock the answers"),
  lockHelp: say("Then press Play: nobody can change an answer any more."),
  locked: (/** @type {number} */ answered) =>
    sayMany(
      "Locked, with {n} answer. Run it now, then show what came.",
      "Locked, with {n} answers. Run it now, then show what came.",
      answered,
    ),
  cloud: say("Show the guesses"),
  reveal: say("Show what came"),
  /** @param {string} name @param {string} value @param {number} epoch */
  revealNow: (name, value, epoch) => say("Show what came: {name} {value} at epoch {epoch}", { name, value, epoch }),
  notYet: (/** @type {number} */ at, /** @type {number} */ epochs) =>
    say("The run is at epoch {at} of {epochs}: press Play.", { at, epochs }),
  none: say("The network has no such number for these data."),
  right: say("What came"),
  again: say("Vote again"),
  againHelp: say("They talk to a neighbour and answer once more; both rounds can be compared."),
  done: say("Done with it"),
  round: (/** @type {number} */ round) => (round === 1 ? say("First round") : say("Second round")),
  waits: say("The answer is not known yet."),
};

export const CLOUD = {
  truth: say("what came"),
  said: (/** @type {string} */ value) => say("What came is {value}.", { value }),
  guesses: say("guesses"),
  /** @param {string} option @param {number} count */
  bar: (option, count) => sayMany("{option}: {n} answer", "{option}: {n} answers", count, { option }),
  isTrue: say("✓ so it was"),
  isOwn: say("(your answer)"),
  none: say("No answers."),
  numbers: (/** @type {number} */ count, /** @type {number} */ middle, /** @type {string} */ unit) =>
    count === 1
      ? say("1 answer: {value}.", { value: CLOUD.came(middle, unit) })
      : sayMany("{n} answer; their median is {value}.", "{n} answers; their median is {value}.", count, {
          value: CLOUD.came(middle, unit),
        }),
  curves: (/** @type {number} */ count) => sayMany("{n} drawn curve.", "{n} drawn curves.", count),
  curvesAndTruth: (/** @type {number} */ count) =>
    sayMany("{n} drawn curve, and the one that came.", "{n} drawn curves, and the one that came.", count),
  came: (/** @type {number} */ value, /** @type {string} */ unit) => withUnit(plain(value), unit),
};

export const PROJECTOR = {
  name: say("Projector"),
  open: sayAs("an address", "Open"), // which stands below, in large letters
  /** @param {unknown} address */
  late: (address) => sayIn("Open {address}", { address }),
  /** @param {number} here @param {number} all */
  members: (here, all) => (all ? inRoom(here, all) : say("Nobody is here yet")),
  stay: say("Stay in this Wi-Fi, mobile data off."),
  onlyHere: say("Only this machine can join: nobody else can reach this server."),
  noToken: say("Open the projector from the desk: this address lacks what it needs."),
  lost: say("Connecting again …"),
  ended: say("The room has ended."),
  moved: say("Another window is the projector now."),
  away: say("The teacher’s network is away for a moment."),
  waiting: say("One moment: the network comes."),
  epoch: say("Epoch"),
  trainLoss: say("Train loss"),
  testLoss: say("Test loss"),
  accuracy: say("Test accuracy"),
  parameters: say("Parameters"),
  /** @param {number} answered @param {number} members */
  answered: (answered, members) => say("{answered} of {members} have answered", { answered, members }),
  locked: say("The answers are locked."),
  map: say("What the network answers over the plane"),
  /** @param {string} across @param {string} up */
  axes: (across, up) => say("{across} to the right, {up} upwards", { across, up }),
  /** @param {string} across */
  axis: (across) => say("{across} to the right", { across }),
  network: say("The network: its units and its weights"),
  curves: say("Train and test loss over the epochs"),
  losses: say("losses: train solid, test dashed"),
  epochs: (/** @type {number} */ epochs) => sayMany("{n} epoch", "{n} epochs", epochs),
  noQuestion: say("No question is open."),
  noChallenge: say("No challenge is set."),
  noTiles: say("Choose tiles on the wall."),
};

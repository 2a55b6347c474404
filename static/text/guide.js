/** Every word of the guide behind "?": the key to the picture, the page's words, its keys, and what to try. */

import { say } from "./say.js";

export const GUIDE = {
  title: say("How to read this page"),
  close: say("Close the guide"),
  picture: say("The picture"),
  words: say("Words"),
  keys: say("Keys"),
  tries: say("To try"),
  setUp: say("Set up"),
  show: say("Show"),
  open: say("Open"),
  anew: say("What is set up begins anew, with the usual settings but for what it needs. Then press Play."),
  first: say("First steps"),
  firstText: say("Four steps of a minute each, beside the network."),
  lesson: say("Lessons"),
  lessonText: say("The whole lecture in steps: guess first, then see what your own network does."),
  room: say("A class in one room"),
  roomText: say(
    "Phones look into your network while it trains, and take it from there, by a code and without accounts.",
  ),
};

/** The key to the picture; `draw` names what views/guide/legend.js draws beside the words. */
export const LEGEND = /** @type {const} */ ([
  {
    draw: "lines",
    title: say("A line is a weight"),
    text: say(
      "Blue and solid is positive: the more comes along it, the larger the next sum. Orange and dashed is negative: " +
        "the more comes along it, the smaller the sum. The wider, the larger the weight.",
    ),
  },
  {
    draw: "unit",
    title: say("A tile is a unit"),
    text: say(
      "It shows the unit's output at each place of the large map: blue above zero, orange below, pale near zero.",
    ),
  },
  {
    draw: "map",
    title: say("The large map is the answer"),
    text: say(
      "The bluer, the surer it is of the blue circles, whose probability is P(blue); the more orange, of the " +
        "squares. Of numbers: blue above zero, orange below.",
    ),
  },
  {
    draw: "biases",
    title: say("The dot at its corner is its bias"),
    text: say(
      "It is added to the unit's sum. A full blue dot is positive, an orange ring negative; the larger it is, the " +
        "larger the bias.",
    ),
  },
  {
    draw: "points",
    title: say("A point is a sample"),
    text: say(
      "Colour and shape are its class, or its number. White-edged: the network learns from it. Dark-edged: it only " +
        "tests; test loss and accuracy are of these, and “Test data” shows them.",
    ),
  },
  {
    draw: "wrong",
    title: say("A ring with ticks is a mistake"),
    text: say("That point is in the wrong class. “Mistakes” marks them."),
  },
  {
    draw: "curves",
    title: say("Solid for training, dashed for test"),
    text: say("Where the dashed curve rises while the solid one falls, the network learns by heart."),
  },
  {
    draw: "restarts",
    title: say("↺ restarts"),
    text: say("A change there begins anew from initial weights; any other change acts on the network as it is."),
  },
]);

/** What stands short on the page. */
export const GLOSSARY = /** @type {const} */ ([
  [say("Batch"), say("The few samples, drawn from the training data, that a step is computed from.")],
  [say("Step"), say("One change of all weights, computed from one batch. “▸| batch” trains one step.")],
  [say("Epoch"), say("One pass through all training data, batch by batch. “▸| epoch” trains to its end.")],
  [say("Steps/s"), say("How many steps a second it trains at this moment.")],
  [say("Loss"), say("How wrong the network is, as one number. Training makes that of the training data small.")],
  [
    say("dead, flat"),
    say("A unit whose output is the same for all training data; dead if no gradient reaches it either."),
  ],
  [
    say("Seed"),
    say("A number that decides all that is random: the same seed gives the same points and the same weights again."),
  ],
]);

/**
 * The keys that the page has; `keys` are their names for people, `says` what they do. Tests press each of them, and
 * hold the list against those that the page listens for.
 */
export const SHORTCUTS = /** @type {const} */ ([
  { name: "play", keys: [say("Space")], says: say("Play and pause") },
  { name: "batch", keys: ["→"], says: say("Train one batch") },
  { name: "epoch", keys: ["Shift", "→"], says: say("Train to the end of the epoch") },
  { name: "reset", keys: ["R"], says: say("Back to the initial weights") },
  { name: "undo", keys: ["Ctrl", "Z"], says: say("Undo the last change, with what was trained since") },
  { name: "redo", keys: ["Ctrl", "Shift", "Z"], says: say("Redo: back to what was left") },
  { name: "present", keys: ["F"], says: say("Present on the whole screen, and back") },
  { name: "regions", keys: ["F6"], says: say("From one part of the page to the next; with Shift back") },
  { name: "guide", keys: ["?"], says: say("This guide") },
  { name: "close", keys: ["Esc"], says: say("Close what is open") },
  { name: "move", keys: [say("Arrows")], says: say("On a unit: to the next one. On the map: move a crosshair") },
  { name: "edit", keys: ["Enter"], says: say("On a unit: its weights and bias, to type others") },
]);

/** What can be tried at once; `name` is that of its settings in state/tries.js. */
export const TRIES = /** @type {const} */ ([
  {
    name: "spiral",
    title: say("A spiral needs more than x₁ and x₂"),
    text: say("From these two it stays below 85 %. Switch on sin x₁ and sin x₂, and press ↺: soon it is beyond 90 %."),
  },
  {
    name: "three",
    title: say("Three units are enough for the circle"),
    text: say("One layer of three surrounds it. Take one unit away: two stay below 90 %."),
  },
  {
    name: "xor",
    title: say("One unit cannot solve XOR"),
    text: say("A single unit draws one straight line and stays below 75 %. Add units until it is beyond 95 %."),
  },
  {
    name: "heart",
    title: say("Learning by heart"),
    text: say("Few points, some labelled wrongly, many units: the training loss falls while the test loss rises."),
  },
]);

/** The words of data of one's own: drawing, uploading, inputs that are held. */

import { listedWithAnd } from "./lists.js";
import { inPercent } from "./numbers.js";
import { between } from "./page.js";
import { say, sayAs, sayMany } from "./say.js";

/** @typedef {import("../state/drawing.js").Tool} Tool */

export const OWN_DATA = {
  chosen: say("your own"),
  unreachable: say("The server could not be reached, so your data is not there yet; try again in a moment."),
  between,
  full: say("There are 5,000 points, which is as many as are taken; erase some."),
  few: say("There is nothing to train on yet: draw two or more points, best some of each class, then press play."),
};

export const DRAW = {
  kind: say("What the points are"),
  kinds: (/** @type {number} */ classes) =>
    classes ? sayMany("{n} class", "{n} classes", classes) : say("values"),
  curve: say("a curve"),
  class: say("Class to draw"),
  ofClass: (
    /** @type {number} */ index,
    /** @type {number} */ classes,
    /** @type {string | undefined} */ name = undefined,
  ) => name ?? (classes === 2 ? side(index) : say("class {number}", { number: index + 1 })),
  value: say("Value to draw"),
  tools: say("Tool"),
  tool: /** @type {Record<Tool, string>} */ ({ point: say("Point"), brush: say("Brush"), eraser: say("Eraser") }),
  toolHelp: /** @type {Record<Tool, string>} */ ({
    point: say("One point at a click, a line of them when dragged"),
    brush: say("A cloud of points at a click, more when dragged"),
    eraser: say("Removes the points it touches"),
  }),
  undo: say("Undo"),
  undoHelp: say("Undo (Ctrl+Z)"),
  clear: say("Clear"),
  clearHelp: say("Remove all points"),
  done: say("Done"),
  doneHelp: say("Go on with these points (Escape)"),
  curveHelp: say("input across, value up"),
  /** Why the drawing begins empty. @param {number} inputs */
  empty: (inputs) =>
    inputs === 1
      ? say("These data have one input and classes, but over one input values are drawn: this is a new, empty drawing.")
      : say("These data have {inputs} inputs, but points are drawn with one or two: this is a new, empty drawing.", {
          inputs,
        }),
  /** @param {number} points @param {boolean} waits whether training goes on with them by itself */
  count: (points, waits) => {
    if (points >= 2) return sayMany("{n} point", "{n} points", points);
    return waits
      ? sayMany(
          "{n} point: training waits for two or more.",
          "{n} points: training waits for two or more.",
          points,
        )
      : sayMany(
          "{n} point: draw two or more, then press play.",
          "{n} points: draw two or more, then press play.",
          points,
        );
  },
  canvas: (/** @type {number} */ points) =>
    sayMany(
      "Drawing, {n} point. Click, drag or touch to draw; or move the crosshair with the arrow keys and press Enter. " +
        "Escape ends the drawing.",
      "Drawing, {n} points. Click, drag or touch to draw; or move the crosshair with the arrow keys and press Enter. " +
        "Escape ends the drawing.",
      points,
    ),
};

const side = (/** @type {number} */ index) => (index ? say("positive class") : say("negative class"));
const megabytes = (/** @type {number} */ bytes) => Number((bytes / 1024 / 1024).toFixed(1));

/** What a column holds, as server/tables/facts.py has it. @type {Record<string, string>} */
const HELD = {
  numbers: say("numbers"),
  dates: say("dates"),
  "two values": say("two values"),
  "a few values": say("a few values"),
  texts: say("texts"),
  "one value": say("one value"),
  empty: say("empty"),
};

export const UPLOAD = {
  title: say("A table of your own"),
  close: say("Close"),
  file: say("Choose a file …"),
  paste: say("… or drop a file anywhere on this page, or paste rows here"),
  pasted: say("what you pasted"),
  typed: say("what you typed"),
  read: say("Read these rows"),
  nothing: say("There are no rows yet: paste or type some, or choose a file."),
  what: (/** @type {number} */ most) =>
    say(
      "CSV or TSV with one row for each sample: columns to learn from (numbers, dates, or a few different texts), " +
        "and one to predict (a class or a number). Up to {most} MB; decimal commas and points are understood, and " +
        "tabs, semicolons, commas, vertical bars or spaces between cells. It stays on this server, in memory.",
      { most: megabytes(most) },
    ),
  reading: say("Reading the table …"),
  tooLarge: (/** @type {number} */ size, /** @type {number} */ most) =>
    say("This file has {size} MB, but at most {most} MB are taken; keep fewer rows or columns of it.", {
      size: megabytes(size),
      most: megabytes(most),
    }),
  /** @param {string} name @param {import("../own_data.js").Preview} preview */
  facts: (name, { total, columns, delimiter, encoding }) =>
    say("{name}: {rows}, {columns}, separated by {delimiter}s, {encoding}.", {
      name,
      rows: sayMany("{n} row", "{n} rows", total),
      columns: sayMany("{n} column", "{n} columns", columns.length),
      delimiter,
      encoding,
    }),
  header: say("The first row holds the names"),
  how: say("How the file is read"),
  found: say("found out"),
  separator: say("Separator"),
  separators: {
    ",": say("comma"),
    ";": say("semicolon"),
    "\t": say("tab"),
    "|": say("vertical bar"),
    " ": say("spaces"),
    ":": say("colon"),
    "/": say("slash"),
    "#": say("hash sign"),
    "^": say("caret"),
    "~": say("tilde"),
    _: say("underscore"),
  },
  encoding: say("Encoding"),
  encodings: {
    "utf-8": "UTF-8",
    cp1252: say("Windows-1252 (western Europe)"),
    "latin-1": say("Latin-1 (western Europe)"),
    cp1251: say("Windows-1251 (Cyrillic)"),
    cp1254: say("Windows-1254 (Turkish)"),
    cp1250: say("Windows-1250 (central Europe)"),
    cp1253: say("Windows-1253 (Greek)"),
    cp1257: say("Windows-1257 (Baltic)"),
    gb18030: say("GB 18030 (Chinese)"),
    shift_jis: say("Shift JIS (Japanese)"),
    euc_jp: say("EUC-JP (Japanese)"),
    euc_kr: say("EUC-KR (Korean)"),
    big5: say("Big5 (Chinese)"),
    koi8_r: say("KOI8-R (Cyrillic)"),
    mac_roman: say("Mac Roman (old Macs)"),
    cp850: say("CP 850 (DOS)"),
    cp866: say("CP 866 (DOS, Cyrillic)"),
    "utf-16": say("UTF-16"),
  },
  first: say("The table begins in line"),
  seed: say("Seed that chooses the rows"),
  beginning: say("The file begins like this:"),
  rows: say("The first rows"),
  kind: (/** @type {string} */ kind, /** @type {number} */ missing) => {
    const told = HELD[kind] ?? kind;
    return missing ? say("{kind}, {missing} missing", { kind: told, missing }) : told;
  },
  use: (/** @type {string} */ name) => say("Use {name} as", { name }),
  roles: /** @type {Record<import("../state/choosing.js").Role, string>} */ ({
    input: say("input"),
    target: say("target"),
    unused: say("not used"),
  }),
  question: say("What is to be predicted?"),
  as: say("Predicted as"),
  none: say("choose a column"),
  yours: (/** @type {string} */ name) => say("You chose “{name}” as the target.", { name }),
  twins: (/** @type {string[]} */ names, /** @type {string} */ target) =>
    sayMany(
      "{names} says the same as “{target}” in other words, so it is not used.",
      "{names} say the same as “{target}” in other words, so they are not used.",
      names.length,
      { names: listedWithAnd(names.map((name) => say("“{name}”", { name }))), target },
    ),
  readings: /** @type {Record<"class" | "number", string>} */ ({ class: say("classes"), number: say("a number") }),
  standardised: say(
    "Inputs are standardised by the rows that train: the network sees how many of their standard deviations each " +
      "value lies from their mean. Axes show the original numbers. Rows that miss a chosen value are left out.",
  ),
  incomplete: say("Choose what is to be predicted, and one input or more."),
  other: say("Another table"),
  train: (/** @type {string | undefined} */ target) =>
    target ? say("Learn to predict “{target}”", { target }) : say("Learn from it"),
};

export const INPUTS = {
  across: say("Across"),
  up: say("Up"),
  help: say("The map and the units' pictures show the plane of two inputs, where all others are held as set here."),
  onThePlane: say("on the plane"),
  answer: say("What the network answers here"),
  words: {
    positive: sayAs("class", "positive"),
    negative: sayAs("class", "negative"),
    score: say("score"),
    ofClass: (/** @type {number} */ index) => say("class {number}", { number: index + 1 }),
  },
  percent: (/** @type {number} */ share) => inPercent(share),
  pad: say("Pad: draw a picture with pointer or finger; arrow keys move from cell to cell, Enter fills or blanks one"),
  erase: say("Erase"),
  clear: say("Clear"),
  sample: say("A test picture"),
  sampleHelp: say("One that the network has not learned from"),
  padHelp: say("Draw a picture: it is what the network is given. Watch its answer change, also while it trains."),
};

/** The words of data of one's own: drawing, uploading, inputs that are held. */

import { between } from "./page.js";

/** @typedef {import("../state/drawing.js").Tool} Tool */

const many = (/** @type {number} */ count, /** @type {string} */ one) =>
  `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

export const OWN_DATA = {
  chosen: "your own",
  unreachable: "The server could not be reached, so your data is not there yet; try again in a moment.",
  between,
  full: "There are 5,000 points, which is as many as are taken; erase some.",
  few: "There is nothing to train on yet: draw two or more points, best some of each class, then press play.",
};

export const DRAW = {
  kind: "What the points are",
  kinds: (/** @type {number} */ classes) => (classes ? `${classes} classes` : "values"),
  curve: "a curve",
  class: "Class to draw",
  ofClass: (
    /** @type {number} */ index,
    /** @type {number} */ classes,
    /** @type {string | undefined} */ name = undefined,
  ) => name ?? (classes === 2 ? (index ? "positive class" : "negative class") : `class ${index + 1}`),
  value: "Value to draw",
  tools: "Tool",
  tool: /** @type {Record<Tool, string>} */ ({ point: "Point", brush: "Brush", eraser: "Eraser" }),
  toolHelp: /** @type {Record<Tool, string>} */ ({
    point: "One point at a click, a line of them when dragged",
    brush: "A cloud of points at a click, more when dragged",
    eraser: "Removes the points it touches",
  }),
  undo: "Undo",
  undoHelp: "Undo (Ctrl+Z)",
  clear: "Clear",
  clearHelp: "Remove all points",
  done: "Done",
  doneHelp: "Go on with these points (Escape)",
  curveHelp: "input across, value up",
  /** Why the drawing begins empty. @param {number} inputs */
  empty: (inputs) =>
    inputs === 1
      ? "These data have one input and classes, but over one input values are drawn: this is a new, empty drawing."
      : `These data have ${inputs} inputs, but points are drawn with one or two: this is a new, empty drawing.`,
  /** @param {number} points @param {boolean} waits whether training goes on with them by itself */
  count: (points, waits) => {
    if (points >= 2) return many(points, "point");
    return (
      `${many(points, "point")}: ` +
      `${waits ? "training waits for two or more." : "draw two or more, then press play."}`
    );
  },
  canvas: (/** @type {number} */ points) =>
    `Drawing, ${many(points, "point")}. Click, drag or touch to draw; or move the crosshair with the arrow keys and ` +
    `press Enter. Escape ends the drawing.`,
};

const megabytes = (/** @type {number} */ bytes) => Number((bytes / 1024 / 1024).toFixed(1));

export const UPLOAD = {
  title: "A table of your own",
  close: "Close",
  file: "Choose a file …",
  paste: "… or drop a file anywhere on this page, or paste rows here",
  pasted: "what you pasted",
  typed: "what you typed",
  read: "Read these rows",
  nothing: "There are no rows yet: paste or type some, or choose a file.",
  what: (/** @type {number} */ most) =>
    `CSV or TSV with one row for each sample: columns to learn from (numbers, dates, or a few different texts), ` +
    `and one to predict (a class or a number). ` +
    `Up to ${megabytes(most)} MB; decimal commas and points are understood, and tabs, semicolons, commas, vertical ` +
    `bars or spaces between cells. It stays on this server, in memory.`,
  reading: "Reading the table …",
  tooLarge: (/** @type {number} */ size, /** @type {number} */ most) =>
    `This file has ${megabytes(size)} MB, but at most ${megabytes(most)} MB are taken; keep fewer rows or columns ` +
    `of it.`,
  /** @param {string} name @param {import("../own_data.js").Preview} preview */
  facts: (name, { total, columns, delimiter, encoding }) =>
    `${name}: ${many(total, "row")}, ${many(columns.length, "column")}, separated by ${delimiter}s, ${encoding}.`,
  header: "The first row holds the names",
  how: "How the file is read",
  found: "found out",
  separator: "Separator",
  separators: {
    ",": "comma",
    ";": "semicolon",
    "\t": "tab",
    "|": "vertical bar",
    " ": "spaces",
    ":": "colon",
    "/": "slash",
    "#": "hash sign",
    "^": "caret",
    "~": "tilde",
    _: "underscore",
  },
  encoding: "Encoding",
  encodings: {
    "utf-8": "UTF-8",
    cp1252: "Windows-1252 (western Europe)",
    "latin-1": "Latin-1 (western Europe)",
    cp1251: "Windows-1251 (Cyrillic)",
    cp1254: "Windows-1254 (Turkish)",
    cp1250: "Windows-1250 (central Europe)",
    cp1253: "Windows-1253 (Greek)",
    cp1257: "Windows-1257 (Baltic)",
    gb18030: "GB 18030 (Chinese)",
    shift_jis: "Shift JIS (Japanese)",
    euc_jp: "EUC-JP (Japanese)",
    euc_kr: "EUC-KR (Korean)",
    big5: "Big5 (Chinese)",
    koi8_r: "KOI8-R (Cyrillic)",
    mac_roman: "Mac Roman (old Macs)",
    cp850: "CP 850 (DOS)",
    cp866: "CP 866 (DOS, Cyrillic)",
    "utf-16": "UTF-16",
  },
  first: "The table begins in line",
  seed: "Seed that chooses the rows",
  beginning: "The file begins like this:",
  rows: "The first rows",
  kind: (/** @type {string} */ kind, /** @type {number} */ missing) =>
    missing ? `${kind}, ${missing.toLocaleString("en")} missing` : kind,
  use: (/** @type {string} */ name) => `Use ${name} as`,
  roles: /** @type {Record<import("../state/choosing.js").Role, string>} */ ({
    input: "input",
    target: "target",
    unused: "not used",
  }),
  question: "What is to be predicted?",
  as: "Predicted as",
  none: "choose a column",
  yours: (/** @type {string} */ name) => `You chose “${name}” as the target.`,
  twins: (/** @type {string[]} */ names, /** @type {string} */ target) =>
    `${names.map((name) => `“${name}”`).join(" and ")} ${names.length === 1 ? "says" : "say"} the same as ` +
    `“${target}” in other words, so ${names.length === 1 ? "it is" : "they are"} not used.`,
  readings: /** @type {Record<"class" | "number", string>} */ ({ class: "classes", number: "a number" }),
  standardised:
    "Inputs are standardised by the rows that train: the network sees how many of their standard deviations each " +
    "value lies from their mean. Axes show the original numbers. Rows that miss a chosen value are left out.",
  incomplete: "Choose what is to be predicted, and one input or more.",
  other: "Another table",
  train: (/** @type {string | undefined} */ target) => (target ? `Learn to predict “${target}”` : "Learn from it"),
};

export const INPUTS = {
  across: "Across",
  up: "Up",
  help: "The map and the units' pictures show the plane of two inputs, where all others are held as set here.",
  onThePlane: "on the plane",
  answer: "What the network answers here",
  words: {
    positive: "positive",
    negative: "negative",
    score: "score",
    ofClass: (/** @type {number} */ index) => `class ${index + 1}`,
  },
  percent: (/** @type {number} */ share) => `${(share * 100).toFixed(1)} %`,
  pad: "Pad: draw a picture with pointer or finger; arrow keys move from cell to cell, Enter fills or blanks one",
  erase: "Erase",
  clear: "Clear",
  sample: "A test picture",
  sampleHelp: "One that the network has not learned from",
  padHelp: "Draw a picture: it is what the network is given. Watch its answer change, also while it trains.",
};

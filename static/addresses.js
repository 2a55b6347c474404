/**
 * Every address of the server that the page asks at, so that one place shows what the two have to agree on. All are
 * relative to the page: a proxy may show it below any path. Those of documents ask for the language that the page's own
 * address asks for, and those of files for the one that the page speaks.
 */

import { inLanguage } from "./state/asked_language.js";
import { LOCALE } from "./text/say.js";

/** Over which the network is told of. @param {string} page its whole address @returns {string} */
export function socketOf(page) {
  const { protocol, host, pathname } = new URL(SOCKET, page);
  return `${protocol === "https:" ? "wss" : "ws"}://${host}${pathname}`;
}

/** The same, for an ordinary request. */
export const SOCKET = "ws";

/** Over which a room of the class is told of. @param {string} page its whole address @param {string} code */
export function roomSocketOf(page, code) {
  return `${socketOf(page)}/rooms/${segment(code)}`;
}

/** The document itself. */
export const PAGE = "./";

/** The page that tells whether a phone gets through. */
export const CHECK = "check";

/** The place where a class begins, and ends. */
export const CLASS = "class";

/** What is kept of a class, in ten lines. */
export const PRIVACY = "privacy";

/** The document that shows a room to all who are in it. @param {string} code @param {string} token a secret */
export const projectorAt = (code, token) =>
  inLanguage(`projector#${segment(code)}.${segment(token)}`);

/**
 * The same document with one member's network, for whoever leads.
 *
 * @param {string} code @param {string} look a secret that is good for this alone @param {number} member
 */
export const lookOnAt = (code, look, member) =>
  inLanguage(`projector#${segment(code)}.${segment(look)}.${member}`);

/** Who opens this may lead the room. @param {string} code @param {string} secret that is good once */
export const handOverAt = (code, secret) => inLanguage(`${CLASS}#${segment(code)}.${segment(secret)}`);

/** The lesson for whoever opens the page without a teacher. */
export const FIRST_LESSON = "first-five-minutes";

/** The lesson on one neuron, to be opened beside the page. */
export const NEURON_LESSON = "neuron";

/** The place that lists all lessons. */
export const LESSONS = "lessons";

/** All steps of a lesson, to be printed. */
export const lessonPrint = (/** @type {string} */ name) => inLanguage(`lessons/${segment(name)}/print`);

/** Where a lesson begins. */
export const lessonAt = (/** @type {string} */ name) => inLanguage(segment(name));

/** What is the same for everybody: one of `READ`. @param {string} what */
export const ofEverybody = (what) => `api/${what}`;

/** About one page's network: the name of a question, or one of `ASKED`. @param {string} session @param {string} what */
export const ofSession = (session, what) => `api/sessions/${segment(session)}/${what}`;

export const READ = {
  activations: "activations",
  thumbnails: "thumbnails",
  reach: "reach",
  classroom: "class",
  /** @param {string} text */
  formula: (text) => `formula?text=${segment(text)}`,
  /** @param {string} name of a file in server/words/texts */
  explanation: (name) => `explanations/${segment(name)}`,
  lessons: "lessons",
  lessonWriting: "lessons/writing",
  /** @param {string} name */
  lesson: (name) => `lessons/${segment(name)}`,
  experiments: "experiments/catalogue",
  experimentCost: "experiments/cost",
  /** Those of a session's owner. @param {string} session */
  ownExperiments: (session) => `experiments?session=${segment(session)}`,
  /** @param {string} id @param {number} since which revision, 0: all @returns {string} */
  experiment: (id, since) => `experiments/${segment(id)}${since ? `?since=${since}` : ""}`,
  /** @param {string} id @param {string} what to do with it, "" for what its method does @param {string} session */
  experimentDo: (id, what, session) =>
    `experiments/${segment(id)}${what ? `/${what}` : ""}?session=${segment(session)}`,
  /** @param {string} id */
  experimentOpen: (id) => `experiments/${segment(id)}/open`,
};

export const ASKED = {
  data: "data.csv",
  network: "network",
  share: "share",
  silent: "silent",
  byHand: "by-hand",
  /** @param {string} id */
  shared: (id) => `shared/${segment(id)}`,
  /** @param {string} name of a network set by hand */
  ready: (name) => `ready/${segment(name)}`,
  /** @param {"created" | "updated"} by the newest first @param {number} offset of the first row @param {number} most */
  labBook: (by, offset, most) => `lab-book?by=${by}&offset=${offset}&most=${most}`,
  labBookTable: "lab-book/csv",
  labBookLanes: "lab-book/lanes",
  /** @param {string} key of a row @param {string} what to do with it */
  labBookRow: (key, what) => `lab-book/${segment(key)}/${what}`,
  /** @param {string} name of a lesson @param {number} step @param {number} number of the question in it */
  lessonCheck: (name, step, number) => `lessons/${segment(name)}/${step}/${number}`,
  formulas: "graph/formulas",
  gradientCheck: "graph/check",
  seeds: "seeds",
  cancelSeeds: "seeds/cancel",
};

/** What can be taken home of an experiment. @param {string} id @param {string} file */
export const ofExperiment = (id, file) => inSpoken(ofEverybody(`experiments/${segment(id)}/${file}`));

/** The data of one page's network, as a file. @param {string} session */
export const dataOf = (session) => inSpoken(ofSession(session, ASKED.data));

/** What is asked of the class's rooms. */
export const ROOM = {
  open: "rooms",
  /** @param {string} code @param {"join" | "resume" | "lead" | "fork" | "keep" | "look" | "answer" | "file"} what */
  of: (code, what) => `rooms/${segment(code)}/${what}`,
};

/** Where a person's own data goes. */
export const OWN = {
  points: "api/own/points",
  /** @param {object} wishes how the table is to be read */
  tables: (wishes) => `api/own/tables?wishes=${segment(JSON.stringify(wishes))}`,
  /** @param {string} name */
  table: (name) => `api/own/tables/${segment(name)}`,
};

/** What the browser fetches itself, without the headers of a script's requests. @param {string} address */
function inSpoken(address) {
  return inLanguage(address, LOCALE);
}

/** @param {string} text */
function segment(text) {
  return encodeURIComponent(text);
}

/**
 * What pages and a class's room say to each other: the twin of `server/classroom/told.py` and `said.py`, one
 * function for each message that a page may send; `tests/golden/classroom.json` holds both sides to the same texts.
 */

/** @typedef {[number, number] | string} Name two numbers (static/text/classroom_names.js has words), or a text */
/** @typedef {"with_me" | "own" | "steps" | "eyes_up"} Mode */
/** @typedef {"shown" | "own"} Source which network a member's page shows */
/** @typedef {"choice" | "number" | "curve"} Kind */
/** @typedef {number | number[]} Value an option's number, a number, or a curve from 0 to 1 */

// ---- what the server tells

/**
 * @typedef {{mode: Mode, text: string, trains: boolean, lesson: string, first: number, last: number}} Pace what
 *   members' pages show; `trains` says whether training goes on while eyes are up
 * @typedef {object} Axis what a curve is drawn of, over so many epochs, and what its box's edges stand for
 * @property {string | null} measure @property {number} epochs
 * @property {number} low @property {number} high @property {boolean} is_log
 * @property {string} [x] in words, where there is no measure @property {string} [y]
 */
/**
 * @typedef {{name: string, step: number, number: number, language: string}} OfLesson where a question stands in a
 *   lesson, and in which language its texts were asked
 * @typedef {{counts?: number[], values?: number[], curves?: number[][]}} Cloud the answers of a round: how many
 *   chose each option, the numbers in order, or the curves
 */
/**
 * @typedef {object} Question
 * @property {number} number @property {Kind} kind @property {string} text @property {string[]} options
 * @property {number | null} least @property {number | null} most @property {string} unit @property {Axis | null} axis
 * @property {OfLesson | null} lesson whose it is (static/state/classroom/asked_words.js), as its texts say it
 * @property {number} round 1 or 2 @property {"open" | "locked" | "shown"} phase
 * @property {number} answered how many, in this round @property {Value | null} truth
 * @property {[Cloud | null, Cloud | null]} clouds one for each round; null while it is not shown
 */
/**
 * @typedef {object} Challenge
 * @property {number} number @property {{measure: string, at: number}} goal
 * @property {"parameters" | "epochs" | "loss"} by @property {string[]} locked @property {"open" | "closed"} phase
 * @property {number} reached @property {number} of @property {number | null} best
 * @property {[Name, number][] | null} top the five best, while the teacher shows them
 */
/**
 * @typedef {{what: "join" | "network" | "wall" | "question" | "challenge", names: boolean, tiles: number[]}} Stage what
 *   the projector shows
 */
/**
 * @typedef {object} Room what everybody in the room may know
 * @property {"room"} type @property {number} version grows with every change: older news may be left unread
 * @property {string} code @property {number} members @property {number} here how many of them
 * @property {Pace} pace @property {boolean} free_names
 * @property {Name | null} floor whose network is shown in place of the lead's
 * @property {boolean} is_led whether the desk of whoever leads is there @property {boolean} shown whether a network is
 * @property {Question | null} question @property {Challenge | null} challenge @property {Stage} stage
 * @property {string} further signs beside the code, for whoever is asked for them
 */
/** @typedef {{question: number, round: number, value: Value}} OwnAnswer */
/** @typedef {{place: number, of: number, value: number}} Standing */
/**
 * @typedef {object} Me what only this member may know
 * @property {"me"} type @property {number} version @property {number} number @property {Name} name
 * @property {number} spins how often the drawn name may yet be drawn anew
 * @property {Source} source @property {string | null} session of the member's own network
 * @property {string} owner whose rows of the lab book are this member's, while the room lives
 * @property {OwnAnswer[]} answers @property {Standing | null} standing
 * @property {boolean} on_trial whether a network of theirs reached the challenge's goal and is trained again
 * @property {{word: string, seconds: number} | null} resume what moves the member to another device
 */
/**
 * @typedef {object} Member at whose own network an onlooker looks
 * @property {"member"} type @property {number} number @property {Name} name @property {boolean} here
 * @property {Source} source what the member's page shows
 * @property {"none" | "awake" | "rests"} network how the member's own is
 */
/**
 * @typedef {{number: number, name: Name, here: boolean, source: Source, answered: boolean, seen: number}} MemberRow
 *   `seen`: how many seconds ago it did something
 * @typedef {{member: number, value: Value}} AnswerRow to the question in hand, in its round
 * @typedef {{member: number, value: number, reached: number, tried: number}} RecordRow `reached`: how many of the other
 *   seeds that were `tried` reach the goal, too
 */
/**
 * @typedef {object} Desk what only those who may lead know
 * @property {"desk"} type @property {number} version
 * @property {number} counter of the lease: each of the lead's messages carries it @property {boolean} leads
 * @property {MemberRow[]} members @property {AnswerRow[]} answers
 * @property {RecordRow[]} records of the challenge, the best one first
 * @property {{secret: string, seconds: number} | null} hand_over @property {string} projector its token
 * @property {string} look by which a window looks at one member's network, and does nothing else
 * @property {{members: number}} limits
 */
/** @typedef {{type: "answered", id: string}} Answered the answer is on the disk: it need not be sent again */
/**
 * @typedef {{type: "refused", id: string, values: Record<string, string | number>, about: string | null}} Refused
 *   worded by static/text/classroom.js
 */
/** @typedef {{type: "alive"}} Alive */
/**
 * @typedef {"ended" | "taken_over" | "moved" | "no_such_room" | "not_reading" | "server_stops" | "left" |
 *   "too_many_misses" | "never_entered" | "too_many_sockets" | "not_leading" | "no_such_member" | "elsewhere"} ByeCode
 * @typedef {{type: "bye", code: ByeCode, front?: number}} Bye `front`: which server has the room, of several
 */
/** @typedef {Room | Me | Member | Desk | Answered | Refused | Alive | Bye} Told */

/** A text of the server's. @param {string} text @returns {Told} */
export const readTold = (text) => JSON.parse(text);

// ---- what a page says: one function for each message

/** @param {string} type @param {object} fields */
const message = (type, fields = {}) => ({ type, ...fields });

/** @param {"member" | "desk" | "projector"} role @param {string} token @param {"large" | "small"} size */
export const enter = (role, token, size) => message("enter", { role, token, size });

/** Looks at the network of this member, if it leads. @param {string} token a lead's key @param {number} member */
export const lookOn = (token, member) => message("enter", { role: "onlooker", token, size: "large", member });

// of members

/** @param {string} id @param {number} question @param {number} round @param {Value} value */
export const answer = (id, question, round, value) => message("answer", { id, question, round, value });

/** @param {Source} source */
export const lookAt = (source) => message("look_at", { source });

export const resumeWord = () => message("resume_word");

/** @param {string | null} name null: another drawn one */
export const rename = (name) => message("rename", { name });

/** @param {number} frame */
export const drawn = (frame) => message("drawn", { frame });

// of the lead, each with the counter of the lease

/** @param {number} counter @param {string | null} session */
export const show = (counter, session) => message("show", { counter, session });

/** @param {number} counter @param {{mode: Mode} & Partial<Pace>} to */
export const pace = (counter, to) => message("pace", { counter, ...to });

/** @param {number} counter @param {boolean} on */
export const freeNames = (counter, on) => message("free_names", { counter, on });

/**
 * @typedef {object} Asked
 * @property {Kind} kind @property {string} text @property {string[]} [options] @property {number | null} [least]
 * @property {number | null} [most] @property {string} [unit] @property {Axis | null} [axis]
 * @property {OfLesson | null} [lesson]
 */
/** @param {number} counter @param {Asked} question */
export const ask = (counter, question) => message("ask", { counter, question });

/** @param {number} counter */
export const lock = (counter) => message("lock", { counter });

/** @param {number} counter @param {Value | null} truth null: not known, or not yet */
export const reveal = (counter, truth) => message("reveal", { counter, truth });

/** @param {number} counter */
export const again = (counter) => message("again", { counter });

/** @param {number} counter */
export const done = (counter) => message("done", { counter });

/** @param {number} counter @param {Stage} shown */
export const stage = (counter, shown) => message("stage", { counter, ...shown });

/** @param {number} counter @param {number | null} member */
export const floor = (counter, member) => message("floor", { counter, member });

/** @param {number} counter @param {boolean} on @param {number | null} close which member's network, large */
export const wall = (counter, on, close) => message("wall", { counter, on, close });

/**
 * @typedef {Pick<Challenge, "goal" | "by" | "locked"> & {begins_anew: boolean}} Challenging `begins_anew`: the network
 *   may begin anew, without the rows that are held back where there are no other points
 */
/** @param {number} counter @param {Challenging} set */
export const challenge = (counter, set) => message("challenge", { counter, ...set });

/** @param {number} counter */
export const closeChallenge = (counter) => message("close_challenge", { counter });

/** @param {number} counter @param {boolean} on */
export const showTop = (counter, on) => message("show_top", { counter, on });

/** @param {number} counter */
export const handOver = (counter) => message("hand_over", { counter });

/** @param {number} counter @param {number} member */
export const remove = (counter, member) => message("remove", { counter, member });

/** @param {number} counter */
export const end = (counter) => message("end", { counter });

export const takeBack = () => message("take_back");

/** Everything the page knows, as signals that views follow. Made once by `main.js`, changed by actions and messages. */

import { History } from "./history.js";
import { defaults } from "./settings.js";

/** @template T @typedef {{value: T, peek(): T}} Signal */
/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("../protocol/messages.js").Stop} Stop */
/** @typedef {import("../protocol/messages.js").View} View */
/** @typedef {import("../protocol/frames.js").Frame} Frame */
/** @typedef {import("../protocol/frames.js").Data} Data */
/** @typedef {"connecting" | "open" | "lost" | "taken_over" | "refused"} Connection */
/**
 * @typedef {{showTest: boolean, showWrong: boolean, plane: boolean, discretize: boolean, contours: boolean,
 *   logScale: boolean, present: boolean, tab: string, full: boolean, lesson: string, case: string, descent: string,
 *   surface: string, race: string, pin: string, lang: string, theme: "auto" | "light" | "dark"}} Look `plane`: of
 *   pictures, the plane of two pixels in the place of test pictures; `tab`: the drawer's open one, "" for
 *   none; `full`: over the whole screen; `lesson`: its name and step, "" for none; `case`: the
 *   letter of the broken network on show; `descent`: the part of that tab on show, `surface` and
 *   `race`: what is chosen in its two parts, as `descent.js` writes it, "" for the usual; `pin`: the
 *   controls that stay in view while presenting, as `pins.js` writes them; `lang`: the
 *   language that the address asks for
 */
/** @typedef {{done: number, total: number, what: string}} Warming */
/** @typedef {{axes: [number, number], held: number[]}} Slice */
/**
 * @typedef {{layer: number, unit: number | null, source: number | null, wires: boolean}} Spot `unit`: null for all of
 *   the layer; `wires`: whether it is about the lines that lead in, all or that from `source`
 */
/**
 * @typedef {{at: number, place: [number, number] | null, batch: boolean}} Sample `at`: a data point's number, from 0;
 *   in its stead the neuron may look at a place of one's own, and the graph at the next mini-batch
 */
/** @typedef {{place: string, text: string}} Way */
/** @typedef {{text: string, link: Way} | {pieces: (string | number | Way)[]}} Pointer a note that leads to a place */
/** @typedef {string | Pointer} Note */
/** @typedef {ReturnType<typeof createStore>} Store */

/** @type {import("../protocol/messages.js").Changes} */
export const NO_CHANGES = { type: "changes", undo: null, redo: null, undos: 0, redos: 0, most: 0 };

const OF_ONE_SAMPLE = ["graph", "neuron"];

/** Whether a tab of the drawer shows one sample's numbers, so that one chooses it on the map. @param {string} tab */
export function isAboutOneSample(tab) {
  return OF_ONE_SAMPLE.includes(tab);
}

/**
 * @param {Catalogue} catalogue
 * @param {<T>(value: T) => Signal<T>} signal
 */
export function createStore(catalogue, signal) {
  return {
    catalogue,
    /** all settings, changes still under way included */
    settings: signal(/** @type {Settings} */ (defaults(catalogue))),
    /** all settings as the server last told them */
    confirmed: /** @type {Settings} */ (defaults(catalogue)),
    /** changes the server has not answered yet */
    pending: /** @type {Settings} */ ({}),
    frame: signal(/** @type {Frame | null} */ (null)),
    data: signal(/** @type {Data | null} */ (null)),
    connection: signal(/** @type {Connection} */ ("connecting")),
    connectionText: signal(""),
    /** whether the server has a newer page than this one */
    outdated: signal(false),
    /** when the next attempt to connect is due, in milliseconds of `Date.now()`; 0: none is */
    retryAt: signal(0),
    playing: signal(false),
    /** whether the network plays as the server last told it: `playing` may be a wish */
    played: signal(false),
    stop: signal(/** @type {Stop | null} */ (null)),
    /** the epoch whose weights early stopping can bring back */
    best: signal(/** @type {number | null} */ (null)),
    /** whether the kernels are compiled, so that the network can train */
    ready: signal(false),
    warming: signal(/** @type {Warming | null} */ (null)),
    notes: signal(/** @type {Note[]} */ ([])),
    /** why the last wish was not obeyed; a new object each time */
    refusal: signal(/** @type {{text: string} | null} */ (null)),
    history: new History(signal(0)),
    branches: signal(/** @type {import("../protocol/messages.js").Branches} */ ({ run: 1, number: 1, kept: [] })),
    /** the changes that can be taken back and brought back next */
    changes: signal(NO_CHANGES),
    look: signal(
      /** @type {Look} */ ({
        showTest: false,
        showWrong: false,
        plane: false,
        discretize: false,
        contours: false,
        logScale: false,
        present: false,
        tab: "",
        full: false,
        lesson: "",
        case: "",
        descent: "",
        surface: "",
        race: "",
        pin: "",
        lang: "",
        theme: "auto",
      }),
    ),
    /** whether the screen is so narrow that it shows one sheet at a time, and which */
    narrow: signal(false),
    sheet: signal(/** @type {import("./sheet.js").Sheet} */ ("network")),
    /** how many weights and biases were set by hand on this page */
    handSet: signal(0),
    /** the unit that was clicked last: what the drawer's tab on the neuron is about */
    picked: signal(/** @type {[number, number]} */ ([1, 0])),
    /** what the drawer's tabs on the graph and on the neuron are computed for; chosen in them or on the map */
    sample: signal(/** @type {Sample} */ ({ at: 0, place: null, batch: false })),
    /** the part of the network that a walk through the graph is at; null: no walk is under way */
    spot: signal(/** @type {Spot | null} */ (null)),
    /** which inputs span the plane, and where all inputs are held; of data with more than two */
    slice: signal(/** @type {Slice} */ ({ axes: [0, 1], held: [] })),
    /** what is being drawn; null: nothing */
    drawing: signal(/** @type {import("./drawing.js").Drawing | null} */ (null)),
    /** whether no sign of life came from the server for longer than it ever rests */
    silent: signal(false),
    /** whether so many networks train on the server that all of them wait */
    slowed: signal(false),
    /** what must be done on the page before it may train, as a sentence; "" where nothing must */
    lacking: signal(""),
    /** why a lesson's guess comes before any training, as a sentence; "" where none is to be made */
    guessFirst: signal(""),
    /** the seeds that were tried last */
    trial: signal(/** @type {import("../protocol/answers.js").SeedsAnswer | null} */ (null)),
    hovered: signal(/** @type {[number, number] | null} */ (null)),
    hiddenControls: signal(/** @type {Set<string>} */ (new Set())),
    /** those that can be seen, and not changed */
    lockedControls: signal(/** @type {Set<string>} */ (new Set())),
    /** where on the page one is, by the place's address; "": in the playground */
    place: signal(""),
    /** the code of the class's room that the page is in; "": in none */
    room: "",
    /** whether the network on show is another's: it can be looked into, and not be changed */
    isAnothers: signal(false),
    /** how many changes were wished of another's network */
    wished: signal(0),
    /** the steps of a lesson that a class may go through; null: all of each lesson */
    steps: signal(/** @type {{lesson: string, first: number, last: number} | null} */ (null)),
    /** what the playground looks at; elsewhere the server is asked for less */
    view: /** @type {View} */ ({
      windows: [],
      map_size: 100,
      unit_size: 24,
      unit: null,
      axes: [0, 1],
      held: [],
      wrong: false,
      guessed: [],
      lanes: false,
      hidden: false,
    }),
    /** the server's name for this network, with which it is found again */
    session: /** @type {string | null} */ (null),
    /** rows of runs that made room on this page for others; Back to where one of them was on show opens it again */
    parted: /** @type {Set<string>} */ (new Set()),
    /** the row of the lab book that has a run's last trained step; run 0: of the page before this one was loaded */
    kept: /** @type {{run: number, key: string} | null} */ (null),
  };
}

/** Whether a teacher's link hides or locks what has this name. @param {Store} store @param {string} name */
export function isWithheld({ hiddenControls, lockedControls }, name) {
  return hiddenControls.value.has(name) || lockedControls.value.has(name);
}

/** A small store for tests of `state/`: a catalogue of a few settings, and signals as the page has them. */
import { signal } from "@preact/signals-core";

import { createActions } from "../../../static/state/actions.js";
import { createLink } from "../../../static/state/link.js";
import { createReceiver } from "../../../static/state/receive.js";
import { createStore } from "../../../static/state/store.js";

const field = (name, kind, usual, more = {}) => [
  name,
  {
    name,
    kind,
    default: usual,
    label: name,
    minimum: null,
    maximum: null,
    scale: "linear",
    step: null,
    when: {},
    options: [],
    unit: "",
    ...more,
  },
];

export const catalogue = {
  protocol: 1,
  scheme: 2,
  fields: Object.fromEntries([
    field("learning_rate", "number", 0.03, { minimum: 0.00001, maximum: 10, scale: "log" }),
    field("penalty_rate", "number", 0.001, { minimum: 0, maximum: 10, scale: "log", when: { penalty: ["l1", "l2"] } }),
    field("penalty", "choice", "none"),
    field("samples", "integer", 500, { minimum: 10, maximum: 5000, scale: "log" }),
    field("noise", "number", 0, { minimum: 0, maximum: 2, step: 0.05 }),
    field("dataset", "choice", "circle"),
    field("features", "features", ["x1", "x2"]),
    field("hidden", "layers", [
      { units: 4, activation: null },
      { units: 2, activation: null },
    ]),
  ]),
  objectives: [],
  limits: { hidden_layers: 8, units: 128, table_bytes: 1000 },
};

export const newStore = () => createStore(catalogue, signal);

/** A message as the server writes it; the settings differ from the defaults as told. */
export function welcome(store, more = {}) {
  const history = {
    run: 1,
    x: [],
    train_loss: [],
    test_loss: [],
    train_score: [],
    test_score: [],
    validation_loss: [],
    validation_score: [],
    learning_rate: [],
    marks: [],
    lane: 1,
    branch: 0,
    branches: [],
  };
  return {
    type: "welcome",
    build: "0123456789abcdef",
    protocol: 1,
    session: "s1",
    resumed: false,
    settings: { ...store.settings.peek() },
    notes: [],
    playing: false,
    stop: null,
    best: null,
    ready: true,
    history,
    branches: { run: 1, number: 1, kept: [] },
    ...more,
  };
}

/** Actions with a clock that stands still until told to go on. */
export function desk() {
  const store = newStore(),
    sent = [],
    due = [];
  store.connection.value = "open";
  store.ready.value = true;
  const actions = createActions(
    store,
    (message) => sent.push(message),
    (act, milliseconds) => due.push({ act, milliseconds }),
    () => 0,
  );
  const pass = async (milliseconds) => {
    await null;
    for (const { act } of due.splice(0).filter((each) => each.milliseconds <= milliseconds || (due.push(each), false)))
      act();
    await null;
  };
  return { store, sent, actions, pass };
}

/** A page's link to a server, and what it did because of messages. */
export function page() {
  const store = newStore(),
    did = [];
  const effects = {
    send: (message) => did.push(message.type),
    resend: () => did.push("resend"),
    remember: () => did.push("remember"),
    words: { otherVersion: "other version" },
  };
  return { store, did, link: createLink(store, createReceiver(store, effects), () => 1000) };
}

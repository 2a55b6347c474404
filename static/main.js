/** Wires the page together: the store, the connection that feeds it, and the views that show it. */

import { decode } from "@msgpack/msgpack";
import { computed, effect, signal } from "@preact/signals-core";

import { ASKED, PAGE, SOCKET, socketOf } from "./addresses.js";
import { Connection } from "./connection.js";
import { createHandOn } from "./hand_on.js";
import { createLate } from "./late.js";
import { open, readServerMessage } from "./protocol/messages.js";
import { fetchInLanguage } from "./in_language.js";
import { createOwnData } from "./own_data.js";
import { createAsk, createRead } from "./questions.js";
import { whyRefused } from "./refused.js";
import { createActions } from "./state/actions.js";
import { isOfOldScheme, queryOf, readAddress } from "./state/address.js";
import { ASKED_LANGUAGE } from "./state/asked_language.js";
import { Delivery } from "./state/delivery.js";
import { DrawingController } from "./state/drawing_controller.js";
import { createLink } from "./state/link.js";
import { ownerId } from "./state/owner.js";
import { recallPins } from "./state/pins.js";
import { createReceiver } from "./state/receive.js";
import { createPulse } from "./state/pulse.js";
import { codeOf, folderOf, placeOf, seenFrom } from "./state/places.js";
import { hasLeft, keptRow, part, recall, remember } from "./state/session_memory.js";
import { createStore } from "./state/store.js";
import { QUESTIONS } from "./text/drawer.js";
import { OWN_DATA } from "./text/own_data.js";
import { LATE, NOTES, REFUSED } from "./text/page.js";
import { createWait } from "./views/after_the_network.js";
import { nextFrame } from "./views/animation.js";
import { mountChanges } from "./views/changes.js";
import { mountCharts } from "./views/charts.js";
import { mountDesk } from "./views/classroom/opener.js";
import { keepKeysOfComposing } from "./views/composing.js";
import { mountControls } from "./views/controls.js";
import { mountDataPanel } from "./views/data_panel.js";
import { mountDrawer } from "./views/drawer.js";
import { releaseEarlyPresses } from "./views/early_presses.js";
import { mountFeatures } from "./views/features.js";
import { mountFirstSteps } from "./views/first_steps/opener.js";
import { mountFormula } from "./views/formula.js";
import { mountGoal } from "./views/goal.js";
import { mountHelp } from "./views/help.js";
import { mountHelpCurves } from "./views/help_curves.js";
import { mountHiddenControls } from "./views/hidden_controls.js";
import { mountKeyboard } from "./views/keyboard.js";
import { noteLanguage } from "./views/language_note.js";
import { mountLesson } from "./views/lesson/opener.js";
import { mountLookSwitches } from "./views/look_switches.js";
import { mountLockedControls } from "./views/locked_controls.js";
import { mountMessages } from "./views/messages.js";
import { mountMethods } from "./views/methods.js";
import { mountNetwork } from "./views/network.js";
import { mountOutput } from "./views/output.js";
import { mountPlaces } from "./views/places.js";
import { mountPresent } from "./views/present.js";
import { mountPrinting } from "./views/printing.js";
import { mountReadout } from "./views/readout.js";
import { mountRegions } from "./views/regions.js";
import { mountSettingsStrip } from "./views/settings_strip.js";
import { mountShare } from "./views/share.js";
import { mountSlice } from "./views/slice.js";
import { mountTakeHome } from "./views/take_home.js";
import { mountSheets } from "./views/sheets.js";
import { mountStatus } from "./views/status.js";
import { mountStopping } from "./views/stopping.js";
import { mountTheme } from "./views/theme.js";
import { mountTimeline } from "./views/timeline.js";
import { mountTransport } from "./views/transport.js";
import { mountUnconfirmed } from "./views/unconfirmed.js";
import { mountUpload } from "./views/upload/opener.js";
import { mountUrl } from "./views/url.js";
import { whenPressed } from "./views/when_pressed.js";

keepKeysOfComposing(window);

const region = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

const catalogue = JSON.parse(region("#catalogue").textContent ?? "");
const room = codeOf(location.pathname) ?? "";
const memory = room
  ? { session: null, kept: null, query: location.search } // what the room has to show
  : recall(sessionStorage, location, history.state);
const address = readAddress(memory.query, catalogue);
const who = { owner: ownerId(() => localStorage) };
const build = /** @type {HTMLMetaElement} */ (region("meta[name=glassbox-build]")).content;
const store = createStore(catalogue, signal);
store.place.value = placeOf(location.pathname);
store.room = room;
store.isAnothers.value = Boolean(room);
store.session = memory.session;
store.kept = memory.kept ? { run: 0, key: memory.kept } : null;
if (!memory.session && !room)
  store.notes.value = [
    ...(isOfOldScheme(address, catalogue) ? [NOTES.oldScheme] : []),
    ...(hasLeft(sessionStorage, location) ? [NOTES.left] : []),
  ];

const seen = () => seenFrom(store.place.peek(), store.view);
const connection = new Connection(socketOf(location.href), {
  begins: () => pulse.begin(),
  opening: () => open(store.session, link.settings(address.settings), seen(), who.owner, keptRow(store)),
  text: (text) => (pulse.hear(), link.hear(readServerMessage(text))),
  bytes: (bytes) => (pulse.hear(), delivery.take(bytes)),
  closed: (retry, opened) => (pulse.end(), delivery.clear(), link.lose(retry), opened || void explain()),
  returns: () => link.returns(),
});
const explain = async () => link.explain(await whyRefused(SOCKET, fetchInLanguage, REFUSED));
const line = {
  // Of what is on show: in a class's room that is not always a network of one's own.
  send: (/** @type {import("./protocol/messages.js").Message} */ message) => connection.send(message),
  renew: () => (link.retry(), connection.connect()),
};
const send = (/** @type {import("./protocol/messages.js").Message} */ message) => line.send(message);
const actions = createActions(store, send);
const ownData = createOwnData(OWN_DATA);
const controller = new DrawingController(store, actions, ownData.keepDrawing, OWN_DATA);
const delivery = new Delivery(store, decode, send, nextFrame);
const keepSession = () =>
  store.session &&
  !room &&
  remember(sessionStorage, history, {
    session: store.session,
    folder: folderOf(location.pathname),
    query: placeOf(location.pathname) ? queryOf(store) : location.search,
    kept: keptRow(store),
  });
const link = createLink(
  store,
  createReceiver(store, { send, resend: actions.resend, remember: keepSession, build, words: NOTES }),
);
const ask = createAsk(store, QUESTIONS);
const read = createRead(QUESTIONS);
const openRow = async (/** @type {string} */ row) => {
  part(store);
  const { note } = await ask(ASKED.labBookRow(row, "open"), {}).catch(({ message }) => ({ note: message }));
  actions.dismissNotes();
  actions.addNote(note);
};
const late = createLate(store, build, LATE);
const wait = createWait(store);
const handOn = createHandOn(new URL(PAGE, document.baseURI).href, read, () => late(() => import("./qr.js")), signal);
const { renew: reconnect } = line;
const pulse = createPulse(store, () => connection.isOpening || reconnect());

if (!room) connection.connect(); // while the page is put together
setInterval(() => pulse.look(document.hidden), pulse.every);
actions.setLook({ pin: recallPins(() => localStorage), ...address.look, lang: ASKED_LANGUAGE });
actions.hideControls(address.hide);
actions.lockControls(address.lock);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) pulse.wake();
  actions.setHidden(document.hidden);
});
addEventListener("pageshow", ({ persisted }) => persisted && pulse.wake());

mountSheets(document, store, actions, sessionStorage);
mountTheme(region("[data-do=theme]"), store, actions);
mountPresent(region("[data-do=present]"), region("#pinned"), store, actions, late);
mountHiddenControls(store);
mountLockedControls(store);
mountControls(document, store, actions);
mountTransport(region("#topbar"), store, actions);
mountUnconfirmed(document, store);
mountReadout(region("#topbar"), store);
mountSettingsStrip(region("#settings"), store);
mountMethods(region("#methods"), region(".methods-opener"), store);
mountStopping(region("#methods"), store);
mountDataPanel(region("#data"), store, actions, controller, read, wait);
mountFormula(region("#formula"), region("[popovertarget=formula]"), store, actions, read);
mountFeatures(region("#data"), store, actions);
mountNetwork(region("#network"), store, actions, ask);
mountGoal(region("#goal"), region("#goal-panel"), store, actions, ask);
const openLesson = mountLesson(region("#lesson"), { store, actions, ask, read, keep: ownData.keepDrawing, late });
mountDrawer(region("#drawer"), { store, actions, ask, read, late });
mountOutput(region("#output"), store, actions, controller);
mountLookSwitches(document, store, actions);
const upload = /** @type {HTMLDialogElement} */ (region("#upload"));
mountUpload(upload, region("[data-do=upload]"), store, actions, ownData, late);
mountCharts(region("#charts"), store, actions);
mountTimeline(region("#timeline"), store, actions);
mountChanges(region("#timeline"), store, actions, controller);
noteLanguage(document, actions, () => sessionStorage);
mountMessages(region("#messages"), store, actions, { connect: () => line.renew(), reload: () => location.reload() });
mountSlice(store, actions);
mountStatus(region("#status"), store);
mountShare(region("#share"), store, ask, handOn);
mountTakeHome(region("#share"), store, ask, address);
whenPressed(
  [region("[data-do=share]"), region("[data-do=save-picture]")],
  late,
  () => import("./views/saving.js"),
  ({ mountSaving }) => mountSaving(region("#share .pictures-list"), region("#tab-pictures"), store),
  actions.refuse,
);
mountHelp(store);
mountHelpCurves(document, read);
mountPrinting(region("#paper"), store, handOn, wait);
whenPressed(
  [region("[data-do=data-sets]")],
  late,
  () => import("./views/data_sets.js"),
  ({ mountDataSets }) => mountDataSets(region("#data-sets"), store, actions, read),
  actions.refuse,
);
const showFirstSteps = mountFirstSteps(region("#first-steps"), store, actions, late, wait);
whenPressed(
  [region("[data-do=guide]"), region("[data-do=net-key]")],
  late,
  () => import("./views/guide.js"),
  ({ mountGuide }) => mountGuide(region("#guide"), store, actions, showFirstSteps, read),
  actions.refuse,
);
mountKeyboard(store, actions, {
  guide: region("[data-do=guide]"),
  present: region("[data-do=present]"),
});
mountRegions();
const run = computed(() => store.frame.value?.run);
effect(() => void (run.value !== undefined && keepSession())); // its row may have been told of before it was on show
mountUrl(store, actions, keepSession, (row) => void openRow(row));
const leads = mountDesk(
  region("#desk"),
  { store, actions, ask, read, late, handOn, isStudents: room !== "" },
  async () => {
    const { leadingFrom } = await late(() => import("./leading.js"));
    return leadingFrom(store, signal, effect);
  },
);
mountPlaces(
  document,
  { store, actions, ask, read, late, leads, handOn },
  { class: () => import("./views/classroom/place.js") },
);
if (room)
  late(() => import("./in_room.js")).then(
    ({ enterRoom }) => {
      const leave = () => (connection.end(), pulse.end(), delivery.clear());
      const own = { connect: reconnect, leave };
      enterRoom({ store, actions, hear: link.hear, seen, nextFrame, own, who, line, openLesson, read });
    },
    (/** @type {Error} */ { message }) => actions.refuse(message),
  );

releaseEarlyPresses(store);

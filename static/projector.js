/**
 * The projector: shows a room of the class to all who are in it, in a window or on a device of its own. The room's code
 * and the projector's token are in the fragment of its address. The room goes on whether this is open or not. With a
 * student's number, too, it is the teacher's own window on that student's network.
 */

import { decode } from "@msgpack/msgpack";
import { effect, signal } from "@preact/signals-core";

import { ofEverybody, READ } from "./addresses.js";
import { fetchInLanguage } from "./in_language.js";
import { beginToLookOn } from "./look_on.js";
import { drawn, enter } from "./protocol/classroom.js";
import { readWall, WALL } from "./protocol/wall.js";
import { qrOf } from "./qr.js";
import { RoomLine } from "./room_line.js";
import { AskedWords } from "./state/classroom/asked_words.js";
import { lookIn, secretIn } from "./state/classroom/fragment.js";
import { joinAddresses } from "./state/classroom/join.js";
import { takeNews } from "./state/classroom/news.js";
import { Shown } from "./state/classroom/shown.js";
import { LOCALE } from "./text/say.js";
import { mountProjector } from "./views/classroom/projector.js";

const THEME = "glassbox-theme"; // what the playground remembers

/** In this browser the theme is the playground's; else the system's. */
function followTheme() {
  const theme = localStorage.getItem(THEME) ?? "";
  if (["light", "dark"].includes(theme)) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
}

/** @param {HTMLElement} root @param {{code: string, secret: string} | null} brought */
function project(root, brought) {
  const room = signal(/** @type {import("./protocol/classroom.js").Room | null} */ (null)),
    line = signal(/** @type {import("./room_line.js").Line} */ ("connecting")),
    bye = signal(""),
    addresses = signal(/** @type {string[]} */ ([])),
    tiles = signal(/** @type {import("./protocol/wall.js").Tile[]} */ ([]));
  const shown = new Shown(
    signal,
    decode,
    (act) => void requestAnimationFrame(act),
    (frame) => wire.send(drawn(frame)),
  );
  const words = new AskedWords(readLesson, LOCALE, signal);
  mountProjector(root, { words, room, line, bye, addresses, shown, tiles, codeOf: qrOf, isAllowed: brought !== null });
  if (!brought) return;
  const { code, secret } = brought;
  const wire = new RoomLine(location.href, code, {
    enter: () => enter("projector", secret, "large"),
    text: (message) => {
      if (message.type === "room") takeNews(room, /** @type {any} */ (message));
      if (message.type === "bye") bye.value = message.code;
    },
    bytes: (bytes) => (bytes[0] === WALL ? void (tiles.value = readWall(bytes, decode)) : shown.take(bytes)),
    line: (now) => void (line.value = now),
  });
  wire.open();
  effect(() => void (line.value === "open" && void findAddresses(code, addresses)));
}

/**
 * By which others join; asked anew with each connection, since the network may be another.
 *
 * @param {string} code @param {{value: string[]}} addresses
 */
async function findAddresses(code, addresses) {
  const answer = await fetchInLanguage(ofEverybody(READ.classroom)).catch(() => null),
    told = answer?.ok ? (await answer.json()).addresses : [];
  addresses.value = joinAddresses(new URL("./", document.baseURI).href, told, code);
}

/** @param {string} name @returns {Promise<import("./protocol/lessons.js").Lesson>} */
async function readLesson(name) {
  const answer = await fetchInLanguage(ofEverybody(READ.lesson(name)));
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

followTheme();
addEventListener("storage", followTheme);
const root = /** @type {HTMLElement} */ (document.querySelector("#projector")),
  look = lookIn(location.hash);
if (look) beginToLookOn(root, look);
else project(root, secretIn(location.hash));

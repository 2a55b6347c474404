/**
 * Looks at one student's network from a window of the teacher's: its connection, and what comes of it. The room's code,
 * a secret that is good for this alone and the student's number were in the fragment of its address.
 */

import { decode } from "@msgpack/msgpack";
import { signal } from "@preact/signals-core";

import { drawn, lookOn } from "./protocol/classroom.js";
import { RoomLine } from "./room_line.js";
import { Shown } from "./state/classroom/shown.js";
import { mountOnlooker } from "./views/classroom/onlooker.js";

/** @param {HTMLElement} root @param {{code: string, secret: string, member: number}} brought */
export function beginToLookOn(root, { code, secret, member: number }) {
  const member = signal(/** @type {import("./protocol/classroom.js").Member | null} */ (null)),
    line = signal(/** @type {import("./room_line.js").Line} */ ("connecting")),
    bye = signal("");
  const shown = new Shown(
    signal,
    decode,
    (act) => void requestAnimationFrame(act),
    (frame) => wire.send(drawn(frame)),
  );
  const wire = new RoomLine(location.href, code, {
    enter: () => lookOn(secret, number),
    text: (message) => {
      if (message.type === "member") member.value = /** @type {any} */ (message);
      if (message.type === "bye") bye.value = message.code;
    },
    bytes: (bytes) => shown.take(bytes),
    line: (now) => void (line.value = now),
  });
  mountOnlooker(root, { member, line, bye, shown });
  wire.open();
}

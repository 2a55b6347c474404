/** The bar over a student's page: what the room is doing, whose network is on show, and the way to the other one. */

import { computed, effect, signal } from "@preact/signals-core";
import { html, nothing, render } from "lit-html";

import { differences } from "../../../state/classroom/differences.js";
import { parted, written } from "../../../state/lesson/place.js";
import { askedText, CHALLENGE, standingText } from "../../../text/classroom_challenge.js";
import { BAR } from "../../../text/classroom_member.js";
import { nameText } from "../../../text/classroom_names.js";
import { seatMenu } from "./seat.js";

/** @typedef {import("../member.js").Stage} Stage */

/** @param {HTMLElement} root @param {Stage} stage */
export function mountBar(root, stage) {
  const { member, networks, store } = stage;
  root.ariaLabel = BAR.label;
  const differs = computed(() => {
    const base = networks.base.value;
    return base ? differences(store.catalogue, store.settings.value, base) : [];
  });
  const isComing = computed(() => store.frame.value === null || !store.ready.value);
  const menu = seatMenu(stage, signal);
  effect(() => {
    const { value: me } = member.me,
      { value: room } = member.room;
    root.hidden = !me || !room || Boolean(member.bye.value);
    render(me && room ? markup(stage, said(stage, differs, isComing), me, menu()) : nothing, root);
  });
  const tell = () => document.body.style.setProperty("--class-strip", `${root.hidden ? 0 : root.offsetHeight}px`);
  new ResizeObserver(tell).observe(root);
}

/**
 * What the room is doing, in a sentence.
 *
 * @param {Stage} stage @param {{value: string[]}} differs @param {{value: boolean}} isComing
 */
function said({ member, networks, store }, differs, isComing) {
  const line = member.line.value,
    room = member.room.value,
    me = member.me.value;
  if (line === "lost") return BAR.lost;
  if (networks.source.value === "own") {
    if (room && me && JSON.stringify(room.floor) === JSON.stringify(me.name)) return BAR.looksAtYours;
    const isAsMeant = !differs.value.length || store.steps.value; // a step of a lesson sets another network up
    return isAsMeant ? BAR.own : BAR.differs(differs.value);
  }
  if (!room?.shown) return isComing.value ? BAR.none : BAR.away;
  if (!room.is_led && room.floor === null) return BAR.alone; // the network may train on
  if (isComing.value) return BAR.coming;
  return room.floor === null || room.floor === "lead" ? BAR.looks : BAR.looksAt(nameText(room.floor));
}

/**
 * @param {Stage} stage @param {string} text @param {import("../../../protocol/classroom.js").Me} me
 * @param {unknown} menu
 */
function markup(stage, text, me, menu) {
  const { member, networks } = stage,
    room = member.room.value;
  const name = nameText(me.name);
  return html`<div class="class-line"><span class="class-mine" aria-hidden="true">${name}</span>
      <p class="class-said" role="status">${text} ${member.line.value === "polled" ? BAR.polled : nothing}</p></div>
    ${steps(stage)}${room?.challenge ? challenge(room.challenge, me) : nothing}
    ${
      networks.source.value === "own"
        ? html`<button type="button" class="button small" data-do="class-shared" ?disabled=${!room?.shown}
            @click=${stage.do.shared}>${BAR.shared(room?.floor ?? null)}</button>`
        : ownButton(stage)
    }
    <button type="button" class="button small class-you" popovertarget="class-seat" aria-haspopup="dialog"
      aria-label=${BAR.me(name)}><svg viewBox="0 0 20 20" aria-hidden="true"><path
        d="M10 3.2a3.4 3.4 0 1 0 .01 0M3.5 17c.6-4 3-5.6 6.5-5.6s5.9 1.6 6.5 5.6"/></svg><span>${
          name
        }</span></button>${menu}`;
}

/** A network of one's own needs a live connection. @param {Stage} stage */
function ownButton({ member, networks, do: { own } }) {
  const isTaking = networks.isTaking.value,
    hasOwn = networks.taken.value !== null,
    isAble = member.line.value !== "polled" && (hasOwn || member.room.value?.shown);
  return html`<button type="button" class="button small strong" data-do="class-own" ?disabled=${!isAble}
    aria-busy=${isTaking ? "true" : nothing} @click=${own}>${
      isTaking ? BAR.takes : hasOwn ? BAR.back : BAR.take
    }</button>`;
}

/** @param {Stage} stage */
function steps({ store, openLesson }) {
  const part = store.steps.value;
  if (!part) return nothing;
  const isOpen = parted(store.look.value.lesson).name === part.lesson;
  return html`<span class="class-steps">${BAR.steps(part.first, part.last)}</span>${
    isOpen
      ? nothing
      : html`<button type="button" class="button small" data-do="class-steps"
          @click=${() => openLesson(written(part.lesson, part.first))}>${BAR.openSteps}</button>`
  }`;
}

/**
 * @param {import("../../../protocol/classroom.js").Challenge} told
 * @param {import("../../../protocol/classroom.js").Me} me
 */
function challenge(told, { standing, on_trial: isOnTrial }) {
  return html`<span class="class-challenge">${askedText(told)} ${
    standing ? html`<b>${standingText(standing, told.by)}</b>` : nothing
  } ${isOnTrial ? CHALLENGE.onTrial : nothing}</span>`;
}

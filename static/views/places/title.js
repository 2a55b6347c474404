/** The document's title: the place's, and while training goes on its epoch, so that it shows out of sight, too. */

import { effect } from "@preact/signals-core";

import { PLAYGROUND } from "../../state/places.js";
import { TITLE } from "../../text/page.js";

/** @typedef {import("../../state/store.js").Store} Store */

const PAUSE = 1000; // milliseconds between changes while it plays

/** @param {Iterable<HTMLElement>} links to the places, which tell their titles @param {Store} store */
export function mountTitle(links, store) {
  const titles = new Map([...links].map(({ dataset: { place, title } }) => [place, title ?? ""]));
  let last = 0,
    was = store.place.peek();
  effect(() => {
    const epoch = store.frame.value?.epoch ?? 0,
      place = store.place.value,
      title = titles.get(place) ?? "";
    if (place !== was) last = 0;
    was = place;
    if (!store.playing.value) document.title = title;
    else if (Date.now() - last > PAUSE) {
      last = Date.now();
      document.title = TITLE.playing(epoch, place === PLAYGROUND ? TITLE.name : title);
    }
  });
}

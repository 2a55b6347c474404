/** Notices when the server falls silent: an open connection brings a sign of life twice a second, or it is none. */

/** @typedef {import("./store.js").Store} Store */

const EVERY = 250; // milliseconds between looks
const LATE = 1000; // a look that comes so much later was held up, as in a hidden tab or a machine that slept
const PLAYING = 1500; // milliseconds without a sign of life; told at the next look, so within two seconds …
const PAUSED = 4500; // … and within five where nothing moves, or before the first sign
const RENEW = 10000; // after so long another connection may get through where this one does not
const FRESH = 2500; // a connection that gave a sign so lately is no dead one

/** @param {Store} store @param {() => void} renew connects anew @param {() => number} [clock] milliseconds */
export function createPulse(store, renew, clock = Date.now) {
  let last = clock(), // when there was a sign of life, or reason to begin waiting for one
    begun = last, // when the present connection was asked for, or last gave a sign
    looked = last,
    heard = last, // when there was a sign of life, or a connection was asked for
    isWaiting = false;
  const wait = () => {
    isWaiting = true;
    begun = clock();
  };
  return {
    every: EVERY,
    /** A connection is asked for. What was silent stays so until there is a sign of life. */
    begin() {
      wait();
      heard = begun;
      if (!store.silent.peek()) last = begun;
    },
    /** Something came. */
    hear() {
      wait();
      last = heard = begun;
      store.silent.value = false;
    },
    /** The page is seen again: a device that slept has a connection that looks open and is dead. */
    wake() {
      if (isWaiting && clock() - heard > FRESH) renew();
    },
    /** The connection is closed, which is told in other words. */
    end() {
      isWaiting = false;
      store.silent.value = false;
    },
    /** To be called every `every` milliseconds. @param {boolean} hidden whether nobody sees the page */
    look(hidden) {
      const now = clock();
      const wasHeldUp = hidden || now - looked > LATE || now < looked;
      looked = now;
      if (wasHeldUp) last = begun = now; // what came meanwhile may still wait to be heard
      if (!isWaiting) return;
      const isTraining = store.playing.peek() && store.ready.peek() && store.connection.peek() === "open";
      const patience = isTraining ? PLAYING : PAUSED;
      if (now - last > patience) store.silent.value = true;
      if (now - begun > RENEW) renew();
    },
  };
}

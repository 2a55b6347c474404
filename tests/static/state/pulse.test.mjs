/** A server that falls silent is noticed in time, and a page that was held up gives no false alarm. */
import assert from "node:assert/strict";
import test from "node:test";

import { signal } from "@preact/signals-core";

import { createPulse } from "../../../static/state/pulse.js";

function watched(playing) {
  const store = { silent: signal(false), playing: signal(playing), ready: signal(true), connection: signal("open") };
  const watch = { now: 0, renewed: 0, store };
  watch.pulse = createPulse(
    store,
    () => (watch.renewed++, watch.pulse.begin()),
    () => watch.now,
  );
  watch.pulse.begin();
  /** Looks go on for so long. @returns when silence was first told, in milliseconds from now */
  watch.pass = (milliseconds, hidden = false) => {
    const begin = watch.now;
    let told = null;
    while (watch.now < begin + milliseconds) {
      watch.now += watch.pulse.every;
      watch.pulse.look(hidden);
      if (told === null && store.silent.value) told = watch.now - begin;
    }
    return told;
  };
  return watch;
}

test("silence is told within two seconds while playing, within five while paused", () => {
  const playing = watched(true).pass(6000),
    paused = watched(false).pass(6000);
  assert.ok(playing && playing <= 2000, `${playing}`);
  assert.ok(paused && paused > 2000 && paused <= 5000, `${paused}`);
});

test("signs of life twice a second keep it quiet, and one ends the alarm", () => {
  const watch = watched(true);
  for (let beat = 0; beat < 20; beat++) {
    assert.equal(watch.pass(500), null);
    watch.pulse.hear();
  }
  watch.pass(3000);
  assert.equal(watch.store.silent.value, true);
  watch.pulse.hear();
  assert.equal(watch.store.silent.value, false);
});

test("a connection that hangs before its first sign is told, though the last network played", () => {
  const watch = watched(true);
  watch.store.connection.value = "connecting";
  const told = watch.pass(6000);
  assert.ok(told > 2000 && told <= 5000, `${told}`);
});

test("a machine that slept, a hidden tab and a clock set back give no false alarm", () => {
  const watch = watched(true);
  watch.now += 3600_000;
  watch.pulse.look(false);
  assert.equal(watch.store.silent.value, false);
  assert.equal(watch.pass(60_000, true), null);
  watch.now -= 7200_000;
  watch.pulse.look(false);
  assert.equal(watch.store.silent.value, false);
  assert.ok(watch.pass(3000) <= 2000); // but a connection that did not outlive it is told soon
});

test("after ten seconds another connection is tried, and the alarm stays until it answers", () => {
  const watch = watched(true);
  watch.pass(9000);
  assert.equal(watch.renewed, 0);
  watch.pass(2000);
  assert.deepEqual([watch.renewed, watch.store.silent.value], [1, true]);
  watch.pass(11_000);
  assert.equal(watch.renewed, 2);
});

test("a closed connection is not called silent", () => {
  const watch = watched(true);
  watch.pass(3000);
  watch.pulse.end();
  assert.equal(watch.store.silent.value, false);
  assert.equal(watch.pass(20_000), null);
  assert.equal(watch.renewed, 0);
});

test("a page that is seen again connects anew at once, unless a sign came lately or none is awaited", () => {
  const watch = watched(true);
  watch.now += 2000;
  watch.pulse.wake();
  assert.equal(watch.renewed, 0);
  watch.now += 600_000;
  watch.pulse.look(true);
  watch.pulse.wake();
  assert.equal(watch.renewed, 1);
  watch.pulse.wake();
  assert.equal(watch.renewed, 1); // one is under way
  watch.pulse.end();
  watch.now += 600_000;
  watch.pulse.wake();
  assert.equal(watch.renewed, 1);
});

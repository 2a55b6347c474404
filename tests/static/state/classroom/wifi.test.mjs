/** The text that phones join a Wi-Fi by, in which some signs mean something and are marked. */
import assert from "node:assert/strict";
import test from "node:test";

import { wifiText } from "../../../../static/state/classroom/wifi.js";

test("name and password as phones read them", () => {
  assert.equal(wifiText("School", "chalk and board"), "WIFI:T:WPA;S:School;P:chalk and board;;");
  assert.equal(wifiText("Open", ""), "WIFI:T:nopass;S:Open;;");
});

test("signs with a meaning are marked", () => {
  assert.equal(wifiText('a;b,c:"d"\\', ":;"), 'WIFI:T:WPA;S:a\\;b\\,c\\:\\"d\\"\\\\;P:\\:\\;;;');
});

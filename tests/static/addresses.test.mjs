/** The server's addresses: names from outside are escaped, and the socket follows the page's own scheme. */
import assert from "node:assert/strict";
import test from "node:test";

import {
  ASKED,
  dataOf,
  handOverAt,
  lookOnAt,
  NEURON_LESSON,
  ofEverybody,
  ofExperiment,
  ofSession,
  OWN,
  PAGE,
  projectorAt,
  READ,
  ROOM,
  roomSocketOf,
  SOCKET,
  socketOf,
} from "../../static/addresses.js";

test("the socket is as safe as the page, on the same host, below the same path", () => {
  assert.equal(socketOf("http:" + "//localhost:8000/?noise=1#x"), "ws:" + "//localhost:8000/ws");
  assert.equal(socketOf("https:" + "//localhost/a/b/?noise=1"), "wss:" + "//localhost/a/b/ws");
});

test("every address is relative to the page, whatever path it is shown below", () => {
  const all = [SOCKET, PAGE, NEURON_LESSON, ofEverybody("x"), ofSession("s", "x"), OWN.points, OWN.table("t")];
  const page = "https:" + "//localhost/a/b/";
  for (const address of [...all, OWN.tables(null)]) assert.ok(new URL(address, page).href.startsWith(page), address);
});

test("names cannot lead elsewhere", () => {
  assert.equal(ofSession("a/../b", "measures"), "api/sessions/a%2F..%2Fb/measures");
  assert.equal(ofEverybody(READ.explanation("x?y")), "api/explanations/x%3Fy");
  assert.equal(READ.lesson("gates"), "lessons/gates");
  assert.equal(ASKED.shared("a/b"), "shared/a%2Fb");
  assert.equal(ASKED.labBookRow("k#1", "open"), "lab-book/k%231/open");
  assert.equal(OWN.table("t 1"), "api/own/tables/t%201");
  assert.equal(READ.ownExperiments("s/1"), "experiments?session=s%2F1");
  assert.equal(READ.experiment("e/1", 0), "experiments/e%2F1");
  assert.equal(READ.experiment("e", 3), "experiments/e?since=3");
  assert.equal(READ.experimentDo("e/1", "pause", "s"), "experiments/e%2F1/pause?session=s");
  assert.equal(READ.experimentDo("e", "", "s"), "experiments/e?session=s");
  assert.equal(READ.experimentOpen("e/1"), "experiments/e%2F1/open");
  // the browser fetches it itself, in the language of the page
  assert.equal(ofExperiment("e/1", "trials.csv"), "api/experiments/e%2F1/trials.csv?lang=en");
  assert.equal(dataOf("s/1"), "api/sessions/s%2F1/data.csv?lang=en");
});

test("how a table is to be read is told in its address", () => {
  const [path, query] = OWN.tables({ header: true, columns: { 2: { way: "," } } }).split("?");
  assert.equal(path, "api/own/tables");
  assert.equal(new URLSearchParams(query).get("wishes"), '{"header":true,"columns":{"2":{"way":","}}}');
  assert.equal(ASKED.labBook("created", 50, 100), "lab-book?by=created&offset=50&most=100");
});

test("a room of the class has its socket, its questions and its links, whose secrets are in the fragment", () => {
  assert.equal(roomSocketOf("http:" + "//localhost:8000/a/k7px", "k7px"), "ws:" + "//localhost:8000/a/ws/rooms/k7px");
  assert.equal(ROOM.of("k7px", "lead"), "rooms/k7px/lead");
  assert.equal(projectorAt("k7px", "s/1"), "projector#k7px.s%2F1");
  assert.equal(lookOnAt("k7px", "s/1", 3), "projector#k7px.s%2F1.3");
  assert.equal(handOverAt("k7px", "s-1"), "class#k7px.s-1");
});

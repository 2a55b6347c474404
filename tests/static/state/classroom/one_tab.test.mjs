/** Of the tabs of one browser one leads, and the lead can be taken back from another tab. */
import assert from "node:assert/strict";
import test from "node:test";

import { OneTab } from "../../../../static/state/classroom/one_tab.js";

/** Tabs that hear each other, as those of one browser do. */
function browser() {
  const channels = [];
  return () => {
    const channel = { onmessage: null };
    channel.postMessage = (data) =>
      channels.filter((other) => other !== channel).forEach((each) => each.onmessage({ data }));
    channels.push(channel);
    const waits = [],
      said = [];
    const tab = new OneTab(channel, { leads: () => said.push("leads"), yields: () => said.push("yields") }, (act) =>
      waits.push(act),
    );
    return { tab, said, pass: () => waits.splice(0).forEach((act) => act()) };
  };
}

test("the only tab leads, after it has waited for another", () => {
  const { tab, said, pass } = browser()();
  tab.ask();
  assert.deepEqual(said, []);
  pass();
  assert.deepEqual([said, tab.state], [["leads"], "leads"]);
});

test("a second tab yields to the first", () => {
  const open = browser(),
    first = open(),
    second = open();
  first.tab.ask();
  first.pass();
  second.tab.ask();
  second.pass();
  assert.deepEqual([first.said, second.said], [["leads"], ["yields"]]);
});

test("the lead can be taken back and forth", () => {
  const open = browser(),
    first = open(),
    second = open();
  first.tab.take();
  second.tab.ask();
  second.pass();
  second.tab.take();
  first.tab.take();
  assert.deepEqual(
    [first.said, second.said],
    [
      ["leads", "yields", "leads"],
      ["yields", "leads", "yields"],
    ],
  );
});

test("a tab without a room neither answers nor yields", () => {
  const open = browser(),
    idle = open(),
    ended = open(),
    leading = open();
  ended.tab.take();
  ended.tab.rest();
  leading.tab.ask();
  leading.pass();
  assert.deepEqual([idle.said, ended.said, leading.said], [[], ["leads"], ["leads"]]);
});

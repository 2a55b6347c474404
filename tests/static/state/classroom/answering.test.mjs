/** An answer is locked once, and goes again under the same id until the server has it. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { signal } from "@preact/signals-core";

import { Answering } from "../../../../static/state/classroom/answering.js";

const ASKED = { question: 3, round: 1 };

function begun() {
  const sent = [];
  let drawn = 0;
  return { sent, answering: new Answering((...each) => sent.push(each), signal, () => `id ${++drawn}`) };
}

test("it goes again under the same id until it is acknowledged", () => {
  const { sent, answering } = begun();
  answering.lock({ ...ASKED, value: 2 });
  answering.sendAgain();
  assert.deepEqual(sent, Array(2).fill(["id 1", { ...ASKED, value: 2 }]));
  assert.equal(answering.isOnItsWay(ASKED), true);
  answering.settle("id 1");
  answering.sendAgain();
  assert.equal(sent.length, 2);
  assert.equal(answering.isOnItsWay(ASKED), false);
});

test("a second press changes nothing, a second round is another answer", () => {
  const { sent, answering } = begun();
  answering.lock({ ...ASKED, value: 2 });
  answering.lock({ ...ASKED, value: 1 });
  answering.lock({ ...ASKED, round: 2, value: 1 });
  assert.deepEqual(sent.map(([id]) => id), ["id 1", "id 2"]);
  assert.equal(answering.given(ASKED, []), 2);
  assert.equal(answering.given({ ...ASKED, round: 2 }, []), 1);
});

test("what the server has counts more than what is on its way", () => {
  const { answering } = begun();
  assert.equal(answering.given(ASKED, []), null);
  answering.lock({ ...ASKED, value: 2 });
  assert.equal(answering.given(ASKED, [{ ...ASKED, value: 0 }]), 0);
});

test("one that cannot count is let go", () => {
  const { answering } = begun();
  answering.lock({ ...ASKED, value: 2 });
  answering.settleAll();
  assert.equal(answering.given(ASKED, []), null);
});

test("acknowledged, it stays locked until the server tells of it, and is another's no more", () => {
  const { sent, answering } = begun();
  answering.lock({ ...ASKED, value: 2 });
  answering.settle("id 1");
  assert.equal(answering.given(ASKED, []), 2);
  answering.lock({ ...ASKED, value: 1 });
  assert.equal(sent.length, 1);
  assert.equal(answering.given({ ...ASKED, round: 2 }, []), null);
  answering.begin();
  assert.equal(answering.given(ASKED, []), null);
});

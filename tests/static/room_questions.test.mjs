/** What the server refuses of a class's rooms comes as an id with values, and is worded on the page. */
import assert from "node:assert/strict";
import test from "node:test";

import { createAskRoom } from "../../static/room_questions.js";

const WORDS = { unreachable: "Nobody answers.", between: (status) => `Something answered with ${status}.` };
const worded = ({ id, values }) => `${id}: ${JSON.stringify(values)}`;

const answering = (body, init) => {
  const asked = [];
  const ask = createAskRoom(worded, WORDS, async (...request) => {
    asked.push(request);
    return body === null ? Promise.reject(new Error()) : new Response(body, init);
  });
  return { ask, asked };
};
const json = { "content-type": "application/json" };

test("asks by POST, with the words as JSON", async () => {
  const { ask, asked } = answering('{"code": "k7px"}', { status: 201, headers: json });
  assert.deepEqual(await (await ask("rooms", { key: "a" })).json(), { code: "k7px" });
  const [[address, { method, body }]] = asked;
  assert.deepEqual([address, method, body], ["api/rooms", "POST", '{"key":"a"}']);
});

test("words a refusal by its id", async () => {
  const { ask } = answering('{"id": "room_is_full", "values": {"most": 300}}', { status: 409, headers: json });
  const refused = { id: "room_is_full", values: { most: 300 } };
  await assert.rejects(ask("rooms/k7px/join", {}), { message: 'room_is_full: {"most":300}', refused });
});

test("what is no refusal of the class is told as everywhere", async () => {
  await assert.rejects(answering(null).ask("rooms", {}), { message: "Nobody answers." });
  const text = { status: 413, headers: { "content-type": "text/plain" } };
  await assert.rejects(answering("That is too long.", text).ask("rooms", {}), { message: "That is too long." });
  const other = answering('{"detail": "x"}', { status: 502, headers: json });
  await assert.rejects(other.ask("rooms", {}), { message: "Something answered with 502." });
});

test("a room that another server has is looked for there", async () => {
  const went = [];
  const told = '{"id": "elsewhere", "values": {"front": 2}}';
  const answer = async () => new Response(told, { status: 409, headers: json });
  const ask = createAskRoom(worded, WORDS, answer, (front) => went.push(front));
  await assert.rejects(ask("rooms/k7px/join", {}), { message: 'elsewhere: {"front":2}' });
  assert.deepEqual(went, [2]);
});

/** Questions to the server: about a session, and what is the same for everybody; each fault in one sentence. */
import assert from "node:assert/strict";
import test from "node:test";

import { NoAnswer, createAsk, createRead, understand } from "../../static/questions.js";

const words = { noSession: "none yet", unreachable: "gone", between: (status) => `between ${status}` };

test("a question names the session, and its body goes as JSON", async () => {
  const seen = [];
  const ask = createAsk({ session: "a/b" }, words, async (...request) => (seen.push(request), new Response('{"x":1}')));
  assert.deepEqual([await ask("weights"), await ask("graph", { sample: 2 })], [{ x: 1 }, { x: 1 }]);
  assert.deepEqual(seen[0], ["api/sessions/a%2Fb/weights", {}]);
  assert.equal(seen[1][1].body, '{"sample":2}');
});

test("what is refused or cannot be reached is told in one sentence", async () => {
  const refused = createAsk({ session: "s" }, words, async () => new Response("Too soon.", { status: 503 }));
  await assert.rejects(refused("weights"), new NoAnswer("Too soon."));
  await assert.rejects(
    createAsk({ session: "s" }, words, async () => Promise.reject(new TypeError("net")))("weights"),
    new NoAnswer("gone"),
  );
  await assert.rejects(createAsk({ session: null }, words)("weights"), new NoAnswer("none yet"));
});

test("what answers in the server's place is told as that, whatever it sends", async () => {
  const of = (type) => ({ headers: { "Content-Type": type } });
  const asked = (body, options) => createAsk({ session: "s" }, words, async () => new Response(body, options))("x");
  const page = "<html><h1>413 Request Entity Too Large</h1></html>";
  await assert.rejects(asked(page, { status: 413, ...of("text/html") }), new NoAnswer("between 413"));
  await assert.rejects(asked("Bad Gateway", { status: 502, ...of("text/plain") }), new NoAnswer("between 502"));
  await assert.rejects(asked(null, { status: 502 }), new NoAnswer("between 502"));
  await assert.rejects(asked("<html>Log in</html>", { status: 200, ...of("text/html") }), new NoAnswer("between 200"));
  const file = { "content-type": "text/html", "content-disposition": 'attachment; filename="class-kjpj.html"' };
  assert.equal(await (await understand(new Response("<html>", { headers: file }), words)).text(), "<html>");
});

test("a file goes as it is, and one that comes has the server's name for it", async () => {
  const seen = [];
  const headers = { "Content-Disposition": 'attachment; filename="network.json"' };
  const ask = createAsk(
    { session: "s" },
    words,
    async (...request) => (seen.push(request), new Response("{}", { headers })),
  );
  const file = new Blob(["{}"]);
  await ask("network", file);
  assert.equal(seen[0][1].body, file);
  const { name, content } = await ask.file("network/json");
  assert.deepEqual([name, await content.text(), seen[1][0]], ["network.json", "{}", "api/sessions/s/network/json"]);
});

test("what is the same for everybody is read without a session", async () => {
  const seen = [];
  const read = createRead(words, async (...request) => (seen.push(request), new Response('{"title":"T"}')));
  assert.deepEqual(await read("explanations/neuron"), { title: "T" });
  await read("experiments/e", {}, "DELETE");
  assert.deepEqual([seen[0], seen[1][1].method], [["api/explanations/neuron", {}], "DELETE"]);
  await assert.rejects(createRead(words, async () => Promise.reject(new TypeError("net")))("x"), new NoAnswer("gone"));
});

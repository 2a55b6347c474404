/** Sentences of the page: in English as they are written, in another language as its catalogue has them. */
import assert from "node:assert/strict";
import test from "node:test";

const CATALOGUE = {
  messages: {
    "now {value}": "现在 {value}",
    "{n} run": ["{n} 次训练", "{n} 次训练", "{n} 次训练"],
    "verb\u0004Open": "打开",
    "Press {key} twice": "按两次{key}",
    "{a} and {b}": "{b}、{a}",
    "{n} file": ["{n} plik", "{n} pliki", "{n} plików"],
  },
  // Polish: one for 1, another for 2 to 4 but not 12 to 14, a third for the rest
  plurals: Array.from({ length: 200 }, (_, n) =>
    n === 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2,
  ),
};

const english = await import("../../../static/text/say.js");
Object.assign(globalThis, { glassboxWords: CATALOGUE });
const other = await import("../../../static/text/say.js?other");

test("English is what stands in the code, with its holes filled and its numbers grouped", () => {
  assert.equal(english.say("now {value}", { value: "0.5" }), "now 0.5");
  assert.equal(english.say("epoch {epoch}", { epoch: 12345 }), "epoch 12,345");
  assert.equal(english.say("{ stays { as it is }"), "{ stays { as it is }");
  assert.equal(english.say("{{}} and {a:.3g}", { a: "1" }), "{} and 1");
  assert.equal(english.sayMany("{n} run", "{n} runs", 1), "1 run");
  assert.equal(english.sayMany("{n} run", "{n} runs", 2000), "2,000 runs");
  assert.equal(english.sayAs("verb", "Open"), "Open");
  assert.deepEqual(english.sayIn("Press {key} twice", { key: 7 }), ["Press ", "7", " twice"]);
});

test("another language has them as its catalogue does, and English where that is silent", () => {
  assert.equal(other.say("now {value}", { value: "0.5" }), "现在 0.5");
  assert.equal(other.say("not in it"), "not in it");
  assert.equal(other.sayMany("{n} run", "{n} runs", 2000), "2,000 次训练");
  assert.equal(other.sayAs("verb", "Open"), "打开");
  const key = { any: "thing" };
  assert.deepEqual(other.sayIn("Press {key} twice", { key }), ["按两次", key]);
});

test("plurals follow the language's rule, for large numbers by their last two digits", () => {
  const files = [1, 3, 5, 12, 22, 112, 1001, 1003, 1022, 1012].map((n) => other.sayMany("{n} file", "{n} files", n));
  assert.deepEqual(
    files.map((text) => text.split(" ").at(-1)),
    ["plik", "pliki", "plików", "plików", "pliki", "plików", "plików", "pliki", "pliki", "plików"],
  );
});

test("what the server says comes with its values, also such as are sentences, and is worded here", () => {
  const text = JSON.stringify({
    type: "note",
    text: { msgid: "{a} and {b}", values: { a: { msgid: "now {value}", values: { value: "1" } }, b: 2000 } },
    more: [{ msgid: "{n} run", plural: "{n} runs", n: 2, values: { n: 2 } }, { msgid: "Open", context: "verb" }],
    plain: { msgid: 5 },
  });
  assert.deepEqual(JSON.parse(text, other.reviveSentences), {
    type: "note",
    text: "2,000、现在 1",
    more: ["2 次训练", "打开"],
    plain: { msgid: 5 },
  });
  assert.equal(JSON.parse(text, english.reviveSentences).text, "now 1 and 2,000");
});

test("numbers that the server has formatted are written as the language does", async () => {
  Object.assign(globalThis, { document: { documentElement: { lang: "de" } } });
  const german = await import("../../../static/text/say.js?german");
  Reflect.deleteProperty(globalThis, "document");
  const values = { loss: "0.742", size: "1,234.5", name: "v1.5" };
  const told = { msgid: "{loss:.3g}, {size:,.1f} MB, {name}", values };
  assert.equal(german.wordSentences(told), "0,742, 1.234,5 MB, v1.5");
  assert.equal(english.wordSentences(told), "0.742, 1,234.5 MB, v1.5");
});

test("what comes otherwise than as JSON is worded too, and bytes stay as they are", () => {
  const bytes = new Uint8Array([1, 2]);
  const differs = { msgid: "now {value}", values: { value: "1" } },
    told = { lanes: [{ differs }], map: bytes, goal: null, step: 3 };
  assert.deepEqual(other.wordSentences(told), { lanes: [{ differs: "现在 1" }], map: bytes, goal: null, step: 3 });
  assert.equal(other.wordSentences({ msgid: "Open", context: "verb" }), "打开");
});

test("Chinese is spaced whatever fills its holes", () => {
  const told = ["测试 MSE在4个单元时", "3 百万 倍", "学习率 0.1，轮", "约20%的点", "plain text"];
  assert.deepEqual(told.map(english.spaced), [
    "测试 MSE 在 4 个单元时",
    "3 百万倍",
    "学习率 0.1，轮",
    "约 20% 的点",
    "plain text",
  ]);
});

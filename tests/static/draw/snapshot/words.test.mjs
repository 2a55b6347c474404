/** Words of a picture: lines as the browser broke them, fields as filled in, notes on as many lines as they need. */
import assert from "node:assert/strict";
import test from "node:test";

import { fieldOf, fractionOf, linesOf, rootOf, words, wrapped } from "../../../../static/draw/snapshot/words.js";

const style = {
  fontFamily: '"A", serif',
  fontSize: "10px",
  fontWeight: "400",
  color: "rgb(0, 0, 0)",
  textAlign: "left",
  paddingLeft: "4px",
  paddingRight: "6px",
};
const origin = { left: 0, top: 0, zoom: 1 };

test("a text is escaped, and its weight told only where it is not the usual one", () => {
  assert.equal(
    words("a & b", 1, 2, style),
    '<text x="1" y="2" font-family="&quot;A&quot;, serif" font-size="10" fill="#000000">a &amp; b</text>',
  );
  assert.match(words("a", 0, 0, { ...style, fontWeight: "600" }), / font-weight="600" /);
});

test("a note's parts share a line as long as it lasts", () => {
  assert.deepEqual(wrapped("one · two · three", 1000), ["one · two · three"]);
  assert.deepEqual(wrapped("one · two · three", 60), ["one · two", "three"]);
  assert.deepEqual(wrapped("longer than the line", 10), ["longer than the line"]);
  assert.deepEqual(wrapped("训练 · 测试", 70), ["训练 · 测试"]);
  assert.deepEqual(wrapped("训练损失 · 测试", 70), ["训练损失", "测试"]); // each sign as wide as two letters
});

test("a field's value stands at the side on which it is typed", () => {
  const box = { left: 10, top: 0, width: 100, height: 20 };
  assert.match(fieldOf("5", style, box), /^<text x="14" y="13\.5"/);
  assert.match(fieldOf("5", { ...style, textAlign: "end" }, box), /^<text x="104" .*text-anchor="end"/);
  const backwards = { ...style, textAlign: "start", direction: "rtl" };
  assert.match(fieldOf("5", backwards, box), /^<text x="104" .*text-anchor="end"/);
});

/** A browser that gives each character ten pixels, eight characters to a line of 20 pixels. */
function typesetter(t) {
  globalThis.document = {
    createRange: () => ({
      setStart(_, at) {
        this.from = at;
      },
      setEnd(_, at) {
        this.to = at;
      },
      getBoundingClientRect() {
        return {
          left: (this.from % 8) * 10,
          top: 20 * Math.floor(this.from / 8),
          width: 10 * (this.to - this.from),
          height: 20,
        };
      },
    }),
  };
  t.after(() => delete globalThis.document);
}

test("words on one line are one text, and a line's end is where the browser has it", (t) => {
  typesetter(t);
  const lines = linesOf({ data: "one two three" }, { localName: "p" }, style, origin);
  assert.deepEqual(
    lines.map((line) => />([^<]*)</.exec(line)[1]),
    ["one two", "three"],
  );
  assert.match(lines[1], / y="35\.6"/);
});

test("a Chinese line may end behind every sign", (t) => {
  typesetter(t);
  const lines = linesOf({ data: "训练二十轮后损失变小 ReLU" }, { localName: "p" }, style, origin);
  assert.deepEqual(
    lines.map((line) => />([^<]*)</.exec(line)[1]),
    ["训练二十轮后损失", "变小 ReLU"],
  );
});

test("a formula's single letter is slanted, nothing else is", (t) => {
  typesetter(t);
  assert.match(linesOf({ data: "x" }, { localName: "mi" }, style, origin)[0], /font-style="italic"/);
  assert.doesNotMatch(linesOf({ data: "ln" }, { localName: "mi" }, style, origin)[0], /italic/);
  assert.deepEqual(linesOf({ data: "  \n" }, { localName: "p" }, style, origin), []);
});

test("a fraction's line lies between its parts, as wide as the whole", () => {
  const part = (top, height) => ({ getBoundingClientRect: () => ({ left: 0, top, width: 10, height }) });
  const fraction = {
    children: [part(0, 10), part(14, 10)],
    getBoundingClientRect: () => ({ left: 5, top: 0, width: 30, height: 24 }),
  };
  assert.equal(
    fractionOf(fraction, style, origin),
    '<path d="M5 12H35" fill="none" stroke="#000000" stroke-width="1"/>',
  );
});

test("a root has its sign, and a bar over all that it is of", () => {
  const at = (left, top, width, height) => ({ getBoundingClientRect: () => ({ left, top, width, height }) });
  const square = { localName: "msqrt", children: [at(10, 4, 20, 16)], ...at(0, 0, 30, 20) };
  assert.match(rootOf(square, style, origin), /^<path d="M0 .*L9\.5 1H30" fill="none" stroke="#000000"/);
  const cube = { localName: "mroot", children: [at(12, 6, 20, 14), at(0, 0, 6, 8)], ...at(0, 0, 32, 20) };
  assert.match(rootOf(cube, style, origin), /^<path d="M4\.2 .*L11\.61 4H32" fill="none"/);
});

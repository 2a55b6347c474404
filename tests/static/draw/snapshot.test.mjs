/** A picture in pixels: as large as it was asked for, and an error where the browser makes none. */
import assert from "node:assert/strict";
import test from "node:test";

import { asPng, snapshot } from "../../../static/draw/snapshot.js";
import { pencil } from "../samples/pencil.mjs";

function browser(t, blob) {
  const canvas = { getContext: () => pen.ctx, toBlob: (take, kind) => take(blob && { kind }) },
    pen = pencil();
  globalThis.document = { createElement: () => canvas };
  globalThis.Image = class {
    async decode() {
      assert.match(this.src, /^data:image\/svg\+xml;charset=utf-8,%3Csvg/);
    }
  };
  t.after(() => (delete globalThis.document, delete globalThis.Image));
  return { canvas, pen };
}

test("it has twice the page's pixels, or as many as are asked for", async (t) => {
  const { canvas, pen } = browser(t, true),
    picture = { svg: "<svg/>", width: 30, height: 20 };
  assert.deepEqual(await asPng(picture), { kind: "image/png" });
  assert.deepEqual([canvas.width, canvas.height], [60, 40]);
  assert.deepEqual(pen.of("drawImage")[0].slice(1), [0, 0, 60, 40]);
  await asPng(picture, 3);
  assert.deepEqual([canvas.width, canvas.height], [90, 60]);
});

test("no picture is an error, not an empty file", async (t) => {
  browser(t, false);
  await assert.rejects(asPng({ svg: "<svg/>", width: 1, height: 1 }), /no picture/);
});

/** A page of one empty part, in a browser that knows nothing else. */
function page(t, more = {}) {
  class Element {}
  for (const name of ["HTMLCanvasElement", "SVGSVGElement", "HTMLInputElement", "HTMLSelectElement", "Text"])
    globalThis[name] = class {};
  globalThis.Element = Element;
  const style = {
    opacity: "1",
    backgroundColor: "rgb(255, 255, 255)",
    color: "rgb(0, 0, 0)",
    fontFamily: "sans",
    fontSize: "16px",
    fontWeight: "400",
    ...more,
  };
  globalThis.getComputedStyle = () => style;
  t.after(() => {
    for (const name of [
      "HTMLCanvasElement",
      "SVGSVGElement",
      "HTMLInputElement",
      "HTMLSelectElement",
      "Text",
      "Element",
    ])
      delete globalThis[name];
    delete globalThis.getComputedStyle;
  });
  const box = { left: 10, top: 20, width: 100, height: 50 };
  return Object.assign(new Element(), {
    ...{ scrollWidth: 100, scrollHeight: 50, clientLeft: 0, clientTop: 0, scrollLeft: 0, scrollTop: 0 },
    ...{ childNodes: [], localName: "section", textContent: "" },
    getBoundingClientRect: () => box,
    matches: () => false,
    checkVisibility: () => true,
  });
}

test("an empty part is its paper with a margin all round", (t) => {
  const { svg, width, height } = snapshot(page(t));
  assert.deepEqual([width, height], [116, 66]);
  assert.match(svg, /viewBox="0 0 116 66"><rect width="116" height="66" fill="#ffffff"\/><\/svg>$/);
});

test("a title and a note have room of their own, and are escaped", (t) => {
  const { svg, height } = snapshot(page(t), { title: "a < b", note: "one · two" });
  assert.equal(height, 66 + 20 + 16 + 8, "title, a line of the note, and a margin below it");
  assert.match(svg, /a &lt; b/);
  assert.match(svg, />one · two</);
});

test("a title that stands in the part already is not written twice", (t) => {
  const root = page(t);
  root.textContent = "Loss over epochs";
  assert.equal(snapshot(root, { title: "Loss" }).height, 66);
});

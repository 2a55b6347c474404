/** Boxes of a picture: where they stand under the page's zoom, with background, border and outline as they are. */
import assert from "node:assert/strict";
import test from "node:test";

import { frameOf, outlineOf, place, placed } from "../../../../static/draw/snapshot/boxes.js";

const box = { left: 10, top: 20, width: 100, height: 50 };
const side = (name, width, kind, colour) => ({
  [`border${name}Width`]: width,
  [`border${name}Style`]: kind,
  [`border${name}Color`]: colour,
});
const round = (width, kind, colour) =>
  Object.assign({}, ...["Top", "Right", "Bottom", "Left"].map((name) => side(name, width, kind, colour)));
const style = (more = {}) => ({
  ...round("0px", "none", "rgb(0, 0, 0)"),
  ...{ backgroundColor: "rgba(0, 0, 0, 0)", backgroundImage: "none", borderTopLeftRadius: "0px" },
  ...{ outlineWidth: "0px", outlineOffset: "0px", outlineStyle: "none", outlineColor: "rgb(0, 0, 255)" },
  ...more,
});

test("a box is placed in the picture, whatever the page's zoom", () => {
  const origin = { left: 5, top: 10, zoom: 2 };
  assert.deepEqual(placed({ left: 30, top: 60, width: 200, height: 100 }, origin), { ...box, width: 100, height: 50 });
  assert.equal(place(box), 'x="10" y="20" width="100" height="50"');
});

test("what has neither ground nor border leaves nothing", () => {
  assert.deepEqual(frameOf(style(), box), []);
});

test("a border all round lies within its box, with the box's corners", () => {
  const [rectangle, ...more] = frameOf(
    style({ ...round("2px", "solid", "rgb(255, 0, 0)"), borderTopLeftRadius: "6px" }),
    box,
  );
  assert.match(rectangle, /^<rect x="11" y="21" width="98" height="48" rx="6" .*stroke="#ff0000" stroke-width="2"\/>$/);
  assert.deepEqual(more, []);
});

test("a border on one side is one line there, dashed as it is", () => {
  const lines = frameOf(style(side("Bottom", "2px", "dashed", "rgb(0, 128, 0)")), box);
  assert.deepEqual(lines, [
    '<path d="M10 70L110 70" fill="none" stroke="#008000" stroke-width="2" stroke-dasharray="5 4"/>',
  ]);
});

test("a gradient from left to right has a stop for each colour, evenly", () => {
  const image = "linear-gradient(to right, rgb(255, 0, 0), rgb(0, 255, 0), rgb(0, 0, 255))";
  const [gradient, bar] = frameOf(style({ backgroundImage: image, backgroundSize: "auto" }), box);
  assert.deepEqual(
    [...gradient.matchAll(/offset="([\d.]+)"/g)].map(([, at]) => at),
    ["0", "0.5", "1"],
  );
  assert.match(bar, /fill="url\(#shades-10-20\)"/);
});

test("an outline stands around its box, apart by its offset; the browser's own is left out", () => {
  const [around] = outlineOf(style({ outlineWidth: "2px", outlineOffset: "1px", outlineStyle: "solid" }), box);
  assert.match(around, /^<rect x="8" y="18" width="104" height="54" fill="none" stroke="#0000ff"/);
  assert.deepEqual(outlineOf(style({ outlineWidth: "2px", outlineStyle: "auto" }), box), []);
});

/** The boxes of a graph: in rows and columns, none upon another, lines from edge to edge. */
import assert from "node:assert/strict";
import test from "node:test";

import { BY_LAYER, TIGHT, layoutColumns, layoutLine, linePath } from "../../../static/draw/graph_layout.js";
import { fork, line } from "../samples/graphs.mjs";

test("the straight way lies in one row, and what is given stands above its use", () => {
  const { places, width, height } = layoutLine(line().nodes),
    chain = ["x", "s1", "z1", "y", "L"].map((id) => places.get(id));
  assert.deepEqual(new Set(chain.map(({ y }) => y)).size, 1);
  for (let at = 1; at < chain.length; at++) assert.ok(Math.abs(chain[at].x - chain[at - 1].x - BY_LAYER.across) < 1e-9);
  assert.equal(places.get("W1").x, places.get("s1").x);
  assert.ok(places.get("t").y < places.get("L").y);
  for (const { x, y, width: w, height: h } of places.values())
    assert.ok(x >= w / 2 && x <= width - w / 2 && y >= h / 2 && y <= height - h / 2);
});

test("a tight row is shorter and lower, and nothing in it stands on anything else", () => {
  const usual = layoutLine(line().nodes),
    tight = layoutLine(line().nodes, TIGHT),
    boxes = [...tight.places.values()];
  assert.ok(tight.width < usual.width && tight.height < usual.height);
  for (const one of boxes)
    for (const other of boxes)
      assert.ok(
        one === other ||
          Math.abs(one.x - other.x) >= one.width ||
          Math.abs(one.y - other.y) >= (one.height + other.height) / 2,
      );
  const foot = Math.max(...boxes.map(({ y, height }) => y + height / 2));
  assert.ok(foot + TIGHT.foot <= tight.height); // the gradients' numbers have their room
});

test("eleven boxes fit a projector's drawer in type of which 0.96 is 11 pixels", () => {
  const boxes = Array.from({ length: 11 }, (_, at) => ({ id: `${at}`, kind: "add", parents: at ? [`${at - 1}`] : [] }));
  assert.ok(layoutLine(boxes, TIGHT).width * (11 / 0.96) < 780);
});

test("in columns, each box stands right of its parents, and none on another", () => {
  const nodes = fork().nodes,
    { places } = layoutColumns(nodes);
  for (const { id, parents } of nodes) for (const parent of parents) assert.ok(places.get(parent).x < places.get(id).x);
  assert.equal(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size, nodes.length);
});

test("lines end at the boxes' edges", () => {
  const from = { x: 2, y: 3, width: 2, height: 1 };
  assert.equal(linePath(from, { ...from, x: 8 }, 0.5), "M3 3.5L7 3.5");
  assert.equal(linePath(from, { ...from, y: 9 }, 0), "M2 3.5L2 8.5");
  assert.match(linePath(from, { ...from, x: 8, y: 9 }, 0), /^M3 3C.* 7 9$/);
});

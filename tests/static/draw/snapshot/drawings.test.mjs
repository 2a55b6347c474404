/** A drawing of the page in a picture: its style sheet's looks become attributes, what only the page needs goes. */
import assert from "node:assert/strict";
import test from "node:test";

import { inlined } from "../../../../static/draw/snapshot/drawings.js";

/** An element with as much of the browser's face as is asked for. @param {string} name @param {string[]} children */
function element(name, attributes = {}, children = []) {
  return {
    name,
    attributes: { ...attributes },
    matches: (selector) => selector.split(", ").includes(name),
    querySelectorAll: () => children,
    setAttribute(key, value) {
      this.attributes[key] = value;
    },
    removeAttribute(key) {
      delete this.attributes[key];
    },
    cloneNode: () =>
      element(
        name,
        attributes,
        children.map((child) => child.cloneNode()),
      ),
  };
}

function picture(t, looks) {
  const removed = [],
    comments = [{ remove: () => removed.push("comment") }];
  Object.assign(globalThis, {
    getComputedStyle: ({ name }) => ({
      display: "inline",
      overflow: "hidden",
      ...looks[name]?.also,
      getPropertyValue: (key) => looks[name]?.[key] ?? "",
    }),
    NodeFilter: { SHOW_COMMENT: 128 },
    document: {
      createTreeWalker: () => ({
        nextNode: () => comments.length > 0,
        get currentNode() {
          return comments.shift();
        },
      }),
    },
    XMLSerializer: class {
      serializeToString(root) {
        return [root, ...root.querySelectorAll()];
      }
    },
  });
  t.after(() => {
    for (const name of ["getComputedStyle", "NodeFilter", "document", "XMLSerializer"]) delete globalThis[name];
  });
  return { removed };
}

const box = { left: 1, top: 2, width: 30, height: 40 };
const LINE = {
  fill: "none",
  stroke: "rgb(255, 0, 0)",
  "stroke-width": "2px",
  "fill-opacity": "1",
  "stroke-opacity": "0.5",
  opacity: "1",
};

test("a path has the colours and widths that its class gave it, and its class no more", (t) => {
  const { removed } = picture(t, { path: LINE, svg: { opacity: "1" } });
  const path = element("path", { d: "M0 0", class: "curve", style: "color: red" });
  const [svg, copy] = inlined(element("svg", { class: "plot", role: "img" }, [path]), box);
  assert.deepEqual(copy.attributes, {
    ...copy.attributes,
    d: "M0 0",
    fill: "none",
    stroke: "#ff0000",
    "stroke-opacity": "0.5",
    "stroke-width": "2px",
  });
  assert.deepEqual(
    ["class", "style"].filter((name) => name in copy.attributes),
    [],
  );
  assert.deepEqual(svg.attributes, { x: "1", y: "2", width: "30", height: "40", overflow: "hidden" });
  assert.deepEqual(removed, ["comment"]);
});

test("the page's own drawing stays as it is", (t) => {
  picture(t, { path: LINE });
  const path = element("path", { class: "curve" }),
    svg = element("svg", { class: "plot" }, [path]);
  inlined(svg, box);
  assert.deepEqual([svg.attributes, path.attributes], [{ class: "plot" }, { class: "curve" }]);
});

test("what is not displayed on the page is not displayed in the picture", (t) => {
  picture(t, { path: { ...LINE, also: { display: "none" } } });
  const [, copy] = inlined(element("svg", {}, [element("path")]), box);
  assert.equal(copy.attributes.display, "none");
});

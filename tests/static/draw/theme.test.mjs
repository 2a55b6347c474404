/** The palette follows the theme: read at first, and again after whatever can change it. */
import assert from "node:assert/strict";
import test from "node:test";

import { family, rem, watchPalette } from "../../../static/draw/theme.js";

function page(t, colour) {
  const heard = {},
    style = { size: "20px" };
  const listen = (who) => ({ addEventListener: (kind, act) => (heard[`${who} ${kind}`] = act) });
  Object.assign(globalThis, {
    document: {
      documentElement: {},
      body: { appendChild: (element) => element },
      createElement: () => ({ style: {}, remove() {} }),
      querySelectorAll: () => [listen("sheet")],
    },
    getComputedStyle: () => ({ color: colour.now, fontSize: style.size, getPropertyValue: () => style.fonts ?? "" }),
    matchMedia: () => listen("scheme"),
    MutationObserver: class {
      constructor(act) {
        heard.attributes = act;
      }
      observe() {}
    },
  });
  t.after(() => {
    for (const name of ["document", "getComputedStyle", "matchMedia", "MutationObserver"]) delete globalThis[name];
  });
  return { heard, style };
}

test("it is read at once, and after another theme, scheme or style sheet", (t) => {
  const colour = { now: "rgb(1, 2, 3)" },
    { heard } = page(t, colour),
    seen = [];
  watchPalette((palette) => seen.push(palette.ink));
  assert.deepEqual(seen, [[1, 2, 3]]);
  colour.now = "rgb(4, 5, 6)";
  for (const change of ["attributes", "scheme change", "sheet load"]) heard[change]();
  assert.deepEqual(seen.slice(1), Array(3).fill([4, 5, 6]));
});

test("a canvas has the page's fonts", (t) => {
  assert.equal(family(), "system-ui, sans-serif"); // where there is no page
  const { style } = page(t, { now: "" });
  style.fonts = ' system-ui, "PingFang SC"';
  assert.equal(family(), 'system-ui, "PingFang SC"');
});

test("the type's size is the page's, and a usual one where it says nothing", (t) => {
  const { style } = page(t, { now: "" });
  assert.equal(rem(), 20);
  style.size = "";
  assert.equal(rem(), 16);
});

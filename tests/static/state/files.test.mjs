/** A file is saved under its name, and its memory given back once no disk can be reading it any more. */
import assert from "node:assert/strict";
import test from "node:test";

import { fileName, save } from "../../../static/state/files.js";

test("a picture's file has its name in letters and numbers", () => {
  assert.equal(fileName("How wide? (Übung 2)", "png"), "how-wide-übung-2.png");
});

test("it is handed to the browser by a link, and given back later", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const clicked = [],
    given = [];
  t.mock.method(URL, "createObjectURL", () => "blob:one");
  t.mock.method(URL, "revokeObjectURL", (address) => given.push(address));
  t.after(() => delete globalThis.document);
  globalThis.document = {
    createElement: () => ({
      click() {
        clicked.push([this.href, this.download]);
      },
    }),
  };
  save("history.csv", new Blob(["a,b"]));
  assert.deepEqual([clicked, given], [[["blob:one", "history.csv"]], []]);
  t.mock.timers.tick(60_000);
  assert.deepEqual(given, ["blob:one"]);
});

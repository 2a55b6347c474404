/** A key that composes a word is none of the page's. */
import assert from "node:assert/strict";
import test from "node:test";

import { keepKeysOfComposing } from "../../../static/views/composing.js";

test("Enter that takes a composed word over reaches nobody who would submit", () => {
  const page = new EventTarget(),
    /** @type {string[]} */
    heard = [];
  keepKeysOfComposing(page);
  page.addEventListener("keydown", (event) => heard.push(/** @type {any} */ (event).key));
  const press = (/** @type {object} */ about) =>
    page.dispatchEvent(Object.assign(new Event("keydown"), { isComposing: false, keyCode: 13 }, about));
  press({ key: "composing", isComposing: true });
  press({ key: "just composed", keyCode: 229 });
  press({ key: "Enter" });
  assert.deepEqual(heard, ["Enter"]);
});

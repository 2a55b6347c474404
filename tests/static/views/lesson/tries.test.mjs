/** Whatever a lesson offers to try can be tried. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import test from "node:test";

import { canTry } from "../../../../static/views/lesson/tries.js";

const TEXTS = new URL("../../../../server/words/texts/en/", import.meta.url);

const LESSONS = readdirSync(TEXTS).filter((name) => name.startsWith("lesson_"));

test("whatever a lesson offers to try can be tried", () => {
  assert.ok(LESSONS.length);
  for (const name of LESSONS) {
    const offered = [...readFileSync(new URL(name, TEXTS), "utf8").matchAll(/\]\(#(\w+)\)/g)].map(([, what]) => what);
    assert.deepEqual(
      offered.filter((what) => !canTry(what)),
      [],
    );
  }
});

/** A person's own data go to the server as it wants them. */
import assert from "node:assert/strict";
import test from "node:test";

import { createOwnData } from "../../static/own_data.js";
import { drawingOf } from "../../static/state/drawing.js";

test("data go to the server as it wants them, and its sentences come back", async () => {
  const asked = [];
  const get = async (path, request) => (
    asked.push([path, request.method]),
    path.includes("points") ? Response.json({ dataset: "own.x" }) : new Response("No.", { status: 422 })
  );
  const own = createOwnData({ unreachable: "Away." }, get);
  assert.equal(await own.keepDrawing(drawingOf(2, [[0, 0, 0]])), "own.x");
  await assert.rejects(own.readTable(new Blob(["a"]), { header: false }), { message: "No." });
  assert.deepEqual(asked, [
    ["api/own/points", "POST"],
    ["api/own/tables?wishes=%7B%22header%22%3Afalse%7D", "POST"],
  ]);
  await assert.rejects(
    createOwnData({ unreachable: "Away." }, async () => {
      throw new Error();
    }).choose("t", {}),
    { message: "Away." },
  );
});

/** Words of the page: numbers that keep to their room, and what is spoken of a run. */
import assert from "node:assert/strict";
import test from "node:test";

import { BANNER, between, CONTROL, DATA, FILES, READOUT, REFUSED, STATUS, TITLE } from "../../../static/text/page.js";

test("counts keep to their room, the largest in millions", () => {
  assert.deepEqual([0, 9999999, 1e7].map(READOUT.count), ["0", "9,999,999", "10.00 M"]);
  assert.deepEqual([0.04, 9.94, 9.95, 1234.5, 2e6].map(READOUT.pace), ["0.0", "9.9", "10", "1,235", "2.00 M"]);
  assert.deepEqual([READOUT.share(0.5), READOUT.loss(NaN)], ["50.0 %", "NaN"]);
});

test("a number that is none is told what would be one", () => {
  assert.equal(
    CONTROL.wrongNumber({ label: "Samples", kind: "integer" }, "10", "5000"),
    "Samples: type a whole number from 10 to 5000.",
  );
  assert.match(CONTROL.wrongNumber({ label: "Noise", kind: "number" }, "0", "2"), /type a number from/);
  assert.deepEqual([CONTROL.methodsAtWork(0), CONTROL.methodsAtWork(2)], ["More methods", "More methods, 2 at work"]);
});

test("a data set is told by its problem and by how many inputs it has, if not two", () => {
  assert.equal(DATA.problem("regression", undefined, 2), "regression");
  assert.equal(DATA.problem("multiclass", 3, 1), "3 classes, one input");
  assert.equal(DATA.problem("binary", 2, 64), "2 classes, 64 inputs");
});

test("what is spoken of a run has its score, and says what is no number", () => {
  const classes = { loss: 0.5, accuracy: 0.9, rmse: null },
    numbers = { loss: NaN, accuracy: null, rmse: 1.25 };
  assert.equal(
    STATUS.progress(3, classes, classes),
    "Epoch 3. Training loss 0.500, test loss 0.500, test accuracy 90.0 percent.",
  );
  assert.match(STATUS.progress(3, numbers, numbers), /loss not a number, test loss not a number, test error 1\.250/);
});

test("messages are about the lane, the file and the epoch they name", () => {
  assert.equal(BANNER.lane(2, "It diverged.", true), "Lane 2: It diverged. The other lanes go on.");
  assert.equal(BANNER.lane(2, "It diverged.", false), "Lane 2: It diverged.");
  assert.match(FILES.tooLarge("a.json", 6.25e6), /^a\.json has 6\.3 MB/);
  assert.equal(TITLE.playing(1200, TITLE.name), "▶ epoch 1,200 · glassbox");
});

test("what answers in the server's place is named, with what can be done about it", () => {
  assert.match(between(413), /\(413\): it lets nothing so large through\. Try a smaller file/);
  for (const status of [502, 503, 504]) assert.match(between(status), new RegExp(`\\(${status}\\).*Try again`));
  assert.match(between(401), /\(401\)\. Reload the page: perhaps it asks who you are/);
  assert.equal(REFUSED.answered(403, "Not from there."), "The live connection was refused (403). Not from there.");
  assert.equal(REFUSED.answered(502, ""), between(502));
});

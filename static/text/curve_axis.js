/** What stands at the box into which a class draws a curve: of what, over how long, and how high it is. */

import { plain } from "./numbers.js";
import { say } from "./say.js";

/** @typedef {import("../protocol/classroom.js").Axis} Axis */

/** @type {Record<string, string>} */
const NAMES = {
  test_loss: say("test loss"),
  train_loss: say("training loss"),
  validation_loss: say("validation loss"),
  test_accuracy: say("test accuracy"),
  train_accuracy: say("training accuracy"),
  test_rmse: say("test RMSE"),
  train_rmse: say("train RMSE"),
};
const PERCENT = ["test_accuracy", "train_accuracy"];

/** In this page's language; of a room that was kept long ago, as it was asked. @param {Axis | null} axis */
export function axisWords(axis) {
  if (!axis?.measure) return { x: axis?.x ?? "", y: axis?.y ?? "" };
  const { measure, epochs, low, high, is_log: isLog } = axis,
    name = NAMES[measure] ?? measure,
    most = PERCENT.includes(measure) ? say("{number} %", { number: high }) : plain(high);
  return {
    x: say("epochs, from 0 to {epochs}", { epochs }),
    y: isLog
      ? say("{name}, from {least} to {most} in equal powers", { name, least: plain(low), most })
      : say("{name}, from 0 to {most}", { name, most }),
  };
}

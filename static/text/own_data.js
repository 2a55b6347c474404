/** The words of data of one's own: drawing, uploading, inputs that are held. */

/** @typedef {import("../state/drawing.js").Tool} Tool */

const many = (/** @type {number} */ count, /** @type {string} */ one) => `${count.toLocaleString("en")} ${one}${count === 1 ? "" : "s"}`;

export const OWN_DATA = {
  chosen: "your own",
  unreachable: "The server could not be reached, so your data is not there yet; try again in a moment.",
  full: "There are 5,000 points, which is as many as are taken; erase some.",
};

export const DRAW = {
  kind: "What the points are",
  kinds: (/** @type {number} */ classes) => (classes ? `${classes} classes` : "values"),
  class: "Class to draw",
  ofClass: (/** @type {number} */ index, /** @type {number} */ classes) => (classes === 2 ? (index ? "positive class" : "negative class") : `class ${index + 1}`),
  value: "Value to draw",
  tools: "Tool",
  tool: /** @type {Record<Tool, string>} */ ({ point: "Point", brush: "Brush", eraser: "Eraser" }),
  toolHelp: /** @type {Record<Tool, string>} */ ({ point: "One point at a click, a line of them when dragged", brush: "A cloud of points at a click, more when dragged", eraser: "Removes the points it touches" }),
  undo: "Undo",
  undoHelp: "Undo (Ctrl+Z)",
  clear: "Clear",
  clearHelp: "Remove all points",
  done: "Done",
  count: (/** @type {number} */ points) => (points < 2 ? `${many(points, "point")}: draw two or more, and training goes on with them.` : many(points, "point")),
  canvas: (/** @type {number} */ points) =>
    `Drawing, ${many(points, "point")}. Click, drag or touch to draw; or move the crosshair with the arrow keys and press Enter.`,
};

/** What a person draws: points in classes or with values, tools that change them, and a way back. Pure; `easel.js` uses it. */

/** @typedef {{x1: number, x2: number, target: number, number: number}} Point `number` stays its own, so that a training point stays one */
/** @typedef {"point" | "brush" | "eraser"} Tool */
/**
 * @typedef {object} Drawing never changed: every change makes a new one
 * @property {number} classes 0: points have values @property {Point[]} points
 * @property {number} target the class or value drawn with @property {Tool} tool
 * @property {{classes: number, points: Point[]}[]} past what undo goes back to, the newest last
 */
/** @typedef {() => number} Chance a number in [0, 1) */

export const MOST_POINTS = 5000;
export const FEWEST_POINTS = 2;
export const MOST_CLASSES = 10;
export const LARGEST_VALUE = 1;
export const ERASER = 0.6; // radius, in units of the axes
export const BRUSH = 0.55; // standard deviation of a cloud
const CLOUD = 4; // points of a cloud
const MOST_UNDO = 200;
const MOST_NUMBER = 100_000;
const EDGE = 6;
const FINE = 1e3; // points lie on multiples of 1 / FINE

/**
 * A drawing to begin with.
 * @param {number} classes @param {Iterable<readonly [number, number, number]>} points x₁, x₂ and target @returns {Drawing}
 */
export function drawingOf(classes, points) {
  const placed = [...points].slice(0, MOST_POINTS).map(([x1, x2, target], number) => ({ x1: onPlane(x1), x2: onPlane(x2), target, number }));
  return { classes, points: placed, target: classes ? 0 : LARGEST_VALUE, tool: "point", past: [] };
}

/** From here on undo comes back to what is there now. @param {Drawing} drawing @returns {Drawing} */
export function remembered(drawing) {
  const { classes, points, past } = drawing;
  return { ...drawing, past: [...past, { classes, points }].slice(-MOST_UNDO) };
}

/** What the tool does at a place. @param {Drawing} drawing @param {number} x1 @param {number} x2 @param {Chance} chance @returns {Drawing} */
export function applied(drawing, x1, x2, chance) {
  if (drawing.tool === "eraser") return erased(drawing, x1, x2);
  if (drawing.tool === "point") return added(drawing, [[x1, x2]]);
  return added(drawing, Array.from({ length: CLOUD }, () => [x1 + BRUSH * normal(chance), x2 + BRUSH * normal(chance)]));
}

/** @param {Drawing} drawing @param {number[][]} places @returns {Drawing} */
function added(drawing, places) {
  const { points, target } = drawing, room = Math.max(0, MOST_POINTS - points.length), first = nextNumber(points);
  const fresh = places.slice(0, room).map(([x1, x2], at) => ({ x1: onPlane(x1), x2: onPlane(x2), target, number: first + at }));
  return first + fresh.length > MOST_NUMBER ? renumbered({ ...drawing, points: [...points, ...fresh] }) : { ...drawing, points: [...points, ...fresh] };
}

/** @param {Drawing} drawing @param {number} x1 @param {number} x2 @returns {Drawing} */
function erased(drawing, x1, x2) {
  const points = drawing.points.filter((point) => Math.hypot(point.x1 - x1, point.x2 - x2) > ERASER);
  return points.length === drawing.points.length ? drawing : { ...drawing, points };
}

/** Whether undo has somewhere to go. @param {Drawing} drawing */
export function canUndo({ past }) {
  return past.length > 0;
}

/** @param {Drawing} drawing @returns {Drawing} */
export function undone(drawing) {
  const last = drawing.past[drawing.past.length - 1];
  return last ? { ...drawing, ...last, target: fitting(drawing.target, last.classes), past: drawing.past.slice(0, -1) } : drawing;
}

/**
 * The same points in another number of classes, or with values (0): who loses its class goes to the last one.
 * @param {Drawing} drawing @param {number} classes @returns {Drawing}
 */
export function inClasses(drawing, classes) {
  const change = (/** @type {number} */ target) => {
    if (drawing.classes && classes) return Math.min(target, classes - 1);
    if (classes) return target > 0 ? 1 : 0;
    return (2 * target) / (drawing.classes - 1) - 1;
  };
  if (classes === drawing.classes) return drawing;
  const points = drawing.points.map((point) => ({ ...point, target: change(point.target) }));
  return { ...remembered(drawing), classes, points, target: classes ? fitting(drawing.target, classes) : LARGEST_VALUE };
}

/** @param {number} target @param {number} classes */
function fitting(target, classes) {
  if (!classes) return Math.max(-LARGEST_VALUE, Math.min(LARGEST_VALUE, target));
  return Math.max(0, Math.min(classes - 1, Math.round(target)));
}

/** @param {Point[]} points */
function nextNumber(points) {
  return points.reduce((most, { number }) => Math.max(most, number + 1), 0);
}

/** @param {Drawing} drawing @returns {Drawing} */
function renumbered(drawing) {
  return { ...drawing, points: drawing.points.map((point, number) => ({ ...point, number })) };
}

/** @param {number} value */
function onPlane(value) {
  return Math.round(Math.max(-EDGE, Math.min(EDGE, value)) * FINE) / FINE;
}

/** A standard normal number, by Box and Muller. @param {Chance} chance */
function normal(chance) {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

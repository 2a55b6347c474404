/**
 * What a person draws: points in classes or with values, tools that change them, and a way
 * back. Pure; `drawing_controller.js` uses it.
 */

/**
 * @typedef {{x1: number, x2: number, target: number, number: number}} Point `number` stays
 *   its own, so that a training point stays one
 */
/** @typedef {"point" | "brush" | "eraser"} Tool */
/**
 * @typedef {object} Drawing never changed: every change makes a new one
 * @property {number} classes 0: points have values @property {Point[]} points
 * @property {1 | 2} inputs 1: the points are of a curve, values over x₁, and a point's x₂ is its value
 * @property {number} largest what a value may be, up and down
 * @property {number} target the class or value drawn with @property {Tool} tool
 * @property {{classes: number, inputs: 1 | 2, points: Point[]}[]} past what undo goes back to, the newest last
 */
/** @typedef {() => number} Chance a number in [0, 1) */

export const MOST_POINTS = 5000;
export const FEWEST_POINTS = 2;
export const MOST_CLASSES = 10;
export const LARGEST_VALUE = 1; // that is drawn, unless there are larger ones
const MOST_VALUE = 10;
export const ERASER = 0.6; // radius, in units of the axes
export const BRUSH = 0.55; // standard deviation of a cloud
const CLOUD = 4; // points of a cloud
const MOST_UNDO = 200;
const MOST_NUMBER = 100_000;
const EDGE = 6;
const FINE = 1e3; // points lie on multiples of 1 / FINE

/**
 * A drawing to begin with.
 * @param {number} classes @param {Iterable<readonly [number, number, number]>} points x₁, x₂ and target
 * @param {1 | 2} [inputs]
 * @param {number} [scale] the largest value there is @returns {Drawing}
 */
export function drawingOf(classes, points, inputs = 2, scale = LARGEST_VALUE) {
  const largest = Math.min(MOST_VALUE, Math.max(LARGEST_VALUE, scale));
  const placed = [...points]
    .slice(0, MOST_POINTS)
    .map(([x1, x2, target], number) => ({ x1: onPlane(x1), x2: inputs === 1 ? target : onPlane(x2), target, number }));
  return { classes, points: placed, inputs, largest, target: classes ? 0 : largest, tool: "point", past: [] };
}

/** From here on undo comes back to what is there now. @param {Drawing} drawing @returns {Drawing} */
export function remembered(drawing) {
  const { classes, inputs, points, past } = drawing;
  return { ...drawing, past: [...past, { classes, inputs, points }].slice(-MOST_UNDO) };
}

/**
 * What the tool does at a place; of a curve, x₂ is the value there.
 *
 * @param {Drawing} drawing @param {number} x1 @param {number} x2 @param {Chance} chance
 * @returns {Drawing}
 */
export function applied(drawing, x1, x2, chance) {
  if (drawing.tool === "eraser") return erased(drawing, x1, x2);
  if (drawing.tool === "point") return added(drawing, [[x1, x2]]);
  const up = BRUSH * heightOfUnit(drawing);
  return added(
    drawing,
    Array.from({ length: CLOUD }, () => [x1 + BRUSH * normal(chance), x2 + up * normal(chance)]),
  );
}

/** How much of x₂ is as far up as a unit of x₁ is across, by and large. @param {Drawing} drawing */
function heightOfUnit({ inputs, largest }) {
  return inputs === 1 ? largest / EDGE : 1;
}

/** @param {Drawing} drawing @param {number[][]} places @returns {Drawing} */
function added(drawing, places) {
  const { points, target } = drawing,
    room = Math.max(0, MOST_POINTS - points.length),
    first = nextNumber(points);
  const fresh = places
    .slice(0, room)
    .map(([x1, x2], at) => ({ ...placeOn(drawing, x1, x2, target), number: first + at }));
  return first + fresh.length > MOST_NUMBER
    ? renumbered({ ...drawing, points: [...points, ...fresh] })
    : { ...drawing, points: [...points, ...fresh] };
}

/** @param {Drawing} drawing @param {number} x1 @param {number} x2 @param {number} target that is drawn with */
function placeOn({ inputs, largest }, x1, x2, target) {
  if (inputs === 2) return { x1: onPlane(x1), x2: onPlane(x2), target };
  const value = within(fine(x2), largest);
  return { x1: onPlane(x1), x2: value, target: value };
}

/** @param {Drawing} drawing @param {number} x1 @param {number} x2 @returns {Drawing} */
function erased(drawing, x1, x2) {
  const unit = heightOfUnit(drawing);
  const points = drawing.points.filter((point) => Math.hypot(point.x1 - x1, (point.x2 - x2) / unit) > ERASER);
  return points.length === drawing.points.length ? drawing : { ...drawing, points };
}

/** Whether undo has somewhere to go. @param {Drawing} drawing */
export function canUndo({ past }) {
  return past.length > 0;
}

/** @param {Drawing} drawing @returns {Drawing} */
export function undone(drawing) {
  const last = drawing.past[drawing.past.length - 1];
  return last
    ? { ...drawing, ...last, target: fitting(drawing, last.classes), past: drawing.past.slice(0, -1) }
    : drawing;
}

/**
 * The same points in another number of classes, or with values (0): who loses its class goes to the last one.
 * As a curve a plane's points keep their places, which are then their values; and the reverse.
 * @param {Drawing} drawing @param {number} classes @param {1 | 2} [inputs] @returns {Drawing}
 */
export function inClasses(drawing, classes, inputs = 2) {
  if (inputs !== drawing.inputs) {
    const other = onOther(drawing, inputs);
    return { ...inClasses(other, classes, inputs), past: other.past }; // one step for undo
  }
  const change = (/** @type {number} */ target) => {
    if (drawing.classes && classes) return Math.min(target, classes - 1);
    if (classes) return target > 0 ? 1 : 0;
    return ((2 * target) / (drawing.classes - 1) - 1) * drawing.largest;
  };
  if (classes === drawing.classes) return drawing;
  const points = drawing.points.map((point) => ({ ...point, target: change(point.target) }));
  return { ...remembered(drawing), classes, points, target: classes ? fitting(drawing, classes) : drawing.largest };
}

/** The same places on a plane, or as a curve. @param {Drawing} drawing @param {1 | 2} inputs @returns {Drawing} */
function onOther(drawing, inputs) {
  const { largest } = drawing;
  if (inputs === 2)
    return {
      ...remembered(drawing),
      inputs,
      points: drawing.points.map((point) => ({ ...point, x2: onPlane((point.x2 / largest) * EDGE) })),
    };
  const points = drawing.points.map((point) => ({
    ...point,
    ...placeOn({ ...drawing, inputs }, point.x1, (point.x2 / EDGE) * largest, 0),
  }));
  return { ...remembered(drawing), inputs, classes: 0, points, target: largest };
}

/** The target that one draws with, in so many classes. @param {Drawing} drawing @param {number} classes */
function fitting({ target, largest }, classes) {
  if (!classes) return within(target, largest);
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
  return fine(within(value, EDGE));
}

/** @param {number} value @param {number} most up and down */
function within(value, most) {
  return Math.max(-most, Math.min(most, value));
}

/** @param {number} value */
function fine(value) {
  return Math.round(value * FINE) / FINE;
}

/** A standard normal number, by Box and Muller. @param {Chance} chance */
function normal(chance) {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Where an arrow key leads, as a step across and down or up. */

/** @typedef {Record<string, [number, number]>} Steps by the key's name */

/** On a picture, whose rows are counted downwards. @type {Steps} */
export const ON_SCREEN = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** On a plane, whose second axis points upwards. @type {Steps} */
export const ON_PLANE = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

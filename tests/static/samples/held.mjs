/** A frame of which some units are held, for what is drawn of it and said of it. */
import { Shown } from "../../../static/draw/shown.js";

// Of 2, 4 and 1 units the last two of the middle are on show: the third is frozen and
// disabled, one weight of the fourth is cut.
const frame = {
  sizes: [2, 4, 1],
  windows: [
    [0, 2],
    [2, 2],
    [0, 1],
  ],
  weights: Float32Array.of(1, 2, 3, 0, 0, 6),
  biases: Float32Array.of(1, 2, 3),
  held: {
    units: Uint8Array.of(0, 0, 3, 0, 1),
    cut: Uint8Array.of(0, 0, 0, 1, 0, 0),
    remembered: Float32Array.of(0, 0, 0, 4, 5, 0),
    frozen: [0, 2, 1],
  },
  dropped: Uint8Array.of(0, 0, 0, 1, 0),
};

export const shown = new Shown(frame);
export const plain = new Shown({ ...frame, held: null, dropped: null });

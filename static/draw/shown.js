/** Finds a unit's or a weight's numbers in a frame, which carries only the shown window of each layer. */

/**
 * @typedef {object} Carried the part of a frame that this reads
 * @property {number[]} sizes @property {[number, number][]} windows @property {Float32Array} weights @property {Float32Array} biases
 */

export class Shown {
  /** @param {Carried} frame */
  constructor(frame) {
    this.frame = frame;
    const counts = frame.windows.map(([, count]) => count);
    this.pictureOffsets = starts(counts);
    this.weightOffsets = starts(counts.map((count, layer) => (layer ? count * counts[layer - 1] : 0)));
  }

  /** Place of a unit within its layer's window, or −1. @param {number} layer @param {number} unit */
  row(layer, unit) {
    const window = this.frame.windows[layer];
    if (!window) return -1;
    const row = unit - window[0];
    return row >= 0 && row < window[1] ? row : -1;
  }

  /** A weight, or NaN where the frame has none. @param {number} layer @param {number} unit @param {number} source */
  weight(layer, unit, source) {
    const row = this.row(layer, unit), column = this.row(layer - 1, source);
    if (row < 0 || column < 0) return NaN;
    return this.frame.weights[this.weightOffsets[layer] + row * this.frame.windows[layer - 1][1] + column];
  }

  /** A bias, or NaN. @param {number} layer @param {number} unit */
  bias(layer, unit) {
    const row = this.row(layer, unit);
    return row < 0 || layer === 0 ? NaN : this.frame.biases[this.pictureOffsets[layer] - this.pictureOffsets[1] + row];
  }

  /** Which of the frame's pictures is this unit's, or −1. @param {number} layer @param {number} unit */
  picture(layer, unit) {
    const row = this.row(layer, unit);
    return row < 0 ? -1 : this.pictureOffsets[layer] + row;
  }
}

/** Where each part begins when parts of these lengths stand in a row. @param {number[]} lengths */
function starts(lengths) {
  let total = 0;
  return lengths.map((length) => (total += length) - length);
}

/** Finds a unit's or a weight's numbers in a frame, which carries only the shown window of each layer. */

/**
 * @typedef {object} Carried the part of a frame that this reads
 * @property {number[]} sizes @property {[number, number][]} windows @property {Float32Array} weights
 * @property {Float32Array} biases
 * @property {{units: Uint8Array, cut: Uint8Array, remembered: Float32Array, frozen: number[]} | null} [held]
 * @property {Uint8Array | null} [dropped] @property {{size: number, pixels: Uint8Array}} [units]
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
    return this.frame.weights[this.#place(layer, unit, source)] ?? NaN;
  }

  /**
   * Where a weight is among those of the frame, or −1.
   *
   * @param {number} layer @param {number} unit @param {number} source
   */
  #place(layer, unit, source) {
    const row = this.row(layer, unit),
      column = this.row(layer - 1, source);
    return row < 0 || column < 0 ? -1 : this.weightOffsets[layer] + row * this.frame.windows[layer - 1][1] + column;
  }

  /** Whether a unit is frozen. @param {number} layer @param {number} unit */
  isFrozen(layer, unit) {
    return ((this.frame.held?.units[this.picture(layer, unit)] ?? 0) & 1) > 0;
  }

  /** Whether a unit is disabled. @param {number} layer @param {number} unit */
  isDisabled(layer, unit) {
    return ((this.frame.held?.units[this.picture(layer, unit)] ?? 0) & 2) > 0;
  }

  /** Whether a connection is disabled by itself. @param {number} layer @param {number} unit @param {number} source */
  isCut(layer, unit, source) {
    return this.frame.held?.cut[this.#place(layer, unit, source)] === 1;
  }

  /**
   * Whether a connection carries nothing or leads to a disabled unit.
   *
   * @param {number} layer @param {number} unit @param {number} source
   */
  isIdle(layer, unit, source) {
    if (!this.frame.held) return false;
    return this.isCut(layer, unit, source) || this.isDisabled(layer, unit) || this.isDisabled(layer - 1, source);
  }

  /**
   * The weight that a connection had, and gets back when it is enabled.
   *
   * @param {number} layer @param {number} unit @param {number} source
   */
  remembered(layer, unit, source) {
    return this.frame.held?.remembered[this.#place(layer, unit, source)] ?? 0;
  }

  /** How many units of a layer are frozen, on show or not. @param {number} layer */
  frozenUnits(layer) {
    return this.frame.held?.frozen[layer] ?? 0;
  }

  /** Whether dropout silenced a unit in the last step. @param {number} layer @param {number} unit */
  isDropped(layer, unit) {
    return this.frame.dropped?.[this.picture(layer, unit)] === 1;
  }

  /** Whether a unit's picture is the same everywhere. @param {number} layer @param {number} unit */
  isEven(layer, unit) {
    const { units } = this.frame,
      area = (units?.size ?? 0) ** 2,
      at = this.picture(layer, unit) * area;
    if (!units || at < 0 || !area) return false;
    return units.pixels.subarray(at, at + area).every((pixel) => pixel === units.pixels[at]);
  }

  /** Whether the picture of any shown hidden unit is. */
  hasEven() {
    const { sizes, windows } = this.frame;
    return windows.some(
      ([start, count], layer) =>
        layer > 0 &&
        layer < sizes.length - 1 &&
        Array.from({ length: count }, (_, row) => this.isEven(layer, start + row)).includes(true),
    );
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

/** Turns map bytes into the pixels of an ImageData, through tables of colours made once a theme. */

/**
 * @param {Uint32Array} out @param {ArrayLike<number>} bytes @param {Uint32Array} table
 * @param {number} [from] first byte to paint
 */
export function paint(out, bytes, table, from = 0) {
  for (let at = 0; at < out.length; at++) out[at] = table[bytes[from + at]];
}

/**
 * @param {Uint32Array} out @param {ArrayLike<number>} bytes @param {ArrayLike<number>} classes
 * @param {Uint32Array[]} tables one for each class
 */
export function paintClasses(out, bytes, classes, tables) {
  for (let at = 0; at < out.length; at++) out[at] = tables[classes[at] % tables.length][bytes[at]];
}

/**
 * Values between the pixels, so that a flat-coloured map has smooth edges: each pixel becomes times × times.
 * @param {Uint8Array} bytes @param {number} size @param {number} times
 */
export function enlarged(bytes, size, times) {
  const wide = size * times;
  const out = new Uint8Array(wide * wide);
  const { low, high, share } = neighbours(size, times);
  for (let row = 0; row < wide; row++) {
    const above = low[row] * size,
      below = high[row] * size,
      down = share[row];
    for (let column = 0; column < wide; column++) {
      const left = low[column],
        right = high[column],
        across = share[column];
      const top = bytes[above + left] + (bytes[above + right] - bytes[above + left]) * across;
      const bottom = bytes[below + left] + (bytes[below + right] - bytes[below + left]) * across;
      out[row * wide + column] = top + (bottom - top) * down + 0.5;
    }
  }
  return out;
}

/**
 * For each fine pixel of a line: the coarse ones on both sides, and how far it is towards the second.
 *
 * @param {number} size @param {number} times
 */
function neighbours(size, times) {
  const low = new Uint16Array(size * times),
    high = new Uint16Array(size * times),
    share = new Float32Array(size * times);
  for (let at = 0; at < size * times; at++) {
    const place = Math.max(0, Math.min(size - 1, (at + 0.5) / times - 0.5));
    low[at] = Math.floor(place);
    high[at] = Math.min(size - 1, low[at] + 1);
    share[at] = place - low[at];
  }
  return { low, high, share };
}

/** The value a map byte stands for. @param {number} byte @param {number} scale */
export function valueOf(byte, scale) {
  return ((byte - 128) / 127) * scale;
}

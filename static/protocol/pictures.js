/**
 * Reads the packed pictures in a frame, for `frames.js`. The format, "planar nibbles", is told in
 * `server/engine/pictures.py`, which writes it; `tests/golden/pictures.json` holds both to it.
 */

const SHORT_RUN = 13;
const LONG_RUN = 14;
const ESCAPE = 15;
const SHIFT = 6;
const SHORTEST_RUN = 3;
const SHORTEST_LONG_RUN = 19;
const FIRST = 128;

/**
 * The pixels of `count` images of size × size, image after image, row after row from the top.
 *
 * @param {Uint8Array} packed
 * @param {number} count
 * @param {number} size
 * @returns {Uint8Array} count × size × size bytes
 * @throws {RangeError} if the bytes end too early, go on too long, or a run leaves its image
 */
export function unpack(packed, count, size) {
  const pixels = new Uint8Array(count * size * size);
  const end = readResiduals(packed, pixels, size * size);
  if (end > 2 * packed.length) throw new RangeError("The packed pictures end too early.");
  if (end < 2 * packed.length - 1) throw new RangeError("More bytes follow the packed pictures.");
  if (end % 2 === 1 && packed[packed.length - 1] & 15) throw new RangeError("The packed pictures do not end with a 0.");
  for (let first = 0; first < pixels.length; first += size * size) addPredictions(pixels, first, size);
  return pixels;
}

/**
 * Writes the residuals, modulo 256, where the pixels will be; returns how many nibbles were read, which is more than
 * there are if the bytes end too early (missing bytes read as 0, and every residual takes at least one nibble).
 *
 * @param {Uint8Array} packed
 * @param {Uint8Array} residuals all zero
 * @param {number} area pixels of one image
 */
function readResiduals(packed, residuals, area) {
  let place = 0;
  let at = 0;
  const nibble = () => {
    const byte = packed[at >> 1];
    return at++ & 1 ? byte & 15 : byte >> 4;
  };
  while (place < residuals.length) {
    const code = nibble();
    if (code < SHORT_RUN) {
      residuals[place++] = code - SHIFT;
    } else if (code === ESCAPE) {
      residuals[place++] = (nibble() << 4) | nibble();
    } else {
      const length = code === LONG_RUN ? ((nibble() << 4) | nibble()) + SHORTEST_LONG_RUN : nibble() + SHORTEST_RUN;
      if ((place % area) + length > area) throw new RangeError("A run of equal pixels leaves its packed picture.");
      place += length;
    }
  }
  return at;
}

/**
 * Turns the residuals of one image into its pixels, in place.
 *
 * @param {Uint8Array} pixels
 * @param {number} first where the image begins
 * @param {number} size
 */
function addPredictions(pixels, first, size) {
  pixels[first] += FIRST;
  for (let place = first + 1; place < first + size; place++) pixels[place] += pixels[place - 1];
  for (let row = first + size; row < first + size * size; row += size) {
    let left = (pixels[row] + pixels[row - size]) & 255;
    pixels[row] = left;
    for (let place = row + 1; place < row + size; place++) {
      const expected = left + pixels[place - size] - pixels[place - size - 1];
      left = (pixels[place] + (expected < 0 ? 0 : expected > 255 ? 255 : expected)) & 255;
      pixels[place] = left;
    }
  }
}

"""Writes tests/golden/pictures.json: packed pictures with their pixels, for the tests in Python and in JavaScript.

Run it from the repository when the format has changed on purpose: python -m tests.engine.make_golden_pictures
"""

import base64
import json
from pathlib import Path

import numpy as np

from glassbox.engine.pictures import pack

GOLDEN = Path(__file__).parents[1] / "golden" / "pictures.json"


def cases():
    """Named images uint8 [m, size, size]: the ordinary ones, and each corner of the format."""
    chance = np.random.default_rng(1)
    row, column = np.mgrid[0:24, 0:24] - 11.5
    smooth = [128 + 127 * np.tanh((column * a + row * b) / 8) for a, b in ((1, 0), (0.3, -1), (2, 2))]
    return {
        "no image": np.empty((0, 8, 8)),
        "one pixel": np.full((1, 1, 1), 200),
        "one pixel, as predicted": np.full((1, 1, 1), 128),
        "three images of one pixel": np.array([128, 0, 255]).reshape(3, 1, 1),
        "flat": np.full((2, 20, 20), 128),
        "smooth": np.round(smooth),
        "a ring": np.round(128 + 127 * np.sin(np.hypot(row, column)[None] / 2)),
        "noise": chance.integers(0, 256, (2, 9, 9)),
        "black and white": 255 * (np.indices((1, 7, 7)).sum(axis=0) % 2),
        "classes": np.floor(np.hypot(row, column) / 4)[None] % 3,
        **{f"a run of {length}": _with_run(length) for length in (1, 2, 3, 18, 19, 274, 275, 277, 293, 400)},
    }


def _with_run(length):
    """One image of 21 × 21 whose residuals begin with a run of so many zeros."""
    pixels = np.full(21 * 21, 128)
    pixels[length:] = 131
    return pixels.reshape(1, 21, 21)


def main():
    """Write the file."""
    texts = [_text(name, images.astype(np.uint8)) for name, images in cases().items()]
    GOLDEN.write_text("[\n" + ",\n".join(texts) + "\n]\n")


def _text(name, images):
    entry = {
        "name": name, "count": images.shape[0], "size": images.shape[1],
        "packed": base64.b64encode(pack(images)).decode(), "pixels": base64.b64encode(images.tobytes()).decode(),
    }  # fmt: skip
    return json.dumps(entry)


if __name__ == "__main__":
    main()

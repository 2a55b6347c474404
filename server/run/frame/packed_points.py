"""Points that are pictures, packed for the wire: a number a pixel,
in grains as fine as the pictures' own ink, or 255.
"""

import numpy as np

from glassbox.engine.arrays import Floats
from glassbox.engine.pictures import pack
from glassbox.protocol.frames import Grain

COARSE, FINE = 16, 255  # steps from the lightest pixel to the darkest: those of scanned digits, and of anything else
NEAR = 1e-3  # of a step: rounding alone


def pack_points(x: Floats, side: int) -> tuple[bytes, Grain]:
    """Points float32 [n, side²] as packed pictures, and what a step of their bytes is;
    half a fine step is lost at most.
    """
    least, most = float(x.min()), float(x.max())
    shares = (x - least) / (most - least or 1.0)
    steps = COARSE if np.abs(shares * COARSE - np.rint(shares * COARSE)).max() < NEAR else FINE
    pixels = np.rint(shares * steps).astype(np.uint8).reshape(len(x), side, side)
    return pack(np.ascontiguousarray(pixels)), Grain(least, (most - least) / steps)

"""The arrays of the house by name, for whoever says of which dtype one is. Docstrings say which shape it has."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]  # what networks are trained in
Doubles = NDArray[np.float64]  # what is told of them exactly
Reals = NDArray[np.floating]  # either, as kernels take them
Integers = NDArray[np.int64]
Bools = NDArray[np.bool_]
Bytes = NDArray[np.uint8]

"""Other machines for experiments: a scheduler that hands trials out, workers that train them, and the way to both.

Its face is `Address` (where the scheduler is, and whether one may speak with it) and, once the library is known to be
there, `on_dask`: the only file that knows Dask.
"""

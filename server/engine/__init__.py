"""The engine room: NumPy and Numba only, arrays in, arrays out. It works in a notebook as it does in the server."""

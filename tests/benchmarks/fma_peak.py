"""Measures the most multiply-adds that one core of this machine can do, the yardstick of `engine.py`."""

import time

import numba
import numpy as np

LANES = 512
ROUNDS = 20_000
STEPS = 8


@numba.njit(fastmath={"contract"}, error_model="numpy")
def _multiply_add(values, factors, rounds):
    """values float32 [LANES], factors float32 [STEPS]: a polynomial of degree STEPS for each lane, again and again."""
    a, b, c, d, e, f, g, h = factors
    for _ in range(rounds):
        for lane in range(values.size):
            x = values[lane]
            y = x * a + b
            y = y * x + c
            y = y * x + d
            y = y * x + e
            y = y * x + f
            y = y * x + g
            y = y * x + h
            values[lane] = y * x + a


def fma_peak(trials=7):
    """Floating-point operations per second of one core in float32, the best of several trials."""
    values, factors = np.full(LANES, 0.5, np.float32), np.linspace(0.1, 0.05, STEPS, dtype=np.float32)
    factors = tuple(factors)
    _multiply_add(values, factors, 1)
    times = []
    for _ in range(trials):
        began = time.perf_counter()
        _multiply_add(values, factors, ROUNDS)
        times.append(time.perf_counter() - began)
    return 2 * LANES * ROUNDS * STEPS / min(times)

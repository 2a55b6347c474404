"""The one product behind forward pass, backward pass and gradients of the weights: factors · source.

Written in blocks that keep 16 sums of 16 lanes in registers. All arrays are flat and of one dtype; matrices are told
by where they start and how far apart their rows are, so that nothing is copied or transposed to multiply it. What
becomes of the sums while they are in registers is told by a function: `add_to_target`, `add_bias` or `times_slope`.
"""

from glassbox.engine._jit import inlined
from glassbox.engine.simd import (
    LANES,
    add_1,
    add_2,
    add_4,
    add_8,
    add_total,
    drop_2,
    drop_4,
    drop_8,
    load,
    multiply_add,
    plus,
    spread,
    store,
    times,
    zeros,
)

BLOCK = 4  # a block is 4 rows by up to 4 times 16 columns
WIDE = 4 * LANES


@inlined
def matmul(
    factors, first, row_step, step, rows, terms, source, start, source_step, target, to, target_step, columns,
    finish, other, at,
):  # fmt: skip
    """The sums Σₖ factors[first + r·row_step + k·step] · source[start + k·source_step + c], for r < rows, c < columns.

    Each is handed to `finish`, which puts it to target[to + r·target_step + c]. Rows of `source` must be readable up to
    the next multiple of 16 columns.

    Args:
        terms: how many k there are.
        finish: `add_to_target`, `add_bias` or `times_slope`. other, at: what it takes beside the sums.
    """
    for row in range(0, rows - BLOCK + 1, BLOCK):
        here, there = first + row * row_step, to + row * target_step
        _four_rows(
            factors, here, row_step, step, terms, source, start, source_step, target, there, target_step, columns,
            finish, other, at + row,
        )  # fmt: skip
    for row in range(rows // BLOCK * BLOCK, rows):
        here, there = first + row * row_step, to + row * target_step
        _one_row(
            factors, here, step, terms, source, start, source_step, target, there, columns, finish, other, at + row
        )


@inlined
def add_to_target(target, to, count, sums, other, at):
    """target[to : to + count] += sums[:count], for 0 ≤ count ≤ 16; nothing beyond is touched."""
    if count == LANES:
        store(target, to, plus(load(target, to), sums))
    else:
        _add_part(target, to, count, sums)


@inlined
def add_bias(target, to, count, sums, biases, at):
    """target[to : to + 16] = the row's bias + sums: biases[at] is the first row's. Columns are a multiple of 16."""
    store(target, to, plus(spread(biases, at), sums))


@inlined
def times_slope(target, to, count, sums, slopes, at):
    """target[to + c] = sums[c] · slopes[to + c], for 16 columns, whatever `at` is. Columns are a multiple of 16."""
    store(target, to, times(sums, load(slopes, to)))


@inlined
def _four_rows(
    factors, first, row_step, step, terms, source, start, source_step, target, to, target_step, columns,
    finish, other, at,
):  # fmt: skip
    column = 0
    while columns - column >= WIDE:
        _four_by_wide(
            factors, first, row_step, step, terms, source, start + column, source_step, target, to + column,
            target_step, finish, other, at,
        )  # fmt: skip
        column += WIDE
    while column < columns:
        count = min(LANES, columns - column)
        _four_by_lanes(
            factors, first, row_step, step, terms, source, start + column, source_step, target, to + column,
            target_step, count, finish, other, at,
        )  # fmt: skip
        column += LANES


@inlined
def _one_row(factors, first, step, terms, source, start, source_step, target, to, columns, finish, other, at):
    column = 0
    while columns - column >= WIDE:
        _one_by_wide(
            factors, first, step, terms, source, start + column, source_step, target, to + column, finish, other, at
        )
        column += WIDE
    while column < columns:
        count = min(LANES, columns - column)
        _one_by_lanes(
            factors, first, step, terms, source, start + column, source_step, target, to + column, count,
            finish, other, at,
        )  # fmt: skip
        column += LANES


@inlined
def _four_by_wide(
    factors, first, row_step, step, terms, source, start, source_step, target, to, target_step, finish, other, at
):
    a0 = a1 = a2 = a3 = zeros(target)
    b0 = b1 = b2 = b3 = zeros(target)
    c0 = c1 = c2 = c3 = zeros(target)
    d0 = d1 = d2 = d3 = zeros(target)
    place = first
    for _ in range(terms):
        s0, s1 = load(source, start), load(source, start + LANES)
        s2, s3 = load(source, start + 2 * LANES), load(source, start + 3 * LANES)
        f = spread(factors, place)
        a0, a1, a2, a3 = (
            multiply_add(f, s0, a0),
            multiply_add(f, s1, a1),
            multiply_add(f, s2, a2),
            multiply_add(f, s3, a3),
        )
        f = spread(factors, place + row_step)
        b0, b1, b2, b3 = (
            multiply_add(f, s0, b0),
            multiply_add(f, s1, b1),
            multiply_add(f, s2, b2),
            multiply_add(f, s3, b3),
        )
        f = spread(factors, place + 2 * row_step)
        c0, c1, c2, c3 = (
            multiply_add(f, s0, c0),
            multiply_add(f, s1, c1),
            multiply_add(f, s2, c2),
            multiply_add(f, s3, c3),
        )
        f = spread(factors, place + 3 * row_step)
        d0, d1, d2, d3 = (
            multiply_add(f, s0, d0),
            multiply_add(f, s1, d1),
            multiply_add(f, s2, d2),
            multiply_add(f, s3, d3),
        )
        place += step
        start += source_step
    _finish_wide(target, to, a0, a1, a2, a3, finish, other, at)
    _finish_wide(target, to + target_step, b0, b1, b2, b3, finish, other, at + 1)
    _finish_wide(target, to + 2 * target_step, c0, c1, c2, c3, finish, other, at + 2)
    _finish_wide(target, to + 3 * target_step, d0, d1, d2, d3, finish, other, at + 3)


@inlined
def _four_by_lanes(
    factors, first, row_step, step, terms, source, start, source_step, target, to, target_step, count,
    finish, other, at,
):  # fmt: skip
    a = b = c = d = zeros(target)
    place = first
    for _ in range(terms):
        s = load(source, start)
        a = multiply_add(spread(factors, place), s, a)
        b = multiply_add(spread(factors, place + row_step), s, b)
        c = multiply_add(spread(factors, place + 2 * row_step), s, c)
        d = multiply_add(spread(factors, place + 3 * row_step), s, d)
        place += step
        start += source_step
    finish(target, to, count, a, other, at)
    finish(target, to + target_step, count, b, other, at + 1)
    finish(target, to + 2 * target_step, count, c, other, at + 2)
    finish(target, to + 3 * target_step, count, d, other, at + 3)


@inlined
def _one_by_wide(factors, first, step, terms, source, start, source_step, target, to, finish, other, at):
    a0 = a1 = a2 = a3 = zeros(target)
    for _ in range(terms):
        f = spread(factors, first)
        a0, a1 = multiply_add(f, load(source, start), a0), multiply_add(f, load(source, start + LANES), a1)
        a2, a3 = (
            multiply_add(f, load(source, start + 2 * LANES), a2),
            multiply_add(f, load(source, start + 3 * LANES), a3),
        )
        first += step
        start += source_step
    _finish_wide(target, to, a0, a1, a2, a3, finish, other, at)


@inlined
def _one_by_lanes(factors, first, step, terms, source, start, source_step, target, to, count, finish, other, at):
    """Terms in the same order as in every other block, so that units that are alike stay alike to the last bit."""
    a = zeros(target)
    for _ in range(terms):
        a = multiply_add(spread(factors, first), load(source, start), a)
        first += step
        start += source_step
    finish(target, to, count, a, other, at)


@inlined
def _add_part(target, to, count, lanes):
    """Less than 16 lanes, in halves, quarters … of a vector.

    A masked store would be simpler, but what is loaded beside it has to wait for it: that took a sixth of the time of a
    network eight units wide.
    """
    if count & 8:
        add_8(target, to, lanes)
        lanes, to = drop_8(lanes), to + 8
    if count & 4:
        add_4(target, to, lanes)
        lanes, to = drop_4(lanes), to + 4
    if count & 2:
        add_2(target, to, lanes)
        lanes, to = drop_2(lanes), to + 2
    if count & 1:
        add_1(target, to, lanes)


@inlined
def _finish_wide(target, to, l0, l1, l2, l3, finish, other, at):
    finish(target, to, LANES, l0, other, at)
    finish(target, to + LANES, LANES, l1, other, at)
    finish(target, to + 2 * LANES, LANES, l2, other, at)
    finish(target, to + 3 * LANES, LANES, l3, other, at)


@inlined
def add_row_sums(source, start, rows, width, target, to):
    """target[to + r] += the sum of row r of `source`, whose rows have `width` columns (a multiple of 16)."""
    for row in range(rows):
        lanes = load(source, start + row * width)
        for column in range(LANES, width, LANES):
            lanes = plus(lanes, load(source, start + row * width + column))
        add_total(target, to + row, lanes)


@inlined
def add_row_products(left, left_at, left_rows, right, right_at, right_rows, width, target, to):
    """target[to + l·right_rows + r] += Σ over columns of row l of `left` · row r of `right`; for few rows."""
    for row in range(left_rows):
        for other in range(right_rows):
            a, b = left_at + row * width, right_at + other * width
            lanes = times(load(left, a), load(right, b))
            for column in range(LANES, width, LANES):
                lanes = multiply_add(load(left, a + column), load(right, b + column), lanes)
            add_total(target, to + row * right_rows + other, lanes)

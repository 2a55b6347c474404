"""Sixteen numbers at once: the vector operations that the products are written in, for kernels only.

A `Lanes` value is an LLVM vector of 16 numbers of an array's dtype, which the compiler maps to whatever vector
registers the machine has. In layers stored units by samples, 16 lanes are 16 samples of one unit.
"""

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.core.datamodel import models
from numba.extending import intrinsic, register_model

LANES = 16
ROWS = 8  # that are transposed together, or multiplied by rows of eight columns


class SimdVector(types.Type):
    """Numba's type of 16 numbers of one dtype."""

    def __init__(self, dtype: types.Type) -> None:
        self.dtype = dtype
        super().__init__(name=f"Lanes({dtype})")


@register_model(SimdVector)
class _LanesModel(models.PrimitiveModel):
    def __init__(self, manager: Any, kind: SimdVector) -> None:
        element = manager.lookup(kind.dtype).get_value_type()
        super().__init__(manager, kind, ir.VectorType(element, LANES))


def _vector_of(context: Any, kind: types.Type) -> ir.VectorType:
    return ir.VectorType(context.get_value_type(kind.dtype), LANES)


def _place(context: Any, builder: ir.IRBuilder, kind: types.Type, array: Any, at: Any) -> Any:
    """A pointer to 16 numbers of a contiguous array."""
    data = cgutils.create_struct_proxy(kind)(context, builder, value=array).data
    return builder.bitcast(builder.gep(data, [at]), _vector_of(context, kind).as_pointer())


def _bytes(context: Any, kind: types.Type) -> int:
    return int(context.get_abi_sizeof(context.get_value_type(kind.dtype)))


@intrinsic
def load(typing: Any, array: Any, at: Any) -> Any:
    """array[at : at + 16], which must exist."""
    signature = SimdVector(array.dtype)(array, types.intp)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        kind = signature.args[0]
        return builder.load(_place(context, builder, kind, *arguments), align=_bytes(context, kind))

    return signature, generate


@intrinsic
def store(typing: Any, array: Any, at: Any, lanes: Any) -> Any:
    """array[at : at + 16] = lanes."""
    signature = types.void(array, types.intp, lanes)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        kind = signature.args[0]
        array, at, lanes = arguments
        builder.store(lanes, _place(context, builder, kind, array, at), align=_bytes(context, kind))
        return context.get_dummy_value()

    return signature, generate


def _adding(count: int) -> Any:
    """The operation array[at : at + count] += lanes[:count], for a power of two below 16."""

    @intrinsic
    def add(typing: Any, array: Any, at: Any, lanes: Any) -> Any:
        signature = types.void(array, types.intp, lanes)

        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            kind, (array, at, lanes) = signature.args[0], arguments
            few = ir.VectorType(context.get_value_type(kind.dtype), count)
            pointer, size = (
                builder.bitcast(_place(context, builder, kind, array, at), few.as_pointer()),
                _bytes(context, kind),
            )
            wanted = builder.shuffle_vector(lanes, ir.Constant(lanes.type, ir.Undefined), _places(list(range(count))))
            builder.store(builder.fadd(builder.load(pointer, align=size), wanted), pointer, align=size)
            return context.get_dummy_value()

        return signature, generate

    return add


def _dropping(count: int) -> Any:
    """The lanes from `count` on, moved to the front; what follows them means nothing."""

    @intrinsic
    def drop(typing: Any, lanes: Any) -> Any:
        def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
            (lanes,) = arguments
            rest = [min(lane, LANES - 1) for lane in range(count, count + LANES)]
            return builder.shuffle_vector(lanes, ir.Constant(lanes.type, ir.Undefined), _places(rest))

        return lanes(lanes), generate

    return drop


add_8, add_4, add_2, add_1 = _adding(8), _adding(4), _adding(2), _adding(1)
drop_8, drop_4, drop_2 = _dropping(8), _dropping(4), _dropping(2)


def _places(lanes: list[int]) -> ir.Constant:
    """Which lanes a shuffle takes."""
    return ir.Constant(ir.VectorType(ir.IntType(32), len(lanes)), lanes)


def _suffix(vector: ir.VectorType) -> str:
    return f"v{vector.count}{'f32' if isinstance(vector.element, ir.FloatType) else 'f64'}"


def _splat(builder: Any, value: Any, lanes: int = LANES) -> Any:
    vector = ir.VectorType(value.type, lanes)
    first = builder.insert_element(ir.Constant(vector, ir.Undefined), value, ir.Constant(ir.IntType(32), 0))
    return builder.shuffle_vector(first, ir.Constant(vector, ir.Undefined), _places([0] * lanes))


@intrinsic
def spread(typing: Any, array: Any, at: Any) -> Any:
    """array[at] in all 16 lanes."""
    signature = SimdVector(array.dtype)(array, types.intp)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        array, at = arguments
        data = cgutils.create_struct_proxy(signature.args[0])(context, builder, value=array).data
        return _splat(builder, builder.load(builder.gep(data, [at])))

    return signature, generate


@intrinsic
def zeros(typing: Any, array: Any) -> Any:
    """Sixteen zeros of the array's dtype."""
    signature = SimdVector(array.dtype)(array)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        return ir.Constant(_vector_of(context, signature.args[0]), [0.0] * LANES)

    return signature, generate


@intrinsic
def multiply_add(typing: Any, a: Any, b: Any, c: Any) -> Any:
    """a · b + c, rounded once."""
    signature = a(a, b, c)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        vector = arguments[0].type
        declared = ir.FunctionType(vector, [vector] * 3)
        function = cgutils.get_or_insert_function(builder.module, declared, f"llvm.fma.{_suffix(vector)}")
        return builder.call(function, arguments)

    return signature, generate


@intrinsic
def times(typing: Any, a: Any, b: Any) -> Any:
    """a · b."""
    return a(a, b), lambda context, builder, signature, arguments: builder.fmul(*arguments)


@intrinsic
def plus(typing: Any, a: Any, b: Any) -> Any:
    """a + b."""
    return a(a, b), lambda context, builder, signature, arguments: builder.fadd(*arguments)


@intrinsic
def add_total(typing: Any, array: Any, at: Any, lanes: Any) -> Any:
    """array[at] += the sum of the 16 lanes, halves first: always in the same order."""
    signature = types.void(array, types.intp, lanes)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        array, at, lanes = arguments
        undefined = ir.Constant(lanes.type, ir.Undefined)
        for width in (8, 4, 2, 1):
            upper = [(lane + width) % LANES for lane in range(LANES)]
            lanes = builder.fadd(lanes, builder.shuffle_vector(lanes, undefined, _places(upper)))
        total = builder.extract_element(lanes, ir.Constant(ir.IntType(32), 0))
        data = cgutils.create_struct_proxy(signature.args[0])(context, builder, value=array).data
        pointer = builder.gep(data, [at])
        builder.store(builder.fadd(builder.load(pointer), total), pointer)
        return context.get_dummy_value()

    return signature, generate


@intrinsic
def transpose(typing: Any, source: Any, at: Any, stride: Any, target: Any, to: Any, target_stride: Any) -> Any:
    """A block of 8 × 16 numbers: target[to + j · target_stride + i] = source[at + i · stride + j], for i < 8, j < 16.

    Three rounds in which rows `distance` apart exchange halves of 8 lanes, quarters and eighths of them: 24 shuffles.
    Then each of the 8 vectors holds a column of the left half of the block, and one of the right half.
    """
    signature = types.void(source, types.intp, types.intp, target, types.intp, types.intp)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        source, at, stride, target, to, target_stride = arguments
        kind = signature.args[0]
        turn = _transposing(context, builder.module, kind, stride.type)
        places = (_place(context, builder, kind, source, at), stride, _place(context, builder, kind, target, to))
        builder.call(turn, [*places, target_stride])
        return context.get_dummy_value()

    return signature, generate


def _transposing(context: Any, module: ir.Module, kind: types.Type, integer: ir.IntType) -> ir.Function:
    """A function of its own: written into a loop, it has 24 places computed and kept for each turn."""
    vector, size = _vector_of(context, kind), _bytes(context, kind)
    element, half, name = vector.element, ir.VectorType(vector.element, ROWS), f"glassbox_transpose_{kind.dtype}"
    if name in module.globals:
        return module.globals[name]
    pointer = vector.as_pointer()
    function = ir.Function(module, ir.FunctionType(ir.VoidType(), [pointer, integer, pointer, integer]), name)
    function.linkage = "internal"
    function.attributes.add("noinline")
    builder = ir.IRBuilder(function.append_basic_block())
    source, stride, target, target_stride = function.args
    source, target = (builder.bitcast(place, element.as_pointer()) for place in (source, target))
    rows = []
    for row in range(ROWS):
        place = builder.gep(source, [builder.mul(stride, ir.Constant(integer, row))])
        rows.append(builder.load(builder.bitcast(place, pointer), align=size))
    for distance in (4, 2, 1):
        rows = _exchanged(builder, rows, distance)
    for column in range(LANES):
        place = builder.gep(target, [builder.mul(target_stride, ir.Constant(integer, column))])
        first, row = column // ROWS * ROWS, rows[column % ROWS]
        lanes = builder.shuffle_vector(
            row, ir.Constant(vector, ir.Undefined), _places(list(range(first, first + ROWS)))
        )
        builder.store(lanes, builder.bitcast(place, half.as_pointer()), align=size)
    builder.ret_void()
    return function


def _exchanged(builder: Any, rows: list[Any], distance: int) -> list[Any]:
    """Each pair of rows `distance` apart swaps the lanes in which the other's place in the block differs."""
    low = [lane if not lane & distance else lane - distance + LANES for lane in range(LANES)]
    high = [lane + distance if not lane & distance else lane + LANES for lane in range(LANES)]
    masks = _places(low), _places(high)
    swapped = list(rows)
    for row in range(ROWS):
        if not row & distance:
            pair = rows[row], rows[row + distance]
            swapped[row], swapped[row + distance] = (builder.shuffle_vector(*pair, mask) for mask in masks)
    return swapped


@intrinsic
def add_products_of_eight(
    typing: Any, factors: Any, at: Any, stride: Any, rows: Any, terms: Any, source: Any, target: Any, to: Any
) -> Any:
    """target[to + 8 r + c] += Σₖ factors[at + r · stride + k] · source[8 k + c], for r < rows, by eights, and c < 8.

    Vectors of 16 would be half empty. Eight rows at once, so that as many sums are under way as the units can add.
    """
    integers = [types.intp] * 4
    signature = types.void(factors, *integers, source, target, types.intp)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        factors, at, stride, rows, terms, source, target, to = arguments
        kind = signature.args[0]

        def pointer(array: Any, place: Any) -> Any:
            return builder.gep(cgutils.create_struct_proxy(kind)(context, builder, value=array).data, [place])

        function = _multiplying_eight(context, builder.module, kind, stride.type)
        begin = ir.Constant(to.type, 0)
        places = pointer(factors, at), stride, rows, terms, pointer(source, begin), pointer(target, to)
        builder.call(function, places)
        return context.get_dummy_value()

    return signature, generate


def _multiplying_eight(context: Any, module: ir.Module, kind: types.Type, integer: ir.IntType) -> ir.Function:
    """A function of its own: written into the loop over layers, its places are computed where no layer has eight."""
    size, name = _bytes(context, kind), f"glassbox_eight_{kind.dtype}"
    if name in module.globals:
        return module.globals[name]
    element = context.get_value_type(kind.dtype)
    eight, pointer = ir.VectorType(element, ROWS), element.as_pointer()
    arguments = [pointer, integer, integer, integer, pointer, pointer]
    function = ir.Function(module, ir.FunctionType(ir.VoidType(), arguments), name)
    function.linkage = "internal"
    function.attributes.add("noinline")
    fma = cgutils.get_or_insert_function(module, ir.FunctionType(eight, [eight] * 3), f"llvm.fma.{_suffix(eight)}")
    builder = ir.IRBuilder(function.append_basic_block())
    factors, stride, rows, terms, source, target = function.args
    none, block = ir.Constant(integer, 0), ir.Constant(integer, ROWS)

    def whole(place: Any, index: Any) -> Any:
        return builder.bitcast(builder.gep(place, [builder.mul(index, block)]), eight.as_pointer())

    sums = [cgutils.alloca_once(builder, eight) for _ in range(ROWS)]
    with cgutils.for_range_slice(builder, none, rows, block, integer) as (row, _):
        for each in sums:
            builder.store(ir.Constant(eight, [0.0] * ROWS), each)
        begins = [builder.mul(builder.add(row, ir.Constant(integer, each)), stride) for each in range(ROWS)]
        with cgutils.for_range(builder, terms, intp=integer) as loop:
            columns = builder.load(whole(source, loop.index), align=size)
            for begin, each in zip(begins, sums, strict=True):
                factor = builder.load(builder.gep(factors, [builder.add(begin, loop.index)]))
                spread = _splat(builder, factor, ROWS)
                builder.store(builder.call(fma, [spread, columns, builder.load(each)]), each)
        for number, each in enumerate(sums):
            place = whole(target, builder.add(row, ir.Constant(integer, number)))
            builder.store(builder.fadd(builder.load(place, align=size), builder.load(each)), place, align=size)
    builder.ret_void()
    return function

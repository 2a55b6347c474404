"""Looks at 32 residuals of a picture at once, for whoever packs them: how many are plain, how many are zeros.

One after the other, each would be a branch that is as often taken as not.
"""

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic

AT_ONCE = 32
READ = AT_ONCE + 2  # residuals that are read, since two more tell whether a run begins at the last
_MASK = ir.IntType(AT_ONCE)


@intrinsic
def write_plain(typing: Any, residuals: Any, at: Any, shift: Any, limit: Any, nibbles: Any, to: Any) -> Any:
    """How many residuals from `at` on are written as a nibble each: below `limit` once `shift` is added, modulo 256,
    and not the first of three zeros. nibbles[to : to + 32] are overwritten; so many of them are meant.
    """
    signature = types.intp(residuals, types.intp, types.uint8, types.uint8, nibbles, types.intp)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        residuals, at, shift, limit, nibbles, to = arguments
        kind, _, _, _, target, _ = signature.args
        here, next_one, after = (_load(context, builder, kind, residuals, at, ahead) for ahead in range(3))
        codes = builder.add(here, _spread(builder, shift))
        is_fitting = builder.icmp_unsigned("<", codes, _spread(builder, limit))
        some = builder.or_(here, builder.or_(next_one, after))
        is_plain = builder.and_(is_fitting, builder.icmp_unsigned("!=", some, ir.Constant(some.type, None)))
        builder.store(codes, _pointer(context, builder, target, nibbles, to), align=1)
        return _count_first(builder, is_plain)

    return signature, generate


@intrinsic
def count_zeros(typing: Any, residuals: Any, at: Any) -> Any:
    """How many residuals from `at` on are 0, up to 32."""
    signature = types.intp(residuals, types.intp)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        residuals, at = arguments
        here = _load(context, builder, signature.args[0], residuals, at, 0)
        return _count_first(builder, builder.icmp_unsigned("==", here, ir.Constant(here.type, None)))

    return signature, generate


def _pointer(context: Any, builder: Any, kind: types.Type, array: Any, at: Any) -> Any:
    data = cgutils.create_struct_proxy(kind)(context, builder, value=array).data
    return builder.bitcast(builder.gep(data, [at]), ir.VectorType(ir.IntType(8), AT_ONCE).as_pointer())


def _load(context: Any, builder: Any, kind: types.Type, array: Any, at: Any, ahead: int) -> Any:
    place = builder.add(at, ir.Constant(at.type, ahead))
    return builder.load(_pointer(context, builder, kind, array, place), align=1)


def _spread(builder: Any, byte: Any) -> Any:
    vector = ir.VectorType(byte.type, AT_ONCE)
    first = builder.insert_element(ir.Constant(vector, ir.Undefined), byte, ir.Constant(ir.IntType(32), 0))
    places = ir.Constant(ir.VectorType(ir.IntType(32), AT_ONCE), [0] * AT_ONCE)
    return builder.shuffle_vector(first, ir.Constant(vector, ir.Undefined), places)


def _count_first(builder: Any, holds: Any) -> Any:
    """How many of 32 truths hold before the first that does not."""
    broken = builder.not_(builder.bitcast(holds, _MASK))
    return builder.zext(builder.cttz(broken, ir.Constant(ir.IntType(1), 0)), ir.IntType(64))

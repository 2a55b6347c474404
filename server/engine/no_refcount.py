"""Looking into bundles and arrays without counting references: for kernels, whose callers hold the arrays anyway.

Numba counts at every look, atomically: in a step of a small network that took a third of the time.
"""

from typing import Any

from numba import types
from numba.core import cgutils
from numba.extending import intrinsic


@intrinsic
def borrowed(typing: Any, bundle: Any) -> Any:
    """The same bundle (a named tuple), to be used while the kernel runs; its arrays must not be returned."""

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        (value,) = arguments
        for place, kind in enumerate(signature.args[0].types):
            if isinstance(kind, types.Array):
                array = cgutils.create_struct_proxy(kind)(context, builder, value=builder.extract_value(value, place))
                array.meminfo = cgutils.get_null_value(array.meminfo.type)
                value = builder.insert_value(value, array._getvalue(), place)
        return value

    return bundle(bundle), generate


@intrinsic
def part(typing: Any, array: Any, start: Any, count: Any) -> Any:
    """array[start : start + count] of a flat array, which must exist: a slice asks a dozen times whether it does."""
    signature = array(array, types.intp, types.intp)

    def generate(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        whole, start, count = arguments
        kind = signature.args[0]
        view = cgutils.create_struct_proxy(kind)(context, builder, value=whole)
        view.data = builder.gep(view.data, [start])
        view.nitems = count
        view.shape = cgutils.pack_array(builder, [count])
        view.meminfo = cgutils.get_null_value(view.meminfo.type)
        view.parent = cgutils.get_null_value(view.parent.type)
        return view._getvalue()

    return signature, generate

"""Looking into a bundle without counting references to its arrays: for kernels, whose callers hold the arrays anyway.

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

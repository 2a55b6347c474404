"""Collects the nodes of an ONNX graph, one operation at a time, for `onnx_file.py`."""

import re
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import GraphProto, NodeProto, TensorProto, ValueInfoProto, helper, numpy_helper

ROWS = "n"  # the name of the dimension that may have any length


class GraphInMaking:
    """Values are known by their names, identifiers as ONNX asks for; every method returns the name of what it makes."""

    def __init__(self) -> None:
        self._nodes: list[NodeProto] = []
        self._constants: dict[str, TensorProto] = {}

    def constant(self, name: str, value: NDArray[Any]) -> str:
        """An array of its dtype, known by this name; asked for again, it is there once."""
        self._constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def number(self, value: float) -> str:
        """A single float32."""
        return self.constant("number_" + re.sub(r"\W", "_", repr(value)), np.array(value, np.float32))

    def as_number(self, truth: str) -> str:
        """1 where something is true, otherwise 0, in float32."""
        return self.compute("Cast", truth, to=TensorProto.FLOAT)

    def compute(self, operation: str, *arguments: str, name: str = "", **attributes: Any) -> str:
        """The result of an ONNX operation of these values, known by `name` or by a number."""
        result = name or f"{operation}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(operation, arguments, [result], name=result, **attributes))
        return result

    def finished(
        self, name: str, given: dict[str, int], results: dict[str, int], meanings: dict[str, str]
    ) -> GraphProto:
        """The graph, from the values it is given to its results: float32 [n, columns], by their columns."""
        return helper.make_graph(
            self._nodes,
            name,
            inputs=[_value(value, columns, meanings) for value, columns in given.items()],
            outputs=[_value(value, columns, meanings) for value, columns in results.items()],
            initializer=list(self._constants.values()),
        )


def _value(name: str, columns: int, meanings: dict[str, str]) -> ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [ROWS, columns], doc_string=meanings[name])

"""An ONNX graph, written node by node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

Attribute = int | float | str | list[int]
"""What a node may be told beside its inputs."""

OPSET = 20
_RUNTIME_OPS = "com.microsoft"
_IR_VERSION = 9


class Graph:
    """Collects nodes and constants; each method returns the name of its result."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}

    def constant(self, value: NDArray[np.generic] | float | Sequence[int]) -> str:
        """Add a constant; whole numbers become int64, others stay what they are."""
        array = np.asarray(value)
        if isinstance(value, float):
            array = array.astype(np.float32)
        name = f"c{len(self._constants)}"
        self._constants[name] = numpy_helper.from_array(np.array(array, order="C"), name)
        return name

    def half(self, value: NDArray[np.float32]) -> str:
        """Add weights that are kept in 16 bits and used in 32."""
        return self.node("Cast", self.constant(value.astype(np.float16)), to=TensorProto.FLOAT)

    def node(self, operator: str, *inputs: str, output: str = "", **attributes: Attribute) -> str:
        """Add a node with one result."""
        name = output or f"n{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, list(inputs), [name], **attributes))
        return name

    def split(self, value: str, *, parts: int) -> list[str]:
        """Divide the last axis into equal parts."""
        names = [f"n{len(self._nodes)}.{part}" for part in range(parts)]
        self._nodes.append(helper.make_node("Split", [value], names, axis=-1, num_outputs=parts))
        return names

    def runtime_node(self, operator: str, *inputs: str, **attributes: Attribute) -> str:
        """Add a node of onnxruntime's own operators."""
        return self.node(operator, *inputs, output="", domain=_RUNTIME_OPS, **attributes)

    def linear(self, states: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        """Multiply with weights of shape (outputs, inputs), kept in 16 bits, and add the bias."""
        return self.node("Add", self.node("MatMul", states, self.half(weight.T)), self.half(bias))

    def model(
        self,
        inputs: Mapping[str, tuple[int, Sequence[str | int]]],
        outputs: Sequence[str],
        *,
        properties: Mapping[str, str],
    ) -> bytes:
        """Return the model file.

        Args:
            inputs: Element type and shape of each input.
            outputs: The names of the results, all of floats.
            properties: What the file says of itself.
        """
        graph = helper.make_graph(
            self._nodes,
            "encoder",
            [helper.make_tensor_value_info(name, *kind) for name, kind in inputs.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
            list(self._constants.values()),
        )
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(_RUNTIME_OPS, 1)]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION, producer_name="lagebild")
        helper.set_model_props(model, dict(properties))
        return bytes(model.SerializeToString())

"""The encoder that ships, taken up again: its upper layers, to be trained for another task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from lagebild.training.encoder.base import Base
from lagebild.training.encoder.network import Layer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

_PARTS = ("attended", "mixed", "widened", "narrowed")
_STEPS = 255


@dataclass(frozen=True, slots=True)
class _Whole:
    """A linear layer of whole numbers, as `lagebild.training.encoder.export` writes it."""

    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    low: float
    high: float


class Upper(nn.Module):
    """The layers above those that all tasks share, with a mix of their states.

    Args:
        path: The model that ships.
        shared: How many layers below stay as they are.
    """

    def __init__(self, path: Path, shared: int) -> None:
        super().__init__()
        model = onnx.load(str(path))
        constants = _constants(model)
        wholes = list(_wholes(model, constants))
        norms = [node for node in model.graph.node if node.op_type == "LayerNormalization"]
        depth = len(wholes) // len(_PARTS)
        tensors: dict[str, NDArray[np.float32]] = {}
        for index in range(depth):
            tensors |= _tensors(index, wholes[len(_PARTS) * index :][: len(_PARTS)])
            for name, norm in zip(("aln", "oln"), norms[1 + 2 * index :][:2], strict=True):
                tensors |= {
                    f"l{index}.{name}.w": constants[norm.input[1]],
                    f"l{index}.{name}.b": constants[norm.input[2]],
                }
        width = len(constants[norms[0].input[1]])
        base = Base([], [], 0, 0, 0, 0, _NONE16, _NONE8, tensors, depth, width // HEAD_WIDTH, width, _epsilon(norms[0]))
        self.layers = nn.ModuleList(Layer(base, index) for index in range(shared, depth))
        for number, layer in enumerate(self.layers, start=shared):
            for part, whole in zip(_PARTS, wholes[len(_PARTS) * number :], strict=False):
                linear = getattr(layer, part)
                linear.low.fill_(whole.low)
                linear.high.fill_(whole.high)
        self.mix = nn.Parameter(torch.zeros(depth - shared + 1))

    def forward(self, states: torch.Tensor, present: torch.Tensor, pooling: torch.Tensor) -> torch.Tensor:
        """Return a state a word; shape (sentences, words, width).

        Args:
            states: The states behind the shared layers; shape (sentences, pieces, width).
            present: Whether a piece is there; shape (sentences, pieces).
            pooling: The share of each piece in each word; shape (sentences, words, pieces).
        """
        mask = (~present)[:, None, None, :].float() * -_FAR
        layers = [states]
        for layer in self.layers:
            layers.append(layer(layers[-1], mask))
        weights = self.mix.softmax(dim=0)
        mixed = sum(weight * layer for weight, layer in zip(weights, layers, strict=True)) + layers[-1]
        return pooling @ mixed


_FAR = 1e4
HEAD_WIDTH = 32
_NONE16, _NONE8 = np.zeros(0, np.float16), np.zeros(0, np.uint8)


def _constants(model: onnx.ModelProto) -> dict[str, NDArray[np.float32]]:
    constants = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    for node in model.graph.node:
        if node.op_type == "Cast" and node.input[0] in constants:
            constants[node.output[0]] = constants[node.input[0]].astype(np.float32)
    return constants


def _wholes(model: onnx.ModelProto, constants: Mapping[str, NDArray[np.float32]]) -> Iterator[_Whole]:
    for node in model.graph.node:
        if node.op_type == "MatMulIntegerToFloat":
            _, whole, step, steps, zero, _, bias = node.input
            width, origin = float(constants[step]), float(constants[zero])
            weight = constants[whole].T.astype(np.float32) * constants[steps].reshape(-1, 1)
            bias_row = constants[bias].astype(np.float32)
            yield _Whole(np.ascontiguousarray(weight), bias_row, -origin * width, (_STEPS - origin) * width)


def _tensors(index: int, wholes: Sequence[_Whole]) -> dict[str, NDArray[np.float32]]:
    attended, mixed, widened, narrowed = wholes
    tensors: dict[str, NDArray[np.float32]] = {}
    weights, biases = np.split(attended.weight, 3), np.split(attended.bias, 3)
    for name, weight, bias in zip("qkv", weights, biases, strict=True):
        tensors |= {f"l{index}.{name}.w": weight, f"l{index}.{name}.b": bias}
    for name, whole in (("ao", mixed), ("fi", widened), ("fo", narrowed)):
        tensors |= {f"l{index}.{name}.w": whole.weight, f"l{index}.{name}.b": whole.bias}
    return tensors


def _epsilon(norm: onnx.NodeProto) -> float:
    return float(next(attribute.f for attribute in norm.attribute if attribute.name == "epsilon"))

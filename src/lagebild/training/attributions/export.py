"""The trained network as ONNX files."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from lagebild.language.attributions.features import SIZES
from lagebild.language.attributions.network import ACTS, MARKED, TEXTS, UPPER, WINDOWS
from lagebild.training.attributions.network import width_of
from lagebild.training.encoder.export import FAR, layer_nodes
from lagebild.training.encoder.graphs import Graph

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lagebild.training.attributions.acts import ActHead, ActReader
    from lagebild.training.attributions.learning import Reader
    from lagebild.training.attributions.network import Shape, TextReader, WindowReader
    from lagebild.training.attributions.upper import Upper

_OPSET = 17
_SOME = 4


def files_of(reader: Reader, acts: ActReader, shape: Shape) -> dict[str, bytes]:
    """Return the files of a trained network by their names."""
    width = width_of(shape)
    states, features = torch.zeros(1, _SOME, shape.state), torch.zeros(1, _SOME, len(SIZES), dtype=torch.long)
    words, relations = torch.zeros(1, _SOME, width), torch.zeros(1, _SOME, 4, dtype=torch.long)
    return {
        UPPER: _upper(reader.upper),
        TEXTS: _exported(
            _Texts(reader.texts), {"states": states, "features": features}, ("words", "anchors"), along=("words",)
        ),
        WINDOWS: _exported(
            _Windows(reader.windows),
            {"anchor": torch.zeros(1, width), "words": words, "relations": relations, "acts": relations[..., 0]},
            ("roles", "others", "act", "kind"),
            along=("roles", "others"),
        ),
        MARKED: _marked(acts),
        ACTS: _exported(
            _Acts(acts.head),
            {"states": states[0], "parts": relations[0, :, 0], "listed": relations[0, :, 0]},
            ("acts",),
            along=(),
            axis=0,
        ),
    }


class _Texts(nn.Module):
    """The reader of texts, with probabilities."""

    def __init__(self, texts: TextReader) -> None:
        super().__init__()
        self.texts = texts

    def forward(self, states: torch.Tensor, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        words, odds = self.texts(states, features)
        return words, odds.sigmoid()


class _Windows(nn.Module):
    """The reader of windows, with probabilities."""

    def __init__(self, windows: WindowReader) -> None:
        super().__init__()
        self.windows = windows

    def forward(
        self, anchor: torch.Tensor, words: torch.Tensor, relations: torch.Tensor, acts: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        roles, others, act, kind = self.windows(anchor, words, relations, acts)
        return roles.softmax(dim=-1), others.sigmoid(), act.softmax(dim=-1), kind.softmax(dim=-1)


class _Acts(nn.Module):
    """The scorer of acts, with probabilities."""

    def __init__(self, head: ActHead) -> None:
        super().__init__()
        self.head = head

    def forward(self, states: torch.Tensor, parts: torch.Tensor, listed: torch.Tensor) -> torch.Tensor:
        return torch.as_tensor(self.head(states, parts, listed)).softmax(dim=-1)


def _exported(
    module: nn.Module,
    inputs: Mapping[str, torch.Tensor],
    outputs: Sequence[str],
    *,
    along: Sequence[str],
    axis: int = 1,
) -> bytes:
    """Return a module as ONNX for one text or window of any length.

    Args:
        module: The module.
        inputs: An example of each input; all but ``anchor`` are as long as the text.
        outputs: The names of the results.
        along: Those results that are as long as the text.
        axis: The axis that is as long.
    """
    long = [*(name for name in inputs if name != "anchor"), *along]
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        # The exporter warns of itself, and of batches other than 1, which we never run.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            buffer,
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: {axis: "length"} for name in long},
            opset_version=_OPSET,
            dynamo=False,
        )
    model = onnx.load_from_string(buffer.getvalue())
    _halve(model)
    model.producer_name, model.producer_version = "lagebild", ""
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


_SMALL = 1000


def _halve(model: onnx.ModelProto) -> None:
    """Keep the weights in 16 bits; they are used in 32."""
    graph = model.graph
    casts = []
    for index, weights in enumerate(list(graph.initializer)):
        array = numpy_helper.to_array(weights)
        if weights.data_type == TensorProto.FLOAT and array.size > _SMALL:
            half = numpy_helper.from_array(array.astype("float16"), f"half{index}")
            graph.initializer.remove(weights)
            graph.initializer.append(half)
            casts.append(helper.make_node("Cast", [half.name], [weights.name], to=TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)


def _upper(upper: Upper) -> bytes:
    graph = Graph()
    _upper_nodes(graph, upper, "shared")
    return graph.model(_inputs(upper), ["states"], properties={})


def _marked(reader: ActReader) -> bytes:
    graph = Graph()
    of_parts, of_acts = (table.detach().numpy() for table in reader.marks())
    marks = graph.node(
        "Add",
        graph.node("Gather", graph.half(of_parts), "parts"),
        graph.node("Gather", graph.half(of_acts), "listed"),
    )
    member = graph.node("Cast", graph.node("Greater", "pooling", graph.constant(0.0)), to=TensorProto.FLOAT)
    added = graph.node("MatMul", graph.node("Transpose", member, perm=[0, 2, 1]), marks)
    _upper_nodes(graph, reader.upper, graph.node("Add", "shared", added))
    words = (TensorProto.INT64, ("sentences", "words"))
    return graph.model(_inputs(reader.upper) | {"parts": words, "listed": words}, ["states"], properties={})


def _upper_nodes(graph: Graph, upper: Upper, shared: str) -> None:
    """Add the layers and, as the output "states", a state a word."""
    absent = graph.node("Not", "present")
    hidden = graph.node("Mul", graph.node("Cast", absent, to=TensorProto.FLOAT), graph.constant(-FAR))
    mask = graph.node("Unsqueeze", hidden, graph.constant([1, 2]))
    states = [shared]
    for layer in upper.layers:
        states.append(layer_nodes(graph, layer, states[-1], mask, rounded=True))
    shares = upper.mix.softmax(dim=0).tolist()
    parts = [graph.node("Mul", layer, graph.constant(share)) for layer, share in zip(states, shares, strict=True)]
    mixed = graph.node("Sum", *parts, states[-1])
    graph.node("MatMul", "pooling", mixed, output="states")


def _inputs(upper: Upper) -> dict[str, tuple[int, Sequence[str | int]]]:
    width = upper.layers[0].mixed.weight.shape[0]
    return {
        "shared": (TensorProto.FLOAT, ("sentences", "pieces", width)),
        "present": (TensorProto.BOOL, ("sentences", "pieces")),
        "pooling": (TensorProto.FLOAT, ("sentences", "words", "pieces")),
    }

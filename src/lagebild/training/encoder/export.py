"""The trained network as files: one ONNX model for each exit, and the word rows that they share."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

import numpy as np
from onnx import TensorProto

from lagebild.language.network import SHARED, SHARED_LAYERS
from lagebild.training.encoder.graphs import Graph

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor, nn

    from lagebild.training.encoder.base import Base
    from lagebild.training.encoder.labels import Labels
    from lagebild.training.encoder.network import Heads, Layer, Linear, Network

FAR = 1e4
"""So much is taken from the score of what must not be chosen."""


def write_words(path: Path, base: Base, rows: list[int]) -> None:
    """Write the vocabulary and its word rows, two values a byte as they came."""
    nibbles = base.nibbles[np.array(rows)]
    np.savez(
        path,
        pieces=np.frombuffer("\n".join(base.pieces[row] for row in rows).encode(), np.uint8),
        scores=np.array([base.scores[row] for row in rows], np.float32),
        scales=base.scales[np.array(rows)],
        values=nibbles[:, ::2] | nibbles[:, 1::2] << 4,
    )


def onnx_bytes(network: Network, labels: Labels, *, exit_index: int, rounded: bool) -> bytes:
    """Return one exit as an ONNX model.

    Args:
        network: The trained network.
        labels: What its heads choose from; the file carries them.
        exit_index: Which of the network's exits.
        rounded: Whether the layers compute in whole numbers, as they learned to.
    """
    graph = Graph()
    depth = network.shape.exits[exit_index]
    absent = graph.node("Not", "present")
    hidden = graph.node("Mul", graph.node("Cast", absent, to=TensorProto.FLOAT), graph.constant(-FAR))
    mask = graph.node("Unsqueeze", hidden, graph.constant([1, 2]))
    length = graph.node("Shape", "present", start=1, end=2)
    position = graph.node(
        "Slice", graph.half(_array(network.position)), graph.constant([0]), length, graph.constant([0])
    )
    states = [_norm(graph, graph.node("Add", "embedded", position), network.norm)]
    for layer in list(network.layers)[:depth]:
        states.append(layer_nodes(graph, layer, states[-1], mask, rounded=rounded))
    outputs = _heads(graph, network.heads[exit_index], states)
    if depth >= SHARED_LAYERS:
        outputs.append(graph.node("Identity", states[SHARED_LAYERS], output=SHARED))
    known = {**labels.classes(), "relations": labels.relations}
    return graph.model(
        {
            "embedded": (TensorProto.FLOAT, ("sentences", "pieces", network.embedded.shape[1])),
            "present": (TensorProto.BOOL, ("sentences", "pieces")),
            "pooling": (TensorProto.FLOAT, ("sentences", "words", "pieces")),
            "words": (TensorProto.BOOL, ("sentences", "words")),
        },
        outputs,
        properties={"labels": json.dumps(known)},
    )


def _array(tensor: Tensor) -> NDArray[np.float32]:
    array: NDArray[np.float32] = tensor.detach().numpy()
    return array


def _norm(graph: Graph, states: str, norm: nn.LayerNorm) -> str:
    weight, bias = graph.constant(_array(norm.weight)), graph.constant(_array(norm.bias))
    return graph.node("LayerNormalization", states, weight, bias, axis=-1, epsilon=norm.eps)


def layer_nodes(graph: Graph, layer: Layer, states: str, mask: str, *, rounded: bool) -> str:
    """Add a layer and return its states.

    Args:
        graph: The graph.
        layer: The layer.
        states: What goes in.
        mask: What is added to the attention to each piece: 0, or minus `FAR` where there is none.
        rounded: Whether it computes in whole numbers, as it learned to.
    """
    width = layer.mixed.weight.shape[0]
    parts = graph.split(_linear(graph, states, layer.attended, rounded=rounded), parts=3)
    shape = graph.constant([0, 0, layer.heads, width // layer.heads])
    query, key, value = (graph.node("Reshape", part, shape) for part in parts)
    query = graph.node("Transpose", query, perm=[0, 2, 1, 3])
    key = graph.node("Transpose", key, perm=[0, 2, 3, 1])
    value = graph.node("Transpose", value, perm=[0, 2, 1, 3])
    scaled = graph.node("Mul", query, graph.constant(1 / math.sqrt(width // layer.heads)))
    weights = graph.node("Softmax", graph.node("Add", graph.node("MatMul", scaled, key), mask), axis=-1)
    context = graph.node("Transpose", graph.node("MatMul", weights, value), perm=[0, 2, 1, 3])
    context = graph.node("Reshape", context, graph.constant([0, 0, width]))
    mixed = _linear(graph, context, layer.mixed, rounded=rounded)
    states = _norm(graph, graph.node("Add", states, mixed), layer.attention_norm)
    wide = graph.node("Gelu", _linear(graph, states, layer.widened, rounded=rounded))
    narrow = _linear(graph, wide, layer.narrowed, rounded=rounded)
    return _norm(graph, graph.node("Add", states, narrow), layer.output_norm)


def _linear(graph: Graph, states: str, linear: Linear, *, rounded: bool) -> str:
    """Return the linear layer, in whole numbers if it learned with them; the same sums as `Linear.forward`."""
    weight, bias = _array(linear.weight), _array(linear.bias)
    if not rounded:
        return graph.linear(states, weight, bias)
    step, zero = linear.step()
    steps = _array(linear.weight_steps())
    whole = np.clip(np.rint(weight / steps[:, None]), -127, 127).astype(np.int8)
    input_step, input_zero = graph.constant(step), graph.constant(np.array(zero, np.uint8))
    return graph.runtime_node(
        "MatMulIntegerToFloat",
        graph.node("QuantizeLinear", states, input_step, input_zero),
        graph.constant(whole.T),
        input_step,
        graph.constant(steps),
        input_zero,
        graph.constant(np.zeros(len(steps), np.int8)),
        graph.constant(bias),
    )


def _heads(graph: Graph, heads: Heads, states: list[str]) -> list[str]:
    shares = _array(heads.mix.softmax(dim=0))
    parts = [
        graph.node("Mul", layer, graph.constant(float(share))) for layer, share in zip(states, shares, strict=True)
    ]
    mixed = graph.node("Sum", *parts, states[-1])
    words = graph.node("MatMul", "pooling", mixed)
    for name, head in heads.linear.items():
        graph.node("Identity", graph.linear(words, _array(head.weight), _array(head.bias)), output=name)
    rooted = _rooted(graph, heads, words)
    _arcs(graph, heads, words, rooted)
    _relations(graph, heads, words, rooted)
    return [*heads.linear, "arcs", "relations"]


def _rooted(graph: Graph, heads: Heads, words: str) -> str:
    count = graph.node("Shape", words, start=0, end=1)
    shape = graph.node("Concat", count, graph.constant([1, len(heads.root)]), axis=0)
    root = graph.node("Expand", graph.half(_array(heads.root)), shape)
    return graph.node("Concat", root, words, axis=1)


def _arcs(graph: Graph, heads: Heads, words: str, rooted: str) -> None:
    """Add the arc scores; no word is its own head or has a head that is not there."""
    dependents = graph.node("Gelu", _plain(graph, words, heads.arc_dependent))
    governors = graph.node("Gelu", _plain(graph, rooted, heads.arc_head))
    weight = _array(heads.arc)
    left = graph.linear(dependents, weight[:-1].T, weight[-1])
    scores = graph.node("MatMul", left, graph.node("Transpose", governors, perm=[0, 2, 1]))
    far = graph.constant(-FAR)
    absent = graph.node("Cast", graph.node("Not", "words"), to=TensorProto.FLOAT)
    with_root = graph.node("Pad", absent, graph.constant([0, 1, 0, 0]), graph.constant(0.0))
    nowhere = graph.node("Unsqueeze", graph.node("Mul", with_root, far), graph.constant([1]))
    first = graph.node("Gather", scores, graph.constant(np.array(0)), axis=0)
    itself = graph.node("Mul", graph.node("EyeLike", first, k=1, dtype=TensorProto.FLOAT), far)
    graph.node("Sum", scores, nowhere, itself, output="arcs")


def _relations(graph: Graph, heads: Heads, words: str, rooted: str) -> None:
    """Add the relation scores, given each word's likeliest head."""
    likeliest = graph.node("ArgMax", "arcs", axis=-1, keepdims=0)
    governors = _plain(graph, rooted, heads.relation_head)
    chosen = graph.node("GatherND", governors, graph.node("Unsqueeze", likeliest, graph.constant([2])), batch_dims=1)
    both = graph.node("Relu", graph.node("Add", _plain(graph, words, heads.relation_dependent), chosen))
    graph.node("Identity", _plain(graph, both, heads.relation), output="relations")


def _plain(graph: Graph, states: str, linear: nn.Linear) -> str:
    return graph.linear(states, _array(linear.weight), _array(linear.bias))

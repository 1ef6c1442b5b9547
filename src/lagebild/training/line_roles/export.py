"""The trained networks as one ONNX file."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

import onnx
import torch
from torch import nn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lagebild.training.line_roles.network import LineNetwork

_OPSET = 17


class _Ensemble(nn.Module):
    """The mean of the probabilities of several networks."""

    def __init__(self, networks: Sequence[LineNetwork]) -> None:
        super().__init__()
        self.networks = nn.ModuleList(networks)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        """Return probabilities of shape (1, lines, roles)."""
        return torch.stack([torch.softmax(network(features), dim=-1) for network in self.networks]).mean(dim=0)


def onnx_bytes(networks: Sequence[LineNetwork]) -> bytes:
    """Return the networks as an ONNX model: ``features`` (1, lines, features) in, ``probabilities`` out."""
    ensemble = _Ensemble(networks).eval()
    example = torch.zeros(1, 4, len(networks[0].mean))
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        # The exporter warns of itself, and of batches other than 1, which we never run.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            ensemble,
            (example,),
            buffer,
            input_names=["features"],
            output_names=["probabilities"],
            dynamic_axes={"features": {1: "lines"}, "probabilities": {1: "lines"}},
            opset_version=_OPSET,
            dynamo=False,
        )
    model = onnx.load_from_string(buffer.getvalue())
    model.producer_name, model.producer_version = "lagebild", ""
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())

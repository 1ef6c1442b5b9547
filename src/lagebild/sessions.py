"""Model files, made ready to run."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def session(model: bytes) -> InferenceSession:
    """Return an ONNX model that is ready to run, on one thread.

    One thread gives the same sums in the same order everywhere; processes share the cores better than threads.
    """
    from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415 - takes 0.2 s, once a process

    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(model, options, providers=["CPUExecutionProvider"])

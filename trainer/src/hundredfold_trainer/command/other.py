"""`predict`, `merge`, `export`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import nullcontext
from typing import BinaryIO, Final


def _predict(chosen: argparse.Namespace, output: BinaryIO) -> int:
    from ..predicting.predict import predict

    images = chosen.images or chosen.dataset.parent / "images"
    with nullcontext(output) if chosen.output is None else chosen.output.open("wb", buffering=0) as lines:
        return predict(
            chosen.checkpoint, chosen.dataset, images, lines, models=chosen.models, batch=chosen.batch
        )


def _merge(chosen: argparse.Namespace, _: BinaryIO) -> int:
    from ..predicting.merge import merge

    return merge(chosen.checkpoint, chosen.out, models=chosen.models)


def _export(chosen: argparse.Namespace, _: BinaryIO) -> int:
    from ..exporting import export_run

    return export_run(chosen.engine, chosen.folder, chosen.out)


COMMANDS: Final[dict[str, Callable[[argparse.Namespace, BinaryIO], int]]] = {
    "predict": _predict,
    "merge": _merge,
    "export": _export,
}

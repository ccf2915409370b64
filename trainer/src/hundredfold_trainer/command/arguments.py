"""The command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..preflight.findings import REFUSALS

ENGINES = ("verl", "easyr1", "swift")


def _whole(text: str) -> int:
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("a whole number from 1")
    return value


def _models(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--models", type=Path, metavar="DIR", help="where models lie, instead of the hub and its cache"
    )


def _not_negative(text: str) -> int:
    value = int(text)
    if value < 0:
        raise argparse.ArgumentTypeError("a whole number from 0")
    return value


def _workers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workers", type=_whole, metavar="N", help="as the recipe has it where not given")
    parser.add_argument(
        "--gpus-per-worker", type=_not_negative, metavar="G", help="1 where the cluster has any GPU, else 0"
    )
    parser.add_argument("--cpus-per-worker", type=_whole, default=1, metavar="C", help="1 where not given")


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hundredfold-train",
        description="Trains a vision-language model on a run folder (docs/run-folder.md).",
        epilog="Exit codes: 0 finished, 2 bad input, 3 refused by the pre-flight, 4 out of memory, 5 loss is "
        "no number, 6 disk full, 7 stopped and state kept, 8 busy, 9 unscorable, 1 any other fault.",
        allow_abbrev=False,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, text in (
        ("run", "trains, or goes on where it was stopped"),
        ("ray", "the same in workers of Ray Train, on the cluster that it runs in"),
        ("check", "the pre-flight alone"),
    ):
        command = commands.add_parser(name, help=text, allow_abbrev=False)
        command.add_argument("folder", type=Path, metavar="RUN_FOLDER")
        command.add_argument(
            "--allow", action="append", default=[], choices=REFUSALS, metavar="CODE",
            help=f"goes on in spite of a finding: {', '.join(REFUSALS)}",
        )  # fmt: skip
        _models(command)
        if name == "ray":
            _workers(command)
    predict = commands.add_parser("predict", help="reads documents with a checkpoint", allow_abbrev=False)
    predict.add_argument("checkpoint", type=Path, metavar="CHECKPOINT")
    predict.add_argument("dataset", type=Path, metavar="DATASET")
    predict.add_argument("--images", type=Path, metavar="DIR", help="images/ beside DATASET where not given")
    predict.add_argument(
        "--output", type=Path, metavar="FILE", help="takes the lines, instead of stdout, as they are read"
    )
    predict.add_argument("--batch", type=_whole, default=8, metavar="N", help="documents at once (8)")
    _models(predict)
    merge = commands.add_parser("merge", help="puts an adapter into its base model", allow_abbrev=False)
    merge.add_argument("checkpoint", type=Path, metavar="CHECKPOINT")
    merge.add_argument("out", type=Path, metavar="OUT")
    _models(merge)
    export = commands.add_parser("export", help="a run folder for another engine", allow_abbrev=False)
    export.add_argument("engine", choices=ENGINES)
    export.add_argument("folder", type=Path, metavar="RUN_FOLDER")
    export.add_argument("out", type=Path, metavar="OUT")
    commands.add_parser("presets", help="prints the presets as JSON", allow_abbrev=False)
    tiny = commands.add_parser(
        "tiny-model", help="a model of random weights, to try a machine", allow_abbrev=False
    )
    tiny.add_argument("family", choices=("qwen2-vl", "qwen2.5-vl", "qwen3-vl", "smolvlm"))
    tiny.add_argument("out", type=Path, metavar="OUT")
    return parser

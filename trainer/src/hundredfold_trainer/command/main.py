"""`hundredfold-train`: runs a command and turns how it ended into an exit code."""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from collections.abc import Sequence
from typing import BinaryIO

from ..failure import EXIT_CODES, RunError
from .arguments import arguments
from .standard_output import keep_standard_output


def _presets(output: BinaryIO) -> int:
    from ..recipe import PRESETS

    told = {
        name: {
            "about": preset.about,
            "memory": preset.memory,
            "workers": preset.workers,
            "recipe": preset.recipe,
        }
        for name, preset in PRESETS.items()
    }
    output.write(f"{json.dumps(told, indent=2)}\n".encode())
    return 0


def _tiny_model(chosen: argparse.Namespace) -> int:
    from ..tiny import build_tiny_model

    build_tiny_model(chosen.family, chosen.out)
    return 0


def _dispatch(chosen: argparse.Namespace, output: BinaryIO) -> int:
    # Libraries are loaded by the commands that need them: a wrong argument is told at once.
    if chosen.command in ("run", "check"):
        from .run import run_or_check

        return run_or_check(chosen, output)
    if chosen.command == "ray":
        from ..cluster.job import run_on_ray

        return run_on_ray(chosen)
    if chosen.command == "presets":
        return _presets(output)
    if chosen.command == "tiny-model":
        return _tiny_model(chosen)
    from .other import COMMANDS

    return COMMANDS[chosen.command](chosen, output)


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the command; the exit codes are those of `docs/run-folder.md`."""
    chosen = arguments().parse_args(argv)
    # No ping to anybody; and small models spin 27 times slower on busy cores without this.
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    try:
        with keep_standard_output() as output:
            return _dispatch(chosen, output)
    except RunError as failure:
        sys.stderr.write(f"{failure.message}\n")
        return failure.exit_code
    except ModuleNotFoundError as error:
        extra = "gpu,ray" if error.name == "ray" else "gpu"
        sys.stderr.write(f"{error.name} is not installed: pip install 'hundredfold-trainer[{extra}]'\n")
        return EXIT_CODES["bad-input"]
    except Exception:  # noqa: BLE001 (the last stop of every fault)
        traceback.print_exc()
        return EXIT_CODES["internal"]


def entry() -> None:
    """The console script. Leaves by `os._exit`: after a distributed run a rank can abort on its way out."""
    code = main()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)

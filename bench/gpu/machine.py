"""What a measurement was taken on."""

from __future__ import annotations

import datetime
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version

import torch


def _driver() -> str:
    try:
        told = subprocess.run(
            ["nvidia-smi", "--query-gpu=driver_version", "--format=csv,noheader"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
    except (OSError, subprocess.CalledProcessError):
        return "none"
    return told.stdout.splitlines()[0].strip()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def describe_machine() -> str:
    """Date, device, driver, versions: a paragraph for the head of a report."""
    has_gpu = torch.cuda.is_available()
    device = torch.cuda.get_device_name() if has_gpu else f"CPU {platform.processor() or platform.machine()}"
    memory = f", {torch.cuda.mem_get_info()[1] / 2**30:.0f} GiB" if has_gpu else ""
    packages = ("torch", "transformers", "trl", "peft", "accelerate", "vllm")
    versions = ", ".join(f"{name} {_version(name)}" for name in packages)
    today = datetime.datetime.now(datetime.UTC).date()
    return f"{today}: {device}{memory}, driver {_driver()}, CUDA {torch.version.cuda}, {versions}."


def spread(values: list[float], digits: int = 2) -> str:
    """Median (lowest–highest)."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    return f"{median:.{digits}f} ({ordered[0]:.{digits}f}–{ordered[-1]:.{digits}f})"

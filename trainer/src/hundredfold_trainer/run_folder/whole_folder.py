"""Folders and files that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def sync(path: Path) -> None:
    """Waits until a file, or the names in a folder, are on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_all(folder: Path) -> None:
    for path in [*folder.rglob("*"), folder]:
        sync(path)


def publish_folder(partial: Path, target: Path) -> None:
    """Gives a folder that was written aside its name; one of that name is replaced."""
    sync_all(partial)
    if target.exists():
        # Written before a crash and now again: the same step, so the same content.
        shutil.rmtree(target)
    partial.rename(target)
    sync(target.parent)


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """A folder to write into; it gets its name when the block ends, and leaves nothing where it fails."""
    partial = target.parent / f".{target.name}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        yield partial
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
    publish_folder(partial, target)


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file so that a reader sees the old or the new one."""
    partial = path.parent / f".{path.name}.partial"
    try:
        partial.write_bytes(content)
        sync(partial)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
    partial.rename(path)
    sync(path.parent)

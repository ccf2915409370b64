"""`manifest.json` of a checkpoint: what it consists of and all that it took to make it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Literal

from ..recipe import recipe_as_json
from ..scoring import SCORING_VERSION
from .canonical_json import canonical_json
from .spec import RunSpec

CheckpointRole = Literal["warm-start", "trained"]
MANIFEST = "manifest.json"


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def files_in(folder: Path) -> list[Path]:
    """Every file of a checkpoint but its manifest, by name."""
    found = [path for path in folder.rglob("*") if path.is_file()]
    return sorted(path for path in found if path.relative_to(folder).as_posix() != MANIFEST)


def write_manifest(folder: Path, spec: RunSpec, role: CheckpointRole, step: int) -> str:
    """Writes the manifest of a folder that is complete but for it; its SHA-256 is the checkpoint's name.

    No clock, no attempt and no machine stands in it (`lib/core/round/manifest.ts`).
    """
    manifest = {
        "format": "hundredfold-checkpoint/1",
        "engine": "trl",
        "role": role,
        "roundId": spec.round_id,
        "step": step,
        "recipe": recipe_as_json(spec.recipe),
        "snapshotHash": spec.snapshot_hash,
        "schemaHash": spec.schema_hash,
        "parent": spec.parent,
        "scoringVersion": SCORING_VERSION,
        "files": [
            {
                "name": path.relative_to(folder).as_posix(),
                "sha256": sha256_of(path),
                "bytes": path.stat().st_size,
            }
            for path in files_in(folder)
        ],
    }
    content = canonical_json(manifest).encode("utf-8", "surrogatepass")
    (folder / MANIFEST).write_bytes(content)
    return hashlib.sha256(content).hexdigest()

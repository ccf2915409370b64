"""`spec.json`."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..failure import RunError
from ..prompt.key_descriptions import SchemaJson
from ..recipe import Recipe, read_recipe
from ..schema import RecordSchema, SchemaError, read_record_schema
from ..scoring import SCORING_VERSION
from .dataset import RunDocument, read_dataset

FORMAT = "hundredfold-run/1"


@dataclass(frozen=True, slots=True)
class RunSpec:
    folder: Path
    round_id: str
    recipe: Recipe
    # As JSON in its own order of keys: what the prompt is made of.
    schema_json: SchemaJson
    schema: RecordSchema
    schema_hash: str
    snapshot_hash: str
    # SHA-256 of the parent checkpoint's manifest; its files lie in `parent/`.
    parent: str | None
    allow: frozenset[str]

    @property
    def keys(self) -> list[str]:
        """The top-level keys, in order."""
        return list(self.schema_json["properties"])


def _refuse(message: str) -> RunError:
    return RunError("bad-input", f"spec.json: {message}")


def _text(raw: dict[str, Any], key: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value:
        raise _refuse(f'"{key}" is missing')
    return value


def _load_object(path: Path) -> dict[str, Any]:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RunError("bad-input", f"{path.name} cannot be read: {type(error).__name__}") from error
    if not isinstance(raw, dict):
        raise RunError("bad-input", f"{path.name} is not a JSON object")
    return raw


def read_schema_text(text: str) -> tuple[SchemaJson, RecordSchema]:
    """A schema in its own order of keys; raises RunError where it cannot be used."""
    try:
        raw = json.loads(text)
        return raw, read_record_schema(raw)
    except SchemaError as error:
        first = error.problems[0]
        raise _refuse(f"the schema is no schema: {first.pointer} {first.message}") from error
    except ValueError as error:
        raise _refuse("schemaText is not JSON") from error


def read_spec(folder: Path) -> RunSpec:
    """Raises RunError(`bad-input`) with all that must be mended."""
    raw = _load_object(folder / "spec.json")
    if raw.get("format") != FORMAT:
        raise _refuse(f'"format" is not {FORMAT}')
    if raw.get("scoringVersion") != SCORING_VERSION:
        raise _refuse(f"scored by another definition than this trainer's {SCORING_VERSION}")
    schema_json, schema = read_schema_text(_text(raw, "schemaText"))
    dataset, parent, allow = raw.get("dataset"), raw.get("parent"), raw.get("allow", [])
    if not isinstance(dataset, dict) or dataset.get("file") != "dataset.jsonl":
        raise _refuse('"dataset" does not name dataset.jsonl')
    if not isinstance(allow, list) or not all(isinstance(code, str) for code in allow):
        raise _refuse('"allow" is not a list of codes')
    if parent is not None and not (isinstance(parent, str) and (folder / "parent").is_dir()):
        raise _refuse('"parent" is set, but there is no folder parent/')
    return RunSpec(
        folder=folder,
        round_id=_text(raw, "roundId"),
        recipe=read_recipe(raw.get("recipe")),
        schema_json=schema_json,
        schema=schema,
        schema_hash=_text(raw, "schemaHash"),
        snapshot_hash=_text(dataset, "sha256"),
        parent=parent,
        allow=frozenset(allow),
    )


def load_documents(spec: RunSpec) -> list[RunDocument]:
    """The documents of the run; raises RunError where the data are not those that the spec names."""
    path = spec.folder / "dataset.jsonl"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RunError("bad-input", f"dataset.jsonl cannot be read: {type(error).__name__}") from error
    if hashlib.sha256(data).hexdigest() != spec.snapshot_hash:
        raise RunError("bad-input", "dataset.jsonl is not what its hash in spec.json says")
    return read_dataset(data.decode("utf-8"), spec.folder / "images")

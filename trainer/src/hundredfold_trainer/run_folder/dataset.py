"""`dataset.jsonl` and `images/`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ..failure import RunError
from ..record.json_value import MISSING, Json, Missing
from ..record.read_json import ReadJson, read_json

IMAGE_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp")
# What may be the name of a folder; the workbench's ids are UUIDs.
_plain_id = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,199}")


@dataclass(frozen=True, slots=True)
class Box:
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class RunDocument:
    id: str
    split: str
    rank: int
    # In the order of pages; a page without an image has None.
    images: tuple[Path | None, ...]
    # MISSING where there is none or it cannot be read.
    gold: Json | Missing
    # JSON Pointer of a gold leaf → its boxes.
    evidence: dict[str, tuple[Box, ...]]


def _image_of(folder: Path, page: int) -> Path | None:
    candidates = (folder / f"{page}{suffix}" for suffix in IMAGE_SUFFIXES)
    return next((path for path in candidates if path.is_file()), None)


def _gold_of(raw: dict[str, Any]) -> Json | Missing:
    text = raw.get("gold")
    read = read_json(text) if isinstance(text, str) else None
    return read.value if isinstance(read, ReadJson) else MISSING


def _evidence_of(raw: dict[str, Any]) -> dict[str, tuple[Box, ...]]:
    text = raw.get("evidence")
    places = json.loads(text) if isinstance(text, str) else {}
    return {
        pointer: tuple(Box(int(place["page"]), *map(float, place["box"])) for place in boxes)
        for pointer, boxes in places.items()
    }


def read_document(raw: dict[str, Any], images: Path) -> RunDocument:
    """Raises KeyError, TypeError or ValueError where the line is no document."""
    identifier = raw["id"]
    if not isinstance(identifier, str) or not _plain_id.fullmatch(identifier) or ".." in identifier:
        raise ValueError("an id is made of letters, digits, '.', '_' and '-'")
    pages = sorted(int(page["page"]) for page in raw["pages"])
    return RunDocument(
        id=identifier,
        split=str(raw.get("split", "seed")),
        rank=int(raw.get("rank", 0)),
        images=tuple(_image_of(images / identifier, page) for page in pages),
        gold=_gold_of(raw),
        evidence=_evidence_of(raw),
    )


def read_dataset(text: str, images: Path) -> list[RunDocument]:
    """The documents in the order of the file; raises RunError naming the line at fault, never its content."""
    documents: list[RunDocument] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() == "":
            continue
        try:
            documents.append(read_document(json.loads(line), images))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise RunError("bad-input", f"line {number} of the dataset is not a document") from error
    if len({document.id for document in documents}) < len(documents):
        raise RunError("bad-input", "the dataset names a document twice")
    return documents

"""Slips: pages of three short lines, so plain that a tiny model learns to read them on a CPU.

Usage: python -m hundredfold_trainer.tiny.slips FOLDER POOL VALIDATION TEST
Writes FOLDER/schema.json and FOLDER/slips.zip, which the workbench imports: so many slips of each split,
with gold.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from pathlib import Path
from random import Random
from typing import Any, Final

from PIL import Image, ImageDraw, ImageFont

# A glyph in each cell, and two cells in what a tiny Qwen2.5-VL takes as one visual token.
_CELL: Final = 8
_LINE: Final = 16
WIDTH: Final = 80
HEIGHT: Final = 48

_TESTS: Final = ("HGB", "WBC", "PLT", "RBC", "MCV", "GLU", "CRP", "TSH")
_UNITS: Final = ("g/L", "mmol/L", "mg/dL", "fL", "%", "U/L", "pg")

SLIP_SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "properties": {
        "test": {"type": "string", "description": "Name of the test"},
        "result": {"type": "string", "description": "The number"},
        "unit": {"type": "string", "description": "Unit of the number"},
    },
}


def slip_gold(number: int) -> dict[str, str]:
    """What stands on slip `number`."""
    draw = Random(f"slip:{number}")
    result = f"{draw.randrange(10, 100)}.{draw.randrange(10)}"
    return {"test": draw.choice(_TESTS), "result": result, "unit": draw.choice(_UNITS)}


def draw_slip(number: int) -> bytes:
    """The page of slip `number` as PNG: ink of a darkness of its own, each line moved by up to a pixel."""
    draw = Random(f"page:{number}")
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    pen, font = ImageDraw.Draw(page), ImageFont.load_default_imagefont()
    ink = draw.randrange(60)
    for line, text in enumerate(slip_gold(number).values()):
        right, down = draw.randrange(2), draw.randrange(2)
        for place, letter in enumerate(text):
            pen.text((place * _CELL + 1 + right, line * _LINE + 2 + down), letter, fill=ink, font=font)
    buffer = io.BytesIO()
    page.save(buffer, "PNG")
    return buffer.getvalue()


def slips(first: int, count: int) -> list[int]:
    """So many numbers from `first` on, without those whose page is another's to the pixel."""
    seen: set[bytes] = set()
    found: list[int] = []
    number = first
    while len(found) < count:
        page = draw_slip(number)
        if page not in seen:
            found.append(number)
        seen.add(page)
        number += 1
    return found


def _row(number: int, split: str) -> dict[str, Any]:
    words = [
        {"text": text, "box": [0, line * _LINE, len(text) * _CELL, (line + 1) * _LINE]}
        for line, text in enumerate(slip_gold(number).values())
    ]
    name = f"slip-{number}"
    return {"id": name, "image": f"{name}.png", "split": split, "gold": slip_gold(number), "words": words}


def write_import(folder: Path, first: int, splits: dict[str, int]) -> None:
    """`schema.json`, and `slips.zip` with JSON lines and the pages beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "schema.json").write_text(json.dumps(SLIP_SCHEMA), encoding="utf-8")
    numbers = slips(first, sum(splits.values()))
    names = [split for split, count in splits.items() for _ in range(count)]
    with zipfile.ZipFile(folder / "slips.zip", "w") as archive:
        for number in numbers:
            archive.writestr(f"slip-{number}.png", draw_slip(number))
        rows = [_row(number, split) for number, split in zip(numbers, names, strict=True)]
        archive.writestr("documents.jsonl", "".join(f"{json.dumps(row)}\n" for row in rows))


# Far from those that a model was taught with.
_FIRST_IMPORTED: Final = 1_000_000

if __name__ == "__main__":
    target, *counts = sys.argv[1:]
    pool, validation, test = map(int, counts)
    write_import(Path(target), _FIRST_IMPORTED, {"pool": pool, "validation": validation, "test": test})

"""Drawn pages with gold, where no report generator is at hand: invented, and the same for the same seed."""

from __future__ import annotations

import io
import json
from random import Random
from typing import Any

from PIL import Image, ImageDraw, ImageFont

_KEYS = ("hospital", "department", "name", "sex", "age", "ward", "bed", "sample", "collected", "reported")
_ITEMS = ("HGB", "WBC", "PLT", "RBC", "HCT", "MCV", "MCH", "ALT", "AST", "CREA", "UREA", "GLU", "NA", "K")
_WORDS = ("North", "Lee", "Chen", "Ward", "Blood", "Serum", "Ann", "Bo", "Hill", "Clinic", "East", "Dora")

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        **{key: {"type": "string", "description": f"{key}, as printed"} for key in _KEYS},
        "rows": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "item": {"type": "string"},
                    "result": {"type": "string", "x-match": "number"},
                    "unit": {"type": "string"},
                },
            },
        },
    },
}


def gold_of(number: int, rows: int) -> dict[str, Any]:
    draw = Random(number)
    return {
        **{key: f"{draw.choice(_WORDS)} {draw.randrange(100)}" for key in _KEYS},
        "rows": [
            {"item": draw.choice(_ITEMS), "result": f"{draw.randrange(1, 400) / 10}", "unit": "g/L"}
            for _ in range(rows)
        ],
    }


def page_of(gold: dict[str, Any], width: int, height: int) -> bytes:
    image = Image.new("RGB", (width, height), "white")
    ink, font = ImageDraw.Draw(image), ImageFont.load_default_imagefont()
    lines = [f"{key}: {gold[key]}" for key in _KEYS]
    lines += ["  ".join(row.values()) for row in gold["rows"]]
    for place, line in enumerate(lines):
        ink.text(
            (width // 16, 4 + place * max(12, height // (len(lines) + 2))), line, fill="black", font=font
        )
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()


def documents(
    count: int, *, split: str, first: int, rows: int, size: tuple[int, int]
) -> list[dict[str, Any]]:
    """Lines of a dataset, each with its page as bytes under `image`."""
    made = []
    for number in range(first, first + count):
        gold = gold_of(number, rows)
        pages = [{"page": 0, "width": size[0], "height": size[1], "words": []}]
        made.append({"id": f"d{number}", "split": split, "rank": number, "pages": pages,
                     "gold": json.dumps(gold), "evidence": "{}", "image": page_of(gold, *size)})  # fmt: skip
    return made

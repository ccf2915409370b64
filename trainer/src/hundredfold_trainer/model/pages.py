"""Page images within the recipe's bounds of pixels."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from PIL import Image

from ..failure import RunError
from ..recipe import Recipe
from ..run_folder.dataset import RunDocument


def fit_size(width: int, height: int, recipe: Recipe) -> tuple[int, int]:
    """The size of a page within `minPixels` and `maxPixels`, its shape kept, whatever the processor."""
    pixels = width * height
    wanted = min(max(pixels, recipe.min_pixels), recipe.max_pixels)
    if wanted == pixels:
        return width, height
    scale = math.sqrt(wanted / pixels)
    grow = math.ceil if scale > 1 else math.floor
    return max(1, grow(width * scale)), max(1, grow(height * scale))


def open_page(path: Path, recipe: Recipe) -> Any:
    try:
        with Image.open(path) as image:
            page = image.convert("RGB")
    except OSError as error:
        raise RunError("bad-input", f"{path.parent.name}/{path.name} is not an image") from error
    size = fit_size(page.width, page.height, recipe)
    return page if size == page.size else page.resize(size, Image.Resampling.BICUBIC)


def open_pages(document: RunDocument, recipe: Recipe) -> list[Any]:
    """The images of a document in the order of its pages; raises RunError where one is missing or broken."""
    pages = []
    for number, path in enumerate(document.images):
        if path is None:
            raise RunError("bad-input", f"document {document.id} has no image of page {number}")
        pages.append(open_page(path, recipe))
    return pages

"""The processor of a model: chat template, tokenizer, image processor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from transformers import AutoConfig, AutoProcessor, ProcessorMixin

from ..failure import RunError
from .image_only import IMAGE_ONLY, add_video_section

_PLACEHOLDERS: Final = ("image", "video", "vision")


def _image_only_class(source: str) -> Any:
    """By the name that a saved processor has, or by the kind of model; None for kinds that are not known."""
    saved = Path(source) / "processor_config.json"
    if saved.is_file():
        name = json.loads(saved.read_text(encoding="utf-8")).get("processor_class")
        return next((known for known in IMAGE_ONLY.values() if known.__name__ == name), None)
    return IMAGE_ONLY.get(AutoConfig.from_pretrained(source).model_type)


def load_processor(source: str) -> Any:
    """The processor of a model folder or hub name, padded on the left as generation needs it.

    Raises RunError where it cannot be built, or reads no images.
    """
    try:
        processor = AutoProcessor.from_pretrained(source, padding_side="left")
    except (ImportError, TypeError, OSError, ValueError) as error:
        # What is missing is torchvision, num2words, or the video section of a saved image-only processor.
        image_only = _image_only_class(source)
        if image_only is None:
            raise RunError("bad-input", f"the model's processor cannot be built: {error}") from error
        processor = image_only.from_pretrained(source, padding_side="left")
    if not isinstance(processor, ProcessorMixin) or not hasattr(processor, "image_processor"):
        raise RunError("bad-input", "the model's processor reads no images")
    if processor.tokenizer.pad_token is None:
        processor.tokenizer.pad_token = processor.tokenizer.eos_token
    return processor


def save_processor(processor: Any, folder: Path) -> None:
    processor.save_pretrained(folder)
    if (folder / "processor_config.json").exists():
        add_video_section(folder)


def suppressed_tokens(processor: Any, config: Any) -> list[int]:
    """Ids that a completion may not hold: every special token but the end.

    A sampled image placeholder breaks training ("Image features and image tokens do not match"); the others
    would be dropped when the completion is read, so that what was rewarded is not what was sampled.
    """
    tokenizer = processor.tokenizer
    special = {place for place, token in tokenizer.added_tokens_decoder.items() if token.special}
    named = {
        value
        for holder in (config, getattr(config, "text_config", None))
        for key, value in (vars(holder) if holder is not None else {}).items()
        # Not eos_token_id and the like: a text model's defaults there are often another tokenizer's.
        if key.endswith("_token_id") and key.startswith(_PLACEHOLDERS) and isinstance(value, int)
    }
    seen = special | named | set(tokenizer.all_special_ids)
    return sorted(place for place in seen if 0 <= place < len(tokenizer) and place != tokenizer.eos_token_id)

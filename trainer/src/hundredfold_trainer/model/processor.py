"""The processor of a model: chat template, tokenizer, image processor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from transformers import AutoConfig, AutoProcessor, ProcessorMixin

from ..failure import RunError
from .image_only import IMAGE_ONLY, add_video_section


def load_processor(source: str) -> Any:
    """The processor of a model folder or hub name, padded on the left as generation needs it.

    Raises RunError where it cannot be built, or reads no images.
    """
    try:
        processor = AutoProcessor.from_pretrained(source, padding_side="left")
    except (ImportError, TypeError, OSError, ValueError) as error:
        # What is missing is torchvision, num2words, or the video section of a saved image-only processor.
        model_type = AutoConfig.from_pretrained(source).model_type
        image_only = IMAGE_ONLY.get(model_type)
        if image_only is None:
            raise RunError(
                "bad-input", f"the processor of a {model_type} model cannot be built: {error}"
            ) from error
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
        if key.endswith("_token_id") and isinstance(value, int) and not isinstance(value, bool)
    }
    seen = special | named | set(tokenizer.all_special_ids)
    return sorted(place for place in seen if 0 <= place < len(tokenizer) and place != tokenizer.eos_token_id)


def read_config(source: str) -> dict[str, Any]:
    """`config.json` of a local folder."""
    raw: dict[str, Any] = json.loads((Path(source) / "config.json").read_text(encoding="utf-8"))
    return raw

"""Processors without their video half.

The stock processors of Qwen-VL and SmolVLM cannot be built without torchvision (or num2words), though pages
are images. These keep the stock class names, since a saved processor is found again by the name of its class:
under a name of its own, AutoProcessor would silently answer with the tokenizer alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from transformers import (
    ProcessorMixin,
    Qwen2_5_VLProcessor,
    Qwen2VLProcessor,
    Qwen3VLProcessor,
    SmolVLMProcessor,
)


class _Qwen2(Qwen2VLProcessor):
    def __init__(
        self, image_processor: Any = None, tokenizer: Any = None, chat_template: Any = None, **rest: Any
    ) -> None:
        super().__init__(image_processor, tokenizer, chat_template=chat_template, **rest)


class _Qwen25(Qwen2_5_VLProcessor):
    def __init__(
        self, image_processor: Any = None, tokenizer: Any = None, chat_template: Any = None, **rest: Any
    ) -> None:
        super().__init__(image_processor, tokenizer, chat_template=chat_template, **rest)


class _Qwen3(Qwen3VLProcessor):
    def __init__(
        self, image_processor: Any = None, tokenizer: Any = None, chat_template: Any = None, **rest: Any
    ) -> None:
        super().__init__(image_processor, tokenizer, chat_template=chat_template, **rest)


class _SmolVLM(SmolVLMProcessor):
    def __init__(
        self,
        image_processor: Any,
        tokenizer: Any,
        image_seq_len: int = 169,
        chat_template: Any = None,
        **rest: Any,
    ) -> None:
        # Not the stock __init__, which asks for num2words; what it sets but for videos.
        self.fake_image_token = getattr(tokenizer, "fake_image_token", "<fake_token_around_image>")
        self.image_token = getattr(tokenizer, "image_token", "<image>")
        self.image_token_id = tokenizer.convert_tokens_to_ids(self.image_token)
        self.end_of_utterance_token = getattr(tokenizer, "end_of_utterance_token", "<end_of_utterance>")
        self.global_image_token = getattr(tokenizer, "global_image_token", "<global-img>")
        self.video_token = getattr(tokenizer, "video_token", "<video>")
        self.image_seq_len = image_seq_len
        ProcessorMixin.__init__(self, image_processor, tokenizer, chat_template=chat_template, **rest)

    def apply_chat_template(self, conversation: Any, chat_template: Any = None, **rest: Any) -> Any:
        # The stock one asks the video processor for its frames.
        return ProcessorMixin.apply_chat_template(self, conversation, chat_template, **rest)


for _own, _stock in (
    (_Qwen2, Qwen2VLProcessor),
    (_Qwen25, Qwen2_5_VLProcessor),
    (_Qwen3, Qwen3VLProcessor),
    (_SmolVLM, SmolVLMProcessor),
):
    _own.__name__ = _own.__qualname__ = _stock.__name__

# By `model_type` of config.json.
IMAGE_ONLY: dict[str, Any] = {
    "qwen2_vl": _Qwen2,
    "qwen2_5_vl": _Qwen25,
    "qwen3_vl": _Qwen3,
    "smolvlm": _SmolVLM,
}
_VIDEO_CLASS = {
    "Qwen2VLProcessor": "Qwen2VLVideoProcessor",
    "Qwen2_5_VLProcessor": "Qwen2VLVideoProcessor",
    "Qwen3VLProcessor": "Qwen3VLVideoProcessor",
    "SmolVLMProcessor": "SmolVLMVideoProcessor",
}


def add_video_section(folder: Path) -> None:
    """Lets a processor that was saved without its video half be read by the stock class elsewhere."""
    path = folder / "processor_config.json"
    config = json.loads(path.read_text(encoding="utf-8"))
    video_class = _VIDEO_CLASS.get(config.get("processor_class", ""))
    if video_class is None or "video_processor" in config:
        return
    image = config.get("image_processor", {})
    kept = ("patch_size", "merge_size", "temporal_patch_size", "size", "image_mean", "image_std")
    config["video_processor"] = {
        "video_processor_type": video_class,
        **{key: image[key] for key in kept if key in image},
    }
    path.write_text(json.dumps(config, indent=2), encoding="utf-8")

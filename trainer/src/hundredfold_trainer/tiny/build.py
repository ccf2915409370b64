"""Builds a tiny model of a family into a folder."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import torch
import transformers
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil
from transformers.models.smolvlm.image_processing_pil_smolvlm import SmolVLMImageProcessorPil

from ..model.image_only import IMAGE_ONLY
from ..model.processor import save_processor
from .templates import QWEN_TEMPLATE, SMOL_TEMPLATE
from .tokenizer import qwen_tokenizer, smol_tokenizer

_PATCH: Final = 8
_HEAD: Final = 16


class TinySize(NamedTuple):
    hidden: int = 64
    layers: int = 2
    # About 1/sqrt(hidden): with the stock 0.02 so small a model does not learn to look at the page.
    initializer_range: float = 0.08


def _text(size: TinySize, vocabulary: int) -> dict[str, Any]:
    heads = size.hidden // _HEAD
    return {
        "vocab_size": vocabulary,
        "hidden_size": size.hidden,
        "intermediate_size": 2 * size.hidden,
        "num_hidden_layers": size.layers,
        "num_attention_heads": heads,
        "num_key_value_heads": max(1, heads // 2),
        "max_position_embeddings": 8192,
        "tie_word_embeddings": True,
        "initializer_range": size.initializer_range,
    }


def _ids(tokenizer: Any, names: dict[str, str]) -> dict[str, int]:
    return {key: tokenizer.convert_tokens_to_ids(token) for key, token in names.items()}


_QWEN_IDS: Final = {
    "image_token_id": "<|image_pad|>",
    "video_token_id": "<|video_pad|>",
    "vision_start_token_id": "<|vision_start|>",
    "vision_end_token_id": "<|vision_end|>",
}


def _qwen_config(model_type: str, size: TinySize, tokenizer: Any) -> Any:
    text = _text(size, len(tokenizer))
    # Half a head, shared out among time, height and width.
    rope: dict[str, Any] = {
        "rope_type": "default",
        "rope_theta": 1e4,
        "mrope_section": [_HEAD // 2 - 6, 3, 3],
    }
    common = {"depth": 2, "patch_size": _PATCH}
    ids = _ids(tokenizer, _QWEN_IDS)
    if model_type == "qwen2_vl":
        embedding = {"embed_dim": size.hidden, "num_heads": 4, "mlp_ratio": 2, "hidden_size": size.hidden}
        return transformers.Qwen2VLConfig(
            text_config={**text, "rope_parameters": rope},
            vision_config={**common, **embedding},
            tie_word_embeddings=True,
            **ids,
        )
    vision: dict[str, Any] = {
        **common,
        "hidden_size": size.hidden,
        "num_heads": 4,
        "intermediate_size": 2 * size.hidden,
        "out_hidden_size": size.hidden,
    }
    if model_type == "qwen2_5_vl":
        vision |= {"window_size": 4 * _PATCH, "fullatt_block_indexes": [1]}
        return transformers.Qwen2_5_VLConfig(
            text_config={**text, "rope_parameters": rope},
            vision_config=vision,
            tie_word_embeddings=True,
            **ids,
        )
    vision |= {"deepstack_visual_indexes": [0], "num_position_embeddings": 256}
    rope["mrope_interleaved"] = True
    return transformers.Qwen3VLConfig(
        text_config={**text, "head_dim": _HEAD, "rope_parameters": rope},
        vision_config=vision, tie_word_embeddings=True, **ids,
    )  # fmt: skip


def _qwen(model_type: str, size: TinySize, tokenizer: Any) -> tuple[Any, Any]:
    images = Qwen2VLImageProcessorPil(
        patch_size=_PATCH,
        # White paper becomes 0, so that a page is mostly nothing to a model that knows nothing.
        image_mean=[1.0, 1.0, 1.0],
        image_std=[0.3, 0.3, 0.3],
        size={"shortest_edge": 16 * _PATCH * _PATCH, "longest_edge": 4096 * _PATCH * _PATCH},
    )
    processor = IMAGE_ONLY[model_type](images, tokenizer, chat_template=QWEN_TEMPLATE)
    return _qwen_config(model_type, size, tokenizer), processor


def _smol(size: TinySize, tokenizer: Any) -> tuple[Any, Any]:
    edge, scale = 8 * _PATCH, 2
    config = transformers.SmolVLMConfig(
        text_config={"model_type": "llama", **_text(size, len(tokenizer))},
        vision_config={"hidden_size": size.hidden, "intermediate_size": 2 * size.hidden,
                       "num_hidden_layers": 2, "num_attention_heads": 4, "image_size": edge,
                       "patch_size": _PATCH},
        scale_factor=scale, tie_word_embeddings=True,
        image_token_id=tokenizer.convert_tokens_to_ids("<image>"), pad_token_id=tokenizer.pad_token_id,
    )  # fmt: skip
    images = SmolVLMImageProcessorPil(
        do_image_splitting=False, max_image_size={"longest_edge": edge}, size={"longest_edge": edge}
    )
    image_tokens = (edge // _PATCH // scale) ** 2
    processor = IMAGE_ONLY["smolvlm"](
        images, tokenizer, image_seq_len=image_tokens, chat_template=SMOL_TEMPLATE
    )
    return config, processor


FAMILIES: Final[dict[str, Callable[[TinySize, Any], tuple[Any, Any]]]] = {
    "qwen2-vl": lambda size, tokenizer: _qwen("qwen2_vl", size, tokenizer),
    "qwen2.5-vl": lambda size, tokenizer: _qwen("qwen2_5_vl", size, tokenizer),
    "qwen3-vl": lambda size, tokenizer: _qwen("qwen3_vl", size, tokenizer),
    "smolvlm": _smol,
}
_CORPUS: Final = [
    '{"name": "", "rows": [{"item": "", "result": ""}]} <think> </think> <answer> </answer> 0123456789'
]


def build_tiny_model(
    family: str,
    folder: Path,
    *,
    corpus: list[str] | None = None,
    phrases: Sequence[str] = (),
    size: TinySize | None = None,
    seed: int = 0,
) -> Path:
    """Writes model and processor as `from_pretrained` reads them; the same arguments give the same weights.

    `corpus` is what the tokenizer learns its words from. Each of `phrases` is one token: a prompt that is
    always the same then costs a dozen tokens instead of a hundred.
    """
    logging.getLogger("transformers").setLevel(logging.ERROR)
    tokenizer = (smol_tokenizer if family == "smolvlm" else qwen_tokenizer)(corpus or _CORPUS)
    tokenizer.add_tokens(list(phrases))
    config, processor = FAMILIES[family](size or TinySize(), tokenizer)
    torch.manual_seed(seed)
    model = transformers.AutoModelForImageTextToText.from_config(config)
    model.generation_config.eos_token_id = processor.tokenizer.eos_token_id
    model.generation_config.pad_token_id = processor.tokenizer.pad_token_id
    model.save_pretrained(folder)
    save_processor(processor, folder)
    return folder

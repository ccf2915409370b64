"""Qwen2.5-VL-7B's architecture with random weights: its cost needs no download, what it says is noise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
import transformers
from pages import SCHEMA, gold_of
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil

from hundredfold_trainer.model.image_only import IMAGE_ONLY
from hundredfold_trainer.model.processor import save_processor
from hundredfold_trainer.prompt import prompt_for
from hundredfold_trainer.tiny import build_tiny_model
from hundredfold_trainer.tiny.templates import QWEN_TEMPLATE
from hundredfold_trainer.tiny.tokenizer import qwen_tokenizer

CORPUS = [prompt_for(SCHEMA, think=True), *(json.dumps(gold_of(number, 8)) for number in range(40))] * 3


def _config(tokenizer: Any) -> Any:  # noqa: ANN401
    """As published in config.json of Qwen/Qwen2.5-VL-7B-Instruct, but for the ids of special tokens."""

    def token(name: str) -> int:
        place: int = tokenizer.convert_tokens_to_ids(name)
        return place

    rope = {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [16, 24, 24]}
    text = {
        "hidden_size": 3584, "intermediate_size": 18944, "num_hidden_layers": 28, "num_attention_heads": 28,
        "num_key_value_heads": 4, "vocab_size": 152064, "max_position_embeddings": 128000,
        "rms_norm_eps": 1e-6, "rope_parameters": rope,
    }  # fmt: skip
    vision = {
        "depth": 32, "hidden_size": 1280, "num_heads": 16, "intermediate_size": 3420, "out_hidden_size": 3584,
        "patch_size": 14, "window_size": 112, "fullatt_block_indexes": [7, 15, 23, 31],
    }  # fmt: skip
    return transformers.Qwen2_5_VLConfig(
        text_config=text, vision_config=vision, tie_word_embeddings=False,
        image_token_id=token("<|image_pad|>"), video_token_id=token("<|video_pad|>"),
        vision_start_token_id=token("<|vision_start|>"), vision_end_token_id=token("<|vision_end|>"),
    )  # fmt: skip


def build_seven(folder: Path, *, is_tiny: bool) -> None:
    """Writes model and processor once; `is_tiny`: one of the same family that a CPU can train."""
    if (folder / "config.json").exists():
        return
    if is_tiny:
        build_tiny_model("qwen2.5-vl", folder, corpus=CORPUS)
        return
    tokenizer = qwen_tokenizer(CORPUS)
    torch.manual_seed(0)
    with torch.device("cuda" if torch.cuda.is_available() else "cpu"):
        model = transformers.AutoModelForImageTextToText.from_config(_config(tokenizer), dtype=torch.bfloat16)
    model.generation_config.eos_token_id = tokenizer.eos_token_id
    model.generation_config.pad_token_id = tokenizer.pad_token_id
    save_processor(
        IMAGE_ONLY["qwen2_5_vl"](
            Qwen2VLImageProcessorPil(patch_size=14), tokenizer, chat_template=QWEN_TEMPLATE
        ),
        folder,
    )
    model.save_pretrained(folder)

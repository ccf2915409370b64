"""A byte-level tokenizer that knows every text, and the special tokens of a family."""

from __future__ import annotations

from typing import Any, Final

from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast, Qwen2Tokenizer

QWEN_SPECIALS: Final = [
    "<|endoftext|>", "<|im_start|>", "<|im_end|>", "<|object_ref_start|>", "<|object_ref_end|>",
    "<|box_start|>", "<|box_end|>", "<|quad_start|>", "<|quad_end|>", "<|vision_start|>", "<|vision_end|>",
    "<|vision_pad|>", "<|image_pad|>", "<|video_pad|>",
]  # fmt: skip
SMOL_SPECIALS: Final = [
    "<|im_start|>", "<end_of_utterance>", "<|endoftext|>", "<image>", "<video>",
    "<fake_token_around_image>", "<global-img>",
    *(f"<row_{row}_col_{column}>" for row in range(1, 3) for column in range(1, 3)),
]  # fmt: skip


def _train(corpus: list[str], size: int) -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=size, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(), show_progress=False
    )
    tokenizer.train_from_iterator(corpus, trainer)
    return tokenizer


def qwen_tokenizer(corpus: list[str], size: int = 1024) -> Any:
    import json

    trained = json.loads(_train(corpus, size).to_str())["model"]
    merges = [
        tuple(merge) if isinstance(merge, list) else tuple(merge.split(" ")) for merge in trained["merges"]
    ]
    return Qwen2Tokenizer(
        vocab=trained["vocab"],
        merges=merges,
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        padding_side="left",
        additional_special_tokens=QWEN_SPECIALS,
    )


def smol_tokenizer(corpus: list[str], size: int = 1024) -> Any:
    return PreTrainedTokenizerFast(
        tokenizer_object=_train(corpus, size),
        eos_token="<end_of_utterance>",
        pad_token="<|endoftext|>",
        padding_side="left",
        additional_special_tokens=SMOL_SPECIALS,
    )

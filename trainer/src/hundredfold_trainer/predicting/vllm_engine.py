"""Greedy completions by vLLM, where it is installed and there is a GPU for it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any

import torch

from ..model.pages import open_pages
from ..model.processor import suppressed_tokens
from ..recipe import Recipe
from ..run_folder.dataset import RunDocument
from .completion import Completion, read_tokens


def has_vllm() -> bool:
    return find_spec("vllm") is not None and torch.cuda.is_available()


def complete_by_vllm(
    source: str, processor: Any, config: Any, documents: Sequence[RunDocument], prompt: str, recipe: Recipe
) -> Iterator[tuple[RunDocument, Completion]]:
    """The same as `complete`; `source` is a folder of whole weights."""
    from vllm import LLM, SamplingParams

    pages = max((len(document.images) for document in documents), default=1)
    engine = LLM(model=source, limit_mm_per_prompt={"image": pages}, seed=recipe.seed)
    sampling = SamplingParams(
        temperature=0,
        max_tokens=recipe.max_completion_tokens,
        # Of the token taken alone.
        logprobs=0,
        # vLLM has no suppress_tokens.
        logit_bias=dict.fromkeys(suppressed_tokens(processor, config), -100.0),
    )
    requests = []
    for document in documents:
        images = open_pages(document, recipe)
        content = [*({"type": "image"} for _ in images), {"type": "text", "text": prompt}]
        text = processor.apply_chat_template(
            [{"role": "user", "content": content}], add_generation_prompt=True
        )
        requests.append({"prompt": text, "multi_modal_data": {"image": images}})
    for document, output in zip(documents, engine.generate(requests, sampling), strict=True):
        written = output.outputs[0]
        chosen = zip(written.token_ids, written.logprobs, strict=True)
        probabilities = [math.exp(at_step[token].logprob) for token, at_step in chosen]
        yield document, read_tokens(processor.tokenizer, list(written.token_ids), probabilities)

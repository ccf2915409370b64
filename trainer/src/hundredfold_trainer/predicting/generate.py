"""Greedy completions of documents, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import torch

from ..model.pages import open_pages
from ..model.processor import suppressed_tokens
from ..recipe import Recipe
from ..run_folder.dataset import RunDocument


def _inputs(processor: Any, documents: Sequence[RunDocument], prompt: str, recipe: Recipe) -> Any:
    conversations = [
        [
            {
                "role": "user",
                "content": [
                    *({"type": "image", "image": page} for page in open_pages(document, recipe)),
                    {"type": "text", "text": prompt},
                ],
            }
        ]
        for document in documents
    ]
    return processor.apply_chat_template(
        conversations,
        add_generation_prompt=True,
        tokenize=True,
        return_dict=True,
        return_tensors="pt",
        processor_kwargs={"padding": True},
    )


def complete(
    model: Any, processor: Any, documents: Sequence[RunDocument], prompt: str, recipe: Recipe, *, batch: int
) -> Iterator[tuple[RunDocument, str]]:
    """The most likely completion of each document, in order. The model is left in the mode it was in."""
    was_training = model.training
    model.eval()
    tokenizer = processor.tokenizer
    try:
        for start in range(0, len(documents), batch):
            group = documents[start : start + batch]
            inputs = _inputs(processor, group, prompt, recipe).to(model.device)
            with torch.no_grad():
                written = model.generate(
                    **inputs,
                    max_new_tokens=recipe.max_completion_tokens,
                    do_sample=False,
                    temperature=None,
                    top_p=None,
                    top_k=None,
                    use_cache=True,
                    eos_token_id=tokenizer.eos_token_id,
                    pad_token_id=tokenizer.pad_token_id,
                    suppress_tokens=suppressed_tokens(processor, model.config),
                )
            texts = tokenizer.batch_decode(
                written[:, inputs["input_ids"].shape[1] :], skip_special_tokens=True
            )
            yield from zip(group, texts, strict=True)
    finally:
        model.train(was_training)

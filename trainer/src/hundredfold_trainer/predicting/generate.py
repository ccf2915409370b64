"""Greedy completions of documents, in batches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import torch
from transformers import LogitsProcessorList

from ..model.likeliest import Likeliest
from ..model.pages import open_pages
from ..model.processor import suppressed_tokens
from ..recipe import Recipe
from ..run_folder.dataset import RunDocument
from .completion import Completion, read_tokens


def _written(tokenizer: Any, said: Any, likeliest: Likeliest) -> Iterator[Completion]:
    end = tokenizer.eos_token_id
    for ids, probabilities in zip(said.tolist(), likeliest.rows(), strict=True):
        length = ids.index(end) + 1 if end in ids else len(ids)
        yield read_tokens(tokenizer, ids[:length], probabilities[:length])


def inputs_of(processor: Any, documents: Sequence[RunDocument], prompt: str, recipe: Recipe) -> Any:
    """What a model is shown: the pages of each document and the prompt, padded on the left."""
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
) -> Iterator[tuple[RunDocument, Completion]]:
    """The most likely completion of each document, in order. The model is left in the mode it was in."""
    was_training = model.training
    model.eval()
    tokenizer = processor.tokenizer
    try:
        for start in range(0, len(documents), batch):
            group = documents[start : start + batch]
            inputs = inputs_of(processor, group, prompt, recipe).to(model.device)
            likeliest = Likeliest()
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
                    logits_processor=LogitsProcessorList([likeliest]),
                )
            said = written[:, inputs["input_ids"].shape[1] :]
            yield from zip(group, _written(tokenizer, said, likeliest), strict=True)
    finally:
        model.train(was_training)

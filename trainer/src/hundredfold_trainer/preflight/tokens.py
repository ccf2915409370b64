"""Visual and text tokens of documents, counted as the model will count them."""

from __future__ import annotations

from typing import Any

from ..model.pages import open_pages
from ..record.write_json import write_json
from ..run_folder.dataset import RunDocument
from ..schema import RecordSchema
from ..schema.schema_order import in_schema_order
from ..training.run import Run


def prompt_tokens(run: Run, document: RunDocument) -> int:
    """Of the longest prompt: all keys, and the pages at the recipe's bounds of pixels."""
    longest = max((run.prompt(None, template) for template in range(run.templates)), key=len)
    pages = [{"type": "image", "image": page} for page in open_pages(document, run.recipe)]
    encoded = run.processor.apply_chat_template(
        [[{"role": "user", "content": [*pages, {"type": "text", "text": longest}]}]],
        add_generation_prompt=True,
        tokenize=True,
        return_dict=True,
        return_tensors="pt",
    )
    return int(encoded["input_ids"].shape[1])


def gold_answer(gold: Any, schema: RecordSchema, *, think: bool) -> str:
    """The completion that says gold in the schema's order, with an empty thought where one is asked for."""
    thought = "<think>\n</think>\n" if think else ""
    return f"{thought}<answer>\n{write_json(in_schema_order(gold, schema))}\n</answer>"


def answer_tokens(run: Run, document: RunDocument) -> int:
    text = gold_answer(document.gold, run.spec.schema, think=run.recipe.think)
    # And the end token.
    return len(run.processor.tokenizer(text, add_special_tokens=False)["input_ids"]) + 1

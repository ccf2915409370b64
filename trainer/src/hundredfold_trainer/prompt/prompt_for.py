"""The whole prompt."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from .key_descriptions import SchemaJson, key_descriptions


class _Wording(NamedTuple):
    part: str
    task: str
    empty: str
    form: str


# The first is the workbench's, in the form of the paper's Figure 1; the others ask for the same (RARL,
# arXiv 2506.06600: diverse prompts in training carry over to unseen ones).
_WORDINGS: Final = (
    _Wording(
        "You are an annotator, mainly extracting structured information from documents.",
        "You need to extract the values of the keys below from the document, as they are printed.",
        "Output a value as empty if it is not available. Output one element for each row of a list.",
        "The answer format you need to follow is as follows:",
    ),
    _Wording(
        "You read documents and write down what they say in a fixed form.",
        "Find the value of each key below on the page and copy it exactly as printed.",
        "Leave a value empty where the page has none. A list gets one element per row of its table.",
        "This is the form to fill in:",
    ),
    _Wording(
        "Below is the form for a data entry clerk; the pages of one document are attached.",
        "Fill it in from the pages alone, without rewording anything that is printed.",
        "What is not on the pages stays empty. Repeat the element of a list for every row.",
        "The form, with a note on each key:",
    ),
    _Wording(
        "Extract information from the attached document.",
        "Each key below is described in a comment; take its value from the document letter by letter.",
        "Unavailable values are empty. Lists have as many elements as the document has rows.",
        "Keep to these keys:",
    ),
)
TEMPLATE_COUNT: Final = len(_WORDINGS)

_EVIDENCE: Final = (
    "In the thinking process write one line for each value: its JSON Pointer in the answer, @, the page "
    "counted from 0, and its box as shares of the page, like: /name @ 0 [0.10, 0.20, 0.35, 0.23]"
)


def prompt_for(
    schema: SchemaJson,
    *,
    think: bool,
    keys: Collection[str] | None = None,
    template: int = 0,
    evidence: bool = False,
) -> str:
    """What a model is asked: the part it plays, the keys, the form of the answer that the scorer reads.

    `keys` are the top-level keys that are asked for (key sampling, §3.4), all where None. `template` is the
    wording, below `TEMPLATE_COUNT`; with `evidence` boxes are asked for, in the thought.
    """
    wording = _WORDINGS[template]
    order = (
        "First output the thinking process in <think> </think> tags and then output the final answer "
        "in <answer> </answer> tags."
        if think
        else "Output the final answer in <answer> </answer> tags."
    )
    lines = [
        wording.part,
        wording.task,
        wording.empty,
        wording.form,
        "```json",
        key_descriptions(schema, keys),
        "```",
        *([_EVIDENCE] if evidence else []),
        f"{order} Output the final answer in JSON format.",
    ]
    return "\n".join(lines)

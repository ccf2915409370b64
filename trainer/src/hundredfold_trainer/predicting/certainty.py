"""How sure a model was of each value that it wrote."""

from __future__ import annotations

from bisect import bisect_right

from ..record.json_value import Json, JsonObject
from .completion import Completion
from .leaf_spans import leaf_spans

# Batches of another size move the fifth.
_DIGITS = 4


def _says_something(record: Json, pointer: str) -> bool:
    for segment in pointer.split("/")[1:]:
        key = segment.replace("~1", "/").replace("~0", "~")
        if isinstance(record, dict):
            record = record[key]
        elif isinstance(record, list):
            record = record[int(key)]
    return record is not None and (not isinstance(record, str) or record.strip() != "")


def certainty(completion: Completion, record: JsonObject) -> dict[str, float]:
    """JSON Pointer → probability of the least likely token that has a part in the value, 0–1.

    Empty values have none, nor has a completion whose tokens do not add up to its text.
    """
    if not completion.tokens:
        return {}
    ends = [token.end for token in completion.tokens]
    sure: dict[str, float] = {}
    for pointer, (start, end) in leaf_spans(completion.text, record).items():
        # The first token that ends behind the start, to the first that ends at the end or behind it.
        first, last = bisect_right(ends, start), bisect_right(ends, end - 1)
        parts = completion.tokens[first : last + 1]
        if parts and _says_something(record, pointer):
            sure[pointer] = round(min(token.probability for token in parts), _DIGITS)
    return sure

"""What a model has written, with how sure it was of each token."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

# What a tokenizer says of bytes that are no whole character yet.
_UNFINISHED = "\ufffd"


@dataclass(frozen=True, slots=True)
class WrittenToken:
    # Where its text ends in the completion, in characters.
    end: int
    # 0–1, under the same bans as it was chosen.
    probability: float


@dataclass(frozen=True, slots=True)
class Completion:
    text: str
    # In order; empty where the text is not what its tokens say one by one.
    tokens: tuple[WrittenToken, ...]


def read_tokens(tokenizer: Any, ids: Sequence[int], probabilities: Sequence[float]) -> Completion:
    """The text of tokens, and where each of them ends in it."""
    text: str = tokenizer.decode(ids, skip_special_tokens=True)
    tokens: list[WrittenToken] = []
    said, begin = "", 0
    for place, probability in enumerate(probabilities):
        piece = tokenizer.decode(ids[begin : place + 1], skip_special_tokens=True)
        if not piece.endswith(_UNFINISHED):
            said, begin = said + piece, place + 1
        tokens.append(WrittenToken(len(said), probability))
    return Completion(text, tuple(tokens) if said == text else ())

"""Reads the record out of a model's text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..record.json_value import JsonObject, is_json_object
from ..record.read_json import ReadJson, read_json
from ..record.utf16 import join_surrogates
from ..record.white_space import WHITE_SPACE, strip_white_space


@dataclass(frozen=True, slots=True)
class ParsedCompletion:
    # r_format.
    format: Literal[0, 1]
    # None where no JSON object could be read: unparseable.
    record: JsonObject | None


_OPEN_THOUGHT, _CLOSE_THOUGHT = "<think>", "</think>"
_OPEN_ANSWER, _CLOSE_ANSWER = "<answer>", "</answer>"
_thought_and_answer = re.compile(
    f"<think>.*</think>[{re.escape(WHITE_SPACE)}]*<answer>(.*)</answer>", re.DOTALL
)
_answer_alone = re.compile("<answer>(.*)</answer>", re.DOTALL)
_fence = re.compile("```[A-Za-z0-9_+-]*(.*?)```", re.DOTALL)
_nothing_but_fence = re.compile("```[A-Za-z0-9_+-]*(.*)```", re.DOTALL)


def _read_object(text: str) -> JsonObject | None:
    read = read_json(strip_white_space(text))
    return read.value if isinstance(read, ReadJson) and is_json_object(read.value) else None


def _read_strict_answer(answer: str) -> JsonObject | None:
    """The object of an answer that is nothing but one, bare or in one code fence."""
    text = strip_white_space(answer)
    bare = _read_object(text)
    if bare is not None:
        return bare
    fenced = _nothing_but_fence.fullmatch(text)
    return None if fenced is None or "```" in fenced[1] else _read_object(fenced[1])


def _read_well_formed(completion: str, think: bool) -> JsonObject | None:
    text = strip_white_space(completion)
    thoughts = 1 if think else 0
    if any(text.count(tag) != thoughts for tag in (_OPEN_THOUGHT, _CLOSE_THOUGHT)):
        return None
    if any(text.count(tag) != 1 for tag in (_OPEN_ANSWER, _CLOSE_ANSWER)):
        return None
    found = (_thought_and_answer if think else _answer_alone).fullmatch(text)
    return found and _read_strict_answer(found[1])


def _drop_thoughts(text: str) -> str:
    """Without every `<think>…</think>`; linear, whatever tags a model repeats."""
    kept: list[str] = []
    start = 0
    while True:
        opened = text.find(_OPEN_THOUGHT, start)
        closed = -1 if opened < 0 else text.find(_CLOSE_THOUGHT, opened)
        if closed < 0:
            return "".join(kept) + text[start:]
        kept.append(text[start:opened])
        start = closed + len(_CLOSE_THOUGHT)


def _last_answer(text: str) -> str:
    """The inside of the last `<answer>…</answer>`, or all of the text."""
    closed = text.rfind(_CLOSE_ANSWER)
    opened = -1 if closed < 0 else text.rfind(_OPEN_ANSWER, 0, closed)
    if opened < 0:
        return text
    start = opened + len(_OPEN_ANSWER)
    return text[start : text.find(_CLOSE_ANSWER, start)]


def _search_object(completion: str) -> JsonObject | None:
    text = _last_answer(_drop_thoughts(completion))
    fenced = _fence.search(text)
    if fenced is not None:
        return _read_object(fenced[1])
    start, end = text.find("{"), text.rfind("}")
    return None if start < 0 or end < start else _read_object(text[start : end + 1])


def parse_completion(completion: str, *, think: bool) -> ParsedCompletion:
    """Reads a model's text (`docs/scoring.md`, "Completions"); `think`: whether thinking was asked for.

    A broken format is no excuse to look away: the object is then searched for, outside the thought.
    """
    text = join_surrogates(completion)
    record = _read_well_formed(text, think)
    if record is not None:
        return ParsedCompletion(1, record)
    return ParsedCompletion(0, _search_object(text))

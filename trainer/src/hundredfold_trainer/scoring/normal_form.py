"""Normal form of a leaf."""

from __future__ import annotations

import re
import unicodedata

from ..record.json_value import Leaf
from ..record.number_text import number_text
from ..record.utf16 import join_surrogates
from ..record.white_space import WHITE_SPACE, strip_white_space

_white_space_run = re.compile(f"[{re.escape(WHITE_SPACE)}]+")
# Printable ASCII without doubled or outer spaces is its own normal form.
_plain = re.compile("[!-~]+(?: [!-~]+)*")


def normal_form(leaf: Leaf) -> str:
    """Normal form of a leaf (`docs/scoring.md`).

    Text is NFKC, runs of White_Space one space, trimmed; numbers as ECMAScript writes their double; "" for
    None and for whatever else counts nowhere. Case, signs and punctuation stay.

    NFKC is that of Python's own Unicode tables (`unicodedata.unidata_version`). Unicode never changes the
    normal form of a character that it has; letters newer than the tables are left as they are.
    """
    if leaf is None:
        return ""
    if isinstance(leaf, str):
        if _plain.fullmatch(leaf):
            return leaf
        text = unicodedata.normalize("NFKC", join_surrogates(leaf))
        return strip_white_space(_white_space_run.sub(" ", text))
    if isinstance(leaf, bool):
        return "true" if leaf else "false"
    return number_text(float(leaf))


def is_empty_leaf(leaf: Leaf) -> bool:
    return normal_form(leaf) == ""

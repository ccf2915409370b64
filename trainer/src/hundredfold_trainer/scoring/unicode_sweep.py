"""What this Python's Unicode tables do to every single code point."""

from __future__ import annotations

import sys
import unicodedata

from .equal_leaves import equality_key
from .figures import Figures
from .normal_form import normal_form


def sweep_code_points() -> Figures:
    """Code points whose normal form or lower case is not they themselves, and those without a character.

    `changed` maps the code point to [normal form, key under `text-ci`]; `unassigned` are ranges, both ends
    in it: there the tables of another Unicode version may know more.
    """
    changed: dict[str, object] = {}
    unassigned: list[list[int]] = []
    for code_point in range(sys.maxunicode + 1):
        char = chr(code_point)
        forms = [normal_form(char), equality_key(char, "text-ci")]
        if forms != [char, char]:
            changed[str(code_point)] = forms
        if unicodedata.category(char) != "Cn":
            continue
        if unassigned and unassigned[-1][1] == code_point - 1:
            unassigned[-1][1] = code_point
        else:
            unassigned.append([code_point, code_point])
    return {"version": unicodedata.unidata_version, "changed": changed, "unassigned": unassigned}

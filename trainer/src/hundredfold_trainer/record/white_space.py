"""White space by Unicode's property and by ECMAScript's `trim`: neither is Python's."""

from __future__ import annotations

from typing import Final

# Unicode's White_Space (PropList.txt; closed since Unicode 6.3). `str.isspace` and `\s` have U+001C–U+001F
# besides; ECMAScript's `\s` has U+FEFF besides and not U+0085.
WHITE_SPACE: Final = (
    "\t\n\v\f\r \x85\xa0\u1680"
    + "".join(map(chr, range(0x2000, 0x200B)))
    + ("\u2028\u2029\u202f\u205f\u3000")
)
# WhiteSpace and LineTerminator of ECMA-262.
_TRIMMED: Final = WHITE_SPACE.replace("\x85", "") + "\ufeff"


def strip_white_space(text: str) -> str:
    """Without White_Space code points at both ends."""
    return text.strip(WHITE_SPACE)


def is_blank(text: str) -> bool:
    """Nothing is left by ECMAScript's `trim`."""
    return text.strip(_TRIMMED) == ""

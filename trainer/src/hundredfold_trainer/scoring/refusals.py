"""What goes wrong, in the words and exit codes of the workbench's command line."""

from __future__ import annotations

import errno
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from typing import Final, Literal

from ..record.write_json import write_json
from .output import Output, give_up_standard_output
from .run_score import UnusableInputError
from .score_files import ChangedWhileReadError

FAILED: Final = 1
UNUSABLE: Final = 2

_TITLES: Final = {
    "invalid-input": "This cannot be used as it is",
    "unavailable": "Not available right now",
}
_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True)
class Refusal:
    code: Literal["invalid-input", "unavailable"]
    message: str


def _is_full(error: Exception) -> bool:
    if isinstance(error, sqlite3.OperationalError):
        return error.sqlite_errorcode == sqlite3.SQLITE_FULL
    return isinstance(error, OSError) and error.errno in _FULL


def refusal_of(error: Exception) -> Refusal | None:
    """None for what nobody expected."""
    if _is_full(error):
        message = (
            f"No space is left, in {tempfile.gettempdir()} or where the output goes. "
            "TMPDIR names another folder for what is kept meanwhile."
        )
        return Refusal("unavailable", message)
    if isinstance(error, OSError) and error.filename is not None:
        what = "is a folder" if error.errno == errno.EISDIR else "cannot be read"
        return Refusal("invalid-input", f"{error.filename} {what}.")
    if isinstance(error, ChangedWhileReadError | UnusableInputError):
        return Refusal("invalid-input", str(error))
    return None


def tell_refusal(refusal: Refusal, output: Output, *, is_json: bool) -> int:
    """The exit code. With `is_json` standard output is JSON whatever happens, unless a result has begun."""
    title = _TITLES[refusal.code]
    if output.has_begun:
        give_up_standard_output()
        sys.stderr.write(f"The result is not whole: {refusal.message}\n")
    elif is_json:
        error = {"code": refusal.code, "title": title, "message": refusal.message}
        output.write(f"{write_json({'error': error})}\n")
        output.flush()
    else:
        sys.stderr.write(f"{title}: {refusal.message}\n")
    return UNUSABLE if refusal.code == "invalid-input" else FAILED

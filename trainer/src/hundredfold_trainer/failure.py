"""How a run ends: the codes of `docs/run-folder.md`."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

FailureCode: TypeAlias = Literal[
    "internal",
    "bad-input",
    "preflight-refused",
    "out-of-memory",
    "nan-loss",
    "disk-full",
    "busy",
    "unscorable",
]

EXIT_CODES: Final[dict[FailureCode, int]] = {
    "internal": 1,
    "bad-input": 2,
    "preflight-refused": 3,
    "out-of-memory": 4,
    "nan-loss": 5,
    "disk-full": 6,
    "busy": 8,
    "unscorable": 9,
}
FINISHED: Final = 0
STOPPED: Final = 7


class RunError(Exception):
    """What ends a run with a code of its own. The message names no value of any document: it is logged."""

    def __init__(self, code: FailureCode, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message

    def __reduce__(self) -> tuple[type[RunError], tuple[FailureCode, str]]:
        return (RunError, (self.code, self.message))

    @property
    def exit_code(self) -> int:
        return EXIT_CODES[self.code]

"""What the pre-flight found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, Literal

from ..failure import RunError

Level = Literal["refused", "allowed", "note"]

# Findings that may be gone on with, by `--allow CODE`; `note`s need no leave.
REFUSALS: Final = (
    "unscorable-gold",
    "missing-image",
    "answer-too-long",
    "prompt-too-long",
    "memory",
    "disk-space",
    "no-documents",
)
# There is nothing to go on with.
_FINAL: Final = ("no-documents",)
_NAMES_SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    message: str
    documents: tuple[str, ...] = ()


def _names(documents: tuple[str, ...]) -> str:
    shown = ", ".join(documents[:_NAMES_SHOWN])
    more = len(documents) - _NAMES_SHOWN
    return f" ({shown}{f' and {more} more' if more > 0 else ''})" if documents else ""


@dataclass(slots=True)
class Preflight:
    findings: list[Finding] = field(default_factory=list)
    memory_gib: dict[str, float] = field(default_factory=dict)
    longest_prompt_tokens: int = 0
    longest_answer_tokens: int = 0

    def add(self, code: str, message: str, documents: list[str] | None = None) -> None:
        self.findings.append(Finding(code, message, tuple(documents or ())))

    def as_json(self, allow: frozenset[str]) -> dict[str, Any]:
        def level(finding: Finding) -> Level:
            if finding.code not in REFUSALS:
                return "note"
            return "allowed" if finding.code in allow and finding.code not in _FINAL else "refused"

        return {
            "findings": [
                {
                    "code": finding.code,
                    "level": level(finding),
                    "message": finding.message,
                    "documents": list(finding.documents),
                }
                for finding in self.findings
            ],
            "memoryGib": self.memory_gib,
            "longestPromptTokens": self.longest_prompt_tokens,
            "longestAnswerTokens": self.longest_answer_tokens,
        }

    def refuse(self, allow: frozenset[str]) -> None:
        """Raises RunError(`preflight-refused`) with the names of all that nobody allowed."""
        told = self.as_json(allow)["findings"]
        refused = [entry for entry in told if entry["level"] == "refused"]
        if refused:
            said = "; ".join(
                f"{entry['code']}: {entry['message']}{_names(tuple(entry['documents']))}" for entry in refused
            )
            raise RunError("preflight-refused", said)

"""`hundredfold-train merge`: an adapter put into its base model."""

from __future__ import annotations

import json
from pathlib import Path

from ..failure import FINISHED, RunError
from ..model.processor import save_processor
from ..run_folder.whole_folder import whole_folder
from ..training.parent import PROMPT_FILE
from .checkpoint import load_checkpoint, read_checkpoint


def merge(folder: Path, out: Path, *, models: Path | None) -> int:
    """Writes whole weights, which any server of such models reads; `predict` reads them too."""
    checkpoint = read_checkpoint(folder)
    if checkpoint.base is None:
        raise RunError("bad-input", "the checkpoint has no adapter: its weights are whole already")
    if out.exists():
        raise RunError("bad-input", f"{out} is there already")
    model, processor = load_checkpoint(checkpoint, models)
    merged = model.merge_and_unload(safe_merge=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    with whole_folder(out) as partial:
        merged.save_pretrained(partial)
        save_processor(processor, partial)
        how = json.loads((folder / PROMPT_FILE).read_text(encoding="utf-8"))
        (partial / PROMPT_FILE).write_text(json.dumps(how, ensure_ascii=False), encoding="utf-8")
    return FINISHED

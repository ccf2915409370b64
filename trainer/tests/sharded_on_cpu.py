"""`hundredfold-train` with FSDP on CPUs: accelerate shards on accelerators alone, torch anywhere."""

from __future__ import annotations

from typing import Any

from accelerate.state import AcceleratorState, PartialState
from accelerate.utils import DistributedType

from hundredfold_trainer.command.main import entry

_begin = AcceleratorState.__init__


def _begin_sharded(self: Any, *given: Any, fsdp_plugin: Any = None, **named: Any) -> None:
    _begin(self, *given, fsdp_plugin=fsdp_plugin, **named)
    if fsdp_plugin is not None and self.distributed_type == DistributedType.MULTI_CPU:
        self.distributed_type = PartialState._shared_state["distributed_type"] = DistributedType.FSDP
        self.fsdp_plugin = fsdp_plugin
        if self._mixed_precision != "no":
            fsdp_plugin.set_mixed_precision(self._mixed_precision)


AcceleratorState.__init__ = _begin_sharded

if __name__ == "__main__":
    entry()

"""The recipe of the engines `trl` and `ray` (`docs/run-folder.md`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class PassRateRule:
    """Documents with a pass rate beyond these bounds are left out, once seen often enough."""

    solved: float
    hopeless: float
    # Rollouts before the rate is believed.
    seen: int


@dataclass(frozen=True, slots=True)
class Curriculum:
    # Share of the top-level keys that is asked for at first.
    start_share: float
    # Share of the steps after which all are asked for.
    full_at: float


@dataclass(frozen=True, slots=True)
class Supervised:
    epochs: int
    learning_rate: float


@dataclass(frozen=True, slots=True)
class WarmStart(Supervised):
    # The first ones by rank; None takes all.
    documents: int | None


@dataclass(frozen=True, slots=True)
class Preferences(Supervised):
    beta: float


@dataclass(frozen=True, slots=True)
class Recipe:
    preset: str
    model: str
    tuning: Literal["full", "lora"]
    lora_rank: int
    lora_alpha: float
    precision: Literal["bf16", "fp32"]
    gradient_checkpointing: bool
    think: bool
    alpha: float
    epochs: int
    max_steps: int | None
    documents_per_step: int
    group_size: int
    micro_batch: int
    inner_steps: int
    learning_rate: float
    schedule: Literal["linear", "constant"]
    kl_coefficient: float
    clip_low: float
    clip_high: float
    loss: Literal["token", "sequence", "dr-grpo", "gspo"]
    temperature: float
    top_p: float
    max_completion_tokens: int
    min_pixels: int
    max_pixels: int
    keys: Literal["sampled", "all"]
    generation: Literal["transformers", "vllm", "vllm-server"]
    seed: int
    save_every_steps: int
    checkpoint_every_steps: int | None
    validate_every_steps: int | None
    zero_variance: Literal["keep", "drop", "resample", "replay"]
    overlong: Literal["keep", "mask"]
    skip_by_pass_rate: PassRateRule | None
    curriculum: Curriculum | None
    templates: Literal["one", "varied"]
    field_weights: Literal["equal", "live-f1"]
    evidence_weight: float
    warm_start: WarmStart | None
    distillation: Supervised | None
    preferences: Preferences | None
    # How several processes share one model; one alone takes no notice.
    sharding: Literal["none", "fsdp"]
    engine: Literal["trl", "ray"] = "trl"
    # Of Ray Train; None for engine `trl`, which takes as many processes as a launcher starts.
    workers: int | None = None

"""How often a document stands in each resample."""

from __future__ import annotations

import hashlib
from typing import Final

from ..record.utf16 import join_surrogates, surrogate

# Of the 256 values of a byte, how many mean weight 0, 1, 2, …: the Poisson law with mean 1, to 8 bits. The
# mean is 1 exactly, the variance 258/256.
_BYTES_OF_WEIGHT: Final = (95, 93, 47, 16, 4, 1)

_WEIGHT_OF_BYTE: Final = bytes(weight for weight, count in enumerate(_BYTES_OF_WEIGHT) for _ in range(count))
HEAVIEST: Final = len(_BYTES_OF_WEIGHT) - 1


def document_weights(seed: int, identifier: str, resamples: int) -> bytes:
    """One weight, 0–5, for each resample.

    One byte of SHAKE-128 over the UTF-8 text `seed`, U+0000, `identifier` (a lone surrogate is U+FFFD), by
    table. They follow from the id alone, so order, other documents and what is scored change nothing. More
    resamples begin with the same ones.

    Sources: Hanley & MacGibbon, *Creating non-parametric bootstrap samples using Poisson frequencies*
    (2006); Chamandy et al., *Estimating uncertainty for massive data streams* (2012).
    """
    text = surrogate.sub("\ufffd", join_surrogates(f"{seed}\0{identifier}"))
    return hashlib.shake_128(text.encode()).digest(resamples).translate(_WEIGHT_OF_BYTE)

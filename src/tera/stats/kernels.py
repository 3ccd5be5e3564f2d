"""Chooses the compiled or the numpy kernels and gives them one face."""

from __future__ import annotations

import importlib
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from tera.stats import kernels_numpy
from tera.stats.kernels_numpy import RATEE, RATER
from tera.stats.pairs import Floats, Pairs
from tera.stats.tables import Tables

# Below this many pairs compiling costs more than it saves; the numpy path needs about a second.
WORTH_COMPILING = 200_000


def compiled() -> ModuleType | None:
    """Return the compiled kernels, or None when numba is not installed."""
    try:
        return importlib.import_module("tera.stats.kernels_numba")
    except ImportError:
        return None


class Kernels:
    """The three block updates over one graph. ``fast`` None lets the size decide."""

    def __init__(self, pairs: Pairs, *, fast: bool | None = None) -> None:
        self.pairs = pairs
        wanted = pairs.size >= WORTH_COMPILING if fast is None else fast
        self._jit = compiled() if wanted else None

    @property
    def is_compiled(self) -> bool:
        """Whether numba runs the updates."""
        return self._jit is not None

    def newton_step(
        self, tables: Tables, weight: NDArray[np.float32], value: Floats, severity: Floats,
        prior_mean: Floats, prior_precision: float, damp: float, side: int,
    ) -> float:  # fmt: skip
        """One damped Newton step of every node of a side, in place; returns its mean square."""
        own = value if side == RATEE else severity
        if self._jit is None:
            moved = kernels_numpy.newton_step(
                self.pairs, tables, weight, value, severity, prior_mean, prior_precision, damp, side
            )
        else:
            p = self.pairs
            start = p.ratee_start if side == RATEE else p.rater_start
            moved = self._jit.newton_step(
                start, p.by_rater, p.rater, p.ratee, p.state, p.info_row, weight, tables.slope,
                tables.score, tables.info, value, severity, prior_mean, prior_precision, damp, side,
            )  # fmt: skip
        return moved / max(own.size, 1)

    def spread(
        self, tables: Tables, weight: NDArray[np.float32], value: Floats, severity: Floats,
        other: Floats, prior_precision: float, side: int, out: Floats,
    ) -> None:  # fmt: skip
        """Posterior variance of a side into ``out``."""
        if self._jit is None:
            kernels_numpy.spread(
                self.pairs, tables, weight, value, severity, other, prior_precision, side, out
            )
            return
        p = self.pairs
        start = p.ratee_start if side == RATEE else p.rater_start
        self._jit.spread(
            start, p.by_rater, p.rater, p.ratee, p.info_row, weight, tables.slope, tables.info,
            value, severity, other, prior_precision, side, out,
        )  # fmt: skip

    def classify(
        self, tables: Tables, value: Floats, severity: Floats, log_share: Floats,
        weight: NDArray[np.float32],
    ) -> None:  # fmt: skip
        """Posterior class of every rater, in place."""
        if self._jit is None:
            kernels_numpy.classify(self.pairs, tables, value, severity, log_share, weight)
            return
        p = self.pairs
        self._jit.classify(
            p.rater_start, p.by_rater, p.ratee, p.state, tables.slope, tables.loglik, value,
            severity, log_share, weight,
        )  # fmt: skip


__all__ = ["RATEE", "RATER", "Kernels", "compiled"]

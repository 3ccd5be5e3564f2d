"""Talent, succession, promotion and mutation."""

from __future__ import annotations

from tera.regulasi.alur.langkah import Langkah

STATUS_AWAL: dict[str, str] = {}

ALUR: dict[str, tuple[Langkah, ...]] = {}

"""Refusals of the law room: each says what happened, which rule and what to do, in Indonesian."""

from __future__ import annotations

from typing import ClassVar


class RegulasiError(Exception):
    """Base of every refusal; `kode` is the word that machines read, `pesan` the text for people."""

    kode: ClassVar[str] = "galat"

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan


class MasukanSalahError(RegulasiError, ValueError):
    """A fact given to a rule is of the wrong shape or outside what the rule knows."""

    kode = "masukan_salah"


class BelumDiaturError(RegulasiError, LookupError):
    """No value is held for that day: before the first record, or a year without a decree."""

    kode = "belum_diatur"


class TidakDikenalError(RegulasiError, LookupError):
    """The name of a rule, a table or a kind of document is unknown."""

    kode = "tidak_dikenal"


class DataHukumError(RegulasiError):
    """A law data file is refused: the installation is broken, not the person's input."""

    kode = "data_hukum"

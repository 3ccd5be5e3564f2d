"""Refusals: each says what happened with the value, which rule, what to do."""

from collections.abc import Mapping, Sequence


class TeraError(Exception):
    """Base of every refusal a person may see.

    Attributes:
        pesan: the sentence shown, Bahasa Indonesia.
        kode: a stable word for programs.
        status: the HTTP status of the page that shows it.
        ke: words and address of the page that serves this person instead, if there is one.
    """

    status = 400
    kode = "ditolak"

    def __init__(
        self, pesan: str, *, kode: str | None = None, ke: tuple[str, str] | None = None
    ) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.ke = ke
        if kode is not None:
            self.kode = kode


class MasukanSalahError(TeraError):
    """The input can't be accepted; ``per_bidang`` ties messages to fields."""

    status = 422
    kode = "masukan_salah"

    def __init__(
        self,
        pesan: str,
        *,
        per_bidang: Mapping[str, Sequence[str]] | None = None,
        kode: str | None = None,
    ) -> None:
        super().__init__(pesan, kode=kode)
        self.per_bidang: dict[str, list[str]] = {
            bidang: list(daftar) for bidang, daftar in (per_bidang or {}).items()
        }


class TidakBerwenangError(TeraError):
    """Not you: the aktor plays no part that may do this."""

    status = 403
    kode = "tidak_berwenang"


class StatusTidakSesuaiError(TeraError):
    """Not now: the object is in another state; says what changed and by whom."""

    status = 409
    kode = "status_tidak_sesuai"


class SedangDipakaiError(TeraError):
    """Someone else is doing the same work at this moment (an import, a close)."""

    status = 409
    kode = "sedang_dipakai"

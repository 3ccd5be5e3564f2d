"""A reading aid for the rater: what the marks suggest, why, and when a reason is owed.

Policy of the instansi, not law: the regulation speaks of expectations and gives no formula. A
suggestion is never filled in; the penilai decides and the record says what was suggested.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from tera.evaluasi.models import LevelRating, PilihanPredikat


@dataclass(frozen=True, slots=True)
class Saran:
    """A suggested level (empty: none can be given) with the sentence that says why."""

    level: str
    alasan: str

    @property
    def label(self) -> str:
        """The level in words; empty without one."""
        return str(LevelRating(self.level).label) if self.level else ""


def saran_hasil_kerja(*, utama: Sequence[str], tambahan: Sequence[str], jumlah_utama: int) -> Saran:
    """Read the marks of the RHK: most of the utama decide, tambahan only when they are split.

    Args:
        utama, tambahan: the levels given so far.
        jumlah_utama: how many utama there are to mark.
    """
    if not jumlah_utama or len(utama) < jumlah_utama:
        return Saran(
            "",
            _("Saran muncul setelah semua RHK utama ditandai (%(n)s dari %(semua)s).")
            % {"n": len(utama), "semua": jumlah_utama},
        )
    hitung = Counter(utama)
    terbagi = max(hitung.values()) * 2 == len(utama)
    if terbagi:
        hitung.update(tambahan)
    semua = hitung.total()
    rinci = ", ".join(
        f"{hitung[level]} {LevelRating(level).label}" for level in LevelRating if hitung[level]
    )
    alasan = (
        _("Dari %(n)s RHK utama dan tambahan: %(rinci)s.")
        if terbagi and tambahan
        else _("Dari %(n)s RHK utama: %(rinci)s.")
    ) % {"n": semua, "rinci": rinci}
    for level in (LevelRating.DI_ATAS, LevelRating.DI_BAWAH):
        if hitung[level] * 2 > semua:
            return Saran(level, alasan)
    return Saran(LevelRating.SESUAI, alasan)


def saran_perilaku(*, daftar: Mapping[str, str], jumlah_nilai: int, batas_atas: int) -> Saran:
    """Read the marks of the seven values: one below is below, ``batas_atas`` above are above."""
    if len(daftar) < jumlah_nilai:
        return Saran(
            "",
            _("Saran muncul setelah semua nilai BerAKHLAK ditandai (%(n)s dari %(semua)s).")
            % {"n": len(daftar), "semua": jumlah_nilai},
        )
    hitung = Counter(daftar.values())
    if bawah := hitung[LevelRating.DI_BAWAH]:
        return Saran(LevelRating.DI_BAWAH, _("%(n)s nilai di bawah ekspektasi.") % {"n": bawah})
    atas = hitung[LevelRating.DI_ATAS]
    alasan = _("%(n)s dari %(semua)s nilai di atas ekspektasi; batas saran %(batas)s.") % {
        "n": atas,
        "semua": jumlah_nilai,
        "batas": batas_atas,
    }
    return Saran(LevelRating.DI_ATAS if atas >= batas_atas else LevelRating.SESUAI, alasan)


@dataclass(frozen=True, slots=True)
class Riwayat:
    """The periodic results of one year: the last predikat and the most frequent ones."""

    daftar: tuple[str, ...]

    @property
    def terakhir(self) -> str:
        """The newest; empty without any."""
        return self.daftar[-1] if self.daftar else ""

    @property
    def tersering(self) -> frozenset[str]:
        """The most frequent; several when they tie."""
        hitung = Counter(self.daftar)
        return frozenset(p for p, n in hitung.items() if n == max(hitung.values()))

    def beda(self, predikat: str) -> str:
        """Say how a year's predikat departs from the series; empty when it agrees (R-200)."""
        if not self.daftar or (predikat == self.terakhir and predikat in self.tersering):
            return ""
        if predikat != self.terakhir and predikat not in self.tersering:
            return _(
                "berbeda dari predikat periodik terakhir dan yang paling sering (%(sebut)s)"
            ) % {"sebut": _sebut(self.tersering | {self.terakhir})}
        if predikat != self.terakhir:
            return _("berbeda dari predikat periodik terakhir (%(sebut)s)") % {
                "sebut": _sebut({self.terakhir})
            }
        return _("berbeda dari predikat periodik yang paling sering (%(sebut)s)") % {
            "sebut": _sebut(self.tersering)
        }


def _sebut(daftar: Collection[str]) -> str:
    return ", ".join(str(satu.label) for satu in PilihanPredikat if satu.value in daftar)


def galat_alasan(
    *,
    hasil: str,
    perilaku: str,
    alasan_hasil: str,
    alasan_perilaku: str,
    kebijakan: Mapping[str, Any],
    di_atas_target: bool,
) -> dict[str, list[str]]:
    """Return what is missing per field: a rating, or a reason that the policy asks for.

    Di Bawah always needs one. Di Atas of hasil kerja needs one as the policy says, of perilaku
    unless the policy asks for none: there is no figure that could speak instead.

    Args:
        di_atas_target: an indicator is above its target, or an achievement was verified.
    """
    aturan = kebijakan["evaluasi.alasan_di_atas"]
    perlu = {
        "hasil_kerja": aturan == "selalu" or (aturan == "tanpa_bukti" and not di_atas_target),
        "perilaku_kerja": aturan != "tidak",
    }
    galat: dict[str, list[str]] = {}
    for nama, rating, alasan, kata in (
        ("hasil_kerja", hasil, alasan_hasil, _("hasil kerja")),
        ("perilaku_kerja", perilaku, alasan_perilaku, _("perilaku kerja")),
    ):
        if rating not in LevelRating.values:
            galat[f"rating_{nama}"] = [
                _("Rating %(kata)s belum dipilih. Pilih satu dari tiga.") % {"kata": kata}
            ]
            continue
        wajib = rating == LevelRating.DI_BAWAH or (rating == LevelRating.DI_ATAS and perlu[nama])
        if not wajib or alasan.strip():
            continue
        if nama == "hasil_kerja" and rating == LevelRating.DI_ATAS and not di_atas_target:
            pesan = _(
                "Rating hasil kerja “%(level)s” perlu alasan: tidak ada indikator di atas target "
                "dan tidak ada capaian terverifikasi. Tulis bukti atau peristiwanya."
            )
        else:
            pesan = _("Rating %(kata)s “%(level)s” perlu alasan. Tulis bukti atau peristiwanya.")
        galat[f"alasan_{nama}"] = [pesan % {"kata": kata, "level": LevelRating(rating).label}]
    return galat

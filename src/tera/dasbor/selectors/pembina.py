"""What a pembina sees: shares of instansi that agreed, each of at least 30, from a monthly picture.

A share of fewer than ``N_TERKECIL`` is hidden. The sums over instansi are made of the shown shares
only, so nothing hidden follows from them, whatever is subtracted. Shares of predikat stop at 5 and
95 percent: "all" would say everybody's.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from tera.core.aktor import Aktor
from tera.dasbor.models import HakPembina, PotretPembina
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi, KebijakanInstansi
from tera.organisasi.selectors import berlaku_pada

N_TERKECIL = 30
#: Shares that say something about a group's results never reach the ends.
UJUNG = 5
KEBIJAKAN = "dasbor.pembina"
UKURAN = ("skp", "evaluasi", "ikut", "target", "baik")
TENTANG_HASIL = frozenset({"baik"})


@dataclass(frozen=True, slots=True)
class BagianTampak:
    """One share in whole percent; None: hidden, or nothing to count."""

    persen: int | None
    ujung: str = ""

    @property
    def tampak(self) -> bool:
        """Whether there is a number."""
        return self.persen is not None


@dataclass(frozen=True, slots=True)
class BarisPembina:
    """One instansi, or all of them together."""

    nama: str
    bagian: dict[str, BagianTampak]
    diambil_pada: dt.date | None = None


@dataclass(frozen=True, slots=True)
class GambaranPembina:
    """A year across instansi."""

    tahun: int
    daftar_tahun: tuple[int, ...]
    baris: tuple[BarisPembina, ...]
    gabungan: BarisPembina


def hak_pembina(*, aktor: Aktor) -> list[HakPembina]:
    """Return the grants of the aktor in force today: one query."""
    return list(
        HakPembina.objects.filter(
            berlaku_pada(aktor.hari_ini), pegawai_id=aktor.pegawai_id or 0
        ).order_by("awalan_kode")
    )


def instansi_ikut(*, pada: dt.date) -> QuerySet[Instansi]:
    """Return the instansi that agreed, as their policy says on the day."""
    terakhir: dict[int, bool] = {}
    for instansi_id, nilai in (
        KebijakanInstansi.objects.filter(kunci=KEBIJAKAN, sejak__lte=pada)
        .order_by("sejak")
        .values_list("instansi_id", "nilai")
    ):
        terakhir[instansi_id] = bool(kebijakan.dari_kolom(KEBIJAKAN, nilai))
    return Instansi.objects.filter(pk__in=[pk for pk, ikut in terakhir.items() if ikut])


def gambaran_pembina(
    *, aktor: Aktor, hak: Iterable[HakPembina], tahun: str = ""
) -> GambaranPembina:
    """Return the year (the newest without one) across the instansi of the grants: three queries.

    The pembina's own instansi is no exception: it is seen only if it agreed.
    """
    hak = tuple(hak)
    boleh = {satu.pk: satu for satu in _dalam(hak, instansi_ikut(pada=aktor.hari_ini))}
    potret = list(PotretPembina.objects.filter(instansi__in=list(boleh)).select_related("periode"))
    daftar_tahun = tuple(sorted({satu.periode.tahun for satu in potret}, reverse=True))
    dipilih = int(tahun) if tahun.isdecimal() and int(tahun) in daftar_tahun else 0
    dipilih = dipilih or (daftar_tahun[0] if daftar_tahun else aktor.hari_ini.year)
    baris = sorted(
        ((boleh[satu.instansi_id].nama, satu) for satu in potret if satu.periode.tahun == dipilih),
        key=lambda satu: satu[0],
    )
    return GambaranPembina(
        dipilih,
        daftar_tahun,
        tuple(
            BarisPembina(
                nama,
                {kata: bagian(kata, *satu.isi.get(kata, (0, 0, 0))) for kata in UKURAN},
                satu.diambil_pada,
            )
            for nama, satu in baris
        ),
        gabung([satu.isi for _nama, satu in baris]),
    )


def _dalam(hak: Sequence[HakPembina], daftar: QuerySet[Instansi]) -> list[Instansi]:
    """Those whose code one of the grants covers."""
    awalan = tuple(satu.awalan_kode for satu in hak)
    return [satu for satu in daftar if awalan and satu.kode.startswith(awalan)]


def gabung(daftar: Iterable[dict[str, Sequence[int]]]) -> BarisPembina:
    """Return the instansi together: each share over those whose own share is shown."""
    jumlah = {kata: [0, 0, 0] for kata in UKURAN}
    for isi in daftar:
        for kata in UKURAN:
            satu = isi.get(kata, (0, 0, 0))
            if satu[2] >= N_TERKECIL:
                jumlah[kata] = [a + b for a, b in zip(jumlah[kata], satu, strict=True)]
    return BarisPembina("", {kata: bagian(kata, *jumlah[kata]) for kata in UKURAN})


def bagian(kata: str, n: int, dari: int, orang: int) -> BagianTampak:
    """Return the share of ``n`` in ``dari`` as it may be shown of so many people."""
    if orang < N_TERKECIL or not dari:
        return BagianTampak(None)
    persen = round(100 * n / dari)
    if kata in TENTANG_HASIL and persen > 100 - UJUNG:
        return BagianTampak(100 - UJUNG, "atas")
    if kata in TENTANG_HASIL and persen < UJUNG:
        return BagianTampak(UJUNG, "bawah")
    return BagianTampak(persen)

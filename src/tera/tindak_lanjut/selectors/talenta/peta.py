"""The matrix as the aktor may read it: counts per box, the people of a box, the years."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from tera.core.aktor import Aktor
from tera.organisasi.models import UnitKerja
from tera.tindak_lanjut.models import (
    KotakTalenta,
    PenilaianPotensi,
    PetaTalenta,
)
from tera.tindak_lanjut.selectors.talenta.hitung import KINERJA_TURUN, POTENSIAL_TURUN
from tera.tindak_lanjut.selectors.talenta.jangkauan import Jangkauan

#: More units than a list to choose from can bear are chosen by search instead.
BATAS_UNIT = 200


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Counts of a matrix: per box, and who couldn't be placed."""

    kotak: Mapping[int, int]
    keadaan: Mapping[str, int]

    @property
    def semua(self) -> int:
        """Everybody in it."""
        return sum(self.keadaan.values())

    @property
    def terpetakan(self) -> int:
        """Who has a box."""
        return sum(self.kotak.values())


def peta_terlihat(*, aktor: Aktor, jangkauan: Jangkauan) -> QuerySet[PetaTalenta]:
    """Return the years the aktor may open: officers all, leaders of a unit what is set."""
    semua = PetaTalenta.objects.filter(instansi_id=aktor.instansi_id).order_by("-tahun")
    if jangkauan.pembaca:
        return semua
    if jangkauan.dipimpin:
        return semua.filter(status=PetaTalenta.Status.DITETAPKAN)
    return semua.none()


def kotak_terlihat(
    *, aktor: Aktor, jangkauan: Jangkauan, peta: PetaTalenta
) -> QuerySet[KotakTalenta]:
    """Return the rows of the units one reads; one's own row only once the matrix is set."""
    semua = KotakTalenta.objects.filter(jangkauan.q(), peta=peta)
    if peta.status != PetaTalenta.Status.DITETAPKAN:
        semua = semua.exclude(pegawai_id=aktor.pegawai_id or 0)
    return semua


def saring(
    daftar: QuerySet[KotakTalenta], *, path: str = "", jenis: str = "", cari: str = ""
) -> QuerySet[KotakTalenta]:
    """Return the rows under a unit, of a kind of post, with a piece of a name or NIP."""
    if path:
        daftar = daftar.filter(path__gte=path, path__lt=path + "~")
    if jenis:
        daftar = daftar.filter(jenis_jabatan=jenis)
    if cari:
        daftar = daftar.filter(Q(nama__icontains=cari) | Q(nip__startswith=cari))
    return daftar


def hitung(daftar: QuerySet[KotakTalenta]) -> Hitungan:
    """Return the counts of rows: one query."""
    kotak: dict[int, int] = {}
    keadaan: dict[str, int] = {}
    for nomor, kata, n in daftar.order_by().values_list("kotak", "keadaan").annotate(n=Count("pk")):
        keadaan[kata] = keadaan.get(kata, 0) + n
        if nomor is not None:
            kotak[nomor] = kotak.get(nomor, 0) + n
    return Hitungan(kotak, keadaan)


def isi_kotak(daftar: QuerySet[KotakTalenta], pilihan: str) -> QuerySet[KotakTalenta]:
    """Return the rows of box ``1``–``9`` or of a state, by name; nothing for another word."""
    if pilihan.isdecimal():
        daftar = daftar.filter(kotak=int(pilihan))
    else:
        daftar = daftar.filter(keadaan=pilihan)
    return daftar.order_by("nama", "pk")


def unit_pilihan(*, aktor: Aktor, jangkauan: Jangkauan) -> list[UnitKerja]:
    """Return the units to filter by: OPD, and the units right under those one reads."""
    atas = jangkauan.awalan()
    return list(
        UnitKerja.objects.filter(jangkauan.q(), instansi_id=aktor.instansi_id)
        .filter(Q(opd_id=F("pk")) | Q(path__in=atas) | Q(induk__path__in=atas))
        .order_by("path")[:BATAS_UNIT]
    )


def nomor_kotak(peta_dasar: Mapping[tuple[str, str], int]) -> list[list[int]]:
    """Return the numbers of the boxes from the top: rows potensial falling, kinerja rising."""
    return [
        [peta_dasar[kinerja.value, potensial.value] for kinerja in reversed(KINERJA_TURUN)]
        for potensial in POTENSIAL_TURUN
    ]


def riwayat_potensi(*, aktor: Aktor) -> list[dict[str, Any]]:
    """Return the imports of assessments: file, source, day, how many rows; newest first."""
    daftar: QuerySet[Any, Any] = (
        PenilaianPotensi.objects.filter(instansi_id=aktor.instansi_id)
        .order_by()
        .values("dicatat_pada", "nama_berkas", "sumber", "nama_aktor")
        .annotate(jumlah=Count("pk"))
        .order_by("-dicatat_pada", "nama_berkas", "sumber")
    )
    return list(daftar[:20])

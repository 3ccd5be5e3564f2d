"""Keeping results of years before Tera: written once, never over a result that stands."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from tera.core import clock, kejadian, massal
from tera.core.aktor import Aktor
from tera.core.sisip import sisip_massal
from tera.evaluasi.models import HasilTerdahulu
from tera.regulasi.kategori import Rating
from tera.regulasi.predikat import predikat_kinerja

#: Who and which years came in late; upper rooms (angka kredit) catch up with them.
PERISTIWA = "evaluasi.hasil_terdahulu_dicatat"
#: People named by one event.
PER_PERISTIWA = 500


@dataclass(frozen=True, slots=True)
class BarisTerdahulu:
    """One result to keep: whole months of one year (1-12) and the two ratings."""

    pegawai_id: int
    tahun: int
    hasil_kerja: Rating
    perilaku_kerja: Rating
    bulan_mulai: int = 1
    bulan_selesai: int = 12


@transaction.atomic
def catat_hasil_terdahulu(
    *, aktor: Aktor, daftar: Sequence[BarisTerdahulu], sumber: str, antar: bool = True
) -> int:
    """Keep results of earlier years; the predikat follows from the matrix of the year's end.

    A year of a person that is kept already, wholly or in part, is left as it is. Returns how many
    were new. ``antar=False``: a past that nobody is told about.

    Raises:
        BelumDiaturError: a year before the method of PermenPANRB 6/2022.
    """
    ada: dict[tuple[int, int], set[int]] = {}
    for pegawai_id, tahun, mulai, selesai in HasilTerdahulu.objects.filter(
        instansi_id=aktor.instansi_id, tahun__in={satu.tahun for satu in daftar}
    ).values_list("pegawai_id", "tahun", "bulan_mulai", "bulan_selesai"):
        ada.setdefault((pegawai_id, tahun), set()).update(range(mulai, selesai + 1))
    saat = clock.sekarang()
    baru = []
    for satu in daftar:
        bulan = set(range(satu.bulan_mulai, satu.bulan_selesai + 1))
        sudah = ada.setdefault((satu.pegawai_id, satu.tahun), set())
        if sudah & bulan:
            continue
        sudah |= bulan
        baru.append(
            HasilTerdahulu(
                instansi_id=aktor.instansi_id,
                pegawai_id=satu.pegawai_id,
                tahun=satu.tahun,
                bulan_mulai=satu.bulan_mulai,
                bulan_selesai=satu.bulan_selesai,
                rating_hasil_kerja=satu.hasil_kerja.value,
                rating_perilaku_kerja=satu.perilaku_kerja.value,
                predikat=predikat_kinerja(
                    hasil_kerja=satu.hasil_kerja,
                    perilaku_kerja=satu.perilaku_kerja,
                    pada=dt.date(satu.tahun, satu.bulan_selesai, 28),
                ).predikat.value,
                sumber=sumber[:200],
                nama_aktor=aktor.nama,
                diimpor_at=saat,
            )
        )
    sisip_massal(baru)
    massal.tulis_perbuatan(
        massal.PerbuatanMassal(
            objek_id=satu.pk,
            jenis="hasil_terdahulu",
            aksi="catat_hasil_terdahulu",
            aktor=aktor,
            bidang={"tahun": satu.tahun, "predikat": satu.predikat, "sumber": satu.sumber},
        )
        for satu in baru
    )
    _kabarkan(aktor, baru, antar=antar)
    return len(baru)


def _kabarkan(aktor: Aktor, baru: Sequence[HasilTerdahulu], *, antar: bool) -> None:
    orang = sorted({satu.pegawai_id for satu in baru})
    if not orang:
        return
    tahun = [satu.tahun for satu in baru]
    saat = clock.sekarang()
    kejadian.terbitkan_banyak(
        [
            (
                aktor.instansi_id,
                PERISTIWA,
                {
                    "pegawai": orang[awal : awal + PER_PERISTIWA],
                    "dari": min(tahun),
                    "sampai": max(tahun),
                },
                saat,
            )
            for awal in range(0, len(orang), PER_PERISTIWA)
        ],
        antar=antar,
    )

"""Reminders before deadlines, escalation after them, the year that opens: each of them once.

Every key holds the deadline, so a deadline that was moved reminds again. Run by the daily job.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from tera.core import clock
from tera.notifikasi.jenis import PER_KODE, Kabar
from tera.notifikasi.jenis.organisasi import PERIODE_DIBUKA, kabar_periode
from tera.notifikasi.selectors import jatuh_tempo as tanya
from tera.notifikasi.selectors.jatuh_tempo import LEWAT, BatasOrang, Jarak
from tera.notifikasi.services.tulis import kabarkan
from tera.organisasi import kebijakan
from tera.organisasi.models import Instansi
from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.kalender import PolaKerja
from tera.regulasi.keberatan import batas_keberatan

Pesan = tuple[str, Kabar]


def ingatkan(*, instansi: Instansi, pada: dt.date) -> int:
    """Write what is due in one instansi on ``pada``; returns how many were told."""
    aturan = kebijakan.semua(instansi_id=instansi.pk, pada=pada)
    jarak = Jarak(
        aturan["notifikasi.pengingat_awal"],
        aturan["notifikasi.pengingat_akhir"],
        aturan["notifikasi.eskalasi"],
    )
    semua = [
        *_skp(tanya.skp_jatuh_tempo(instansi=instansi, jarak=jarak, pada=pada)),
        *_swakaji(
            tanya.swakaji_jatuh_tempo(
                instansi=instansi,
                jarak=jarak,
                hari_swakaji=aturan["evaluasi.hari_swakaji"],
                pada=pada,
            )
        ),
        *_nilai(tanya.nilai_jatuh_tempo(instansi=instansi, jarak=jarak, pada=pada)),
        *_hasil(instansi, jarak, aturan["notifikasi.belum_terima"], pada),
    ]
    saat = clock.sekarang()
    return _buka(instansi, pada, saat) + sum(
        kabarkan(
            jenis=PER_KODE[kode],
            instansi_id=instansi.pk,
            daftar=(kabar for satu, kabar in semua if satu == kode),
            kunci=kode,
            saat=saat,
        )
        for kode in sorted({kode for kode, _kabar in semua})
    )


def _buka(instansi: Instansi, pada: dt.date, saat: dt.datetime) -> int:
    """Tell of a year whose opening day was set ahead: the event told nobody when it was made."""
    return sum(
        kabarkan(
            jenis=PER_KODE[PERIODE_DIBUKA],
            instansi_id=instansi.pk,
            daftar=kabar_periode(periode_id=pk, instansi_id=instansi.pk, pada=pada),
            kunci=PERIODE_DIBUKA,
            saat=saat,
        )
        for pk in tanya.periode_mulai_dibuka(instansi=instansi, pada=pada)
    )


def _kunci(kode: str, satu: BatasOrang, *lain: object) -> str:
    return ":".join(map(str, (kode, satu.periode.pk, satu.batas, satu.tahap, *lain)))


def _skp(daftar: list[BatasOrang]) -> Iterator[Pesan]:
    for satu in daftar:
        if satu.tahap == LEWAT:
            continue
        isi = {"tahun": satu.periode.tahun, "batas": satu.batas.isoformat()}
        if satu.diajukan:
            kode = "ingat.skp_tetapkan"
            yield kode, Kabar(satu.penilai_id, isi, _kunci(kode, satu))
        else:
            kode = "ingat.skp_susun"
            yield kode, Kabar(satu.pegawai_id, isi, _kunci(kode, satu))
    yield from _naik_penilai("lewat.skp_susun", (satu for satu in daftar if not satu.diajukan))
    yield from _naik_atasan("lewat.skp_tetapkan", (satu for satu in daftar if satu.diajukan))


def _swakaji(daftar: list[BatasOrang]) -> Iterator[Pesan]:
    kode = "ingat.swakaji"
    for satu in daftar:
        isi = {"periode_id": satu.periode.pk, "batas": satu.batas.isoformat()}
        yield kode, Kabar(satu.pegawai_id, isi, _kunci(kode, satu))


def _nilai(daftar: list[BatasOrang]) -> Iterator[Pesan]:
    kode = "ingat.nilai"
    for satu in daftar:
        if satu.tahap != LEWAT:
            isi = {"periode_id": satu.periode.pk, "batas": satu.batas.isoformat()}
            yield kode, Kabar(satu.penilai_id, isi, _kunci(kode, satu))
    yield from _naik_atasan("lewat.nilai", daftar)


def _naik_penilai(kode: str, daftar: Iterable[BatasOrang]) -> Iterator[Pesan]:
    """One message per rater: how many of theirs are late."""
    for (penilai, kunci), (jumlah, satu) in _terkumpul(
        ((satu.penilai_id, _kunci(kode, satu)), satu) for satu in daftar if satu.tahap == LEWAT
    ).items():
        yield (
            kode,
            Kabar(
                penilai,
                {"jumlah": jumlah, "tahun": satu.periode.tahun, "batas": satu.batas.isoformat()},
                kunci,
            ),
        )


def _naik_atasan(kode: str, daftar: Iterable[BatasOrang]) -> Iterator[Pesan]:
    """One message per late rater to the one above."""
    for (atasan, kunci), (jumlah, satu) in _terkumpul(
        ((satu.atasan_id, _kunci(kode, satu, satu.penilai_id)), satu)
        for satu in daftar
        if satu.tahap == LEWAT and satu.atasan_id
    ).items():
        yield (
            kode,
            Kabar(
                atasan,
                {
                    "tentang": satu.penilai_id,
                    "jumlah": jumlah,
                    "tahun": satu.periode.tahun,
                    "periode_id": satu.periode.pk,
                    "batas": satu.batas.isoformat(),
                },
                kunci,
            ),
        )


def _terkumpul(
    daftar: Iterable[tuple[tuple[int | None, str], BatasOrang]],
) -> dict[tuple[int, str], tuple[int, BatasOrang]]:
    jumlah: Counter[tuple[int, str]] = Counter()
    contoh: dict[tuple[int, str], BatasOrang] = {}
    for (siapa, kunci), satu in daftar:
        if siapa is not None:
            jumlah[siapa, kunci] += 1
            contoh[siapa, kunci] = satu
    return {satu: (jumlah[satu], contoh[satu]) for satu in contoh}


def _hasil(instansi: Instansi, jarak: Jarak, belum_terima: int, pada: dt.date) -> Iterator[Pesan]:
    for satu in tanya.hasil_belum_tuntas(instansi=instansi, pada=pada):
        isi = {"id": satu["pk"], "periode_id": satu["periode_id"]}
        diterima = satu["diterima_pada"]
        if diterima is None:
            if (pada - satu["disampaikan_pada"]).days >= belum_terima:
                kunci = f"ingat.terima:{satu['pk']}:{satu['disampaikan_pada']}"
                yield "ingat.terima", Kabar(satu["pegawai_id"], isi, kunci)
            continue
        batas = _batas_keberatan(
            diterima, satu["unit__pola_hari_kerja"], satu["periode__keberatan_sampai"]
        )
        tahap = jarak.tahap(batas, pada) if batas else ""
        if batas and tahap and tahap != LEWAT:
            yield (
                "ingat.keberatan",
                Kabar(
                    satu["pegawai_id"],
                    {**isi, "batas": batas.isoformat()},
                    f"ingat.keberatan:{satu['pk']}:{batas}:{tahap}",
                ),
            )


@cache
def _batas_keberatan(diterima_pada: dt.date, pola: str, jadwal: dt.date | None) -> dt.date | None:
    """The end of the window; None in a year whose holidays nobody has decreed: guess nothing."""
    try:
        return batas_keberatan(
            diterima_pada=diterima_pada, pola=PolaKerja(pola), jadwal=jadwal
        ).batas
    except BelumDiaturError:
        return None

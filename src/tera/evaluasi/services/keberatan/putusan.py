"""The decision: keep or change either rating with reasons; predikat by the matrix; final.

PP 30/2019 Pasal 59 ayat (3)-(4). The first result stays beside the new one; the material it stood
on is not read again, so the new record is the first with what the decision changed.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.core import workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.evaluasi.models import Evaluasi, Keberatan, KeteranganKeberatan, LevelRating
from tera.evaluasi.selectors.pemutus import halangan
from tera.evaluasi.services.keberatan.dasar import kunci_keberatan, muatan, peran_keberatan
from tera.evaluasi.services.penilaian import galat_pimpinan
from tera.evaluasi.services.rekaman import dasar_rekaman
from tera.organisasi.selectors.identitas import Identitas, identitas
from tera.regulasi.kategori import Rating
from tera.regulasi.predikat import PredikatKinerja, predikat_kinerja

Pihak = KeteranganKeberatan.Pihak
PANJANG = 4000


@dataclass(frozen=True, slots=True)
class IsiPutusan:
    """Both ratings as decided, a reason for each that changes, and the considerations."""

    rating_hasil: str
    rating_perilaku: str
    pertimbangan: str
    alasan_hasil: str = ""
    alasan_perilaku: str = ""


@transaction.atomic
def putuskan_keberatan(
    *, aktor: Aktor, keberatan: Keberatan, isi: IsiPutusan, pada: dt.date
) -> HasilLangkah:
    """Decide: both ratings stand as given here, the predikat is their matrix, and that is final.

    Raises:
        TidakBerwenangError: the aktor doesn't decide this, or may no longer.
        StatusTidakSesuaiError: not in clarification; one side wasn't heard: which is said.
        MasukanSalahError: a rating is unknown, a reason or the considerations are missing, or the
            head of a unit would get another rating than the unit's capaian gives.
    """
    kini, evaluasi = kunci_keberatan(keberatan)
    peran = peran_keberatan(aktor=aktor, keberatan=kini)
    workflow.langkah_berlaku(
        jenis="keberatan", aksi="putuskan", status=kini.status, daftar_peran=peran, objek_id=kini.pk
    )
    if kini.kepada is None:
        raise AssertionError("whoever plays the part is the one named")
    tolak = halangan(evaluasi=evaluasi, calon=kini.kepada, pada=pada)
    if tolak:
        raise TidakBerwenangError(
            _(
                "Anda tidak bisa memutus keberatan ini. %(sebab)s Keberatan dialihkan kepada "
                "pejabat berikutnya di atas penilai pada pemeriksaan harian."
            )
            % {"sebab": tolak}
        )
    _pastikan_didengar(kini)
    _pastikan_isi(kini, evaluasi, isi, pada)
    predikat = predikat_kinerja(
        hasil_kerja=Rating(isi.rating_hasil),
        perilaku_kerja=Rating(isi.rating_perilaku),
        pada=pada,
    )
    rekaman = susun_rekaman_putusan(
        keberatan=kini,
        isi=isi,
        predikat=predikat,
        pemutus=identitas(pegawai=kini.kepada, pada=pada),
        pada=pada,
    )
    hasil = workflow.jalankan(
        objek=kini,
        jenis="keberatan",
        aksi="putuskan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "rating_hasil_putusan": isi.rating_hasil,
            "rating_perilaku_putusan": isi.rating_perilaku,
            "predikat_putusan": predikat.predikat.value,
            "alasan_hasil": isi.alasan_hasil.strip(),
            "alasan_perilaku": isi.alasan_perilaku.strip(),
            "pertimbangan": isi.pertimbangan.strip(),
            "diputus_pada": pada,
            "pemutus_id": aktor.pegawai_id,
        },
        muatan=muatan(kini),
    )
    workflow.jalankan(
        objek=evaluasi,
        jenis="evaluasi",
        aksi="putuskan_keberatan",
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang={
            "rating_hasil_kerja": isi.rating_hasil,
            "rating_perilaku_kerja": isi.rating_perilaku,
            "alasan_hasil_kerja": rekaman["alasan_hasil_kerja"],
            "alasan_perilaku_kerja": rekaman["alasan_perilaku_kerja"],
            "predikat": predikat.predikat.value,
            "rekaman": rekaman,
            "revisi": evaluasi.revisi + 1,
        },
        muatan=muatan(kini),
    )
    return hasil


def pihak_belum_didengar(keberatan: Keberatan) -> list[str]:
    """Return which of the two sides has no statement yet."""
    ada = set(keberatan.daftar_keterangan.values_list("pihak", flat=True))
    return [satu for satu in (Pihak.PEGAWAI, Pihak.PENILAI) if satu not in ada]


def _pastikan_didengar(keberatan: Keberatan) -> None:
    kurang = pihak_belum_didengar(keberatan)
    if kurang:
        raise StatusTidakSesuaiError(
            _(
                "Keberatan belum bisa diputus: keterangan %(pihak)s belum dicatat. Kedua pihak "
                "wajib didengar (PP 30/2019 Pasal 59 ayat (3)). Tunggu tulisannya, atau dengar "
                "langsung lalu catat keterangannya di halaman ini."
            )
            % {"pihak": _(" dan ").join(str(Pihak(satu).label).lower() for satu in kurang)}
        )


def _pastikan_isi(keberatan: Keberatan, evaluasi: Evaluasi, isi: IsiPutusan, pada: dt.date) -> None:
    galat: dict[str, list[str]] = {}
    for bidang, nilai, awal, nama_alasan, alasan in (
        ("rating_hasil", isi.rating_hasil, keberatan.rating_hasil_awal, "alasan_hasil",
         isi.alasan_hasil),
        ("rating_perilaku", isi.rating_perilaku, keberatan.rating_perilaku_awal,
         "alasan_perilaku", isi.alasan_perilaku),
    ):  # fmt: skip
        if nilai not in LevelRating.values:
            galat[bidang] = [_("Pilih ratingnya: tetap atau diubah.")]
        elif nilai != awal and not alasan.strip():
            galat[nama_alasan] = [_("Rating ini diubah, jadi perlu alasan. Tulis dasarnya.")]
        if len(alasan) > PANJANG:
            galat[nama_alasan] = [_("Alasan lebih dari 4.000 huruf. Ringkas dulu.")]
    if not isi.pertimbangan.strip() or len(isi.pertimbangan) > PANJANG:
        galat["pertimbangan"] = [
            _("Tulis pertimbangan putusan, paling panjang 4.000 huruf; kedua pihak membacanya.")
        ]
    if "rating_hasil" not in galat and isi.rating_hasil != keberatan.rating_hasil_awal:
        for pesan in galat_pimpinan(evaluasi, isi.rating_hasil, pada).values():
            galat["rating_hasil"] = pesan
    if galat:
        raise MasukanSalahError(
            _("Putusan belum disimpan: %(sebab)s")
            % {"sebab": " ".join(p for daftar in galat.values() for p in daftar)},
            per_bidang=galat,
        )


@override(settings.LANGUAGE_CODE)  # what is kept is Indonesian, whatever the decider reads
def susun_rekaman_putusan(
    *,
    keberatan: Keberatan,
    isi: IsiPutusan,
    predikat: PredikatKinerja,
    pemutus: Identitas,
    pada: dt.date,
) -> dict[str, Any]:
    """Return the first record with what the decision changed, and the decision beside it."""
    awal: dict[str, Any] = keberatan.rekaman_awal
    ubah_hasil = isi.rating_hasil != keberatan.rating_hasil_awal
    ubah_perilaku = isi.rating_perilaku != keberatan.rating_perilaku_awal
    return {
        **awal,
        "rating_hasil_kerja": isi.rating_hasil,
        "rating_perilaku_kerja": isi.rating_perilaku,
        "alasan_hasil_kerja": isi.alasan_hasil.strip()
        if ubah_hasil
        else awal.get("alasan_hasil_kerja", ""),
        "alasan_perilaku_kerja": isi.alasan_perilaku.strip()
        if ubah_perilaku
        else awal.get("alasan_perilaku_kerja", ""),
        "predikat": predikat.predikat.value,
        "kode_siasn": predikat.kode_siasn,
        "dasar": dasar_rekaman(predikat.dasar),
        "keberatan": {
            "diajukan": keberatan.diajukan_pada.isoformat(),
            "diputus": pada.isoformat(),
            "pemutus": pemutus,
            "dasar_pemutus": keberatan.dasar_kepada,
            "rating_hasil_awal": keberatan.rating_hasil_awal,
            "rating_perilaku_awal": keberatan.rating_perilaku_awal,
            "predikat_awal": keberatan.predikat_awal,
            "alasan_hasil": isi.alasan_hasil.strip(),
            "alasan_perilaku": isi.alasan_perilaku.strip(),
            "pertimbangan": isi.pertimbangan.strip(),
        },
    }

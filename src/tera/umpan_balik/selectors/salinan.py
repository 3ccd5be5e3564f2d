"""A person's own part of the voices as plain data: part of the download of one's own data.

Each section is one function of this file, named in ``BAGIAN``. What others answered about a person
in a round never leaves the release; a citizen's text leaves only once the person may read it.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any

from tera.core.aktor import Aktor
from tera.umpan_balik.models import (
    CatatanTerbuka,
    JawabanForum,
    PutaranPegawai,
    Responden,
    TanggapanPegawai,
)
from tera.umpan_balik.selectors.putaran import pembukaan_tentang_saya, putaran_saya
from tera.umpan_balik.selectors.suara import suara_pegawai

Baris = list[Any]
DIBUKA = PutaranPegawai.Status.HASIL_DIBUKA


def salinan_umpan_balik(*, aktor: Aktor, pada: dt.date) -> dict[str, Baris]:
    """Return what was released to the aktor and what the aktor gave: at most eleven queries."""
    hasil: dict[str, Baris] = {}
    if aktor.pegawai_id is not None:
        for bagian in BAGIAN:
            hasil |= bagian(aktor, aktor.pegawai_id, pada)
    return hasil


def _suara(aktor: Aktor, saya: int, pada: dt.date) -> dict[str, Baris]:
    """Citizens' texts as the person's own page shows them, and the person's answers.

    An answer is the person's own also while its text is under examination and hidden.
    """
    return {
        "suara_masyarakat": [
            {
                "teks": satu.teks,
                "pada": satu.pada,
                "asal": satu.asal,
                "unit": satu.unit,
                "hak_jawab_sampai": satu.hak_jawab_sampai,
                "tanggapan": satu.tanggapan,
            }
            for satu in suara_pegawai(pegawai=saya, pada=pada)
        ],
        "tanggapan": list(
            TanggapanPegawai.objects.filter(pegawai_id=saya).order_by("pk").values("teks", "pada")
        ),
        "jawaban_forum": list(
            JawabanForum.objects.filter(pegawai_id=saya)
            .order_by("pk")
            .values("masukan__forum__judul", "teks", "pada")
        ),
    }


def _putaran(aktor: Aktor, saya: int, pada: dt.date) -> dict[str, Baris]:
    """Rounds about the person: the release and signed notes once opened, never an answer."""
    return {
        "putaran": [
            {
                "nama": satu.putaran.nama,
                "tahun": satu.putaran.periode.tahun,
                "mulai": satu.putaran.mulai,
                "selesai": satu.putaran.selesai,
                "status": satu.status,
                "hasil": satu.hasil.isi if satu.status == DIBUKA else None,
                "jawaban_diri": satu.hasil.diri if satu.status == DIBUKA else None,
            }
            for satu in putaran_saya(aktor=aktor).select_related("hasil")
        ],
        "catatan_bernama_untuk_saya": list(
            CatatanTerbuka.objects.filter(
                putaran_pegawai__pegawai_id=saya, putaran_pegawai__status=DIBUKA
            )
            .order_by("pk")
            .values("putaran_pegawai__putaran__nama", "penulis__nama", "teks")
        ),
    }


def _formulir(aktor: Aktor, saya: int, pada: dt.date) -> dict[str, Baris]:
    """Forms the person was asked for, signed notes given, and who opened the person's envelope."""
    return {
        "formulir": list(
            Responden.objects.filter(pegawai_id=saya)
            .order_by("putaran_pegawai__putaran__mulai", "pk")
            .values(
                "putaran_pegawai__putaran__nama", "putaran_pegawai__pegawai__nama", "hubungan",
                "sudah_mengisi",
            )
        ),
        "catatan_bernama": list(
            CatatanTerbuka.objects.filter(penulis_id=saya)
            .order_by("pk")
            .values("putaran_pegawai__putaran__nama", "putaran_pegawai__pegawai__nama", "teks")
        ),
        "pembukaan_kunci": list(
            pembukaan_tentang_saya(aktor=aktor).values(
                "putaran_pegawai__putaran__nama", "putaran_pegawai__pegawai__nama", "nomor_surat",
                "pemohon__nama", "penyetuju__nama", "disetujui_pada",
            )
        ),
    }  # fmt: skip


#: One row per section; a new one needs nothing else.
BAGIAN: tuple[Callable[[Aktor, int, dt.date], dict[str, Baris]], ...] = (
    _suara,
    _putaran,
    _formulir,
)

"""Shared words and pictures of the appraisal's pages: tones, steps, matrix, window, history."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.antarmuka.format import tulis_tanggal, tulis_waktu
from tera.core.sebutan import sebutan_peran
from tera.evaluasi.kolom import LEVEL_PENDEK
from tera.evaluasi.models import (
    ALASAN_FINAL,
    ALASAN_UBAH_NILAI,
    Evaluasi,
    LevelRating,
    PilihanPredikat,
)
from tera.evaluasi.selectors import Kertas
from tera.evaluasi.services.penyampaian import jendela_keberatan, jendela_lewat
from tera.regulasi.galat import BelumDiaturError
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.predikat import predikat_kinerja

NADA_PREDIKAT = {
    PilihanPredikat.SANGAT_BAIK: "sukses",
    PilihanPredikat.BAIK: "sukses",
    PilihanPredikat.BUTUH_PERBAIKAN: "peringatan",
    PilihanPredikat.KURANG: "bahaya",
    PilihanPredikat.SANGAT_KURANG: "bahaya",
}
NADA_STATUS = {
    Evaluasi.Status.TERBUKA: "peringatan",
    Evaluasi.Status.DINILAI: "info",
    Evaluasi.Status.DITETAPKAN: "utama",
    Evaluasi.Status.DISAMPAIKAN: "sukses",
    Evaluasi.Status.FINAL: "sukses",
    Evaluasi.Status.KEBERATAN: "peringatan",
    Evaluasi.Status.DIPUTUS: "sukses",
}
NADA_LEVEL = {
    LevelRating.DI_ATAS: "sukses",
    LevelRating.SESUAI: "info",
    LevelRating.DI_BAWAH: "bahaya",
}
SEBUTAN_MUTU = {
    "teks": gettext_lazy("teks peraturan dibaca"),
    "sekunder": gettext_lazy("sumber kedua"),
    "ingatan": gettext_lazy("belum terkonfirmasi"),
}


def kunci_draf(evaluasi_id: int) -> str:
    """Return the key under which the rater's typed form of this evaluation is kept."""
    return f"evaluasi-{evaluasi_id}"


def lencana_predikat(predikat: str) -> dict[str, str] | None:
    """Return label and tone of a predikat's badge; None for none."""
    if not predikat:
        return None
    satu = PilihanPredikat(predikat)
    return {"label": str(satu.label), "nada": NADA_PREDIKAT[satu]}


def strip(evaluasi: Evaluasi) -> list[dict[str, str]]:
    """The steps of one evaluation, for the strip."""
    urutan = [
        (Evaluasi.Status.TERBUKA, _("Penilaian")),
        (Evaluasi.Status.DINILAI, _("Penetapan")),
        (Evaluasi.Status.DITETAPKAN, _("Penyampaian")),
        (Evaluasi.Status.DISAMPAIKAN, _("Penerimaan")),
        (Evaluasi.Status.FINAL, _("Final")),
    ]
    if evaluasi.status in {Evaluasi.Status.KEBERATAN, Evaluasi.Status.DIPUTUS}:
        urutan[-1:] = [
            (Evaluasi.Status.KEBERATAN, _("Keberatan")),
            (Evaluasi.Status.DIPUTUS, _("Diputus")),
        ]
    daftar = [status for status, _label in urutan]
    kini = (
        daftar.index(Evaluasi.Status(evaluasi.status))
        if evaluasi.status in daftar
        else len(daftar) - 1
    )
    return [
        {
            "label": label,
            "status": "selesai" if i < kini else "kini" if i == kini else "nanti",
        }
        for i, (_status, label) in enumerate(urutan)
    ]


def kuadran(evaluasi: Evaluasi, pada: Any) -> dict[str, Any]:
    """The nine cells, from the same rule that sets the predikat; the person's cell is marked."""
    baris = []
    for hasil in (LevelRating.DI_ATAS, LevelRating.SESUAI, LevelRating.DI_BAWAH):
        sel = []
        for perilaku in (LevelRating.DI_BAWAH, LevelRating.SESUAI, LevelRating.DI_ATAS):
            predikat: Predikat = predikat_kinerja(
                hasil_kerja=Rating(hasil), perilaku_kerja=Rating(perilaku), pada=pada
            ).predikat
            sel.append(
                {
                    "label": PilihanPredikat(predikat).label,
                    "nada": NADA_PREDIKAT[PilihanPredikat(predikat)],
                    "aktif": (evaluasi.rating_hasil_kerja, evaluasi.rating_perilaku_kerja)
                    == (hasil, perilaku),
                }
            )
        baris.append({"label": LEVEL_PENDEK[hasil], "sel": sel})
    return {
        "baris": baris,
        "kolom": [
            LEVEL_PENDEK[level]
            for level in (LevelRating.DI_BAWAH, LevelRating.SESUAI, LevelRating.DI_ATAS)
        ],
    }


def keberatan(evaluasi: Evaluasi, pada: dt.date | None = None) -> dict[str, Any] | None:
    """Until when an objection is admissible, and on ``pada`` whether that is over.

    None before receipt.
    """
    if evaluasi.diterima_pada is None:
        return None
    try:
        batas = jendela_keberatan(evaluasi)
    except BelumDiaturError as galat:
        # A year whose holidays nobody has decreed yet: say so, guess nothing.
        return {"diterima": tulis_tanggal(evaluasi.diterima_pada), "sebab": galat.pesan}
    if batas is None:
        return None
    return {
        "diterima": tulis_tanggal(evaluasi.diterima_pada),
        "lewat": pada is not None and jendela_lewat(evaluasi=evaluasi, pada=pada),
        "batas": tulis_tanggal(batas.batas),
        "tanggal_batas": batas.batas,
        "batas_hari": tulis_tanggal(batas.batas_hari),
        "batas_hukum": tulis_tanggal(batas.batas_hukum),
        "beda": batas.batas_hukum != batas.batas_hari,
        "jadwal": tulis_tanggal(batas.jadwal) if batas.jadwal else "",
        "dasar_jadwal": evaluasi.periode.dasar_keberatan,
        "menurut_jadwal": batas.menurut_jadwal,
        "sementara": batas.sementara,
    }


def riwayat(kertas: Kertas, zona: str, tanpa: Collection[str] = ()) -> list[dict[str, Any]]:
    """The state rows, newest first, save those into a state of ``tanpa``.

    Only a reason of the system itself is translated.
    """
    tetap = {ALASAN_FINAL, ALASAN_UBAH_NILAI}
    return [
        {
            "judul": Evaluasi.Status(satu["ke"]).label,
            "waktu": tulis_waktu(dt.datetime.fromisoformat(_iso(satu["waktu"])), zona),
            "oleh": satu["nama"],
            "peran": sebutan_peran(satu["peran"]),
            "catatan": _(satu["alasan"]) if satu["alasan"] in tetap else satu["alasan"],
        }
        for satu in reversed(kertas.riwayat)
        if satu["ke"] not in tanpa
    ]


def _iso(waktu: str) -> str:
    # SQLite writes a plain UTC instant, PostgreSQL one with its offset.
    teks = waktu.replace(" ", "T").replace("Z", "+00:00")
    return teks if "+" in teks[10:] else f"{teks}+00:00"

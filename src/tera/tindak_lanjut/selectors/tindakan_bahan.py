"""What a plan may start from: the rows of the result that were found below expectation."""

import datetime as dt
from typing import Any

from tera.evaluasi.models import CatatanKerja, LevelRating
from tera.regulasi.berakhlak import daftar_nilai
from tera.regulasi.tindak_lanjut import MASA_PERBAIKAN, tambah_bulan
from tera.skp.models import RencanaHasilKerja
from tera.tindak_lanjut.models import TindakLanjut


def bahan_rencana(*, tindakan: TindakLanjut) -> list[dict[str, Any]]:
    """Return the rows of the plan with the rater's mark and words on each: two queries."""
    if tindakan.evaluasi is None:
        return []
    tanda = {
        (satu.unsur, satu.kunci): satu
        for satu in CatatanKerja.objects.filter(
            evaluasi=tindakan.evaluasi, oleh=CatatanKerja.Oleh.PENILAI
        )
    }
    hasil = []
    for kunci, teks in RencanaHasilKerja.objects.filter(
        skp_id=tindakan.evaluasi.skp_id
    ).order_by("-jenis", "urut", "id").values_list("kunci", "teks"):  # fmt: skip
        hasil.append(_baris("hasil_kerja", teks, tanda.get(("rhk", str(kunci)))))
    hasil += [
        _baris("perilaku", satu.nilai.label, tanda.get(("perilaku", satu.kode)))
        for satu in daftar_nilai(pada=tindakan.evaluasi.periode.selesai)
    ]
    hasil.sort(key=lambda satu: not satu["lemah"])
    return hasil


def _baris(asal: str, teks: str, tanda: CatatanKerja | None) -> dict[str, Any]:
    return {
        "asal": asal,
        "teks": teks,
        "lemah": tanda is not None and tanda.level == LevelRating.DI_BAWAH,
        "catatan": tanda.teks if tanda else "",
    }


def butir_awal(*, tindakan: TindakLanjut, pada: dt.date) -> list[dict[str, Any]]:
    """Return the rows a new plan is offered: what was marked below, else what was rated below."""
    evaluasi = tindakan.evaluasi
    lemah = [satu for satu in bahan_rencana(tindakan=tindakan) if satu["lemah"]][:5]
    awal = [
        {"asal": satu["asal"], "rujukan": satu["teks"], "bukti": satu["catatan"]} for satu in lemah
    ]
    if not awal and evaluasi is not None:
        for asal, rating, alasan in (
            ("hasil_kerja", evaluasi.rating_hasil_kerja, evaluasi.alasan_hasil_kerja),
            ("perilaku", evaluasi.rating_perilaku_kerja, evaluasi.alasan_perilaku_kerja),
        ):
            if rating == LevelRating.DI_BAWAH:
                awal.append({"asal": asal, "bukti": alasan[:500]})
    akhir = tambah_bulan(pada, MASA_PERBAIKAN.pada(pada).nilai["perbaikan"])
    for satu in awal:
        satu["tenggat"] = akhir
    return awal or [{"asal": "hasil_kerja", "tenggat": akhir}]

"""Files for BKN and SIASN: the exact rows and field names they read, one record a person.

Rekap Penilaian: rows 1-5 and labels as BKN's own export (dossier, section 5.6). SIASN: fields of
`POST /skp22/save` (annual) and `POST /kinerjaperiodik/save` (periodic); codes are the law's own.
"""

import datetime as dt
import io
from collections.abc import Iterable
from typing import Any

import xlsxwriter
from django.conf import settings
from django.utils.translation import override

from tera.core.lembar import aman_sel
from tera.evaluasi.models import Evaluasi
from tera.integrasi.models import PengenalSIASN
from tera.organisasi.models import Periode, UnitKerja
from tera.regulasi.golongan import baca_golongan
from tera.regulasi.kategori import Predikat, Rating
from tera.regulasi.predikat import kode_siasn_predikat, kode_siasn_rating

JUDUL_REKAP = ("No", "NIP", "Nama", "Jabatan", "Rating Hasil Kinerja", "Rating Perilaku Kerja",
               "Predikat Kinerja Periodik")  # fmt: skip
LABEL_RATING = {
    "di_atas": "Diatas Ekspektasi",
    "sesuai": "Sesuai Ekspektasi",
    "di_bawah": "Dibawah Ekspektasi",
}
PERIODIK_ID = {"bulanan": "1", "triwulan": "2"}
#: SIASN's id of the coefficient at 100 percent, per jenjang; other posts have none.
KOEFISIEN_ID = {
    "ahli_pertama": "12", "ahli_muda": "22", "ahli_madya": "32", "ahli_utama": "42",
    "pemula": "52", "terampil": "62", "mahir": "72", "penyelia": "82",
}  # fmt: skip


@override(settings.LANGUAGE_CODE)  # BKN's file is Indonesian whoever downloads it
def rekap_xlsx(*, unit: UnitKerja, periode: Periode, daftar: Iterable[Evaluasi]) -> bytes:
    """Return BKN's Rekap Penilaian of one unit and everything below it."""
    keluaran = io.BytesIO()
    buku = xlsxwriter.Workbook(
        keluaran,
        {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
    )
    lembar = buku.add_worksheet("Rekap Penilaian")
    lembar.set_column(1, 1, 22)
    lembar.set_column(2, 6, 32)
    for nomor, teks in enumerate(
        (f"{unit.instansi.kode} - {unit.instansi.nama}", unit.nama, sebutan_periode(periode))
    ):
        lembar.write_string(nomor, 0, str(aman_sel(teks)))
    tebal = buku.add_format({"bold": True})
    for nomor, teks in enumerate(JUDUL_REKAP):
        lembar.write_string(4, nomor, teks, tebal)
    for urut, satu in enumerate(daftar, start=1):
        orang = satu.rekaman.get("pegawai", {})
        lembar.write_number(4 + urut, 0, urut)
        for kolom, teks in enumerate(
            (
                orang.get("nip", ""),
                orang.get("nama", ""),
                orang.get("jabatan", ""),
                LABEL_RATING[satu.rating_hasil_kerja],
                LABEL_RATING[satu.rating_perilaku_kerja],
                satu.get_predikat_display(),
            ),
            start=1,
        ):
            lembar.write_string(4 + urut, kolom, str(aman_sel(teks)))
    buku.close()
    return keluaran.getvalue()


def sebutan_periode(periode: Periode) -> str:
    """Return row 3 as BKN writes it: `Periode Bulanan 6 Tahun 2026`, `Periode Tahunan 2026`."""
    if periode.jenis == "tahunan":
        return f"Periode Tahunan {periode.tahun}"
    return f"Periode {periode.get_jenis_display()} {periode.urut} Tahun {periode.tahun}"


def rekaman_siasn(*, periode: Periode, daftar: Iterable[Evaluasi]) -> list[dict[str, Any]]:
    """Return one record a person in SIASN's field names: skp22 for a year, else kinerjaperiodik.

    ``nip`` is added for the reader; SIASN's id is empty until it was imported (``PengenalSIASN``).
    """
    evaluasi = list(daftar)
    pengenal = dict(
        PengenalSIASN.objects.filter(
            pegawai_id__in=[satu.pegawai_id for satu in evaluasi]
        ).values_list("pegawai_id", "nilai")
    )
    tahunan = periode.jenis == "tahunan"
    return [
        _skp22(satu, pengenal.get(satu.pegawai_id, ""))
        if tahunan
        else _periodik(satu, periode, pengenal.get(satu.pegawai_id, ""))
        for satu in evaluasi
    ]


def _nilai(evaluasi: Evaluasi) -> dict[str, Any]:
    pada = evaluasi.ditetapkan_pada or evaluasi.periode.selesai
    return {
        "hasilKinerjaNilai": kode_siasn_rating(Rating(evaluasi.rating_hasil_kerja), pada=pada),
        "perilakuKerjaNilai": kode_siasn_rating(Rating(evaluasi.rating_perilaku_kerja), pada=pada),
        "kuadranKinerjaNilai": kode_siasn_predikat(Predikat(evaluasi.predikat), pada=pada),
    }


def _penilai(evaluasi: Evaluasi, kunci_jabatan: str) -> dict[str, Any]:
    penilai: dict[str, Any] = evaluasi.rekaman.get("penilai", {})
    golongan = evaluasi.penilai.golongan if evaluasi.penilai else ""
    return {
        "penilaiNipNrp": penilai.get("nip", ""),
        "penilaiNama": penilai.get("nama", ""),
        kunci_jabatan: penilai.get("jabatan", ""),
        "penilaiGolongan": baca_golongan(golongan).id_siasn if golongan else "",
        "penilaiUnorNama": penilai.get("unit_kerja", ""),
        "statusPenilai": "ASN" if penilai.get("nip") else "NON ASN",
        "path": [],
    }


def _skp22(evaluasi: Evaluasi, pengenal: str) -> dict[str, Any]:
    return {
        "id": None,
        "pnsDinilaiOrang": pengenal,
        "nip": evaluasi.rekaman.get("pegawai", {}).get("nip", ""),
        "tahun": evaluasi.periode.tahun,
        **_nilai(evaluasi),
        **_penilai(evaluasi, "penilaiJabatan"),
    }


def _periodik(evaluasi: Evaluasi, periode: Periode, pengenal: str) -> dict[str, Any]:
    rentang = evaluasi.rekaman.get("periode", {})
    mulai = _tanggal(rentang.get("mulai"), periode.mulai)
    selesai = _tanggal(rentang.get("selesai"), periode.selesai)
    return {
        "pnsDinilaiId": pengenal,
        "nip": evaluasi.rekaman.get("pegawai", {}).get("nip", ""),
        "tahun": periode.tahun,
        "periodikId": PERIODIK_ID[periode.jenis],
        "bulanMulaiPenilaian": mulai.month,
        "bulanSelesaiPenilaian": selesai.month,
        "tahunMulaiPenilaian": mulai.year,
        "tahunSelesaiPenilaian": selesai.year,
        **_nilai(evaluasi),
        "koefisienId": KOEFISIEN_ID.get(evaluasi.skp.penugasan.jabatan.jenjang, ""),
        **_penilai(evaluasi, "penilaiJabatanNama"),
    }


def _tanggal(teks: str | None, bawaan: dt.date) -> dt.date:
    return dt.date.fromisoformat(teks) if teks else bawaan

"""The record of one person for a decider, as plain Indonesian text: kept with each print.

Left out on purpose: single answers of 360 rounds, konseling, reasons of absence, discipline.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import override

from tera.antarmuka.format import tulis_angka, tulis_tanggal
from tera.core.aktor import Aktor
from tera.evaluasi.models import Keberatan
from tera.evaluasi.selectors.hasil import HasilPredikat
from tera.organisasi.models import Penugasan
from tera.organisasi.selectors.identitas import identitas
from tera.regulasi.kategori import Predikat, Rating
from tera.tindak_lanjut.models import UsulKarier
from tera.tindak_lanjut.selectors.talenta import berkas as orang
from tera.tindak_lanjut.selectors.talenta.sumber import ANGKA_KREDIT, PELATIHAN, fakta

Bagian = dict[str, Any]
_TIDAK_TERCATAT = "Tidak tercatat di Tera."


@override(settings.LANGUAGE_CODE)  # a print is Indonesian whoever asks
def rekaman_karier(
    *, aktor: Aktor, tugas: Penugasan, usul: UsulKarier | None, keperluan: str, pada: dt.date
) -> dict[str, Any]:
    """Return identity, parts with their rows, and what was left out."""
    pk = tugas.pegawai_id
    berkas = orang.berkas_orang(aktor=aktor, pegawai_id=pk, nilai=True, pada=pada)
    siapa = identitas(pegawai=tugas.pegawai, penugasan=tugas)
    bagian: list[Bagian] = []
    if usul is not None:
        bagian.append(_usul(usul))
    bagian += [
        _data(tugas),
        _jabatan(orang.penugasan_orang(aktor=aktor, pegawai_id=pk)),
        _hasil(berkas.hasil, _keberatan(berkas.hasil)),
        _kotak(berkas),
        _potensi(berkas),
        _capaian(aktor, pk),
        _lain(aktor, pk, pada, PELATIHAN, "Pelatihan dan sertifikat"),
        _lain(aktor, pk, pada, ANGKA_KREDIT, "Angka kredit"),
    ]
    return {
        "instansi": siapa["instansi"],
        "pegawai": dict(siapa),
        "keperluan": keperluan,
        "untuk": aktor.nama,
        "tanggal": pada.isoformat(),
        "bagian": bagian,
    }


def _tabel(judul: str, kolom: Sequence[str], baris: Sequence[Sequence[str]]) -> Bagian:
    return {
        "judul": judul,
        "kolom": list(kolom),
        "baris": [list(satu) for satu in baris],
        "catatan": "" if baris else _TIDAK_TERCATAT,
    }


def _usul(usul: UsulKarier) -> Bagian:
    baris = [
        ("Jenis usul", str(usul.get_jenis_display())),
        ("Jabatan tujuan", f"{usul.jabatan_target} ({usul.get_jenis_jabatan_display()})"),
        ("Unit tujuan", usul.unit_target.nama),
        ("Pengusul", usul.nama_pengusul),
        ("Alasan", usul.alasan),
        ("Bukti", usul.bukti),
        ("Keadaan", str(usul.get_status_display())),
    ]
    if usul.catatan_telaah:
        baris.append(("Hasil telaah", usul.catatan_telaah))
    if usul.diputus_pada:
        baris.append(
            (
                "Putusan",
                f"{usul.nama_pemutus}, {tulis_tanggal(usul.diputus_pada)}. "
                f"{usul.alasan_putusan} {usul.nomor_dokumen}".strip(),
            )
        )
    return {"judul": "Usul", "kolom": [], "baris": [list(b) for b in baris], "catatan": ""}


def _data(tugas: Penugasan) -> Bagian:
    p = tugas.pegawai
    baris = [
        ("Status", str(p.get_status_display())),
        ("Golongan", p.golongan or "–"),
        ("TMT golongan", tulis_tanggal(p.tmt_golongan) if p.tmt_golongan else "–"),
        ("TMT CPNS", tulis_tanggal(p.tmt_cpns) if p.tmt_cpns else "–"),
        ("Pendidikan", p.pendidikan or "–"),
    ]
    return {"judul": "Data kepegawaian", "kolom": [], "baris": [list(b) for b in baris],
            "catatan": ""}  # fmt: skip


def _jabatan(daftar: Sequence[Penugasan]) -> Bagian:
    return _tabel(
        "Riwayat jabatan",
        ("Jabatan", "Unit kerja", "Penugasan", "Masa"),
        [
            (
                satu.jabatan.nama,
                satu.unit.nama,
                str(satu.get_jenis_display()),
                f"{tulis_tanggal(satu.sejak)} – "
                f"{tulis_tanggal(satu.sampai) if satu.sampai else 'sekarang'}",
            )
            for satu in daftar
        ],
    )


def _keberatan(daftar: Sequence[HasilPredikat]) -> dict[int, str]:
    """Per evaluation how its objection ended; one query, none without results of our own."""
    nomor = [satu.evaluasi_id for satu in daftar if satu.evaluasi_id]
    if not nomor:
        return {}
    return {
        evaluasi_id: str(status)
        for evaluasi_id, status in Keberatan.objects.filter(
            evaluasi_id__in=nomor, status=Keberatan.Status.DIPUTUS
        ).values_list("evaluasi_id", "status")
    }


def _hasil(daftar: Sequence[HasilPredikat], keberatan: dict[int, str]) -> Bagian:
    return _tabel(
        "Hasil kinerja tahunan (final)",
        ("Tahun", "Predikat", "Hasil kerja", "Perilaku kerja", "Dasar"),
        [
            (
                str(satu.tahun),
                Predikat(satu.predikat).label,
                Rating(satu.hasil_kerja).label if satu.hasil_kerja else "–",
                Rating(satu.perilaku_kerja).label if satu.perilaku_kerja else "–",
                satu.sumber
                + (
                    f", ditetapkan {tulis_tanggal(satu.ditetapkan_pada)}"
                    if satu.ditetapkan_pada
                    else ""
                )
                + (
                    "; hasil sesudah keberatan diputus"
                    if (satu.evaluasi_id or 0) in keberatan
                    else ""
                ),
            )
            for satu in daftar
        ],
    )


def _kotak(berkas: orang.BerkasTalenta) -> Bagian:
    return _tabel(
        "Peta talenta (ditetapkan)",
        ("Tahun", "Kinerja", "Potensial", "Kotak", "Dokumen"),
        [
            (
                str(satu.peta.tahun),
                str(satu.get_kinerja_display()) or "–",
                str(satu.get_potensial_display()) or "belum dinilai",
                str(satu.kotak or "tidak ditempatkan"),
                satu.peta.nomor_dokumen,
            )
            for satu in berkas.kotak
            if satu.peta.status == "ditetapkan"
        ],
    )


def _potensi(berkas: orang.BerkasTalenta) -> Bagian:
    return _tabel(
        "Penilaian kompetensi dan potensi",
        ("Tanggal", "Nilai total", "Sumber"),
        [
            (tulis_tanggal(satu.tanggal), tulis_angka(satu.total, 2), satu.sumber)
            for satu in berkas.potensi
        ],
    )


def _capaian(aktor: Aktor, pk: int) -> Bagian:
    return _tabel(
        "Capaian terverifikasi",
        ("Tanggal", "Capaian", "Sebelum", "Sesudah"),
        [
            (tulis_tanggal(satu.tanggal), satu.judul, satu.keadaan_sebelum, satu.keadaan_sesudah)
            for satu in orang.capaian_orang(aktor=aktor, pegawai_id=pk)
        ],
    )


def _lain(aktor: Aktor, pk: int, pada: dt.date, nama: str, judul: str) -> Bagian:
    tahu = fakta(nama, instansi_id=aktor.instansi_id, pegawai=[pk], pada=pada)
    return _tabel(
        judul,
        ("Tanggal", "Keterangan"),
        [
            (tulis_tanggal(satu.tanggal) if satu.tanggal else "–", satu.teks)
            for satu in (tahu or {}).get(pk, ())
        ],
    )

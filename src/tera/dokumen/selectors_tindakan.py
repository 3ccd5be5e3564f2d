"""What the forms from result to action say; the caller opened the door and noted the read."""

import datetime as dt

from tera.antarmuka.format import tulis_jam, tulis_tanggal
from tera.core.clock import singkatan_zona
from tera.dokumen.model_tindakan import (
    BagianFormulir,
    BarisFormulir,
    FormulirTindakan,
    TandaFormulir,
)
from tera.organisasi.models import Pegawai
from tera.regulasi.nip import sebutan_nomor
from tera.tindak_lanjut.models import Konseling, TinjauanPerjanjian

#: Days as a form writes them, Monday first; forms are Indonesian.
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def formulir_konseling(satu: Konseling) -> FormulirTindakan:
    """Return the Format Pelaksanaan Konseling Kinerja (PermenPANRB 8/2021, as procedure)."""
    zona = singkatan_zona(satu.instansi.zona)
    return FormulirTindakan(
        judul="Format Pelaksanaan Konseling Kinerja",
        nama_instansi=satu.instansi.nama,
        unit_kerja="",
        keterangan="Susunan kolom mengikuti tata cara dalam PermenPANRB 8/2021 yang sudah diganti; "
        "rekomendasi bukan keputusan.",
        baris=(
            BarisFormulir(label="Nama pegawai", isi=satu.pegawai.nama_lengkap),
            BarisFormulir(label=sebutan_nomor(satu.pegawai.nip), isi=satu.pegawai.nip),
            BarisFormulir(label="Konselor", isi=satu.konselor_luar or satu.konselor.nama_lengkap),
            BarisFormulir(
                label="Hari, tanggal", isi=_hari_tanggal(satu.dilaksanakan_pada or satu.tanggal)
            ),
            BarisFormulir(label="Pukul", isi=f"{tulis_jam(satu.jam)} {zona}"),
            BarisFormulir(label="Tempat", isi=satu.tempat),
            BarisFormulir(label="Surat penunjukan", isi=satu.dasar or "–"),
            *(
                (BarisFormulir(label="Dicatat oleh", isi=satu.konselor.nama_lengkap),)
                if satu.konselor_luar
                else ()
            ),
        ),
        daftar_bagian=(
            BagianFormulir(judul="1. Masalah kinerja", isi=satu.masalah),
            BagianFormulir(judul="2. Penyebab", isi=satu.penyebab),
            BagianFormulir(judul="3. Pemecahan yang disepakati", isi=satu.pemecahan),
            BagianFormulir(
                judul="4. Rekomendasi",
                isi="; ".join(_REKOMENDASI[kata] for kata in satu.rekomendasi)
                + f"\n{satu.uraian_rekomendasi}",
            ),
        ),
        tempat=satu.instansi.tempat,
        tanggal=satu.dilaksanakan_pada,
        tanda=(_tanda("Pegawai", satu.pegawai), _tanda_konselor(satu)),
        rahasia=True,
    )


def _tanda_konselor(satu: Konseling) -> TandaFormulir:
    """Who counselled signs: one from outside has no NIP."""
    if satu.konselor_luar:
        return TandaFormulir(jabatan="Konselor", nama=satu.konselor_luar, nomor="")
    return _tanda("Konselor", satu.konselor)


#: Printed forms are Indonesian whatever the reader's language.
_REKOMENDASI = {
    "bimbingan": "Bimbingan kinerja",
    "pelatihan": "Pelatihan",
    "penugasan_khusus": "Penugasan khusus",
    "usul_mutasi": "Usul mutasi",
    "pemeriksaan_disiplin": "Rekomendasi hukuman disiplin",
}
_PILIHAN = {
    "perpanjangan": "Perpanjangan perjanjian kerja",
    "dipertahankan": "Dipertahankan sampai akhir perjanjian",
    "pemutusan": "Pemutusan perjanjian kerja dengan hormat tidak atas permintaan sendiri",
}


def _hari_tanggal(hari: dt.date) -> str:
    return f"{HARI[hari.weekday()]}, {tulis_tanggal(hari)}"


def formulir_perjanjian(satu: TinjauanPerjanjian) -> FormulirTindakan:
    """Return the evaluation form of an agreement with its recommendation, and decision if any."""
    predikat = satu.predikat_terakhir.replace("_", " ").title()
    bagian = [
        BagianFormulir(judul="1. Rekomendasi", isi=_PILIHAN.get(satu.rekomendasi, "")),
        BagianFormulir(judul="2. Alasan", isi=satu.alasan),
    ]
    if satu.keputusan:
        bagian.append(
            BagianFormulir(
                judul="3. Keputusan",
                isi=f"{_PILIHAN[satu.keputusan]}\nNomor {satu.nomor_keputusan}\n"
                f"{satu.alasan_keputusan}",
            )
        )
    capai = "Tercapai" if satu.target_tercapai else "Belum tercapai"
    return FormulirTindakan(
        judul="Evaluasi Perjanjian Kerja PPPK",
        nama_instansi=satu.instansi.nama,
        unit_kerja=satu.unit.nama,
        keterangan="Dasar: PP 49/2018 Pasal 37 dan PermenPANRB 70/2020 (sumber kedua). Predikat "
        "rendah tidak memutus perjanjian dengan sendirinya.",
        baris=(
            BarisFormulir(label="Nama", isi=satu.pegawai.nama_lengkap),
            BarisFormulir(label="NI PPPK", isi=satu.pegawai.nip),
            BarisFormulir(label="Nomor perjanjian", isi=satu.perjanjian.nomor),
            BarisFormulir(
                label="Masa perjanjian",
                isi=f"{tulis_tanggal(satu.perjanjian.mulai)} sampai "
                f"{tulis_tanggal(satu.perjanjian.selesai)}",
            ),
            BarisFormulir(
                label="Predikat terakhir",
                isi=f"{predikat} ({satu.tahun_predikat})" if predikat else "Belum ada",
            ),
            BarisFormulir(label="Target perjanjian", isi=capai),
            BarisFormulir(
                label="Tim Penilai Kinerja",
                isi="Menilai sama" if satu.dinilai_tim else "Belum menilai",
            ),
        ),
        daftar_bagian=tuple(bagian),
        tempat=satu.instansi.tempat,
        tanggal=satu.direkomendasikan_pada,
        tanda=tuple(
            _tanda(jabatan, orang)
            for jabatan, orang in (
                ("Pegawai", satu.pegawai),
                ("Pejabat penilai", satu.perekomendasi),
                ("Pejabat pembina kepegawaian", satu.pemutus),
            )
            if orang is not None
        ),
    )


def _tanda(jabatan: str, orang: Pegawai) -> TandaFormulir:
    return TandaFormulir(jabatan=jabatan, nama=orang.nama_lengkap, nomor=_nomor(orang.nip))


def _nomor(nip: str) -> str:
    """Return a number as it stands under a signature, with the name of its kind."""
    return f"{sebutan_nomor(nip)}. {nip}" if nip else ""

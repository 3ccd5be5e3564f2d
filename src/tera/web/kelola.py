"""The officer's index: every page of management, grouped by what it is for."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def kelompok(peran: frozenset[str]) -> list[dict[str, Any]]:
    """Return the groups of links that an officer with these parts may open."""
    daftar = [
        (
            _("Orang dan unit"),
            [
                (_("Impor unit dan pegawai"), "organisasi:impor", _("Dari berkas XLSX atau CSV.")),
                (
                    pgettext("daftar", "Pegawai"),
                    "organisasi:pegawai",
                    _("Cari, lihat penugasan dan penilai."),
                ),
                (_("Unit kerja"), "organisasi:unit", _("Pohon unit dan pimpinannya.")),
                (
                    _("Impor realisasi"),
                    "pelaksanaan:impor",
                    _("Angka dari sistem lain, dengan sumber dan tanggal."),
                ),
                (_("Aktivasi akun"), "web:aktivasi_kelola", _("Cetak surat aktivasi per unit.")),
            ],
        ),
        (
            _("Siapa menilai siapa"),
            [
                (_("Tanpa penilai sah"), "organisasi:penilai", _("Siapa, sebab, perbaikan.")),
                (
                    _("Laporan penilai salah"),
                    "organisasi:laporan_antrean",
                    _("Antrean dengan riwayat."),
                ),
                (_("Delegasi menilai"), "organisasi:delegasi", _("Satu surat, banyak kepala.")),
                (_("Tim kerja"), "organisasi:tim", _("Ketua dan anggota lintas unit.")),
                (_("Peran petugas"), "organisasi:peran", _("Pengelola, auditor, PyB, pelatih.")),
            ],
        ),
        (
            _("Aturan instansi"),
            [
                (_("Periode dan batas waktu"), "organisasi:periode", _("Buka, perpanjang.")),
                (_("Kebijakan"), "organisasi:kebijakan", _("Nilai bertanggal dan dasarnya.")),
                (_("Arah organisasi"), "organisasi:arah", _("Visi sampai perjanjian kinerja.")),
                (_("Rubrik"), "skp:rubrik", _("Kriteria tertulis tiap tingkat.")),
                (_("Formulir kosong"), "dokumen:formulir", _("Untuk kantor tanpa jaringan.")),
            ],
        ),
    ]
    if "admin" in peran:
        daftar.append(
            (
                _("Sistem"),
                [
                    (
                        _("Kiriman gagal"),
                        "notifikasi:gagal",
                        _("Surel dan kejadian yang tidak sampai."),
                    )
                ],
            )
        )
    return [
        {
            "judul": judul,
            "butir": [
                {"label": label, "url": reverse(rute), "keterangan": keterangan}
                for label, rute, keterangan in isi
            ],
        }
        for judul, isi in daftar
    ]

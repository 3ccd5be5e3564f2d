"""Workflows as tables: which act moves which status, by whom, on what basis, on what condition.

Instruments: PermenPANRB 6/2022 (planning, evaluation, objection), PP 30/2019 Pasal 59, SE
MenPANRB 3/2023; the finer steps are design and cite `rancangan-tera`. The one function that
writes a status, the buttons, the API, the state diagram and the exhaustive test all read these.

Tidak dimodelkan: data conditions are told in `syarat` for people; the services check them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tera.regulasi.dasar import Dasar
from tera.regulasi.galat import TidakDikenalError
from tera.regulasi.kategori import Mutu


class Peran(StrEnum):
    """What somebody is to a document on a day; `sistem` is a job or a consequence."""

    PEGAWAI = "pegawai"
    PENILAI = "penilai"
    ATASAN_PENILAI = "atasan_penilai"
    PENGELOLA = "pengelola"
    KETUA_TIM = "ketua_tim"
    PENYIAP = "penyiap"
    PYB = "pyb"
    PEJABAT_PEMBINA = "pejabat_pembina"
    AUDITOR = "auditor"
    ADMIN = "admin"
    PESERTA = "peserta"
    PEMIMPIN_DISKUSI = "pemimpin_diskusi"
    SISTEM = "sistem"


@dataclass(frozen=True, slots=True)
class Langkah:
    """One row of a workflow: `aksi` moves `dari` to `ke` when done by one of `oleh`.

    `syarat` is the condition in words for people (empty: none); `label` is the button.
    """

    aksi: str
    dari: str
    ke: str
    oleh: frozenset[Peran]
    dasar: tuple[Dasar, ...]
    syarat: str = ""

    @property
    def label(self) -> str:
        """The act as a button says it: `Ajukan keberatan`."""
        return self.aksi.replace("_", " ").capitalize()


_DIPERIKSA = date(2026, 11, 21)
_RANCANGAN = Dasar("rancangan-tera", "alur kerja", _DIPERIKSA, Mutu.INGATAN)
_DIALOG = Dasar("permenpanrb-6-2022", "perencanaan kinerja (dialog kinerja)", _DIPERIKSA,
                Mutu.SEKUNDER)  # fmt: skip
_BERJALAN = (
    Dasar("permenpanrb-6-2022", "dialog kinerja sepanjang tahun", _DIPERIKSA, Mutu.SEKUNDER),
    _RANCANGAN,
)
_PENETAPAN = Dasar("permenpanrb-8-2021", "Lampiran BAB II huruf E (penetapan SKP)", _DIPERIKSA,
                   Mutu.TEKS)  # fmt: skip
_PENGELOLA = (
    Dasar("permenpanrb-8-2021", "Lampiran BAB II huruf A angka 4", _DIPERIKSA, Mutu.TEKS),
    Dasar("permenpanrb-8-2021", "Lampiran BAB II huruf E angka 5", _DIPERIKSA, Mutu.TEKS),
    Dasar("permenpanrb-6-2022", "peran pengelola kinerja (belum dibaca)", _DIPERIKSA,
          Mutu.INGATAN),
)  # fmt: skip
_URUTAN = Dasar("permenpanrb-6-2022", "Pasal 24 dan Pasal 25", _DIPERIKSA, Mutu.SEKUNDER)
_PENYAMPAIAN = Dasar("permenpanrb-6-2022", "dokumen evaluasi kinerja pegawai", _DIPERIKSA,
                     Mutu.SEKUNDER)  # fmt: skip
_WAKTU = Dasar("pp-30-2019", "Pasal 59", _DIPERIKSA, Mutu.SEKUNDER)
_KETERANGAN = Dasar("pp-30-2019", "Pasal 59 ayat (3)", _DIPERIKSA, Mutu.TEKS)
_FINAL = Dasar("pp-30-2019", "Pasal 59 ayat (4)", _DIPERIKSA, Mutu.TEKS)
_PELAKSANAAN = Dasar("permenpanrb-6-2022", "formulir evaluasi: realisasi berdasarkan bukti dukung",
                     _DIPERIKSA, Mutu.SEKUNDER)  # fmt: skip
_SURVEI = Dasar("pp-30-2019", "Pasal 41", _DIPERIKSA, Mutu.TEKS)


def _langkah(
    aksi: str,
    dari: str,
    ke: str,
    oleh: str,
    dasar: Dasar | tuple[Dasar, ...] = _RANCANGAN,
    syarat: str = "",
) -> Langkah:
    daftar = dasar if isinstance(dasar, tuple) else (dasar,)
    return Langkah(aksi, dari, ke, frozenset(map(Peran, oleh.split())), daftar, syarat)


#: The status in which a document of each kind is born.
STATUS_AWAL: dict[str, str] = {
    "skp": "draf",
    "evaluasi": "terbuka",
    "keberatan": "diajukan",
    "putaran_umpan_balik": "disusun",
    "laporan_penilai": "dilaporkan",
    "realisasi": "dilaporkan",
    "capaian_pegawai": "dilaporkan",
    "pertemuan": "dijadwalkan",
    "kesepakatan": "terbuka",
    "pertanyaan": "terbuka",
    "sesi_diskusi": "dijadwalkan",
    "masukan_masyarakat": "menunggu",
}

ALUR: dict[str, tuple[Langkah, ...]] = {
    "skp": (
        _langkah("ajukan", "draf", "diajukan", "pegawai", _DIALOG,
                 "Ada sedikitnya satu hasil kerja utama; setiap baris punya indikator dan target."),
        _langkah("ajukan", "dikembalikan", "diajukan", "pegawai", _DIALOG,
                 "Ada sedikitnya satu hasil kerja utama; setiap baris punya indikator dan target."),
        _langkah("tarik", "diajukan", "draf", "pegawai"),
        _langkah("kembalikan", "diajukan", "dikembalikan", "penilai", _DIALOG,
                 "Catatan kepada pegawai wajib diisi."),
        _langkah("tetapkan", "diajukan", "ditetapkan", "penilai", _PENETAPAN),
        _langkah("tetapkan_pengelola", "draf", "ditetapkan", "pengelola", _PENGELOLA,
                 "Kebijakan instansi mengizinkan; sampai minggu kedua Januari tidak ada rancangan; "
                 "rancangan disusun pengelola kinerja dan belum diambil alih pegawainya."),
        _langkah("ganti", "ditetapkan", "digantikan", "sistem", _DIALOG,
                 "Versi berikutnya ditetapkan; versi ini tetap terbaca."),
        _langkah("tutup", "ditetapkan", "ditutup", "pengelola sistem", _PENETAPAN,
                 "Pegawai pindah jabatan atau berhenti; ditutup pada hari sebelumnya."),
        _langkah("batalkan", "draf", "dibatalkan", "pegawai sistem"),
        _langkah("batalkan", "dikembalikan", "dibatalkan", "pegawai sistem"),
        _langkah("batalkan", "diajukan", "dibatalkan", "sistem",
                 syarat="Pegawai pindah jabatan sebelum SKP ditetapkan."),
    ),
    "evaluasi": (
        _langkah("nilai", "terbuka", "dinilai", "penilai", _URUTAN,
                 "Rating hasil kerja dan rating perilaku kerja diisi. Swakaji yang tidak dikirim "
                 "sampai tenggat dicatat dan tidak menghalangi."),
        _langkah("ubah_nilai", "dinilai", "terbuka", "penilai"),
        _langkah("tetapkan", "dinilai", "ditetapkan", "penilai", _URUTAN,
                 "Capaian organisasi sudah ditetapkan dan pola distribusi sudah dilihat; "
                 "hubungan dekat, dan penilaian pertama oleh penilai yang sama sesudah keberatan, "
                 "memerlukan tanda tangan atasan penilai."),
        _langkah("buka_kembali", "ditetapkan", "dinilai", "penilai",
                 syarat="Belum disampaikan; disetujui pengelola dengan alasan tertulis."),
        _langkah("sampaikan", "ditetapkan", "disampaikan", "penilai pengelola", _PENYAMPAIAN),
        _langkah("finalkan", "disampaikan", "final", "sistem", _WAKTU,
                 "Batas keberatan sudah lewat tanpa keberatan."),
        _langkah("ajukan_keberatan", "disampaikan", "keberatan", "pegawai pengelola", _WAKTU,
                 "Dalam 14 hari sejak hari sesudah dokumen diterima, atau sampai jadwal instansi "
                 "bila lebih akhir, disertai alasan. Pengelola hanya mencatat keberatan yang "
                 "ditulis dan ditandatangani pegawai."),
        _langkah("ajukan_keberatan", "final", "keberatan", "pegawai pengelola",
                 (_WAKTU, _RANCANGAN),
                 "Masa keberatan belum lewat pada hari keberatan diterima: surat bertanda tangan "
                 "yang terbukti diterima dalam masanya tetapi baru dicatat sesudah hasil final, "
                 "atau masa yang kemudian diperpanjang jadwal instansi."),
        _langkah("putuskan_keberatan", "keberatan", "diputus", "atasan_penilai", _FINAL,
                 "Keterangan pejabat penilai dan pegawai sudah dicatat."),
    ),
    "keberatan": (
        _langkah("mulai_klarifikasi", "diajukan", "klarifikasi", "atasan_penilai", _KETERANGAN),
        _langkah("putuskan", "klarifikasi", "diputus", "atasan_penilai", _FINAL,
                 "Keterangan kedua pihak sudah dicatat. Putusan bersifat final."),
    ),
    "putaran_umpan_balik": (
        _langkah("setujui_responden", "disusun", "responden_disetujui", "penilai", _RANCANGAN,
                 "Responden diusulkan pegawai; jumlahnya memenuhi kebijakan instansi."),
        _langkah("ubah_responden", "responden_disetujui", "disusun", "pegawai penilai"),
        _langkah("mulai", "responden_disetujui", "berjalan", "pengelola sistem", _SURVEI),
        _langkah("tutup", "berjalan", "ditutup", "pengelola sistem", _SURVEI),
        _langkah("buka_hasil", "ditutup", "hasil_dibuka", "pengelola sistem", _RANCANGAN,
                 "Hanya kelompok dengan cukup jawaban; rating pegawai sudah ditetapkan."),
    ),
    "laporan_penilai": (
        _langkah("proses", "dilaporkan", "diproses", "pengelola admin"),
        _langkah("perbaiki", "diproses", "diperbaiki", "pengelola admin",
                 syarat="Penugasan atau atasan unit sudah dibetulkan."),
        _langkah("tolak", "diproses", "ditolak", "pengelola admin",
                 syarat="Alasan kepada pegawai wajib diisi."),
    ),
    "realisasi": (
        _langkah("verifikasi", "dilaporkan", "diverifikasi", "penilai ketua_tim", _PELAKSANAAN),
        _langkah("kembalikan", "dilaporkan", "dikembalikan", "penilai ketua_tim", _PELAKSANAAN,
                 "Catatan kepada pegawai wajib diisi."),
        _langkah("kembalikan", "diverifikasi", "dikembalikan", "penilai ketua_tim",
                 syarat="Catatan kepada pegawai wajib diisi."),
        _langkah("laporkan", "dikembalikan", "dilaporkan", "pegawai", _PELAKSANAAN),
        _langkah("laporkan", "diverifikasi", "dilaporkan", "pegawai",
                 syarat="Angka yang sudah diverifikasi diubah: diverifikasi lagi."),
        _langkah("perbarui_data", "diverifikasi", "dilaporkan", "pengelola admin sistem",
                 syarat="Angka dari data berubah: diverifikasi lagi."),
        _langkah("perbarui_data", "dikembalikan", "dilaporkan", "pengelola admin sistem",
                 syarat="Angka dari data menggantikan yang dikembalikan."),
    ),
    "capaian_pegawai": (
        _langkah("verifikasi", "dilaporkan", "diverifikasi", "penilai"),
        _langkah("kembalikan", "dilaporkan", "dikembalikan", "penilai",
                 syarat="Catatan kepada pegawai wajib diisi."),
        _langkah("kembalikan", "diverifikasi", "dikembalikan", "penilai",
                 syarat="Catatan kepada pegawai wajib diisi."),
        _langkah("laporkan", "dikembalikan", "dilaporkan", "pegawai"),
        _langkah("laporkan", "diverifikasi", "dilaporkan", "pegawai",
                 syarat="Isi yang sudah diverifikasi diubah: diverifikasi lagi."),
    ),
    "pertemuan": (
        _langkah("mulai", "dijadwalkan", "berlangsung", "peserta", _BERJALAN),
        _langkah("selesaikan", "dijadwalkan", "selesai", "peserta", _BERJALAN,
                 "Sudah dilaksanakan: tanggalnya hari ini atau sebelumnya."),
        _langkah("selesaikan", "berlangsung", "selesai", "peserta", _BERJALAN,
                 "Sudah dilaksanakan: tanggalnya hari ini atau sebelumnya."),
        _langkah("batalkan", "dijadwalkan", "dibatalkan", "peserta",
                 syarat="Alasan kepada pihak lain wajib diisi."),
    ),
    "kesepakatan": (
        _langkah("selesaikan", "terbuka", "selesai", "peserta"),
        _langkah("ubah", "terbuka", "diubah", "peserta",
                 syarat="Perubahan diusulkan satu pihak dan disetujui pihak lain; "
                 "penggantinya kesepakatan baru."),
    ),
    "pertanyaan": (
        _langkah("jawab", "terbuka", "terjawab", "penilai",
                 syarat="Tidak menghentikan hitungan masa keberatan."),
        _langkah("tanya_lagi", "terjawab", "terbuka", "pegawai",
                 syarat="Tidak menghentikan hitungan masa keberatan."),
    ),
    "sesi_diskusi": (
        _langkah("selesaikan", "dijadwalkan", "selesai", "pemimpin_diskusi",
                 syarat="Tanggalnya hari ini atau sebelumnya."),
        _langkah("batalkan", "dijadwalkan", "dibatalkan", "pemimpin_diskusi",
                 syarat="Alasan kepada peserta wajib diisi."),
    ),
    "masukan_masyarakat": (
        _langkah("terbitkan", "menunggu", "diterbitkan", "pengelola admin",
                 syarat="Tanpa data pribadi warga; tuduhan diarahkan ke saluran pengaduan."),
        _langkah("tolak", "menunggu", "ditolak", "pengelola admin",
                 syarat="Alasan wajib diisi."),
        _langkah("arahkan", "menunggu", "diarahkan", "pengelola admin",
                 syarat="Unit atau saluran tujuannya wajib diisi."),
        _langkah("tinjau_lagi", "diterbitkan", "menunggu", "pengelola admin",
                 syarat="Alasan wajib diisi; selama ditinjau tidak terbaca siapa pun."),
        _langkah("tinjau_lagi", "ditolak", "menunggu", "pengelola admin",
                 syarat="Alasan wajib diisi."),
        _langkah("tinjau_lagi", "diarahkan", "menunggu", "pengelola admin",
                 syarat="Alasan wajib diisi."),
    ),
}  # fmt: skip


def daftar_langkah(jenis: str) -> tuple[Langkah, ...]:
    """All steps of a kind of document; `TidakDikenalError` for an unknown kind."""
    try:
        return ALUR[jenis]
    except KeyError:
        raise TidakDikenalError(
            f"Jenis dokumen “{jenis}” tidak punya alur. Yang dikenal: {', '.join(ALUR)}."
        ) from None


def daftar_status(jenis: str) -> tuple[str, ...]:
    """All statuses of a kind of document, the first one first."""
    langkah = daftar_langkah(jenis)
    urut = [STATUS_AWAL[jenis], *(s for satu in langkah for s in (satu.dari, satu.ke))]
    return tuple(dict.fromkeys(urut))


def langkah_dari(
    jenis: str, status: str, peran: Peran | str | Collection[Peran | str]
) -> tuple[Langkah, ...]:
    """The steps open from `status` to somebody with these peran (one, or several)."""
    daftar_peran = {peran} if isinstance(peran, str) else set(peran)
    return tuple(
        satu
        for satu in daftar_langkah(jenis)
        if satu.dari == status and not satu.oleh.isdisjoint(daftar_peran)
    )


def cari_langkah(jenis: str, aksi: str, status: str) -> Langkah | None:
    """The step that `aksi` takes from `status`, whoever asks; None: "not now".

    Compare `oleh` afterwards to tell "not you" from "not now".
    """
    for satu in daftar_langkah(jenis):
        if satu.aksi == aksi and satu.dari == status:
            return satu
    return None


def diagram_mermaid(jenis: str) -> str:
    """The state diagram of a kind of document in Mermaid, for the docs."""
    langkah = daftar_langkah(jenis)
    pangkal = {satu.dari for satu in langkah}
    baris = ["stateDiagram-v2", f"    [*] --> {STATUS_AWAL[jenis]}"]
    baris += [f"    {s.dari} --> {s.ke}: {s.aksi} ({', '.join(sorted(s.oleh))})" for s in langkah]
    baris += [f"    {s} --> [*]" for s in daftar_status(jenis) if s not in pangkal]
    return "\n".join(baris) + "\n"

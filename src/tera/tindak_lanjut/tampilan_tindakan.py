"""Words, tones and steps of the pages from result to action."""

import datetime as dt
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.antarmuka.format import tulis_tanggal, tulis_waktu
from tera.core.models import RiwayatStatus
from tera.core.sebutan import sebutan_aksi, sebutan_peran, sebutan_pilihan
from tera.evaluasi.tampilan.dasar import SEBUTAN_MUTU, lencana_predikat
from tera.regulasi.pemuat import peraturan
from tera.tindak_lanjut.models import (
    RencanaPerbaikan,
    TindakLanjut,
)
from tera.tindak_lanjut.selectors.tindakan import LembarTindakan

NADA = {
    "diusulkan": "info",
    "perbaikan": "utama",
    "uji_kompetensi": "peringatan",
    "pindah_jabatan": "info",
    "turun_jabatan": "info",
    "penempatan_sementara": "peringatan",
    "usul_pemberhentian": "bahaya",
    "diberhentikan": "netral",
    "selesai": "sukses",
    "ditutup": "netral",
    "disusun": "netral",
    "diajukan": "peringatan",
    "berjalan": "utama",
    "membaik": "sukses",
    "belum_membaik": "peringatan",
    "dibatalkan": "netral",
}
#: The button of each arrow.
LABEL_AKSI: dict[str, str | Promise] = {
    "tugaskan_uji_kompetensi": gettext_lazy("Tugaskan uji kompetensi"),
    "kembalikan_normal": gettext_lazy("Kembali seperti biasa"),
    "pindahkan": gettext_lazy("Pindahkan ke jabatan yang sesuai"),
    "turunkan": gettext_lazy("Tempatkan di jabatan lebih rendah"),
    "tempatkan_sementara": gettext_lazy("Tempatkan sementara"),
    "usulkan_pemberhentian": gettext_lazy("Usulkan pemberhentian dengan hormat"),
    "tolak_usul": gettext_lazy("Tidak menerima usul"),
    "tetapkan_pemberhentian": gettext_lazy("Tetapkan pemberhentian dengan hormat"),
}
_JALUR = ("perbaikan", "uji_kompetensi", "penempatan", "akhir")


def judul_tindakan(tindakan: TindakLanjut) -> str:
    """The heading: what it is for, never the weakness."""
    return {
        TindakLanjut.Jenis.PRIORITAS: _("Daftar prioritas %(tahun)s"),
        TindakLanjut.Jenis.PEMBINAAN: _("Pembinaan kinerja %(tahun)s"),
        TindakLanjut.Jenis.PERBAIKAN: _("Perbaikan kinerja %(tahun)s"),
    }[TindakLanjut.Jenis(tindakan.jenis)] % {"tahun": tindakan.tahun}


def sebutan_asal(tindakan: TindakLanjut) -> str:
    """The result it follows: its period, or the year before Tera."""
    if tindakan.evaluasi is not None:
        return str(tindakan.evaluasi.periode)
    return _("Tahun %(tahun)s, hasil terdahulu") % {"tahun": tindakan.tahun}


def status_tampil(tindakan: TindakLanjut, rencana: RencanaPerbaikan | None) -> tuple[str, str]:
    """The badge: (words, tone)."""
    if tindakan.status == TindakLanjut.Status.DIUSULKAN:
        if tindakan.jenis == TindakLanjut.Jenis.PRIORITAS:
            return _("Ada di daftar"), "sukses"
        if rencana is None:
            return _("Belum ada rencana"), "info"
        return sebutan_pilihan(rencana, "status"), NADA[rencana.status]
    if rencana and tindakan.status == "perbaikan" and rencana.status == "belum_membaik":
        return _("Perlu keputusan"), "peringatan"
    if tindakan.status == "perbaikan":
        return _("Sedang berjalan"), NADA["perbaikan"]
    return sebutan_pilihan(tindakan, "status"), NADA[tindakan.status]


def baris_tindakan(tindakan: TindakLanjut, jabatan: str = "") -> dict[str, Any]:
    """One row of a list."""
    rencana = getattr(tindakan, "rencana", None)
    teks, nada = status_tampil(tindakan, rencana)
    return {
        "tindakan": tindakan,
        "judul": judul_tindakan(tindakan),
        "jabatan": jabatan,
        "jenis": sebutan_pilihan(tindakan, "jenis"),
        "predikat": lencana_predikat(tindakan.predikat),
        "status": teks,
        "nada": nada,
        "tenggat": tindakan.sementara_sampai or tindakan.tenggat,
        "periode": sebutan_asal(tindakan),
    }


def langkah_tindakan(tindakan: TindakLanjut, lembar: LembarTindakan) -> list[dict[str, str]]:
    """The step strip; of a pembinaan only its own steps, of a closed one where it ended."""
    rencana = lembar.rencana
    if tindakan.jenis == TindakLanjut.Jenis.PRIORITAS:
        selesai = tindakan.status != TindakLanjut.Status.DIUSULKAN
        return _strip(
            [_("Masuk daftar"), _("Ditindaklanjuti")], 2 if selesai else 1,
        )  # fmt: skip
    if tindakan.jenis == TindakLanjut.Jenis.PEMBINAAN:
        label = [_("Rencana disusun"), _("Disetujui pegawai"), _("Dijalankan"), _("Selesai")]
        return _strip(label, _urut_pembinaan(tindakan, rencana))
    label = [
        _("Rencana"),
        _("Perbaikan 6 bulan"),
        _("Uji kompetensi"),
        _("Penempatan"),
        _("Selesai"),
    ]
    urut = {
        "diusulkan": 0,
        "perbaikan": 1,
        "uji_kompetensi": 2,
        "pindah_jabatan": 3,
        "turun_jabatan": 3,
        "penempatan_sementara": 3,
        "usul_pemberhentian": 4,
    }
    return _strip(label, urut.get(tindakan.status, 5))


def _urut_pembinaan(tindakan: TindakLanjut, rencana: RencanaPerbaikan | None) -> int:
    if tindakan.status not in {"diusulkan", "perbaikan"}:
        return 4
    if tindakan.status == "perbaikan":
        return 2
    return 1 if rencana and rencana.status == "diajukan" else 0


def _strip(label: list[str], urut: int) -> list[dict[str, str]]:
    return [
        {
            "label": teks,
            "status": "selesai" if n < urut else "kini" if n == urut else "nanti",
        }
        for n, teks in enumerate(label)
    ]


def menunggu(
    tindakan: TindakLanjut,
    rencana: RencanaPerbaikan | None,
    *,
    keberatan: bool,
    batas_jawab: dt.date | None,
) -> str:
    """Who must act now, until when, in one sentence; empty when nobody must."""
    if keberatan and tindakan.status not in {"selesai", "ditutup", "diberhentikan"}:
        return _(
            "Hasilnya sedang dikeberatani. Tidak ada langkah yang berjalan sampai keberatannya "
            "diputus."
        )
    nama = tindakan.pegawai.nama_lengkap
    status = tindakan.status
    if tindakan.jenis == TindakLanjut.Jenis.PRIORITAS:
        return ""
    if status == "diusulkan":
        if rencana is None or rencana.status == "disusun":
            return _("%(nama)s dan pejabat penilainya menyusun rencana bersama.") % {"nama": nama}
        return _("%(nama)s membaca rencananya dan menjawab, sampai %(tanggal)s.") % {
            "nama": nama,
            "tanggal": tulis_tanggal(batas_jawab) if batas_jawab else "–",
        }
    if status == "perbaikan" and rencana is not None:
        if rencana.status == "belum_membaik":
            return _(
                "Pejabat yang berwenang menimbang langkah berikutnya. Tidak ada yang berjalan "
                "tanpa surat keputusan."
            )
        return _("Perbaikan berjalan sampai %(tanggal)s, ditinjau berkala oleh penilai.") % {
            "tanggal": tulis_tanggal(rencana.selesai)
        }
    return {
        "uji_kompetensi": _("Hasil uji kompetensi ditunggu; keputusannya dengan surat."),
        "pindah_jabatan": _("Menyesuaikan diri di jabatan baru; keputusannya dengan surat."),
        "turun_jabatan": _("Menyesuaikan diri di jabatan baru; keputusannya dengan surat."),
        "penempatan_sementara": _("Jabatan yang sesuai dicarikan sampai %(tanggal)s.")
        % {
            "tanggal": tulis_tanggal(tindakan.sementara_sampai)
            if tindakan.sementara_sampai
            else "–"
        },
        "usul_pemberhentian": _("Pejabat pembina kepegawaian memutus usulnya dengan surat."),
    }.get(status, "")


def pembuka(tindakan: TindakLanjut) -> str:
    """The first sentence: the way forward."""
    if tindakan.jenis == TindakLanjut.Jenis.PRIORITAS:
        return _(
            "Sangat Baik dua tahun berturut-turut. Namanya diprioritaskan dalam kelompok rencana "
            "suksesi dan pengembangan kompetensi; pejabat yang berwenang yang memutuskan."
        )
    if tindakan.jenis == TindakLanjut.Jenis.PEMBINAAN:
        return _(
            "Penilai dan pegawai menyusun rencana, lalu meninjaunya berkala. Pembinaan ini tidak "
            "berlanjut ke langkah kepegawaian dan bukan hukuman disiplin."
        )
    return _(
        "Ada enam bulan untuk memperbaiki dengan dukungan atasan. Bila membaik, selesai di sini. "
        "Bila belum, langkah berikutnya diputus pejabat yang berwenang dengan surat, satu per "
        "satu. Ini bukan hukuman disiplin."
    )


def dasar_tampil(daftar: list[dict[str, str]]) -> list[dict[str, str]]:
    """The bases for the card "Mengapa": instrument, article, certainty."""
    hasil = []
    for satu in daftar:
        asal = peraturan(satu["peraturan"])
        nomor = "" if asal.nomor == "-" else f" {asal.nomor}/{asal.tahun}"
        hasil.append(
            {
                "nama": f"{asal.nama}{nomor}",
                "letak": satu["letak"],
                "mutu": str(SEBUTAN_MUTU[satu["mutu"]]),
            }
        )
    return hasil


def riwayat_tampil(daftar: list[RiwayatStatus], zona: str) -> list[dict[str, Any]]:
    """The history, newest first."""
    return [
        {
            "judul": sebutan_aksi(satu.aksi).capitalize(),
            "waktu": tulis_waktu(satu.terjadi_at, zona),
            "oleh": satu.nama_aktor,
            "peran": sebutan_peran(satu.peran),
            # What the system wrote is kept in Indonesian and said in the reader's language.
            "catatan": _(satu.alasan) if satu.peran == "sistem" and satu.alasan else satu.alasan,
        }
        for satu in reversed(daftar)
    ]

"""What the pages of classes show: rows, steps, states in words."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tera.antarmuka.format import tulis_tanggal
from tera.antarmuka.tautan import alamat_rute
from tera.bimtek.models import KelasBimtek, PesertaKelas
from tera.bimtek.pemuat import daftar_kursus
from tera.bimtek.selectors.isi import kursus_instansi
from tera.bimtek.selectors.kelas import DaftarHadir, batas_sesudah
from tera.bimtek.services.kelas_hasil import boleh_angket, boleh_latihan
from tera.core import workflow
from tera.core.sebutan import sebutan_pilihan

S = KelasBimtek.Status
J = PesertaKelas.Jawaban
NADA = {
    S.DISUSUN: "netral",
    S.TERBUKA: "info",
    S.BERLANGSUNG: "utama",
    S.SELESAI: "sukses",
    S.DIBATALKAN: "bahaya",
}
NADA_JAWABAN = {J.DIUNDANG: "peringatan", J.MENERIMA: "sukses", J.MENOLAK: "netral"}


def masa(kelas: KelasBimtek) -> str:
    """Return the days of a class in words."""
    if kelas.mulai == kelas.selesai:
        return tulis_tanggal(kelas.mulai)
    return f"{tulis_tanggal(kelas.mulai)} – {tulis_tanggal(kelas.selesai)}"


def nama_kursus(kelas: KelasBimtek) -> str:
    """Return the title of its course; its code when the course has gone."""
    # The product's own is known without a query.
    kursus = daftar_kursus().get(kelas.kursus) or kursus_instansi(
        instansi_id=kelas.instansi_id
    ).get(kelas.kursus)
    return kursus.judul if kursus else kelas.kursus


def baris_kelas(kelas: KelasBimtek) -> dict[str, Any]:
    """One class of the list of those one runs."""
    return {
        "judul": kelas.judul,
        "url": alamat_rute("bimtek:kelas_kelola", kelas.pk),
        "masa": masa(kelas),
        "unit": kelas.unit.nama,
        "status": sebutan_pilihan(kelas, "status"),
        "nada": NADA[S(kelas.status)],
        "url_hadir": alamat_rute("bimtek:kelas_hadir", kelas.pk, kelas.hari_pk)  # type: ignore[attr-defined]
        if kelas.status == S.BERLANGSUNG and kelas.hari_pk  # type: ignore[attr-defined]
        else "",
        "diundang": kelas.jumlah_diundang,  # type: ignore[attr-defined]
        "menerima": kelas.jumlah_menerima,  # type: ignore[attr-defined]
    }


def baris_undangan(peserta: PesertaKelas) -> dict[str, Any]:
    """One class of the list of those one was asked to."""
    kelas = peserta.kelas
    return {
        "judul": kelas.judul,
        "url": alamat_rute("bimtek:kelas_saya", kelas.pk),
        "masa": masa(kelas),
        "status": sebutan_pilihan(kelas, "status"),
        "nada": NADA[S(kelas.status)],
        "jawaban": sebutan_pilihan(peserta, "jawaban"),
        "nada_jawaban": NADA_JAWABAN[J(peserta.jawaban)],
    }


def langkah_kelas(kelas: KelasBimtek) -> list[dict[str, Any]]:
    """The strip of steps of a class."""
    urut = [S.DISUSUN, S.TERBUKA, S.BERLANGSUNG, S.SELESAI]
    if kelas.status == S.DIBATALKAN:
        return [
            {"label": _("Disusun"), "status": "selesai"},
            {"label": _("Dibatalkan"), "status": "ditolak"},
        ]
    kini = urut.index(S(kelas.status))
    beku = kelas.dibekukan_pada is not None
    hasil = [
        {
            "label": str(satu.label),
            "status": "selesai"
            if n < kini or (n == kini == 3)
            else "kini"
            if n == kini
            else "nanti",
        }
        for n, satu in enumerate(urut)
    ]
    hasil.append(
        {
            "label": _("Hasil dibekukan"),
            "status": "selesai" if beku else "kini" if kini == 3 else "nanti",
        }
    )
    return hasil


def aksi_kelas(kelas: KelasBimtek, peran: Collection[str]) -> set[str]:
    """The steps open to these parts."""
    return {
        satu.aksi
        for satu in workflow.aksi_tersedia(
            jenis="kelas_bimtek", status=kelas.status, daftar_peran=peran
        )
    }


def baris_peserta(peserta: PesertaKelas, hari: Iterable[DaftarHadir]) -> dict[str, Any]:
    """One participant as the trainer sees them: answer and attendance, no practice."""
    tanda = [satu.per_peserta.get(peserta.pk) for satu in hari]
    return {
        "pk": peserta.pk,
        "nama": peserta.pegawai.nama_lengkap,
        "nip": peserta.pegawai.nip,
        "unit": peserta.unit.nama,
        "jawaban": sebutan_pilihan(peserta, "jawaban"),
        "nada": NADA_JAWABAN[J(peserta.jawaban)],
        "alasan": peserta.alasan,
        "menolak": peserta.jawaban == J.MENOLAK,
        "hadir": sum(satu is True for satu in tanda),
        "hari": len(tanda),
    }


def hitung_jawaban(daftar: Iterable[PesertaKelas]) -> dict[str, int]:
    """How many of each answer."""
    hasil = {str(satu): 0 for satu in J}
    for peserta in daftar:
        hasil[peserta.jawaban] += 1
    return hasil


def tugas_peserta(peserta: PesertaKelas, hari_ini: dt.date) -> list[dict[str, Any]]:
    """What one may do in a class now: practice before, code, practice after, questionnaire."""
    kelas = peserta.kelas
    batas = tulis_tanggal(batas_sesudah(kelas))
    hasil = []
    for fase, judul, sesi in (
        ("sebelum", _("Latihan sebelum kelas"), peserta.sesi_sebelum),
        ("sesudah", _("Latihan sesudah kelas"), peserta.sesi_sesudah),
    ):
        butir: dict[str, Any] = {"kunci": fase, "judul": judul, "sesi": sesi, "bisa": False}
        if sesi is not None and sesi.selesai_pada is not None:
            butir["keadaan"], butir["nada"] = _("Selesai"), "sukses"
        elif sesi is not None:
            butir["keadaan"], butir["nada"] = _("Berjalan"), "info"
        else:
            butir["bisa"] = boleh_latihan(peserta=peserta, fase=fase)
            butir["keadaan"] = _("Bisa dikerjakan") if butir["bisa"] else _("Belum terbuka")
            butir["nada"] = "peringatan" if butir["bisa"] else "netral"
            if fase == "sebelum" and peserta.jawaban == J.DIUNDANG and kelas.status == S.TERBUKA:
                butir["keadaan"] = _("Terbuka setelah Anda menyatakan hadir")
            if kelas.dibekukan_pada is not None or (
                fase == "sebelum" and kelas.status == S.SELESAI
            ):
                butir["keadaan"] = _("Sudah lewat")
        hasil.append(butir)
    buka = boleh_angket(peserta=peserta)
    hasil.append(
        {
            "kunci": "angket",
            "judul": _("Angket tentang kelas"),
            "bisa": buka,
            "keadaan": _("Terkirim")
            if peserta.angket_terkirim
            else _("Terbuka sampai %(hari)s") % {"hari": batas}
            if buka
            else _("Sudah lewat")
            if kelas.dibekukan_pada is not None
            else _("Belum terbuka"),
            "nada": "sukses" if peserta.angket_terkirim else "peringatan" if buka else "netral",
        }
    )
    return hasil


def kata_undangan(hasil: Mapping[str, int]) -> str:
    """Return what an invitation did."""
    baru = ngettext("%(n)s orang diundang.", "%(n)s orang diundang.", hasil["baru"]) % {
        "n": hasil["baru"]
    }
    if not hasil["sudah_ada"]:
        return baru
    return f"{baru} " + ngettext(
        "%(n)s orang sudah ada dalam daftar.",
        "%(n)s orang sudah ada dalam daftar.",
        hasil["sudah_ada"],
    ) % {"n": hasil["sudah_ada"]}

"""What the pages of reward share: objects through their doors, words and tones."""

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_waktu
from tera.antarmuka.laman import aktor_wajib
from tera.core.sebutan import sebutan_aksi, sebutan_peran
from tera.core.workflow import aksi_tersedia, riwayat
from tera.organisasi.permissions import daftar_petugas
from tera.tindak_lanjut.models import CalonPenghargaan, PutaranPenghargaan
from tera.tindak_lanjut.permissions.penghargaan import PELIHAT, peran_calon, peran_putaran
from tera.tindak_lanjut.selectors.penghargaan.putaran import (
    calon_terlihat,
    dengan_benturan,
    putaran_terlihat,
)

NAV = "tindak_lanjut"
NADA_PUTARAN = {
    "dibuka": "info", "ditelaah": "peringatan", "diputuskan": "utama", "diumumkan": "sukses",
    "dibatalkan": "netral",
}  # fmt: skip
NADA_CALON = {
    "dicalonkan": "info", "ditetapkan": "sukses", "tidak_ditetapkan": "netral",
    "mundur": "netral",
}  # fmt: skip
NADA_SYARAT = {
    "terpenuhi": "sukses", "tidak_terpenuhi": "bahaya", "belum_diketahui": "peringatan",
}  # fmt: skip


def sebutan_syarat(jawaban: str) -> str:
    """Return how a page says the answer to a criterion."""
    return {
        "terpenuhi": _("Terpenuhi"),
        "tidak_terpenuhi": _("Tidak terpenuhi"),
        "belum_diketahui": _("Belum diketahui"),
    }[jawaban]


def putaran_atau_404(request: HttpRequest, pk: int) -> tuple[PutaranPenghargaan, frozenset[str]]:
    """Return the round and the parts one plays towards it."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    petugas = daftar_petugas(aktor=aktor, pada=pada)
    putaran = get_object_or_404(putaran_terlihat(aktor=aktor, petugas=petugas), pk=pk)
    return putaran, peran_putaran(aktor=aktor, putaran=putaran, pada=pada, petugas=petugas)


def putaran_petugas_atau_404(
    request: HttpRequest, pk: int
) -> tuple[PutaranPenghargaan, frozenset[str]]:
    """The same for pages of officers and members: nobody else knows of them."""
    putaran, peran = putaran_atau_404(request, pk)
    if not peran & (PELIHAT | {"anggota_tim"}):
        raise Http404
    return putaran, peran


def calon_atau_404(request: HttpRequest, pk: int) -> tuple[CalonPenghargaan, frozenset[str]]:
    """Return a candidate the aktor may open, and the parts one plays."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    petugas = daftar_petugas(aktor=aktor, pada=pada)
    daftar = dengan_benturan(
        calon_terlihat(aktor=aktor, petugas=petugas), aktor.pegawai_id or 0, pada
    )
    calon = get_object_or_404(daftar, pk=pk)
    return calon, peran_calon(aktor=aktor, calon=calon, pada=pada, petugas=petugas)


def aksi_putaran(putaran: PutaranPenghargaan, peran: frozenset[str]) -> set[str]:
    """Return the steps open to these parts."""
    return {
        satu.aksi
        for satu in aksi_tersedia(
            jenis="putaran_penghargaan", status=putaran.status, daftar_peran=peran
        )
    }


def langkah_putaran(putaran: PutaranPenghargaan) -> list[dict[str, str]]:
    """Return the step strip of a round."""
    urut = [
        ("dibuka", _("Usulan")),
        ("ditelaah", _("Telaah tim")),
        ("diputuskan", _("Keputusan")),
        ("diumumkan", _("Pengumuman")),
    ]
    kata = [satu for satu, _label in urut]
    if putaran.status not in kata:
        return [{"label": _("Dibatalkan"), "status": "ditolak"}]
    letak = kata.index(putaran.status)
    return [
        {
            "label": label,
            "status": "selesai"
            if n < letak or putaran.status == "diumumkan"
            else "kini"
            if n == letak
            else "nanti",
        }
        for n, (_kata, label) in enumerate(urut)
    ]


def riwayat_objek(jenis: str, pk: int, zona: str) -> list[dict[str, Any]]:
    """Return the history of one document for the page."""
    return [
        {
            "judul": sebutan_aksi(satu.aksi).capitalize(),
            "waktu": tulis_waktu(satu.terjadi_at, zona),
            "oleh": satu.nama_aktor,
            "peran": sebutan_peran(satu.peran),
            "catatan": satu.alasan,
        }
        for satu in riwayat(jenis=jenis, objek_id=pk)
    ]

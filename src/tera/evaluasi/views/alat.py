"""What the pages of the appraisal share: the period, the evaluation, the part one plays."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from tera.antarmuka.laman import aktor_wajib
from tera.core import workflow
from tera.evaluasi import selectors
from tera.evaluasi.models import CatatanKerja, Evaluasi
from tera.evaluasi.permissions import peran_terhadap_evaluasi, tanda_masih_buta
from tera.evaluasi.selectors import Kertas
from tera.evaluasi.selectors.putaran import periode_dinilai_satu, periode_putaran
from tera.evaluasi.services import HasilBanyak
from tera.evaluasi.services.penilaian import sidik_sesi


def periode_atau_404(request: HttpRequest, pk: int) -> Any:
    """The period of the aktor's instansi, with ``ada_bulanan``."""
    periode = periode_putaran(instansi_id=aktor_wajib(request).instansi_id, pk=pk)
    if periode is None:
        raise Http404
    return periode


def periode_dinilai_atau_404(request: HttpRequest, pk: int) -> Any:
    """The same, also of another instansi where a letter makes the aktor rate somebody."""
    periode = periode_dinilai_satu(aktor=aktor_wajib(request), pk=pk)
    if periode is None:
        raise Http404
    return periode


def evaluasi_atau_404(request: HttpRequest, pk: int) -> Evaluasi:
    """The evaluation if the aktor may see it."""
    evaluasi = selectors.evaluasi_dibuka(aktor=aktor_wajib(request), pk=pk)
    if evaluasi is None:
        raise Http404
    # In mode petugas the request is logged with the person it concerns.
    request.pegawai_terkait_id = evaluasi.pegawai_id  # type: ignore[attr-defined]
    return evaluasi


def peran_dan_aksi(request: HttpRequest, evaluasi: Evaluasi) -> tuple[frozenset[str], set[str]]:
    """The parts the aktor plays, and the acts open to them now."""
    aktor = aktor_wajib(request)
    peran = peran_terhadap_evaluasi(aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini)
    return peran, {
        langkah.aksi
        for langkah in workflow.aksi_tersedia(
            jenis="evaluasi", status=evaluasi.status, daftar_peran=peran
        )
    }


def masih_buta(evaluasi: Evaluasi, peran: frozenset[str], kertas: Kertas) -> bool:
    """Whether the aktor, as atasan penilai, has yet to mark without seeing."""
    return tanda_masih_buta(
        evaluasi=evaluasi,
        peran=peran,
        sudah_ditandai=bool(kertas.oleh(CatatanKerja.Oleh.ATASAN_PENILAI)),
    )


def sesi(request: HttpRequest) -> str:
    """What a reading is tied to."""
    return sidik_sesi(request.session.session_key)


def kunci_urutan(periode_pk: int) -> str:
    """Session key of the order in which the round was shown."""
    return f"putaran-{periode_pk}"


def kabari_banyak(request: HttpRequest, hasil: HasilBanyak, kata: str) -> None:
    """Tell what an act on many did, and why some were left."""
    if hasil.berhasil:
        messages.success(request, kata % {"n": len(hasil.berhasil)})
    for evaluasi, pesan in hasil.ditolak[:8]:
        messages.warning(request, f"{evaluasi.pegawai.nama_lengkap}: {pesan}")
    if len(hasil.ditolak) > 8:
        messages.warning(request, _("%(n)s orang lagi belum bisa.") % {"n": len(hasil.ditolak) - 8})
    if not hasil.berhasil and not hasil.ditolak:
        messages.info(request, _("Belum ada yang dipilih. Beri centang pada orangnya dulu."))

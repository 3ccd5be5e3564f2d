"""Decisions: one arrow of the path with its letter, the priority list, closing."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.core.idempoten import idempoten
from tera.regulasi.alur import cari_langkah
from tera.tindak_lanjut.forms.tindakan import CatatanForm, KeputusanForm
from tera.tindak_lanjut.permissions.tindakan import peran_tindakan
from tera.tindak_lanjut.selectors.tindakan import rencana_dari
from tera.tindak_lanjut.services.tindakan import jalur
from tera.tindak_lanjut.services.tindakan.hasil import dasar_rekaman
from tera.tindak_lanjut.tampilan_tindakan import LABEL_AKSI, dasar_tampil, judul_tindakan
from tera.tindak_lanjut.views.terima import isian, terima
from tera.tindak_lanjut.views.tindakan.alat import tindakan_atau_404, wajib_langkah


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def putuskan(request: HttpRequest, pk: int, aksi: str) -> HttpResponseBase:
    """Record one decision with its letter."""
    aktor = aktor_wajib(request)
    if aksi not in jalur.AKSI_KEPUTUSAN:
        raise Http404
    tindakan = tindakan_atau_404(request, pk)
    peran = peran_tindakan(aktor=aktor, tindakan=tindakan, pada=aktor.hari_ini)
    jalur.boleh_memutus(tindakan, aksi, peran)
    langkah = cari_langkah("tindak_lanjut", aksi, tindakan.status)
    konteks = {
        "tindakan": tindakan,
        "judul": judul_tindakan(tindakan),
        "judul_aksi": LABEL_AKSI[aksi],
        "syarat": langkah.syarat if langkah else "",
        "dasar": dasar_tampil(dasar_rekaman(langkah.dasar)) if langkah else [],
        "halangan": jalur.halangan_jalur(tindakan, aksi, aktor.hari_ini, rencana_dari(tindakan)),
    }
    return terima(
        request,
        KeputusanForm(isian(request), request.FILES or None),
        kerjakan=lambda f: jalur.putuskan_jalur(
            aktor=aktor, tindakan=tindakan, aksi=aksi, isi=f.isi(), pada=aktor.hari_ini
        ),
        sukses=lambda hasil: (
            _("Keputusan dicatat. Tanda terima %(nomor)s.") % {"nomor": hasil.tanda_terima.nomor}
        ),
        ke=("tindakan", pk),
        templat="tindakan/putuskan",
        konteks=konteks,
        draf=f"putuskan-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tuntaskan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Say what was done for somebody of the list."""
    return _beralasan(
        request, pk, "tuntaskan", jalur.tuntaskan_prioritas, _("Catat tindak lanjutnya"),
        _("Misalnya: masuk kelompok rencana suksesi, atau diusulkan ikut pelatihan kepemimpinan."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tutup(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Close what shouldn't stand."""
    return _beralasan(
        request, pk, "tutup", jalur.tutup_tindakan, _("Tutup tindak lanjut"),
        _("Misalnya keadaan kahar sepanjang tahun itu, atau data jabatannya keliru. Pegawai "
          "membaca alasannya."),
    )  # fmt: skip


def _beralasan(
    request: HttpRequest,
    pk: int,
    aksi: str,
    lakukan: Callable[..., Any],
    judul: str,
    bantuan: str,
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    tindakan = tindakan_atau_404(request, pk)
    wajib_langkah(request, "tindak_lanjut", aksi, tindakan, tindakan)
    return terima(
        request,
        CatatanForm(isian(request), label=_("Alasan")),
        kerjakan=lambda f: lakukan(
            aktor=aktor, tindakan=tindakan, alasan=f.cleaned_data["catatan"], pada=aktor.hari_ini
        ),
        sukses=_("Dicatat. Pegawai membacanya di halaman ini."),
        ke=("tindakan", pk),
        templat="tindakan/alasan",
        konteks={
            "tindakan": tindakan,
            "judul": judul_tindakan(tindakan),
            "judul_aksi": judul,
            "bantuan": bantuan,
        },
    )

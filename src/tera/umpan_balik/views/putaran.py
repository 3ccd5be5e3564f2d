"""Pages of the people in a round: my forms, my list of respondents, the released result."""

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.core.workflow import aksi_tersedia
from tera.organisasi.permissions import boleh_petugas
from tera.umpan_balik.forms.putaran import MitraForm, RespondenForm
from tera.umpan_balik.models import HubunganResponden, PutaranPegawai, Responden
from tera.umpan_balik.permissions import PENGELOLA, peran_terhadap_pegawai
from tera.umpan_balik.selectors import putaran as tanya
from tera.umpan_balik.services import putaran_responden as layanan
from tera.umpan_balik.services.putaran_isi import token_undangan
from tera.umpan_balik.services.putaran_kunci import PEJABAT
from tera.umpan_balik.tampilan.putaran import NADA_STATUS, konteks_hasil, langkah_orang
from tera.umpan_balik.views.putaran_alat import NAV, kabari, orang_atau_404

PER_HALAMAN = 50


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponseBase:
    """What waits for me, my own rounds, the people I rate."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    konteks: dict[str, Any] = {
        "formulir": list(tanya.formulir_saya(aktor=aktor, pada=pada)),
        "saya": list(tanya.putaran_saya(aktor=aktor)[:10]),
        "tim": Paginator(tanya.putaran_tim(aktor=aktor, pada=pada), PER_HALAMAN).get_page(
            request.GET.get("halaman")
        ),
        "pembukaan": list(tanya.pembukaan_tentang_saya(aktor=aktor)[:10]),
        "mengelola": boleh_petugas(aktor=aktor, unit=None, pada=pada, peran=PENGELOLA),
        "pejabat": boleh_petugas(aktor=aktor, unit=None, pada=pada, peran=PEJABAT),
        "nada": NADA_STATUS,
    }
    return render_laman(request, "umpan_balik/putaran_daftar.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def orang(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One person's list of respondents and where it stands."""
    return _laman_orang(request, orang_atau_404(request, pk))


@require_POST
@perlu_aktor
@idempoten
def usul(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Propose one respondent."""
    aktor = aktor_wajib(request)
    satu = orang_atau_404(request, pk)
    form = RespondenForm(request.POST, instansi_id=satu.instansi_id)
    return _terima(
        request, satu, form, "usul",
        lambda isi: layanan.usulkan_responden(
            aktor=aktor, satu=satu, pada=aktor.hari_ini, **isi
        ),
        _("Responden ditambahkan. Penilai menyetujui daftarnya."),
    )  # fmt: skip


@require_POST
@perlu_aktor
@idempoten
def mitra(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Invite one partner without an account."""
    aktor = aktor_wajib(request)
    satu = orang_atau_404(request, pk)
    return _terima(
        request, satu, MitraForm(request.POST), "mitra",
        lambda isi: layanan.undang_mitra(aktor=aktor, satu=satu, pada=aktor.hari_ini, **isi),
        _("Mitra ditambahkan. Penilai mengirim tautannya setelah putaran berjalan."),
    )  # fmt: skip


@require_POST
@perlu_aktor
@idempoten
def keluarkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take one respondent off the list."""
    aktor = aktor_wajib(request)
    responden = get_object_or_404(
        Responden.objects.filter(
            putaran_pegawai__in=tanya.orang_terlihat(aktor=aktor, pada=aktor.hari_ini)
        ).select_related("putaran_pegawai"),
        pk=pk,
    )
    layanan.keluarkan_responden(aktor=aktor, responden=responden, pada=aktor.hari_ini)
    kabari(request, _("Responden dikeluarkan dari daftar."))
    return redirect("umpan_balik:putaran_orang", pk=responden.putaran_pegawai_id)


@require_POST
@perlu_aktor
@idempoten
def setujui(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The penilai approves the list."""
    aktor = aktor_wajib(request)
    satu = orang_atau_404(request, pk)
    tanda = layanan.setujui_responden(aktor=aktor, satu=satu, pada=aktor.hari_ini)
    kabari(request, _("Daftar responden disetujui."), tanda)
    return redirect("umpan_balik:putaran_orang", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def ubah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Open an approved list again."""
    aktor = aktor_wajib(request)
    satu = orang_atau_404(request, pk)
    tanda = layanan.ubah_responden(aktor=aktor, satu=satu, pada=aktor.hari_ini)
    kabari(request, _("Daftar responden bisa diubah lagi."), tanda)
    return redirect("umpan_balik:putaran_orang", pk=pk)


@require_safe
@perlu_aktor
def hasil(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The one frozen release about a person, to that person and the penilai."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.orang_berhasil(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    konteks = konteks_hasil(satu=satu, milik=satu.pegawai_id == aktor.pegawai_id)
    konteks["catatan"] = list(tanya.catatan_terbuka(aktor=aktor, satu=satu))
    return render_laman(request, "umpan_balik/putaran_hasil.html", konteks, nav=NAV)


def _terima(
    request: HttpRequest,
    satu: PutaranPegawai,
    form: IsianForm,
    jenis: str,
    kerjakan: Callable[[dict[str, Any]], object],
    kata: str,
) -> HttpResponseBase:
    status = 422
    if form.is_valid():
        try:
            kerjakan(form.cleaned_data)
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
            status = galat.status
        else:
            kabari(request, kata)
            return redirect("umpan_balik:putaran_orang", pk=satu.pk)
    return _laman_orang(request, satu, {jenis: form}, status)


def _laman_orang(
    request: HttpRequest,
    satu: PutaranPegawai,
    terisi: dict[str, IsianForm] | None = None,
    status: int = 200,
) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    peran = peran_terhadap_pegawai(aktor=aktor, satu=satu, pada=aktor.hari_ini)
    aksi = {
        langkah.aksi
        for langkah in aksi_tersedia(
            jenis="putaran_umpan_balik", status=satu.status, daftar_peran=peran
        )
    }
    daftar = tanya.daftar_responden(satu=satu)
    milik = satu.pegawai_id == aktor.pegawai_id
    berjalan = satu.status == PutaranPegawai.Status.BERJALAN
    terisi = terisi or {}
    hitung: dict[str, int] = {}
    for responden in daftar:
        hitung[responden.hubungan] = hitung.get(responden.hubungan, 0) + 1
        # Whoever holds a link could fill in the form: never the person it is about.
        if responden.pegawai_id is None and berjalan and not milik:
            responden.tautan = request.build_absolute_uri(  # type: ignore[attr-defined]
                reverse("umpan_balik:putaran_undangan", args=[token_undangan(responden.undangan)])
            )
    jumlah = sum(n for hubungan, n in hitung.items() if hubungan != HubunganResponden.DIRI)
    konteks = {
        "satu": satu,
        "milik": milik,
        "daftar": daftar,
        "langkah": langkah_orang(satu),
        "nada": NADA_STATUS[PutaranPegawai.Status(satu.status)],
        "aksi": aksi,
        "boleh_susun": satu.status == PutaranPegawai.Status.DISUSUN
        and bool(peran & {"pegawai", "penilai", "pengelola"}),
        "kurang": jumlah < satu.putaran.k,
        "timbal_balik": any(getattr(r, "timbal_balik", False) for r in daftar),
        "form": terisi.get("usul") or RespondenForm(instansi_id=satu.instansi_id),
        "form_mitra": terisi.get("mitra") or MitraForm(prefix=None),
        "bisa_hasil": tanya.orang_berhasil(aktor=aktor, pada=aktor.hari_ini)
        .filter(pk=satu.pk)
        .exists(),
        "pejabat": bool(peran & PEJABAT),
    }
    return render_laman(request, "umpan_balik/putaran_orang.html", konteks, nav=NAV, status=status)

"""PAK: draft, read, establish, call off."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.angka_kredit import services
from tera.angka_kredit.forms import AlasanForm, PakForm
from tera.angka_kredit.models import PenetapanAngkaKredit
from tera.angka_kredit.permissions import boleh_menyusun, peran_terhadap_pegawai
from tera.angka_kredit.selectors.pak import lembar_pak, pak_terlihat
from tera.angka_kredit.selectors.terlihat import pegawai_dikelola, pegawai_terbaca
from tera.angka_kredit.tampilan import baris_pak, kesimpulan_pak
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core import workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.organisasi.models import Pegawai


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def susun(request: HttpRequest, pegawai_pk: int) -> HttpResponseBase:
    """Draft the PAK of somebody: by the penilai or the pengelola."""
    aktor = aktor_wajib(request)
    pegawai = get_object_or_404(
        Pegawai.objects.select_related("instansi").filter(
            Q(pk__in=pegawai_terbaca(aktor=aktor).values("pk"))
            | Q(pk__in=pegawai_dikelola(aktor=aktor).values("pk"))
        ),
        pk=pegawai_pk,
    )
    peran = peran_terhadap_pegawai(aktor=aktor, pegawai=pegawai, pada=aktor.hari_ini)
    if not boleh_menyusun(peran):
        raise Http404
    kunci = f"pak-{pegawai_pk}"
    form = PakForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            pak = services.susun_pak(
                aktor=aktor, pegawai=pegawai, pada=aktor.hari_ini, **form.cleaned_data
            )
        except MasukanSalahError as galat:
            form.tempel(galat)
        else:
            selesaikan_draf(request, kunci)
            messages.success(request, _("PAK disusun dan menunggu penetapan penilai."))
            return redirect("angka_kredit:pak", pk=pak.pk)
    konteks = {
        "pegawai": pegawai,
        "form": form,
        "kunci_draf": kunci,
        "induk": _induk(aktor, pegawai.pk, peran),
    }
    return render_laman(
        request,
        "angka_kredit/pak_susun.html",
        konteks,
        nav="tindak_lanjut",
        status=422 if form.is_bound else 200,
    )


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The PAK as the form shows it, with what one may do."""
    return _halaman(request, _pak(request, pk), AlasanForm(prefix="batal"))


def _halaman(request: HttpRequest, pak: PenetapanAngkaKredit, form: AlasanForm) -> HttpResponseBase:
    aktor = aktor_wajib(request)
    if aktor.mode_petugas is not None:
        request.pegawai_terkait_id = pak.pegawai_id  # type: ignore[attr-defined]
    peran = peran_terhadap_pegawai(
        aktor=aktor, pegawai=pak.pegawai, pada=aktor.hari_ini, penilai_tercatat=pak.penilai_id
    )
    aksi = {
        satu.aksi
        for satu in workflow.aksi_tersedia(
            jenis="penetapan_angka_kredit", status=pak.status, daftar_peran=peran
        )
    }
    isi = lembar_pak(pak=pak)
    konteks = {
        **baris_pak(pak),
        "isi": isi,
        "kesimpulan": kesimpulan_pak(isi),
        "aksi": aksi,
        "batal": workflow.riwayat(jenis="penetapan_angka_kredit", objek_id=pak.pk).last()
        if pak.status == PenetapanAngkaKredit.Status.DIBATALKAN
        else None,
        "form": form,
        "kunci_draf": f"batal-pak-{pak.pk}",
        "induk": _induk(aktor, pak.pegawai_id, peran),
    }
    return render_laman(
        request,
        "angka_kredit/pak.html",
        konteks,
        nav="tindak_lanjut",
        status=422 if form.is_bound else 200,
    )


def _induk(aktor: Aktor, pegawai_id: int, peran: frozenset[str]) -> str:
    if pegawai_id == aktor.pegawai_id:
        return reverse("angka_kredit:saya")
    # The pengelola keeps the list; the ledger of one person is for those who rate and officers.
    if "pengelola" in peran:
        return reverse("angka_kredit:unit")
    return reverse("angka_kredit:orang", args=[pegawai_id])


@require_POST
@perlu_aktor
@idempoten
def tetapkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Establish it."""
    hasil = services.tetapkan_pak(
        aktor=aktor_wajib(request), pak=_pak(request, pk), pada=aktor_wajib(request).hari_ini
    )
    messages.success(
        request, _("PAK ditetapkan. Tanda terima %(t)s.") % {"t": hasil.tanda_terima.nomor}
    )
    return redirect("angka_kredit:pak", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def batalkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Call it off with a reason."""
    pak = _pak(request, pk)
    form = AlasanForm(request.POST, prefix="batal")
    if not form.is_valid():
        return _halaman(request, pak, form)
    aktor = aktor_wajib(request)
    try:
        services.batalkan_pak(
            aktor=aktor, pak=pak, alasan=form.cleaned_data["alasan"], pada=aktor.hari_ini
        )
    except (MasukanSalahError, StatusTidakSesuaiError) as galat:
        form.tempel(galat)
        return _halaman(request, _pak(request, pk), form)
    selesaikan_draf(request, f"batal-pak-{pk}")
    messages.success(request, _("PAK dibatalkan; catatannya tetap terbaca."))
    return redirect("angka_kredit:pak", pk=pk)


def _pak(request: HttpRequest, pk: int) -> PenetapanAngkaKredit:
    return get_object_or_404(pak_terlihat(aktor=aktor_wajib(request)), pk=pk)

"""A person asks to be counselled; who names a counsellor never reads what about."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.core.idempoten import idempoten
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.forms.tindakan import CatatanForm
from tera.tindak_lanjut.forms.tindakan_pembinaan import JadwalPermintaanForm, MintaKonselingForm
from tera.tindak_lanjut.models import PermintaanKonseling
from tera.tindak_lanjut.permissions.tindakan import peran_konseling
from tera.tindak_lanjut.selectors.giliran import giliran_konseling
from tera.tindak_lanjut.selectors.konseling import permintaan_menunggu, permintaan_saya
from tera.tindak_lanjut.services.tindakan import permintaan as layanan
from tera.tindak_lanjut.tampilan_giliran import siapa_giliran
from tera.tindak_lanjut.views.terima import isian, terima
from tera.tindak_lanjut.views.tindakan.konseling import isi_jadwal


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def minta(request: HttpRequest) -> HttpResponseBase:
    """Ask; what is typed is never kept on the device."""
    aktor = aktor_wajib(request)
    pegawai = Pegawai.objects.filter(pk=aktor.pegawai_id or 0).first()
    form = MintaKonselingForm(
        isian(request),
        initial={"tujuan": "penilai"},
        penunjuk={
            kata: siapa_giliran(
                giliran_konseling(pegawai=pegawai, tujuan=kata, pada=aktor.hari_ini)
            )
            for kata in PermintaanKonseling.Tujuan.values
        }
        if pegawai
        else {},
    )
    return terima(
        request,
        form,
        kerjakan=lambda f: layanan.ajukan_permintaan(
            aktor=aktor, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Permintaan terkirim. Jadwalnya muncul di halaman ini."),
        ke=("konseling", None),
        templat="tindakan/konseling_minta",
        konteks={},
    )


@require_POST
@perlu_aktor
@idempoten
def tarik(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take one's own request back."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(
        PermintaanKonseling, pk=pk if pk in {s.pk for s in permintaan_saya(aktor=aktor)} else 0
    )
    layanan.tarik_permintaan(aktor=aktor, permintaan=satu, pada=aktor.hari_ini)
    messages.success(request, _("Permintaan ditarik; isinya dihapus."))
    return redirect("tindak_lanjut:konseling")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def jadwal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Name a counsellor for who asked."""
    aktor = aktor_wajib(request)
    satu = _menunggu(request, pk)
    form = JadwalPermintaanForm(
        isian(request),
        initial={"tanggal": aktor.hari_ini},
        lewat_penilai=satu.tujuan == PermintaanKonseling.Tujuan.PENILAI,
    )
    return terima(
        request,
        form,
        kerjakan=lambda f: layanan.jadwalkan_permintaan(
            aktor=aktor, permintaan=satu, isi=isi_jadwal(f, aktor), pada=aktor.hari_ini
        ),
        sukses=_("Konseling dijadwalkan. Keduanya diberi tahu."),
        ke=lambda konseling: (
            ("konseling_rincian", konseling.pk)
            if peran_konseling(aktor=aktor, konseling=konseling) & {"konselor"}
            else ("konseling", None)
        ),
        templat="tindakan/konseling_baru",
        konteks={
            "orang": satu.pegawai.nama_lengkap,
            "kembali": reverse("tindak_lanjut:konseling"),
            "induk": _("Konseling kinerja"),
            "permintaan": satu,
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tolak(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Say that it can't be arranged now."""
    aktor = aktor_wajib(request)
    satu = _menunggu(request, pk)
    return terima(
        request,
        CatatanForm(isian(request), label=_("Mengapa belum bisa")),
        kerjakan=lambda f: layanan.tolak_permintaan(
            aktor=aktor, permintaan=satu, alasan=f.cleaned_data["catatan"], pada=aktor.hari_ini
        ),
        sukses=_("Jawaban terkirim kepada pegawainya."),
        ke=("konseling", None),
        templat="tindakan/konseling_tolak",
        konteks={"satu": satu},
        draf=f"tolak-konseling-{pk}",
    )


def _menunggu(request: HttpRequest, pk: int) -> PermintaanKonseling:
    return get_object_or_404(permintaan_menunggu(aktor=aktor_wajib(request)), pk=pk)

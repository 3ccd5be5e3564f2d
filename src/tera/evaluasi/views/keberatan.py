"""An objection: filed, heard, decided; and the lists of those who have one before them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.antarmuka.unduh import unduh_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.core.models import TandaTerima
from tera.evaluasi import services
from tera.evaluasi.forms import (
    BuktiKeberatanForm,
    CariForm,
    DengarForm,
    KeberatanForm,
    KeberatanKertasForm,
    KeteranganForm,
    PutusanForm,
)
from tera.evaluasi.models import Keberatan
from tera.evaluasi.selectors.keberatan import (
    DAFTAR,
    BerkasKeberatan,
    bukti_keberatan,
    cari_tersampaikan,
    keberatan_dibuka,
    keberatan_pantau,
    keberatan_terkait,
)
from tera.evaluasi.services import IsiKertas, IsiKeterangan, IsiPutusan
from tera.evaluasi.tampilan.keberatan import (
    baris_daftar,
    konteks_ajukan,
    konteks_keberatan,
    konteks_putusan,
    kunci_draf_keberatan,
)
from tera.organisasi import permissions as organisasi

HALAMAN = "evaluasi:keberatan"


def berkas_atau_404(request: HttpRequest, pk: int) -> BerkasKeberatan:
    """The objection page of one evaluation, as far as the aktor may read it."""
    berkas = keberatan_dibuka(aktor=aktor_wajib(request), pk=pk)
    if berkas is None:
        raise Http404
    request.pegawai_terkait_id = berkas.evaluasi.pegawai_id  # type: ignore[attr-defined]
    if berkas.keberatan is not None and not berkas.penuh and "pengelola" not in berkas.peran:
        raise TidakBerwenangError(
            _("Isi keberatan hanya dibaca pegawai, pejabat penilai, dan pejabat yang memutus.")
        )
    return berkas


def _keberatan(request: HttpRequest, pk: int) -> tuple[BerkasKeberatan, Keberatan]:
    berkas = berkas_atau_404(request, pk)
    if berkas.keberatan is None:
        raise Http404
    return berkas, berkas.keberatan


def _pastikan_penuh(berkas: BerkasKeberatan) -> None:
    if not berkas.penuh:
        raise TidakBerwenangError(
            _(
                "Berkas keberatan hanya dibuka kedua pihak dan pejabat yang memutus; petugas "
                "membukanya dalam mode petugas, dengan alasan."
            )
        )


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """Objections one decides, filed or whose result one gave; for a pengelola those of the unit."""
    aktor = aktor_wajib(request)
    petugas = organisasi.peran_petugas(aktor=aktor, pada=aktor.hari_ini)
    konteks: dict[str, Any] = {
        "terkait": [
            baris_daftar(satu, aktor=aktor) for satu in keberatan_terkait(aktor=aktor)[:100]
        ],
        "pengelola": "pengelola" in petugas,
    }
    if "pengelola" in petugas:
        kata = request.GET.get("q", "")[:100]
        halaman = Paginator(keberatan_pantau(aktor=aktor), DAFTAR).get_page(
            request.GET.get("halaman")
        )
        konteks |= {
            "halaman": halaman,
            "kata": kata,
            "form_cari": CariForm(initial={"q": kata}),
            "temuan": cari_tersampaikan(aktor=aktor, kata=kata),
            "pantau": [baris_daftar(satu, aktor=aktor) for satu in halaman],
        }
    return render_laman(request, "evaluasi/keberatan_daftar.html", konteks, nav="evaluasi")


def _kirim(
    request: HttpRequest,
    pk: int,
    form: IsianForm,
    kerjakan: Callable[[dict[str, Any]], TandaTerima],
    tampilkan: Callable[[int], HttpResponse],
    *,
    pesan: str,
    draf: str = "",
    pihak: bool = True,
) -> HttpResponse:
    """Run ``kerjakan`` with what was sent and go back to the objection, or show with a status.

    A refusal stands in the form, which keeps what was typed. Who is no party (``pihak``) is
    refused by the service before anything about the form is said.
    """
    if not form.is_bound:
        return tampilkan(200)
    if not form.is_valid() and pihak:
        return tampilkan(422)
    try:
        tanda = kerjakan(form.cleaned_data)
    except MasukanSalahError as galat:
        form.tempel(galat)
        return tampilkan(422)
    except StatusTidakSesuaiError as galat:
        form.tempel(galat)
        return tampilkan(409)
    if draf:
        selesaikan_draf(request, draf)
    messages.success(request, pesan % {"nomor": tanda.nomor})
    return redirect(HALAMAN, pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def keberatan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The objection against one result; the person files it here."""
    aktor = aktor_wajib(request)
    berkas = berkas_atau_404(request, pk)
    form = KeberatanForm(request.POST or None)
    if request.method == "POST" and "pegawai" not in berkas.peran:
        raise TidakBerwenangError(_("Keberatan diajukan pegawai yang dinilai sendiri."))

    def ajukan(isi: dict[str, Any]) -> TandaTerima:
        return services.ajukan_keberatan(
            aktor=aktor, evaluasi=berkas.evaluasi, alasan=isi["alasan"], pada=aktor.hari_ini
        )[1]

    def tampilkan(status: int) -> HttpResponse:
        if berkas.keberatan is not None:
            return _laman(request, berkas, ditolak=form, status=status)
        konteks = konteks_ajukan(aktor=aktor, berkas=berkas, form=form)
        return _halaman(request, "evaluasi/keberatan_ajukan.html", konteks, status)

    pesan = _("Keberatan diajukan. Tanda terima %(nomor)s.")
    draf = kunci_draf_keberatan(pk)
    return _kirim(request, pk, form, ajukan, tampilkan, pesan=pesan, draf=draf)


def _halaman(
    request: HttpRequest, template: str, konteks: dict[str, Any], status: int
) -> HttpResponse:
    return render_laman(request, template, konteks, nav="evaluasi", status=status)


def _laman(
    request: HttpRequest,
    berkas: BerkasKeberatan,
    *,
    ditolak: IsianForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of an objection, with the form that was refused."""
    if ditolak is not None and status == 409:
        # The page of the new state may have no place for this form: say it above.
        for pesan in ditolak.errors.pop(NON_FIELD_ERRORS, []):
            messages.error(request, str(pesan))
    bukti = isinstance(ditolak, BuktiKeberatanForm)
    kosong = DengarForm if "pemutus" in berkas.peran else KeteranganForm
    konteks = konteks_keberatan(
        aktor=aktor_wajib(request),
        berkas=berkas,
        form=ditolak if isinstance(ditolak, DengarForm | KeteranganForm) else kosong(),
        form_bukti=ditolak if bukti else BuktiKeberatanForm(),
    )
    return _halaman(request, "evaluasi/keberatan.html", konteks, status)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kertas(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Type in an objection that the person signed on paper."""
    aktor = aktor_wajib(request)
    berkas = berkas_atau_404(request, pk)
    if "pengelola" not in berkas.peran:
        raise TidakBerwenangError(_("Keberatan di atas kertas dicatat pengelola kinerja."))
    form = KeberatanKertasForm(request.POST or None, request.FILES or None)

    def catat(isi: dict[str, Any]) -> TandaTerima:
        surat = isi["berkas"]
        return services.ajukan_keberatan(
            aktor=aktor,
            evaluasi=berkas.evaluasi,
            alasan=isi["alasan"],
            pada=aktor.hari_ini,
            kertas=IsiKertas(isi["diajukan_pada"], surat.name, surat, isi["bukti_terima"]),
        )[1]

    def tampilkan(status: int) -> HttpResponse:
        konteks = konteks_ajukan(aktor=aktor, berkas=berkas, form=form)
        return _halaman(request, "evaluasi/keberatan_kertas.html", konteks, status)

    pesan = _("Keberatan tercatat. Tanda terima %(nomor)s.")
    return _kirim(request, pk, form, catat, tampilkan, pesan=pesan)


@require_POST
@perlu_aktor
@idempoten
def klarifikasi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Start hearing both sides."""
    aktor = aktor_wajib(request)
    _berkas, satu = _keberatan(request, pk)
    services.mulai_klarifikasi(aktor=aktor, keberatan=satu, pada=aktor.hari_ini)
    messages.success(request, _("Klarifikasi dimulai. Kedua pihak diminta memberi keterangan."))
    return redirect(HALAMAN, pk=pk)


@require_POST
@perlu_aktor
@idempoten
def keterangan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Write one's own statement, or as who decides record a hearing."""
    aktor = aktor_wajib(request)
    berkas, satu = _keberatan(request, pk)
    form = (DengarForm if "pemutus" in berkas.peran else KeteranganForm)(request.POST)

    def catat(isi: dict[str, Any]) -> TandaTerima:
        return services.catat_keterangan(
            aktor=aktor,
            keberatan=satu,
            isi=IsiKeterangan(
                isi.get("teks", ""), isi.get("pihak", ""), isi.get("tanggal"), isi.get("nama", "")
            ),
            pada=aktor.hari_ini,
        )[1]

    return _kirim(
        request,
        pk,
        form,
        catat,
        lambda status: _laman(request, berkas, ditolak=form, status=status),
        pesan=_("Keterangan tercatat. Tanda terima %(nomor)s."),
        draf=f"keterangan-{satu.pk}",
        pihak=bool(berkas.peran - {"pengelola"}),
    )


@require_POST
@perlu_aktor
@idempoten
def bukti(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Lay a file beside the objection."""
    aktor = aktor_wajib(request)
    berkas, satu = _keberatan(request, pk)
    form = BuktiKeberatanForm(request.POST, request.FILES)

    def lampirkan(isi: dict[str, Any]) -> TandaTerima:
        unggahan = isi.get("berkas")
        return services.lampirkan_bukti(
            aktor=aktor,
            keberatan=satu,
            judul=isi.get("judul", ""),
            nama_berkas=unggahan.name if unggahan else "",
            isi_berkas=unggahan,
            pada=aktor.hari_ini,
        )[1]

    return _kirim(
        request,
        pk,
        form,
        lampirkan,
        lambda status: _laman(request, berkas, ditolak=form, status=status),
        pesan=_("Berkas terlampir. Tanda terima %(nomor)s."),
        pihak=bool(berkas.peran - {"pengelola"}),
    )


@require_safe
@perlu_aktor
def unduh(request: HttpRequest, pk: int, bukti_pk: int) -> HttpResponse:
    """One file laid beside the objection, for those who read its words."""
    berkas, satu = _keberatan(request, pk)
    _pastikan_penuh(berkas)
    ada = bukti_keberatan(keberatan=satu, pk=bukti_pk)
    if ada is None:
        raise Http404
    return unduh_berkas(ada.berkas, f"keberatan-{pk}-{bukti_pk}")


@require_safe
@perlu_aktor
def surat(request: HttpRequest, pk: int) -> HttpResponse:
    """The scan of an objection on paper."""
    berkas, satu = _keberatan(request, pk)
    _pastikan_penuh(berkas)
    if satu.berkas_kertas is None:
        raise Http404
    return unduh_berkas(satu.berkas_kertas, f"keberatan-{pk}")


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def putuskan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Decide, with everything both sides said beside the form."""
    aktor = aktor_wajib(request)
    berkas, satu = _keberatan(request, pk)
    if "pemutus" not in berkas.peran:
        raise TidakBerwenangError(
            _("Keberatan ini diputus pejabat yang disebut di halamannya, bukan Anda.")
        )
    form = PutusanForm(
        request.POST or None,
        initial={
            "rating_hasil": satu.rating_hasil_awal,
            "rating_perilaku": satu.rating_perilaku_awal,
        },
    )

    def putuskan(isi: dict[str, Any]) -> TandaTerima:
        return services.putuskan_keberatan(
            aktor=aktor, keberatan=satu, isi=IsiPutusan(**isi), pada=aktor.hari_ini
        ).tanda_terima

    def tampilkan(status: int) -> HttpResponse:
        konteks = konteks_putusan(aktor=aktor, berkas=berkas, form=form)
        return _halaman(request, "evaluasi/keberatan_putuskan.html", konteks, status)

    pesan = _("Keberatan diputus. Tanda terima %(nomor)s.")
    draf = f"putusan-{satu.pk}"
    return _kirim(request, pk, form, putuskan, tampilkan, pesan=pesan, draf=draf)

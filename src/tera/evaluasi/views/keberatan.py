"""An objection: filed, heard, decided; and the lists of those who have one before them."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.antarmuka.unduh import unduh_berkas
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
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


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def keberatan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The objection against one result; the person files it here."""
    aktor = aktor_wajib(request)
    berkas = berkas_atau_404(request, pk)
    form = KeberatanForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if "pegawai" not in berkas.peran:
            raise TidakBerwenangError(_("Keberatan diajukan pegawai yang dinilai sendiri."))
        status = 422
        if form.is_valid():
            try:
                _satu, tanda = services.ajukan_keberatan(
                    aktor=aktor,
                    evaluasi=berkas.evaluasi,
                    alasan=form.cleaned_data["alasan"],
                    pada=aktor.hari_ini,
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            except StatusTidakSesuaiError as galat:
                form.tempel(galat)
                status = 409
            else:
                messages.success(
                    request,
                    _("Keberatan diajukan. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor},
                )
                selesaikan_draf(request, kunci_draf_keberatan(pk))
                return redirect(HALAMAN, pk=pk)
    if berkas.keberatan is not None:
        if status != 200:
            for pesan in form.non_field_errors():
                messages.error(request, str(pesan))
        return _laman(request, berkas, status=status)
    konteks = konteks_ajukan(aktor=aktor, berkas=berkas, form=form)
    return render_laman(
        request, "evaluasi/keberatan_ajukan.html", konteks, nav="evaluasi", status=status
    )


def _laman(
    request: HttpRequest,
    berkas: BerkasKeberatan,
    *,
    form: Any = None,
    form_bukti: Any = None,
    status: int = 200,
) -> HttpResponse:
    if form is None:
        form = DengarForm() if "pemutus" in berkas.peran else KeteranganForm()
    konteks = konteks_keberatan(
        aktor=aktor_wajib(request),
        berkas=berkas,
        form=form,
        form_bukti=form_bukti or BuktiKeberatanForm(),
    )
    return render_laman(request, "evaluasi/keberatan.html", konteks, nav="evaluasi", status=status)


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
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            isi = form.cleaned_data
            try:
                _satu, tanda = services.ajukan_keberatan(
                    aktor=aktor,
                    evaluasi=berkas.evaluasi,
                    alasan=isi["alasan"],
                    pada=aktor.hari_ini,
                    kertas=IsiKertas(
                        isi["diajukan_pada"],
                        isi["berkas"].name,
                        isi["berkas"],
                        isi["bukti_terima"],
                    ),
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            except StatusTidakSesuaiError as galat:
                form.tempel(galat)
                status = 409
            else:
                messages.success(
                    request,
                    _("Keberatan tercatat. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor},
                )
                return redirect(HALAMAN, pk=pk)
    konteks = konteks_ajukan(aktor=aktor, berkas=berkas, form=form)
    return render_laman(
        request, "evaluasi/keberatan_kertas.html", konteks, nav="evaluasi", status=status
    )


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
    pemutus = "pemutus" in berkas.peran
    form: DengarForm | KeteranganForm = (
        DengarForm(request.POST) if pemutus else KeteranganForm(request.POST)
    )
    if not form.is_valid() and berkas.peran - {"pengelola"}:
        return _laman(request, berkas, form=form, status=422)
    isi = form.cleaned_data
    try:
        _baru, tanda = services.catat_keterangan(
            aktor=aktor,
            keberatan=satu,
            isi=IsiKeterangan(
                isi.get("teks", ""),
                isi.get("pihak", ""),
                isi.get("tanggal"),
                isi.get("nama", ""),
            ),
            pada=aktor.hari_ini,
        )
    except MasukanSalahError as galat:
        form.tempel(galat)
        return _laman(request, berkas, form=form, status=422)
    except StatusTidakSesuaiError as galat:
        messages.error(request, galat.pesan)
        return _laman(request, berkas, form=form, status=409)
    selesaikan_draf(request, f"keterangan-{satu.pk}")
    messages.success(
        request, _("Keterangan tercatat. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor}
    )
    return redirect(HALAMAN, pk=pk)


@require_POST
@perlu_aktor
@idempoten
def bukti(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Lay a file beside the objection."""
    aktor = aktor_wajib(request)
    berkas, satu = _keberatan(request, pk)
    form = BuktiKeberatanForm(request.POST, request.FILES)
    if not form.is_valid() and berkas.peran - {"pengelola"}:
        return _laman(request, berkas, form_bukti=form, status=422)
    unggahan = form.cleaned_data.get("berkas")
    try:
        _baru, tanda = services.lampirkan_bukti(
            aktor=aktor,
            keberatan=satu,
            judul=form.cleaned_data.get("judul", ""),
            nama_berkas=unggahan.name if unggahan else "",
            isi_berkas=unggahan,
            pada=aktor.hari_ini,
        )
    except MasukanSalahError as galat:
        form.tempel(galat)
        return _laman(request, berkas, form_bukti=form, status=422)
    except StatusTidakSesuaiError as galat:
        messages.error(request, galat.pesan)
        return _laman(request, berkas, form_bukti=form, status=409)
    messages.success(
        request, _("Berkas terlampir. Tanda terima %(nomor)s.") % {"nomor": tanda.nomor}
    )
    return redirect(HALAMAN, pk=pk)


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
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                hasil = services.putuskan_keberatan(
                    aktor=aktor,
                    keberatan=satu,
                    isi=IsiPutusan(**form.cleaned_data),
                    pada=aktor.hari_ini,
                )
            except MasukanSalahError as galat:
                form.tempel(galat)
            except StatusTidakSesuaiError as galat:
                form.tempel(galat)
                status = 409
            else:
                selesaikan_draf(request, f"putusan-{satu.pk}")
                messages.success(
                    request,
                    _("Keberatan diputus. Tanda terima %(nomor)s.")
                    % {"nomor": hasil.tanda_terima.nomor},
                )
                return redirect(HALAMAN, pk=pk)
    konteks = konteks_putusan(aktor=aktor, berkas=berkas, form=form)
    return render_laman(
        request, "evaluasi/keberatan_putuskan.html", konteks, nav="evaluasi", status=status
    )

"""Help inside the product: the manual per role and the glossary, the same texts as in docs/."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import perlu_aktor, render_laman
from tera.dokumen.pdf import render_pdf
from tera.web import bantuan as isi
from tera.web import peraturan as aturan


@require_safe
@perlu_aktor
def bantuan(request: HttpRequest) -> HttpResponse:
    """The index of the manual."""
    return render_laman(
        request, "web/bantuan.html", {"daftar": isi.daftar_panduan()}, nav="bantuan"
    )


@require_safe
@perlu_aktor
def panduan(request: HttpRequest, nama: str) -> HttpResponse:
    """One role's manual."""
    satu = isi.panduan(nama)
    if satu is None:
        raise Http404
    return render_laman(request, "web/panduan.html", {"panduan": satu}, nav="bantuan")


@require_safe
def panduan_warga(request: HttpRequest) -> HttpResponse:
    """The citizens' manual: open to all, it says what is stored of them."""
    return render_laman(
        request, "web/panduan.html", {"panduan": isi.panduan("warga")}, nav="bantuan"
    )


@require_safe
def glosarium(request: HttpRequest) -> HttpResponse:
    """Every term with its meaning and source; open to all."""
    return render_laman(
        request, "web/glosarium.html", {"daftar": isi.daftar_istilah()}, nav="bantuan"
    )


@require_safe
def peraturan(request: HttpRequest) -> HttpResponse:
    """The rules Tera works by; open to all, as the law is."""
    return render_laman(
        request, "web/peraturan.html", {"daftar": aturan.daftar_halaman()}, nav="bantuan"
    )


@require_safe
def peraturan_rincian(request: HttpRequest, kode: str) -> HttpResponse:
    """The rules of one subject, each with its first day and its source."""
    halaman = aturan.halaman(kode)
    if halaman is None:
        raise Http404
    return render_laman(request, "web/peraturan_rincian.html", {"halaman": halaman}, nav="bantuan")


@require_safe
@perlu_aktor
def selebaran(request: HttpRequest, nama: str) -> HttpResponse:
    """One role's two-page handout, ready to print."""
    dokumen = isi.handout(
        nama,
        alamat_web=settings.TERA_ALAMAT,
        nama_instansi=str(request.instansi),  # type: ignore[attr-defined]
    )
    if dokumen is None:
        raise Http404
    jawaban = HttpResponse(render_pdf(dokumen), content_type="application/pdf")
    jawaban["Content-Disposition"] = f'inline; filename="panduan-{nama}.pdf"'
    return jawaban

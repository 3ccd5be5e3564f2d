"""Home, the introduction, the officer's index, receipts."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import TidakBerwenangError
from tera.core.models import TandaTerima
from tera.web import kelola as daftar_kelola
from tera.web import perkenalan as isi_perkenalan
from tera.web import tugas
from tera.web.navigasi import peran_permintaan
from tera.web.sebutan import sebutan_kiriman


@require_safe
@perlu_aktor
def beranda(request: HttpRequest) -> HttpResponse:
    """What needs me, by date; then my year and my rater."""
    aktor = aktor_wajib(request)
    konteks = tugas.beranda(aktor=aktor, peran=peran_permintaan(request, aktor))
    konteks["perkenalan"] = (
        not request.COOKIES.get(isi_perkenalan.KUKI) and request.GET.get("lewati") != "ya"
    )
    jawaban = render_laman(request, "web/beranda.html", konteks, nav="beranda")
    if request.GET.get("lewati") == "ya":
        isi_perkenalan.tandai(jawaban)
    return jawaban


@require_safe
@perlu_aktor
def perkenalan(request: HttpRequest) -> HttpResponse:
    """At most six short screens for a first visit; each can be skipped."""
    aktor = aktor_wajib(request)
    layar = isi_perkenalan.daftar_layar(petugas=bool(peran_permintaan(request, aktor)))
    mentah = request.GET.get("layar", "1")
    nomor = int(mentah) if mentah.isdecimal() and 1 <= int(mentah) <= len(layar) else 1
    jawaban = render_laman(
        request,
        "web/perkenalan.html",
        {
            "layar": layar[nomor - 1],
            "nomor": nomor,
            "jumlah": len(layar),
            "berikut": f"?layar={nomor + 1}" if nomor < len(layar) else "",
            "sebelum": f"?layar={nomor - 1}" if nomor > 1 else "",
            "lewati": reverse("web:beranda") + "?lewati=ya",
        },
        nav="beranda",
    )
    if nomor == len(layar):
        isi_perkenalan.tandai(jawaban)
    return jawaban


@require_safe
@perlu_aktor
def kelola(request: HttpRequest) -> HttpResponse:
    """The index of an officer's pages."""
    aktor = aktor_wajib(request)
    peran = peran_permintaan(request, aktor)
    if not peran & {"pengelola", "admin"}:
        raise TidakBerwenangError(
            _("Halaman ini untuk pengelola kinerja. Peran diberikan admin dengan surat tugas.")
        )
    return render_laman(
        request, "web/kelola.html", {"kelompok": daftar_kelola.kelompok(peran)}, nav="kelola"
    )


@require_safe
@perlu_aktor
def tanda_terima(request: HttpRequest) -> HttpResponse:
    """My receipts, newest first, each with its public address."""
    aktor = aktor_wajib(request)
    semua = TandaTerima.objects.filter(pengguna_id=aktor.pengguna_id).order_by("-id")
    halaman = Paginator(semua, 25).get_page(request.GET.get("halaman"))
    konteks = {
        "page_obj": halaman,
        "daftar": [(satu, sebutan_kiriman(satu.jenis, satu.aksi)) for satu in halaman],
    }
    return render_laman(request, "web/tanda_terima.html", konteks, nav="beranda")

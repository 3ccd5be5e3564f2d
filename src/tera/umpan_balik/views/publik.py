"""The citizen's pages: short address, no account, no cookie, nothing needed but a browser.

The pages are rendered without the request: no frame, no session, no form key. What stands in for
the form key is the signed challenge, which works once; there is no sign-in that a foreign page
could misuse.
"""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tera.core import clock
from tera.umpan_balik import publik_batas
from tera.umpan_balik.forms.publik import FormWarga, baca_jawaban, baca_kanal
from tera.umpan_balik.models import TitikLayanan
from tera.umpan_balik.publik_kata import DAFTAR_PERTANYAAN
from tera.umpan_balik.publik_tantangan import Tantangan, baca_tantangan, buat_tantangan, terbukti
from tera.umpan_balik.selectors.publik import titik_buka, titik_publik
from tera.umpan_balik.services.publik import Kiriman, terima_jawaban

DAFTAR_BAHASA = dict(settings.LANGUAGES)
#: The national complaints channel, SP4N-LAPOR!.
LAPOR = "lapor.go.id"


def bahasa_warga(request: HttpRequest) -> str:
    """Return the language the page was asked in: its form, its address, else the device's."""
    for sumber in (request.POST, request.GET):
        if (pilihan := sumber.get("bahasa", "")) in DAFTAR_BAHASA:
            return str(pilihan)
    return str(translation.get_language() or settings.LANGUAGE_CODE)


def halaman_warga(
    templat: str,
    konteks: Mapping[str, Any],
    *,
    asal: Any,
    bahasa: str,
    alamat: str = "",
    status: int = 200,
) -> HttpResponse:
    """Render a public page of ``asal`` (a point or a forum) in ``bahasa``."""
    lain = next(kode for kode in DAFTAR_BAHASA if kode != bahasa)
    isi = {
        **konteks,
        "bahasa": bahasa,
        "bahasa_lain": lain,
        "nama_bahasa_lain": DAFTAR_BAHASA[lain],
        "alamat_bahasa": f"{alamat}?bahasa={lain}" if alamat else "",
        "lapor": LAPOR,
        "nama_instansi": asal.instansi.nama,
        "nama_unit": asal.unit.nama,
    }
    jawaban = HttpResponse(render_to_string(templat, isi), status=status)
    jawaban["Content-Language"] = bahasa
    # Django would write a line with the instant for every answer of 400 and above.
    jawaban._has_been_logged = True  # type: ignore[attr-defined]
    return jawaban


def baca_kiriman(
    request: HttpRequest, *, kode: str, bahasa: str, kanal: str
) -> tuple[Kiriman | None, str]:
    """Return the way the form came, or the sentence that says why it must be sent again."""
    tantangan: Tantangan | None = baca_tantangan(kode=kode, teks=request.POST.get("tantangan", ""))
    if tantangan is None:
        return None, _(
            "Halaman ini sudah terlalu lama terbuka, jadi belum terkirim. Isian Anda masih ada di "
            "bawah: tekan Kirim sekali lagi."
        )
    lancar = tantangan.segar and terbukti(tantangan, request.POST.get("bukti", ""))
    return Kiriman(tantangan.kunci, lancar, kanal, bahasa), ""


def alamat_pengirim(request: HttpRequest) -> str:
    """Return the address the request came from, as the nearest trusted proxy saw it."""
    hop: int = settings.ALLAUTH_TRUSTED_PROXY_COUNT
    if hop:
        daftar = [satu.strip() for satu in request.headers.get("X-Forwarded-For", "").split(",")]
        if len(daftar) >= hop and daftar[-hop]:
            return daftar[-hop]
    return str(request.META.get("REMOTE_ADDR", ""))


def terlalu_sering() -> str:
    """Return the sentence for a source that floods without proof."""
    return _(
        "Belum terkirim: dari jaringan ini baru saja datang banyak kiriman tanpa JavaScript. Isian "
        "Anda masih ada di bawah. Tunggu sepuluh menit, lalu tekan Kirim; perangkat yang "
        "menjalankan JavaScript tidak perlu menunggu."
    )


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def skm(request: HttpRequest, kode: str) -> HttpResponse:
    """The survey of one service point: nine questions, a text if one likes."""
    titik = titik_publik(kode=kode)
    if titik is None:
        raise Http404
    with translation.override(bahasa_warga(request)):
        if not titik_buka(titik, clock.hari_ini(titik.instansi.zona)):
            return _tutup(request, titik)
        if request.method == "POST":
            return _terima(request, titik)
        form = FormWarga(kanal=baca_kanal(request.GET.get("k", "")))
        return _form(request, titik, form)


skm.tanpa_kunci = "skm: tantangan bertanda tangan hanya sekali pakai"  # type: ignore[attr-defined]


def _form(
    request: HttpRequest,
    titik: TitikLayanan,
    form: FormWarga,
    *,
    pesan: str = "",
    nada: str = "bahaya",
    status: int = 200,
) -> HttpResponse:
    daftar = [
        {
            "kolom": p.kolom,
            "nama": p.nama,
            "tanya": p.tanya,
            "pilihan": tuple(enumerate(p.pilihan, start=1)),
            "nilai": form.nilai.get(p.kolom),
            "galat": form.galat.get(p.kolom),
        }
        for p in DAFTAR_PERTANYAAN
    ]
    bit = publik_batas.tingkat_kesulitan(kode=titik.kode)
    konteks = {
        "titik": titik,
        "form": form,
        "daftar": daftar,
        "pesan": pesan,
        "nada": nada,
        "tantangan": buat_tantangan(kode=titik.kode, bit=bit),
    }
    return halaman_warga(
        "umpan_balik/publik/skm.html",
        konteks,
        asal=titik,
        bahasa=bahasa_warga(request),
        alamat=request.path,
        status=status,
    )


def _terima(request: HttpRequest, titik: TitikLayanan) -> HttpResponse:
    form = baca_jawaban(request.POST)
    if form.galat:
        pesan = _("Belum terkirim: ada yang belum terisi atau terlalu panjang, lihat tanda merah.")
        return _form(request, titik, form, pesan=pesan, status=422)
    bahasa = bahasa_warga(request)
    kiriman, sebab = baca_kiriman(request, kode=titik.kode, bahasa=bahasa, kanal=form.kanal)
    if kiriman is None:
        return _form(request, titik, form, pesan=sebab, nada="peringatan", status=422)
    if not kiriman.lancar and publik_batas.tanpa_bukti_terlalu_sering(
        kode=titik.kode, alamat=alamat_pengirim(request)
    ):
        jawaban = _form(request, titik, form, pesan=terlalu_sering(), nada="peringatan", status=429)
        jawaban["Retry-After"] = "600"
        return jawaban
    hasil = terima_jawaban(
        titik=titik,
        nilai=form.urutan_nilai,
        masukan=form.masukan,
        kiriman=kiriman,
        pada=clock.hari_ini(titik.instansi.zona),
    )
    konteks = {
        "titik": titik,
        "form": form,
        "hasil": hasil,
        "lancar": kiriman.lancar,
        "alamat_hasil": reverse("umpan_balik:skm_hasil", args=[titik.kode])
        if hasil.hasil_terbuka
        else "",
    }
    return halaman_warga("umpan_balik/publik/terima.html", konteks, asal=titik, bahasa=bahasa)


def _tutup(request: HttpRequest, titik: TitikLayanan) -> HttpResponse:
    konteks = {
        "judul": titik.nama,
        "pesan": _("Titik layanan ini sedang tidak menerima jawaban. Tanyakan kepada petugas."),
        "ketikan": request.POST.get("teks", ""),
    }
    status = 409 if request.method == "POST" else 200
    return halaman_warga(
        "umpan_balik/publik/tutup.html",
        konteks,
        asal=titik,
        bahasa=bahasa_warga(request),
        status=status,
    )

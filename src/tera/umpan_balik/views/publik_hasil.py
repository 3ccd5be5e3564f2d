"""The public result page of a unit, where the instansi has switched it on."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_safe

from tera.core import clock
from tera.organisasi import kebijakan
from tera.umpan_balik.selectors import layanan as tanya
from tera.umpan_balik.selectors.publik import titik_publik
from tera.umpan_balik.tampilan.ikm import tampilan_ikm
from tera.umpan_balik.views.layanan import tahun_diminta
from tera.umpan_balik.views.publik import bahasa_warga, halaman_warga


@require_safe
def skm_hasil(request: HttpRequest, kode: str) -> HttpResponse:
    """The figures of the unit behind a service point, for anyone."""
    titik = titik_publik(kode=kode)
    if titik is None:
        raise Http404
    pada = clock.hari_ini(titik.instansi.zona)
    aturan = kebijakan.semua(instansi_id=titik.instansi_id, pada=pada)
    if not aturan["publik.hasil_terbuka"]:
        raise Http404
    tahun = tahun_diminta(request, pada.year)
    minimum = aturan["publik.n_minimum"]
    laporan = tanya.laporan_ikm(unit=titik.unit, tahun=tahun, minimum=minimum, pada=pada)
    bahasa = bahasa_warga(request)
    with translation.override(bahasa):
        konteks = {
            "tampilan": tampilan_ikm(laporan, minimum=minimum),
            "tahun": tahun,
            "daftar_tahun": tanya.daftar_tahun(unit=titik.unit, pada=pada),
            "alamat_isi": reverse("umpan_balik:skm", args=[kode]),
        }
        return halaman_warga(
            "umpan_balik/publik/hasil.html",
            konteks,
            asal=titik,
            bahasa=bahasa,
            alamat=request.path,
        )

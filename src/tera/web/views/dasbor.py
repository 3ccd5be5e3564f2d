"""The printed dashboard: the numbers of the dashboard's room on the paper of the printing room."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import perlu_aktor
from tera.dasbor.views.alat import hitung, permintaan_atau_404
from tera.dokumen.pdf import render_pdf
from tera.dokumen.views import jawab_pdf
from tera.web.laporan_dasbor import laporan_dasbor


@require_safe
@perlu_aktor
def laporan(request: HttpRequest, pk: int) -> HttpResponse:
    """A unit's dashboard as PDF."""
    minta = permintaan_atau_404(request, pk)
    dokumen = laporan_dasbor(hasil=hitung(minta), minta=minta)
    return jawab_pdf(render_pdf(dokumen), f"dasbor-{pk}-{minta.pilihan.periode.pk}.pdf")

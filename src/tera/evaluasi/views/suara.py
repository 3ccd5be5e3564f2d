"""What citizens wrote about a person in the period, for the rater who must still decide."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.evaluasi.views.alat import evaluasi_atau_404, peran_dan_aksi
from tera.evaluasi.views.rincian import MENILAI
from tera.umpan_balik.selectors.suara import dinilai_saya, masukan_untuk_pegawai


@require_safe
@perlu_aktor
def suara(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The texts of the days this evaluation is about.

    Also for a rater of record who no longer rates the person: for those days alone, and only until
    the result is set.
    """
    aktor = aktor_wajib(request)
    evaluasi = evaluasi_atau_404(request, pk)
    _peran, aksi = peran_dan_aksi(request, evaluasi)
    if not aksi & MENILAI:
        raise Http404
    pada = aktor.hari_ini
    konteks = {
        "orang": evaluasi.pegawai,
        "evaluasi": evaluasi,
        "daftar": masukan_untuk_pegawai(
            pegawai=evaluasi.pegawai,
            sejak=max(evaluasi.periode.mulai, evaluasi.skp.mulai),
            sampai=min(evaluasi.periode.selesai, evaluasi.skp.selesai),
            pada=pada,
        ),
        "menilai_kini": dinilai_saya(aktor=aktor, pegawai_id=evaluasi.pegawai_id, pada=pada),
    }
    return render_laman(request, "evaluasi/suara.html", konteks, nav="evaluasi")

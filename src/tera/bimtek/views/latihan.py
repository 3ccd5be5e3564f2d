"""Practice in rating: begin, rate one case after the other, finish, see what it shows."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.bimtek import services
from tera.bimtek.forms import KasusForm
from tera.bimtek.models import JenisSesi, SesiLatihan
from tera.bimtek.selectors.isi import kasus_berlaku, kasus_dinilai
from tera.bimtek.selectors.latihan import adalah_ahli, hitung, sesi_saya
from tera.bimtek.selectors.sertifikat import sertifikat_sesi, syarat_sertifikat
from tera.bimtek.tampilan_hasil import beda_kasus, gambar_hasil
from tera.bimtek.tampilan_latihan import baris_kasus, baris_sesi, daftar_bukti
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.organisasi import kebijakan
from tera.regulasi.berakhlak import daftar_nilai

NAV = "bimtek"


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def latihan(request: HttpRequest) -> HttpResponseBase:
    """What practice is, one's sessions so far; POST draws the next one."""
    aktor = aktor_wajib(request)
    if request.method == "POST":
        sesi = services.mulai_latihan(aktor=aktor, pada=aktor.hari_ini)
        return redirect("bimtek:sesi", pk=sesi.pk)
    daftar = list(sesi_saya(aktor=aktor).filter(jenis=JenisSesi.LATIHAN)[:50])
    konteks = {
        "berjalan": next((satu for satu in daftar if satu.selesai_pada is None), None),
        "selesai": [baris_sesi(satu) for satu in daftar if satu.selesai_pada],
        "ahli": adalah_ahli(aktor=aktor, pada=aktor.hari_ini),
        "jumlah": kebijakan.nilai(
            instansi_id=aktor.instansi_id, kunci="bimtek.jumlah_kasus", pada=aktor.hari_ini
        ),
    }
    return render_laman(request, "bimtek/latihan.html", konteks, nav=NAV)


@require_POST
@perlu_aktor
@idempoten
def panel(request: HttpRequest) -> HttpResponseBase:
    """The next cases for an expert of the panel."""
    aktor = aktor_wajib(request)
    if not adalah_ahli(aktor=aktor, pada=aktor.hari_ini):
        raise Http404
    try:
        sesi = services.mulai_panel(aktor=aktor, pada=aktor.hari_ini)
    except StatusTidakSesuaiError as galat:
        messages.info(request, galat.pesan)
        return redirect("bimtek:latihan")
    return redirect("bimtek:sesi", pk=sesi.pk)


def _sesi_saya(request: HttpRequest) -> QuerySet[SesiLatihan]:
    return sesi_saya(aktor=aktor_wajib(request))


@require_safe
@perlu_aktor
def sesi(request: HttpRequest, pk: int) -> HttpResponse:
    """The cases of a running session; of a finished one what it shows."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(_sesi_saya(request), pk=pk)
    penilaian = list(satu.daftar_kasus.all())
    panel = satu.jenis == JenisSesi.PANEL
    if satu.selesai_pada is None or panel:
        semua = kasus_dinilai(
            instansi_id=satu.instansi_id, penilaian=penilaian, lama=satu.selesai_pada is not None
        )
        konteks = {
            "sesi": satu,
            "panel": panel,
            "daftar": [baris_kasus(p, kasus_berlaku(p, semua)) for p in penilaian],
            "lanjut": next((p for p in penilaian if not p.tingkat), None),
        }
        return render_laman(request, "bimtek/sesi.html", konteks, nav=NAV)
    hasil = hitung(sesi=satu, penilaian=penilaian)
    konteks = {
        "sesi": satu,
        "hasil": hasil,
        "gambar": gambar_hasil(hasil),
        "beda": beda_kasus(satu, penilaian, aktor.hari_ini),
        "dari_panel": len(satu.hasil["panel"]),
        "sertifikat": sertifikat_sesi(sesi=satu),
        "syarat": syarat_sertifikat(aktor=aktor, sesi=satu, hasil=hasil, pada=aktor.hari_ini),
    }
    return render_laman(request, "bimtek/hasil.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kasus(request: HttpRequest, pk: int, urut: int) -> HttpResponseBase:
    """One case with its evidence beside the seven values; saved, the next one opens."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(_sesi_saya(request).filter(selesai_pada__isnull=True), pk=pk)
    penilaian = get_object_or_404(satu.daftar_kasus, urut=urut)
    isi = kasus_berlaku(
        penilaian,
        kasus_dinilai(instansi_id=satu.instansi_id, penilaian=[penilaian], lama=False),
    )
    if isi is None:
        messages.info(request, _("Kasus itu sudah diganti dengan versi baru."))
        return redirect("bimtek:sesi", pk=pk)
    nilai = daftar_nilai(pada=aktor.hari_ini)
    awal: dict[str, object] = {"catatan": penilaian.catatan}
    if penilaian.tingkat:
        awal |= {n.kode: t for n, t in zip(nilai, penilaian.tingkat, strict=True)}
    form = KasusForm(request.POST if request.method == "POST" else None, nilai=nilai, initial=awal)
    kunci = f"bimtek-kasus-{penilaian.pk}"
    if request.method == "POST" and form.is_valid():
        try:
            services.nilai_kasus(
                aktor=aktor,
                sesi=satu,
                urut=urut,
                tingkat=form.tingkat(),
                catatan=form.cleaned_data["catatan"],
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
        else:
            selesaikan_draf(request, kunci)
            lanjut = satu.daftar_kasus.filter(tingkat=[]).first()
            if lanjut is not None:
                return redirect("bimtek:kasus", pk=pk, urut=lanjut.urut)
            return redirect("bimtek:sesi", pk=pk)
    konteks = {
        "sesi": satu,
        "kasus": isi,
        "urut": urut,
        "bukti": daftar_bukti(isi),
        "form": form,
        "bidang": [(form[n.kode], n) for n in nilai],
        "kunci_draf": kunci,
    }
    status = 422 if form.is_bound else 200
    return render_laman(request, "bimtek/kasus.html", konteks, nav=NAV, status=status)


@require_POST
@perlu_aktor
@idempoten
def selesai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Finish the session and show what it shows."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(_sesi_saya(request), pk=pk)
    try:
        services.selesaikan_sesi(aktor=aktor, sesi=satu, pada=aktor.hari_ini)
    except (MasukanSalahError, StatusTidakSesuaiError) as galat:
        messages.error(request, galat.pesan)
        return redirect("bimtek:sesi", pk=pk)
    if satu.jenis == JenisSesi.PANEL:
        messages.success(request, _("Penilaian panel tercatat. Terima kasih."))
    return redirect("bimtek:sesi", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def hapus(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Drop a running session."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(_sesi_saya(request).filter(selesai_pada__isnull=True), pk=pk)
    services.hapus_sesi(aktor=aktor, sesi=satu)
    messages.success(request, _("Latihan yang belum selesai itu dihapus."))
    return redirect("bimtek:latihan")

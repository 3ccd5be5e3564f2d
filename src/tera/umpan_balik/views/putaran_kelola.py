"""Pages of those who run rounds: rounds, numbers before opening, instruments, opened envelopes."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi.permissions import boleh_petugas
from tera.organisasi.views.alat_orang import kirim, laman_isian
from tera.umpan_balik.forms.putaran import InstrumenForm, PutaranForm, SuratForm
from tera.umpan_balik.models import PembukaanKunci, PutaranPegawai
from tera.umpan_balik.permissions import PENGELOLA
from tera.umpan_balik.selectors import putaran as tanya
from tera.umpan_balik.services import putaran as layanan
from tera.umpan_balik.services import putaran_instrumen, putaran_kunci, putaran_responden
from tera.umpan_balik.tampilan.putaran import (
    NADA_STATUS,
    baris_pasangan,
    kata_lingkup,
    konteks_perkiraan,
)
from tera.umpan_balik.views.putaran_alat import (
    NAV,
    kabari,
    pesan_pengelola,
    putaran_atau_404,
)

PER_HALAMAN = 50


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kelola(request: HttpRequest) -> HttpResponseBase:
    """The rounds one runs, and a new one."""
    aktor = _wajib_pengelola(request)
    form = PutaranForm(
        **kirim(request), instansi_id=aktor.instansi_id, initial={"lingkup_rekan": "unit"}
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        periode, unit = isi.pop("periode"), isi.pop("unit")
        putaran = layanan.susun_putaran(
            aktor=aktor,
            periode=periode,
            unit=unit,
            isi=layanan.IsiPutaran(**isi),
            pada=aktor.hari_ini,
        )
        return reverse("umpan_balik:putaran_rincian", args=[putaran.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Putaran disusun. Undi respondennya, lalu periksa angkanya."),
        template="umpan_balik/putaran_kelola.html",
        nav=NAV,
        daftar=Paginator(
            tanya.putaran_dikelola(aktor=aktor, pada=aktor.hari_ini), PER_HALAMAN
        ).get_page(request.GET.get("halaman")),
    )


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One round: what it asks of whom, how many get no result, where everybody stands."""
    aktor = aktor_wajib(request)
    putaran = putaran_atau_404(request, pk)
    pada = aktor.hari_ini
    perkiraan = tanya.perkiraan(putaran=putaran, pada=pada)
    hitung = perkiraan.per_status
    orang = Paginator(
        putaran.daftar_pegawai.select_related("pegawai", "unit").order_by(
            "unit__path", "pegawai__nama"
        ),
        PER_HALAMAN,
    )
    # Counted above already: one query less.
    orang.count = perkiraan.jumlah_orang
    Status = PutaranPegawai.Status
    konteks: dict[str, Any] = {
        "putaran": putaran,
        "lingkup_kini": kata_lingkup(putaran),
        "hitung": [
            (label, hitung.get(status, 0), NADA_STATUS[Status(status)])
            for status, label in Status.choices
        ],
        "halaman": orang.get_page(request.GET.get("halaman")),
        "nada": NADA_STATUS,
        "bisa_undi": hitung.get(Status.DISUSUN, 0) > 0 and pada <= putaran.selesai,
        "bisa_mulai": hitung.get(Status.RESPONDEN_DISETUJUI, 0) > 0
        and putaran.mulai <= pada <= putaran.selesai,
        "bisa_tutup": hitung.get(Status.BERJALAN, 0) > 0 and pada > putaran.selesai,
        "menit": tanya.MENIT_PER_FORMULIR,
        **konteks_perkiraan(perkiraan),
    }
    return render_laman(request, "umpan_balik/putaran_rincian.html", konteks, nav=NAV)


@require_POST
@perlu_aktor
@idempoten
def undi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Draw respondents for everybody whose list isn't approved."""
    aktor = aktor_wajib(request)
    putaran = putaran_atau_404(request, pk)
    jumlah = putaran_responden.undi_responden(aktor=aktor, putaran=putaran, pada=aktor.hari_ini)
    kabari(request, _("%(n)s permintaan diundi. Penilai menyetujui tiap daftar.") % {"n": jumlah})
    return redirect("umpan_balik:putaran_rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def mulai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Begin for those whose list is approved."""
    aktor = aktor_wajib(request)
    putaran = putaran_atau_404(request, pk)
    jumlah = layanan.mulai_putaran(aktor=aktor, putaran=putaran, pada=aktor.hari_ini)
    kabari(request, _("Putaran berjalan bagi %(n)s orang.") % {"n": jumlah})
    return redirect("umpan_balik:putaran_rincian", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def tutup(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Close and freeze the release."""
    aktor = aktor_wajib(request)
    putaran = putaran_atau_404(request, pk)
    jumlah = layanan.tutup_putaran(aktor=aktor, putaran=putaran, pada=aktor.hari_ini)
    kabari(request, _("Putaran ditutup bagi %(n)s orang; hasilnya dibekukan.") % {"n": jumlah})
    return redirect("umpan_balik:putaran_rincian", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def instrumen(request: HttpRequest) -> HttpResponseBase:
    """The instansi's own lists of questions, and a new one."""
    aktor = _wajib_pengelola(request)
    form = InstrumenForm(**kirim(request))

    def kerjakan(isi: dict[str, Any]) -> str:
        putaran_instrumen.buat_instrumen(
            aktor=aktor,
            nama=isi["nama"],
            daftar_butir=isi["daftar_butir"].splitlines(),
            pada=aktor.hari_ini,
        )
        return reverse("umpan_balik:putaran_instrumen")

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Instrumen tersimpan. Pilih saat menyusun putaran."),
        template="umpan_balik/putaran_instrumen.html",
        nav=NAV,
        daftar=tanya.instrumen_terlihat(aktor=aktor)[:100],
        bawaan=layanan.butir_bawaan(aktor.hari_ini),
    )


@require_safe
@perlu_aktor
def kunci_daftar(request: HttpRequest) -> HttpResponseBase:
    """The closed rounds' people in the officer's units, found by name."""
    aktor = aktor_wajib(request)
    if not boleh_petugas(aktor=aktor, unit=None, pada=aktor.hari_ini, peran=putaran_kunci.PEJABAT):
        raise TidakBerwenangError(
            _("Amplop dibuka oleh dua pejabat (PPK atau PyB) dengan surat, bukan pengelola.")
        )
    cari = request.GET.get("q", "").strip()[:100]
    konteks = {
        "cari": cari,
        "halaman": Paginator(
            tanya.orang_bersegel(aktor=aktor, pada=aktor.hari_ini, cari=cari), PER_HALAMAN
        ).get_page(request.GET.get("halaman")),
    }
    return render_laman(request, "umpan_balik/putaran_amplop.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kunci(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Ask to open the envelopes of one person; for the officers of such a letter only."""
    aktor = aktor_wajib(request)
    satu = _orang_pejabat(aktor, pk)
    form = SuratForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                putaran_kunci.minta_buka_kunci(
                    aktor=aktor, satu=satu, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = galat.status
            else:
                kabari(request, _("Permintaan dicatat. Pejabat kedua menyetujuinya di sini."))
                return redirect("umpan_balik:putaran_kunci", pk=pk)
    konteks = {
        "satu": satu,
        "form": form,
        "daftar": satu.daftar_pembukaan.select_related("pemohon", "penyetuju").order_by("-id"),
        "saya": aktor.pegawai_id,
    }
    return render_laman(request, "umpan_balik/putaran_kunci.html", konteks, nav=NAV, status=status)


@require_POST
@perlu_aktor
@idempoten
def kunci_setujui(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The second officer agrees."""
    aktor = aktor_wajib(request)
    pembukaan = _pembukaan(aktor, pk)
    putaran_kunci.setujui_buka_kunci(aktor=aktor, pembukaan=pembukaan, pada=aktor.hari_ini)
    kabari(request, _("Disetujui. Semua responden yang terkait diberi tahu."))
    return redirect("umpan_balik:putaran_kunci", pk=pembukaan.putaran_pegawai_id)


@require_POST
@perlu_aktor
@idempoten
def kunci_baca(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The two officers read the pairs; each reading is recorded, so it is asked by POST."""
    aktor = aktor_wajib(request)
    pembukaan = _pembukaan(aktor, pk)
    daftar = putaran_kunci.baca_pasangan(aktor=aktor, pembukaan=pembukaan, pada=aktor.hari_ini)
    satu = pembukaan.putaran_pegawai
    konteks = {
        "satu": satu,
        "pembukaan": pembukaan,
        "daftar": baris_pasangan(daftar, satu.putaran.butir),
    }
    return render_laman(request, "umpan_balik/putaran_pasangan.html", konteks, nav=NAV)


def _wajib_pengelola(request: HttpRequest) -> Aktor:
    aktor = aktor_wajib(request)
    if not boleh_petugas(aktor=aktor, unit=None, pada=aktor.hari_ini, peran=PENGELOLA):
        raise TidakBerwenangError(pesan_pengelola())
    return aktor


def _orang_pejabat(aktor: Aktor, pk: int) -> PutaranPegawai:
    return get_object_or_404(tanya.orang_bersegel(aktor=aktor, pada=aktor.hari_ini), pk=pk)


def _pembukaan(aktor: Aktor, pk: int) -> PembukaanKunci:
    satu = get_object_or_404(
        PembukaanKunci.objects.select_related(
            "putaran_pegawai__putaran", "putaran_pegawai__pegawai", "putaran_pegawai__unit"
        ),
        pk=pk,
    )
    if not boleh_petugas(
        aktor=aktor,
        unit=satu.putaran_pegawai.unit,
        pada=aktor.hari_ini,
        peran=putaran_kunci.PEJABAT,
    ):
        raise Http404
    return satu

"""Pages of officers and heads about service points: figures, points, held answers, export."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.core import lembar
from tera.core.galat import TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi import kebijakan
from tera.organisasi.models import UnitKerja
from tera.organisasi.views.alat_orang import kirim, laman_isian
from tera.umpan_balik.forms.layanan import TitikForm
from tera.umpan_balik.models import TitikLayanan
from tera.umpan_balik.selectors import layanan as tanya
from tera.umpan_balik.selectors.publik import titik_buka
from tera.umpan_balik.selectors.suara import tulisan_layanan
from tera.umpan_balik.services import layanan
from tera.umpan_balik.tampilan.ikm import baris_titik, isi_lembar, kolom_lembar, tampilan_ikm

NAV = "layanan"


def tahun_diminta(request: HttpRequest, bawaan: int) -> int:
    """Return the year of the address, this year without one."""
    teks = request.GET.get("tahun", "")
    return int(teks) if teks.isdecimal() and len(teks) == 4 and int(teks) > 1999 else bawaan


def hak_atau_403(request: HttpRequest) -> tanya.HakLayanan:
    """Return where the aktor looks; nobody's answer is a refusal with a way out."""
    hak = tanya.hak_layanan(aktor=aktor_wajib(request))
    if not hak.jalur:
        raise TidakBerwenangError(
            _(
                "Suara masyarakat per unit hanya untuk pengelola kinerja, pimpinan unit, dan "
                "auditor. Bila seharusnya Anda, hubungi pengelola kinerja instansi."
            )
        )
    return hak


def pengelola_atau_403(request: HttpRequest) -> None:
    """Refuse whoever manages no unit."""
    aktor = aktor_wajib(request)
    if not tanya.jalur_pengelola(aktor=aktor, pada=aktor.hari_ini):
        raise TidakBerwenangError(
            _(
                "Halaman ini untuk pengelola kinerja dan admin. Bila seharusnya Anda, hubungi "
                "pengelola kinerja instansi."
            )
        )


@perlu_aktor
@require_safe
def daftar(request: HttpRequest) -> HttpResponseBase:
    """The service points with this year's figures."""
    aktor = aktor_wajib(request)
    hak = hak_atau_403(request)
    halaman = Paginator(
        tanya.titik_terlihat(aktor=aktor, hak=hak).order_by("unit__path", "nama"), tanya.BARIS
    ).get_page(request.GET.get("halaman"))
    titik = list(halaman.object_list)
    konteks = _tabel(request, titik, hak)
    konteks |= {
        "halaman": halaman,
        "judul_kartu": _("Titik layanan, %(tahun)s") % {"tahun": aktor.hari_ini.year},
    }
    return render_laman(request, "umpan_balik/publik/layanan.html", konteks, nav=NAV)


def _tabel(
    request: HttpRequest, titik: list[TitikLayanan], hak: tanya.HakLayanan
) -> dict[str, Any]:
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    nomor = [satu.pk for satu in titik]
    laporan = tanya.laporan_ikm(
        titik=nomor,
        tahun=tahun_diminta(request, pada.year),
        minimum=tanya.minimum_tampak(instansi_id=aktor.instansi_id, pada=pada),
        pada=pada,
    )
    tertahan = tanya.jumlah_tertahan(titik=nomor) if hak.pengelola else {}
    return {"baris": baris_titik(titik, laporan, tertahan), "pengelola": hak.pengelola}


@perlu_aktor
@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The figures of a unit and everything below it."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    hak = hak_atau_403(request)
    satu = get_object_or_404(UnitKerja, pk=pk, instansi_id=aktor.instansi_id)
    if not hak.melihat(satu):
        raise Http404
    tahun = tahun_diminta(request, pada.year)
    minimum = tanya.minimum_tampak(instansi_id=aktor.instansi_id, pada=pada)
    laporan = tanya.laporan_ikm(unit=satu, tahun=tahun, minimum=minimum, pada=pada)
    titik = tanya.titik_terlihat(aktor=aktor, hak=hak).filter(
        unit__path__gte=satu.path, unit__path__lt=satu.path + "~"
    )
    halaman = Paginator(titik.order_by("unit__path", "nama"), tanya.BARIS).get_page(
        request.GET.get("halaman")
    )
    konteks = {
        "unit": satu,
        "tahun": tahun,
        "daftar_tahun": tanya.daftar_tahun(unit=satu, pada=pada),
        "tampilan": tampilan_ikm(laporan, minimum=minimum),
        "halaman": halaman,
        "baris": baris_titik(list(halaman.object_list), laporan),
    }
    return render_laman(request, "umpan_balik/publik/layanan_unit.html", konteks, nav=NAV)


def titik_atau_404(request: HttpRequest, pk: int) -> tuple[TitikLayanan, tanya.HakLayanan]:
    """Return a point the aktor may look at; everyone else gets 404."""
    aktor = aktor_wajib(request)
    hak = tanya.hak_layanan(aktor=aktor)
    return get_object_or_404(tanya.titik_terlihat(aktor=aktor, hak=hak), pk=pk), hak


@perlu_aktor
@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One point: its figures, its address, its poster, what was held."""
    titik, hak = titik_atau_404(request, pk)
    pada = aktor_wajib(request).hari_ini
    tahun = tahun_diminta(request, pada.year)
    aturan = kebijakan.semua(instansi_id=titik.instansi_id, pada=pada)
    minimum = aturan["publik.n_minimum"]
    laporan = tanya.laporan_ikm(titik=[titik.pk], tahun=tahun, minimum=minimum, pada=pada)
    konteks = {
        "titik": titik,
        "tahun": tahun,
        "daftar_tahun": tanya.daftar_tahun(titik=[titik.pk], pada=pada),
        "tampilan": tampilan_ikm(laporan, minimum=minimum),
        "mengelola": hak.mengelola(titik.unit),
        "buka": titik_buka(titik, pada),
        "tertahan": tanya.jumlah_tertahan(titik=[titik.pk]).get(titik.pk, 0),
        "alamat_warga": settings.TERA_ALAMAT + reverse("umpan_balik:skm", args=[titik.kode]),
        "tulisan": list(tulisan_layanan(titik_id=titik.pk)[:5]),
        "hasil_terbuka": aturan["publik.hasil_terbuka"],
        "alamat_hasil": reverse("umpan_balik:skm_hasil", args=[titik.kode]),
    }
    return render_laman(request, "umpan_balik/publik/layanan_rincian.html", konteks, nav=NAV)


@perlu_aktor
@require_safe
def unduh(request: HttpRequest, pk: int) -> HttpResponse:
    """The figures of a point as a workbook: what is hidden on the page is empty here."""
    titik, _hak = titik_atau_404(request, pk)
    pada = aktor_wajib(request).hari_ini
    laporan = tanya.laporan_ikm(
        titik=[titik.pk],
        tahun=tahun_diminta(request, pada.year),
        minimum=tanya.minimum_tampak(instansi_id=titik.instansi_id, pada=pada),
        pada=pada,
    )
    isi = lembar.tulis_xlsx(
        judul="IKM", kolom=kolom_lembar(), baris=isi_lembar(titik.nama, titik.unit.nama, laporan)
    )
    return unduh_isi(isi, lembar.JENIS_XLSX, f"ikm-{titik.kode}-{laporan.tahun}.xlsx")


@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Open a service point."""
    pengelola_atau_403(request)
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    form = TitikForm(**kirim(request), aktor=aktor, initial={"sejak": pada})

    def kerjakan(isi: dict[str, Any]) -> str:
        titik = layanan.buka_titik(aktor=aktor, pada=pada, **isi)
        return reverse("umpan_balik:layanan_rincian", args=[titik.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Titik layanan dibuka. Cetak posternya, lalu tempel di loket."),
        judul=_("Titik layanan baru"),
        tombol=_("Buka titik layanan"),
        induk=_("Suara masyarakat"),
        kembali=reverse("umpan_balik:layanan"),
        nav=NAV,
        pengantar=_(
            "Satu titik untuk satu loket atau satu layanan. Warga menjawab tanpa akun; nama, "
            "alamat internet, dan jamnya tidak disimpan."
        ),
    )


@perlu_aktor
@idempoten
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a service point; its address stays."""
    titik, _hak = titik_atau_404(request, pk)
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    layanan.pastikan_pengelola(aktor=aktor, unit=titik.unit, pada=pada)
    awal = {nama: getattr(titik, nama) for nama in ("nama", "jenis_layanan", "sejak", "sampai")}
    form = TitikForm(**kirim(request), aktor=aktor, initial=awal, tanpa_unit=True)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.ubah_titik(aktor=aktor, titik=titik, pada=pada, **isi)
        return reverse("umpan_balik:layanan_rincian", args=[titik.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Tersimpan. Alamat dan posternya tetap sama."),
        judul=_("Ubah titik layanan"),
        tombol=_("Simpan"),
        induk=titik.nama,
        kembali=reverse("umpan_balik:layanan_rincian", args=[titik.pk]),
        nav=NAV,
    )


@perlu_aktor
@require_POST
@idempoten
def tertahan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Count the held answers of a point, or set them aside."""
    titik, _hak = titik_atau_404(request, pk)
    aktor = aktor_wajib(request)
    hitung = request.POST.get("hitung") == "ya"
    jumlah = layanan.putuskan_tertahan(aktor=aktor, titik=titik, hitung=hitung, pada=aktor.hari_ini)
    if hitung:
        pesan = _("%(n)s jawaban dihitung mulai besok.")
    else:
        pesan = _("%(n)s jawaban dikesampingkan.")
    messages.success(request, pesan % {"n": jumlah})
    return redirect("umpan_balik:layanan_rincian", pk=titik.pk)

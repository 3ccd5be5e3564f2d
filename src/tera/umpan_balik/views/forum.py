"""Forums: the officer's pages, and the page where citizens read and write."""

from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core import clock
from tera.core.idempoten import idempoten
from tera.organisasi.views.alat_orang import kirim, laman_isian
from tera.umpan_balik import publik_batas
from tera.umpan_balik.forms.layanan import ForumForm
from tera.umpan_balik.forms.publik import FormWarga, baca_kanal, baca_masukan
from tera.umpan_balik.models import ForumEvaluasi
from tera.umpan_balik.publik_tantangan import buat_tantangan
from tera.umpan_balik.selectors import forum as tanya
from tera.umpan_balik.selectors.layanan import hak_layanan
from tera.umpan_balik.selectors.publik import (
    BARIS_FORUM,
    forum_buka,
    forum_publik,
    masukan_terbit,
)
from tera.umpan_balik.services import forum as layanan
from tera.umpan_balik.services.layanan import pastikan_pengelola
from tera.umpan_balik.services.publik import terima_masukan_forum
from tera.umpan_balik.views.layanan import NAV, hak_atau_403, pengelola_atau_403
from tera.umpan_balik.views.publik import (
    alamat_pengirim,
    baca_kiriman,
    bahasa_warga,
    halaman_warga,
    terlalu_sering,
)


@perlu_aktor
@require_safe
def daftar(request: HttpRequest) -> HttpResponseBase:
    """The forums of the aktor's units."""
    aktor = aktor_wajib(request)
    hak = hak_atau_403(request)
    konteks = {
        "halaman": Paginator(tanya.forum_terlihat(aktor=aktor, hak=hak), 20).get_page(
            request.GET.get("halaman")
        ),
        "pengelola": hak.pengelola,
        "pada": aktor.hari_ini,
    }
    return render_laman(request, "umpan_balik/publik/forum_daftar.html", konteks, nav=NAV)


@perlu_aktor
@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One forum with its published texts; what waits is in the queue."""
    aktor = aktor_wajib(request)
    hak = hak_layanan(aktor=aktor)
    forum = get_object_or_404(tanya.forum_terlihat(aktor=aktor, hak=hak), pk=pk)
    konteks = {
        "forum": forum,
        "halaman": Paginator(masukan_terbit(forum=forum), BARIS_FORUM).get_page(
            request.GET.get("halaman")
        ),
        "mengelola": hak.mengelola(forum.unit),
        "buka": forum_buka(forum, aktor.hari_ini),
        "alamat_warga": settings.TERA_ALAMAT
        + reverse("umpan_balik:forum_warga", args=[forum.kode]),
    }
    return render_laman(request, "umpan_balik/publik/forum_rincian.html", konteks, nav=NAV)


@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Open a forum."""
    pengelola_atau_403(request)
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    awal = {"mulai": pada, "jenis": ForumEvaluasi.Jenis.PERTANYAAN.value}
    form = ForumForm(**kirim(request), aktor=aktor, initial=awal)

    def kerjakan(isi: dict[str, Any]) -> str:
        satu = layanan.buka_forum(aktor=aktor, pada=pada, **isi)
        return reverse("umpan_balik:forum_rincian", args=[satu.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Forum dibuka. Bagikan alamatnya kepada warga."),
        judul=_("Forum evaluasi baru"),
        tombol=_("Buka forum"),
        induk=_("Forum evaluasi"),
        kembali=reverse("umpan_balik:forum"),
        nav=NAV,
        pengantar=_(
            "Warga menulis tanpa akun. Tulisannya terbit sesudah Anda baca; jawaban instansi "
            "terbaca semua orang."
        ),
    )


@perlu_aktor
@idempoten
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a forum."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    hak = hak_layanan(aktor=aktor)
    forum = get_object_or_404(tanya.forum_terlihat(aktor=aktor, hak=hak), pk=pk)
    pastikan_pengelola(aktor=aktor, unit=forum.unit, pada=pada)
    nama = ("jenis", "judul", "uraian", "mulai", "selesai")
    awal = {satu: getattr(forum, satu) for satu in nama}
    form = ForumForm(**kirim(request), aktor=aktor, initial=awal, tanpa_unit=True)

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.ubah_forum(aktor=aktor, forum=forum, pada=pada, **isi)
        return reverse("umpan_balik:forum_rincian", args=[forum.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Tersimpan."),
        judul=_("Ubah forum"),
        tombol=_("Simpan"),
        induk=forum.judul,
        kembali=reverse("umpan_balik:forum_rincian", args=[forum.pk]),
        nav=NAV,
    )


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def warga(request: HttpRequest, kode: str) -> HttpResponse:
    """A forum for anyone: what was asked, what others wrote and were answered, one's own text."""
    forum = forum_publik(kode=kode)
    pada = clock.hari_ini(forum.instansi.zona) if forum else None
    if forum is None or pada is None or pada < forum.mulai:
        raise Http404
    with translation.override(bahasa_warga(request)):
        if request.method == "POST":
            return _terima(request, forum) if forum_buka(forum, pada) else _tutup(request, forum)
        return _halaman(request, forum, FormWarga(kanal=baca_kanal(request.GET.get("k", ""))))


warga.tanpa_kunci = "forum: tantangan bertanda tangan hanya sekali pakai"  # type: ignore[attr-defined]


def _halaman(
    request: HttpRequest,
    forum: ForumEvaluasi,
    form: FormWarga,
    *,
    pesan: str = "",
    nada: str = "bahaya",
    status: int = 200,
) -> HttpResponse:
    pada = clock.hari_ini(forum.instansi.zona)
    bit = publik_batas.tingkat_kesulitan(kode=forum.kode)
    konteks = {
        "forum": forum,
        "form": form,
        "buka": forum_buka(forum, pada),
        "pesan": pesan,
        "nada": nada,
        "halaman": Paginator(masukan_terbit(forum=forum), BARIS_FORUM).get_page(
            request.GET.get("halaman")
        ),
        "tantangan": buat_tantangan(kode=forum.kode, bit=bit),
    }
    return halaman_warga(
        "umpan_balik/publik/forum_warga.html",
        konteks,
        asal=forum,
        bahasa=bahasa_warga(request),
        alamat=request.path,
        status=status,
    )


def _terima(request: HttpRequest, forum: ForumEvaluasi) -> HttpResponse:
    form = baca_masukan(request.POST, wajib=True)
    if form.galat:
        pesan = _("Belum terkirim: ada yang belum terisi atau terlalu panjang, lihat tanda merah.")
        return _halaman(request, forum, form, pesan=pesan, status=422)
    bahasa = bahasa_warga(request)
    kiriman, sebab = baca_kiriman(request, kode=forum.kode, bahasa=bahasa, kanal=form.kanal)
    if kiriman is None:
        return _halaman(request, forum, form, pesan=sebab, nada="peringatan", status=422)
    if not kiriman.lancar and publik_batas.tanpa_bukti_terlalu_sering(
        kode=forum.kode, alamat=alamat_pengirim(request)
    ):
        jawaban = _halaman(
            request, forum, form, pesan=terlalu_sering(), nada="peringatan", status=429
        )
        jawaban["Retry-After"] = "600"
        return jawaban
    hasil = terima_masukan_forum(
        forum=forum,
        masukan=form.masukan,
        kiriman=kiriman,
        pada=clock.hari_ini(forum.instansi.zona),
    )
    konteks = {"form": form, "hasil": hasil, "alamat_kembali": request.path}
    return halaman_warga("umpan_balik/publik/terima.html", konteks, asal=forum, bahasa=bahasa)


def _tutup(request: HttpRequest, forum: ForumEvaluasi) -> HttpResponse:
    konteks = {
        "judul": forum.judul,
        "pesan": _(
            "Forum ini sudah ditutup, jadi tulisan Anda tidak terkirim. Salin dari bawah bila "
            "perlu."
        ),
        "ketikan": request.POST.get("teks", ""),
    }
    return halaman_warga(
        "umpan_balik/publik/tutup.html",
        konteks,
        asal=forum,
        bahasa=bahasa_warga(request),
        status=409,
    )

"""The catalogue, a training, its sessions; registering and giving a place back."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.tindak_lanjut.forms.pengembangan.pelatihan import CariForm, PelatihanForm, SesiForm
from tera.tindak_lanjut.forms.pengembangan.rencana import AlasanForm
from tera.tindak_lanjut.models import Pelatihan, PesertaPelatihan, SesiPelatihan
from tera.tindak_lanjut.permissions.pengembangan import mengelola
from tera.tindak_lanjut.selectors.pengembangan import pelatihan as tanya
from tera.tindak_lanjut.selectors.pengembangan.dampak import dampak_menunggu, dampak_pelatihan
from tera.tindak_lanjut.selectors.pengembangan.rencana import kegiatan_terbuka
from tera.tindak_lanjut.services.pengembangan import pelatihan as layanan
from tera.tindak_lanjut.views.pengembangan.alat import halaman, isian, lakukan, terima_form, terkait
from tera.tindak_lanjut.views.pengembangan.tampilan_pelatihan import (
    baris_dampak,
    baris_ikut,
    baris_katalog,
    baris_peserta,
    baris_sesi,
    konteks_pelatihan,
)


def pelatihan_atau_404(request: HttpRequest, pk: int) -> Pelatihan:
    """A training of the aktor's instansi."""
    return get_object_or_404(tanya.pelatihan_terlihat(aktor=aktor_wajib(request)), pk=pk)


def sesi_atau_404(request: HttpRequest, pk: int) -> SesiPelatihan:
    """A session of the aktor's instansi."""
    return get_object_or_404(tanya.sesi_terlihat(aktor=aktor_wajib(request)), pk=pk)


def peserta_atau_404(request: HttpRequest, pk: int) -> PesertaPelatihan:
    """A place through its door."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(tanya.peserta_terlihat(aktor=aktor, pada=aktor.hari_ini), pk=pk)
    terkait(request, satu.pegawai_id)
    return satu


@require_safe
@perlu_aktor
def katalog(request: HttpRequest) -> HttpResponse:
    """What is offered, my places, and what is asked of me about past trainings."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    form = CariForm(request.GET)
    cari = form.cleaned_data["q"] if form.is_valid() else ""
    isi = Paginator(tanya.katalog(aktor=aktor, cari=cari, pada=pada), 20).get_page(
        request.GET.get("halaman")
    )
    konteks = {
        "form": form,
        "cari": cari,
        "halaman": isi,
        "daftar": [baris_katalog(satu, pada) for satu in isi],
        "ikut": [baris_ikut(satu) for satu in tanya.ikut_saya(aktor=aktor)[:20]],
        "dampak": [baris_dampak(*satu) for satu in dampak_menunggu(aktor=aktor, pada=pada)],
        "mengelola": mengelola(aktor=aktor, pada=pada),
    }
    return halaman(request, "katalog", konteks)


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One training with its sessions."""
    aktor = aktor_wajib(request)
    satu = pelatihan_atau_404(request, pk)
    kelola = mengelola(aktor=aktor, pada=aktor.hari_ini)
    tempat = {p.sesi_id: p for p in tanya.ikut_saya(aktor=aktor).filter(sesi__pelatihan=satu)}
    konteks = konteks_pelatihan(satu, aktor.hari_ini) | {
        "daftar": [
            baris_sesi(sesi, tempat.get(sesi.pk), aktor.hari_ini)
            for sesi in tanya.daftar_sesi(pelatihan=satu)
        ],
        "kegiatan": kegiatan_terbuka(aktor=aktor),
        "dampak": dampak_pelatihan(aktor=aktor, pelatihan=satu)[:1] if kelola else [],
        "mengelola": kelola,
    }
    return halaman(request, "pelatihan", konteks)


def _wajib_kelola(request: HttpRequest) -> None:
    aktor = aktor_wajib(request)
    if not mengelola(aktor=aktor, pada=aktor.hari_ini):
        raise TidakBerwenangError(
            _("Katalog pelatihan diatur pengelola kinerja. Usulkan lewat pengelola Anda.")
        )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponseBase:
    """A new training of the catalogue."""
    _wajib_kelola(request)
    aktor = aktor_wajib(request)
    return terima_form(
        request,
        PelatihanForm(isian(request), pada=aktor.hari_ini),
        kerjakan=lambda f: layanan.tambah_pelatihan(aktor=aktor, isi=f.isi(), pada=aktor.hari_ini),
        sukses=_("Pelatihan masuk katalog. Sekarang buka sesinya."),
        ke=lambda satu: ("sesi_pelatihan_baru", satu.pk),
        templat="pelatihan_form",
        konteks={"ubah": None},
        draf="pelatihan-baru",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def ubah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Change a training."""
    satu = pelatihan_atau_404(request, pk)
    _wajib_kelola(request)
    aktor = aktor_wajib(request)
    form = PelatihanForm(
        isian(request),
        pada=aktor.hari_ini,
        initial={nama: getattr(satu, nama) for nama in PelatihanForm.base_fields},
    )
    return terima_form(
        request,
        form,
        kerjakan=lambda f: layanan.ubah_pelatihan(
            aktor=aktor, pelatihan=satu, isi=f.isi(), pada=aktor.hari_ini
        ),
        sukses=_("Pelatihan diubah."),
        ke=lambda _hasil: ("pelatihan", pk),
        templat="pelatihan_form",
        konteks={"ubah": satu},
        draf=f"pelatihan-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def sesi_baru(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Open a session."""
    satu = pelatihan_atau_404(request, pk)
    _wajib_kelola(request)
    aktor = aktor_wajib(request)
    return terima_form(
        request,
        SesiForm(isian(request)),
        kerjakan=lambda f: layanan.buka_sesi(
            aktor=aktor, pelatihan=satu, isi=f.isi(), pada=aktor.hari_ini
        ),
        sukses=_("Sesi dibuka untuk pendaftaran."),
        ke=lambda _hasil: ("pelatihan", pk),
        templat="sesi_form",
        konteks={"pelatihan": satu},
        draf=f"sesi-pelatihan-{pk}",
    )


@require_safe
@perlu_aktor
def sesi(request: HttpRequest, pk: int) -> HttpResponse:
    """Who takes part in a session: for who keeps the catalogue."""
    satu = sesi_atau_404(request, pk)
    _wajib_kelola(request)
    aktor = aktor_wajib(request)
    konteks = {
        "sesi": satu,
        "baris": baris_sesi(satu, None, aktor.hari_ini),
        "daftar": [baris_peserta(p) for p in tanya.peserta_sesi(sesi=satu)],
        "dimulai": satu.mulai <= aktor.hari_ini,
        "terbuka": satu.status == SesiPelatihan.Status.DIBUKA,
        "boleh_selesai": satu.status == SesiPelatihan.Status.DIBUKA
        and satu.selesai <= aktor.hari_ini,
    }
    return halaman(request, "sesi", konteks)


def _kegiatan(request: HttpRequest, aktor: Aktor) -> int | None:
    """The row of my plan that this training answers, if I said so."""
    kata = request.POST.get("kegiatan", "")
    satu = next((s for s in kegiatan_terbuka(aktor=aktor) if str(s.pk) == kata), None)
    return satu.pk if satu else None


@require_POST
@perlu_aktor
@idempoten
def daftar(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Register myself."""
    aktor = aktor_wajib(request)
    satu = sesi_atau_404(request, pk)
    hasil = layanan.daftar_sendiri(
        aktor=aktor,
        sesi=satu,
        kegiatan_id=_kegiatan(request, aktor),
        pada=aktor.hari_ini,
    )
    kabar = (
        _("Anda terdaftar.")
        if hasil.status == PesertaPelatihan.Status.TERDAFTAR
        else _("Kursinya penuh; Anda masuk daftar tunggu.")
    )
    return lakukan(request, hasil, kabar, "pelatihan", satu.pelatihan_id)


@require_POST
@perlu_aktor
@idempoten
def peserta_batal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give a place back."""
    aktor = aktor_wajib(request)
    satu = peserta_atau_404(request, pk)
    hasil = layanan.batalkan_peserta(aktor=aktor, peserta=satu, pada=aktor.hari_ini)
    return lakukan(
        request, hasil, _("Pendaftaran dibatalkan."), "pelatihan", satu.sesi.pelatihan_id
    )


@require_POST
@perlu_aktor
@idempoten
def luluskan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record those ticked as present and passed."""
    aktor = aktor_wajib(request)
    satu = sesi_atau_404(request, pk)
    _wajib_kelola(request)
    pilihan = {int(kata) for kata in request.POST.getlist("peserta") if kata.isdecimal()}
    n = layanan.luluskan_banyak(aktor=aktor, sesi=satu, daftar_pk=pilihan, pada=aktor.hari_ini)
    return lakukan(
        request, None,
        ngettext(
            "%(n)s peserta dicatat hadir dan lulus.", "%(n)s peserta dicatat hadir dan lulus.", n
        ) % {"n": n},
        "sesi_pelatihan", pk,
    )  # fmt: skip


@require_POST
@perlu_aktor
@idempoten
def sesi_selesai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Close a session that was held."""
    aktor = aktor_wajib(request)
    satu = sesi_atau_404(request, pk)
    hasil = layanan.selesaikan_sesi(aktor=aktor, sesi=satu, pada=aktor.hari_ini)
    return lakukan(request, hasil, _("Sesi selesai."), "sesi_pelatihan", pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def sesi_batal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Call a session off, with a reason."""
    satu = sesi_atau_404(request, pk)
    _wajib_kelola(request)
    aktor = aktor_wajib(request)
    return terima_form(
        request,
        AlasanForm(isian(request)),
        kerjakan=lambda f: layanan.batalkan_sesi(
            aktor=aktor, sesi=satu, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Sesi dibatalkan. Pesertanya diberi tahu."),
        ke=lambda _hasil: ("sesi_pelatihan", pk),
        templat="kata",
        konteks={
            "judul": _("Batalkan sesi"),
            "siapa": satu.pelatihan.judul,
            "tombol": _("Batalkan sesi"),
            "kembali": aktor.pegawai_id,
        },
        draf=f"sesi-batal-{pk}",
    )

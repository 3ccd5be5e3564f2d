"""Group discussions: list, plan, one page, minutes, input, agreements, next month."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core import workflow
from tera.core.clock import singkatan_zona
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.core.sebutan import sebutan_pilihan
from tera.dialog import services
from tera.dialog.forms import (
    AlasanForm,
    HadirForm,
    KesepakatanForm,
    MasukanForm,
    SesiForm,
    UbahSesiForm,
)
from tera.dialog.models import SesiDiskusi
from tera.dialog.permissions import peran_sesi
from tera.dialog.selectors import sesi_terlihat
from tera.dialog.selectors.sesi import LembarSesi, calon_peserta, lembar_sesi, unit_diskusi
from tera.dialog.tampilan import NADA, acara_sesi, baris_kesepakatan, versi_lama
from tera.dialog.views.alat import form_naskah, jawab_kalender, sesi_atau_404, simpan_naskah, tempel


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """Sessions one leads or is asked to, those that come first."""
    aktor = aktor_wajib(request)
    semua = sesi_terlihat(aktor=aktor)
    datang = list(
        semua.filter(status=SesiDiskusi.Status.DIJADWALKAN).order_by("tanggal", "jam_mulai")[:30]
    )
    halaman = Paginator(
        semua.exclude(status=SesiDiskusi.Status.DIJADWALKAN).order_by("-tanggal", "-pk"), 20
    ).get_page(request.GET.get("halaman"))
    konteks = {
        "datang": [_baris(satu) for satu in datang],
        "halaman": halaman,
        "lalu": [_baris(satu) for satu in halaman],
        "boleh_jadwal": bool(unit_diskusi(aktor=aktor, pada=aktor.hari_ini)),
    }
    return render_laman(request, "dialog/sesi_daftar.html", konteks, nav="dialog")


def _baris(sesi: SesiDiskusi) -> dict[str, Any]:
    return {
        "sesi": sesi,
        "zona": singkatan_zona(sesi.instansi.zona),
        "status": sebutan_pilihan(sesi, "status"),
        "nada": NADA[sesi.status],
    }


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponseBase:
    """Call the people of a unit together."""
    aktor = aktor_wajib(request)
    daftar_unit = unit_diskusi(aktor=aktor, pada=aktor.hari_ini)
    if not daftar_unit:
        raise TidakBerwenangError(
            _("Sesi diskusi dijadwalkan kepala unit atau ketua tim. Minta mereka menjadwalkannya.")
        )
    pilih = (request.POST if request.method == "POST" else request.GET).get("unit", "")
    unit = next((u for u in daftar_unit if str(u.pk) == pilih), daftar_unit[0])
    calon = calon_peserta(aktor=aktor, unit=unit, pada=aktor.hari_ini)
    form = SesiForm(
        request.POST if request.method == "POST" else None,
        pada=aktor.hari_ini,
        daftar_unit=daftar_unit,
        calon=calon,
        initial={
            "unit": unit.pk,
            "tanggal": aktor.hari_ini,
            "peserta": [satu.pk for satu in calon],
        },
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            isi = form.cleaned_data
            try:
                satu = services.jadwalkan_sesi(
                    aktor=aktor,
                    unit_id=isi["unit"],
                    topik=isi["topik"],
                    isi=form.jadwal(),
                    daftar_peserta=isi["peserta"],
                    pemimpin_id=isi["pemimpin"],
                    pada=aktor.hari_ini,
                )
            except MasukanSalahError as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("Sesi dijadwalkan. Peserta melihatnya di beranda."))
                selesaikan_draf(request, f"sesi-baru-{unit.pk}")
                return redirect("dialog:sesi", pk=satu.pk)
    konteks = {
        "form": form,
        "unit": unit,
        "daftar_unit": daftar_unit if len(daftar_unit) > 1 else [],
        "ada_calon": bool(calon),
        "zona": singkatan_zona(aktor.zona),
    }
    return render_laman(request, "dialog/sesi_baru.html", konteks, nav="dialog", status=status)


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The session on one page: input, minutes, agreements, people."""
    return _render(request, sesi_atau_404(request, pk))


def _render(
    request: HttpRequest,
    sesi: SesiDiskusi,
    status: int = 200,
    lembar: LembarSesi | None = None,
    **form: Any,
) -> HttpResponse:
    aktor = aktor_wajib(request)
    lembar = lembar or lembar_sesi(sesi=sesi)
    peran = peran_sesi(aktor=aktor, sesi=sesi)
    aksi = {
        satu.aksi
        for satu in workflow.aksi_tersedia(
            jenis="sesi_diskusi", status=sesi.status, daftar_peran=peran
        )
    }
    if sesi.tanggal > aktor.hari_ini:
        aksi -= {"selesaikan"}
    notulen = lembar.notulen
    orang = lembar.orang(sesi)
    konteks = {
        "sesi": sesi,
        "memimpin": bool(peran),
        "aksi": aksi,
        "nada_status": NADA[sesi.status],
        "batal": sesi.status == SesiDiskusi.Status.DIBATALKAN,
        "zona_waktu": sesi.instansi.zona,
        "zona": singkatan_zona(sesi.instansi.zona),
        "peserta": lembar.peserta,
        "masukan": lembar.masukan,
        "notulen": notulen,
        "versi_lama": versi_lama(lembar.daftar_notulen, sesi.instansi.zona),
        "kesepakatan": [
            baris_kesepakatan(satu, aktor.pegawai_id, aktor.hari_ini) for satu in lembar.kesepakatan
        ],
        "lanjutan": SesiDiskusi.objects.filter(lanjutan_dari=sesi).first() if peran else None,
        "form_masukan": MasukanForm(
            prefix="masukan", orang=[o for o in orang if o.pk != aktor.pegawai_id]
        ),
        "form_notulen": form_naskah("notulen", notulen),
        "form_sepakat": KesepakatanForm(prefix="sepakat", orang=orang),
        "form_hadir": HadirForm(
            orang=[satu.pegawai for satu in lembar.peserta],
            initial={"hadir": [satu.pegawai_id for satu in lembar.peserta]},
        ),
        **form,
    }
    return render_laman(request, "dialog/sesi.html", konteks, nav="dialog", status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def ubah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Move the session, or name its topic anew."""
    aktor = aktor_wajib(request)
    sesi = sesi_atau_404(request, pk)
    _wajib_pemimpin(request, sesi)
    bidang = ("topik", "tanggal", "jam_mulai", "jam_selesai", "tempat", "tautan", "revisi")
    form = UbahSesiForm(
        request.POST if request.method == "POST" else None,
        pada=aktor.hari_ini,
        initial={nama: getattr(sesi, nama) for nama in bidang},
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.ubah_sesi(
                    aktor=aktor,
                    sesi=sesi,
                    topik=form.cleaned_data["topik"],
                    isi=form.jadwal(),
                    revisi=form.cleaned_data["revisi"],
                    pada=aktor.hari_ini,
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("Jadwal diubah. Peserta diberi tahu."))
                return redirect("dialog:sesi", pk=pk)
    konteks = {"sesi": sesi, "form": form, "zona": singkatan_zona(sesi.instansi.zona)}
    return render_laman(request, "dialog/sesi_ubah.html", konteks, nav="dialog", status=status)


def _wajib_pemimpin(request: HttpRequest, sesi: SesiDiskusi) -> None:
    if not peran_sesi(aktor=aktor_wajib(request), sesi=sesi):
        raise TidakBerwenangError(_("Langkah ini hanya untuk pemimpin diskusi."))


@require_POST
@perlu_aktor
@idempoten
def masukan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Give input."""
    aktor = aktor_wajib(request)
    sesi = sesi_atau_404(request, pk)
    lembar = lembar_sesi(sesi=sesi)
    form = MasukanForm(
        request.POST,
        prefix="masukan",
        orang=[satu for satu in lembar.orang(sesi) if satu.pk != aktor.pegawai_id],
    )
    status = 422
    if form.is_valid():
        isi = form.cleaned_data
        try:
            services.beri_masukan(aktor=aktor, sesi=sesi, kepada_id=isi["kepada"], teks=isi["teks"])
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            status = tempel(form, galat)
        else:
            messages.success(request, _("Masukan tersimpan dan terbaca semua peserta."))
            selesaikan_draf(request, f"sesi-{pk}-masukan")
            return redirect("dialog:sesi", pk=pk)
    return _render(request, sesi, status, lembar, form_masukan=form)


@require_POST
@perlu_aktor
@idempoten
def notulen(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Save the next version of the minutes."""
    sesi = sesi_atau_404(request, pk)
    _wajib_pemimpin(request, sesi)
    form, status = simpan_naskah(
        request,
        "notulen",
        lambda isi: services.tulis_notulen(aktor=aktor_wajib(request), sesi=sesi, **isi),
        lambda: lembar_sesi(sesi=sesi).notulen,
    )
    if form is None:
        messages.success(request, _("Notulen tersimpan."))
        selesaikan_draf(request, f"sesi-{pk}-notulen")
        return redirect("dialog:sesi", pk=pk)
    return _render(request, sesi, status, form_notulen=form)


@require_POST
@perlu_aktor
@idempoten
def sepakat(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Record an agreement of the session."""
    aktor = aktor_wajib(request)
    sesi = sesi_atau_404(request, pk)
    _wajib_pemimpin(request, sesi)
    lembar = lembar_sesi(sesi=sesi)
    form = KesepakatanForm(request.POST, prefix="sepakat", orang=lembar.orang(sesi))
    status = 422
    if form.is_valid():
        isi = form.cleaned_data
        try:
            services.tambah_kesepakatan(
                aktor=aktor,
                asal=sesi,
                uraian=isi["uraian"],
                penanggung_jawab_id=isi["penanggung_jawab"],
                tenggat=isi["tenggat"],
                pada=aktor.hari_ini,
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            status = tempel(form, galat)
        else:
            messages.success(request, _("Kesepakatan tercatat dan muncul di beranda orangnya."))
            return redirect("dialog:sesi", pk=pk)
    return _render(request, sesi, status, lembar, form_sepakat=form)


@require_POST
@perlu_aktor
@idempoten
def selesai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """It was held, with those who were there."""
    aktor = aktor_wajib(request)
    sesi = sesi_atau_404(request, pk)
    lembar = lembar_sesi(sesi=sesi)
    form: IsianForm = HadirForm(request.POST, orang=[satu.pegawai for satu in lembar.peserta])
    if not form.is_valid():
        return _render(request, sesi, 422, lembar, form_hadir=form)
    hasil = services.selesaikan_sesi(
        aktor=aktor, sesi=sesi, hadir=form.cleaned_data["hadir"], pada=aktor.hari_ini
    )
    messages.success(
        request, _("Sesi selesai. Tanda terima %(nomor)s.") % {"nomor": hasil.tanda_terima.nomor}
    )
    return redirect("dialog:sesi", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def batal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Call it off with a reason."""
    aktor = aktor_wajib(request)
    sesi = sesi_atau_404(request, pk)
    _wajib_pemimpin(request, sesi)
    form = AlasanForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.batalkan_sesi(
                    aktor=aktor, sesi=sesi, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("Sesi dibatalkan. Alasannya terbaca peserta."))
                return redirect("dialog:sesi", pk=pk)
    konteks = {
        "judul_batal": _("Batalkan sesi"),
        "objek": sesi,
        "kembali": "dialog:sesi",
        "form": form,
    }
    return render_laman(request, "dialog/batal.html", konteks, nav="dialog", status=status)


@require_POST
@perlu_aktor
@idempoten
def ulangi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Plan the same session a month later."""
    aktor = aktor_wajib(request)
    baru = services.ulangi_sesi(aktor=aktor, sesi=sesi_atau_404(request, pk), pada=aktor.hari_ini)
    messages.success(request, _("Sesi bulan depan dijadwalkan. Periksa tanggalnya."))
    return redirect("dialog:sesi", pk=baru.pk)


@require_safe
@perlu_aktor
def kalender(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The session as a calendar file."""
    return jawab_kalender(acara_sesi(sesi_atau_404(request, pk)), f"sesi-{pk}")

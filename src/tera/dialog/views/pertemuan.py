"""One-on-one meetings: plan, move, call off, begin, end, put into one's calendar."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.clock import singkatan_zona
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.dialog import services
from tera.dialog.forms import AlasanForm, PertemuanForm, UbahJadwalForm
from tera.dialog.selectors.hubungan import rekan_bernip, rekan_bicara
from tera.dialog.tampilan import acara_pertemuan, lawan_bicara
from tera.dialog.views.alat import hasil_atau_404, jawab_kalender, pertemuan_atau_404, tempel
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Pegawai


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponseBase:
    """Plan a meeting; with ``?evaluasi=`` the talk about that result."""
    aktor = aktor_wajib(request)
    evaluasi = _evaluasi(request)
    rekan = rekan_bicara(aktor=aktor, pada=aktor.hari_ini)
    if evaluasi is not None:
        lain = evaluasi.penilai if evaluasi.pegawai_id == aktor.pegawai_id else evaluasi.pegawai
        rekan = [("dinilai" if lain == evaluasi.pegawai else "penilai", [lain] if lain else [])]
    form = PertemuanForm(
        request.POST if request.method == "POST" else None,
        pada=aktor.hari_ini,
        rekan=rekan,
        initial={
            "dengan": rekan[0][1][0].pk if evaluasi and rekan[0][1] else request.GET.get("dengan"),
            "tanggal": aktor.hari_ini,
        },
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and (dengan := _orang(request, form)) is not None:
            try:
                satu = services.jadwalkan_pertemuan(
                    aktor=aktor,
                    dengan=dengan,
                    isi=form.jadwal(),
                    evaluasi=evaluasi,
                    pada=aktor.hari_ini,
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(
                    request, _("Pertemuan dijadwalkan. Sekarang pilih yang ingin dibahas.")
                )
                selesaikan_draf(request, "pertemuan-baru")
                return redirect("dialog:bahan", pk=satu.pk)
    konteks = {"form": form, "evaluasi": evaluasi, "zona": singkatan_zona(aktor.zona)}
    return render_laman(request, "dialog/pertemuan_baru.html", konteks, nav="dialog", status=status)


def _evaluasi(request: HttpRequest) -> Evaluasi | None:
    kunci = request.GET.get("evaluasi", "")
    return hasil_atau_404(request, int(kunci))[0] if kunci.isdecimal() else None


def _orang(request: HttpRequest, form: PertemuanForm) -> Pegawai | None:
    """The person chosen, or found by NIP; None with the reason at the field."""
    if (terpilih := form.terpilih()) is not None:
        return terpilih
    orang = rekan_bernip(aktor=aktor_wajib(request), nip=form.cleaned_data["nip"].strip())
    if orang is None:
        form.add_error(
            "nip", _("Tidak ada pegawai aktif instansi Anda dengan NIP itu. Periksa angkanya.")
        )
    return orang


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def ubah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Move the meeting to another day, hour or place."""
    aktor = aktor_wajib(request)
    pertemuan = pertemuan_atau_404(request, pk)
    form = UbahJadwalForm(
        request.POST if request.method == "POST" else None,
        pada=aktor.hari_ini,
        initial={
            nama: getattr(pertemuan, nama)
            for nama in ("tanggal", "jam_mulai", "jam_selesai", "tempat", "tautan", "revisi")
        },
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.ubah_jadwal(
                    aktor=aktor,
                    pertemuan=pertemuan,
                    isi=form.jadwal(),
                    revisi=form.cleaned_data["revisi"],
                    pada=aktor.hari_ini,
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("Jadwal diubah. Pihak lain diberi tahu."))
                return redirect("dialog:pertemuan", pk=pk)
    konteks = {
        "pertemuan": pertemuan,
        "lawan": lawan_bicara(pertemuan, aktor.pegawai_id),
        "form": form,
        "zona": singkatan_zona(pertemuan.instansi.zona),
    }
    return render_laman(request, "dialog/pertemuan_ubah.html", konteks, nav="dialog", status=status)


@require_POST
@perlu_aktor
@idempoten
def mulai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The two sit together now."""
    aktor = aktor_wajib(request)
    services.mulai_pertemuan(
        aktor=aktor, pertemuan=pertemuan_atau_404(request, pk), pada=aktor.hari_ini
    )
    return redirect("dialog:pertemuan", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def selesai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """It was held."""
    aktor = aktor_wajib(request)
    hasil = services.selesaikan_pertemuan(
        aktor=aktor, pertemuan=pertemuan_atau_404(request, pk), pada=aktor.hari_ini
    )
    messages.success(
        request,
        _("Pertemuan selesai. Tanda terima %(nomor)s.") % {"nomor": hasil.tanda_terima.nomor},
    )
    return redirect("dialog:pertemuan", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def batal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Call it off, or decline it, with a reason."""
    aktor = aktor_wajib(request)
    pertemuan = pertemuan_atau_404(request, pk)
    form = AlasanForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.batalkan_pertemuan(
                    aktor=aktor, pertemuan=pertemuan, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                status = tempel(form, galat)
            else:
                messages.success(request, _("Pertemuan dibatalkan. Alasannya terbaca pihak lain."))
                return redirect("dialog:pertemuan", pk=pk)
    konteks = {
        "judul_batal": _("Batalkan pertemuan"),
        "objek": pertemuan,
        "kembali": "dialog:pertemuan",
        "form": form,
    }
    return render_laman(request, "dialog/batal.html", konteks, nav="dialog", status=status)


@require_safe
@perlu_aktor
def kalender(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The meeting as a calendar file."""
    pertemuan = pertemuan_atau_404(request, pk)
    return jawab_kalender(
        acara_pertemuan(pertemuan, aktor_wajib(request).pegawai_id), f"pertemuan-{pk}"
    )

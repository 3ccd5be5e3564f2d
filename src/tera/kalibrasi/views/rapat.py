"""The calibration meeting: list, opening, one meeting, its beginning and its end."""

from typing import Any

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.tautan import alamat_rute
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.core.sebutan import sebutan_pilihan
from tera.kalibrasi import services
from tera.kalibrasi.forms import BatalForm, RapatForm, TutupForm
from tera.kalibrasi.models import MundurRapat, RapatKalibrasi
from tera.kalibrasi.permissions import (
    KETUA,
    PEMBACA,
    PENGELOLA,
    memutus,
    peran_analisis,
    peran_rapat,
)
from tera.kalibrasi.selectors.periode import pilihan_periode
from tera.kalibrasi.selectors.rapat import (
    calon_ketua,
    daftar_rapat,
    halangan,
    peserta_rapat,
    rapat_terlihat,
)
from tera.kalibrasi.services import IsiRapat
from tera.kalibrasi.tampilan_rapat import (
    NADA,
    baris_unit,
    daftar_mundur,
    sebut_bukti,
    sebut_salah,
)
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai, Periode

NAV = "kalibrasi"
Status = RapatKalibrasi.Status


def rapat_atau_404(request: HttpRequest, pk: int) -> RapatKalibrasi:
    """Return the meeting the aktor may open."""
    return get_object_or_404(rapat_terlihat(aktor=aktor_wajib(request)), pk=pk)


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The meetings one may open; whoever has none and is no officer finds no page."""
    aktor = aktor_wajib(request)
    peran = peran_analisis(aktor=aktor, pada=aktor.hari_ini)
    semua = list(daftar_rapat(aktor=aktor)[:50])
    if not semua and not peran & PEMBACA:
        raise Http404
    konteks = {
        "daftar": [
            {
                "satu": satu,
                "status": sebutan_pilihan(satu, "status"),
                "nada": NADA[Status(satu.status)],
            }
            for satu in semua
        ],
        "boleh_susun": PENGELOLA in peran,
        "petugas": bool(peran & PEMBACA),
        "mode": aktor.mode_petugas is not None,
    }
    return render_laman(request, "kalibrasi/rapat_daftar.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def susun(request: HttpRequest) -> HttpResponseBase:
    """Name a meeting: period, day, place, chair, members."""
    aktor = aktor_wajib(request)
    if PENGELOLA not in peran_analisis(aktor=aktor, pada=aktor.hari_ini):
        raise Http404
    aturan = kebijakan.semua(instansi_id=aktor.instansi_id, pada=aktor.hari_ini)
    form = RapatForm(
        request.POST if request.method == "POST" else None,
        initial={"periode": request.GET.get("periode", ""), "tanggal": aktor.hari_ini},
        daftar_periode=pilihan_periode(aktor=aktor),
        daftar_ketua=[
            (satu.pegawai_id, f"{satu.pegawai.nama_lengkap}, {satu.jabatan.nama}")
            for satu in calon_ketua(
                instansi_id=aktor.instansi_id, aturan=aturan, pada=aktor.hari_ini
            )
            if satu.pegawai_id != aktor.pegawai_id
        ],
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                satu = _susun(aktor, form.cleaned_data)
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = 409 if isinstance(galat, StatusTidakSesuaiError) else 422
            else:
                messages.success(request, _("Rapat disusun dan undangannya dikirim."))
                return redirect("kalibrasi:rapat", pk=satu.pk)
    konteks = {"form": form, "mode": aktor.mode_petugas is not None}
    return render_laman(request, "kalibrasi/rapat_susun.html", konteks, nav=NAV, status=status)


def _susun(aktor: Aktor, isi: dict[str, Any]) -> RapatKalibrasi:
    ketemu = dict(
        Pegawai.objects.filter(instansi_id=aktor.instansi_id, nip__in=isi["anggota"]).values_list(
            "nip", "pk"
        )
    )
    asing = [satu for satu in isi["anggota"] if satu not in ketemu]
    if asing:
        pesan = _("Tidak ada pegawai dengan NIP %(nip)s di instansi Anda. Periksa angkanya.") % {
            "nip": ", ".join(asing[:3])
        }
        raise MasukanSalahError(pesan, per_bidang={"anggota": [pesan]})
    return services.susun_rapat(
        aktor=aktor,
        periode=get_object_or_404(Periode, pk=isi["periode"], instansi_id=aktor.instansi_id),
        isi=IsiRapat(
            tanggal=isi["tanggal"],
            tempat=isi["tempat"],
            ketua_id=isi["ketua"],
            anggota=[ketemu[satu] for satu in isi["anggota"]],
        ),
        pada=aktor.hari_ini,
    )


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting: people, agenda, what may be done."""
    return _tampil(request, rapat_atau_404(request, pk))


def _tampil(
    request: HttpRequest,
    rapat: RapatKalibrasi,
    *,
    batal: BatalForm | None = None,
    galat: str = "",
    status: int = 200,
) -> HttpResponse:
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    peran = peran_rapat(aktor=aktor, rapat=rapat, pada=pada)
    peserta = peserta_rapat(rapat=rapat)
    daftar_unit = list(
        rapat.daftar_unit.select_related("unit").annotate(
            kartu=Count("daftar_kartu"),
            putus=Count("daftar_kartu", filter=~Q(daftar_kartu__keputusan="")),
            tinjau=Count("daftar_kartu", filter=Q(daftar_kartu__keputusan="tinjau")),
        )
    )
    menepi = _menepi(rapat, daftar_unit, [satu.pegawai_id for satu in peserta], pada)
    terhalang = daftar_mundur(menepi, peserta)
    saya = aktor.pegawai_id or 0
    duduk = any(satu.pegawai_id == saya for satu in peserta)
    terbuka = rapat.status in {Status.BERLANGSUNG, Status.DITUTUP}
    boleh = bool(peran & {KETUA, PENGELOLA})
    konteks: dict[str, Any] = {
        "rapat": rapat,
        "nada": NADA[Status(rapat.status)],
        "peserta": [{"satu": satu, "peran": sebutan_pilihan(satu, "peran")} for satu in peserta],
        "agenda": [
            baris_unit(satu)
            | {
                "terbuka": terbuka and (duduk or bool(peran & PEMBACA)),
                "menepi": terhalang.get(satu.pk, []),
                "saya_menepi": (satu.pk, saya) in menepi,
                # Nobody is left who may write a decision there.
                "tanpa_pemutus": {(satu.pk, rapat.ketua_id), (satu.pk, rapat.notulis_id)}
                <= set(menepi),
            }
            for satu in daftar_unit
        ],
        "bukti": sebut_bukti(rapat),
        "salah": sebut_salah(rapat),
        "boleh_mulai": boleh and rapat.status == Status.DISUSUN and pada >= rapat.tanggal,
        "menunggu_hari": boleh and rapat.status == Status.DISUSUN and pada < rapat.tanggal,
        "boleh_batal": PENGELOLA in peran and rapat.status == Status.DISUSUN,
        "boleh_tutup": boleh and rapat.status == Status.BERLANGSUNG,
        "mode": aktor.mode_petugas is not None,
        "boleh_cetak": rapat.status == Status.DITUTUP
        and (bool(peran & PEMBACA) or memutus(aktor=aktor, rapat=rapat)),
        "petugas": bool(peran & PEMBACA),
        "batal": batal or BatalForm(),
        "galat": galat,
    }
    return render_laman(request, "kalibrasi/rapat.html", konteks, nav=NAV, status=status)


def _menepi(
    rapat: RapatKalibrasi, daftar_unit: list[Any], orang: list[int], pada: Any
) -> dict[tuple[int, int], str]:
    """Who steps aside: live while it sits, as it was kept once it is closed."""
    if rapat.status == Status.DITUTUP:
        return {
            (satu.unit_id, satu.peserta.pegawai_id): satu.sebab
            for satu in MundurRapat.objects.filter(unit__rapat=rapat).select_related("peserta")
        }
    if rapat.status == Status.DIBATALKAN:
        return {}
    return halangan(rapat=rapat, daftar_unit=daftar_unit, daftar_pegawai=orang, pada=pada)


@require_POST
@perlu_aktor
@idempoten
def mulai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Begin: the agenda and the cards are drawn."""
    aktor, rapat = aktor_wajib(request), rapat_atau_404(request, pk)
    try:
        services.mulai_rapat(aktor=aktor, rapat=rapat, pada=aktor.hari_ini)
    except StatusTidakSesuaiError as galat:
        return _tampil(request, rapat_atau_404(request, pk), galat=galat.pesan, status=409)
    messages.success(request, _("Rapat dimulai. Agenda dan kartunya tidak berubah lagi."))
    return redirect("kalibrasi:rapat", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def batalkan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Call it off, with the reason."""
    aktor, rapat = aktor_wajib(request), rapat_atau_404(request, pk)
    form = BatalForm(request.POST)
    status = 422
    if PENGELOLA not in peran_analisis(aktor=aktor, pada=aktor.hari_ini):
        raise TidakBerwenangError(_("Rapat dibatalkan pengelola kinerja instansi."))
    if form.is_valid():
        try:
            services.batalkan_rapat(
                aktor=aktor, rapat=rapat, alasan=form.cleaned_data["alasan"], pada=aktor.hari_ini
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
            status = 409 if isinstance(galat, StatusTidakSesuaiError) else 422
        else:
            messages.success(request, _("Rapat dibatalkan; yang diundang diberi tahu."))
            return redirect("kalibrasi:rapat", pk=pk)
    return _tampil(request, rapat_atau_404(request, pk), batal=form, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def tutup(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Close: who was there, the notes; requests go to the penilai."""
    aktor, rapat = aktor_wajib(request), rapat_atau_404(request, pk)
    if not peran_rapat(aktor=aktor, rapat=rapat, pada=aktor.hari_ini) & {KETUA, PENGELOLA}:
        raise Http404
    peserta = peserta_rapat(rapat=rapat)
    form = TutupForm(
        request.POST if request.method == "POST" else None,
        initial={"hadir": [satu.pk for satu in peserta]},
        daftar=[(satu.pk, f"{satu.nama}, {satu.jabatan}") for satu in peserta],
    )
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.tutup_rapat(
                    aktor=aktor, rapat=rapat, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = 409 if isinstance(galat, StatusTidakSesuaiError) else 422
            else:
                messages.success(
                    request, _("Rapat ditutup. Permintaan meninjau sampai kepada penilainya.")
                )
                return redirect("kalibrasi:rapat", pk=pk)
    kartu = rapat.daftar_unit.aggregate(
        semua=Count("daftar_kartu"),
        putus=Count("daftar_kartu", filter=~Q(daftar_kartu__keputusan="")),
        tinjau=Count("daftar_kartu", filter=Q(daftar_kartu__keputusan="tinjau")),
    )
    konteks = {
        "rapat": rapat,
        "form": form,
        "hitung": kartu | {"belum": kartu["semua"] - kartu["putus"]},
        "kembali": alamat_rute("kalibrasi:rapat", rapat.pk),
        "berlangsung": rapat.status == Status.BERLANGSUNG,
    }
    return render_laman(request, "kalibrasi/rapat_tutup.html", konteks, nav=NAV, status=status)

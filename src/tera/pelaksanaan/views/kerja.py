"""Pekerjaan saya: one sheet per plan and period; the rater reads the same sheet."""

import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.format import tulis_angka
from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.core.models import TandaTerima
from tera.organisasi.models import Periode
from tera.pelaksanaan import services
from tera.pelaksanaan.forms import (
    FaktorForm,
    RealisasiDataForm,
    RealisasiForm,
    RencanaForm,
)
from tera.pelaksanaan.models import RencanaAksi
from tera.pelaksanaan.permissions import PERAN_PERIKSA, PERAN_UMPAN
from tera.pelaksanaan.selectors import kerja
from tera.pelaksanaan.selectors.kerja import BarisIndikator, BarisRHK, LembarKerja
from tera.pelaksanaan.selectors.periode import daftar_periode, periode_kini
from tera.pelaksanaan.selectors.tim import memimpin_kerja
from tera.pelaksanaan.views.alat import (
    NADA_STATUS,
    NAV,
    dengan_lembar,
    dengan_rencana,
    kabari,
    peran_lembar,
    sesi,
)
from tera.skp.models import SKP

Kerjakan = Callable[[dict[str, Any]], TandaTerima | None]


@perlu_aktor
@require_safe
def saya(request: HttpRequest) -> HttpResponseBase:
    """Go to the sheet of today; without a plan in force say what is missing."""
    aktor = aktor_wajib(request)
    daftar = list(kerja.skp_kerja(aktor=aktor))
    skp = next((s for s in daftar if s.mulai <= aktor.hari_ini <= s.selesai), None)
    skp = skp or next(iter(daftar), None)
    periode = None
    if skp is not None:
        periode = periode_kini(daftar_periode(skp=skp), aktor.hari_ini)
    if skp is not None and periode is not None:
        return redirect("pelaksanaan:lembar", skp_pk=skp.pk, periode_pk=periode.pk)
    konteks = {"ada_skp": skp is not None, "memimpin": memimpin_kerja(aktor=aktor), "tab": "saya"}
    return render_laman(request, "pelaksanaan/kosong.html", konteks, nav=NAV)


@perlu_aktor
@require_safe
@dengan_lembar
def lembar(request: HttpRequest, skp: SKP, periode: Periode) -> HttpResponseBase:
    """The sheet of one plan and period."""
    return tampil(request, skp, periode)


def tampil(
    request: HttpRequest,
    skp: SKP,
    periode: Periode,
    *,
    salah: dict[str, IsianForm] | None = None,
    status: int = 200,
) -> HttpResponseBase:
    """Render the sheet; ``salah`` holds forms that were refused, by their place."""
    aktor = aktor_wajib(request)
    peran = peran_lembar(request, skp)
    pembaca = (aktor.pegawai_id or 0, sesi(request)) if peran & PERAN_PERIKSA else None
    isi = kerja.lembar_kerja(skp=skp, periode=periode, pembaca=pembaca)
    milik = "pegawai" in peran and skp.status in kerja.STATUS_BERLAKU
    tertutup = bool(getattr(periode, "tertutup", False))
    boleh_rencana = milik and not tertutup
    boleh_isi = boleh_rencana and periode.mulai <= aktor.hari_ini
    boleh_periksa = bool(peran & PERAN_PERIKSA) and not tertutup
    if boleh_periksa:
        services.catat_baca(aktor=aktor, daftar=isi.belum_dibaca, sesi=sesi(request))
    salah = salah or {}
    semua: list[Periode] = request.daftar_periode  # type: ignore[attr-defined]
    letak = semua.index(periode)
    konteks = {
        "skp": skp,
        "periode": periode,
        "daftar_periode": semua,
        "periode_lalu": semua[letak - 1] if letak else None,
        "isi": isi,
        "baris": [_baris(skp, periode, rhk, salah, boleh_isi) for rhk in isi.daftar_rhk],
        "milik": milik,
        "boleh_umpan": bool(peran & PERAN_UMPAN),
        "tertutup": tertutup,
        "boleh_rencana": boleh_rencana,
        "boleh_isi": boleh_isi,
        "boleh_periksa": boleh_periksa,
        "belum_mulai": aktor.hari_ini < periode.mulai,
        "salah": list(salah.values()),
        "nada": NADA_STATUS,
        "zona": aktor.zona,
        "tab": "saya" if milik else "",
        "memimpin": milik and memimpin_kerja(aktor=aktor),
    }
    return render_laman(request, "pelaksanaan/lembar.html", konteks, nav=NAV, status=status)


def kunci_draf(apa: str, skp: SKP, periode: Periode, pk: object) -> str:
    """Return the key under which a form of the sheet keeps its draft."""
    return f"{apa}-{skp.pk}-{periode.pk}-{pk}"


def _baris(
    skp: SKP, periode: Periode, rhk: BarisRHK, salah: dict[str, IsianForm], boleh_isi: bool
) -> dict[str, Any]:
    rencana = salah.get(f"rencana-{rhk.kunci}")
    faktor = salah.get(f"faktor-{rhk.kunci}")
    return {
        "rhk": rhk,
        "rencana": rencana or RencanaForm(auto_id=f"r{rhk.pk}_%s"),
        "buka_rencana": rencana is not None,
        "draf_rencana": kunci_draf("rencana", skp, periode, rhk.pk),
        "faktor": faktor or FaktorForm(initial={"uraian": rhk.faktor}, auto_id=f"f{rhk.pk}_%s"),
        "buka_faktor": faktor is not None,
        "draf_faktor": kunci_draf("faktor", skp, periode, rhk.pk),
        "daftar_indikator": [
            {
                "ind": satu,
                "form": salah.get(f"realisasi-{satu.kunci}") or _form_realisasi(satu),
                "buka": f"realisasi-{satu.kunci}" in salah
                or (boleh_isi and not satu.tertutup_lembar and not satu.sebelumnya),
                "draf": kunci_draf("realisasi", skp, periode, satu.pk),
            }
            for satu in rhk.daftar_indikator
        ],
    }


def _form_realisasi(baris: BarisIndikator, data: Any = None) -> RealisasiForm | RealisasiDataForm:
    kini = baris.realisasi
    auto_id = f"i{baris.pk}_%s"
    if baris.dari_data and kini is not None:
        awal = {"teks": kini.teks, "sanggahan": kini.sanggahan, "revisi": kini.revisi}
        return RealisasiDataForm(data, initial=awal, auto_id=auto_id)
    awal = {
        "nilai": tulis_angka(kini.nilai) if kini and kini.nilai is not None else "",
        "teks": kini.teks if kini else "",
        "sumber_data": kini.sumber_data if kini else "",
        "arah": kini.arah if kini else baris.arah,
        "revisi": kini.revisi if kini else 0,
    }
    return RealisasiForm(data, initial=awal, auto_id=auto_id)


def _jalankan(
    request: HttpRequest,
    skp: SKP,
    periode: Periode,
    *,
    tempat: str,
    form: IsianForm,
    draf: str,
    kerjakan: Kerjakan,
    pesan: str,
    jangkar: str = "",
) -> HttpResponseBase:
    """Run one change of the sheet, or show the sheet again with what was typed and why not."""
    if "pegawai" not in peran_lembar(request, skp):
        raise TidakBerwenangError(_("Pelaksanaan hanya diisi pemilik SKP ini."))
    status = 422
    if form.is_valid():
        try:
            tanda = kerjakan(form.cleaned_data)
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
            status = galat.status
        else:
            kabari(request, pesan, tanda)
            selesaikan_draf(request, draf)
            return redirect(
                reverse("pelaksanaan:lembar", args=[skp.pk, periode.pk]) + f"#{jangkar}"
            )
    return tampil(request, skp, periode, salah={tempat: form}, status=status)


def _indikator(isi: LembarKerja, kunci: uuid.UUID) -> BarisIndikator:
    for satu in isi.daftar_indikator:
        if satu.kunci == kunci:
            return satu
    raise MasukanSalahError(_("Indikator itu tidak ada pada SKP ini. Muat ulang halaman."))


@perlu_aktor
@dengan_lembar
@require_POST
@idempoten
def lapor(request: HttpRequest, skp: SKP, periode: Periode, kunci: uuid.UUID) -> HttpResponseBase:
    """Report one indicator."""
    aktor = aktor_wajib(request)
    baris = _indikator(kerja.lembar_kerja(skp=skp, periode=periode), kunci)
    form = _form_realisasi(baris, request.POST)

    def kerjakan(isi: dict[str, Any]) -> TandaTerima:
        return services.laporkan_realisasi(
            aktor=aktor,
            skp=skp,
            periode=periode,
            indikator_kunci=kunci,
            isi=services.IsiRealisasi(**isi | {"revisi": isi["revisi"] or 0}),
            pada=aktor.hari_ini,
        )[1]

    return _jalankan(
        request,
        skp,
        periode,
        tempat=f"realisasi-{kunci}",
        form=form,
        draf=kunci_draf("realisasi", skp, periode, baris.pk),
        kerjakan=kerjakan,
        pesan=_("Realisasi dilaporkan."),
        jangkar=f"indikator-{baris.pk}",
    )


def _pk_rhk(skp: SKP, kunci: uuid.UUID) -> int:
    return skp.daftar_rhk.filter(kunci=kunci).values_list("pk", flat=True).first() or 0


@perlu_aktor
@dengan_lembar
@require_POST
@idempoten
def rencana_tambah(
    request: HttpRequest, skp: SKP, periode: Periode, kunci: uuid.UUID
) -> HttpResponseBase:
    """Add one rencana aksi to an RHK."""
    aktor = aktor_wajib(request)
    pk = _pk_rhk(skp, kunci)

    def kerjakan(isi: dict[str, Any]) -> None:
        services.tambah_rencana_aksi(
            aktor=aktor, skp=skp, periode=periode, rhk_kunci=kunci, pada=aktor.hari_ini, **isi
        )

    return _jalankan(
        request,
        skp,
        periode,
        tempat=f"rencana-{kunci}",
        form=RencanaForm(request.POST, auto_id=f"r{pk}_%s"),
        draf=kunci_draf("rencana", skp, periode, pk),
        kerjakan=kerjakan,
        pesan=_("Rencana aksi ditambahkan."),
        jangkar=f"rhk-{pk}",
    )


@perlu_aktor
@dengan_lembar
@require_POST
@idempoten
def faktor(request: HttpRequest, skp: SKP, periode: Periode, kunci: uuid.UUID) -> HttpResponseBase:
    """Write what was beyond control."""
    aktor = aktor_wajib(request)
    pk = _pk_rhk(skp, kunci)

    def kerjakan(isi: dict[str, Any]) -> None:
        services.catat_faktor(
            aktor=aktor, skp=skp, periode=periode, rhk_kunci=kunci, pada=aktor.hari_ini, **isi
        )

    return _jalankan(
        request,
        skp,
        periode,
        tempat=f"faktor-{kunci}",
        form=FaktorForm(request.POST, auto_id=f"f{pk}_%s"),
        draf=kunci_draf("faktor", skp, periode, pk),
        kerjakan=kerjakan,
        pesan=_("Faktor di luar kendali tersimpan."),
        jangkar=f"rhk-{pk}",
    )


@perlu_aktor
@dengan_lembar
@require_POST
@idempoten
def salin(request: HttpRequest, skp: SKP, periode: Periode) -> HttpResponseBase:
    """Copy the rencana aksi of the period before."""
    aktor = aktor_wajib(request)
    daftar: list[Periode] = request.daftar_periode  # type: ignore[attr-defined]
    letak = daftar.index(periode)
    form = IsianForm(request.POST)

    def kerjakan(_isi: dict[str, Any]) -> None:
        if not letak:
            raise MasukanSalahError(_("Ini periode pertama SKP, jadi tidak ada yang disalin."))
        services.salin_rencana_aksi(
            aktor=aktor, skp=skp, dari=daftar[letak - 1], ke=periode, pada=aktor.hari_ini
        )

    return _jalankan(
        request,
        skp,
        periode,
        tempat="salin",
        form=form,
        draf="",
        kerjakan=kerjakan,
        pesan=_("Rencana aksi periode lalu disalin. Sesuaikan targetnya bila perlu."),
    )


@perlu_aktor
@dengan_rencana
@idempoten
def rencana(request: HttpRequest, rencana: RencanaAksi) -> HttpResponseBase:
    """Change one rencana aksi."""
    aktor = aktor_wajib(request)
    awal = {"teks": rencana.teks, "target": rencana.target}
    form = RencanaForm(request.POST if request.method == "POST" else None, initial=awal)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                services.ubah_rencana_aksi(
                    aktor=aktor, rencana=rencana, pada=aktor.hari_ini, **form.cleaned_data
                )
            except (MasukanSalahError, StatusTidakSesuaiError) as galat:
                form.tempel(galat)
                status = galat.status
            else:
                kabari(request, _("Rencana aksi diubah."))
                selesaikan_draf(request, f"rencana-{rencana.pk}")
                return redirect(_lembar_rencana(rencana))
    konteks = {"rencana": rencana, "form": form, "kembali": _lembar_rencana(rencana)}
    return render_laman(request, "pelaksanaan/rencana.html", konteks, nav=NAV, status=status)


@perlu_aktor
@dengan_rencana
@require_POST
@idempoten
def rencana_hapus(request: HttpRequest, rencana: RencanaAksi) -> HttpResponseBase:
    """Remove one rencana aksi."""
    aktor = aktor_wajib(request)
    tujuan = _lembar_rencana(rencana)
    services.hapus_rencana_aksi(aktor=aktor, rencana=rencana, pada=aktor.hari_ini)
    kabari(request, _("Rencana aksi dihapus."))
    return redirect(tujuan)


def _lembar_rencana(rencana: RencanaAksi) -> str:
    skp = kerja.skp_berlaku(penugasan_id=rencana.penugasan_id, tahun=rencana.skp.tahun)
    pk = skp.pk if skp else rencana.skp_id
    return reverse("pelaksanaan:lembar", args=[pk, rencana.periode_id])

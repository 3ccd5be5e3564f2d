"""Progres harian: quick entry on a phone, the month as a calendar, export in BKN's fields."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.format import tulis_jam
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman, selesaikan_draf
from tera.antarmuka.unduh import unduh_isi
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.core.idempoten import idempoten
from tera.core.lembar import JENIS_CSV, JENIS_XLSX, tulis_csv, tulis_xlsx
from tera.pelaksanaan import services
from tera.pelaksanaan.forms import ProgresForm
from tera.pelaksanaan.models import ProgresHarian
from tera.pelaksanaan.selectors import harian as tanya
from tera.pelaksanaan.selectors.tim import memimpin_kerja
from tera.pelaksanaan.services.harian import hari_pertama
from tera.pelaksanaan.views.alat import NAV, kabari

DRAF = "progres-harian"


def _tanggal(teks: str | None, bawaan: dt.date) -> dt.date:
    try:
        hasil = dt.date.fromisoformat(teks or "")
    except ValueError:
        return bawaan
    return hasil if 2000 <= hasil.year <= 2100 else bawaan


def isi_progres(form: ProgresForm) -> services.IsiProgres:
    """Return the cleaned form as the service takes it."""
    isi = {nama: nilai for nama, nilai in form.cleaned_data.items() if nama != "rencana_aksi"}
    return services.IsiProgres(**isi)


def _alamat(tanggal: dt.date) -> str:
    return reverse("pelaksanaan:harian") + f"?tanggal={tanggal.isoformat()}"


@perlu_aktor
@idempoten
def harian(request: HttpRequest) -> HttpResponseBase:
    """The day, its month, and the quick form; a POST writes one line."""
    aktor = aktor_wajib(request)
    if request.method != "POST":
        return _laman(request, aktor, _tanggal(request.GET.get("tanggal"), aktor.hari_ini), None)
    tanggal = _tanggal(request.POST.get("tanggal"), aktor.hari_ini)
    form = ProgresForm(
        request.POST, daftar_rencana=tanya.rencana_pada(aktor=aktor, tanggal=tanggal)
    )
    status = 422
    if form.is_valid():
        try:
            _baru, tanda = services.catat_progres(
                aktor=aktor,
                rencana_aksi=form.daftar_rencana[form.cleaned_data["rencana_aksi"]],
                isi=isi_progres(form),
                pada=aktor.hari_ini,
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
            status = galat.status
        else:
            kabari(request, _("Progres tercatat."), tanda)
            selesaikan_draf(request, DRAF)
            return redirect(_alamat(tanggal))
    return _laman(request, aktor, tanggal, form, status)


def _laman(
    request: HttpRequest,
    aktor: Aktor,
    tanggal: dt.date,
    form: ProgresForm | None,
    status: int = 200,
) -> HttpResponseBase:
    daftar = tanya.progres_bulan(aktor=aktor, bulan=tanggal)
    hari = [satu for satu in daftar if satu.tanggal == tanggal]
    awal = hari_pertama(instansi_id=aktor.instansi_id, pada=aktor.hari_ini)
    terakhir = tanya.progres_terakhir(aktor=aktor, sebelum=tanggal)
    if form is None:
        form = _form_baru(aktor, tanggal, hari, terakhir)
    lalu = tanggal.replace(day=1) - dt.timedelta(days=1)
    depan = (tanggal.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    konteks = {
        "tanggal": tanggal,
        "form": form,
        "daftar": hari,
        "jumlah_bulan": len(daftar),
        "hari_terisi": len({satu.tanggal for satu in daftar}),
        "minggu": tanya.kalender_bulan(bulan=tanggal, daftar=daftar),
        "nama_bulan": f"{MONTHS[tanggal.month]} {tanggal.year}",
        "bulan_lalu": lalu,
        "bulan_depan": depan,
        "terbuka": awal <= tanggal <= aktor.hari_ini,
        "awal": awal,
        "masa_depan": tanggal > aktor.hari_ini,
        "tanpa_rencana": not form.daftar_rencana,
        "salin_dari": terakhir.tanggal if terakhir and terakhir.tanggal < tanggal else None,
        "draf": DRAF,
        "hari_ini": aktor.hari_ini,
        "memimpin": memimpin_kerja(aktor=aktor),
        "tab": "harian",
    }
    return render_laman(request, "pelaksanaan/harian.html", konteks, nav=NAV, status=status)


def _form_baru(
    aktor: Aktor, tanggal: dt.date, hari: list[ProgresHarian], terakhir: ProgresHarian | None
) -> ProgresForm:
    rencana = tanya.rencana_pada(aktor=aktor, tanggal=tanggal)
    mulai, selesai = tanya.jam_berikut(hari)
    return ProgresForm(
        initial={
            "tanggal": tanggal,
            "jam_mulai": mulai,
            "jam_selesai": selesai,
            "realisasi": 1,
            "satuan": terakhir.satuan if terakhir else "",
            "rencana_aksi": terakhir.rencana_aksi_id if terakhir else "",
        },
        daftar_rencana=rencana,
    )


@perlu_aktor
@idempoten
def ubah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Change one line while its day is open."""
    aktor = aktor_wajib(request)
    progres = get_object_or_404(tanya.progres_saya(aktor=aktor), pk=pk)
    kirim = request.method == "POST"
    tanggal = _tanggal(request.POST.get("tanggal"), progres.tanggal)
    form = ProgresForm(
        request.POST if kirim else None,
        initial={
            "tanggal": progres.tanggal,
            "rencana_aksi": progres.rencana_aksi_id,
            "jam_mulai": progres.jam_mulai,
            "jam_selesai": progres.jam_selesai,
            "kegiatan": progres.kegiatan,
            "realisasi": progres.realisasi,
            "satuan": progres.satuan,
            "bukti_url": progres.bukti_url,
        },
        daftar_rencana=tanya.rencana_pada(aktor=aktor, tanggal=tanggal),
    )
    status = 422 if kirim else 200
    if kirim and form.is_valid():
        try:
            services.ubah_progres(
                aktor=aktor,
                progres=progres,
                rencana_aksi=form.daftar_rencana[form.cleaned_data["rencana_aksi"]],
                isi=isi_progres(form),
                pada=aktor.hari_ini,
            )
        except (MasukanSalahError, StatusTidakSesuaiError) as galat:
            form.tempel(galat)
            status = galat.status
        else:
            kabari(request, _("Progres diubah."))
            selesaikan_draf(request, f"progres-{pk}")
            return redirect(_alamat(form.cleaned_data["tanggal"]))
    awal = hari_pertama(instansi_id=aktor.instansi_id, pada=aktor.hari_ini)
    konteks = {
        "progres": progres,
        "form": form,
        "terbuka": progres.tanggal >= awal,
        "awal": awal,
        "kembali": _alamat(progres.tanggal),
    }
    return render_laman(request, "pelaksanaan/progres.html", konteks, nav=NAV, status=status)


@perlu_aktor
@require_POST
@idempoten
def hapus(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Delete one line while its day is open."""
    aktor = aktor_wajib(request)
    progres = get_object_or_404(tanya.progres_saya(aktor=aktor), pk=pk)
    services.hapus_progres(aktor=aktor, progres=progres, pada=aktor.hari_ini)
    kabari(request, _("Progres dihapus."))
    return redirect(_alamat(progres.tanggal))


@perlu_aktor
@require_POST
@idempoten
def salin(request: HttpRequest) -> HttpResponseBase:
    """Copy the lines of an earlier day to this one."""
    aktor = aktor_wajib(request)
    ke = _tanggal(request.POST.get("ke"), aktor.hari_ini)
    dari = _tanggal(request.POST.get("dari"), ke - dt.timedelta(days=1))
    jumlah, sebab = services.salin_progres(aktor=aktor, dari=dari, ke=ke, pada=aktor.hari_ini)
    kabari(request, _("%(n)d baris disalin. Sesuaikan isinya.") % {"n": jumlah})
    for pesan in sebab:
        messages.warning(request, pesan)
    return redirect(_alamat(ke))


@perlu_aktor
@require_safe
def unduh(request: HttpRequest, bentuk: str) -> HttpResponseBase:
    """The month in the fields of e-Kinerja BKN."""
    aktor = aktor_wajib(request)
    bulan = _tanggal(request.GET.get("tanggal"), aktor.hari_ini)
    # e-Kinerja's own words, whatever the reader's language.
    kolom = [
        "Rencana Aksi", "Tanggal", "Jam Mulai", "Jam Selesai", "Kegiatan Harian",
        "Sumber Data", "Realisasi", "Satuan", "Bukti Dukung",
    ]  # fmt: skip
    baris: list[list[Any]] = [
        [
            satu.rencana_aksi.teks if satu.rencana_aksi else "",
            satu.tanggal,
            tulis_jam(satu.jam_mulai).replace(".", ":"),
            tulis_jam(satu.jam_selesai).replace(".", ":"),
            satu.kegiatan,
            tanya.SUMBER_DATA,
            satu.realisasi,
            satu.satuan,
            satu.bukti_url,
        ]
        for satu in tanya.progres_bulan(aktor=aktor, bulan=bulan)
    ]
    if bentuk == "csv":
        isi, jenis = tulis_csv(kolom=kolom, baris=baris), JENIS_CSV
    else:
        isi, jenis = tulis_xlsx(judul=_("Progres harian"), kolom=kolom, baris=baris), JENIS_XLSX
    return unduh_isi(isi, jenis, f"progres-harian-{bulan:%Y-%m}.{bentuk}")

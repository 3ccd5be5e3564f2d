"""Pages of the exchange: the period's state, files in and out, the page to copy from."""

import json
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TeraError
from tera.core.idempoten import idempoten
from tera.core.lembar import JENIS_XLSX, tulis_xlsx
from tera.evaluasi.models import Evaluasi
from tera.evaluasi.selectors import evaluasi_terlihat, hasil_terdahulu_saya
from tera.integrasi import ekspor, selectors, services
from tera.integrasi.forms import UnggahTukarForm
from tera.integrasi.models import ArsipPenilaian
from tera.integrasi.permissions import boleh_menyatakan, pastikan_petugas
from tera.integrasi.selectors.catatan import di_bawah
from tera.organisasi.models import Periode, UnitKerja
from tera.organisasi.selectors.periode import periode_terlihat
from tera.skp.selectors import skp_terlihat

KEADAAN = ("", "belum", "sudah", "berbeda")
PER_HALAMAN = 25


@require_safe
@perlu_aktor
def beranda(request: HttpRequest) -> HttpResponse:
    """The periods whose results can be exchanged."""
    aktor = aktor_wajib(request)
    pastikan_petugas(aktor=aktor, pada=aktor.hari_ini)
    daftar = (
        periode_terlihat(aktor=aktor)
        .filter(mulai__lte=aktor.hari_ini)
        .order_by("-tahun", "-selesai", "jenis")[:30]
    )
    return render_laman(request, "integrasi/beranda.html", {"daftar": daftar}, nav="integrasi")


@perlu_aktor
@idempoten
def periode(request: HttpRequest, periode_pk: int) -> HttpResponse:
    """One period: what is entered, what waits, what differs; a POST reads a file."""
    aktor = aktor_wajib(request)
    pastikan_petugas(aktor=aktor, pada=aktor.hari_ini)
    satu = get_object_or_404(periode_terlihat(aktor=aktor), pk=periode_pk)
    if request.method == "POST":
        return _unggah(request, satu)
    return _tampil(request, satu, UnggahTukarForm(initial={"jenis": "rekap"}))


def _unggah(request: HttpRequest, satu: Periode) -> HttpResponse:
    aktor = aktor_wajib(request)
    form = UnggahTukarForm(request.POST, request.FILES)
    if not form.is_valid():
        return _tampil(request, satu, form, status=422)
    isi = form.isi
    umum = {"aktor": aktor, "nama_berkas": isi["nama"], "isi": isi["bytes"], "pada": aktor.hari_ini}
    laporan: Any = None
    try:
        if isi["jenis"] == "rekap":
            laporan = services.impor_rekap(**umum, periode=satu, periksa=not isi["simpan"])
        elif isi["jenis"] in ("arsip", "terdahulu"):
            impor = services.impor_arsip if isi["jenis"] == "arsip" else services.impor_terdahulu
            laporan = impor(**umum, periksa=not isi["simpan"])
        else:
            cocok, tidak = services.impor_pengenal(**umum)
            messages.success(
                request,
                _("ID SIASN %(cocok)d pegawai tersimpan; %(tidak)d baris tidak dikenal.")
                % {"cocok": cocok, "tidak": tidak},
            )
            return redirect("integrasi:periode", periode_pk=satu.pk)
    except MasukanSalahError as galat:
        form.tempel(galat)
        return _tampil(request, satu, form, status=422)
    return _tampil(request, satu, UnggahTukarForm(initial={"jenis": isi["jenis"]}), laporan)


def _tampil(
    request: HttpRequest,
    satu: Periode,
    form: UnggahTukarForm,
    laporan: Any = None,
    *,
    status: int = 200,
) -> HttpResponse:
    aktor = aktor_wajib(request)
    keadaan = request.GET.get("keadaan", "")
    if keadaan not in KEADAAN:
        keadaan = ""
    daftar = selectors.daftar_tukar(aktor=aktor, periode=satu, keadaan=keadaan)
    return render_laman(
        request,
        "integrasi/periode.html",
        {
            "periode": satu,
            "form": form,
            "laporan": laporan,
            "keadaan": keadaan,
            "pilihan": [
                ("", _("Semua")),
                ("belum", _("Belum di e-Kinerja")),
                ("sudah", _("Sudah di e-Kinerja")),
                ("berbeda", _("Berbeda")),
            ],
            "hitungan": selectors.hitungan_tukar(aktor=aktor, periode=satu),
            "halaman": Paginator(daftar, PER_HALAMAN).get_page(request.GET.get("halaman")),
            "zona": aktor.zona,
            "saya": aktor.pegawai_id,
        },
        nav="integrasi",
        status=status,
    )


@require_POST
@perlu_aktor
@idempoten
def tandai(request: HttpRequest, periode_pk: int) -> HttpResponseBase:
    """State from the list that the chosen results are in e-Kinerja; no record is opened."""
    aktor = aktor_wajib(request)
    pastikan_petugas(aktor=aktor, pada=aktor.hari_ini)
    satu = get_object_or_404(periode_terlihat(aktor=aktor), pk=periode_pk)
    dipilih = [int(pk) for pk in request.POST.getlist("pilih") if pk.isdecimal()][:PER_HALAMAN]
    daftar = list(selectors.evaluasi_unit(aktor=aktor, periode=satu).filter(pk__in=dipilih))
    jumlah = 0
    for evaluasi in daftar:
        try:
            services.nyatakan_tercatat(aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini)
        except TeraError as galat:
            messages.error(request, f"{evaluasi.pegawai.nama_lengkap}: {galat.pesan}")
        else:
            jumlah += 1
    if jumlah:
        messages.success(request, _("%(n)d hasil ditandai sudah di e-Kinerja.") % {"n": jumlah})
    elif not daftar:
        messages.warning(
            request, _("Belum ada yang dipilih. Centang hasil yang sudah Anda isikan di e-Kinerja.")
        )
    return redirect(f"{reverse('integrasi:periode', args=[satu.pk])}?keadaan=belum")


def _hasil_unit(request: HttpRequest, periode_pk: int) -> tuple[Periode, UnitKerja, Any]:
    aktor = aktor_wajib(request)
    pastikan_petugas(aktor=aktor, pada=aktor.hari_ini)
    satu = get_object_or_404(periode_terlihat(aktor=aktor), pk=periode_pk)
    daftar = selectors.evaluasi_unit(aktor=aktor, periode=satu)
    unit_pk = request.GET.get("unit", "")
    unit = get_object_or_404(
        UnitKerja.objects.select_related("instansi").filter(instansi_id=aktor.instansi_id),
        **({"pk": unit_pk} if unit_pk.isdigit() else {"induk__isnull": True}),
    )
    return satu, unit, di_bawah(daftar, unit)


@require_safe
@perlu_aktor
def rekap(request: HttpRequest, periode_pk: int) -> HttpResponse:
    """BKN's Rekap Penilaian of one unit and everything below it."""
    satu, unit, daftar = _hasil_unit(request, periode_pk)
    return unduh_isi(
        ekspor.rekap_xlsx(unit=unit, periode=satu, daftar=daftar),
        JENIS_XLSX,
        f"rekap-penilaian-{unit.kode}-{satu.tahun}-{satu.jenis}-{satu.urut}.xlsx",
    )


@require_safe
@perlu_aktor
def siasn(request: HttpRequest, periode_pk: int, bentuk: str) -> HttpResponse:
    """The results in SIASN's field names, as XLSX or one JSON line a person."""
    satu, unit, daftar = _hasil_unit(request, periode_pk)
    baris = ekspor.rekaman_siasn(periode=satu, daftar=daftar)
    nama = f"{'skp22' if satu.jenis == 'tahunan' else 'kinerjaperiodik'}-{unit.kode}-{satu.tahun}"
    if bentuk == "jsonl":
        isi = "".join(json.dumps(butir, ensure_ascii=False) + "\n" for butir in baris).encode()
        return unduh_isi(isi, "application/x-ndjson", f"{nama}.jsonl")
    if bentuk != "xlsx":
        raise Http404
    kolom = [nama_kolom for nama_kolom in (baris[0] if baris else {}) if nama_kolom != "path"]
    return unduh_isi(
        tulis_xlsx(
            judul="SIASN",
            kolom=kolom or ["nip"],
            baris=[[str(butir[k]) if butir[k] is not None else "" for k in kolom]
                   for butir in baris],
        ),
        JENIS_XLSX,
        f"{nama}.xlsx",
    )  # fmt: skip


@require_safe
@perlu_aktor
def salin_skp(request: HttpRequest, pk: int) -> HttpResponse:
    """A plan in the order of e-Kinerja's pages, with buttons to copy."""
    skp = get_object_or_404(skp_terlihat(aktor=aktor_wajib(request)), pk=pk)
    request.pegawai_terkait_id = skp.pegawai_id  # type: ignore[attr-defined]
    return render_laman(
        request,
        "integrasi/salin.html",
        {"skp": skp, "pemilik": skp.pegawai, "daftar": selectors.salinan_skp(skp=skp)},
        nav="skp",
    )


def _evaluasi(request: HttpRequest, pk: int) -> Evaluasi:
    aktor = aktor_wajib(request)
    evaluasi = get_object_or_404(evaluasi_terlihat(aktor=aktor), pk=pk)
    # Until it is delivered, a result is its rater's work, not yet the person's document.
    if evaluasi.pegawai_id == aktor.pegawai_id and evaluasi.status in {
        Evaluasi.Status.TERBUKA,
        Evaluasi.Status.DINILAI,
        Evaluasi.Status.DITETAPKAN,
    }:
        raise Http404
    request.pegawai_terkait_id = evaluasi.pegawai_id  # type: ignore[attr-defined]
    return evaluasi


@require_safe
@perlu_aktor
def salin_evaluasi(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done and how it was rated, in the order of e-Kinerja's pages."""
    evaluasi = _evaluasi(request, pk)
    aktor = aktor_wajib(request)
    catatan = getattr(evaluasi, "catatan_ekinerja", None)
    return render_laman(
        request,
        "integrasi/salin.html",
        {
            "evaluasi": evaluasi,
            "pemilik": evaluasi.pegawai,
            "catatan": catatan,
            "zona": aktor.zona,
            "boleh_tandai": bool(evaluasi.predikat)
            and (catatan is None or catatan.perlu_dinyatakan)
            and boleh_menyatakan(aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini),
            "daftar": selectors.salinan_evaluasi(evaluasi=evaluasi),
        },
        nav="evaluasi",
    )


@require_POST
@perlu_aktor
@idempoten
def tercatat(request: HttpRequest, pk: int) -> HttpResponseBase:
    """State that this result has been entered in e-Kinerja."""
    aktor = aktor_wajib(request)
    evaluasi = get_object_or_404(evaluasi_terlihat(aktor=aktor), pk=pk)
    try:
        services.nyatakan_tercatat(aktor=aktor, evaluasi=evaluasi, pada=aktor.hari_ini)
    except StatusTidakSesuaiError as galat:
        messages.error(request, galat.pesan)
    else:
        messages.success(request, _("Ditandai sudah di e-Kinerja."))
    return redirect("integrasi:salin_evaluasi", pk=pk)


@require_safe
@perlu_aktor
def arsip(request: HttpRequest) -> HttpResponse:
    """My years before Tera: predikat since 2022, and numbers under PP 30/2019, as they were."""
    aktor = aktor_wajib(request)
    return render_laman(
        request,
        "integrasi/arsip.html",
        {
            "daftar": ArsipPenilaian.objects.filter(pegawai_id=aktor.pegawai_id or 0),
            "daftar_terdahulu": hasil_terdahulu_saya(aktor=aktor),
        },
        nav="evaluasi",
    )

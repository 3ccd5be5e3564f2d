"""What a class and a semester show, of groups only."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.antarmuka.unduh import unduh_isi
from tera.bimtek.kelompok import KELOMPOK_MINIMUM
from tera.bimtek.models import PotretBimtek
from tera.bimtek.permissions_kelas import seluruh_instansi
from tera.bimtek.selectors.isi import kasus_instansi
from tera.bimtek.selectors.kelas import batas_sesudah
from tera.bimtek.selectors.kelas_potret import daftar_potret, semester
from tera.bimtek.services import kelas_hasil as layanan
from tera.bimtek.tampilan_kelas import masa
from tera.bimtek.tampilan_kelas_hasil import (
    baris_kasus,
    baris_unit,
    jarak_unit,
    kata_jarak,
    kata_sesudah,
    nama_semester,
    singkat_semester,
    tabel_nilai,
    tampil_angket,
)
from tera.bimtek.views.kelas import NAV, kelas_atau_404
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.core.lembar import JENIS_XLSX, tulis_xlsx
from tera.regulasi.berakhlak import daftar_nilai


@require_safe
@perlu_aktor
def hasil(request: HttpRequest, pk: int) -> HttpResponse:
    """What the class showed: before it, after it, and what its people think of it."""
    kelas = kelas_atau_404(request, pk)
    nama = {satu.kode: satu.nama for satu in daftar_nilai(pada=kelas.mulai)}
    isi = kelas.ringkasan
    sebelum, sesudah = isi.get("sebelum"), isi.get("sesudah")
    konteks = {
        "kelas": kelas,
        "masa": masa(kelas),
        "minimum": KELOMPOK_MINIMUM,
        "sebelum": sebelum and {"orang": sebelum["orang"], **tabel_nilai(sebelum["nilai"], nama)},
        "bisa_sebelum": not sebelum and kelas.status in {"terbuka", "berlangsung"},
        "beku": kelas.dibekukan_pada,
        "bisa_beku": kelas.status == "selesai" and kelas.dibekukan_pada is None,
        "batas": batas_sesudah(kelas),
        "sesudah": sesudah and kata_sesudah(sesudah),
        "nilai": tabel_nilai(sesudah["nilai"], nama) if sesudah else {},
        "angket": tampil_angket(isi.get("angket")),
        "hadir": isi.get("hadir", 0),
        "diundang": isi.get("diundang", 0),
    }
    return render_laman(request, "bimtek/kelas_hasil.html", konteks, nav=NAV)


@require_POST
@perlu_aktor
@idempoten
def sebelum(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Make, once, the picture of the class before it."""
    aktor = aktor_wajib(request)
    kelas = kelas_atau_404(request, pk)
    try:
        layanan.lihat_sebelum(aktor=aktor, kelas=kelas, pada=aktor.hari_ini)
    except MasukanSalahError as galat:
        messages.warning(request, galat.pesan)
    return redirect("bimtek:kelas_hasil", pk=pk)


@require_POST
@perlu_aktor
@idempoten
def bekukan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Freeze the results."""
    aktor = aktor_wajib(request)
    layanan.bekukan_hasil(aktor=aktor, kelas=kelas_atau_404(request, pk), pada=aktor.hari_ini)
    messages.success(request, _("Hasil kelas dibekukan."))
    return redirect("bimtek:kelas_hasil", pk=pk)


def _potret(request: HttpRequest) -> list[PotretBimtek]:
    """The semesters that are over; only for officers of the whole instansi."""
    aktor = aktor_wajib(request)
    if not seluruh_instansi(aktor=aktor, pada=aktor.hari_ini):
        raise Http404
    return list(daftar_potret(aktor=aktor))


@require_safe
@perlu_aktor
def capaian(request: HttpRequest) -> HttpResponse:
    """Between units and case by case, semester after semester."""
    semua = _potret(request)
    pilih = request.GET.get("semester", "")
    potret = next(
        (satu for satu in semua if str(satu.mulai) == pilih), semua[-1] if semua else None
    )
    isi = potret.isi if potret else {}
    jarak = [(nama_semester(satu), jarak_unit(satu.isi)) for satu in semua]
    aktor = aktor_wajib(request)
    kasus = baris_kasus(isi, kasus_instansi(instansi_id=aktor.instansi_id))
    konteks = {
        "potret": potret,
        "nama": nama_semester(potret) if potret else "",
        "semester": [
            {"nama": nama_semester(satu), "kunci": str(satu.mulai), "aktif": satu is potret}
            for satu in reversed(semua)
        ],
        "unit": baris_unit(isi),
        "kasus": kasus,
        "perlu": [satu for satu in kasus if satu["nada"] != "sukses"],
        "panas_baris": [satu["judul"] for satu in kasus],
        "panas": [satu["nilai"] for satu in kasus],
        "kode_nilai": [satu.nama for satu in daftar_nilai(pada=aktor.hari_ini)],
        "jarak": kata_jarak(jarak),
        "garis_label": [singkat_semester(satu) for satu in semua],
        "garis_seri": [(_("Jarak antarunit"), [nilai for _nama, nilai in jarak])],
        "garis": sum(nilai is not None for _nama, nilai in jarak) > 1,
        "minimum": KELOMPOK_MINIMUM,
        "berikut": semester(aktor.hari_ini)[1],
    }
    return render_laman(request, "bimtek/kelas_capaian.html", konteks, nav=NAV)


@require_safe
@perlu_aktor
def capaian_xlsx(request: HttpRequest) -> HttpResponse:
    """The same figures of the units, and nothing more, as a sheet."""
    semua = _potret(request)
    if not semua:
        raise Http404
    isi = tulis_xlsx(
        judul="Antarunit",
        kolom=("SEMESTER", "UNIT", "ORANG", "SAMA DENGAN KUNCI (PERSEN)", "KETAT ATAU LONGGAR"),
        baris=(
            [nama_semester(potret), satu["nama"], satu["orang"], satu["sama"], satu["arah"]]
            for potret in semua
            for satu in baris_unit(potret.isi)
        ),
    )
    return unduh_isi(isi, JENIS_XLSX, "capaian-bimtek.xlsx")

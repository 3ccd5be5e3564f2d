"""The officer's queue of citizens' texts, one text with its decisions, its tie to a person."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.core.workflow import aksi_tersedia, riwayat
from tera.umpan_balik.forms.layanan import AlasanForm, ArahkanForm, KaitkanForm, TeksForm
from tera.umpan_balik.models import MasukanMasyarakat
from tera.umpan_balik.selectors import suara as tanya
from tera.umpan_balik.services import forum as layanan_forum
from tera.umpan_balik.services import moderasi as layanan
from tera.umpan_balik.views.layanan import NAV, pengelola_atau_403

Status = MasukanMasyarakat.Status
NADA = {
    Status.MENUNGGU: "peringatan",
    Status.DITERBITKAN: "sukses",
    Status.DITOLAK: "netral",
    Status.DIARAHKAN: "info",
}
#: The forms of a text's page by the name their address carries.
FORMULIR: dict[str, type[Any]] = {
    "tolak": AlasanForm,
    "tinjau_lagi": AlasanForm,
    "arahkan": ArahkanForm,
    "kaitkan": KaitkanForm,
    "jawab": TeksForm,
}
TANPA_ISIAN = frozenset({"terbitkan", "diperiksa", "selesai_diperiksa"})


@perlu_aktor
@require_safe
def daftar(request: HttpRequest) -> HttpResponseBase:
    """Texts of the aktor's units: those that wait first."""
    pengelola_atau_403(request)
    aktor = aktor_wajib(request)
    semua = tanya.masukan_dikelola(aktor=aktor, pada=aktor.hari_ini)
    status = request.GET.get("status", Status.MENUNGGU.value)
    if status not in Status.values:
        status = Status.MENUNGGU.value
    jumlah = tanya.jumlah_per_status(daftar=semua)
    dipilih = semua.filter(status=status)
    if status != Status.MENUNGGU:
        dipilih = dipilih.order_by("-pada", "-pk")
    konteks = {
        "halaman": Paginator(dipilih, tanya.BARIS).get_page(request.GET.get("halaman")),
        "status": status,
        "pilihan": [(kode, label, jumlah.get(kode, 0)) for kode, label in Status.choices],
        "nada": NADA[Status(status)],
        "pengelola": True,
    }
    return render_laman(request, "umpan_balik/publik/moderasi.html", konteks, nav=NAV)


def masukan_atau_404(request: HttpRequest, pk: int) -> MasukanMasyarakat:
    """Return a text of the aktor's units; everyone else gets 404."""
    aktor = aktor_wajib(request)
    return get_object_or_404(tanya.masukan_dikelola(aktor=aktor, pada=aktor.hari_ini), pk=pk)


@perlu_aktor
@require_safe
def rincian(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One text: what may be done with it, and what was done."""
    return _rincian(request, masukan_atau_404(request, pk))


def _rincian(
    request: HttpRequest,
    masukan: MasukanMasyarakat,
    terisi: dict[str, IsianForm] | None = None,
    status: int = 200,
) -> HttpResponse:
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    peran = layanan.peran_terhadap_masukan(aktor=aktor, masukan=masukan, pada=pada)
    aksi = {
        satu.aksi
        for satu in aksi_tersedia(jenis=layanan.JENIS, status=masukan.status, daftar_peran=peran)
    }
    jawaban = getattr(masukan, "jawaban_forum", None)
    tanggapan = getattr(masukan, "tanggapan", None)
    umum = masukan.forum_id is not None and masukan.tentang == MasukanMasyarakat.Tentang.LAYANAN
    if umum and masukan.status == Status.DITERBITKAN:
        aksi.add("jawab")
    if tanggapan is None:
        aksi.add("kaitkan")
    formulir = {
        nama: (terisi or {}).get(nama) or _kosong(nama, request, jawaban)
        for nama in FORMULIR
        if nama in aksi
    }
    konteks = {
        "masukan": masukan,
        "nada": NADA[Status(masukan.status)],
        "aksi": aksi,
        "formulir": formulir,
        "tanggapan": tanggapan,
        "jawaban": jawaban,
        "riwayat": [
            {
                "judul": satu.aksi,
                "oleh": satu.nama_aktor,
                "pada": satu.pada,
                "alasan": satu.alasan,
            }
            for satu in riwayat(jenis=layanan.JENIS, objek_id=masukan.pk)
        ],
        "umum": umum,
    }
    return render_laman(
        request, "umpan_balik/publik/moderasi_rincian.html", konteks, nav=NAV, status=status
    )


def _kosong(nama: str, request: HttpRequest, jawaban: Any) -> IsianForm:
    if nama == "kaitkan":
        return KaitkanForm(aktor=aktor_wajib(request), prefix=nama)
    awal = {"teks": jawaban.teks} if nama == "jawab" and jawaban else None
    form: IsianForm = FORMULIR[nama](prefix=nama, initial=awal)
    return form


@perlu_aktor
@require_POST
@idempoten
def putuskan(request: HttpRequest, pk: int, aksi: str) -> HttpResponseBase:
    """One act on a text: publish, refuse, pass on, look again, tie, mark, answer."""
    masukan = masukan_atau_404(request, pk)
    form: IsianForm | None = None
    isi: dict[str, Any] = {}
    if aksi in FORMULIR:
        opsi = {"aktor": aktor_wajib(request)} if aksi == "kaitkan" else {}
        form = FORMULIR[aksi](request.POST, prefix=aksi, **opsi)
        if not form.is_valid():
            return _rincian(request, masukan, {aksi: form}, 422)
        isi = form.cleaned_data
    try:
        pesan = _kerjakan(request, masukan, aksi, isi)
    except MasukanSalahError as galat:
        if form is None:
            raise
        form.tempel(galat)
        return _rincian(request, masukan, {aksi: form}, 422)
    messages.success(request, pesan)
    return redirect("umpan_balik:moderasi_rincian", pk=masukan.pk)


def _kerjakan(
    request: HttpRequest, masukan: MasukanMasyarakat, aksi: str, isi: dict[str, Any]
) -> str:
    aktor = aktor_wajib(request)
    umum: dict[str, Any] = {"aktor": aktor, "masukan": masukan, "pada": aktor.hari_ini}
    kerja: dict[str, tuple[Callable[[], object], str]] = {
        "terbitkan": (lambda: layanan.terbitkan_masukan(**umum), _("Tulisan diterbitkan.")),
        "tolak": (lambda: layanan.tolak_masukan(**umum, **isi), _("Tulisan ditolak.")),
        "arahkan": (lambda: layanan.arahkan_masukan(**umum, **isi), _("Tulisan diarahkan.")),
        "tinjau_lagi": (
            lambda: layanan.tinjau_lagi_masukan(**umum, **isi),
            _("Keputusan ditarik; tulisan menunggu lagi."),
        ),
        "kaitkan": (
            lambda: layanan.kaitkan_masukan(**umum, **isi),
            _("Tulisan terkait. Hak jawab orangnya berjalan."),
        ),
        "diperiksa": (
            lambda: layanan.tandai_diperiksa(**umum, diperiksa=True),
            _("Ditandai sedang diperiksa; sementara ini tidak terbaca siapa pun."),
        ),
        "selesai_diperiksa": (
            lambda: layanan.tandai_diperiksa(**umum, diperiksa=False),
            _("Tanda sedang diperiksa dicabut."),
        ),
        "jawab": (
            lambda: layanan_forum.jawab_forum(**umum, **isi),
            _("Jawaban terbit di forum."),
        ),
    }
    lakukan, pesan = kerja[aksi]
    lakukan()
    return pesan

"""Classes: the lists, planning one, its page for who runs it, its steps."""

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.bimtek.forms_kelas import BatalForm, KelasForm, awal_kelas
from tera.bimtek.models import KelasBimtek
from tera.bimtek.permissions_kelas import jalur_kelas, peran_kelas, peran_unit, seluruh_instansi
from tera.bimtek.selectors.kelas import (
    batas_sesudah,
    daftar_hadir,
    dengan_hitungan,
    kelas_dijalankan,
    peserta_kelas,
    undangan_saya,
)
from tera.bimtek.services import kelas as layanan
from tera.bimtek.tampilan_kelas import (
    NADA,
    aksi_kelas,
    baris_kelas,
    baris_peserta,
    baris_undangan,
    hitung_jawaban,
    langkah_kelas,
    masa,
    nama_kursus,
)
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi.forms.saran import tulis_unit
from tera.organisasi.models import UnitKerja
from tera.organisasi.views.alat_orang import kirim, laman_isian

NAV = "bimtek"
#: Participants on one page of a class.
PER_LAMAN = 100


def kelas_atau_404(request: HttpRequest, pk: int) -> KelasBimtek:
    """Return a class that the aktor runs."""
    aktor = aktor_wajib(request)
    return get_object_or_404(kelas_dijalankan(aktor=aktor, pada=aktor.hari_ini), pk=pk)


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The classes one was asked to, and those one runs."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    jalur = jalur_kelas(aktor=aktor, pada=pada)
    dijalankan = dengan_hitungan(kelas_dijalankan(aktor=aktor, pada=pada), pada=pada)
    halaman = Paginator(dijalankan, 30).get_page(request.GET.get("halaman"))
    konteks = {
        "undangan": [baris_undangan(satu) for satu in undangan_saya(aktor=aktor)[:30]],
        "halaman": halaman,
        "dijalankan": [baris_kelas(satu) for satu in halaman],
        "boleh_susun": bool(jalur),
        "boleh_capaian": seluruh_instansi(aktor=aktor, pada=pada),
    }
    return render_laman(request, "bimtek/kelas_daftar.html", konteks, nav=NAV)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def baru(request: HttpRequest) -> HttpResponse:
    """Plan a class."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    jalur = jalur_kelas(aktor=aktor, pada=pada)
    if not jalur:
        raise TidakBerwenangError(
            _("Kelas bimtek disusun pelatih atau pengelola kinerja. Usulkan kepada mereka.")
        )
    form = KelasForm(**kirim(request), aktor=aktor, initial=_awal(jalur, pada))

    def kerjakan(isi: dict[str, Any]) -> str:
        kelas = layanan.susun_kelas(
            aktor=aktor, unit=isi["unit"], isi=form.isi(), pelatih=form.pelatih(), pada=pada
        )
        return reverse("bimtek:kelas_kelola", args=[kelas.pk])

    return _laman_rencana(
        request, form, kerjakan, pesan=_("Kelas tersusun. Sekarang undang pesertanya."),
        judul=_("Kelas baru"), kembali=reverse("bimtek:kelas"), draf="kelas-baru",
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def ubah(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the plan of a class."""
    kelas = kelas_atau_404(request, pk)
    aktor = aktor_wajib(request)
    layanan.wajib_penyelenggara(aktor, kelas, aktor.hari_ini)
    form = KelasForm(**kirim(request), aktor=aktor, kelas=kelas, initial=awal_kelas(kelas))
    kembali = reverse("bimtek:kelas_kelola", args=[pk])

    def kerjakan(_isi: dict[str, Any]) -> str:
        layanan.ubah_kelas(
            aktor=aktor, kelas=kelas, isi=form.isi(), pelatih=form.pelatih(), pada=aktor.hari_ini
        )
        return kembali

    return _laman_rencana(
        request, form, kerjakan, pesan=_("Rencana kelas tersimpan."), judul=_("Ubah kelas"),
        kembali=kembali, draf=f"kelas-{pk}",
    )  # fmt: skip


def _laman_rencana(
    request: HttpRequest, form: KelasForm, kerjakan: Any, **tampilan: Any
) -> HttpResponse:
    return laman_isian(
        request, form, kerjakan, tombol=_("Simpan rencana"), induk=_("Kelas"), nav=NAV,
        pengantar=_(
            "Belum ada yang diberi tahu sebelum kelas dibuka. Tempat dan pelatih boleh menyusul."
        ),
        **tampilan,
    )  # fmt: skip


def _awal(jalur: list[tuple[str, str]], pada: dt.date) -> dict[str, Any]:
    """The first unit one serves, a course and days two weeks ahead."""
    unit = UnitKerja.objects.filter(path=min(path for _peran, path in jalur)).first()
    hari = pada + dt.timedelta(days=14)
    return {
        "unit": tulis_unit(unit) if unit else "",
        "kursus": "menilai-objektif",
        "mulai": hari,
        "selesai": hari,
        "balas_sampai": hari - dt.timedelta(days=3),
        "cara": KelasBimtek.Cara.TATAP_MUKA.value,
    }


@require_safe
@perlu_aktor
def kelola(request: HttpRequest, pk: int) -> HttpResponse:
    """A class for who runs it: its step, who comes, its days, what is next."""
    kelas = kelas_atau_404(request, pk)
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    peran = peran_kelas(aktor=aktor, kelas=kelas, pada=pada)
    aksi = aksi_kelas(kelas, peran)
    hari = daftar_hadir(kelas=kelas)
    peserta = list(peserta_kelas(kelas=kelas))
    halaman = Paginator(peserta, PER_LAMAN).get_page(request.GET.get("halaman"))
    konteks = {
        "kelas": kelas,
        "masa": masa(kelas),
        "kursus": nama_kursus(kelas),
        "nada": NADA[layanan.S(kelas.status)],
        "langkah": langkah_kelas(kelas),
        "pelatih": list(kelas.daftar_pelatih.order_by("nama", "pk")),
        "hari": hari,
        "halaman": halaman,
        "daftar": [baris_peserta(satu, hari) for satu in halaman],
        "jawaban": hitung_jawaban(peserta),
        "jumlah": len(peserta),
        "penyelenggara": bool(peran_unit(aktor=aktor, unit=kelas.unit, pada=pada)),
        "bisa_mulai": "mulai" in aksi and kelas.mulai <= pada,
        "bisa_selesai": "selesaikan" in aksi and kelas.selesai <= pada,
        "bisa_buka": "buka" in aksi,
        "bisa_batal": "batalkan" in aksi,
        "bisa_beku": kelas.status == layanan.S.SELESAI and kelas.dibekukan_pada is None,
        "batas_beku": batas_sesudah(kelas),
        "bisa_hadir": kelas.status in {layanan.S.BERLANGSUNG, layanan.S.SELESAI},
        "bisa_ubah": kelas.status in {layanan.S.DISUSUN, layanan.S.TERBUKA},
        "bisa_undang": kelas.status
        in {layanan.S.DISUSUN, layanan.S.TERBUKA, layanan.S.BERLANGSUNG},
    }
    return render_laman(request, "bimtek/kelas_kelola.html", konteks, nav=NAV)


@require_POST
@perlu_aktor
@idempoten
def langkah(request: HttpRequest, pk: int, aksi: str) -> HttpResponseBase:
    """Open, begin or end a class."""
    kelas = kelas_atau_404(request, pk)
    aktor = aktor_wajib(request)
    jalankan, pesan = {
        "buka": (layanan.buka_kelas, _("Kelas dibuka. Yang diundang diberi tahu sekarang.")),
        "mulai": (layanan.mulai_kelas, _("Kelas dimulai. Kehadiran bisa dicatat.")),
        "selesaikan": (
            layanan.selesaikan_kelas,
            _("Kelas selesai. Angket dan latihan sesudahnya terbuka bagi yang hadir."),
        ),
    }.get(aksi, (None, ""))
    if jalankan is None:
        raise Http404
    try:
        jalankan(aktor=aktor, kelas=kelas, pada=aktor.hari_ini)
    except MasukanSalahError as galat:
        messages.warning(request, galat.pesan)
    else:
        messages.success(request, pesan)
    return redirect("bimtek:kelas_kelola", pk=pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def batalkan(request: HttpRequest, pk: int) -> HttpResponse:
    """Call a class off with a reason."""
    kelas = kelas_atau_404(request, pk)
    aktor = aktor_wajib(request)
    kembali = reverse("bimtek:kelas_kelola", args=[pk])

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.batalkan_kelas(aktor=aktor, kelas=kelas, alasan=isi["alasan"], pada=aktor.hari_ini)
        return kembali

    return laman_isian(
        request, BatalForm(**kirim(request), aktor=aktor), kerjakan,
        pesan=_("Kelas dibatalkan. Yang diundang diberi tahu."), judul=_("Batalkan kelas"),
        tombol=_("Batalkan kelas"), induk=kelas.judul, kembali=kembali, nav=NAV, nada="bahaya",
        draf=f"kelas-batal-{pk}",
        pengantar=_("Kelas yang dibatalkan tidak dibuka lagi; susun kelas baru untuk gantinya."),
    )  # fmt: skip

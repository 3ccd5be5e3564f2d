"""The plan: mine, somebody's, my team's; its rows; the steps between the person and the rater."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.core.galat import MasukanSalahError
from tera.core.idempoten import idempoten
from tera.core.workflow import aksi_tersedia
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.forms.pengembangan.rencana import CatatanForm, KegiatanForm, awal_kegiatan
from tera.tindak_lanjut.permissions.pengembangan import peran_orang
from tera.tindak_lanjut.selectors.pengembangan import rencana as tanya
from tera.tindak_lanjut.selectors.pengembangan.peta import Temuan, peta_pengembangan
from tera.tindak_lanjut.selectors.pengembangan.sasaran import sasaran_orang
from tera.tindak_lanjut.services.pengembangan import rencana as layanan
from tera.tindak_lanjut.views.pengembangan.alat import (
    halaman,
    isian,
    kegiatan_atau_404,
    lakukan,
    orang_atau_404,
    rencana_atau_404,
    terima_form,
    wajib_peran,
)
from tera.tindak_lanjut.views.pengembangan.tampilan import (
    baris_tim,
    konteks_orang,
    konteks_peta,
    tahun_dipilih,
)

#: Most learning is at work: the list shouldn't begin with a course.
JENIS_AWAL = "bimbingan_di_tempat_kerja"


@require_safe
@perlu_aktor
def saya(request: HttpRequest) -> HttpResponse:
    """My plan of the year, my JP, what waits for me."""
    aktor = aktor_wajib(request)
    pegawai = orang_atau_404(request, aktor.pegawai_id or 0)
    return _orang(request, pegawai)


@require_safe
@perlu_aktor
def orang(request: HttpRequest, pk: int) -> HttpResponse:
    """The plan of somebody I rate or supervise."""
    return _orang(request, orang_atau_404(request, pk))


def _orang(request: HttpRequest, pegawai: Pegawai) -> HttpResponse:
    aktor = aktor_wajib(request)
    tahun = tahun_dipilih(request, aktor.hari_ini)
    rencana = tanya.rencana_tahun(aktor=aktor, pegawai_id=pegawai.pk, tahun=tahun)
    peran = peran_orang(aktor=aktor, pegawai_id=pegawai.pk, pada=aktor.hari_ini)
    konteks = konteks_orang(
        aktor=aktor,
        pegawai=pegawai,
        rencana=rencana,
        tahun=tahun,
        aksi={
            satu.aksi
            for satu in aksi_tersedia(
                jenis="rencana_pengembangan", status=rencana.status, daftar_peran=peran
            )
        }
        if rencana
        else set(),
        boleh_usul=aktor.pegawai_id != pegawai.pk and bool(peran & {"penilai", "atasan_penilai"}),
    )
    return halaman(request, "orang", konteks)


@require_safe
@perlu_aktor
def peta_saya(request: HttpRequest) -> HttpResponse:
    """My own strengths and gaps."""
    return _peta(request, orang_atau_404(request, aktor_wajib(request).pegawai_id or 0))


@require_safe
@perlu_aktor
def peta(request: HttpRequest, pk: int) -> HttpResponse:
    """Strengths and gaps of a person, each with its evidence."""
    return _peta(request, orang_atau_404(request, pk))


def _peta(request: HttpRequest, pegawai: Pegawai) -> HttpResponse:
    aktor = aktor_wajib(request)
    isi = peta_pengembangan(aktor=aktor, pegawai=pegawai, pada=aktor.hari_ini)
    return halaman(request, "peta", konteks_peta(aktor=aktor, pegawai=pegawai, peta=isi))


@require_safe
@perlu_aktor
def tim(request: HttpRequest) -> HttpResponse:
    """The people I rate: who has a plan, how far it is, how many JP."""
    aktor = aktor_wajib(request)
    tahun = tahun_dipilih(request, aktor.hari_ini)
    daftar = tanya.rencana_tim(aktor=aktor, tahun=tahun, pada=aktor.hari_ini)
    konteks = {"daftar": baris_tim(daftar, tahun), "tahun": tahun}
    return halaman(request, "tim", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kegiatan_baru(request: HttpRequest) -> HttpResponseBase:
    """A new row of my plan; with ``?temuan=`` the gap of the map is filled in already."""
    aktor = aktor_wajib(request)
    pegawai = orang_atau_404(request, aktor.pegawai_id or 0)
    temuan = _temuan(request, pegawai)
    form = KegiatanForm(
        isian(request),
        pada=aktor.hari_ini,
        calon=tanya.calon_pembimbing(pegawai_id=pegawai.pk, pada=aktor.hari_ini),
        instansi_id=aktor.instansi_id,
        sasaran=sasaran_orang(pegawai=pegawai, pada=aktor.hari_ini),
        initial={
            "sasaran": _sasaran_temuan(temuan),
            "uraian_kesenjangan": temuan.teks if temuan else "",
            "kesenjangan": temuan.kesenjangan if temuan else "teknis",
            "jenis": JENIS_AWAL,
        },
    )
    return terima_form(
        request,
        form,
        kerjakan=lambda f: _tambah(request, f, temuan),
        sukses=_("Kegiatan masuk rencana. Ajukan rencananya bila sudah lengkap."),
        ke=lambda satu: ("pengembangan_saya", None),
        templat="kegiatan_form",
        konteks={"temuan": temuan, "ubah": None},
        draf="pengembangan-kegiatan-baru",
    )


def _sasaran_temuan(temuan: Temuan | None) -> str:
    """The target a finding points at: its key is ``<result>:rhk:<key>`` or ``…:perilaku:…``."""
    bagian = temuan.kunci.split(":") if temuan else []
    return ":".join(bagian[1:]) if len(bagian) == 3 and bagian[1] in {"rhk", "perilaku"} else ""


def _temuan(request: HttpRequest, pegawai: Pegawai) -> Temuan | None:
    kunci = request.GET.get("temuan", "")
    if not kunci:
        return None
    aktor = aktor_wajib(request)
    isi = peta_pengembangan(aktor=aktor, pegawai=pegawai, pada=aktor.hari_ini)
    return isi.cari(kunci)


def _tambah(request: HttpRequest, form: KegiatanForm, temuan: Temuan | None) -> object:
    aktor = aktor_wajib(request)
    rencana = layanan.buka_rencana(aktor=aktor, tahun=aktor.hari_ini.year, pada=aktor.hari_ini)
    asal: dict[str, Any] = (
        {"asal": temuan.asal, "rujukan": temuan.kunci, "evaluasi_id": temuan.evaluasi_id}
        if temuan
        else {}
    )
    return layanan.tambah_kegiatan(
        aktor=aktor, rencana=rencana, isi=form.isi(**asal), pada=aktor.hari_ini
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kegiatan_ubah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Change a row that isn't agreed yet."""
    aktor = aktor_wajib(request)
    satu = kegiatan_atau_404(request, pk)
    wajib_peran(
        request,
        satu.rencana.pegawai_id,
        frozenset({"pegawai"}),
        _("Rencana pengembangan disusun oleh pegawainya sendiri."),
    )
    calon = tanya.calon_pembimbing(pegawai_id=satu.rencana.pegawai_id, pada=aktor.hari_ini)
    form = KegiatanForm(
        isian(request),
        pada=aktor.hari_ini,
        calon=calon,
        instansi_id=aktor.instansi_id,
        sasaran=sasaran_orang(pegawai=satu.rencana.pegawai, pada=aktor.hari_ini),
        lama=(satu.sasaran, satu.sasaran_teks),
        initial=awal_kegiatan(satu, calon),
    )
    return terima_form(
        request,
        form,
        kerjakan=lambda f: layanan.ubah_kegiatan(
            aktor=aktor, kegiatan=satu, isi=f.isi(), pada=aktor.hari_ini
        ),
        sukses=_("Kegiatan diubah."),
        ke=lambda _hasil: ("pengembangan_kegiatan", pk),
        templat="kegiatan_form",
        konteks={"temuan": None, "ubah": satu},
        draf=f"pengembangan-kegiatan-{pk}",
    )


@require_POST
@perlu_aktor
@idempoten
def kegiatan_hapus(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Take a row off the plan before it is agreed."""
    aktor = aktor_wajib(request)
    layanan.hapus_kegiatan(aktor=aktor, kegiatan=kegiatan_atau_404(request, pk))
    return lakukan(request, None, _("Kegiatan dihapus dari rencana."), "pengembangan_saya", None)


@require_POST
@perlu_aktor
@idempoten
def langkah(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A step of the plan that needs no words: send, take back, open again, agree."""
    aktor = aktor_wajib(request)
    satu = rencana_atau_404(request, pk)
    pilihan = {
        "ajukan": (layanan.ajukan_rencana, _("Rencana diajukan kepada penilai Anda.")),
        "tarik": (layanan.tarik_rencana, _("Rencana ditarik; sekarang bisa diubah.")),
        "susun_lagi": (layanan.susun_lagi, _("Rencana dibuka lagi. Yang disetujui tetap jalan.")),
        "setujui": (layanan.setujui_rencana, _("Rencana disetujui. Pegawai bisa memulainya.")),
    }
    kata = request.POST.get("aksi", "")
    if kata not in pilihan:
        raise MasukanSalahError(_("Langkah itu tidak dikenal. Muat ulang halaman."))
    kerjakan, kabar = pilihan[kata]
    hasil = kerjakan(aktor=aktor, rencana=satu, pada=aktor.hari_ini)
    return lakukan(request, hasil, kabar, "pengembangan_orang", satu.pegawai_id)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kembalikan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Return the plan with a note."""
    aktor = aktor_wajib(request)
    satu = rencana_atau_404(request, pk)
    wajib_peran(
        request,
        satu.pegawai_id,
        frozenset({"penilai"}),
        _("Rencana dikembalikan oleh pejabat penilainya."),
    )
    return terima_form(
        request,
        CatatanForm(isian(request)),
        kerjakan=lambda f: layanan.kembalikan_rencana(
            aktor=aktor, rencana=satu, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Rencana dikembalikan dengan catatan Anda."),
        ke=lambda _hasil: ("pengembangan_orang", satu.pegawai_id),
        templat="kata",
        konteks={
            "judul": _("Kembalikan rencana"),
            "siapa": satu.pegawai.nama_lengkap,
            "tombol": _("Kembalikan dengan catatan"),
            "kembali": satu.pegawai_id,
        },
        draf=f"pengembangan-kembali-{pk}",
    )

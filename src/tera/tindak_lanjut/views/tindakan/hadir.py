"""The rule of absence: counts, the step that is reached, what must be proposed; each read noted."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tera.antarmuka.format import tulis_waktu
from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.galat import TidakBerwenangError
from tera.core.idempoten import idempoten
from tera.organisasi.permissions import daftar_petugas, peran_petugas
from tera.organisasi.views.alat_orang import kirim, laman_isian
from tera.regulasi.tindak_lanjut import TIDAK_HADIR
from tera.tindak_lanjut.forms.tindakan_hadir import (
    ImporKetidakhadiranForm,
    KetidakhadiranForm,
    PemeriksaanForm,
)
from tera.tindak_lanjut.models import KetidakhadiranTahunan
from tera.tindak_lanjut.permissions.tindakan import PEMUTUS
from tera.tindak_lanjut.selectors.tindakan_hadir import (
    ambang,
    ambang_pertama,
    ketidakhadiran_terlihat,
    pembaca_ketidakhadiran,
)
from tera.tindak_lanjut.services.tindakan import hadir as layanan
from tera.tindak_lanjut.services.tindakan.hasil import dasar_rekaman
from tera.tindak_lanjut.tampilan_tindakan import dasar_tampil
from tera.tindak_lanjut.views.kabar import kabarkan_impor

NAV = "tindak_lanjut"
BARIS = 30
NADA = {"ringan": "peringatan", "sedang": "bahaya", "berat": "bahaya"}


@require_safe
@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponseBase:
    """One's own counts; of people one rates; as an officer what reaches a step, or a search."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    petugas = daftar_petugas(aktor=aktor, pada=pada)
    peran = {kata for kata, _path in petugas}
    cari = request.GET.get("q", "").strip()
    semua = ketidakhadiran_terlihat(aktor=aktor, petugas=petugas)
    orang_lain = semua.exclude(pegawai_id=aktor.pegawai_id or 0)
    if cari:
        orang_lain = (
            orang_lain.filter(pegawai__nip__startswith=cari.replace(" ", ""))
            if cari.replace(" ", "").isdecimal()
            else orang_lain.filter(pegawai__nama__icontains=cari)
        )
    else:
        orang_lain = orang_lain.filter(hari__gte=ambang_pertama(pada))
    halaman = Paginator(orang_lain, BARIS).get_page(request.GET.get("halaman"))
    tampil = list(halaman)
    layanan.baca_ketidakhadiran(aktor=aktor, daftar=tampil)
    milik = list(semua.filter(pegawai_id=aktor.pegawai_id or 0))
    aturan = TIDAK_HADIR.pada(max(pada, TIDAK_HADIR.daftar[0].sejak))
    konteks = {
        "milik": [_baris(satu, aktor) for satu in milik],
        "pembaca": [
            {"nama": nama, "waktu": tulis_waktu(saat, aktor.zona)}
            for nama, saat in pembaca_ketidakhadiran(aktor=aktor, milik=milik)
        ],
        "baris": [_baris(satu, aktor) for satu in tampil],
        "halaman": halaman,
        "cari": cari,
        "petugas": bool(peran & ({"pengelola"} | PEMUTUS)),
        "pengelola": "pengelola" in peran,
        "tangga": [
            {"rentang": _rentang(satu), "tingkat": satu.tingkat, "hukuman": satu.hukuman}
            for satu in aturan.nilai
        ],
        "dasar": dasar_tampil(dasar_rekaman(aturan.dasar)),
    }
    return render_laman(request, "tindak_lanjut/tindakan/ketidakhadiran.html", konteks, nav=NAV)


def _rentang(satu: Any) -> str:
    if satu.berturut is not None:
        return _("%(dari)s hari atau lebih, atau %(n)s hari berturut-turut") % {
            "dari": satu.dari,
            "n": satu.berturut,
        }
    if satu.dari == satu.sampai:
        return _("%(n)s hari") % {"n": satu.dari}
    return _("%(dari)s–%(sampai)s hari") % {"dari": satu.dari, "sampai": satu.sampai}


def _baris(satu: KetidakhadiranTahunan, aktor: Aktor) -> dict[str, Any]:
    hasil = ambang(satu, aktor.hari_ini)
    return {
        "satu": satu,
        "ambang": hasil,
        "nada": NADA.get(hasil.tingkat, "netral"),
        "perlu_periksa": hasil.tercapai and satu.diperiksa_pada is None,
        "saya_memeriksa": getattr(satu, "penilai_kini", None) == aktor.pegawai_id,
    }


def _wajib_pengelola(aktor: Aktor) -> None:
    if "pengelola" not in peran_petugas(aktor=aktor, pada=aktor.hari_ini):
        raise TidakBerwenangError(
            _("Ketidakhadiran dicatat pengelola kinerja unit orangnya. Hubungi pengelola itu.")
        )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def catat(request: HttpRequest) -> HttpResponseBase:
    """Write one person's count."""
    aktor = aktor_wajib(request)
    _wajib_pengelola(aktor)
    form = KetidakhadiranForm(**kirim(request), aktor=aktor, initial={"tahun": aktor.hari_ini.year})

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.catat_ketidakhadiran(aktor=aktor, pada=aktor.hari_ini, **isi)
        return _alamat() + f"?q={isi['pegawai'].nip or isi['pegawai'].nama}"

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Tercatat. Bila ambangnya tercapai, atasan langsungnya diberi tahu."),
        judul=_("Catat ketidakhadiran"),
        tombol=_("Catat"),
        induk=_("Ketidakhadiran"),
        kembali=_alamat(),
        nav=NAV,
        peka=True,
        draf="ketidakhadiran",
        pengantar=_(
            "Hitungan ini bahan pemeriksaan oleh atasan langsung. Hukuman disiplin tidak pernah "
            "tercatat sendiri dari sini."
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def impor(request: HttpRequest) -> HttpResponseBase:
    """Read a year's counts from a sheet."""
    aktor = aktor_wajib(request)
    _wajib_pengelola(aktor)
    form = ImporKetidakhadiranForm(
        **kirim(request), aktor=aktor, initial={"tahun": aktor.hari_ini.year}
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        berkas = isi["berkas"]
        hasil = layanan.impor_ketidakhadiran(
            aktor=aktor, tahun=isi["tahun"], nama=berkas.name, isi=berkas.read(),
            pada=aktor.hari_ini,
        )  # fmt: skip
        kabarkan_impor(request, hasil)
        return _alamat()

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan="",
        judul=_("Impor ketidakhadiran"),
        tombol=_("Impor"),
        induk=_("Ketidakhadiran"),
        kembali=_alamat(),
        nav=NAV,
        pengantar=_("Kolomnya NIP dan HARI (jumlah setahun); boleh ditambah BERTURUT. Berkas "
                    "kedua menggantikan hitungan yang sama tahunnya."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def periksa(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The superior says that the examination was held, and what it found."""
    aktor = aktor_wajib(request)
    satu = get_object_or_404(ketidakhadiran_terlihat(aktor=aktor), pk=pk)
    if satu.pegawai_id == aktor.pegawai_id:
        raise Http404
    if not layanan.boleh_memeriksa(aktor=aktor, satu=satu, pada=aktor.hari_ini):
        raise TidakBerwenangError(_("Pemeriksaan dicatat atasan langsung orangnya."))
    hasil = ambang(satu, aktor.hari_ini)
    form = PemeriksaanForm(**kirim(request), aktor=aktor, initial={"tanggal": aktor.hari_ini})
    draf = f"periksa-hadir-{pk}"

    def kerjakan(isi: dict[str, Any]) -> str:
        layanan.catat_pemeriksaan(aktor=aktor, satu=satu, pada=aktor.hari_ini, **isi)
        return _alamat()

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Pemeriksaan tercatat."),
        judul=_("Catat pemeriksaan %(nama)s") % {"nama": satu.pegawai.nama_lengkap},
        tombol=_("Catat pemeriksaan"),
        induk=_("Ketidakhadiran"),
        kembali=_alamat(),
        nav=NAV,
        peka=True,
        draf=draf,
        pengantar=_(
            "%(hari)s hari pada %(tahun)s. Yang boleh diusulkan sesudah pemeriksaan: %(hukuman)s "
            "(tingkat %(tingkat)s). Bila alasannya sah, tidak ada usul."
        )
        % {
            "hari": satu.hari, "tahun": satu.tahun, "hukuman": hasil.hukuman or "–",
            "tingkat": hasil.tingkat or "–",
        },
    )  # fmt: skip


def _alamat() -> str:
    return reverse("tindak_lanjut:ketidakhadiran")

"""One row of a plan: its page, its steps, its evidence."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tera.antarmuka.laman import aktor_wajib, perlu_aktor
from tera.antarmuka.unduh import unduh_berkas
from tera.core.berkas import simpan_berkas
from tera.core.idempoten import idempoten
from tera.core.workflow import HasilLangkah, riwayat
from tera.tindak_lanjut.forms.pengembangan.rencana import AlasanForm, CatatanForm, SelesaiForm
from tera.tindak_lanjut.models import KegiatanPengembangan, PesertaPelatihan
from tera.tindak_lanjut.permissions.pengembangan import peran_orang
from tera.tindak_lanjut.selectors.pengembangan.pelatihan import tempat_kegiatan
from tera.tindak_lanjut.services.pengembangan import kegiatan as layanan
from tera.tindak_lanjut.services.pengembangan.sertifikat import hasil_pelatihan
from tera.tindak_lanjut.views.pengembangan.alat import (
    halaman,
    isian,
    kegiatan_atau_404,
    lakukan,
    terima_form,
    wajib_peran,
)
from tera.tindak_lanjut.views.pengembangan.tampilan import konteks_kegiatan

RUTE = "pengembangan_kegiatan"


@require_safe
@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """The row with its evidence, history and the steps that are the reader's."""
    aktor = aktor_wajib(request)
    satu = kegiatan_atau_404(request, pk)
    peran = peran_orang(aktor=aktor, pegawai_id=satu.rencana.pegawai_id, pada=aktor.hari_ini)
    konteks = konteks_kegiatan(
        aktor=aktor,
        satu=satu,
        peran=peran,
        daftar=list(riwayat(jenis="kegiatan_pengembangan", objek_id=pk)),
    )
    return halaman(request, "kegiatan", konteks)


@require_POST
@perlu_aktor
@idempoten
def mulai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Begin it."""
    aktor = aktor_wajib(request)
    hasil = layanan.mulai_kegiatan(
        aktor=aktor, kegiatan=kegiatan_atau_404(request, pk), pada=aktor.hari_ini
    )
    return lakukan(request, hasil, _("Kegiatan dimulai."), RUTE, pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def selesai(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Report that it is done, with evidence."""
    aktor = aktor_wajib(request)
    satu = kegiatan_atau_404(request, pk)
    wajib_peran(
        request,
        satu.rencana.pegawai_id,
        frozenset({"pegawai"}),
        _("Kegiatan dilaporkan selesai oleh pegawainya sendiri."),
    )
    awal = {"selesai_pada": aktor.hari_ini, "jp_diperoleh": satu.jp, "hasil": satu.hasil}
    tempat = tempat_kegiatan(kegiatan=satu)
    lulus = tempat if tempat and tempat.status == PesertaPelatihan.Status.LULUS else None
    if lulus and not satu.hasil:
        awal = {
            "selesai_pada": max(lulus.sesi.selesai, satu.mulai_pada or lulus.sesi.selesai),
            "jp_diperoleh": lulus.jp,
            "hasil": hasil_pelatihan(lulus),
        }
    form = SelesaiForm(isian(request), request.FILES or None, initial=awal)
    return terima_form(
        request,
        form,
        kerjakan=lambda f: _selesaikan(request, satu, f),
        sukses=_("Laporan terkirim. Penilai Anda memeriksa buktinya."),
        ke=lambda _hasil: (RUTE, pk),
        templat="selesai_form",
        konteks={"satu": satu, "lulus": lulus},
        draf=f"pengembangan-selesai-{pk}",
    )


def _selesaikan(
    request: HttpRequest, satu: KegiatanPengembangan, form: SelesaiForm
) -> HasilLangkah:
    aktor = aktor_wajib(request)
    isi = form.cleaned_data
    unggah = isi["berkas"]
    return layanan.selesaikan_kegiatan(
        aktor=aktor,
        kegiatan=satu,
        hasil=isi["hasil"],
        jp=isi["jp_diperoleh"],
        selesai_pada=isi["selesai_pada"],
        tautan=isi["tautan"],
        berkas=simpan_berkas(
            aktor=aktor, nama=unggah.name, isi=unggah.file, keperluan="bukti_pengembangan"
        )
        if unggah and satu.rencana.pegawai_id == aktor.pegawai_id
        else None,
        pada=aktor.hari_ini,
    )


@require_POST
@perlu_aktor
@idempoten
def verifikasi(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The evidence was seen: the JP count."""
    aktor = aktor_wajib(request)
    hasil = layanan.verifikasi_kegiatan(
        aktor=aktor, kegiatan=kegiatan_atau_404(request, pk), pada=aktor.hari_ini
    )
    return lakukan(request, hasil, _("Kegiatan diverifikasi; JP-nya dihitung."), RUTE, pk)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def kembalikan(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Return a report with a note."""
    aktor = aktor_wajib(request)
    satu = kegiatan_atau_404(request, pk)
    wajib_peran(
        request,
        satu.rencana.pegawai_id,
        frozenset({"penilai"}),
        _("Laporan kegiatan dikembalikan oleh pejabat penilainya."),
    )
    return terima_form(
        request,
        CatatanForm(isian(request)),
        kerjakan=lambda f: layanan.kembalikan_kegiatan(
            aktor=aktor, kegiatan=satu, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Laporan dikembalikan dengan catatan Anda."),
        ke=lambda _hasil: (RUTE, pk),
        templat="kata",
        konteks={
            "judul": _("Kembalikan laporan kegiatan"),
            "siapa": satu.kegiatan,
            "tombol": _("Kembalikan dengan catatan"),
            "kembali": satu.rencana.pegawai_id,
        },
        draf=f"pengembangan-kembali-kegiatan-{pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu_aktor
@idempoten
def batal(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Drop the row with a reason."""
    aktor = aktor_wajib(request)
    satu = kegiatan_atau_404(request, pk)
    wajib_peran(
        request,
        satu.rencana.pegawai_id,
        frozenset({"pegawai", "penilai"}),
        _("Kegiatan dibatalkan oleh pegawainya atau pejabat penilainya."),
    )
    return terima_form(
        request,
        AlasanForm(isian(request)),
        kerjakan=lambda f: layanan.batalkan_kegiatan(
            aktor=aktor, kegiatan=satu, pada=aktor.hari_ini, **f.cleaned_data
        ),
        sukses=_("Kegiatan dibatalkan; alasannya tetap terbaca."),
        ke=lambda _hasil: (RUTE, pk),
        templat="kata",
        konteks={
            "judul": _("Batalkan kegiatan"),
            "siapa": satu.kegiatan,
            "tombol": _("Batalkan kegiatan"),
            "kembali": satu.rencana.pegawai_id,
        },
        draf=f"pengembangan-batal-{pk}",
    )


@require_safe
@perlu_aktor
def berkas(request: HttpRequest, pk: int) -> HttpResponse:
    """The evidence as a download."""
    satu = kegiatan_atau_404(request, pk)
    if satu.berkas is None:
        raise Http404
    return unduh_berkas(satu.berkas, f"bukti-pengembangan-{pk}")

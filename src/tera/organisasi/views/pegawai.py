"""Pages of people: the list, one profile, assignments, officials without NIP, rater by letter."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from tera.antarmuka.laman import aktor_wajib, perlu_aktor, render_laman
from tera.core.aktor import Aktor
from tera.core.idempoten import idempoten
from tera.organisasi import services
from tera.organisasi.forms.inti import (
    CabutForm,
    CariPegawaiForm,
    PejabatForm,
    PenilaiKhususForm,
    PenugasanForm,
    TutupForm,
)
from tera.organisasi.forms.saran import tulis_unit
from tera.organisasi.models import Pegawai, Penugasan
from tera.organisasi.permissions_orang import KELOLA, boleh_kelola
from tera.organisasi.selectors import laman_inti, orang
from tera.organisasi.selectors.petugas import daftar_petugas
from tera.organisasi.services.dasar_orang import wajib_kelola
from tera.organisasi.services.surat import BagianSurat, lampirkan_surat
from tera.organisasi.views.alat_orang import kirim, laman_isian


@perlu_aktor
def daftar(request: HttpRequest) -> HttpResponse:
    """The people the aktor may see, searched and filtered."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    form = CariPegawaiForm(request.GET, aktor=aktor)
    sah = form.is_valid()
    cari = str(form.cleaned_data.get("q") or "")
    unit = form.cleaned_data.get("unit")
    daftar_peran = daftar_petugas(aktor=aktor, pada=pada)
    penomor: Paginator[Any] = Paginator(
        laman_inti.daftar_pegawai(
            aktor=aktor, pada=pada, daftar_peran=daftar_peran, cari=cari, unit=unit
        ),
        laman_inti.PER_HALAMAN,
    )
    halaman = penomor.get_page(request.GET.get("halaman"))
    halaman.object_list = laman_inti.berpenugasan(halaman.object_list, pada=pada)
    return render_laman(
        request,
        "organisasi/pegawai_daftar.html",
        {
            "form": form,
            "sah": sah,
            "aktif": bool(cari) + (unit is not None),
            "halaman": halaman,
            "boleh_kelola": any(peran in KELOLA for peran, _jalur in daftar_peran),
        },
        nav="pegawai",
    )


@perlu_aktor
def rincian(request: HttpRequest, pk: int) -> HttpResponse:
    """One profile: assignments, who rates and why, numbers."""
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    pegawai = get_object_or_404(
        orang.pegawai_terlihat(aktor=aktor, pada=pada).select_related("akun"), pk=pk
    )
    tugas = list(laman_inti.riwayat_penugasan(pegawai=pegawai))
    hubungan = laman_inti.hubungan_pada(daftar_id=[t.pk for t in tugas], pada=pada)
    kini = [(t, hubungan.get(t.pk)) for t in tugas if _berlaku(t, pada)]
    unit = kini[0][0].unit if kini else None
    return render_laman(
        request,
        "organisasi/pegawai_rincian.html",
        {
            "pegawai": pegawai,
            "kini": kini,
            "lalu": [t for t in tugas if not _berlaku(t, pada)],
            "daftar_nomor": pegawai.daftar_nomor.order_by("-sejak"),
            "boleh_kelola": boleh_kelola(aktor=aktor, pada=pada, unit=unit),
            "pada": pada,
        },
        nav="pegawai",
    )


def _berlaku(tugas: Penugasan, pada: Any) -> bool:
    return tugas.sejak <= pada and (tugas.sampai is None or tugas.sampai >= pada)


@perlu_aktor
def pejabat_baru(request: HttpRequest) -> HttpResponse:
    """Add an official without NIP."""
    aktor = aktor_wajib(request)
    wajib_kelola(aktor=aktor, pada=aktor.hari_ini, perbuatan=_("menambah pejabat"))
    return _pejabat_baru(request)


@idempoten
def _pejabat_baru(request: HttpRequest) -> HttpResponse:
    aktor = aktor_wajib(request)
    akar = orang.unit_terlihat(aktor=aktor).filter(induk=None).order_by("urut").first()
    form = PejabatForm(
        **kirim(request),
        aktor=aktor,
        initial={
            "unit": tulis_unit(akar) if akar else "",
            "jabatan": akar.nama_jabatan_pimpinan if akar else "",
        },
    )

    def kerjakan(isi: dict[str, Any]) -> str:
        unit = isi.pop("unit")
        pegawai = services.tambah_pejabat(aktor=aktor, pada=aktor.hari_ini, unit_id=unit.pk, **isi)
        return reverse("organisasi:pegawai_rincian", args=[pegawai.pk])

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Pejabat tercatat. Penilai yang terkena sudah dihitung ulang."),
        template="organisasi/isian.html",
        nav="pegawai",
        judul=_("Tambah pejabat tanpa NIP"),
        tombol=_("Simpan pejabat"),
        kembali=reverse("organisasi:pegawai"),
        induk=pgettext("daftar", "Pegawai"),
        pengantar=_(
            "Untuk Bupati, Wakil Bupati, Penjabat, atau pejabat non-ASN. Pegawai ASN masuk lewat "
            "impor."
        ),
    )


def _pegawai_dikelola(request: HttpRequest, pk: int) -> Pegawai:
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    pegawai = get_object_or_404(orang.pegawai_terlihat(aktor=aktor, pada=pada), pk=pk)
    if not any(peran in KELOLA for peran, _jalur in daftar_petugas(aktor=aktor, pada=pada)):
        wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengubah penugasan"))
    return pegawai


def _tugas_dikelola(request: HttpRequest, pk: int) -> Penugasan:
    aktor = aktor_wajib(request)
    pada = aktor.hari_ini
    tugas = get_object_or_404(laman_inti.penugasan_terlihat(aktor=aktor, pada=pada), pk=pk)
    wajib_kelola(aktor=aktor, pada=pada, perbuatan=_("mengubah penugasan"), unit=tugas.unit)
    return tugas


def _lampirkan(aktor: Aktor, tugas: Penugasan, bagian: BagianSurat, berkas: Any) -> None:
    """Attach the scan that came with the form, if any; its refusal undoes the whole form."""
    if berkas:
        lampirkan_surat(
            aktor=aktor,
            pada=aktor.hari_ini,
            penugasan=tugas,
            bagian=bagian,
            nama=berkas.name,
            isi=berkas.file,
        )


@perlu_aktor
def penugasan_baru(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an assignment of one person."""
    return _penugasan_baru(request, _pegawai_dikelola(request, pk))


@idempoten
def _penugasan_baru(request: HttpRequest, pegawai: Pegawai) -> HttpResponse:
    aktor = aktor_wajib(request)
    form = PenugasanForm(**kirim(request), aktor=aktor, initial={"sejak": aktor.hari_ini})
    kembali = reverse("organisasi:pegawai_rincian", args=[pegawai.pk])

    def kerjakan(isi: dict[str, Any]) -> str:
        unit, berkas = isi.pop("unit"), isi.pop("berkas")
        tugas = services.buka_penugasan(
            aktor=aktor, pada=aktor.hari_ini, pegawai_id=pegawai.pk, unit_id=unit.pk, **isi
        )
        _lampirkan(aktor, tugas, "dasar", berkas)
        return kembali

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Penugasan tercatat. Penilai yang terkena sudah dihitung ulang."),
        template="organisasi/isian.html",
        nav="pegawai",
        judul=_("Buka penugasan"),
        tombol=_("Simpan penugasan"),
        kembali=kembali,
        induk=pegawai.nama_lengkap,
        pengantar="",
    )


@perlu_aktor
def penugasan_tutup(request: HttpRequest, pk: int) -> HttpResponse:
    """Close one assignment."""
    return _penugasan_tutup(request, _tugas_dikelola(request, pk))


@idempoten
def _penugasan_tutup(request: HttpRequest, tugas: Penugasan) -> HttpResponse:
    aktor = aktor_wajib(request)
    form = TutupForm(**kirim(request), aktor=aktor, initial={"sampai": aktor.hari_ini})
    kembali = reverse("organisasi:pegawai_rincian", args=[tugas.pegawai_id])

    def kerjakan(isi: dict[str, Any]) -> str:
        services.tutup_penugasan(aktor=aktor, pada=aktor.hari_ini, penugasan=tugas, **isi)
        return kembali

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Penugasan ditutup. Penilai yang terkena sudah dihitung ulang."),
        template="organisasi/isian.html",
        nav="pegawai",
        judul=_("Tutup penugasan"),
        tombol=_("Tutup penugasan"),
        nada="bahaya",
        kembali=kembali,
        induk=tugas.pegawai.nama_lengkap,
        pengantar=f"{tugas.jabatan.nama} · {tugas.unit.nama}",
    )


@perlu_aktor
def penilai_khusus(request: HttpRequest, pk: int) -> HttpResponse:
    """Set a rater by letter."""
    return _penilai_khusus(request, _tugas_dikelola(request, pk))


@idempoten
def _penilai_khusus(request: HttpRequest, tugas: Penugasan) -> HttpResponse:
    aktor = aktor_wajib(request)
    form = PenilaiKhususForm(**kirim(request), aktor=aktor, initial={"sejak": aktor.hari_ini})
    kembali = reverse("organisasi:pegawai_rincian", args=[tugas.pegawai_id])

    def kerjakan(isi: dict[str, Any]) -> str:
        penilai, berkas = isi.pop("nip"), isi.pop("berkas")
        services.tetapkan_penilai_khusus(
            aktor=aktor, pada=aktor.hari_ini, penugasan=tugas, penilai_id=penilai.pk, **isi
        )
        _lampirkan(aktor, tugas, "penilai", berkas)
        return kembali

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Penilai khusus tercatat."),
        template="organisasi/isian.html",
        nav="pegawai",
        judul=_("Tetapkan penilai khusus"),
        tombol=_("Tetapkan penilai"),
        kembali=kembali,
        induk=tugas.pegawai.nama_lengkap,
        pengantar=_(
            "Hanya dengan surat penetapan. Tanpa itu penilai mengikuti pohon unit dan penugasan."
        ),
    )


@perlu_aktor
def penilai_cabut(request: HttpRequest, pk: int) -> HttpResponse:
    """End a rater by letter."""
    return _penilai_cabut(request, _tugas_dikelola(request, pk))


@idempoten
def _penilai_cabut(request: HttpRequest, tugas: Penugasan) -> HttpResponse:
    aktor = aktor_wajib(request)
    form = CabutForm(**kirim(request), aktor=aktor, initial={"sejak": aktor.hari_ini})
    kembali = reverse("organisasi:pegawai_rincian", args=[tugas.pegawai_id])

    def kerjakan(isi: dict[str, Any]) -> str:
        services.cabut_penilai_khusus(aktor=aktor, pada=aktor.hari_ini, penugasan=tugas, **isi)
        return kembali

    return laman_isian(
        request,
        form,
        kerjakan,
        pesan=_("Penilai khusus dicabut; penilai kembali mengikuti pohon unit."),
        template="organisasi/isian.html",
        nav="pegawai",
        judul=_("Cabut penilai khusus"),
        tombol=_("Cabut penilai khusus"),
        nada="bahaya",
        kembali=kembali,
        induk=tugas.pegawai.nama_lengkap,
        pengantar="",
    )

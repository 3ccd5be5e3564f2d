"""The catalogue: a training, a session, a result, a certificate, the effect."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.regulasi.pengembangan import PROGRAM_KEPEMIMPINAN
from tera.tindak_lanjut.forms.pengembangan.rencana import pilihan_jenis
from tera.tindak_lanjut.models import DampakPelatihan, Kesenjangan, Pelatihan
from tera.tindak_lanjut.services.pengembangan.pelatihan import IsiPelatihan, IsiSesi


def pilihan_program(pada: dt.date) -> list[tuple[str, str]]:
    """Return LAN's programmes as choices; names are terms of law, never translated."""
    return [(satu.kode, satu.nama) for satu in PROGRAM_KEPEMIMPINAN.pada(pada).nilai]


class PelatihanForm(IsianForm):
    """A training of the catalogue."""

    judul = forms.CharField(label=_("Judul pelatihan"), max_length=200)
    jenis = forms.ChoiceField(label=_("Jenis"))
    program = forms.ChoiceField(label=_("Program kepemimpinan"), required=False)
    kesenjangan = forms.ChoiceField(label=_("Kelompok kompetensi"), choices=Kesenjangan.choices)
    jp = forms.IntegerField(label=_("Jam pelajaran (JP)"), min_value=0)
    penyelenggara = forms.CharField(label=_("Penyelenggara"), max_length=200)
    cara = forms.ChoiceField(label=_("Cara pelaksanaan"), choices=Pelatihan.Cara.choices)
    sasaran = forms.CharField(
        label=_("Untuk siapa"),
        help_text=_("Misalnya: petugas loket, pengelola data."),
        max_length=300,
        required=False,
    )
    uraian = forms.CharField(
        label=_("Isi pelatihan"), max_length=4000, required=False, widget=TeksPanjang
    )
    aktif = forms.BooleanField(label=_("Tampil di katalog"), required=False, initial=True)

    def __init__(self, *args: Any, pada: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan: dict[str, list[Any]] = {
            "jenis": pilihan_jenis(pada),
            "program": [("", _("Bukan program kepemimpinan")), *pilihan_program(pada)],
        }
        for nama, isi in pilihan.items():
            self.fields[nama].choices = isi  # type: ignore[attr-defined]

    def isi(self) -> IsiPelatihan:
        """Return the typed training."""
        return IsiPelatihan(**self.cleaned_data)


class CariForm(IsianForm):
    """What one looks for in the catalogue."""

    tanda_opsional = False
    q = forms.CharField(
        label=_("Cari pelatihan"),
        help_text=_("Judul, sasaran, atau penyelenggara."),
        max_length=100,
        required=False,
    )


class SesiForm(IsianForm):
    """One time it is held."""

    mulai = forms.DateField(label=_("Hari pertama"), widget=TanggalInput)
    selesai = forms.DateField(label=_("Hari terakhir"), widget=TanggalInput)
    batas_daftar = forms.DateField(label=_("Mendaftar paling lambat"), widget=TanggalInput)
    kursi = forms.IntegerField(label=_("Jumlah kursi"), min_value=1)
    tempat = forms.CharField(label=_("Tempat atau tautan"), max_length=200, required=False)

    def isi(self) -> IsiSesi:
        """Return the typed session."""
        return IsiSesi(**self.cleaned_data)


class HasilForm(IsianForm):
    """Attendance and result of one person."""

    hadir = forms.BooleanField(label=_("Hadir"), required=False, initial=True)
    lulus = forms.BooleanField(label=_("Lulus"), required=False, initial=True)
    jp = forms.IntegerField(label=_("JP yang diperoleh"), min_value=0)
    nomor_sertifikat = forms.CharField(label=_("Nomor sertifikat"), max_length=100, required=False)


class SertifikatForm(IsianForm):
    """The scan of a certificate."""

    nomor = forms.CharField(label=_("Nomor sertifikat"), max_length=100, required=False)
    berkas = forms.FileField(
        label=_("Pindaian sertifikat"), help_text=_("PDF, PNG, atau JPEG, 10 MB.")
    )
    laporkan = forms.BooleanField(
        label=_("Laporkan juga kegiatannya selesai"), required=False, initial=True
    )

    def __init__(self, *args: Any, kegiatan: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not kegiatan:
            del self.fields["laporkan"]
            return
        self.fields["laporkan"].help_text = _(
            "Baris rencana “%(kegiatan)s” terkirim kepada penilai dengan sertifikat ini sebagai "
            "bukti."
        ) % {"kegiatan": kegiatan}


class ImporPesertaForm(IsianForm):
    """The sheet of a session."""

    berkas = forms.FileField(label=_("Berkas XLSX atau CSV"))


class DampakForm(IsianForm):
    """Whether it is used at work."""

    pakai = forms.ChoiceField(
        label=_("Apakah yang dipelajari dipakai dalam pekerjaan?"),
        choices=DampakPelatihan.Pakai.choices,
        widget=forms.RadioSelect,
    )
    contoh = forms.CharField(
        label=_("Contohnya, atau yang menghalangi"),
        max_length=4000,
        required=False,
        widget=TeksPanjang,
    )

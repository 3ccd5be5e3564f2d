"""Shape of what is typed about talent: years, documents, the committee, reasons."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.organisasi.models import JenisJabatan, UnitKerja
from tera.tindak_lanjut.models import AnggotaSuksesi, KoreksiFakta


class TahunForm(IsianForm):
    """Which year."""

    tahun = forms.IntegerField(label=_("Tahun kinerja"), min_value=2000, max_value=2100)


class TelaahPetaForm(IsianForm):
    """Who of the Komite Talenta sat, and what it said."""

    anggota = forms.CharField(
        label=_("Anggota Komite Talenta yang bersidang"),
        help_text=_("Nama dan jabatan, satu orang per baris."),
        max_length=1000,
        widget=TeksPanjang,
    )
    catatan = forms.CharField(
        label=_("Ringkasan sidang"),
        help_text=_("Yang dibahas, yang disepakati, dan alasan bila ada yang berbeda pendapat."),
        max_length=4000,
        widget=TeksPanjang,
    )


class AlasanForm(IsianForm):
    """Why."""

    alasan = forms.CharField(label=_("Alasan"), max_length=1000, widget=TeksPanjang)


class DokumenForm(IsianForm):
    """The document a decision stands on."""

    nomor = forms.CharField(label=_("Nomor dokumen penetapan"), max_length=100)
    tanggal = forms.DateField(label=_("Tanggal dokumen"), widget=TanggalInput)
    berkas = forms.FileField(
        label=_("Pindaian dokumen"),
        help_text=_("PDF, PNG, atau JPEG sampai 10 MB."),
        required=False,
    )


class SaringPetaForm(forms.Form):
    """What the matrix is narrowed to."""

    unit = forms.ChoiceField(label=_("Unit"), required=False)
    jenis = forms.ChoiceField(label=_("Jenis jabatan"), required=False)
    q = forms.CharField(label=_("Nama atau NIP"), required=False, max_length=100)

    def __init__(self, *args: Any, unit: Sequence[UnitKerja], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.path = {str(satu.pk): satu.path for satu in unit}
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            ("", _("Semua unit yang Anda jangkau")),
            *((str(satu.pk), satu.nama) for satu in unit),
        ]
        self.fields["jenis"].choices = [  # type: ignore[attr-defined]
            ("", _("Semua jabatan")),
            *JenisJabatan.choices[1:],
        ]

    def pilihan(self) -> dict[str, str]:
        """Return path, kind of post and words; an unknown choice filters nothing."""
        isi = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return {
            "path": self.path.get(isi.get("unit") or "", ""),
            "jenis": isi.get("jenis") or "",
            "cari": isi.get("q") or "",
        }

    @property
    def aktif(self) -> int:
        """How many filters are on."""
        return sum(bool(nilai) for nilai in self.pilihan().values())


class UnggahPotensiForm(IsianForm):
    """A file of assessments and where it is from."""

    berkas = forms.FileField(
        label=_("Berkas XLSX atau CSV"),
        help_text=_(
            "Kolom NIP dan Tanggal, lalu Total, atau Kompetensi, Potensi, dan Rekam jejak "
            "(nilai 0–100). Urutan kolom bebas."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": _("Pilih berkas XLSX atau CSV.")},
    )
    sumber = forms.CharField(
        label=_("Sumber penilaian"),
        help_text=_("Misalnya lembaga asesmen dan nomor laporannya."),
        max_length=200,
    )


class PeringkatForm(IsianForm):
    """The levels a unit's Tim Penilai Kinerja gave: one field per person, plus the minutes."""

    dasar = forms.CharField(
        label=_("Berita acara Tim Penilai Kinerja"),
        help_text=_("Nomor dan tanggalnya."),
        max_length=300,
    )

    def __init__(
        self, *args: Any, orang: Sequence[tuple[int, str, str]], pilihan: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.daftar = [f"orang-{pk}" for pk, _nama, _level in orang]
        for pk, nama, level in orang:
            self.fields[f"orang-{pk}"] = forms.ChoiceField(
                label=nama,
                choices=[("", _("Belum")), *pilihan],
                required=False,
                initial=level,
            )

    def level(self) -> dict[int, str]:
        """Return the level of each person who got one."""
        return {
            int(nama.split("-")[1]): self.cleaned_data[nama]
            for nama in self.daftar
            if self.cleaned_data.get(nama)
        }

    @property
    def baris(self) -> list[Any]:
        """The fields of the people."""
        return [self[nama] for nama in self.daftar]


def tahun_awal(pada: dt.date) -> int:
    """Return the year a matrix is usually made for: the one that ended last."""
    return pada.year - 1


class KoreksiForm(IsianForm):
    """Which fact about oneself is wrong."""

    fakta = forms.ChoiceField(label=_("Fakta yang keliru"), choices=KoreksiFakta.Fakta.choices)
    tertulis = forms.CharField(label=_("Yang tertulis sekarang"), max_length=500)
    seharusnya = forms.CharField(label=_("Yang benar"), max_length=500, widget=TeksPanjang)
    bukti = forms.CharField(
        label=_("Bukti"),
        help_text=_("Nomor dan tanggal surat, atau di mana pengelola bisa memeriksanya."),
        max_length=500,
    )
    berkas = forms.FileField(
        label=_("Pindaian bukti"),
        help_text=_("PDF, PNG, atau JPEG sampai 10 MB."),
        required=False,
    )


class JawabKoreksiForm(IsianForm):
    """The pengelola's answer."""

    hasil = forms.ChoiceField(
        label=_("Keputusan"),
        choices=[
            ("perbaiki", _("Sudah diperbaiki di data")),
            ("tolak", _("Tidak diubah")),
        ],
        widget=forms.RadioSelect,
    )
    jawaban = forms.CharField(
        label=_("Penjelasan untuk pegawai"),
        help_text=_("Apa yang diperbaiki dan di mana, atau mengapa tidak diubah."),
        max_length=1000,
        widget=TeksPanjang,
    )


class KelompokForm(IsianForm):
    """The post a succession group is for."""

    jabatan_target = forms.CharField(label=_("Jabatan"), max_length=300)
    jenis_jabatan = forms.ChoiceField(label=_("Jenis jabatan"), choices=JenisJabatan.choices[1:])
    unit = forms.ChoiceField(label=_("Unit"))
    alasan = forms.CharField(
        label=_("Mengapa jabatan ini kritikal atau strategis"), max_length=1000, widget=TeksPanjang
    )

    def __init__(self, *args: Any, unit: Sequence[UnitKerja], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [(str(u.pk), u.nama) for u in unit]  # type: ignore[attr-defined]


class AnggotaForm(IsianForm):
    """Who is put in, how ready."""

    nip = forms.CharField(
        label=_("NIP"), max_length=18, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    kesiapan = forms.ChoiceField(
        label=_("Kesiapan"), choices=AnggotaSuksesi.Kesiapan.choices, widget=forms.RadioSelect
    )
    alasan = forms.CharField(
        label=_("Alasan komite"),
        help_text=_("Mengapa orang ini, dan mengapa kesiapannya begitu. Terbaca orangnya."),
        max_length=1000,
        widget=TeksPanjang,
    )

"""Shape of what is typed about talent: years, documents, the committee, reasons."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.organisasi.forms.saran import IsianPegawai, IsianSaran, IsianUnit
from tera.organisasi.models import JenisJabatan, UnitKerja
from tera.regulasi.golongan import JenisPegawai, daftar_golongan
from tera.tindak_lanjut.models import AnggotaSuksesi, KoreksiFakta
from tera.tindak_lanjut.selectors.talenta.kriteria import PENDIDIKAN, Kriteria


def isian_instansi(form: forms.Form, instansi_id: int) -> None:
    """Let the fields that find a person or a unit look in this instansi alone."""
    for bidang in form.fields.values():
        if isinstance(bidang, IsianSaran):
            bidang.instansi_id = instansi_id


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
    unit = IsianUnit(label=_("Unit"))
    alasan = forms.CharField(
        label=_("Mengapa jabatan ini kritikal atau strategis"), max_length=1000, widget=TeksPanjang
    )

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian_instansi(self, instansi_id)


class CariNamaForm(forms.Form):
    """A piece of a name or NIP."""

    q = forms.CharField(label=_("Nama atau NIP"), required=False, max_length=100)

    @property
    def kata(self) -> str:
        """What is looked for; nothing while nothing was typed."""
        return str(self.cleaned_data.get("q", "")) if self.is_bound and self.is_valid() else ""

    @property
    def aktif(self) -> int:
        """Whether something is looked for."""
        return int(bool(self.kata))


class AnggotaForm(IsianForm):
    """Who is put in, how ready."""

    pegawai = IsianPegawai(label=_("Orangnya"))
    kesiapan = forms.ChoiceField(
        label=_("Kesiapan"), choices=AnggotaSuksesi.Kesiapan.choices, widget=forms.RadioSelect
    )
    alasan = forms.CharField(
        label=_("Alasan komite"),
        help_text=_("Mengapa orang ini, dan mengapa kesiapannya begitu. Terbaca orangnya."),
        max_length=1000,
        widget=TeksPanjang,
    )

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian_instansi(self, instansi_id)


class CariForm(IsianForm):
    """A post and what it asks for."""

    jabatan_target = forms.CharField(label=_("Jabatan yang dicari orangnya"), max_length=300)
    keperluan = forms.CharField(
        label=_("Keperluan pencarian"),
        help_text=_("Tersimpan bersama pencarian dan terbaca auditor."),
        max_length=500,
    )
    unit = IsianUnit(
        label=_("Cari di unit"),
        help_text=_("Kosongkan untuk semua unit yang Anda jangkau."),
        required=False,
    )
    pangkat_min = forms.ChoiceField(label=_("Pangkat sedikitnya"), required=False)
    pernah_jenis = forms.ChoiceField(
        label=_("Pernah menjabat"),
        choices=[("", _("Tidak disyaratkan")), *JenisJabatan.choices[1:]],
        required=False,
    )
    pendidikan_min = forms.ChoiceField(
        label=_("Pendidikan sedikitnya"),
        choices=[("", _("Tidak disyaratkan")), *((t, t) for t in PENDIDIKAN)],
        required=False,
    )
    tahun_jabatan_min = forms.IntegerField(
        label=_("Lama dalam jabatan kini (tahun)"), min_value=0, max_value=40, required=False
    )
    predikat_min = forms.ChoiceField(
        label=_("Predikat sedikitnya"),
        choices=[
            ("", _("Tidak disyaratkan")),
            ("baik", _("Baik")),
            ("sangat_baik", _("Sangat Baik")),
        ],
        required=False,
    )
    predikat_tahun = forms.IntegerField(
        label=_("selama berapa tahun terakhir"),
        min_value=1,
        max_value=5,
        initial=3,
        required=False,
    )
    suksesi = forms.BooleanField(label=_("Kotak 7, 8, atau 9 pada peta terakhir"), required=False)
    capaian_min = forms.IntegerField(
        label=_("Capaian terverifikasi sedikitnya"), min_value=0, max_value=50, required=False
    )
    pelatihan = forms.CharField(label=_("Pelatihan dengan kata"), max_length=100, required=False)
    tanpa_disiplin = forms.BooleanField(
        label=_("Tidak ada catatan disiplin yang diketahui"), required=False
    )
    tanda_opsional = False

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        isian_instansi(self, instansi_id)
        self.fields["pangkat_min"].choices = [  # type: ignore[attr-defined]
            ("", _("Tidak disyaratkan")),
            *((g.kode, g.sebutan) for g in daftar_golongan(JenisPegawai.PNS)),
        ]

    def kriteria(self) -> Kriteria:
        """Return the criteria typed; what was left empty asks nothing."""
        isi = self.cleaned_data
        nama_kriteria = set(Kriteria.__dataclass_fields__)
        return Kriteria.dari({n: nilai for n, nilai in isi.items() if n in nama_kriteria and nilai})


class SaringKonsistenForm(forms.Form):
    """Which unit, and how many Sangat Baik."""

    unit = forms.ChoiceField(label=_("Unit"), required=False)
    sb = forms.ChoiceField(
        label=_("Sangat Baik sedikitnya"),
        choices=[("", _("Tidak disyaratkan")), ("1", "1"), ("2", "2"), ("3", "3")],
        required=False,
    )

    def __init__(self, *args: Any, unit: Sequence[UnitKerja], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.path = {str(satu.pk): satu.path for satu in unit}
        self.fields["unit"].choices = [  # type: ignore[attr-defined]
            ("", _("Semua unit yang Anda jangkau")),
            *((str(satu.pk), satu.nama) for satu in unit),
        ]

    def pilihan(self) -> tuple[str, int]:
        """Return the path and the least count."""
        isi = self.cleaned_data if self.is_bound and self.is_valid() else {}
        return self.path.get(isi.get("unit") or "", ""), int(isi.get("sb") or 0)

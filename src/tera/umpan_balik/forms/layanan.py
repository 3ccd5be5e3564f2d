"""Forms of officers: service points, moderation, forums, and a person's answer."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm as IsianPolosForm
from tera.antarmuka.widget import TeksPanjang
from tera.organisasi.forms.dasar_orang import IsianForm, TanggalField
from tera.organisasi.forms.saran import IsianPegawai, IsianUnit
from tera.umpan_balik.models import ForumEvaluasi


class TitikForm(IsianForm):
    """A service point; its unit is chosen once."""

    unit = IsianUnit(label=_("Unit kerja"))
    nama = forms.CharField(
        label=_("Nama titik layanan"),
        max_length=120,
        help_text=_("Seperti tertulis di loketnya, misalnya: Loket Akta Kelahiran."),
    )
    jenis_layanan = forms.CharField(label=_("Jenis layanan"), max_length=120)
    sejak = TanggalField(label=_("Menerima jawaban sejak"))
    sampai = TanggalField(
        label=_("Sampai"), required=False, help_text=_("Kosongkan bila belum ditentukan.")
    )

    def __init__(self, *args: Any, tanpa_unit: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tanpa_unit:
            del self.fields["unit"]


class ForumForm(IsianForm):
    """A forum evaluasi."""

    unit = IsianUnit(label=_("Unit kerja"))
    jenis = forms.ChoiceField(
        label=_("Yang dibuka"), choices=ForumEvaluasi.Jenis.choices, widget=forms.RadioSelect
    )
    judul = forms.CharField(label=_("Judul atau pertanyaan"), max_length=160)
    uraian = forms.CharField(
        label=_("Uraian"),
        max_length=4000,
        widget=TeksPanjang,
        help_text=_("Apa yang sudah dikerjakan, apa hasilnya, dan apa yang ditanyakan."),
    )
    mulai = TanggalField(label=_("Dibuka sejak"))
    selesai = TanggalField(label=_("Sampai"))

    def __init__(self, *args: Any, tanpa_unit: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if tanpa_unit:
            del self.fields["unit"]


class AlasanForm(IsianPolosForm):
    """Why a text is refused or looked at again."""

    alasan = forms.CharField(label=_("Alasan"), max_length=500, widget=TeksPanjang)


class ArahkanForm(IsianPolosForm):
    """Where a text is passed on to."""

    diarahkan_ke = forms.CharField(
        label=_("Diarahkan ke"),
        max_length=200,
        help_text=_("Unit, SP4N-LAPOR!, atau saluran pelaporan (WBS)."),
    )


class KaitkanForm(IsianForm):
    """Whose work a text is about."""

    pegawai = IsianPegawai(label=_("Pegawai yang dimaksud"))


class TeksForm(IsianPolosForm):
    """An answer in words."""

    teks = forms.CharField(label=_("Tanggapan"), max_length=2000, widget=TeksPanjang)

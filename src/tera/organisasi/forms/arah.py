"""Forms of the vision line."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.widget import TeksPanjang
from tera.organisasi.forms.dasar_orang import IsianForm, MasaForm, TanggalField
from tera.organisasi.forms.saran import IsianUnit
from tera.organisasi.models import ButirPerencanaan, JenisButir


class ButirForm(MasaForm):
    """One line of RPJMD, Renstra or perjanjian kinerja."""

    sumber = forms.ChoiceField(
        label=_("Dokumen"), choices=ButirPerencanaan.Sumber.choices, widget=forms.RadioSelect
    )
    jenis = forms.ChoiceField(
        label=_("Jenis"), choices=JenisButir.choices, widget=forms.RadioSelect
    )
    nomor = forms.CharField(
        label=_("Nomor"), max_length=20, required=False, help_text=_("Misalnya 2.1.")
    )
    teks = forms.CharField(label=_("Teks"), widget=TeksPanjang, max_length=2000)
    induk = forms.TypedChoiceField(
        label=_("Mendukung"),
        required=False,
        coerce=int,
        empty_value=None,
        help_text=_("Butir yang lebih tinggi, milik unit ini atau unit di atasnya."),
    )
    field_order = ["sumber", "jenis", "nomor", "teks", "induk", "sejak", "sampai"]

    def __init__(self, *args: Any, calon: Iterable[ButirPerencanaan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [
            (satu.pk, f"{satu.get_jenis_display()} {satu.nomor} · {satu.teks}"[:140])
            for satu in calon
        ]
        self.fields["induk"].choices = [  # type: ignore[attr-defined]
            ("", _("Tidak ada (paling atas)")),
            *pilihan,
        ]


class IndikatorForm(IsianForm):
    """An indicator with its target for one year."""

    tahun = forms.IntegerField(label=_("Tahun"), min_value=2000, max_value=2100)
    teks = forms.CharField(label=_("Indikator"), widget=TeksPanjang, max_length=1000)
    target = forms.CharField(label=_("Target"), max_length=100)
    satuan = forms.CharField(label=_("Satuan"), max_length=60, required=False)


class ImporArahForm(IsianForm):
    """A file of lines."""

    berkas = forms.FileField(label=_("Berkas"), help_text=_("XLSX atau CSV sampai 10 MB."))
    berlaku = TanggalField(label=_("Berlaku sejak"))
    periksa = forms.BooleanField(
        label=_("Periksa saja, jangan simpan dulu"), required=False, initial=True
    )


class PilihUnitForm(IsianForm):
    """Whose line to show."""

    unit = IsianUnit(label=_("Unit"))

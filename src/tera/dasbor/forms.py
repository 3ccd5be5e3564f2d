"""Shape of what people type into the yearly review."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang


class CatatanTinjauanForm(IsianForm):
    """What the figures mean."""

    catatan = forms.CharField(
        label=_("Apa arti angka-angka ini?"),
        help_text=_("Yang berjalan baik, yang tersendat, dan sebabnya. Tanpa nama orang."),
        max_length=8000,
        widget=TeksPanjang(attrs={"rows": 6}),
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput)


class KesepakatanTinjauanForm(IsianForm):
    """What will be done, by whom, until when."""

    uraian = forms.CharField(
        label=_("Yang akan diperbaiki"), max_length=500, widget=TeksPanjang(attrs={"rows": 2})
    )
    nip = forms.CharField(
        label=_("NIP penanggung jawab"),
        max_length=18,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    tenggat = forms.DateField(label=_("Tenggat"), widget=TanggalInput)


class HasilKesepakatanForm(IsianForm):
    """What came of it, or why it is given up."""

    hasil = forms.CharField(
        label=_("Hasilnya, atau alasan dibatalkan"),
        max_length=500,
        widget=TeksPanjang(attrs={"rows": 2}),
    )

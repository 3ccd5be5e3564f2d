"""Shape of a course that is given to a unit."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.organisasi.models import UnitKerja


class SosialisasiForm(IsianForm):
    """Which course, for whom, until when."""

    kursus = forms.ChoiceField(label=_("Kursus yang dibaca"))
    unit = forms.ModelChoiceField(
        queryset=UnitKerja.objects.none(),
        label=_("Untuk unit"),
        empty_label=_("Pilih unit"),
        help_text=_("Semua orang di unit itu dan di bawahnya."),
    )
    tenggat = forms.DateField(label=_("Paling lambat"), widget=TanggalInput)
    pesan = forms.CharField(label=_("Pesan"), required=False, max_length=500, widget=TeksPanjang)

    def __init__(
        self,
        *args: Any,
        daftar_kursus: Sequence[tuple[str, str]],
        daftar_unit: QuerySet[UnitKerja],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kursus"].choices = daftar_kursus  # type: ignore[attr-defined]
        self.fields["unit"].queryset = daftar_unit  # type: ignore[attr-defined]

"""Shape of what people choose: answers of a check, levels of a case."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.bimtek.isi import Modul


class PeriksaForm(IsianForm):
    """The check of a module: one answer for each question."""

    tanda_opsional = False

    def __init__(self, *args: Any, modul: Modul, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n, soal in enumerate(modul.periksa):
            self.fields[f"soal_{n}"] = forms.TypedChoiceField(
                label=soal.soal,
                choices=[(m, satu.teks) for m, satu in enumerate(soal.pilihan)],
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Pilih satu jawaban.")},
            )

    def jawaban(self) -> list[int]:
        """The places of the answers, in the order of the questions."""
        return [self.cleaned_data[nama] for nama in self.fields]

"""What the forms about people share: the aktor's instansi for the finding fields, refusals tied."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka import isian
from tera.antarmuka.widget import TanggalInput
from tera.core.aktor import Aktor
from tera.organisasi.forms.saran import IsianSaran


class IsianForm(isian.IsianForm):
    """A form that knows who asks."""

    def __init__(self, *args: Any, aktor: Aktor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.aktor = aktor
        for field in self.fields.values():
            if isinstance(field, IsianSaran):
                field.instansi_id = aktor.instansi_id


class TanggalField(forms.DateField):
    """A date with the phone's own picker, bounded to plausible years."""

    widget = TanggalInput

    def __init__(self, **opsi: Any) -> None:
        super().__init__(
            error_messages={"invalid": _("Tulis tanggal seperti 31-01-2026.")},
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"],
            **opsi,
        )

    def clean(self, value: Any) -> dt.date | None:
        """Return the date; a year outside 1990–2100 is a slip of the finger."""
        hasil: dt.date | None = super().clean(value)
        if hasil is not None and not 1990 <= hasil.year <= 2100:
            raise forms.ValidationError(_("Periksa tahunnya: harus antara 1990 dan 2100."))
        return hasil


class MasaForm(IsianForm):
    """From a day, perhaps to a day."""

    sejak = TanggalField(label=_("Berlaku sejak"))
    sampai = TanggalField(
        label=_("Sampai"), required=False, help_text=_("Kosongkan bila belum ditentukan.")
    )

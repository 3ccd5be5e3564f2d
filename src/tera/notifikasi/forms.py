"""Forms: what of the list is shown, and a person's choices about mail."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.notifikasi.models import CaraSurel, KelompokNotifikasi

_JAM = [(jam, f"{jam:02d}.00") for jam in range(24)]


class SaringanForm(forms.Form):
    """What of the list is shown."""

    tanda_opsional = False
    tampil = forms.ChoiceField(
        label=_("Tampilkan"),
        required=False,
        choices=[("", _("Semua")), ("belum", _("Belum dibaca"))],
    )
    kelompok = forms.ChoiceField(
        label=_("Kelompok"),
        required=False,
        choices=[("", _("Semua kelompok")), *KelompokNotifikasi.choices],
    )


class PilihanForm(forms.Form):
    """One choice per group, and the quiet hours."""

    mulai = forms.TypedChoiceField(label=_("Mulai pukul"), choices=_JAM, coerce=int)
    selesai = forms.TypedChoiceField(label=_("Sampai pukul"), choices=_JAM, coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kata, nama in KelompokNotifikasi.choices:
            self.fields[kata] = forms.ChoiceField(label=nama, choices=CaraSurel.choices)

    @property
    def daftar_kelompok(self) -> list[forms.BoundField]:
        """The fields of the groups, in their order."""
        return [self[kata] for kata in KelompokNotifikasi.values]

    def per_kelompok(self) -> dict[str, str]:
        """Return the choices of a valid form."""
        return {kata: self.cleaned_data[kata] for kata in KelompokNotifikasi.values}

"""Who mentors: somebody near, picked from a list, or anybody of the instansi by name or NIP."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.organisasi.forms.saran import IsianPegawai, tulis_pegawai
from tera.organisasi.models import Pegawai


class PembimbingForm(IsianForm):
    """Two ways to name one mentor; at most one of them is used."""

    tanpa = _("Tanpa pembimbing")

    pembimbing = forms.TypedChoiceField(
        label=_("Pembimbing"), coerce=int, required=False, empty_value=None
    )
    pembimbing_lain = IsianPegawai(
        label=_("Pembimbing dari luar daftar"),
        help_text=_("Tulis NIP atau sebagian nama, dari unit mana pun."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        calon: Sequence[Pegawai],
        instansi_id: int,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pembimbing"].choices = [  # type: ignore[attr-defined]
            ("", self.tanpa),
            *((satu.pk, satu.nama_lengkap) for satu in calon),
        ]
        self.fields["pembimbing_lain"].instansi_id = instansi_id  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Leave one mentor in ``pembimbing``: the id, however named; None without one."""
        isi = super().clean() or self.cleaned_data
        lain: Pegawai | None = isi.pop("pembimbing_lain", None)
        if lain is not None and isi.get("pembimbing") not in {None, lain.pk}:
            self.add_error(
                "pembimbing_lain",
                gettext("Pilih satu saja: dari daftar, atau orang dari luar daftar."),
            )
        elif lain is not None:
            isi["pembimbing"] = lain.pk
        return isi


def awal_pembimbing(satu: Pegawai | None, calon: Sequence[Pegawai]) -> dict[str, Any]:
    """Return what the two fields are filled with for a mentor named before."""
    if satu is None:
        return {}
    if any(dekat.pk == satu.pk for dekat in calon):
        return {"pembimbing": satu.pk}
    return {"pembimbing_lain": tulis_pegawai(satu)}

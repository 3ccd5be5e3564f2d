"""Shape of what a rater types. Field names: ``rating_hasil_kerja``, ``alasan_hasil_kerja``,

``rating_perilaku_kerja``, ``alasan_perilaku_kerja``, ``catatan``, ``revisi``.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.widget import TeksBaris, TeksPanjang
from tera.evaluasi.models import CapaianOrganisasi, LevelRating
from tera.organisasi.models import UnitKerja


class PenilaianForm(forms.Form):
    """The two ratings with their reasons; both levels other than *sesuai* need one."""

    rating_hasil_kerja = forms.ChoiceField(
        label=_("Rating hasil kerja"), choices=LevelRating.choices, widget=forms.RadioSelect
    )
    alasan_hasil_kerja = forms.CharField(
        label=_("Alasan rating hasil kerja"),
        help_text=_("Wajib bila di atas atau di bawah ekspektasi: sebut bukti dan peristiwanya."),
        required=False,
        max_length=2000,
        widget=TeksPanjang,
    )
    rating_perilaku_kerja = forms.ChoiceField(
        label=_("Rating perilaku kerja"), choices=LevelRating.choices, widget=forms.RadioSelect
    )
    alasan_perilaku_kerja = forms.CharField(
        label=_("Alasan rating perilaku kerja"),
        help_text=_("Wajib bila di atas atau di bawah ekspektasi: sebut perilaku yang terlihat."),
        required=False,
        max_length=2000,
        widget=TeksPanjang,
    )
    catatan = forms.CharField(
        label=_("Catatan atau rekomendasi"),
        help_text=_("Tercetak pada bagian 5 Dokumen Evaluasi."),
        required=False,
        max_length=2000,
        widget=TeksPanjang,
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput)

    def tambah_galat(self, per_bidang: dict[str, list[str]]) -> None:
        """Tie a service's refusal to its fields."""
        for nama, daftar in per_bidang.items():
            for pesan in daftar:
                self.add_error(nama if nama in self.fields else None, pesan)


class CapaianForm(forms.Form):
    """One unit's row; the root unit also needs the number of the outside decision.

    Each field also sends what the page showed: only a row that was changed is a decision.
    """

    use_required_attribute = False
    level = forms.ChoiceField(
        label=_("Capaian"),
        required=False,
        choices=[("", _("Pilih capaian")), *CapaianOrganisasi.Level.choices],
        show_hidden_initial=True,
    )
    nomor_keputusan = forms.CharField(
        label=_("Nomor keputusan"), required=False, max_length=100, show_hidden_initial=True
    )
    alasan = forms.CharField(
        label=_("Alasan"),
        required=False,
        max_length=2000,
        widget=TeksBaris,
        show_hidden_initial=True,
    )

    def __init__(self, *args: Any, unit: UnitKerja, **kwargs: Any) -> None:
        super().__init__(*args, prefix=f"u{unit.pk}", **kwargs)
        if unit.induk_id is not None:
            del self.fields["nomor_keputusan"]
        for field in self.fields.values():
            # The column's heading names the kind of value, not the unit.
            field.widget.attrs["aria-label"] = f"{field.label}: {unit.nama}"
        if "nomor_keputusan" in self.fields:
            self.fields["nomor_keputusan"].widget.attrs["placeholder"] = _("Nomor keputusan")
            self.fields["alasan"].widget.attrs["placeholder"] = _("Alasan")

    def terbaca(self) -> str:
        """Return the level that the page showed when it was opened."""
        return self.data.get(self["level"].html_initial_name, "")

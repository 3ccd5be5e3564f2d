"""Shape of what a rater types. Field names: ``rating_hasil_kerja``, ``alasan_hasil_kerja``,

``rating_perilaku_kerja``, ``alasan_perilaku_kerja``, ``catatan``, ``revisi``.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.widget import TeksPanjang
from tera.evaluasi.models import CapaianOrganisasi, LevelRating


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
    """A unit's capaian; the root unit also needs the number of the outside decision."""

    level = forms.ChoiceField(
        label=_("Capaian kinerja organisasi"),
        choices=[("", _("Pilih capaian")), *CapaianOrganisasi.Level.choices],
    )
    nomor_keputusan = forms.CharField(label=_("Nomor keputusan"), required=False, max_length=100)
    alasan = forms.CharField(label=_("Alasan"), required=False, max_length=2000, widget=TeksPanjang)

    def __init__(self, *args: Any, akar: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not akar:
            del self.fields["nomor_keputusan"]

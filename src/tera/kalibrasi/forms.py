"""Shape of what people type: the decision, its end, a period, a reason."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang

_BERKAS = _("PDF, JPG, atau PNG, paling besar 10 MB.")


class PengaktifanForm(IsianForm):
    """The pejabat pembina's decision."""

    nomor = forms.CharField(label=_("Nomor keputusan PPK"), max_length=100)
    tanggal = forms.DateField(label=_("Tanggal keputusan"), widget=TanggalInput)
    berkas = forms.FileField(label=_("Pindaian keputusan"), help_text=_BERKAS)
    penilaian_dampak = forms.CharField(
        label=_("Penilaian dampak"),
        help_text=_(
            "Data siapa yang dibaca, untuk apa, apa risikonya bagi pegawai dan penilai, dan apa "
            "yang dilakukan untuk mencegahnya."
        ),
        max_length=8000,
        widget=TeksPanjang(attrs={"rows": 6}),
    )
    berkas_dampak = forms.FileField(
        label=_("Dokumen penilaian dampak"), required=False, help_text=_BERKAS
    )
    diumumkan_pada = forms.DateField(label=_("Hari diumumkan kepada pegawai"), widget=TanggalInput)
    sejak = forms.DateField(
        label=_("Analisis boleh berjalan sejak"),
        help_text=_("Setahun sejak hari ini untuk pembinaan saja."),
        widget=TanggalInput,
    )


class AkhiriForm(IsianForm):
    """Why the analysis is switched off."""

    alasan = forms.CharField(
        label=_("Dasar pengakhiran"),
        help_text=_("Nomor keputusan, dan sebabnya dalam satu dua kalimat."),
        max_length=2000,
        widget=TeksPanjang(attrs={"rows": 3}),
    )


class JalankanForm(IsianForm):
    """Over which period."""

    periode = forms.TypedChoiceField(label=_("Periode"), coerce=int)

    def __init__(self, *args: Any, daftar: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["periode"].choices = daftar  # type: ignore[attr-defined]


class AlasanForm(IsianForm):
    """Why one stays with the decision."""

    teks = forms.CharField(
        label=_("Alasan Anda"),
        help_text=_("Apa yang Anda lihat dan belum terbaca dari bukti lain. Boleh kosong."),
        required=False,
        max_length=2000,
        widget=TeksPanjang(attrs={"rows": 3}),
    )

"""Shape of what people type: the decision, its end, a period, a reason, a meeting."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.kalibrasi.models import KartuRapat

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


class RapatForm(IsianForm):
    """A meeting before it sits; heads of the units on the agenda are invited without being named.

    ``orang``: names typed as NIP, found by the view.
    """

    periode = forms.TypedChoiceField(label=_("Periode"), coerce=int)
    tanggal = forms.DateField(label=_("Hari rapat"), widget=TanggalInput)
    tempat = forms.CharField(label=_("Tempat"), max_length=200)
    ketua = forms.TypedChoiceField(
        label=_("Ketua rapat"),
        help_text=_("Pimpinan unit. Anda yang membuka rapat menjadi notulis."),
        coerce=int,
    )
    anggota = forms.CharField(
        label=_("Anggota lain"),
        help_text=_(
            "NIP, satu per baris. Pimpinan unit yang ada pada agenda diundang dengan sendirinya."
        ),
        required=False,
        max_length=2000,
        widget=TeksPanjang(attrs={"rows": 3, "inputmode": "numeric"}),
    )

    def __init__(
        self,
        *args: Any,
        daftar_periode: list[tuple[int, str]],
        daftar_ketua: list[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["periode"].choices = daftar_periode  # type: ignore[attr-defined]
        self.fields["ketua"].choices = [("", "—"), *daftar_ketua]  # type: ignore[attr-defined]

    def clean_anggota(self) -> list[str]:
        """Return the NIP, each once."""
        baris = (satu.replace(" ", "") for satu in self.cleaned_data["anggota"].splitlines())
        return list(dict.fromkeys(satu for satu in baris if satu))


class BatalForm(IsianForm):
    """Why a meeting is called off."""

    alasan = forms.CharField(
        label=_("Alasan pembatalan"), max_length=4000, widget=TeksPanjang(attrs={"rows": 2})
    )


class TutupForm(IsianForm):
    """Who was there, and what else the minutes say."""

    hadir = forms.TypedMultipleChoiceField(
        label=_("Yang hadir"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    catatan = forms.CharField(
        label=_("Catatan rapat"),
        help_text=_("Masuk notulen. Tanpa nama dan tanpa ciri pegawai yang dibicarakan."),
        required=False,
        max_length=4000,
        widget=TeksPanjang(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, daftar: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hadir"].choices = daftar  # type: ignore[attr-defined]


class KartuForm(IsianForm):
    """What the meeting says about one card."""

    keputusan = forms.ChoiceField(
        label=_("Keputusan rapat"),
        choices=KartuRapat.Keputusan.choices,
        widget=forms.RadioSelect,
    )
    alasan = forms.CharField(
        label=_("Alasan"),
        help_text=_("Tanpa nama dan tanpa ciri seseorang. Masuk notulen dan dibaca penilainya."),
        max_length=2000,
        widget=TeksPanjang(attrs={"rows": 3}),
    )


class JawabForm(IsianForm):
    """What the penilai answers to a request of the meeting."""

    jawaban = forms.ChoiceField(
        label=_("Jawaban Anda"), choices=KartuRapat.Jawaban.choices, widget=forms.RadioSelect
    )
    alasan = forms.CharField(
        label=_("Alasan"),
        help_text=_("Dibaca ketua dan notulis rapat. Tanpa nama dan ciri pegawainya."),
        max_length=2000,
        widget=TeksPanjang(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, hanya_tetap: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if hanya_tetap:
            satu = KartuRapat.Jawaban.TETAP
            self.fields["jawaban"].choices = [(satu.value, satu.label)]  # type: ignore[attr-defined]
            self.fields["jawaban"].initial = satu.value

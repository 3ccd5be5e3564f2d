"""Shape of what people choose: answers of a check, levels of a case."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TeksPanjang
from tera.bimtek.isi import KODE_NILAI, TINGKAT, Modul
from tera.regulasi.berakhlak import IsiNilai

NAMA_TINGKAT = {
    "di_bawah": _("Di Bawah Ekspektasi"),
    "sesuai": _("Sesuai Ekspektasi"),
    "di_atas": _("Di Atas Ekspektasi"),
}


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


class KasusForm(IsianForm):
    """The seven levels of a case, and a note to oneself."""

    tanda_opsional = False

    def __init__(self, *args: Any, nilai: Sequence[IsiNilai], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for satu in nilai:
            self.fields[satu.kode] = forms.TypedChoiceField(
                label=satu.nama,
                choices=[(n, NAMA_TINGKAT[kata]) for n, kata in enumerate(TINGKAT)],
                coerce=int,
                widget=forms.RadioSelect,
                error_messages={"required": _("Pilih satu tingkat.")},
            )
        self.fields["catatan"] = forms.CharField(
            label=_("Catatan untuk diri sendiri"),
            required=False,
            max_length=1000,
            widget=TeksPanjang,
            help_text=_("Bukti apa yang menentukan? Hanya Anda yang membacanya."),
        )

    def tingkat(self) -> list[int]:
        """Seven levels in the order of ``isi.KODE_NILAI``."""
        return [self.cleaned_data[kode] for kode in KODE_NILAI]


class AhliForm(IsianForm):
    """An expert to be named."""

    nip = forms.CharField(label=_("NIP"), max_length=18)
    keahlian = forms.CharField(
        label=_("Mengapa ia ahli"),
        max_length=200,
        help_text=_("Misalnya: delapan tahun menilai perawat, pelatih penilaian kinerja."),
    )

"""Shape of what people choose: answers of a check, levels of a case."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TeksPanjang
from tera.bimtek.isi import KODE_NILAI, TINGKAT, Modul
from tera.regulasi.berakhlak import IsiNilai
from tera.skp.pustaka import periksa_indikator, periksa_rhk

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


class LatihanSKPForm(IsianForm):
    """Rows of a practice SKP: nothing is required, nothing is kept."""

    tanda_opsional = False
    BANYAK = 3

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(self.BANYAK):
            self.fields[f"rhk_{n}"] = forms.CharField(
                label=_("Rencana hasil kerja"), max_length=300, required=False
            )
            self.fields[f"indikator_{n}"] = forms.CharField(
                label=_("Indikator"), max_length=300, required=False
            )
            self.fields[f"target_{n}"] = forms.CharField(
                label=_("Target"), max_length=60, required=False
            )
            self.fields[f"satuan_{n}"] = forms.CharField(
                label=_("Satuan"), max_length=60, required=False
            )

    def baris(self) -> list[dict[str, Any]]:
        """The fields row by row, with the hints of the checker on what was filled in."""
        isi = self.cleaned_data if self.is_bound and self.is_valid() else {}
        hasil = []
        for n in range(self.BANYAK):
            rhk, indikator = isi.get(f"rhk_{n}", ""), isi.get(f"indikator_{n}", "")
            target, satuan = isi.get(f"target_{n}", ""), isi.get(f"satuan_{n}", "")
            saran = periksa_rhk(rhk) if rhk else []
            if indikator or target:
                saran = saran + periksa_indikator(indikator, target, satuan)
            hasil.append(
                {
                    "nomor": n + 1,
                    "rhk": self[f"rhk_{n}"],
                    "indikator": self[f"indikator_{n}"],
                    "target": self[f"target_{n}"],
                    "satuan": self[f"satuan_{n}"],
                    "terisi": bool(rhk or indikator or target),
                    "saran": saran,
                }
            )
        return hasil

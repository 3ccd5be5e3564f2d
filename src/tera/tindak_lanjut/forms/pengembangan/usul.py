"""Proposals for a person, decisions about them, pairs and their meetings."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import JamInput, TanggalInput, TeksPanjang
from tera.dialog.services import IsiJadwal
from tera.tindak_lanjut.forms.pengembangan.pelatihan import pilihan_program
from tera.tindak_lanjut.forms.pengembangan.pembimbing import PembimbingForm
from tera.tindak_lanjut.models import Nominasi, Pendampingan, UsulTugas


class _BerbuktiForm(IsianForm):
    """A proposal with the evidence that goes with it: all is chosen until one is taken off."""

    bukti = forms.MultipleChoiceField(
        label=_("Bukti yang dilampirkan"),
        help_text=_("Disimpan seperti hari ini; terbaca pemutus dan orangnya."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, bukti: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bukti"].choices = bukti  # type: ignore[attr-defined]
        self.fields["bukti"].initial = [kunci for kunci, _teks in bukti]

    def selain_bukti(self) -> list[forms.BoundField]:
        """Return the fields that stand beside the evidence, in order."""
        return [satu for satu in self if satu.name != "bukti"]


class NominasiForm(_BerbuktiForm):
    """For what somebody is named, and why."""

    jenis = forms.ChoiceField(
        label=_("Dinominasikan untuk"), choices=Nominasi.Jenis.choices, widget=forms.RadioSelect
    )
    sesi = forms.TypedChoiceField(
        label=_("Sesi pelatihan"), coerce=int, required=False, empty_value=None
    )
    program = forms.ChoiceField(label=_("Program kepemimpinan"), required=False)
    uraian = forms.CharField(
        label=_("Tugas belajar"),
        help_text=_("Jenjang, program studi, dan perguruan tinggi."),
        max_length=300,
        required=False,
    )
    alasan = forms.CharField(label=_("Alasan"), max_length=4000, widget=TeksPanjang)
    # Which of the three is needed follows from the kind; "may be empty" would mislead.
    tanda_opsional = False

    def __init__(
        self, *args: Any, pada: dt.date, daftar_sesi: Sequence[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        pilihan: dict[str, list[Any]] = {
            "sesi": [("", _("Pilih bila untuk pelatihan")), *daftar_sesi],
            "program": [("", _("Pilih bila untuk kepemimpinan")), *pilihan_program(pada)],
        }
        for nama, isi in pilihan.items():
            self.fields[nama].choices = isi  # type: ignore[attr-defined]


class PutusanForm(IsianForm):
    """Yes or no, why, and the letter."""

    setuju = forms.TypedChoiceField(
        label=_("Putusan"),
        choices=[("ya", _("Setujui")), ("tidak", _("Tolak"))],
        coerce=lambda kata: kata == "ya",
        widget=forms.RadioSelect,
    )
    alasan = forms.CharField(label=_("Alasan putusan"), max_length=4000, widget=TeksPanjang)
    nomor_surat = forms.CharField(
        label=_("Nomor surat"),
        help_text=_("Wajib bila disetujui."),
        max_length=100,
        required=False,
    )
    tanda_opsional = False


class UsulTugasForm(_BerbuktiForm):
    """Challenging work for a person."""

    jenis = forms.ChoiceField(
        label=_("Jenis tugas"), choices=UsulTugas.Jenis.choices, widget=forms.RadioSelect
    )
    judul = forms.CharField(label=_("Nama tim, proyek, atau tugas"), max_length=200)
    alasan = forms.CharField(
        label=_("Mengapa orang ini"),
        help_text=_("Sebut yang Anda lihat; bukti dari data kinerja dipilih di bawah."),
        max_length=4000,
        widget=TeksPanjang,
    )
    mulai = forms.DateField(label=_("Mulai"), widget=TanggalInput)
    selesai = forms.DateField(label=_("Selesai"), widget=TanggalInput)


class PendampinganForm(PembimbingForm):
    """A pair: who mentors whom, towards what, until when."""

    jenis = forms.ChoiceField(
        label=_("Jenis"),
        help_text=_("Mentoring membagi pengalaman; coaching menggali jalan dengan bertanya."),
        choices=Pendampingan.Jenis.choices,
    )
    tujuan = forms.CharField(
        label=_("Tujuan"),
        help_text=_("Apa yang ingin bisa dikerjakan sesudahnya."),
        max_length=4000,
        widget=TeksPanjang,
    )
    mulai = forms.DateField(label=_("Mulai"), widget=TanggalInput)
    selesai = forms.DateField(label=_("Selesai"), widget=TanggalInput)
    tanpa = _("Orang dari luar daftar")
    # One of the two ways to name the mentor is enough; "may be empty" would mislead.
    tanda_opsional = False

    def clean(self) -> dict[str, Any]:
        """Refuse a pair without a mentor."""
        isi = super().clean()
        if isi.get("pembimbing") is None and "pembimbing_lain" not in self.errors:
            self.add_error("pembimbing", gettext("Pilih pembimbingnya, atau cari di bawahnya."))
        return isi


class TemuForm(IsianForm):
    """When and where the pair meets."""

    tanggal = forms.DateField(label=_("Tanggal"), widget=TanggalInput)
    jam_mulai = forms.TimeField(label=_("Jam mulai"), widget=JamInput)
    tempat = forms.CharField(label=_("Tempat"), max_length=200, required=False)

    def isi(self) -> IsiJadwal:
        """Return the typed date and place."""
        isi = self.cleaned_data
        return IsiJadwal(isi["tanggal"], isi["jam_mulai"], None, isi["tempat"])


class HasilPendampinganForm(IsianForm):
    """What came of it."""

    hasil = forms.CharField(
        label=_("Hasil pendampingan"),
        help_text=_("Apa yang sekarang bisa dikerjakan, dan yang masih perlu diperkuat."),
        max_length=4000,
        widget=TeksPanjang,
    )

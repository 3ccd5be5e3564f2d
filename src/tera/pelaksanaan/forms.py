"""Input of the year's work: figures as Indonesians write them, dates and hours of the phone."""

import re
import uuid
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import JamInput, TanggalInput, TeksPanjang
from tera.organisasi.models import Periode
from tera.pelaksanaan.hitung import NAIK, TEPAT, TURUN
from tera.pelaksanaan.models import RencanaAksi
from tera.skp.models import RencanaHasilKerja

_ANGKA = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d{1,4})?")
ARAH = [
    (NAIK, _("Makin besar makin baik")),
    (TURUN, _("Makin kecil makin baik")),
    (TEPAT, _("Makin dekat ke target makin baik")),
]


class AngkaField(forms.CharField):
    """A figure written the Indonesian way: 1.200 or 2,5."""

    def __init__(self, **opsi: Any) -> None:
        super().__init__(
            max_length=24,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            **opsi,
        )

    def clean(self, value: Any) -> Any:
        """Return the figure as Decimal; None when empty."""
        teks = super().clean(value).replace(" ", "").removesuffix("%")
        if not teks:
            return None
        if not _ANGKA.fullmatch(teks):
            raise forms.ValidationError(
                gettext("Angka tidak terbaca. Tulis seperti 1.200 atau 2,5 (koma untuk pecahan).")
            )
        return Decimal(teks.replace(".", "").replace(",", "."))


class RealisasiForm(IsianForm):
    """The quick report of one indicator: a figure, or words where it is none."""

    tanda_opsional = False
    nilai = AngkaField(
        label=_("Realisasi"),
        required=False,
        help_text=_("Jumlah sejak awal SKP. Bukan angka? Tulis uraiannya saja."),
    )
    teks = forms.CharField(
        label=_("Uraian"), required=False, widget=TeksPanjang(attrs={"rows": 2}), max_length=4000
    )
    sumber_data = forms.CharField(label=_("Sumber data"), required=False, max_length=200)
    arah = forms.ChoiceField(label=_("Arah indikator"), choices=ARAH, required=False)
    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


class RealisasiDataForm(IsianForm):
    """What a person may add to a figure that came from data."""

    teks = forms.CharField(
        label=_("Uraian"), required=False, widget=TeksPanjang(attrs={"rows": 2}), max_length=4000
    )
    sanggahan = forms.CharField(
        label=_("Keberatan atas angkanya"),
        required=False,
        widget=TeksPanjang(attrs={"rows": 2}),
        max_length=2000,
        help_text=_("Tulis angka yang menurut Anda benar dan dari mana asalnya."),
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)


class RencanaForm(IsianForm):
    """One rencana aksi."""

    teks = forms.CharField(
        label=_("Rencana aksi"), widget=TeksPanjang(attrs={"rows": 2}), max_length=1000
    )
    target = forms.CharField(label=_("Target"), required=False, max_length=200)


class FaktorForm(IsianForm):
    """What was beyond control."""

    uraian = forms.CharField(
        label=_("Faktor di luar kendali"),
        required=False,
        widget=TeksPanjang(attrs={"rows": 2}),
        max_length=2000,
        help_text=_("Hal yang menghambat dan tidak bisa Anda cegah. Penilai menimbangnya."),
    )


class BuktiForm(IsianForm):
    """A file or a link, and what it shows."""

    nama = forms.CharField(
        label=_("Nama bukti"),
        required=False,
        max_length=200,
        help_text=_("Kosong: memakai nama berkas."),
    )
    berkas = forms.FileField(
        label=_("Berkas"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        help_text=_("PDF, PNG, atau JPEG, paling besar 10 MB."),
    )
    url = forms.CharField(
        label=_("Atau tautan"),
        required=False,
        max_length=600,
        widget=forms.URLInput(attrs={"inputmode": "url", "placeholder": "https://"}),
    )
    rencana_aksi = forms.ChoiceField(label=_("Untuk rencana aksi"), required=False)

    def __init__(self, *args: Any, daftar_rencana: Sequence[RencanaAksi] = (), **opsi: Any) -> None:
        super().__init__(*args, **opsi)
        if daftar_rencana:
            pilihan: Any = [("", _("Semua")), *((str(s.pk), s.teks) for s in daftar_rencana)]
            self.fields["rencana_aksi"].choices = pilihan  # type: ignore[attr-defined]
        else:
            del self.fields["rencana_aksi"]


class ProgresForm(IsianForm):
    """One line of a day in BKN's fields; the source of data is fixed on export."""

    tanggal = forms.DateField(label=_("Tanggal"), widget=TanggalInput)
    rencana_aksi = forms.ChoiceField(label=_("Rencana aksi"))
    jam_mulai = forms.TimeField(label=_("Jam mulai"), widget=JamInput)
    jam_selesai = forms.TimeField(label=_("Jam selesai"), widget=JamInput)
    kegiatan = forms.CharField(
        label=_("Kegiatan harian"), widget=TeksPanjang(attrs={"rows": 2}), max_length=1000
    )
    realisasi = forms.IntegerField(
        label=_("Realisasi"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"invalid": _("Tulis bilangan bulat, misalnya 3.")},
    )
    satuan = forms.CharField(label=_("Satuan"), max_length=60)
    bukti_url = forms.CharField(
        label=_("Tautan bukti"),
        required=False,
        max_length=600,
        widget=forms.URLInput(attrs={"inputmode": "url", "placeholder": "https://"}),
    )

    def __init__(self, *args: Any, daftar_rencana: Sequence[RencanaAksi], **opsi: Any) -> None:
        super().__init__(*args, **opsi)
        self.daftar_rencana = {str(satu.pk): satu for satu in daftar_rencana}
        pilihan: Any = [(pk, satu.teks) for pk, satu in self.daftar_rencana.items()]
        self.fields["rencana_aksi"].choices = pilihan  # type: ignore[attr-defined]


class CapaianForm(IsianForm):
    """An achievement: before, after, how, when, under which RHK."""

    judul = forms.CharField(
        label=_("Capaian"),
        max_length=200,
        help_text=_("Satu kalimat, misalnya: Waktu tunggu KTP turun dari 5 hari menjadi 1 hari."),
    )
    rhk = forms.ChoiceField(label=_("Mendukung RHK"), required=False)
    tanggal = forms.DateField(label=_("Tanggal terukur"), widget=TanggalInput)
    keadaan_sebelum = forms.CharField(
        label=_("Keadaan sebelum"), widget=TeksPanjang, max_length=2000
    )
    nilai_sebelum = AngkaField(label=_("Angka sebelum"), required=False)
    keadaan_sesudah = forms.CharField(
        label=_("Keadaan sesudah"), widget=TeksPanjang, max_length=2000
    )
    nilai_sesudah = AngkaField(label=_("Angka sesudah"), required=False)
    satuan = forms.CharField(label=_("Satuan"), required=False, max_length=60)
    cara = forms.CharField(
        label=_("Cara mencapai dan mengukurnya"), widget=TeksPanjang, max_length=4000
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(self, *args: Any, daftar_rhk: Sequence[RencanaHasilKerja], **opsi: Any) -> None:
        super().__init__(*args, **opsi)
        pilihan: Any = [
            ("", _("Tidak terkait satu RHK")),
            *((str(s.kunci), s.teks) for s in daftar_rhk),
        ]
        self.fields["rhk"].choices = pilihan  # type: ignore[attr-defined]

    def clean_rhk(self) -> uuid.UUID | None:
        """Return the key of the chosen RHK."""
        nilai = self.cleaned_data["rhk"]
        return uuid.UUID(nilai) if nilai else None


class KembalikanForm(IsianForm):
    """The note that goes back with a figure."""

    catatan = forms.CharField(
        label=_("Catatan untuk pegawai"),
        widget=TeksPanjang(attrs={"rows": 3}),
        max_length=2000,
        help_text=_("Apa yang kurang dan apa yang harus dibetulkan."),
    )


class ImporRealisasiForm(IsianForm):
    """Which file for which period."""

    periode = forms.ChoiceField(label=_("Periode"))
    berkas = forms.FileField(
        label=_("Berkas XLSX atau CSV"),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        help_text=_(
            "Kolom NIP, KODE INDIKATOR atau INDIKATOR, REALISASI, SUMBER, TANGGAL DATA; urutan "
            "bebas."
        ),
        error_messages={"required": _("Pilih berkas XLSX atau CSV.")},
    )

    def __init__(self, *args: Any, daftar_periode: Sequence[Periode], **opsi: Any) -> None:
        super().__init__(*args, **opsi)
        pilihan: Any = [(str(satu.pk), str(satu)) for satu in daftar_periode]
        self.fields["periode"].choices = pilihan  # type: ignore[attr-defined]

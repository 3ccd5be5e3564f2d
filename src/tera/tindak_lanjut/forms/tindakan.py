"""Shape of what people type from result to action: plan, reviews, conclusions, letters."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.baris import BarisFormSet
from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.tindak_lanjut.models import ButirPerbaikan, TindakLanjut
from tera.tindak_lanjut.services.tindakan.jalur import IsiKeputusan
from tera.tindak_lanjut.services.tindakan.perbaikan import BUTIR_TERBANYAK, IsiButir


class RencanaForm(IsianForm):
    """The words before the rows."""

    pengantar = forms.CharField(
        label=_("Pengantar"),
        help_text=_("Apa yang sudah dibicarakan berdua, dan tujuan enam bulan ini."),
        max_length=2000,
        required=False,
        widget=TeksPanjang(attrs={"rows": 3}),
    )
    revisi = forms.IntegerField(widget=forms.HiddenInput)


class ButirForm(forms.Form):
    """One thing to improve."""

    asal = forms.ChoiceField(label=_("Menyangkut"), choices=ButirPerbaikan.Asal.choices)
    rujukan = forms.CharField(
        label=_("RHK atau perilaku yang mana"), max_length=500, required=False
    )
    uraian = forms.CharField(
        label=_("Yang diperbaiki"), max_length=500, widget=TeksPanjang(attrs={"rows": 2})
    )
    bukti = forms.CharField(
        label=_("Yang terlihat sekarang, dengan buktinya"),
        max_length=500,
        widget=TeksPanjang(attrs={"rows": 2}),
    )
    ukuran = forms.CharField(
        label=_("Tanda bahwa sudah membaik"), max_length=500, widget=TeksPanjang(attrs={"rows": 2})
    )
    dukungan = forms.CharField(
        label=_("Dukungan dari atasan"), max_length=500, widget=TeksPanjang(attrs={"rows": 2})
    )
    tenggat = forms.DateField(label=_("Tenggat"), widget=TanggalInput)

    def isi(self) -> IsiButir:
        """Return the typed row."""
        d = self.cleaned_data
        return IsiButir(
            asal=d["asal"],
            rujukan=d["rujukan"],
            uraian=d["uraian"],
            bukti=d["bukti"],
            ukuran=d["ukuran"],
            dukungan=d["dukungan"],
            tenggat=d["tenggat"],
        )


ButirFormSet = forms.formset_factory(
    ButirForm,
    formset=BarisFormSet,
    extra=0,
    can_order=True,
    can_delete=True,
    max_num=BUTIR_TERBANYAK,
    absolute_max=BUTIR_TERBANYAK * 2,
)


class CatatanForm(IsianForm):
    """One text of a person."""

    catatan = forms.CharField(label=_("Catatan"), max_length=4000, widget=TeksPanjang)

    def __init__(self, *args: Any, label: str = "", wajib: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if label:
            self.fields["catatan"].label = label
        self.fields["catatan"].required = wajib


class KesimpulanForm(IsianForm):
    """The rater's conclusion."""

    membaik = forms.ChoiceField(
        label=_("Kesimpulan"),
        choices=[("ya", _("Membaik")), ("belum", _("Belum membaik"))],
        widget=forms.RadioSelect,
    )
    kesimpulan = forms.CharField(
        label=_("Bukti dan alasannya"),
        help_text=_("Dibaca pegawai dan pejabat yang memutus. Sebut peristiwa dan buktinya."),
        max_length=4000,
        widget=TeksPanjang,
    )


class KeputusanForm(IsianForm):
    """A letter."""

    nomor = forms.CharField(label=_("Nomor surat"), max_length=100)
    tanggal = forms.DateField(label=_("Tanggal surat"), widget=TanggalInput)
    berkas = forms.FileField(
        label=_("Pindaian surat"), help_text=_("PDF, PNG, atau JPEG, paling besar 10 MB.")
    )
    keterangan = forms.CharField(
        label=_("Pertimbangan"),
        help_text=_("Dibaca pegawai yang bersangkutan. Hal kesehatan tidak ditulis di sini."),
        max_length=4000,
        widget=TeksPanjang,
    )

    def isi(self) -> IsiKeputusan:
        """Return the letter as it was typed."""
        d = self.cleaned_data
        return IsiKeputusan(
            d["nomor"], d["tanggal"], d["keterangan"], d["berkas"].name, d["berkas"].file
        )


class SaringForm(forms.Form):
    """Filter of the officers' list."""

    jenis = forms.ChoiceField(
        label=_("Jenis"), required=False, choices=[("", _("Semua")), *TindakLanjut.Jenis.choices]
    )
    status = forms.ChoiceField(
        label=_("Keadaan"),
        required=False,
        choices=[
            ("berjalan", _("Sedang berjalan")),
            ("", _("Semua")),
            *TindakLanjut.Status.choices,
        ],
    )
    cari = forms.CharField(label=_("Nama atau NIP"), required=False, max_length=100)

"""One indicator of the editor; its field names are documented in ``editor``."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.baris import BarisFormSet
from tera.antarmuka.widget import TeksBaris, TeksPanjang, satu_baris
from tera.skp.forms.nanti import PilihNanti, TeksNanti
from tera.skp.isi import IsiIndikator
from tera.skp.models import IndikatorKinerja
from tera.skp.pustaka import Saran, periksa_indikator

MAKS_INDIKATOR = 20
ASPEK_AWAL = ("kuantitas", "kualitas", "waktu")
BIDANG_INDIKATOR = ("aspek", "teks", "target", "satuan", "kode_pustaka", "kunci")


class IndikatorForm(forms.Form):
    """One indicator with its target and unit."""

    use_required_attribute = False
    tanda_opsional = False
    aspek = PilihNanti(
        label=_("Aspek"),
        choices=[("", _("Pilih aspek")), *IndikatorKinerja.Aspek.choices],
    )
    teks = TeksNanti(
        label=_("Indikator kinerja individu"),
        max_length=1000,
        widget=TeksBaris,
    )
    target = TeksNanti(label=_("Target tahunan"), max_length=200, widget=TeksBaris)
    # A suggestion gives the unit only where the target is a plain number: "WTP" has none.
    satuan = forms.CharField(
        label=_("Satuan"),
        required=False,
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off", "data-setelah-angka": "target"}),
    )
    kode_pustaka = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    kunci = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)

    def __init__(self, *args: Any, beraspek: bool = True, kualitatif: bool = False, **kw: Any):
        super().__init__(*args, **kw)
        if not beraspek:
            self.fields["aspek"].widget = forms.HiddenInput()
        elif bawaan := _aspek_bawaan(self.prefix):
            # What the page chose itself may give way to the aspek of a suggestion.
            self.fields["aspek"].widget.attrs["data-bawaan"] = bawaan
        if kualitatif:
            self.fields["teks"].label = _("Ukuran keberhasilan / indikator kinerja individu")
            self.fields["teks"].widget = TeksPanjang(attrs={"rows": 2})
            self.fields["target"].label = _("Target, bila terpisah")

    def daftar_saran(self) -> list[Saran]:
        """Gentle hints on the row as shown; a target not written yet is no hint."""
        teks, target, satuan = (
            str(self[nama].value() or "").strip() for nama in ("teks", "target", "satuan")
        )
        return saran_baris(teks, target, satuan) if teks else []

    def isi(self) -> IsiIndikator:
        """Return the cleaned row; a unit written after the target as well is kept once."""
        data = {nama: satu_baris(self.cleaned_data.get(nama)) for nama in BIDANG_INDIKATOR}
        satuan = data["satuan"]
        if satuan and not satuan[0].isdigit():
            angka = data["target"].removesuffix(satuan)
            if angka.strip() and angka[-1] in "0123456789 ":
                data["target"] = angka.strip()
        return IsiIndikator(**data)


def saran_baris(teks: str, target: str, satuan: str) -> list[Saran]:
    """Return the hints on what was written; an empty target is left to the check before sending."""
    daftar = periksa_indikator(teks, target, satuan)
    return daftar if target.strip() else [satu for satu in daftar if satu.bagian == "indikator"]


def indikator_kosong(beraspek: bool) -> list[dict[str, str]]:
    """Return what a new RHK offers: the three aspek, or one row."""
    return [{"aspek": aspek} for aspek in ASPEK_AWAL] if beraspek else [{}]


def _aspek_bawaan(prefix: str | None) -> str:
    """Return the aspek that ``indikator_kosong`` gives the row of this prefix, if any."""
    nomor = (prefix or "").rpartition("-")[2]
    return dict(enumerate(ASPEK_AWAL)).get(int(nomor), "") if nomor.isdecimal() else ""


IndikatorFormSet = forms.formset_factory(
    IndikatorForm,
    formset=BarisFormSet,
    extra=0,
    can_order=True,
    can_delete=True,
    max_num=MAKS_INDIKATOR,
    absolute_max=MAKS_INDIKATOR + 5,
)

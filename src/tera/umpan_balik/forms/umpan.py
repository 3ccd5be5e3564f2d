"""Forms of continuous feedback: give, correct, ask, decline."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm as IsianPolosForm
from tera.antarmuka.widget import TeksPanjang
from tera.organisasi.forms.dasar_orang import IsianForm, TanggalField
from tera.organisasi.forms.saran import IsianPegawai
from tera.organisasi.models import Pegawai
from tera.umpan_balik.models import UmpanBalik
from tera.umpan_balik.selectors.hubungan_pemberi import Rekan, kelompok_rekan
from tera.umpan_balik.services.berkelanjutan import PANJANG, IsiUmpanBalik

Pilihan = list[tuple[str, list[tuple[str, str]]]]


class _UcapanForm(IsianPolosForm):
    """What kind it is, and the words."""

    jenis = forms.ChoiceField(
        label=_("Jenis"), choices=UmpanBalik.Jenis.choices, widget=forms.RadioSelect
    )
    teks = forms.CharField(
        label=_("Umpan balik"),
        max_length=PANJANG,
        widget=TeksPanjang(attrs={"rows": 5}),
        help_text=_("Situasinya, apa yang dilakukan, akibatnya, lalu saran Anda."),
    )


class PerbaikiForm(_UcapanForm):
    """Corrected words."""


class BeriForm(_UcapanForm):
    """A piece of feedback; the consent stands only before someone who writes upward."""

    field_order = ("jenis", "sasaran", "teks", "tanggal", "setuju_bernama")
    sasaran = forms.ChoiceField(label=_("Tentang"))
    tanggal = TanggalField(label=_("Hari peristiwanya"))
    setuju_bernama = forms.BooleanField(
        label=_("Saya tahu nama saya terbaca oleh atasan atau ketua tim yang saya tuju."),
        required=False,
    )

    def __init__(self, *args: Any, sasaran: Pilihan, ke_atas: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sasaran"].choices = pilihan(sasaran)  # type: ignore[attr-defined]
        if not ke_atas:
            del self.fields["setuju_bernama"]

    def isi(self) -> IsiUmpanBalik:
        """Return what was typed, as the service takes it."""
        data = self.cleaned_data
        return IsiUmpanBalik(
            sasaran=data["sasaran"],
            jenis=data["jenis"],
            teks=data["teks"],
            tanggal=data["tanggal"],
            setuju_bernama=data.get("setuju_bernama", False),
        )


class MintaForm(IsianForm):
    """Whom to ask, about what; somebody who isn't in the list is found by name."""

    kepada = forms.TypedMultipleChoiceField(
        label=_("Minta dari"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    lain = IsianPegawai(label=_("Orang lain"), required=False)
    sasaran = forms.ChoiceField(label=_("Tentang"))
    pesan = forms.CharField(
        label=_("Pesan"),
        max_length=500,
        required=False,
        widget=TeksPanjang,
        help_text=_("Misalnya bagian mana yang paling ingin Anda dengar."),
    )
    tanda_opsional = False

    def __init__(self, *args: Any, rekan: Sequence[Rekan], sasaran: Pilihan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kepada"].choices = [  # type: ignore[attr-defined]
            (satu.pk, f"{satu.nama} · {label}")
            for label, daftar in kelompok_rekan(rekan)
            for satu in daftar
        ]
        self.fields["sasaran"].choices = pilihan(sasaran)  # type: ignore[attr-defined]

    def orang(self) -> list[Pegawai]:
        """Return everybody named: one query when anybody was ticked."""
        terpilih = self.cleaned_data["kepada"]
        daftar = list(Pegawai.objects.filter(pk__in=terpilih)) if terpilih else []
        lain = self.cleaned_data["lain"]
        return [*daftar, *([lain] if lain and lain.pk not in terpilih else [])]


class PilihForm(IsianForm):
    """Whom feedback is for, when the person isn't in the list."""

    orang = IsianPegawai(label=_("Nama atau NIP"))


class TolakForm(IsianPolosForm):
    """Why a request is declined; may stay empty."""

    alasan = forms.CharField(
        label=_("Alasan"),
        max_length=500,
        required=False,
        widget=TeksPanjang,
        help_text=_("Terbaca oleh yang meminta, misalnya: saya belum melihat pekerjaannya."),
    )


class TanggapiForm(IsianPolosForm):
    """An answer to what was said."""

    teks = forms.CharField(
        label=_("Tanggapan Anda"), max_length=PANJANG, widget=TeksPanjang(attrs={"rows": 3})
    )


def pilihan(kelompok: Pilihan) -> list[Any]:
    """Return grouped choices; what has no heading stands first, ungrouped."""
    hasil: list[Any] = []
    for judul, isi in kelompok:
        if judul:
            hasil.append((judul, isi))
        else:
            hasil += isi
    return hasil

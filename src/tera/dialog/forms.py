"""Shape of what people type in the dialogue: dates, agenda, notes, agreements, questions."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import JamInput, TanggalInput, TeksPanjang
from tera.dialog.models import JawabanProses
from tera.dialog.proses import BUTIR
from tera.dialog.selectors.bahan import Bahan
from tera.dialog.selectors.tanya import BarisHasil
from tera.dialog.services import IsiJadwal
from tera.dialog.services.dasar import periksa_jadwal
from tera.organisasi.models import Pegawai, UnitKerja

KELOMPOK = {
    "penilai": _("Penilai saya"),
    "dinilai": _("Yang saya nilai"),
    "ketua": _("Ketua tim saya"),
    "anggota": _("Anggota tim saya"),
}


class JadwalForm(IsianForm):
    """When and where."""

    tanggal = forms.DateField(label=_("Tanggal"), widget=TanggalInput)
    jam_mulai = forms.TimeField(label=_("Jam mulai"), widget=JamInput)
    jam_selesai = forms.TimeField(label=_("Jam selesai"), widget=JamInput, required=False)
    tempat = forms.CharField(label=_("Tempat"), max_length=200, required=False)
    tautan = forms.URLField(
        label=_("Tautan rapat daring"), max_length=500, required=False, assume_scheme="https"
    )

    def __init__(self, *args: Any, pada: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pada = pada

    def clean(self) -> dict[str, Any]:
        """An impossible date is said together with what else is wrong."""
        isi: dict[str, Any] = super().clean() or {}
        if {"tanggal", "jam_mulai", "jam_selesai", "tempat", "tautan"} <= isi.keys():
            for bidang, daftar in periksa_jadwal(self.jadwal(), self.pada).items():
                self.add_error(bidang, daftar)
        return isi

    def jadwal(self) -> IsiJadwal:
        """Return the typed date and place."""
        isi = self.cleaned_data
        return IsiJadwal(
            tanggal=isi["tanggal"],
            jam_mulai=isi["jam_mulai"],
            jam_selesai=isi["jam_selesai"],
            tempat=isi["tempat"],
            tautan=isi["tautan"],
        )


class PertemuanForm(JadwalForm):
    """A new meeting: with whom, when, where."""

    field_order = ("dengan", "nip", "tanggal", "jam_mulai", "jam_selesai", "tempat", "tautan")
    dengan = forms.ChoiceField(label=_("Dengan siapa"), required=False)
    nip = forms.CharField(
        label=_("NIP rekan lain"),
        help_text=_("Hanya bila orangnya tidak ada di daftar. Ia bisa menolak undangan Anda."),
        max_length=18,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(
        self, *args: Any, rekan: Sequence[tuple[str, Sequence[Pegawai]]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.rekan = {satu.pk: satu for _kata, daftar in rekan for satu in daftar}
        self.fields["dengan"].choices = [  # type: ignore[attr-defined]
            ("", _("Orang lain, lewat NIP")),
            *(
                (KELOMPOK[kata], [(str(satu.pk), satu.nama_lengkap) for satu in daftar])
                for kata, daftar in rekan
            ),
        ]

    def clean(self) -> dict[str, Any]:
        """One of the two ways to name the person is needed."""
        isi: dict[str, Any] = super().clean() or {}
        if not isi.get("dengan") and not isi.get("nip") and "dengan" not in self.errors:
            self.add_error("dengan", gettext("Pilih orangnya, atau isi NIP-nya."))
        return isi

    def terpilih(self) -> Pegawai | None:
        """Return the person chosen from the list, if any."""
        pilihan = self.cleaned_data.get("dengan")
        return self.rekan.get(int(pilihan)) if pilihan else None


class UbahJadwalForm(JadwalForm):
    """Another date or place; ``revisi`` of the row the form was filled from."""

    revisi = forms.IntegerField(widget=forms.HiddenInput)


class AlasanForm(IsianForm):
    """Why something is called off, for those who were asked."""

    alasan = forms.CharField(label=_("Alasan"), max_length=500, widget=TeksPanjang)


class AgendaForm(IsianForm):
    """One's own item."""

    teks = forms.CharField(label=_("Yang ingin dibahas"), max_length=500)


class BahanForm(IsianForm):
    """Items chosen from what the work shows."""

    bahan = forms.MultipleChoiceField(
        label=_("Pilih yang ingin dibahas"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, daftar: Iterable[Bahan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["bahan"].choices = [  # type: ignore[attr-defined]
            (satu.kunci, satu.teks) for satu in daftar
        ]


class CatatanForm(IsianForm):
    """The next version of shared notes, or of minutes."""

    teks = forms.CharField(
        label=_("Catatan"), max_length=20_000, widget=TeksPanjang(attrs={"rows": 6})
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)


class KesepakatanForm(IsianForm):
    """What was agreed, who does it, until when."""

    uraian = forms.CharField(
        label=_("Yang disepakati"), max_length=500, widget=TeksPanjang(attrs={"rows": 2})
    )
    penanggung_jawab = forms.TypedChoiceField(label=_("Penanggung jawab"), coerce=int)
    tenggat = forms.DateField(label=_("Tenggat"), widget=TanggalInput)

    def __init__(self, *args: Any, orang: Iterable[Pegawai], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["penanggung_jawab"].choices = [  # type: ignore[attr-defined]
            (satu.pk, satu.nama_lengkap) for satu in orang
        ]


class UbahKesepakatanForm(IsianForm):
    """A proposed change."""

    uraian = forms.CharField(
        label=_("Yang disepakati"), max_length=500, widget=TeksPanjang(attrs={"rows": 2})
    )
    tenggat = forms.DateField(label=_("Tenggat"), widget=TanggalInput)


class TanyaForm(IsianForm):
    """A question about one line of the result."""

    baris = forms.ChoiceField(label=_("Tentang"))
    teks = forms.CharField(label=_("Pertanyaan Anda"), max_length=4000, widget=TeksPanjang)

    def __init__(self, *args: Any, daftar: Iterable[BarisHasil], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["baris"].choices = [  # type: ignore[attr-defined]
            (satu.kunci, satu.teks if len(satu.teks) <= 120 else f"{satu.teks[:119]}…")
            for satu in daftar
        ]


class JawabForm(IsianForm):
    """A message of a thread."""

    teks = forms.CharField(label=_("Tulisan Anda"), max_length=4000, widget=TeksPanjang)


class SesiForm(JadwalForm):
    """A new session: its unit, topic, date, people and leader."""

    field_order = (
        "unit", "topik", "tanggal", "jam_mulai", "jam_selesai", "tempat", "tautan",
        "pemimpin", "peserta",
    )  # fmt: skip
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=int)
    topik = forms.CharField(label=_("Topik"), max_length=200)
    pemimpin = forms.TypedChoiceField(
        label=_("Pemimpin diskusi"), coerce=int, required=False, empty_value=None
    )
    peserta = forms.TypedMultipleChoiceField(
        label=_("Peserta"), coerce=int, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *args: Any,
        daftar_unit: Iterable[UnitKerja],
        calon: Sequence[Pegawai],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        orang = [(satu.pk, satu.nama_lengkap) for satu in calon]
        pilihan: dict[str, list[Any]] = {
            "unit": [(satu.pk, satu.nama) for satu in daftar_unit],
            "peserta": orang,
            "pemimpin": [("", _("Saya sendiri")), *orang],
        }
        for nama, isi in pilihan.items():
            self.fields[nama].choices = isi  # type: ignore[attr-defined]


class UbahSesiForm(UbahJadwalForm):
    """Another date, place or topic of a session."""

    field_order = ("topik", "tanggal", "jam_mulai", "jam_selesai", "tempat", "tautan", "revisi")
    topik = forms.CharField(label=_("Topik"), max_length=200)


class MasukanForm(IsianForm):
    """Input to one participant or to all."""

    kepada = forms.TypedChoiceField(label=_("Kepada"), coerce=int, required=False, empty_value=None)
    teks = forms.CharField(
        label=_("Masukan Anda"),
        help_text=_("Bernama dan terbaca semua peserta. Sebut yang Anda lihat, lalu sarannya."),
        max_length=2000,
        widget=TeksPanjang,
    )

    def __init__(self, *args: Any, orang: Iterable[Pegawai], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kepada"].choices = [  # type: ignore[attr-defined]
            ("", _("Semua peserta")),
            *((satu.pk, satu.nama_lengkap) for satu in orang),
        ]


class HadirForm(IsianForm):
    """Who was there."""

    hadir = forms.TypedMultipleChoiceField(
        label=_("Yang hadir"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, orang: Iterable[Pegawai], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hadir"].choices = [  # type: ignore[attr-defined]
            (satu.pk, satu.nama_lengkap) for satu in orang
        ]


class ProsesForm(IsianForm):
    """The five questions."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for butir, teks in BUTIR.items():
            self.fields[butir] = forms.ChoiceField(
                label=str(teks), choices=JawabanProses.Pilihan.choices, widget=forms.RadioSelect
            )


class TanggapanForm(IsianForm):
    """The answer of the instansi."""

    teks = forms.CharField(
        label=_("Tanggapan instansi"),
        help_text=_("Apa yang dibaca dari hasil ini, apa yang diubah, kapan, dan oleh siapa."),
        max_length=4000,
        widget=TeksPanjang,
    )

"""Rows of the plan, their end, and words that go with a step."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.organisasi.models import Pegawai
from tera.regulasi.pengembangan import JENIS_BELAJAR
from tera.tindak_lanjut.forms.pengembangan.pembimbing import PembimbingForm, awal_pembimbing
from tera.tindak_lanjut.models import KegiatanPengembangan, Kesenjangan, PorsiBelajar
from tera.tindak_lanjut.services.pengembangan.rencana import IsiKegiatan


def pilihan_jenis(pada: dt.date) -> list[tuple[str, str]]:
    """Return BKN's kinds of learning as choices; names are terms of law, never translated."""
    return [(satu.kata, satu.nama) for satu in JENIS_BELAJAR.pada(pada).nilai]


def pilihan_sasaran(
    semua: Mapping[str, Sequence[tuple[str, str]]], lama: tuple[str, str]
) -> list[tuple[Any, Any]]:
    """Return the rows of the plan in groups; ``lama``: one named before that is there no more."""
    kata = {"rhk": _("Rencana hasil kerja"), "indikator": _("Indikator kinerja individu"),
            "perilaku": _("Perilaku kerja BerAKHLAK")}  # fmt: skip
    ada = {kunci for daftar in semua.values() for kunci, _teks in daftar}
    return [
        ("", _("Rating saja")),
        *([lama] if lama[0] and lama[0] not in ada else []),
        *(
            (kata[jenis], [(kunci, Truncator(teks).chars(110)) for kunci, teks in daftar])
            for jenis, daftar in semua.items()
            if daftar
        ),
    ]


class KegiatanForm(PembimbingForm):
    """One row: the gap, what one will do about it, how many JP, until when, with whom."""

    uraian_kesenjangan = forms.CharField(
        label=_("Yang ingin diperkuat"),
        help_text=_("Satu hal yang nyata dari pekerjaan Anda."),
        max_length=500,
        widget=TeksPanjang(attrs={"rows": 3}),
    )
    sasaran = forms.ChoiceField(
        label=_("Supaya apa yang membaik"),
        help_text=_("Dampaknya diukur pada baris ini, sebelum dan sesudah kegiatan."),
        required=False,
    )
    kesenjangan = forms.ChoiceField(label=_("Kelompok"), choices=Kesenjangan.choices)
    kegiatan = forms.CharField(
        label=_("Kegiatan belajar"),
        help_text=_("Misalnya: belajar validasi data di Bidang Pelayanan, dua kali seminggu."),
        max_length=300,
    )
    jenis = forms.ChoiceField(label=_("Jenis"))
    porsi = forms.ChoiceField(
        label=_("Cara belajar"),
        help_text=_("Pedoman: 70 persen dari pekerjaan, 20 dari orang lain, 10 dari pelatihan."),
        choices=PorsiBelajar.choices,
    )
    jp = forms.IntegerField(
        label=_("Jam pelajaran (JP)"),
        help_text=_("Satu JP 45 menit. Isi 0 bila tidak dihitung."),
        min_value=0,
        initial=0,
    )
    target_pada = forms.DateField(label=_("Selesai paling lambat"), widget=TanggalInput)

    def __init__(
        self,
        *args: Any,
        pada: dt.date,
        sasaran: Mapping[str, Sequence[tuple[str, str]]],
        lama: tuple[str, str] = ("", ""),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sasaran"].choices = pilihan_sasaran(sasaran, lama)  # type: ignore[attr-defined]
        self.fields["pembimbing"].help_text = _(
            "Diminta persetujuannya begitu rencana disetujui penilai."
        )
        self.fields["jenis"].choices = pilihan_jenis(pada)  # type: ignore[attr-defined]

    def isi(self, **lain: Any) -> IsiKegiatan:
        """Return the typed row; ``lain`` says which finding it answers."""
        satu = self.cleaned_data
        return IsiKegiatan(
            kesenjangan=satu["kesenjangan"],
            uraian_kesenjangan=satu["uraian_kesenjangan"],
            kegiatan=satu["kegiatan"],
            jenis=satu["jenis"],
            porsi=satu["porsi"],
            jp=satu["jp"],
            target_pada=satu["target_pada"],
            pembimbing_id=satu["pembimbing"],
            sasaran=satu["sasaran"],
            **lain,
        )


def awal_kegiatan(satu: KegiatanPengembangan, calon: Sequence[Pegawai]) -> dict[str, Any]:
    """Return what the form of a row is filled with."""
    return {
        nama: getattr(satu, nama)
        for nama in ("uraian_kesenjangan", "sasaran", "kesenjangan", "kegiatan", "jenis",
                     "porsi", "jp", "target_pada")
    } | awal_pembimbing(satu.pembimbing, calon)  # fmt: skip


class SelesaiForm(IsianForm):
    """What came of it, with evidence."""

    hasil = forms.CharField(
        label=_("Hasilnya"),
        help_text=_("Apa yang sekarang bisa Anda kerjakan, dan di mana dipakai."),
        max_length=4000,
        widget=TeksPanjang,
    )
    selesai_pada = forms.DateField(label=_("Tanggal selesai"), widget=TanggalInput)
    jp_diperoleh = forms.IntegerField(label=_("JP yang diperoleh"), min_value=0)
    berkas = forms.FileField(
        label=_("Sertifikat atau bukti"),
        help_text=_("PDF, PNG, atau JPEG, 10 MB."),
        required=False,
    )
    tautan = forms.URLField(
        label=_("Tautan bukti"), max_length=500, required=False, assume_scheme="https"
    )


class CatatanForm(IsianForm):
    """Words for the other side."""

    catatan = forms.CharField(label=_("Catatan"), max_length=4000, widget=TeksPanjang)


class AlasanForm(IsianForm):
    """Why."""

    alasan = forms.CharField(label=_("Alasan"), max_length=4000, widget=TeksPanjang)

"""Forms of periods, policy, delegation, teams, helpers, close relations, parts and reports."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.widget import TeksPanjang
from tera.organisasi import kebijakan
from tera.organisasi.forms.dasar_orang import IsianForm, MasaForm, TanggalField
from tera.organisasi.forms.saran import IsianPegawai, IsianUnit
from tera.organisasi.kebijakan_daftar import KunciKebijakan
from tera.organisasi.models import (
    HubunganDekat,
    JenisPeriode,
    Penugasan,
    PeranPetugas,
    PerpanjanganBatas,
)


class PeriodeBaruForm(IsianForm):
    """Opening a year."""

    tahun = forms.IntegerField(label=_("Tahun kinerja"), min_value=2020, max_value=2100)
    jenis_bagian = forms.ChoiceField(
        label=_("Bagian tahun untuk evaluasi periodik"),
        choices=[
            (JenisPeriode.TRIWULAN.value, _("Triwulan (empat bagian)")),
            (JenisPeriode.BULANAN.value, _("Bulanan (dua belas bagian)")),
        ],
        widget=forms.RadioSelect,
    )
    dibuka_pada = TanggalField(
        label=_("Dibuka pada"),
        help_text=_("Sejak hari ini pegawai bisa menyusun SKP. Boleh sebelum 1 Januari."),
    )


class PerpanjangForm(IsianForm):
    """Moving a deadline later."""

    tahap = forms.ChoiceField(
        label=_("Batas yang diperpanjang"),
        choices=PerpanjanganBatas.Tahap.choices,
        widget=forms.RadioSelect,
    )
    unit = IsianUnit(
        label=_("Untuk unit"),
        required=False,
        help_text=_("Kosongkan untuk seluruh instansi. Unit di bawahnya ikut diperpanjang."),
    )
    batas_baru = TanggalField(label=_("Batas baru"))
    alasan = forms.CharField(
        label=_("Alasan"),
        max_length=500,
        widget=TeksPanjang,
        help_text=_("Tampil kepada semua yang terkena."),
    )


class JadwalKeberatanForm(IsianForm):
    """The last day of objections by the agency's own calendar."""

    sampai = TanggalField(
        label=_("Keberatan diterima sampai"),
        help_text=_("Paling cepat sehari sesudah periodenya berakhir; tanggal ini ikut diterima."),
    )
    dasar = forms.CharField(
        label=_("Dasar"),
        max_length=300,
        help_text=_("Nomor dan tanggal surat atau keputusan. Tampil kepada semua yang terkena."),
    )


class KebijakanForm(IsianForm):
    """Changing one policy value."""

    nilai = forms.CharField(label=_("Nilai baru"))
    sejak = TanggalField(label=_("Berlaku sejak"))
    dasar = forms.CharField(
        label=_("Dasar"),
        max_length=300,
        help_text=_("Nomor dan tanggal surat atau keputusan."),
    )

    def __init__(self, *args: Any, kunci: KunciKebijakan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kunci.tipe == "bool":
            self.fields["nilai"] = forms.ChoiceField(
                label=_("Nilai baru"),
                choices=[("ya", _("Ya")), ("tidak", _("Tidak"))],
                widget=forms.RadioSelect,
            )
        elif kunci.tipe == "pilihan":
            self.fields["nilai"] = forms.ChoiceField(
                label=_("Nilai baru"), choices=list(kunci.pilihan), widget=forms.RadioSelect
            )
        elif kunci.rentang:
            self.fields["nilai"].help_text = _("Antara %(bawah)s dan %(atas)s %(satuan)s.") % {
                "bawah": kunci.rentang[0],
                "atas": kunci.rentang[1],
                "satuan": kunci.satuan,
            }
            self.fields["nilai"].widget.attrs["inputmode"] = "decimal"
        self.order_fields(["nilai", "sejak", "dasar"])


def nilai_awal(kunci: KunciKebijakan, nilai: Any) -> Any:
    """Return the form's first value of a policy key."""
    if kunci.tipe == "bool":
        return "ya" if nilai else "tidak"
    return str(kebijakan.simpan_sebagai(kunci, nilai))


class SaringCalonForm(IsianForm):
    """Which heads the letter may cover."""

    unit = IsianUnit(label=_("Pimpinan unit di bawah"))
    jenis = forms.ChoiceField(label=_("Jenis unit"), required=False)

    def __init__(self, *args: Any, daftar_jenis: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = [(satu, satu.replace("_", " ").capitalize()) for satu in daftar_jenis]
        self.fields["jenis"] = forms.ChoiceField(
            label=_("Jenis unit"), required=False, choices=[("", _("Semua jenis")), *pilihan]
        )


class DelegasiForm(IsianForm):
    """One letter, many heads."""

    pemberi = IsianPegawai(label=_("Pemberi kewenangan"))
    nomor_surat = forms.CharField(label=_("Nomor surat"), max_length=100)
    tanggal_surat = TanggalField(label=_("Tanggal surat"))
    sejak = TanggalField(label=_("Berlaku sejak"))
    sampai = TanggalField(
        label=_("Sampai"), required=False, help_text=_("Kosongkan bila belum ditentukan.")
    )
    surat = forms.FileField(
        label=_("Pindaian surat"), required=False, help_text=_("PDF, PNG, atau JPEG sampai 10 MB.")
    )
    penerima = forms.MultipleChoiceField(
        label=_("Pimpinan unit yang menerima kewenangan"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Belum ada pimpinan unit yang dipilih.")},
    )

    def __init__(self, *args: Any, pilihan_penerima: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["penerima"].choices = pilihan_penerima  # type: ignore[attr-defined]

    def daftar_penerima(self) -> list[tuple[int, int]]:
        """Return the chosen (pegawai id, unit id)."""
        hasil = []
        for satu in self.cleaned_data["penerima"]:
            pegawai, _tanda, unit = satu.partition("-")
            hasil.append((int(pegawai), int(unit)))
        return hasil


class AkhiriForm(IsianForm):
    """Ending something as of a day, with its basis."""

    sampai = TanggalField(label=_("Hari terakhir berlaku"))
    dasar = forms.CharField(label=_("Dasar atau alasan"), max_length=300)


class SampaiForm(IsianForm):
    """Ending something as of a day."""

    sampai = TanggalField(label=_("Hari terakhir berlaku"))


class TimForm(MasaForm):
    """Forming a team."""

    nama = forms.CharField(label=_("Nama tim"), max_length=200)
    unit = IsianUnit(label=_("Unit"))
    ketua = IsianPegawai(label=_("Ketua tim"))
    dasar = forms.CharField(
        label=_("Dasar"), max_length=200, required=False, help_text=_("Nomor surat tugas.")
    )
    field_order = ["nama", "unit", "ketua", "sejak", "sampai", "dasar"]


class AnggotaForm(MasaForm):
    """Adding a member."""

    pegawai = IsianPegawai(
        label=_("Pegawai"), help_text=_("Boleh dari unit lain. Tulis NIP atau sebagian nama.")
    )
    field_order = ["pegawai", "sejak", "sampai"]


class KetuaForm(IsianForm):
    """Changing the leader."""

    ketua = IsianPegawai(label=_("Ketua yang baru"))
    dasar = forms.CharField(label=_("Dasar"), max_length=200)


class PenyiapForm(MasaForm):
    """Naming a helper."""

    penyiap = IsianPegawai(label=_("Penyiap"))
    dasar = forms.CharField(
        label=_("Keterangan"), max_length=200, required=False, help_text=_("Misalnya tugasnya.")
    )
    field_order = ["penyiap", "sejak", "sampai", "dasar"]


class HubunganForm(IsianForm):
    """Declaring a close relation: kind only."""

    pihak = IsianPegawai(label=_("Dengan siapa"))
    jenis = forms.ChoiceField(
        label=_("Jenis hubungan"),
        choices=HubunganDekat.Jenis.choices,
        widget=forms.RadioSelect,
        help_text=_("Cukup jenisnya. Jangan menulis ceritanya di mana pun."),
    )


class PeranForm(MasaForm):
    """Giving a part."""

    pegawai = IsianPegawai(label=_("Pegawai"))
    peran = forms.ChoiceField(
        label=_("Peran"), choices=PeranPetugas.Peran.choices, widget=forms.RadioSelect
    )
    unit = IsianUnit(
        label=_("Untuk unit"), help_text=_("Berlaku juga bagi semua unit di bawahnya.")
    )
    dasar = forms.CharField(
        label=_("Dasar"), max_length=200, help_text=_("Nomor surat penunjukan.")
    )
    field_order = ["pegawai", "peran", "unit", "sejak", "sampai", "dasar"]


class LaporForm(IsianForm):
    """Penilai saya salah."""

    keterangan = forms.CharField(
        label=_("Apa yang salah"),
        widget=TeksPanjang,
        max_length=2000,
        help_text=_("Misalnya: atasan saya berganti sejak 1 Maret 2026."),
    )
    seharusnya = IsianPegawai(
        label=_("Siapa yang seharusnya menilai"),
        required=False,
        help_text=_("Boleh dikosongkan bila Anda tidak tahu."),
    )

    def __init__(self, *args: Any, daftar_penugasan: list[Penugasan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pilihan = {satu.pk: satu for satu in daftar_penugasan}
        field = forms.TypedChoiceField(
            label=_("Penugasan"),
            choices=[(pk, f"{p.jabatan.nama}, {p.unit.nama}") for pk, p in pilihan.items()],
            coerce=int,
            widget=forms.RadioSelect if len(pilihan) > 1 else forms.HiddenInput,
        )
        self.fields["penugasan"] = field
        if len(pilihan) == 1:
            self.initial.setdefault("penugasan", next(iter(pilihan)))
        self.order_fields(["penugasan", "keterangan", "seharusnya"])


class PerbaikiForm(IsianForm):
    """Closing a report as repaired."""

    penilai = IsianPegawai(
        label=_("Tetapkan penilai dengan surat"),
        required=False,
        help_text=_(
            "Kosongkan bila penugasan atau unitnya sudah dibetulkan dan penilainya kini benar."
        ),
    )
    surat = forms.CharField(
        label=_("Nomor dan tanggal surat"),
        max_length=200,
        required=False,
        help_text=_("Wajib bila penilai ditetapkan di sini."),
    )
    berkas = forms.FileField(
        label=_("Pindaian surat"), required=False, help_text=_("PDF, PNG, atau JPEG sampai 10 MB.")
    )
    jawaban = forms.CharField(
        label=_("Jawaban kepada pegawai"), widget=TeksPanjang, max_length=2000
    )


class TolakForm(IsianForm):
    """Closing a report without a change."""

    jawaban = forms.CharField(
        label=_("Alasan kepada pegawai"),
        widget=TeksPanjang,
        max_length=2000,
        help_text=_("Jelaskan mengapa penilai yang tercatat sudah benar."),
    )


def besok(pada: dt.date) -> dt.date:
    """Return the day after: the usual first day of a change."""
    return pada + dt.timedelta(days=1)

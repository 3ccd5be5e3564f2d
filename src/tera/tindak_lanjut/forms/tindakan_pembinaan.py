"""Shape of what people type in bimbingan, konseling and the review of an agreement."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import JamInput, TanggalInput, TeksPanjang
from tera.tindak_lanjut.models import Konseling, PermintaanKonseling, TinjauanPerjanjian


class BimbinganForm(IsianForm):
    """A session that was held."""

    tanggal = forms.DateField(label=_("Tanggal bimbingan"), widget=TanggalInput)
    uraian = forms.CharField(
        label=_("Yang dibicarakan"),
        help_text=_("Dibaca Anda dan pegawainya. Hal kesehatan dan pribadi tidak ditulis di sini."),
        max_length=4000,
        widget=TeksPanjang,
    )
    kesepakatan = forms.CharField(
        label=_("Yang disepakati"),
        help_text=_("Siapa melakukan apa, sampai kapan."),
        max_length=4000,
        widget=TeksPanjang(attrs={"rows": 3}),
    )


class JadwalKonselingForm(IsianForm):
    """Who, when and where."""

    jenis_konselor = forms.ChoiceField(
        label=_("Konselor"), choices=Konseling.Konselor.choices, widget=forms.RadioSelect
    )
    nip = forms.CharField(
        label=_("NIP konselor"),
        help_text=_("Kosongkan bila Anda sendiri konselornya."),
        max_length=18,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    konselor_luar = forms.CharField(
        label=_("Nama konselor luar"),
        help_text=_(
            "Hanya bila konselor independennya tidak punya akun: nama dan lembaganya, misalnya "
            "psikolog RSUD. Pegawai ber-NIP di atas menemaninya dan mencatat formulirnya."
        ),
        max_length=200,
        required=False,
    )
    dasar = forms.CharField(label=_("Nomor surat penunjukan"), max_length=200, required=False)
    penerima = forms.CharField(
        label=_("NIP penerima rekomendasi"),
        help_text=_(
            "Kosong: atasan penilai bila penilai yang mengonseling, penilai bila pejabat dengan "
            "tugas konseling. Konselor independen melapor kepada pejabat yang berwenang."
        ),
        max_length=18,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    tanggal = forms.DateField(label=_("Tanggal"), widget=TanggalInput)
    jam = forms.TimeField(label=_("Jam"), widget=JamInput)
    tempat = forms.CharField(
        label=_("Tempat"),
        help_text=_("Pilih tempat yang tertutup; hanya Anda bertiga yang melihatnya."),
        max_length=200,
    )


class JadwalPermintaanForm(JadwalKonselingForm):
    """The same for a request; past the rater, nobody is filled in by default."""

    def __init__(self, *args: Any, lewat_penilai: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if lewat_penilai:
            return
        jenis = self.fields["jenis_konselor"]
        assert isinstance(jenis, forms.ChoiceField)
        jenis.choices = [
            pilihan
            for pilihan in Konseling.Konselor.choices
            if pilihan[0] != Konseling.Konselor.PENILAI
        ]
        for nama, bantuan in (
            ("nip", _("Pegawai aktif instansi Anda yang punya akun.")),
            ("dasar", ""),
            (
                "penerima",
                _(
                    "Siapa yang membaca rekomendasinya. Permintaan ini tidak lewat penilai, jadi "
                    "pilih pejabat lain."
                ),
            ),
        ):
            self.fields[nama].required = True
            self.fields[nama].help_text = bantuan


class MintaKonselingForm(IsianForm):
    """One's own request."""

    tujuan = forms.ChoiceField(
        label=_("Siapa yang menunjuk konselornya"),
        choices=PermintaanKonseling.Tujuan.choices,
        widget=forms.RadioSelect,
    )
    uraian = forms.CharField(
        label=_("Yang ingin dibicarakan"),
        help_text=_(
            "Hanya dibaca konselornya nanti. Yang menunjuk konselor tahu bahwa Anda meminta, "
            "bukan isinya."
        ),
        max_length=4000,
        widget=TeksPanjang,
    )

    def __init__(self, *args: Any, penunjuk: Mapping[str, str], **kwargs: Any) -> None:
        """``penunjuk``: who names the counsellor, in words, by the word of the choice."""
        super().__init__(*args, **kwargs)
        tujuan = self.fields["tujuan"]
        assert isinstance(tujuan, forms.ChoiceField)
        tujuan.choices = [
            (kata, f"{label}: {penunjuk[kata]}" if penunjuk.get(kata) else label)
            for kata, label in (
                (PermintaanKonseling.Tujuan.PENILAI.value, _("Lewat pejabat penilai saya")),
                (PermintaanKonseling.Tujuan.PENGELOLA.value, _("Tanpa lewat penilai saya")),
            )
        ]


class LaksanaForm(IsianForm):
    """Format Pelaksanaan Konseling Kinerja."""

    tanggal = forms.DateField(label=_("Tanggal dilaksanakan"), widget=TanggalInput)
    masalah = forms.CharField(label=_("Masalah kinerja"), max_length=4000, widget=TeksPanjang)
    penyebab = forms.CharField(label=_("Penyebabnya"), max_length=4000, widget=TeksPanjang)
    pemecahan = forms.CharField(
        label=_("Pemecahan yang disepakati"), max_length=4000, widget=TeksPanjang
    )
    rekomendasi = forms.MultipleChoiceField(
        label=_("Rekomendasi"),
        choices=Konseling.Rekomendasi.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    uraian_rekomendasi = forms.CharField(
        label=_("Uraian rekomendasi"),
        help_text=_("Hanya bagian ini dan pilihannya yang dilaporkan. Jangan ulang catatannya."),
        max_length=4000,
        widget=TeksPanjang(attrs={"rows": 3}),
    )


class RekomendasiForm(IsianForm):
    """The rater's recommendation on an agreement."""

    rekomendasi = forms.ChoiceField(
        label=_("Rekomendasi"),
        choices=TinjauanPerjanjian.Pilihan.choices,
        widget=forms.RadioSelect,
    )
    target_tercapai = forms.ChoiceField(
        label=_("Target kinerja dalam perjanjian"),
        choices=[("ya", _("Tercapai")), ("tidak", _("Belum tercapai"))],
        widget=forms.RadioSelect,
    )
    dinilai_tim = forms.BooleanField(
        label=_("Tim Penilai Kinerja PPPK menilai sama"), required=False
    )
    alasan = forms.CharField(
        label=_("Alasan"),
        help_text=_(
            "Capaian kinerja, kesesuaian kompetensi, dan kebutuhan instansi. Dibaca pegawainya."
        ),
        max_length=4000,
        widget=TeksPanjang,
    )


class PutusPerjanjianForm(IsianForm):
    """The decision with its letter."""

    keputusan = forms.ChoiceField(
        label=_("Keputusan"),
        choices=TinjauanPerjanjian.Pilihan.choices,
        widget=forms.RadioSelect,
    )
    alasan = forms.CharField(label=_("Pertimbangan"), max_length=4000, widget=TeksPanjang)
    nomor = forms.CharField(label=_("Nomor surat"), max_length=100)
    tanggal = forms.DateField(label=_("Tanggal surat"), widget=TanggalInput)
    berkas = forms.FileField(
        label=_("Pindaian surat"), help_text=_("PDF, PNG, atau JPEG, paling besar 10 MB.")
    )


class PerjanjianForm(IsianForm):
    """One agreement, typed."""

    nip = forms.CharField(
        label=_("NI PPPK"),
        max_length=18,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    nomor = forms.CharField(label=_("Nomor perjanjian"), max_length=100)
    mulai = forms.DateField(label=_("Mulai"), widget=TanggalInput)
    selesai = forms.DateField(label=_("Selesai"), widget=TanggalInput)


class LembarPerjanjianForm(IsianForm):
    """A sheet of agreements."""

    lembar = forms.FileField(
        label=_("Lembar perjanjian"),
        help_text=_("XLSX atau CSV dengan kolom NI PPPK, Nomor Perjanjian, Mulai, Selesai."),
    )

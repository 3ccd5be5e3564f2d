"""Shape of what people type about records of discipline and their correction."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.widget import TeksPanjang
from tera.organisasi.forms.dasar_orang import IsianForm, TanggalField
from tera.organisasi.forms.saran import IsianPegawai
from tera.tindak_lanjut.models import RekamDisiplin


class AlasanForm(IsianForm):
    """Why something ends."""

    alasan = forms.CharField(label=_("Alasan"), max_length=1000, widget=TeksPanjang)


class RekamForm(IsianForm):
    """A record of discipline or CLTN."""

    pegawai = IsianPegawai(label=_("Pegawai"))
    jenis = forms.ChoiceField(label=_("Jenis"), choices=RekamDisiplin.Jenis.choices)
    mulai = TanggalField(
        label=_("Mulai"), help_text=_("Untuk keterangan: sampai hari apa diperiksa.")
    )
    selesai = TanggalField(
        label=_("Selesai"), required=False,
        help_text=_("Wajib bagi hukuman disiplin sedang: 6, 9, atau 12 bulan menurut suratnya."),
    )  # fmt: skip
    nomor_surat = forms.CharField(label=_("Nomor surat"), max_length=100)
    tanggal_surat = TanggalField(label=_("Tanggal surat"))


class BerkasForm(IsianForm):
    """A sheet to read."""

    berkas = forms.FileField(label=_("Berkas XLSX atau CSV"))


class KoreksiForm(IsianForm):
    """What is wrong in one's record."""

    uraian = forms.CharField(
        label=_("Apa yang keliru atau kurang"), max_length=2000, widget=TeksPanjang,
        help_text=_("Sebut surat yang membuktikannya. Pengelola menjawab secara tertulis."),
    )  # fmt: skip


class JawabKoreksiForm(IsianForm):
    """The answer to it."""

    putusan = forms.ChoiceField(
        label=_("Putusan"),
        choices=(("terima", _("Diterima")), ("tolak", _("Ditolak"))),
        widget=forms.RadioSelect,
    )
    jawaban = forms.CharField(label=_("Jawaban"), max_length=2000, widget=TeksPanjang)

"""Shape of what people type about days away without a valid reason."""

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.widget import TanggalInput
from tera.organisasi.forms.dasar_orang import IsianForm
from tera.organisasi.forms.saran import IsianPegawai
from tera.tindak_lanjut.models import KetidakhadiranTahunan

_BERTURUT = _("Rangkaian terpanjang, hari kerja. Sepuluh hari berturut-turut punya ambang sendiri.")


class KetidakhadiranForm(IsianForm):
    """One person's count of a year."""

    pegawai = IsianPegawai(label=_("Pegawai"))
    tahun = forms.IntegerField(label=_("Tahun"), min_value=2021, max_value=2100)
    hari = forms.IntegerField(
        label=_("Hari kerja tidak masuk tanpa alasan sah"), min_value=0, max_value=366,
        help_text=_("Jumlah setahun. Cuti, sakit dengan surat, dan tugas tidak dihitung."),
    )  # fmt: skip
    berturut = forms.IntegerField(
        label=_("Paling lama berturut-turut"), min_value=0, max_value=366, required=False,
        help_text=_BERTURUT,
    )  # fmt: skip
    sumber = forms.CharField(
        label=_("Sumber"), max_length=200, help_text=_("Misalnya rekap presensi Oktober 2026.")
    )

    def clean_berturut(self) -> int:
        """Left open: no run is known."""
        return self.cleaned_data["berturut"] or 0


class ImporKetidakhadiranForm(IsianForm):
    """A year's sheet."""

    tahun = forms.IntegerField(label=_("Tahun"), min_value=2021, max_value=2100)
    berkas = forms.FileField(label=_("Berkas XLSX atau CSV"))


class PemeriksaanForm(IsianForm):
    """What the superior's examination found."""

    tanggal = forms.DateField(label=_("Tanggal pemeriksaan"), widget=TanggalInput)
    hasil = forms.ChoiceField(
        label=_("Hasil pemeriksaan"),
        choices=KetidakhadiranTahunan.HasilPeriksa.choices,
        widget=forms.RadioSelect,
    )
    nomor = forms.CharField(
        label=_("Nomor berita acara atau surat usul"), max_length=100,
        help_text=_("Isi pemeriksaannya tetap di surat itu, tidak di sini."),
    )  # fmt: skip

"""Shape of what is typed in files of promotion, mutation and rotation."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.organisasi.forms.saran import IsianPegawai, IsianUnit
from tera.organisasi.models import JenisJabatan
from tera.tindak_lanjut.forms.talenta import isian_instansi
from tera.tindak_lanjut.models import UsulKarier


class UsulForm(IsianForm):
    """What is proposed; the person only when the file is new."""

    pegawai = IsianPegawai(label=_("Orang yang diusulkan"))
    jenis = forms.ChoiceField(
        label=_("Jenis usul"), choices=UsulKarier.Jenis.choices, widget=forms.RadioSelect
    )
    jabatan_target = forms.CharField(label=_("Jabatan tujuan"), max_length=300)
    jenis_jabatan = forms.ChoiceField(label=_("Jenis jabatan"), choices=JenisJabatan.choices[1:])
    unit_target = IsianUnit(label=_("Unit tujuan"))
    alasan = forms.CharField(
        label=_("Alasan"),
        help_text=_("Mengapa orang ini untuk jabatan ini."),
        max_length=2000,
        widget=TeksPanjang,
    )
    bukti = forms.CharField(
        label=_("Bukti"),
        help_text=_("Hasil kinerja, capaian, sertifikat: sebut tahun atau nomornya."),
        max_length=1000,
        widget=TeksPanjang,
    )

    def __init__(self, *args: Any, instansi_id: int, baru: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not baru:
            del self.fields["pegawai"]
        isian_instansi(self, instansi_id)


class TelaahUsulForm(IsianForm):
    """What the review found."""

    catatan = forms.CharField(
        label=_("Hasil telaah"),
        help_text=_("Syarat yang terpenuhi, bukti yang diperiksa, keraguan yang tersisa."),
        max_length=2000,
        widget=TeksPanjang,
    )


class PutusanUsulForm(IsianForm):
    """Approve by a document, or refuse; both with the reason."""

    hasil = forms.ChoiceField(
        label=_("Putusan"),
        choices=[("setuju", _("Disetujui")), ("tolak", _("Ditolak"))],
        widget=forms.RadioSelect,
    )
    alasan = forms.CharField(label=_("Alasan putusan"), max_length=1000, widget=TeksPanjang)
    nomor = forms.CharField(
        label=_("Nomor dokumen"),
        help_text=_("Wajib bila disetujui."),
        max_length=100,
        required=False,
    )
    tanggal = forms.DateField(label=_("Tanggal dokumen"), widget=TanggalInput, required=False)
    berkas = forms.FileField(
        label=_("Pindaian dokumen"),
        help_text=_("PDF, PNG, atau JPEG sampai 10 MB."),
        required=False,
    )
    tanda_opsional = False

    def clean(self) -> dict[str, Any]:
        """An approval needs its document."""
        isi: dict[str, Any] = super().clean() or {}
        if isi.get("hasil") == "setuju":
            for nama in ("nomor", "tanggal"):
                if not isi.get(nama) and nama not in self.errors:
                    self.add_error(nama, gettext("Persetujuan perlu nomor dan tanggal dokumennya."))
        return isi


class KeperluanForm(IsianForm):
    """What a print is for."""

    keperluan = forms.CharField(
        label=_("Keperluan cetakan"),
        help_text=_("Tampak bagi orangnya beserta nama Anda, dan tercetak pada dokumennya."),
        max_length=300,
    )

"""Forms of imports, people, officials and raters by letter."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tera.organisasi.forms.dasar_orang import IsianForm, MasaForm, TanggalField
from tera.organisasi.forms.saran import IsianUnit
from tera.organisasi.models import JenisJabatan, JenisPenugasan, Pegawai, StatusPegawai
from tera.regulasi.nip import rapikan_nip


class UnggahForm(IsianForm):
    """Which file, what it holds, as of which day."""

    jenis = forms.ChoiceField(
        label=_("Isi berkas"),
        choices=[("unor", _("Unit kerja (unor)")), ("pegawai", pgettext_lazy("daftar", "Pegawai"))],
        widget=forms.RadioSelect,
        initial="pegawai",
    )
    berkas = forms.FileField(
        label=_("Berkas XLSX atau CSV"),
        help_text=_(
            "Paling besar 50 MB. Kolom dikenali dari judulnya, urutan bebas. Kolom NIK tidak "
            "dibaca dan tidak disimpan."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={"required": _("Pilih berkas XLSX atau CSV.")},
    )
    berlaku = TanggalField(
        label=_("Berlaku sejak"),
        help_text=_("Hari perubahan berlaku: penugasan lama ditutup sehari sebelumnya."),
    )


class JalankanForm(IsianForm):
    """Whether refused rows are skipped."""

    lewati_salah = forms.BooleanField(
        label=_("Impor baris yang benar saja, lewati baris yang ditolak"), required=False
    )


class CariPegawaiForm(IsianForm):
    """Search of the list of people."""

    q = forms.CharField(label=_("Nama atau NIP"), required=False, max_length=100)
    unit = IsianUnit(label=_("Unit kerja"), required=False)


_JENIS_TANPA_NIP = [
    (satu.value, satu.label)
    for satu in (
        JenisJabatan.PEJABAT_NEGARA,
        JenisJabatan.JPT_UTAMA,
        JenisJabatan.JPT_MADYA,
        JenisJabatan.JPT_PRATAMA,
        JenisJabatan.ADMINISTRATOR,
        JenisJabatan.PENGAWAS,
    )
]


class PejabatForm(IsianForm):
    """An official without NIP."""

    nama = forms.CharField(label=_("Nama"), max_length=200)
    gelar_depan = forms.CharField(label=_("Gelar depan"), max_length=60, required=False)
    gelar_belakang = forms.CharField(label=_("Gelar belakang"), max_length=100, required=False)
    jabatan = forms.CharField(
        label=_("Jabatan"), max_length=300, help_text=_("Misalnya Bupati atau Penjabat Bupati.")
    )
    jenis_jabatan = forms.ChoiceField(
        label=_("Jenis jabatan"), choices=_JENIS_TANPA_NIP, initial=JenisJabatan.PEJABAT_NEGARA
    )
    status = forms.ChoiceField(
        label=_("Status"),
        choices=[
            (StatusPegawai.PEJABAT_NEGARA.value, StatusPegawai.PEJABAT_NEGARA.label),
            (StatusPegawai.NON_ASN.value, StatusPegawai.NON_ASN.label),
        ],
    )
    unit = IsianUnit(label=_("Unit yang dipimpin"))
    sejak = TanggalField(label=_("Menjabat sejak"))
    dasar = forms.CharField(label=_("Nomor keputusan pengangkatan"), max_length=200)


class PindaianField(forms.FileField):
    """The scan of a letter; its type and size are judged by the store, not by its name."""

    def __init__(self, **opsi: Any) -> None:
        super().__init__(
            label=_("Pindaian surat"),
            help_text=_("PDF, PNG, atau JPEG sampai 10 MB."),
            widget=forms.FileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
            error_messages={
                "required": _("Pilih berkas PDF, PNG, atau JPEG."),
                "empty": _("Berkasnya kosong. Pilih berkas lain."),
            },
            **opsi,
        )


class SuratForm(IsianForm):
    """The scan of a letter that is already named."""

    berkas = PindaianField()


class PenugasanForm(MasaForm):
    """A new assignment of a person."""

    jenis = forms.ChoiceField(
        label=_("Bentuk penugasan"),
        choices=JenisPenugasan.choices,
        help_text=_("Definitif menutup penugasan definitif yang sekarang sehari sebelumnya."),
    )
    unit = IsianUnit(label=_("Unit kerja"))
    jabatan = forms.CharField(label=_("Jabatan"), max_length=300)
    jenis_jabatan = forms.ChoiceField(label=_("Jenis jabatan"), choices=JenisJabatan.choices)
    memimpin_unit = forms.BooleanField(
        label=_("Memimpin unit ini"),
        required=False,
        help_text=_("Plt, Plh, dan Pj selalu memimpin unitnya."),
    )
    dasar = forms.CharField(label=_("Nomor surat atau keputusan"), max_length=200)
    berkas = PindaianField(required=False)
    field_order = ("jenis", "unit", "jabatan", "jenis_jabatan", "memimpin_unit", "sejak", "sampai")


class TutupForm(IsianForm):
    """The last day of an assignment."""

    sampai = TanggalField(label=_("Hari terakhir"))
    dasar = forms.CharField(label=_("Nomor surat atau keputusan"), max_length=200)


class PenilaiKhususForm(MasaForm):
    """A rater by letter; exact NIP, so that one from another instansi can be named too."""

    nip = forms.CharField(
        label=_("NIP penilai"),
        max_length=40,
        help_text=_("Lengkap 18 angka. Penilai boleh dari instansi lain yang memakai Tera ini."),
    )
    surat = forms.CharField(label=_("Nomor dan tanggal surat penetapan"), max_length=200)
    berkas = PindaianField(required=False)
    field_order = ("nip", "surat", "sejak", "sampai", "berkas")

    def clean_nip(self) -> Pegawai:
        """Return the person who carries exactly this number."""
        nip = rapikan_nip(str(self.cleaned_data["nip"]))
        daftar = list(Pegawai.objects.filter(nip=nip)[:2]) if len(nip) == 18 else []
        if not daftar:
            raise forms.ValidationError(
                _("Tidak ada pegawai dengan NIP itu. Periksa 18 angkanya pada surat.")
            )
        if len(daftar) > 1:
            sendiri = [satu for satu in daftar if satu.instansi_id == self.aktor.instansi_id]
            if len(sendiri) == 1:
                return sendiri[0]
            raise forms.ValidationError(_("NIP itu tercatat pada lebih dari satu instansi."))
        return daftar[0]


class CabutForm(IsianForm):
    """The first day without the rater by letter."""

    sejak = TanggalField(label=_("Tidak berlaku lagi sejak"))
    dasar = forms.CharField(label=_("Nomor surat pencabutan"), max_length=200)


def nilai_awal(**isi: Any) -> dict[str, Any]:
    """Return the initial values that are known."""
    return {kunci: nilai for kunci, nilai in isi.items() if nilai not in (None, "")}

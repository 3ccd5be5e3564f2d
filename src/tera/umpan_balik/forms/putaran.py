"""Shape of what people type in the rounds: a round, a respondent, a partner, a form, a letter."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.organisasi.forms.saran import IsianPegawai, IsianUnit
from tera.organisasi.models import Periode
from tera.umpan_balik.models import HubunganResponden, InstrumenUmpanBalik, LingkupRekan
from tera.umpan_balik.putaran_saring import PANJANG_TEKS

#: Strongest last, as the eye reads a scale; the last one isn't a level.
PILIHAN_TINGKAT = (
    ("0", _("Di bawah")),
    ("1", _("Sesuai")),
    ("2", _("Di atas")),
    ("-1", _("Tidak tahu")),
)
HUBUNGAN_USULAN = [
    (satu.value, satu.label)
    for satu in (
        HubunganResponden.REKAN,
        HubunganResponden.BAWAHAN,
        HubunganResponden.ATASAN,
        HubunganResponden.ATASAN_PENILAI,
    )
]


class PutaranForm(IsianForm):
    """A new round."""

    nama = forms.CharField(label=_("Nama putaran"), max_length=200)
    periode = forms.ModelChoiceField(
        label=_("Periode"), queryset=Periode.objects.none(), empty_label=None
    )
    unit = IsianUnit(label=_("Untuk unit"))
    mulai = forms.DateField(label=_("Mulai"), widget=TanggalInput)
    selesai = forms.DateField(
        label=_("Hari terakhir mengisi"),
        help_text=_("Sesudah hari ini putaran ditutup dan hasilnya dibekukan sekali."),
        widget=TanggalInput,
    )
    lingkup_rekan = forms.ChoiceField(
        label=_("Rekan diundi dari"), choices=LingkupRekan.choices, widget=forms.RadioSelect
    )
    instrumen = forms.ModelChoiceField(
        label=_("Daftar pertanyaan"),
        queryset=InstrumenUmpanBalik.objects.none(),
        required=False,
        empty_label=_("Tujuh nilai BerAKHLAK (bawaan)"),
    )

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        periode: Any = self.fields["periode"]
        periode.queryset = Periode.objects.filter(instansi_id=instansi_id).order_by(
            "-tahun", "jenis", "urut"
        )
        instrumen: Any = self.fields["instrumen"]
        instrumen.queryset = InstrumenUmpanBalik.objects.filter(
            instansi_id=instansi_id, aktif=True
        ).order_by("nama")
        unit: Any = self.fields["unit"]
        unit.instansi_id = instansi_id


class RespondenForm(IsianForm):
    """One proposed respondent."""

    calon = IsianPegawai(label=_("Siapa"))
    hubungan = forms.ChoiceField(label=_("Hubungan"), choices=HUBUNGAN_USULAN)

    def __init__(self, *args: Any, instansi_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        calon: Any = self.fields["calon"]
        calon.instansi_id = instansi_id


class MitraForm(IsianForm):
    """One partner without an account."""

    nama = forms.CharField(label=_("Nama mitra"), max_length=200)
    lembaga = forms.CharField(label=_("Lembaga"), max_length=200)
    surel = forms.EmailField(label=_("Surel"), required=False)


class JawabanForm(IsianForm):
    """One form about one person: a level per question, then words."""

    tanda_opsional = False
    teks = forms.CharField(
        label=_("Satu hal yang dipertahankan, satu hal yang bisa lebih baik"),
        help_text=_("Tulis perilaku kerja secara umum, tanpa nama, nomor, tanggal, atau kutipan."),
        required=False,
        max_length=PANJANG_TEKS,
        widget=TeksPanjang,
    )
    apa_adanya = forms.BooleanField(
        label=_("Teks saya boleh ditampilkan apa adanya"),
        help_text=_("Tanpa centang ini hanya temanya yang ikut dihitung."),
        required=False,
    )
    tetap_kirim = forms.BooleanField(
        label=_("Saya sudah membaca peringatan tentang teks, tetap kirim"), required=False
    )
    catatan_bernama = forms.CharField(
        label=_("Catatan terbuka dengan nama saya"),
        help_text=_(
            "Tidak rahasia: pegawai ini membacanya bersama nama Anda setelah hasil dibuka. "
            "Kosongkan bila tidak perlu."
        ),
        required=False,
        max_length=PANJANG_TEKS,
        widget=TeksPanjang,
    )

    def __init__(
        self, *args: Any, butir: Sequence[dict[str, Any]], bernama: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.butir = tuple(butir)
        for satu in self.butir:
            self.fields[f"nilai-{satu['kode']}"] = forms.ChoiceField(
                label=satu["teks"],
                choices=PILIHAN_TINGKAT,
                widget=forms.RadioSelect,
                error_messages={"required": _("Pilih satu jawaban.")},
            )
        if not bernama:
            del self.fields["catatan_bernama"]

    def nilai(self) -> dict[str, int]:
        """Return question → level."""
        return {
            satu["kode"]: int(self.cleaned_data[f"nilai-{satu['kode']}"]) for satu in self.butir
        }

    def baris(self) -> list[dict[str, Any]]:
        """Return the questions with their bound fields for the template."""
        return [
            {
                "butir": satu,
                "bidang": self[f"nilai-{satu['kode']}"],
                "pilihan": list(self[f"nilai-{satu['kode']}"].subwidgets),
            }
            for satu in self.butir
        ]


class SuratForm(IsianForm):
    """The letter with which the envelopes of one person are to be opened."""

    nomor_surat = forms.CharField(label=_("Nomor surat"), max_length=100)
    alasan = forms.CharField(
        label=_("Alasan"),
        help_text=_("Tampil kepada pejabat kedua. Responden diberi tahu setelah disetujui."),
        max_length=2000,
        widget=TeksPanjang,
    )


class InstrumenForm(IsianForm):
    """A list of questions of the instansi's own: one question per line."""

    nama = forms.CharField(label=_("Nama instrumen"), max_length=200)
    daftar_butir = forms.CharField(
        label=_("Daftar pertanyaan"),
        help_text=_("Satu pertanyaan tiap baris, tiga sampai dua belas baris."),
        max_length=4000,
        widget=TeksPanjang,
    )

"""Shape of what people type about angka kredit: suppositions, jenjang, facts, PAK, reasons."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.angka_kredit.models import CaraMasuk, JenisFakta, PilihanJenjang, TingkatIjazah
from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.evaluasi.models import PilihanPredikat
from tera.regulasi.golongan import GOLONGAN_PNS


class HarapanForm(IsianForm):
    """A supposed predikat for each coming year."""

    def __init__(self, *args: Any, daftar_tahun: tuple[int, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for tahun in daftar_tahun:
            self.fields[f"h{tahun}"] = forms.ChoiceField(
                label=str(tahun),
                choices=PilihanPredikat.choices,
                initial=PilihanPredikat.BAIK,
                required=False,
            )


def _angka_kredit(label: Any, bantuan: Any = "") -> forms.DecimalField:
    """An amount of angka kredit that a letter may name."""
    return forms.DecimalField(
        label=label,
        required=False,
        max_digits=8,
        decimal_places=2,
        min_value=0,
        help_text=bantuan,
    )


class MasaForm(IsianForm):
    """A jenjang with its letter."""

    jabatan = forms.CharField(label=_("Nama jabatan"), max_length=300)
    jenjang = forms.ChoiceField(
        label=_("Jenjang"), choices=[("", _("Pilih jenjang")), *PilihanJenjang.choices]
    )
    golongan = forms.ChoiceField(label=_("Golongan pada TMT"))
    cara_masuk = forms.ChoiceField(
        label=_("Cara masuk"), choices=[("", _("Pilih cara masuk")), *CaraMasuk.choices]
    )
    mulai = forms.DateField(
        label=_("TMT jenjang"),
        widget=TanggalInput,
        help_text=_("Bulan yang tanggal satunya sudah di jenjang ini yang dihitung."),
    )
    ak_dasar = _angka_kredit(
        _("AK dasar"),
        _(
            "Kosongkan agar diisi menurut tabel AK dasar. Tabelnya belum seluruhnya dicocokkan "
            "dengan lampiran Peraturan BKN 3/2023: periksa dengan SK."
        ),
    )
    ak_lama = _angka_kredit(_("AK JF lama"))
    ak_penyesuaian = _angka_kredit(_("AK penyesuaian atau penyetaraan"))
    tmt_golongan = forms.DateField(
        label=_("TMT golongan itu"),
        widget=TanggalInput,
        required=False,
        help_text=_("Predikat sejak hari ini sampai TMT jenjang yang dikonversi."),
    )
    pangkat_tertinggi = forms.BooleanField(
        label=_("Pangkatnya yang tertinggi dalam jabatan administrasi yang ditinggalkan"),
        required=False,
        help_text=_("Bila sudah lebih dari tiga tahun, hanya tiga tahun terakhir yang dihitung."),
    )
    ak_perpindahan = _angka_kredit(
        _("AK konversi perpindahan"),
        _("Kosongkan agar dihitung dari predikat yang tercatat."),
    )
    alasan_beda = forms.CharField(
        label=_("Alasan bila SK berbeda dengan hitungan"),
        max_length=500,
        required=False,
        widget=TeksPanjang,
    )
    nomor_sk = forms.CharField(label=_("Nomor SK"), max_length=100)
    tanggal_sk = forms.DateField(label=_("Tanggal SK"), widget=TanggalInput)
    berkas = forms.FileField(
        label=_("Pindaian SK"),
        required=False,
        help_text=_("PDF, JPG, atau PNG, paling besar 10 MB."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["golongan"].choices = [  # type: ignore[attr-defined]
            (satu.kode, satu.sebutan) for satu in GOLONGAN_PNS.terakhir.nilai.values()
        ]

    @property
    def dasar_hitungan(self) -> dict[str, Any] | None:
        """What the computation of a perpindahan needs; None while a part is missing or wrong."""
        self.errors  # noqa: B018  (cleans what can be cleaned)
        isi = {
            nama: self.cleaned_data.get(nama)
            for nama in ("jenjang", "golongan", "tmt_golongan", "mulai")
        }
        return isi if all(isi.values()) else None


class UnggahJFForm(IsianForm):
    """One sheet with many jenjang."""

    berkas = forms.FileField(
        label=_("Berkas XLSX atau CSV"),
        help_text=_("Kolom dikenali dari judulnya; urutannya bebas."),
    )


class FaktaForm(IsianForm):
    """A fact with its document."""

    jenis = forms.ChoiceField(label=_("Yang dicatat"), choices=JenisFakta.choices)
    hasil = forms.ChoiceField(
        label=_("Hasil"),
        choices=[("ya", _("Ada / lulus")), ("tidak", _("Tidak ada / belum lulus"))],
        initial="ya",
        help_text=_("Untuk lowongan dan uji kompetensi."),
    )
    tingkat = forms.ChoiceField(
        label=_("Tingkat ijazah"),
        choices=[("", _("Bukan ijazah")), *TingkatIjazah.choices],
        required=False,
    )
    nomor = forms.CharField(label=_("Nomor dokumen"), max_length=100)
    tanggal = forms.DateField(label=_("Tanggal dokumen"), widget=TanggalInput)
    berlaku_sampai = forms.DateField(label=_("Berlaku sampai"), widget=TanggalInput, required=False)
    keterangan = forms.CharField(label=_("Keterangan"), max_length=300, required=False)
    berkas = forms.FileField(
        label=_("Pindaian dokumen"),
        required=False,
        help_text=_("PDF, JPG, atau PNG, paling besar 10 MB."),
    )


class LaporForm(IsianForm):
    """What is wrong with a fact."""

    teks = forms.CharField(label=_("Apa yang keliru"), max_length=1000, widget=TeksPanjang)


class JawabForm(IsianForm):
    """The answer to such a report."""

    teks = forms.CharField(label=_("Jawaban untuk pegawai"), max_length=1000, widget=TeksPanjang)
    putusan = forms.ChoiceField(
        label=_("Putusan"),
        choices=[
            ("pertahankan", _("Catatan tetap seperti semula")),
            ("cabut", _("Catatan dicabut")),
        ],
        widget=forms.RadioSelect,
    )


class AlasanForm(IsianForm):
    """A reason."""

    alasan = forms.CharField(label=_("Alasan"), max_length=500, widget=TeksPanjang)


class PakForm(IsianForm):
    """A PAK: its number and the last day of its masa penilaian."""

    nomor = forms.CharField(label=_("Nomor PAK"), max_length=100)
    selesai = forms.DateField(label=_("Masa penilaian sampai"), widget=TanggalInput)


class AkhiriForm(IsianForm):
    """Leaving the JF."""

    selesai = forms.DateField(label=_("Hari terakhir di jenjang ini"), widget=TanggalInput)
    alasan = forms.CharField(label=_("Alasan"), max_length=500, widget=TeksPanjang)


class TerbitkanForm(IsianForm):
    """The mass issue of a year."""

    tahun = forms.TypedChoiceField(label=_("Tahun"), coerce=int)
    unit = forms.TypedChoiceField(label=_("Unit"), coerce=int)

    def __init__(
        self, *args: Any, daftar_tahun: list[int], daftar_unit: list[tuple[int, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tahun"].choices = [(th, str(th)) for th in daftar_tahun]  # type: ignore[attr-defined]
        self.fields["unit"].choices = daftar_unit  # type: ignore[attr-defined]

"""Shape of what people type about the rule of pay, the month's attendance, the what-if."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tera.organisasi.forms.dasar_orang import IsianForm, TanggalField
from tera.tindak_lanjut.forms.penghargaan.rekam import BerkasForm
from tera.tindak_lanjut.models import AturanTunjangan


class KehadiranForm(BerkasForm):
    """The month's attendance."""

    bulan = forms.CharField(
        label=_("Bulan"), max_length=7, widget=forms.DateInput(attrs={"type": "month"})
    )
    field_order = ("bulan", "berkas")

    def clean_bulan(self) -> dt.date:
        """A month as ``2026-03``."""
        hasil = baca_bulan(self.cleaned_data["bulan"])
        if hasil is None:
            raise forms.ValidationError(gettext("Tulis bulan seperti 2026-03."))
        return hasil


def baca_bulan(teks: str) -> dt.date | None:
    """Return the first day of ``2026-03``; None for anything else."""
    try:
        hasil = dt.date.fromisoformat(f"{teks}-01")
    except ValueError:
        return None
    return hasil if len(teks) == 7 and 2000 <= hasil.year <= 2100 else None


def _persen(label: Any, awal: int, terbesar: int = 100, bantuan: Any = "") -> forms.DecimalField:
    return forms.DecimalField(
        label=label, initial=awal, min_value=0, max_value=terbesar, decimal_places=2,
        max_digits=5, localize=True, help_text=bantuan,
    )  # fmt: skip


class AturanTunjanganForm(IsianForm):
    """A version of the payment rule."""

    nama = forms.CharField(
        label=_("Nama aturan"), max_length=160, help_text=_("Misalnya: TPP 2026.")
    )
    dasar = forms.CharField(
        label=_("Dasar"), max_length=200, help_text=_("Perkada, Permen, atau keputusannya.")
    )
    berlaku_mulai = TanggalField(label=_("Berlaku mulai"))
    bobot_kinerja = _persen(_("Bobot kinerja"), 60)
    bobot_kehadiran = _persen(_("Bobot kehadiran"), 40)
    faktor_sangat_baik = _persen(_("Faktor Sangat Baik"), 100, 200)
    faktor_baik = _persen(_("Faktor Baik"), 100, 200)
    faktor_butuh_perbaikan = _persen(_("Faktor Butuh Perbaikan"), 100, 200)
    faktor_kurang = _persen(_("Faktor Kurang"), 100, 200)
    faktor_sangat_kurang = _persen(_("Faktor Sangat Kurang"), 100, 200)
    dikenai = forms.ChoiceField(
        label=_("Faktor predikat dikenakan pada"), choices=AturanTunjangan.Dikenai.choices
    )
    saat_berlaku = forms.ChoiceField(
        label=_("Predikat berlaku"), choices=AturanTunjangan.SaatBerlaku.choices,
        initial=AturanTunjangan.SaatBerlaku.BULAN_BERIKUT,
    )  # fmt: skip
    sumber_capaian = forms.ChoiceField(
        label=_("Capaian bulan diambil dari"), choices=AturanTunjangan.SumberCapaian.choices,
        help_text=_(
            "Dari lembar: 100 persen bila kolomnya kosong. Dari laporan: indikator SKP yang "
            "laporannya diverifikasi pada periode bulan itu, dibagi semua indikatornya."
        ),
    )  # fmt: skip
    tabel_laporan = forms.ChoiceField(
        label=_("Potongan laporan harian"), choices=AturanTunjangan.TabelLaporan.choices,
        help_text=_(
            "Permen LH/BPLH 6/2025: 1–5 laporan tidak sesuai dibayar 90 persen bagian kinerja, "
            "6–10 dibayar 85, lebih dari 10 dibayar 80."
        ),
    )  # fmt: skip
    potongan_tanpa_laporan = _persen(
        _("Potongan bulan tanpa laporan harian"), 0, 100,
        _(
            "0: tidak dipotong. Permen LH/BPLH 6/2025 menyebut 35 persen, tetapi dikenakan pada "
            "apa belum kami baca: isi menurut peraturan instansi Anda. Bulannya ditandai pada "
            "kolom TANPA LAPORAN di lembar bulanan."
        ),
    )  # fmt: skip
    tanpa_laporan_dikenai = forms.ChoiceField(
        label=_("Potongan itu dikenakan pada"), choices=AturanTunjangan.Dikenai.choices,
        initial=AturanTunjangan.Dikenai.BOBOT_KINERJA,
    )  # fmt: skip
    faktor_cpns = _persen(_("CPNS menerima"), 80)
    potongan_hukdis = _persen(
        _("Potongan selama hukuman disiplin sedang"), 25, 100,
        _("PP 94/2021 Pasal 8: 25 persen (dibaca dari sumber kedua)."),
    )  # fmt: skip
    pembulatan = forms.ChoiceField(
        label=_("Pembulatan rupiah"), choices=AturanTunjangan.Pembulatan.choices
    )


class SimulasiForm(IsianForm):
    """The person's own what-if; nothing of it is kept."""

    pagu = forms.DecimalField(
        label=_("Pagu tunjangan kelas jabatan Anda"), min_value=0, max_value=500_000_000,
        decimal_places=0, max_digits=9, localize=True,
        help_text=_("Diketik oleh Anda dan tidak disimpan."),
    )  # fmt: skip
    predikat = forms.ChoiceField(
        label=_("Seandainya predikatnya"),
        choices=(
            ("", _("Seperti sekarang")),
            ("sangat_baik", _("Sangat Baik")),
            ("baik", _("Baik")),
            ("butuh_perbaikan", _("Butuh Perbaikan")),
            ("kurang", _("Kurang")),
            ("sangat_kurang", _("Sangat Kurang")),
        ),
        required=False,
    )
    potongan_kehadiran = forms.DecimalField(
        label=_("Seandainya potongan kehadirannya (%)"), min_value=0, max_value=100,
        decimal_places=2, max_digits=5, localize=True, required=False,
        help_text=_("Kosongkan: seperti yang tercatat."),
    )  # fmt: skip

"""Small forms: make a plan, note, reason, paste, matrix column, rubrik."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TanggalInput, TeksPanjang
from tera.organisasi.models import Penugasan
from tera.skp.models import SKP
from tera.skp.selectors.tugas import Tawaran


class BuatSKPForm(forms.Form):
    """Which assignment, which year, which approach, copied from what."""

    penugasan = forms.TypedChoiceField(label=_("Jabatan"), coerce=int)
    tahun = forms.TypedChoiceField(label=_("Tahun"), coerce=int)
    pendekatan = forms.ChoiceField(
        label=_("Pendekatan"),
        choices=SKP.Pendekatan.choices,
        initial=SKP.Pendekatan.KUANTITATIF,
        widget=forms.RadioSelect,
        help_text=_("Kuantitatif: target berupa angka. Kualitatif: ukuran keberhasilan diuraikan."),
    )
    salin_dari = forms.TypedChoiceField(
        label=_("Mulai dari"), required=False, coerce=int, empty_value=None
    )

    def __init__(
        self,
        *args: Any,
        daftar_penugasan: Sequence[Penugasan],
        daftar_tahun: Sequence[int],
        daftar_salinan: Sequence[SKP],
        saya: int | None,
        **kw: Any,
    ):
        super().__init__(*args, **kw)
        self.fields["penugasan"].choices = [  # type: ignore[attr-defined]
            (tugas.pk, _sebut(tugas, saya)) for tugas in daftar_penugasan
        ]
        self.fields["tahun"].choices = [(t, str(t)) for t in daftar_tahun]  # type: ignore[attr-defined]
        self.fields["salin_dari"].choices = [  # type: ignore[attr-defined]
            ("", _("Formulir kosong")),
            *[(skp.pk, sebut_salinan(skp, saya)) for skp in daftar_salinan],
        ]
        self.daftar_penugasan = daftar_penugasan
        if len(daftar_penugasan) == 1:
            self.fields["penugasan"].widget = forms.HiddenInput()
            self.initial.setdefault("penugasan", daftar_penugasan[0].pk)


def _sebut(tugas: Penugasan, saya: int | None) -> str:
    dasar = f"{tugas.jabatan.nama}, {tugas.unit.nama}"
    return dasar if tugas.pegawai_id == saya else f"{tugas.pegawai.nama_lengkap}: {dasar}"


def sebut_salinan(skp: SKP, saya: int | None) -> str:
    """Return how a plan to copy is named: whose, which year, which state."""
    siapa = _("SKP saya") if skp.pegawai_id == saya else skp.pegawai.nama_lengkap
    return f"{siapa}, {skp.tahun} ({skp.get_status_display()})"


class SusunPengelolaForm(forms.Form):
    """Which approach, and which of the person's own earlier plans to start from."""

    pendekatan = forms.ChoiceField(
        label=_("Pendekatan"),
        choices=SKP.Pendekatan.choices,
        initial=SKP.Pendekatan.KUANTITATIF,
        widget=forms.RadioSelect,
    )
    salin_dari = forms.TypedChoiceField(
        label=_("Mulai dari"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, daftar_salinan: Sequence[SKP], **kw: Any):
        super().__init__(*args, **kw)
        self.fields["salin_dari"].choices = [  # type: ignore[attr-defined]
            ("", _("Formulir kosong")),
            *[(skp.pk, sebut_salinan(skp, None)) for skp in daftar_salinan],
        ]


class CatatanForm(forms.Form):
    """A note of the dialogue."""

    teks = forms.CharField(
        label=_("Catatan dialog kinerja"), max_length=2000, widget=TeksPanjang(attrs={"rows": 3})
    )


class KembalikanForm(forms.Form):
    """The note that goes with a returned plan."""

    catatan = forms.CharField(
        label=_("Catatan untuk pegawai"),
        max_length=2000,
        help_text=_("Sebutkan baris yang perlu diperbaiki dan bagaimana."),
        widget=TeksPanjang(attrs={"rows": 3}),
    )


class AlasanForm(forms.Form):
    """Why a new version is needed."""

    alasan = forms.CharField(
        label=_("Apa yang berubah dan mengapa"),
        max_length=1000,
        help_text=_("Contoh: target vaksinasi naik menurut surat kepala dinas 3 Mei."),
        widget=TeksPanjang(attrs={"rows": 3}),
    )


class TempelForm(forms.Form):
    """Rows copied in a spreadsheet."""

    revisi = forms.IntegerField(widget=forms.HiddenInput)
    jenis = forms.ChoiceField(
        label=_("Masuk sebagai"), choices=[("utama", _("Utama")), ("tambahan", _("Tambahan"))]
    )
    teks = forms.CharField(
        label=_("Tempel baris di sini"),
        max_length=60_000,
        strip=False,
        help_text=_("Empat kolom berurutan: RHK, aspek, indikator, target."),
        widget=TeksPanjang(attrs={"rows": 8}),
    )


class SalinForm(forms.Form):
    """Which plan to copy rows from."""

    revisi = forms.IntegerField(widget=forms.HiddenInput)
    sumber = forms.TypedChoiceField(label=_("Salin dari"), coerce=int)

    def __init__(self, *args: Any, daftar: Sequence[SKP], saya: int | None, **kw: Any):
        super().__init__(*args, **kw)
        self.fields["sumber"].choices = [  # type: ignore[attr-defined]
            (skp.pk, sebut_salinan(skp, saya)) for skp in daftar
        ]


class TugasForm(forms.Form):
    """Which work given by letter becomes rows of the plan."""

    revisi = forms.IntegerField(widget=forms.HiddenInput)
    tugas = forms.MultipleChoiceField(
        label=_("Tugas yang masuk SKP"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, daftar: Sequence[Tawaran], **kw: Any):
        super().__init__(*args, **kw)
        self.fields["tugas"].choices = [  # type: ignore[attr-defined]
            (satu.kunci, f"{satu.teks} ({satu.dasar})" if satu.dasar else satu.teks)
            for satu in daftar
        ]


class PindahkanForm(forms.Form):
    """Which column takes over the subordinates' rows."""

    dari = forms.TypedChoiceField(label=_("Dari RHK"), coerce=int)
    ke = forms.TypedChoiceField(label=_("Ke RHK"), coerce=int)

    def __init__(
        self,
        *args: Any,
        asal: Sequence[tuple[int, str]],
        tujuan: Sequence[tuple[int, str]],
        **kw: Any,
    ):
        super().__init__(*args, **kw)
        self.fields["dari"].choices = asal  # type: ignore[attr-defined]
        self.fields["ke"].choices = tujuan  # type: ignore[attr-defined]


class RubrikForm(IsianForm):
    """A new dated version of the rubrik: its name, day, basis, and every text."""

    versi = forms.CharField(label=_("Nama versi"), max_length=40)
    sejak = forms.DateField(
        label=_("Berlaku sejak"), widget=TanggalInput, input_formats=["%Y-%m-%d"]
    )
    dasar = forms.CharField(
        label=_("Dasar penetapan"),
        max_length=300,
        help_text=_("Contoh: Keputusan Sekretaris Daerah nomor dan tanggal."),
    )

    def __init__(self, *args: Any, kriteria: Sequence[dict[str, Any]], **kw: Any):
        super().__init__(*args, **kw)
        self.kriteria = kriteria
        for satu in kriteria:
            for bagian in ("uraian", "contoh"):
                self.fields[f"{satu['kode']}.{bagian}"] = forms.CharField(
                    label=_("Uraian") if bagian == "uraian" else _("Contoh"),
                    initial="\n".join(satu[bagian]),
                    max_length=4000,
                    help_text=_("Satu butir per baris."),
                    widget=TeksPanjang(attrs={"rows": 3}),
                )

    def isi(self) -> list[dict[str, Any]]:
        """Return the criteria as stored."""
        return [
            {
                "kode": satu["kode"],
                "unsur": satu["unsur"],
                "tingkat": satu["tingkat"],
                "uraian": _baris(self.cleaned_data[f"{satu['kode']}.uraian"]),
                "contoh": _baris(self.cleaned_data[f"{satu['kode']}.contoh"]),
            }
            for satu in self.kriteria
        ]


def _baris(teks: str) -> list[str]:
    return [baris.strip() for baris in teks.splitlines() if baris.strip()]


def tahun_pilihan(pada: dt.date) -> list[int]:
    """Return the years a plan may be made for: this one, and from December the next; and the last

    one while January lasts.
    """
    daftar = [pada.year]
    if pada.month == 12:
        daftar.insert(0, pada.year + 1)
    if pada.month == 1:
        daftar.append(pada.year - 1)
    return daftar

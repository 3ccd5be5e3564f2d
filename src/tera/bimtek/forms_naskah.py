"""Shape of what trainers type: a case, the reason of a step, a package, what to take along."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TeksPanjang
from tera.bimtek.forms import NAMA_TINGKAT
from tera.bimtek.isi import JENIS_BUKTI, JENJANG, KODE_NILAI, TINGKAT
from tera.bimtek.paket import BATAS_PAKET, LISENSI
from tera.bimtek.pemuat import BATAS_JUDUL, BATAS_TEKS, IsiBimtekError
from tera.bimtek.tampilan_latihan import NAMA_BUKTI
from tera.regulasi.berakhlak import IsiNilai

NAMA_JENJANG = {
    "staf": _("Pelaksana atau jabatan fungsional pertama"),
    "pengawas": _("Pengawas atau ketua tim"),
    "ahli": _("Ahli muda ke atas"),
}
BUKTI_AWAL, BUKTI_PALING_BANYAK = 6, 20
_TINGKAT = [("", _("Pilih")), *((kata, NAMA_TINGKAT[kata]) for kata in TINGKAT)]


class KasusNaskahForm(IsianForm):
    """A case as it is written; only the title is needed to keep a draft (``kurang`` says more)."""

    tanda_opsional = False

    def __init__(
        self, *args: Any, nilai: Sequence[IsiNilai], bukti: int = BUKTI_AWAL, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.nilai = tuple(nilai)
        self.banyak_bukti = bukti
        self.fields["judul"] = forms.CharField(
            label=_("Judul"),
            max_length=BATAS_JUDUL,
            help_text=_("Terbaca oleh yang berlatih; jangan sampai membocorkan kuncinya."),
        )
        self.fields["rumpun"] = forms.CharField(
            label=_("Rumpun pekerjaan"),
            max_length=BATAS_JUDUL,
            required=False,
            help_text=_("Misalnya: Pelayanan kependudukan."),
        )
        self.fields["jenjang"] = forms.ChoiceField(
            label=_("Jenjang orang dalam kasus"),
            required=False,
            choices=[("", _("Pilih")), *((kata, NAMA_JENJANG[kata]) for kata in JENJANG)],
        )
        self.fields["tingkat_kunci"] = forms.ChoiceField(
            label=_("Tingkat keseluruhan menurut kunci"),
            required=False,
            choices=_TINGKAT,
            help_text=_("Untuk mengundi kasus dengan seimbang."),
        )
        self.fields["uraian"] = _panjang(
            _("Orang dan pekerjaannya"),
            _("Orang rekaan. Apa tugasnya, di mana, sudah berapa lama."),
        )
        for n in range(1, bukti + 1):
            self.fields[f"bukti_jenis_{n}"] = forms.ChoiceField(
                label=_("Jenis bukti %(n)s") % {"n": n},
                required=False,
                choices=[("", _("Pilih")), *((kata, NAMA_BUKTI[kata]) for kata in JENIS_BUKTI)],
            )
            self.fields[f"bukti_teks_{n}"] = _panjang(_("Bukti %(n)s") % {"n": n})
        for satu in self.nilai:
            self.fields[f"tingkat_{satu.kode}"] = forms.ChoiceField(
                label=_("Tingkat %(nilai)s") % {"nilai": satu.nama},
                required=False,
                choices=_TINGKAT,
            )
            self.fields[f"alasan_{satu.kode}"] = _panjang(
                _("Alasan %(nilai)s") % {"nilai": satu.nama},
                _("Tunjuk buktinya: dari sini orang belajar."),
            )

    def isi(self) -> dict[str, Any]:
        """The case as the tables that ``penulis`` writes; empty rows of evidence fall away."""
        data = self.cleaned_data
        bukti = [
            {"jenis": data[f"bukti_jenis_{n}"], "teks": data[f"bukti_teks_{n}"]}
            for n in range(1, self.banyak_bukti + 1)
        ]
        return {
            **{k: data[k] for k in ("judul", "rumpun", "jenjang", "tingkat_kunci", "uraian")},
            "bukti": [satu for satu in bukti if satu["jenis"] or satu["teks"]],
            "kunci": {
                kode: {"tingkat": data[f"tingkat_{kode}"], "alasan": data[f"alasan_{kode}"]}
                for kode in KODE_NILAI
            },
        }

    def tandai_kurang(self) -> None:
        """Add an error at every field that a case can't be sent without."""
        data = self.cleaned_data
        for nama in ("rumpun", "jenjang", "tingkat_kunci", "uraian"):
            if not data.get(nama):
                self.add_error(nama, _("Belum diisi."))
        ada = False
        for n in range(1, self.banyak_bukti + 1):
            jenis, teks = data.get(f"bukti_jenis_{n}"), data.get(f"bukti_teks_{n}")
            ada = ada or bool(jenis and teks)
            if teks and not jenis:
                self.add_error(f"bukti_jenis_{n}", _("Pilih jenis buktinya."))
            if jenis and not teks:
                self.add_error(f"bukti_teks_{n}", _("Tulis buktinya."))
        if not ada:
            self.add_error("bukti_teks_1", _("Kasus tanpa bukti tidak bisa dinilai."))
        for satu in self.nilai:
            if not data.get(f"tingkat_{satu.kode}"):
                self.add_error(f"tingkat_{satu.kode}", _("Pilih tingkat menurut kunci Anda."))
            if not data.get(f"alasan_{satu.kode}"):
                self.add_error(f"alasan_{satu.kode}", _("Tulis alasannya."))

    def tempel_isi(self, galat: IsiBimtekError) -> None:
        """Tie a refusal of ``pemuat`` to the field that its key stands for."""
        bagian = galat.kunci.replace(" ", ".").split(".")
        bidang: str | None = galat.kunci
        if bagian[0] == "kunci" and len(bagian) == 3:
            bidang = f"{bagian[2]}_{bagian[1]}"
        elif bagian[0] == "bukti" and len(bagian) == 3:
            bidang = f"bukti_{bagian[2]}_{bagian[1]}"
        self.add_error(bidang if bidang in self.fields else None, f"{galat.alasan}.")

    def baris_bukti(self) -> list[dict[str, Any]]:
        """The rows of evidence, numbered."""
        return [
            {"nomor": n, "jenis": self[f"bukti_jenis_{n}"], "teks": self[f"bukti_teks_{n}"]}
            for n in range(1, self.banyak_bukti + 1)
        ]

    def baris_nilai(self) -> list[dict[str, Any]]:
        """The seven values with the fields of their key."""
        return [
            {
                "nilai": satu,
                "tingkat": self[f"tingkat_{satu.kode}"],
                "alasan": self[f"alasan_{satu.kode}"],
            }
            for satu in self.nilai
        ]


def isian_awal(isi: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the form begins with, from the tables of a draft."""
    awal = {k: isi.get(k, "") for k in ("judul", "rumpun", "jenjang", "tingkat_kunci", "uraian")}
    for n, satu in enumerate(isi.get("bukti", ()), 1):
        awal |= {f"bukti_jenis_{n}": satu["jenis"], f"bukti_teks_{n}": satu["teks"].strip()}
    for kode, satu in isi.get("kunci", {}).items():
        awal |= {f"tingkat_{kode}": satu["tingkat"], f"alasan_{kode}": satu["alasan"].strip()}
    awal["uraian"] = str(awal["uraian"]).strip()
    return awal


def banyak_bukti(isian: Mapping[str, Any]) -> int:
    """How many rows a form needs for what was typed, with two more to type in."""
    terisi = [
        n
        for n in range(1, BUKTI_PALING_BANYAK + 1)
        if isian.get(f"bukti_teks_{n}") or isian.get(f"bukti_jenis_{n}")
    ]
    tampil = [n for n in range(1, BUKTI_PALING_BANYAK + 1) if f"bukti_teks_{n}" in isian]
    return min(
        BUKTI_PALING_BANYAK,
        max(BUKTI_AWAL, max(terisi, default=0) + 2, max(tampil, default=0)),
    )


def _panjang(label: Any, bantuan: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=BATAS_TEKS, widget=TeksPanjang, help_text=bantuan
    )


class AlasanNaskahForm(IsianForm):
    """Why a text goes back, or is withdrawn."""

    alasan = forms.CharField(label=_("Alasan"), max_length=500, widget=TeksPanjang)


class ImporNaskahForm(IsianForm):
    """A package or one text; unless ``simpan`` is ticked it is only checked."""

    berkas = forms.FileField(
        label=_("Paket (zip) atau satu naskah (toml)"),
        help_text=_(
            "Hasil ekspor Tera dari instansi mana pun, paling besar 5 MB; atau naskah Anda sendiri."
        ),
    )
    simpan = forms.BooleanField(
        label=_("Simpan isinya"),
        required=False,
        help_text=_("Tanpa centang, paket hanya diperiksa dan tidak ada yang berubah."),
    )

    def clean_berkas(self) -> tuple[str, bytes]:
        """The name and the bytes, not read further than a package may be."""
        berkas = self.cleaned_data["berkas"]
        return berkas.name, berkas.read(BATAS_PAKET + 1)


class EksporNaskahForm(IsianForm):
    """What to take along, and under which line of licence."""

    pk = forms.TypedMultipleChoiceField(
        label=_("Naskah"), coerce=int, widget=forms.CheckboxSelectMultiple, choices=()
    )
    lisensi = forms.CharField(
        label=_("Syarat pemakaian"),
        max_length=200,
        initial=LISENSI,
        help_text=_("Ikut dalam paket dan terbaca oleh penerimanya."),
    )

    def __init__(self, *args: Any, pilihan: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["pk"].choices = pilihan  # type: ignore[attr-defined]

"""The form of marks: a level and words for each row.

It has two fields for each row, a dozen rows on a page; building them costs more than
showing them. A sent form builds its fields and shows what was typed and what is wrong with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.antarmuka.isian import IsianForm
from tera.antarmuka.widget import TeksBaris, satu_baris
from tera.evaluasi.models import LevelRating

PANJANG_TEKS = 2000
# Beside each row and in the matrix there is little room; the heading says "ekspektasi" once.
LEVEL_PENDEK = {
    LevelRating.DI_ATAS: gettext_lazy("Di atas"),
    LevelRating.SESUAI: gettext_lazy("Sesuai"),
    LevelRating.DI_BAWAH: gettext_lazy("Di bawah"),
}


@dataclass(frozen=True, slots=True)
class LevelKosong:
    """What the page asks of the field of levels."""

    label: str
    auto_id: str
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PilihanKosong:
    """One level to choose."""

    id_for_label: str
    tag: SafeString
    choice_label: str


@dataclass(frozen=True, slots=True)
class TeksKosong:
    """The words beside the levels; as text it is the control itself."""

    id_for_label: str
    label: str
    kontrol: SafeString

    def __str__(self) -> str:
        return self.kontrol


def daftar_pilihan(nama: str, auto_id: str, nilai: str) -> list[PilihanKosong]:
    """Return the levels as radio buttons; ``nilai`` is the chosen one, "" for none."""
    nama, awal = escape(nama), escape(auto_id)
    return [
        PilihanKosong(
            f"{auto_id}_{nomor}",
            SafeString(
                f'<input type="radio" name="{nama}" value="{level.value}" id="{awal}_{nomor}"'
                f"{' checked' if level.value == nilai else ''}>"
            ),
            str(LEVEL_PENDEK[level]),
        )
        for nomor, level in enumerate(LevelRating)
    ]


def tulis_teks(nama: str, auto_id: str, nilai: str) -> SafeString:
    """Return the control for the words, as ``TeksBaris`` is written."""
    return SafeString(
        f'<textarea name="{escape(nama)}" rows="1" data-satu-baris '
        f'placeholder="{escape(_("Catatan (boleh kosong)"))}" maxlength="{PANJANG_TEKS}" '
        f'id="{escape(auto_id)}">\n{escape(nilai)}</textarea>'
    )


@dataclass(frozen=True, slots=True)
class BarisTanda:
    """One RHK or value that may be marked, with its name for those who can't see the page."""

    unsur: str
    kunci: str
    label: str

    @property
    def nama(self) -> str:
        """Name of its field."""
        return f"{self.unsur}-{self.kunci}"


class TandaForm(IsianForm):
    """Three levels and words for each row: fields ``<unsur>-<kunci>`` and ``…-teks``.

    Built when somebody sends the form; before, ``kolom`` writes them as they would be.
    """

    tanda_opsional = False
    tanpa_teks = False

    def __init__(self, *args: Any, daftar_tanda: Sequence[BarisTanda] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.daftar_tanda = tuple(daftar_tanda)
        self.per_nama = {satu.nama: satu for satu in self.daftar_tanda}
        if self.is_bound:
            self.bangun_tanda()

    def bangun_tanda(self) -> None:
        """Add the fields of every row."""
        for satu in self.daftar_tanda:
            self.fields[satu.nama] = forms.ChoiceField(
                label=satu.label,
                choices=[(level.value, LEVEL_PENDEK[level]) for level in LevelRating],
                widget=forms.RadioSelect,
                required=False,
            )
            if not self.tanpa_teks:
                self.fields[f"{satu.nama}-teks"] = forms.CharField(
                    label=format_lazy(gettext_lazy("Catatan: {label}"), label=satu.label),
                    required=False,
                    max_length=PANJANG_TEKS,
                    widget=TeksBaris(attrs={"placeholder": gettext_lazy("Catatan (boleh kosong)")}),
                )

    def tanda(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Return (unsur, kunci) → (level, words) of every row."""
        isi = self.cleaned_data
        return {
            (satu.unsur, satu.kunci): (
                isi.get(satu.nama, ""),
                satu_baris(isi.get(f"{satu.nama}-teks", "")),
            )
            for satu in self.daftar_tanda
        }

    def kolom(self, unsur: str, kunci: str) -> dict[str, Any]:
        """Return the fields of one row for the template; none for a row without marks."""
        nama = f"{unsur}-{kunci}"
        satu = self.per_nama.get(nama)
        if satu is None:
            return {}
        if nama not in self.fields:
            return self._kolom_kosong(nama, satu.label)
        return {
            "level": self[nama],
            "pilihan": list(self[nama].subwidgets),
            "teks": None if self.tanpa_teks else self[f"{nama}-teks"],
        }

    def _kolom_kosong(self, nama: str, label: str) -> dict[str, Any]:
        tulisan, teks = self.add_prefix(nama), self.add_prefix(f"{nama}-teks")
        auto_id, id_teks = str(self.auto_id) % tulisan, str(self.auto_id) % teks
        return {
            "level": LevelKosong(label, auto_id),
            "pilihan": daftar_pilihan(tulisan, auto_id, self.initial.get(nama, "")),
            "teks": None
            if self.tanpa_teks
            else TeksKosong(
                id_teks,
                _("Catatan: {label}").format(label=label),
                tulis_teks(teks, id_teks, self.initial.get(f"{nama}-teks", "")),
            ),
        }

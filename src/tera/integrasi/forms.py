"""Shape of what an officer sends: one file and what it is."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tera.core.galat import MasukanSalahError

JENIS_UNGGAHAN = (
    ("rekap", _("Rekap Penilaian BKN (periode ini)")),
    ("terdahulu", _("Predikat tahun-tahun sebelum memakai Tera (sejak 2022)")),
    ("arsip", _("Arsip penilaian PP 30/2019 (tahun 2019–2021)")),
    ("pengenal", _("ID SIASN pegawai (kolom NIP dan ID)")),
)


class UnggahTukarForm(forms.Form):
    """One file; unless ``simpan`` is ticked it is only checked."""

    jenis = forms.ChoiceField(label=_("Isi berkas"), choices=JENIS_UNGGAHAN)
    berkas = forms.FileField(
        label=_("Berkas XLSX atau CSV"),
        help_text=_("Kolom dikenali dari judulnya; baris judul di atasnya boleh ada."),
    )
    simpan = forms.BooleanField(
        label=_("Simpan hasilnya"),
        help_text=_("Tanpa centang, berkas hanya diperiksa dan tidak ada yang berubah."),
        required=False,
    )

    def tempel(self, galat: MasukanSalahError) -> None:
        """Tie a refusal of the service to the file."""
        self.add_error("berkas", galat.pesan)

    @property
    def isi(self) -> dict[str, Any]:
        """The cleaned input with the file's name and bytes."""
        berkas = self.cleaned_data["berkas"]
        return {**self.cleaned_data, "nama": berkas.name, "bytes": berkas.read()}

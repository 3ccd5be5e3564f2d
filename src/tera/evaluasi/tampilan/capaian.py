"""The page of the capaian: every unit of the levels below on one sheet, saved together."""

import re
from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.evaluasi import selectors
from tera.evaluasi.forms import CapaianForm
from tera.evaluasi.models import CapaianOrganisasi
from tera.evaluasi.services import CapaianDitolakError, IsiCapaian
from tera.organisasi.models import Periode, UnitKerja

_BIDANG_UNIT = re.compile(r"^u(\d+)-level$")


def kunci_draf_capaian(periode_id: int) -> str:
    """Return the key under which a half-filled sheet is kept on the device."""
    return f"capaian-{periode_id}"


class LembarCapaian:
    """The rows of one period as the aktor sees them, empty or filled with what was sent."""

    def __init__(self, *, aktor: Aktor, periode: Periode, data: QueryDict | None = None) -> None:
        self.periode = periode
        self.data = data.copy() if data is not None else None
        self.baris = list(selectors.daftar_capaian(aktor=aktor, periode=periode))
        self.capaian = {unit.pk: capaian for unit, capaian, _boleh in self.baris}
        self.form = {
            unit.pk: CapaianForm(self.data, unit=unit, initial=_awal(capaian))
            for unit, capaian, boleh in self.baris
            if boleh
        }
        self.pesan = ""
        if data is not None:
            self._pastikan_wewenang(data)

    def _pastikan_wewenang(self, data: QueryDict) -> None:
        dikirim = {int(cocok[1]) for nama in data if (cocok := _BIDANG_UNIT.match(nama))}
        if not self.form or dikirim - set(self.form):
            raise TidakBerwenangError(
                _("Capaian unit ditetapkan oleh pimpinan setingkat di atasnya, bukan oleh Anda.")
            )

    def isi(self) -> list[IsiCapaian]:
        """Return the rows that were changed.

        Raises:
            MasukanSalahError: a row doesn't read, or nothing was changed.
        """
        berubah = [
            (unit, self.form[unit.pk])
            for unit, _capaian, boleh in self.baris
            if boleh and self.form[unit.pk].has_changed()
        ]
        # All are asked, so that every wrong row shows its own message.
        if not all([form.is_valid() for _unit, form in berubah]):  # noqa: C419
            raise MasukanSalahError(_("Belum ada yang disimpan: ada isian yang perlu diperbaiki."))
        if not berubah:
            raise MasukanSalahError(
                _("Belum ada yang diubah. Pilih capaian paling sedikit satu unit, lalu simpan.")
            )
        return [
            IsiCapaian(unit=unit, terbaca=form.terbaca(), **form.cleaned_data)
            for unit, form in berubah
        ]

    def tolak(self, galat: MasukanSalahError) -> None:
        """Show a refusal beside its rows; what the page knows of those rows is brought up to date.

        So a second save of the same page is a decision over what stands now.
        """
        self.pesan = galat.pesan
        if not isinstance(galat, CapaianDitolakError):
            return
        for pk, satu in galat.per_unit.items():
            form = self.form[pk]
            daftar = satu.per_bidang if isinstance(satu, MasukanSalahError) else {}
            for nama, pesan in (daftar or {"level": [satu.pesan]}).items():
                form.add_error(nama if nama in form.fields else None, pesan)
            if self.data is not None and (capaian := self.capaian[pk]) is not None:
                self.data[form["level"].html_initial_name] = capaian.level

    def konteks(self) -> dict[str, Any]:
        """What the template shows: the rows to decide, the rows to read, the refusals."""
        nama = {unit.pk: unit.nama for unit, _capaian, _boleh in self.baris}
        daftar = [
            {
                "unit": unit,
                "capaian": capaian,
                "form": self.form.get(unit.pk),
                "di_bawah": nama.get(unit.induk_id or 0, ""),
            }
            for unit, capaian, _boleh in self.baris
        ]
        return {
            "periode": self.periode,
            "kunci_draf": kunci_draf_capaian(self.periode.pk),
            "diputuskan": [satu for satu in daftar if satu["form"]],
            "dibaca": [satu for satu in daftar if not satu["form"]],
            "jumlah": len(daftar),
            "sudah": sum(1 for satu in daftar if satu["capaian"]),
            "pesan": self.pesan,
            "daftar_galat": [
                {"pesan": pesan, "label": unit.nama, "sasaran": form["level"].auto_id}
                for unit, form in _berform(self.baris, self.form)
                if form.is_bound and form.has_changed()
                for daftar_pesan in form.errors.values()
                for pesan in daftar_pesan
            ],
        }


def _berform(
    baris: list[tuple[UnitKerja, CapaianOrganisasi | None, bool]], form: Mapping[int, CapaianForm]
) -> list[tuple[UnitKerja, CapaianForm]]:
    return [(unit, form[unit.pk]) for unit, _capaian, boleh in baris if boleh]


def _awal(capaian: CapaianOrganisasi | None) -> dict[str, str]:
    if capaian is None:
        return {}
    return {
        "level": capaian.level,
        "alasan": capaian.alasan,
        "nomor_keputusan": capaian.nomor_keputusan,
    }

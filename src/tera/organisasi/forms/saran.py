"""Fields that find a person or a unit by what was typed; suggestions help, plain text suffices."""

import re
from typing import Any

from django import forms
from django.db.models import Q
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.organisasi.models import Pegawai, UnitKerja

_KURUNG = re.compile(r"\(([^()]+)\)\s*$")
BATAS_SARAN = 8


def tulis_pegawai(pegawai: Pegawai) -> str:
    """Return the text that names one person exactly: name with NIP, or our number without one."""
    return f"{pegawai.nama_lengkap} ({pegawai.nip or f'#{pegawai.pk}'})"


def tulis_unit(unit: UnitKerja) -> str:
    """Return the text that names one unit exactly: name with code."""
    return f"{unit.nama} ({unit.kode})"


def cari_pegawai(*, instansi_id: int, teks: str, batas: int = BATAS_SARAN) -> list[Pegawai]:
    """Return people of the instansi that ``teks`` may mean: NIP, our number, or part of a name."""
    semua = Pegawai.objects.filter(instansi_id=instansi_id)
    tanda = _KURUNG.search(teks)
    kunci = (tanda.group(1) if tanda else teks).strip()
    if kunci.startswith("#") and kunci[1:].isdigit():
        return list(semua.filter(pk=int(kunci[1:])))
    angka = kunci.replace(" ", "")
    if angka.isdigit():
        return list(semua.filter(nip__startswith=angka).order_by("nama")[:batas])
    tepat = list(semua.filter(nama__iexact=teks.strip())[:batas])
    if tepat:
        return tepat
    kata = [satu for satu in re.split(r"[\s.,]+", teks) if len(satu) > 1]
    if not kata:
        return []
    saring = Q()
    for satu in kata:
        saring &= (
            Q(nama__icontains=satu)
            | Q(gelar_depan__icontains=satu)
            | Q(gelar_belakang__icontains=satu)
        )
    return list(semua.filter(saring).order_by("nama")[:batas])


def cari_unit(*, instansi_id: int, teks: str, batas: int = BATAS_SARAN) -> list[UnitKerja]:
    """Return units of the instansi that ``teks`` may mean: its code, or part of its name."""
    semua = UnitKerja.objects.filter(instansi_id=instansi_id)
    tanda = _KURUNG.search(teks)
    kunci = (tanda.group(1) if tanda else teks).strip()
    tepat = list(semua.filter(Q(kode__iexact=kunci) | Q(nama__iexact=teks.strip()))[:batas])
    if tepat:
        return tepat
    saring = Q()
    for satu in teks.split():
        saring &= Q(nama__icontains=satu)
    return list(semua.filter(saring).order_by("path")[:batas]) if teks.strip() else []


class IsianSaran(forms.CharField):
    """A text that must name exactly one row of the aktor's instansi; cleans to that row."""

    tak_ada = gettext_lazy("Tidak ditemukan. Tulis sebagian nama atau kodenya, lalu pilih.")

    def __init__(self, **opsi: Any) -> None:
        self.instansi_id = 0
        super().__init__(max_length=400, **opsi)

    def cari(self, teks: str) -> list[Any]:
        """Return the candidates for ``teks``."""
        raise NotImplementedError

    def tulis(self, baris: Any) -> str:
        """Return the text that names ``baris`` exactly."""
        raise NotImplementedError

    def clean(self, value: Any) -> Any:
        """Return the one row meant, None when empty and not required."""
        teks = super().clean(value)
        if not teks:
            return None
        daftar = self.cari(teks)
        if len(daftar) == 1:
            return daftar[0]
        if not daftar:
            raise forms.ValidationError(self.tak_ada)
        raise forms.ValidationError(
            _("Ada beberapa yang cocok: %(daftar)s. Salin salah satunya.")
            % {"daftar": "; ".join(self.tulis(satu) for satu in daftar[:4])}
        )


class IsianPegawai(IsianSaran):
    """Names one person."""

    tak_ada = gettext_lazy(
        "Tidak ada pegawai seperti itu di instansi ini. Tulis NIP atau sebagian namanya."
    )

    def __init__(self, **opsi: Any) -> None:
        opsi.setdefault("help_text", gettext_lazy("Tulis NIP atau sebagian nama."))
        super().__init__(**opsi)
        self.widget.attrs |= {
            "data-saran-url": reverse_lazy("organisasi:saran_orang"),
            "autocomplete": "off",
        }

    def cari(self, teks: str) -> list[Pegawai]:
        """Return the people ``teks`` may mean."""
        return cari_pegawai(instansi_id=self.instansi_id, teks=teks)

    def tulis(self, baris: Any) -> str:
        """Return the text that names one person exactly."""
        return tulis_pegawai(baris)


class IsianUnit(IsianSaran):
    """Names one unit."""

    tak_ada = gettext_lazy(
        "Tidak ada unit seperti itu di instansi ini. Tulis kode atau sebagian namanya."
    )

    def __init__(self, **opsi: Any) -> None:
        opsi.setdefault("help_text", gettext_lazy("Tulis kode atau sebagian nama unit."))
        super().__init__(**opsi)
        self.widget.attrs |= {
            "data-saran-url": reverse_lazy("organisasi:saran_unit"),
            "autocomplete": "off",
        }

    def cari(self, teks: str) -> list[UnitKerja]:
        """Return the units ``teks`` may mean."""
        return cari_unit(instansi_id=self.instansi_id, teks=teks)

    def tulis(self, baris: Any) -> str:
        """Return the text that names one unit exactly."""
        return tulis_unit(baris)

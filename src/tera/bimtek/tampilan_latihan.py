"""What the pages show of sessions and cases: rows, the evidence by kind."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tera.antarmuka.tautan import alamat_rute
from tera.bimtek.isi import JENIS_BUKTI, Kasus
from tera.bimtek.models import PenilaianKasus, SesiLatihan

NAMA_BUKTI = {
    "indikator": gettext_lazy("Indikator dan realisasi"),
    "catatan": gettext_lazy("Catatan penilai"),
    "umpan_balik": gettext_lazy("Umpan balik"),
    "kejadian": gettext_lazy("Kejadian"),
}


def baris_sesi(sesi: SesiLatihan) -> dict[str, Any]:
    """A finished session on the list."""
    return {
        "url": alamat_rute("bimtek:sesi", sesi.pk),
        "tanggal": sesi.selesai_pada,
        "jumlah": sesi.jumlah,  # type: ignore[attr-defined]
    }


def baris_kasus(satu: PenilaianKasus, kasus: Kasus | None) -> dict[str, Any]:
    """A case of a session with whether it was rated."""
    return {
        "urut": satu.urut,
        "judul": kasus.judul if kasus else _("Kasus yang sudah diganti"),
        "rumpun": kasus.rumpun if kasus else "",
        "dinilai": bool(satu.tingkat),
        "url": alamat_rute("bimtek:kasus", satu.sesi_id, satu.urut) if kasus else "",
    }


def daftar_bukti(kasus: Kasus) -> list[tuple[Any, list[str]]]:
    """The evidence by its kind, kinds in their usual order."""
    return [
        (NAMA_BUKTI[jenis], teks)
        for jenis in JENIS_BUKTI
        if (teks := [satu.teks for satu in kasus.bukti if satu.jenis == jenis])
    ]

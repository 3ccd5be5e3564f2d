"""PAK for SIASN: the fields of `POST /angkakredit/save`, one record a PAK.

The service misspells four names; an OpenAPI description of 2026 spells them right. Both spellings
can be had: try them on the training service first (dossier, section 8.4).
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Literal

from django.db.models import QuerySet

from tera.angka_kredit.models import PenetapanAngkaKredit
from tera.core.aktor import Aktor
from tera.integrasi.models import PengenalSIASN
from tera.integrasi.permissions import PERAN_TUKAR
from tera.organisasi.models import Penugasan
from tera.organisasi.permissions import cakupan_petugas
from tera.organisasi.selectors import berlaku_pada

Ejaan = Literal["Penailan", "Penilaian"]
TIGA_ANGKA = Decimal("0.001")


def pak_ditukar(*, aktor: Aktor, tahun: int, pada: dt.date) -> QuerySet[PenetapanAngkaKredit]:
    """Return the PAK established in a year for people the aktor exchanges records of."""
    return (
        PenetapanAngkaKredit.objects.filter(
            instansi_id=aktor.instansi_id,
            status=PenetapanAngkaKredit.Status.DITETAPKAN,
            ditetapkan_pada__year=tahun,
            pegawai__in=Penugasan.objects.filter(
                cakupan_petugas(aktor=aktor, pada=pada, peran=PERAN_TUKAR, kolom="unit__path"),
                berlaku_pada(pada),
            ).values("pegawai_id"),
        )
        .select_related("pegawai")
        .order_by("pegawai__nama", "pk")
    )


def rekaman_pak(
    daftar: Iterable[PenetapanAngkaKredit], *, ejaan: Ejaan = "Penailan"
) -> list[dict[str, Any]]:
    """Return one record a PAK; ``nip`` is added for the reader, SIASN's ids may be empty."""
    semua = list(daftar)
    pengenal = dict(
        PengenalSIASN.objects.filter(pegawai_id__in=[s.pegawai_id for s in semua]).values_list(
            "pegawai_id", "nilai"
        )
    )
    return [_rekaman(satu, pengenal.get(satu.pegawai_id, ""), ejaan) for satu in semua]


def _rekaman(pak: PenetapanAngkaKredit, pengenal: str, ejaan: Ejaan) -> dict[str, Any]:
    baru = next(
        Decimal(satu["baru"]) for satu in pak.rekaman["baris"] if satu["kunci"] == "konversi"
    )
    teks = tiga_angka(baru)
    return {
        "id": None,
        "pnsId": pengenal,
        "nip": pak.rekaman["perorangan"]["nip"],
        "rwJabatanId": "",
        "nomorSk": pak.nomor,
        "tanggalSk": f"{pak.ditetapkan_pada:%d-%m-%Y}",
        f"bulanMulai{ejaan}": str(pak.mulai.month),
        f"tahunMulai{ejaan}": str(pak.mulai.year),
        f"bulanSelesai{ejaan}": str(pak.selesai.month),
        f"tahunSelesai{ejaan}": str(pak.selesai.year),
        "kreditUtamaBaru": teks,
        "kreditPenunjangBaru": tiga_angka(Decimal(0)),
        "kreditBaruTotal": teks,
        "isAngkaKreditPertama": "0",
        "isIntegrasi": "0",
        "isKonversi": "1",
        "path": [],
    }


def tiga_angka(nilai: Decimal) -> str:
    """Return an amount as SIASN keeps it: three decimals, a point."""
    return str(nilai.quantize(TIGA_ANGKA))

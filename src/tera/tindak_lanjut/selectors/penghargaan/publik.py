"""What anybody may read about awards: announced, of a kind marked public, with consent.

No aktor: whoever holds the address may ask. Never a predikat, a NIP, a count of who declined.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from tera.organisasi.models import Instansi
from tera.tindak_lanjut.models import CalonPenghargaan, JenisPenghargaan, PutaranPenghargaan

#: Rounds shown, newest first.
BATAS_PUTARAN = 30


@dataclass(frozen=True, slots=True)
class PutaranPublik:
    """One announced round with the people who agreed to be named."""

    putaran: PutaranPenghargaan
    penerima: list[dict[str, Any]]


def instansi_publik(*, kode: str) -> Instansi | None:
    """Return the instansi, if it has any award kind whose names may be public."""
    return Instansi.objects.filter(
        kode=kode,
        pk__in=JenisPenghargaan.objects.filter(boleh_publik=True).values("instansi_id"),
    ).first()


def daftar_publik(*, instansi: Instansi) -> list[PutaranPublik]:
    """Return the announced rounds of public kinds: two queries."""
    putaran = list(
        PutaranPenghargaan.objects.filter(
            instansi=instansi,
            status=PutaranPenghargaan.Status.DIUMUMKAN,
            jenis__boleh_publik=True,
        )
        .select_related("jenis")
        .order_by("-diumumkan_pada", "-pk")[:BATAS_PUTARAN]
    )
    orang: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for putaran_id, rekaman, alasan in (
        CalonPenghargaan.objects.filter(
            putaran__in=[satu.pk for satu in putaran],
            status=CalonPenghargaan.Status.DITETAPKAN,
            setuju_nama=True,
        )
        .order_by("pegawai__nama", "pk")
        .values_list("putaran_id", "rekaman", "alasan_publik")
    ):
        orang[putaran_id].append(
            {"nama": rekaman["nama"], "unit": rekaman["unit"], "alasan": alasan}
        )
    return [PutaranPublik(satu, orang[satu.pk]) for satu in putaran]

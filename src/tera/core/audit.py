"""The audit chain: one chain per aggregate, keyed digests instead of values.

A row's ``sidik`` covers the row and the ``sidik`` before it; changing, removing or reordering a
row breaks every later link. The digests of values use the installation's audit key and a salt of
the row, so a low-entropy value can't be guessed from the table alone.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from tera.core import clock
from tera.core.aktor import Aktor
from tera.core.models import JejakAudit
from tera.core.sisip import TeksJSON

AWAL_RANTAI = "0" * 64
#: What the digest of a link covers, in this order, before the instant.
_DISIDIK = (
    "sidik_sebelum",
    "instansi_id",
    "rantai",
    "urut",
    "aksi",
    "jenis",
    "objek_id",
    "pengguna_id",
    "pegawai_id",
    "mode_petugas_id",
    "sidik_bidang",
    "garam",
)
# Made once: a year's closing writes a hundred thousand links, each with a dozen of these texts.
_PENGODE = DjangoJSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class HasilVerifikasi:
    """What a check of chains found: rows read, and for each break the chain, link and reason."""

    jumlah_baris: int
    daftar_putus: tuple[tuple[str, int, str], ...]

    @property
    def utuh(self) -> bool:
        """Whether no break was found."""
        return not self.daftar_putus


def sidik_kunci(*bagian: str) -> str:
    """Return the keyed SHA-256 of ``bagian``, hex."""
    pesan = "\x1f".join(bagian).encode()
    return hmac.digest(settings.TERA_KUNCI_AUDIT.encode(), pesan, "sha256").hex()


def kanonik(nilai: Any) -> str:
    """Return one canonical text of a JSON-like value: the same value gives the same text.

    A ``TeksJSON`` is such a text already.
    """
    if isinstance(nilai, TeksJSON):
        return str(nilai)
    return _PENGODE.encode(nilai)


def kanonik_bidang(bidang: Mapping[str, Any]) -> dict[str, str]:
    """Return the canonical text of each field: what ``susun`` digests and ``gabung`` joins."""
    return {nama: kanonik(nilai) for nama, nilai in bidang.items()}


def gabung(teks_bidang: Mapping[str, str]) -> str:
    """Return the canonical text of the whole from those of its fields: nothing is encoded twice."""
    return f"{{{','.join(f'{kanonik(nama)}:{teks_bidang[nama]}' for nama in sorted(teks_bidang))}}}"


def catat(
    *,
    aktor: Aktor,
    rantai: str,
    aksi: str,
    jenis: str,
    objek_id: int,
    bidang: Mapping[str, Any] | None = None,
) -> JejakAudit:
    """Append one link to ``rantai`` inside the caller's transaction.

    The caller holds the aggregate (its row was just written in this transaction), so two links of
    one chain can't race; the unique (rantai, urut) refuses the loser if they do.
    """
    akhir = (
        JejakAudit.objects.filter(rantai=rantai).order_by("-urut").values("urut", "sidik").first()
    )
    baris = JejakAudit(
        **susun(
            aktor=aktor,
            rantai=rantai,
            urut=(akhir["urut"] + 1) if akhir else 1,
            sidik_sebelum=akhir["sidik"] if akhir else AWAL_RANTAI,
            aksi=aksi,
            jenis=jenis,
            objek_id=objek_id,
            teks_bidang=kanonik_bidang(bidang or {}),
        )
    )
    baris.save(force_insert=True)
    return baris


def catat_objek(
    aktor: Aktor,
    jenis: str,
    objek_id: int,
    aksi: str,
    bidang: Mapping[str, Any] | None = None,
) -> JejakAudit:
    """Append one link to the chain of the object itself, ``<jenis>:<id>``: nearly every caller."""
    return catat(
        aktor=aktor,
        rantai=f"{jenis}:{objek_id}",
        aksi=aksi,
        jenis=jenis,
        objek_id=objek_id,
        bidang=bidang,
    )


def susun(
    *,
    aktor: Aktor,
    rantai: str,
    urut: int,
    sidik_sebelum: str,
    aksi: str,
    jenis: str,
    objek_id: int,
    teks_bidang: Mapping[str, str],
) -> dict[str, Any]:
    """Return the columns of one link: bulk writers insert many with ``sisip_baris``.

    Args:
        teks_bidang: the fields as ``kanonik_bidang`` gives them.
    """
    garam = secrets.token_hex(16)
    isi = {
        "instansi_id": aktor.instansi_id,
        "rantai": rantai,
        "urut": urut,
        "aksi": aksi,
        "jenis": jenis,
        "objek_id": objek_id,
        "pengguna_id": aktor.pengguna_id,
        "pegawai_id": aktor.pegawai_id,
        "mode_petugas_id": aktor.mode_petugas.id if aktor.mode_petugas else None,
        "sidik_bidang": {
            nama: sidik_kunci(garam, nama, teks)[:32] for nama, teks in teks_bidang.items()
        },
        "garam": garam,
        "terjadi_at": clock.sekarang(),
        "sidik_sebelum": sidik_sebelum,
    }
    return isi | {"sidik": _sidik(isi)}


def hitung_sidik(baris: JejakAudit) -> str:
    """Return the digest a link must carry."""
    return _sidik({nama: getattr(baris, nama) for nama in (*_DISIDIK, "terjadi_at")})


def _sidik(isi: Mapping[str, Any]) -> str:
    saat = isi["terjadi_at"].isoformat(timespec="microseconds")
    teks = kanonik([*(isi[nama] for nama in _DISIDIK), saat])
    return hashlib.sha256(teks.encode()).hexdigest()


def cocok(baris: JejakAudit, bidang: str, nilai: Any) -> bool:
    """Whether ``nilai`` is what the link recorded for ``bidang``."""
    tercatat = baris.sidik_bidang.get(bidang, "")
    return hmac.compare_digest(str(tercatat), sidik_kunci(baris.garam, bidang, kanonik(nilai))[:32])


def verifikasi(daftar: Iterable[JejakAudit] | None = None) -> HasilVerifikasi:
    """Check chains link by link; ``daftar`` must be ordered by (rantai, urut). Default: all."""
    if daftar is None:
        daftar = JejakAudit.objects.order_by("rantai", "urut").iterator(chunk_size=2000)
    jumlah = 0
    putus: list[tuple[str, int, str]] = []
    rantai, urut, sidik = "", 0, AWAL_RANTAI
    for baris in daftar:
        jumlah += 1
        if baris.rantai != rantai:
            rantai, urut, sidik = baris.rantai, 0, AWAL_RANTAI
        if baris.urut != urut + 1:
            putus.append((rantai, baris.urut, "urutan meloncat: ada baris yang hilang"))
        elif baris.sidik_sebelum != sidik:
            putus.append((rantai, baris.urut, "tidak menyambung pada baris sebelumnya"))
        if hitung_sidik(baris) != baris.sidik:
            putus.append((rantai, baris.urut, "isi baris berubah setelah ditulis"))
        urut, sidik = baris.urut, baris.sidik
    return HasilVerifikasi(jumlah, tuple(putus))

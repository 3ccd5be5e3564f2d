"""The daily root: one digest over the heads of all audit chains, small enough to leave the house.

A chain shows a change inside it; it can't show that its last rows, or the whole chain, were cut
off by someone who owns the database. A root that others keep (a public page, a mail to the
inspektorat) can: whatever is missing or different since that day gives another root.

The tree is that of RFC 6962: a leaf is SHA-256(0x00 ‖ rantai ‖ 0x1f ‖ urut ‖ 0x1f ‖ sidik), a node
SHA-256(0x01 ‖ left ‖ right), an odd node rises as it is. Leaves are sorted by their bytes, so that
no database's alphabet matters. Nothing personal is in it.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Max

from tera.core import clock, kejadian
from tera.core.jadwal import ZONA_AWAL
from tera.core.models import AkarAudit, JejakAudit

Kepala = tuple[str, int, str]
AKAR_KOSONG = hashlib.sha256(b"").hexdigest()
# An event of the whole installation belongs to no instansi.
SELURUH_PEMASANGAN = 0


@dataclass(frozen=True, slots=True)
class HasilAkar:
    """What a check of the stored roots found: how many, and for each wrong one its day and why."""

    jumlah: int
    daftar_salah: tuple[tuple[dt.date, str], ...]
    terbaru: AkarAudit | None

    @property
    def cocok(self) -> bool:
        """Whether every root is what the chains give today."""
        return not self.daftar_salah


def daun(kepala: Kepala) -> bytes:
    """Return the leaf of one chain head."""
    rantai, urut, sidik = kepala
    return hashlib.sha256(b"\x00" + f"{rantai}\x1f{urut}\x1f{sidik}".encode()).digest()


def akar(daftar_daun: Iterable[bytes]) -> str:
    """Return the Merkle root of the leaves, hex."""
    lapis = sorted(daftar_daun)
    if not lapis:
        return AKAR_KOSONG
    while len(lapis) > 1:
        naik = [
            hashlib.sha256(b"\x01" + lapis[i] + lapis[i + 1]).digest()
            for i in range(0, len(lapis) - 1, 2)
        ]
        lapis = naik + lapis[-1:] if len(lapis) % 2 else naik
    return lapis[0].hex()


def terbitkan_akar() -> AkarAudit | None:
    """Store today's root and tell who sends it out; the second call of a day returns the first.

    Returns None while there is no audit row at all.
    """
    pada = clock.hari_ini(ZONA_AWAL)
    sudah = AkarAudit.objects.filter(tanggal=pada).first()
    if sudah is not None:
        return sudah
    batas = _batas_tetap()
    if batas is None:
        return None
    terakhir = JejakAudit.objects.filter(pk__lte=batas).values("rantai").annotate(m=Max("pk"))
    daftar = [
        daun(kepala)
        for kepala in JejakAudit.objects.filter(pk__in=terakhir.values("m"))
        .values_list("rantai", "urut", "sidik")
        .iterator(chunk_size=5000)
    ]
    with transaction.atomic():
        baris, baru = AkarAudit.objects.get_or_create(
            tanggal=pada,
            defaults={
                "batas_id": batas,
                "jumlah_rantai": len(daftar),
                "jumlah_baris": JejakAudit.objects.filter(pk__lte=batas).count(),
                "akar": akar(daftar),
                "dibuat_at": clock.sekarang(),
            },
        )
        if baru:
            kejadian.terbitkan(
                instansi_id=SELURUH_PEMASANGAN, nama="audit.akar", muatan={"akar_id": baris.pk}
            )
    return baris


def _batas_tetap() -> int | None:
    """Return the last id below which no row can appear any more.

    PostgreSQL gives ids before it commits, so a lower one could still turn up and the same root
    could never be computed again: wait until nobody is writing. Whoever writes for more than two
    seconds (an import) makes this job fail, and the next round tries again.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as kursor:
                kursor.execute("SET LOCAL lock_timeout = '2s'")
                kursor.execute("LOCK TABLE core_jejakaudit IN SHARE ROW EXCLUSIVE MODE")
        batas: int | None = JejakAudit.objects.aggregate(m=Max("pk"))["m"]
    return batas


def periksa_akar() -> HasilAkar:
    """Compute every stored root again from the rows of today and compare."""
    daftar = list(AkarAudit.objects.order_by("batas_id", "tanggal"))
    salah: list[tuple[dt.date, str]] = []
    baris = (
        JejakAudit.objects.order_by("pk")
        .values_list("pk", "rantai", "urut", "sidik")
        .iterator(chunk_size=5000)
    )
    kepala: dict[str, bytes] = {}
    jumlah = 0
    berikut = next(baris, None)
    for satu in daftar:
        while berikut is not None and berikut[0] <= satu.batas_id:
            kepala[berikut[1]] = daun(berikut[1:])
            jumlah += 1
            berikut = next(baris, None)
        if jumlah != satu.jumlah_baris:
            salah.append((satu.tanggal, f"ada {jumlah} baris jejak, waktu itu {satu.jumlah_baris}"))
        elif akar(kepala.values()) != satu.akar or len(kepala) != satu.jumlah_rantai:
            salah.append((satu.tanggal, "rantai jejak memberi akar lain"))
    terbaru = max(daftar, key=lambda a: a.tanggal, default=None)
    return HasilAkar(len(daftar), tuple(salah), terbaru)

"""Receipts: proof of a submission that its sender keeps and anyone can verify."""

import hashlib
import secrets
from typing import Any

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.models import JejakAudit, TandaTerima

_HURUF = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def terbitkan(
    *, aktor: Aktor, jenis: str, objek_id: int, aksi: str, isi: Any, jejak: JejakAudit
) -> TandaTerima:
    """Issue a receipt for what was just written; ``isi`` is hashed, not stored."""
    tanda = TandaTerima(
        **susun(
            aktor=aktor,
            jenis=jenis,
            objek_id=objek_id,
            aksi=aksi,
            teks_isi=audit.kanonik(isi),
            sidik_jejak=jejak.sidik,
        )
    )
    tanda.save(force_insert=True)
    return tanda


def susun(
    *, aktor: Aktor, jenis: str, objek_id: int, aksi: str, teks_isi: str, sidik_jejak: str
) -> dict[str, Any]:
    """Return the columns of one receipt; ``teks_isi`` is the canonical text of what was sent."""
    saat = clock.sekarang()
    acak = _kata_acak(10)
    return {
        "instansi_id": aktor.instansi_id,
        "nomor": f"TT-{clock.tanggal_di(saat, aktor.zona):%Y%m%d}-{acak[:5]}-{acak[5:]}",
        "token": secrets.token_hex(16),
        "jenis": jenis,
        "objek_id": objek_id,
        "aksi": aksi,
        "pengguna_id": aktor.pengguna_id,
        "pegawai_id": aktor.pegawai_id,
        "sidik_isi": _sidik_teks(teks_isi),
        "sidik_jejak": sidik_jejak,
        "terjadi_at": saat,
    }


def _kata_acak(panjang: int) -> str:
    """Return random letters of ``_HURUF``, each as likely as the others."""
    angka = secrets.randbelow(len(_HURUF) ** panjang)
    huruf = []
    for _ in range(panjang):
        angka, letak = divmod(angka, len(_HURUF))
        huruf.append(_HURUF[letak])
    return "".join(huruf)


def sidik_isi(isi: Any) -> str:
    """Return the digest a receipt carries of the content that was sent."""
    return _sidik_teks(audit.kanonik(isi))


def _sidik_teks(teks: str) -> str:
    return hashlib.sha256(teks.encode()).hexdigest()


def sah(token: str) -> TandaTerima | None:
    """Return the receipt of ``token`` when it exists and its audit link still stands, else None."""
    tanda = TandaTerima.objects.filter(token=token).first()
    if tanda is None:
        return None
    jejak = JejakAudit.objects.filter(
        sidik=tanda.sidik_jejak, jenis=tanda.jenis, objek_id=tanda.objek_id
    ).first()
    if jejak is None or audit.hitung_sidik(jejak) != jejak.sidik:
        return None
    return tanda

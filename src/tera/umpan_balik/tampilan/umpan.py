"""How a piece of continuous feedback and a request look: words, tones, what one may still do."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from tera.core import clock
from tera.core.aktor import Aktor
from tera.umpan_balik.models import (
    HubunganPemberi,
    PermintaanUmpanBalik,
    SasaranUmpanBalik,
    UmpanBalik,
)
from tera.umpan_balik.permissions import masih_bisa_diubah

NADA_JENIS = {
    UmpanBalik.Jenis.APRESIASI: "sukses",
    UmpanBalik.Jenis.SARAN: "info",
    UmpanBalik.Jenis.PERBAIKAN: "peringatan",
}


def baris_umpan(*, satu: UmpanBalik, aktor: Aktor, jam: int) -> dict[str, Any]:
    """One piece as a card shows it; a withdrawn one has no words."""
    ditarik = satu.ditarik_at is not None
    milik = satu.pemberi_id == aktor.pegawai_id
    diterima = satu.penerima_id == aktor.pegawai_id
    return {
        "isi": satu,
        "jenis": satu.get_jenis_display(),
        "nada": NADA_JENIS[UmpanBalik.Jenis(satu.jenis)],
        "siapa": satu.penerima.nama_lengkap if milik else satu.nama_pemberi,
        "sebagai": sebut_hubungan(satu.hubungan),
        "tentang": sebut_sasaran(satu.sasaran, satu.tentang),
        "hari": clock.tanggal_di(satu.dikirim_at, aktor.zona),
        "ditarik": ditarik,
        "baru": diterima and not ditarik and satu.dibaca_at is None,
        "milik": milik,
        "diterima": diterima,
        "boleh_ubah": milik and masih_bisa_diubah(umpan=satu, jam=jam, kini=clock.sekarang()),
        "boleh_tanggapi": diterima and not ditarik and not satu.tanggapan,
    }


def daftar_umpan(*, daftar: Iterable[UmpanBalik], aktor: Aktor, jam: int) -> list[dict[str, Any]]:
    """Several pieces as cards."""
    return [baris_umpan(satu=satu, aktor=aktor, jam=jam) for satu in daftar]


def sebut_hubungan(kata: str) -> str:
    """What the giver was, in words."""
    return str(HubunganPemberi(kata).label)


def sebut_sasaran(jenis: str, tentang: str) -> str:
    """What it is about, in one line."""
    if jenis == SasaranUmpanBalik.UMUM:
        return _("Pekerjaan secara umum")
    judul = {
        SasaranUmpanBalik.RHK: _("RHK: %(teks)s"),
        SasaranUmpanBalik.PERILAKU: _("Perilaku: %(teks)s"),
        SasaranUmpanBalik.BUKTI: _("Bukti dukung: %(teks)s"),
    }[SasaranUmpanBalik(jenis)]
    return judul % {"teks": tentang}


def baris_permintaan(*, satu: PermintaanUmpanBalik, pada: dt.date) -> dict[str, Any]:
    """One request with its state in words."""
    if satu.jawaban_id:
        kata, nada = _("Dijawab"), "sukses"
    elif satu.ditolak_at:
        kata, nada = _("Ditolak"), "netral"
    elif satu.dibatalkan_at:
        kata, nada = _("Dibatalkan"), "netral"
    elif satu.batas < pada:
        kata, nada = _("Lewat hari"), "netral"
    else:
        kata, nada = _("Menunggu"), "info"
    return {
        "isi": satu,
        "tentang": sebut_sasaran(satu.sasaran, satu.tentang),
        "keadaan": kata,
        "nada": nada,
        "menunggu": nada == "info",
    }

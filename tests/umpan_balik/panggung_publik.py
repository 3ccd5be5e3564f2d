"""The stage of the public's voice: a service point, answers, a citizen who solves the puzzle."""

import datetime as dt
from typing import Any

from django.test import Client
from django.urls import reverse

from pemeran import Pemeran
from tera.organisasi.models import KebijakanInstansi, UnitKerja
from tera.umpan_balik.models import (
    KOLOM_UNSUR,
    ForumEvaluasi,
    JawabanSKM,
    MasukanMasyarakat,
    TitikLayanan,
)
from tera.umpan_balik.publik_tantangan import baca_tantangan, buat_tantangan, pecahkan
from tera.umpan_balik.services import layanan

PADA = dt.date(2026, 7, 6)
JAM = dt.datetime(2026, 7, 6, 2, tzinfo=dt.UTC)


def titik(para: Pemeran, unit: UnitKerja | None = None, nama: str = "Loket Akta") -> TitikLayanan:
    """Open a point of the dinas as its pengelola."""
    return layanan.buka_titik(
        aktor=para.aktor(para.citra),
        unit=unit or para.dinas,
        nama=nama,
        jenis_layanan="Pencatatan sipil",
        sejak=dt.date(2026, 1, 1),
        sampai=None,
        pada=PADA,
    )


def jawaban(
    satu: TitikLayanan, banyak: int, *, nilai: int = 3, pada: dt.date = dt.date(2026, 3, 2)
) -> None:
    """Write counted answers, all nine unsur alike."""
    JawabanSKM.objects.bulk_create(
        JawabanSKM(
            titik=satu, pada=pada, dihitung_mulai=pada, jalur="lancar",
            **dict.fromkeys(KOLOM_UNSUR, nilai),
        )
        for _n in range(banyak)
    )  # fmt: skip


def forum(para: Pemeran, unit: UnitKerja | None = None) -> ForumEvaluasi:
    """Open a forum of the dinas as its pengelola."""
    from tera.umpan_balik.services import forum as layanan_forum

    return layanan_forum.buka_forum(
        aktor=para.aktor(para.citra),
        unit=unit or para.dinas,
        jenis="pertanyaan",
        judul="Apakah antrean akta sudah lebih cepat?",
        uraian="Sejak Maret loket dibuka pukul tujuh. Apa yang masih perlu dibenahi?",
        mulai=dt.date(2026, 6, 1),
        selesai=dt.date(2036, 8, 31),
        pada=PADA,
    )


def masukan(
    satu: TitikLayanan | ForumEvaluasi,
    teks: str = "Petugasnya menjelaskan dengan sabar.",
    **lain: Any,
) -> MasukanMasyarakat:
    """Write a citizen's text that waits."""
    asal = {"titik": satu} if isinstance(satu, TitikLayanan) else {"forum": satu}
    isi = {"tentang": "petugas", "jalur": "lancar", "pada": dt.date(2026, 7, 1)} | lain
    return MasukanMasyarakat.objects.create(
        instansi_id=satu.instansi_id, unit_id=satu.unit_id, teks=teks, **asal, **isi
    )


def isian(kode: str, *, lancar: bool = True, bit: int = 8, **lain: Any) -> dict[str, Any]:
    """Return a form as a device sends it; ``lancar``: with the proof of effort."""
    teks = buat_tantangan(kode=kode, bit=bit)
    tantangan = baca_tantangan(kode=kode, teks=teks)
    assert tantangan is not None
    return {
        **dict.fromkeys(KOLOM_UNSUR, "4"),
        "tantangan": teks,
        "bukti": pecahkan(tantangan) if lancar else "",
        "bahasa": "id",
        "kanal": "qr",
        **lain,
    }


def kirim(kode: str, data: dict[str, Any], alamat: str = "203.0.113.7", rute: str = "skm") -> Any:
    """Send a form from an address, as a device without account."""
    return Client(REMOTE_ADDR=alamat).post(reverse(f"umpan_balik:{rute}", args=[kode]), data)


def kebijakan(para: Pemeran, kunci: str, nilai: object) -> None:
    """Set a policy of the instansi from the start of the year."""
    KebijakanInstansi.objects.create(
        instansi=para.instansi, kunci=kunci, nilai=nilai, sejak=dt.date(2026, 1, 1), dasar="Uji",
        nama_aktor="Citra", dibuat_at=JAM,
    )  # fmt: skip

"""The public's voice in the demo: two service points with answers over months, texts, a forum."""

import datetime as dt
import random
import tomllib
from pathlib import Path
from typing import Any

from tera.contoh.cerita import orang
from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, Pegawai, UnitKerja
from tera.umpan_balik.models import (
    KOLOM_UNSUR,
    ForumEvaluasi,
    JawabanSKM,
    MasukanMasyarakat,
    TitikLayanan,
)
from tera.umpan_balik.services import forum as layanan_forum
from tera.umpan_balik.services import layanan, moderasi

BERKAS = Path(__file__).parent / "data" / "suara.toml"
#: From this day of the year on the counters worked the new way.
HARI_PERBAIKAN = 105


def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write the points, answers, texts and the forum; what exists is left as it is."""
    if TitikLayanan.objects.filter(instansi=instansi).exists():
        return
    with BERKAS.open("rb") as isi:
        data = tomllib.load(isi)
    citra = aktor_dari(orang(instansi, "Citra Maharani"))
    mulai = dt.date(pada.year - 1, 7, 1)
    daftar = [
        layanan.buka_titik(
            aktor=citra,
            unit=UnitKerja.objects.get(instansi=instansi, kode=satu["unit"]),
            nama=satu["nama"],
            jenis_layanan=satu["jenis"],
            sejak=mulai,
            sampai=None,
            pada=pada,
        )
        for satu in data["titik"]
    ]
    for titik, satu in zip(daftar, data["titik"], strict=True):
        JawabanSKM.objects.bulk_create(_jawaban(titik, satu, mulai, pada))
    for satu in data["tulisan"]:
        _putuskan(citra, satu, _catat(satu, pada, titik=daftar[satu["titik"]]), pada)
    _forum(citra, instansi, data["forum"], pada)


def _jawaban(
    titik: TitikLayanan, data: dict[str, Any], mulai: dt.date, pada: dt.date
) -> list[JawabanSKM]:
    acak = random.Random(titik.nama)
    perbaikan = dt.date(pada.year, 1, 1) + dt.timedelta(days=HARI_PERBAIKAN)
    hasil = []
    for n in range((pada - mulai).days):
        hari = mulai + dt.timedelta(days=n)
        if hari.weekday() > 4:
            continue
        rata = data["akhir"] if hari >= perbaikan else data["awal"]
        banyak = acak.randint(0, 2 * data["per_bulan"] // 21)
        for _urut in range(banyak):
            lambat = acak.random() < 0.12
            hasil.append(
                JawabanSKM(
                    titik=titik,
                    pada=hari,
                    dihitung_mulai=hari + dt.timedelta(days=2 if lambat else 1),
                    kanal=acak.choices(("qr", "tautan", "petugas"), (8, 1, 1))[0],
                    jalur="lambat" if lambat else "lancar",
                    **{
                        kolom: min(4, max(1, round(acak.gauss(nilai, 0.6))))
                        for kolom, nilai in zip(KOLOM_UNSUR, rata, strict=True)
                    },
                )
            )
    return hasil


def _forum(citra: Aktor, instansi: Instansi, data: dict[str, Any], pada: dt.date) -> None:
    mulai = pada - dt.timedelta(days=45)
    forum = layanan_forum.buka_forum(
        aktor=citra,
        unit=UnitKerja.objects.get(instansi=instansi, kode=data["unit"]),
        jenis=ForumEvaluasi.Jenis.HASIL,
        judul=data["judul"],
        uraian=data["uraian"],
        mulai=mulai,
        selesai=pada + dt.timedelta(days=30),
        pada=mulai,
    )
    # All were written before the officer answered the last.
    daftar = [(satu, _catat(satu, pada, forum=forum)) for satu in data["tulisan"]]
    for satu, masukan in daftar:
        _putuskan(citra, satu, masukan, pada)


def _catat(data: dict[str, Any], pada: dt.date, **asal: Any) -> MasukanMasyarakat:
    induk = next(iter(asal.values()))
    return MasukanMasyarakat.objects.create(
        instansi_id=induk.instansi_id,
        unit_id=induk.unit_id,
        teks=data["teks"],
        tentang=data.get("tentang", "layanan"),
        nama_petugas=data.get("nama", ""),
        pada=pada - dt.timedelta(days=data["hari"]),
        jalur="lancar",
        **asal,
    )


def _putuskan(
    citra: Aktor, data: dict[str, Any], masukan: MasukanMasyarakat, pada: dt.date
) -> None:
    if data.get("menunggu"):
        return
    putus = min(masukan.pada + dt.timedelta(days=2), pada)
    with clock.jam_beku(clock.awal_hari(putus, citra.zona) + dt.timedelta(hours=9)):
        if tujuan := data.get("arahkan"):
            moderasi.arahkan_masukan(aktor=citra, masukan=masukan, diarahkan_ke=tujuan, pada=putus)
            return
        if alasan := data.get("tolak"):
            moderasi.tolak_masukan(aktor=citra, masukan=masukan, alasan=alasan, pada=putus)
            return
        moderasi.terbitkan_masukan(aktor=citra, masukan=masukan, pada=putus)
        if nama := data.get("pegawai"):
            pegawai = Pegawai.objects.get(instansi_id=masukan.instansi_id, nama=nama)
            moderasi.kaitkan_masukan(aktor=citra, masukan=masukan, pegawai=pegawai, pada=putus)
    if tanggapan := data.get("tanggapan"):
        jawab = pada - dt.timedelta(days=data.get("tanggapan_hari", data["hari"] - 6))
        with clock.jam_beku(clock.awal_hari(jawab, citra.zona) + dt.timedelta(hours=13)):
            moderasi.tanggapi_masukan(
                aktor=aktor_dari(pegawai), masukan=masukan, teks=tanggapan, pada=jawab
            )
    if jawaban := data.get("jawaban"):
        jawab = min(putus + dt.timedelta(days=3), pada)
        with clock.jam_beku(clock.awal_hari(jawab, citra.zona) + dt.timedelta(hours=10)):
            layanan_forum.jawab_forum(aktor=citra, masukan=masukan, teks=jawaban, pada=jawab)

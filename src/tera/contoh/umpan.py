"""Continuous feedback in the demo: said through the year, before the rounds close the material."""

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

from tera.contoh.cerita import orang
from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, Pegawai
from tera.umpan_balik.models import PermintaanUmpanBalik, UmpanBalik
from tera.umpan_balik.selectors.sasaran import UMUM, sasaran_tersedia
from tera.umpan_balik.services import berkelanjutan, permintaan

BERKAS = Path(__file__).parent / "data" / "umpan.toml"


def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write what was said and asked this year up to ``pada``; what exists is left as it is."""
    ada = (
        UmpanBalik.objects.filter(instansi=instansi).exists()
        or PermintaanUmpanBalik.objects.filter(instansi=instansi).exists()
    )
    if ada:
        return
    with BERKAS.open("rb") as isi:
        data = tomllib.load(isi)
    for satu in sorted(data["umpan"], key=lambda s: _hari(s, pada)):
        if dt.date(pada.year, 1, 1) <= _hari(satu, pada) <= pada:
            _beri(instansi, satu, _hari(satu, pada), pada)
    for satu in data["permintaan"]:
        if (hari := _hari(satu, pada)).year == pada.year:
            _minta(instansi, satu, hari)


def _hari(data: dict[str, Any], pada: dt.date) -> dt.date:
    hari = data["hari"]
    if isinstance(hari, int):
        return pada - dt.timedelta(days=hari)
    return dt.date(pada.year, *hari)


def _beri(instansi: Instansi, data: dict[str, Any], hari: dt.date, pada: dt.date) -> None:
    dari, untuk = orang(instansi, data["dari"]), orang(instansi, data["untuk"])
    aktor, penerima = aktor_dari(dari), aktor_dari(untuk)
    with clock.jam_beku(clock.awal_hari(hari, instansi.zona) + dt.timedelta(hours=15)):
        umpan, _tanda = berkelanjutan.beri_umpan_balik(
            aktor=aktor,
            penerima=untuk,
            isi=berkelanjutan.IsiUmpanBalik(
                sasaran=_sasaran(aktor, untuk, data, hari),
                jenis=data["jenis"],
                teks=data["teks"],
                tanggal=hari,
                setuju_bernama=True,
            ),
            pada=hari,
        )
        if data.get("tarik"):
            berkelanjutan.tarik_umpan_balik(aktor=aktor, umpan=umpan, pada=hari)
            return
    # What is older than a week was read the next morning.
    if (pada - hari).days > 7:
        with clock.jam_beku(clock.awal_hari(hari, instansi.zona) + dt.timedelta(hours=32)):
            berkelanjutan.catat_dibaca(aktor=penerima, daftar_id=[umpan.pk])
            if tanggapan := data.get("tanggapan"):
                berkelanjutan.tanggapi_umpan_balik(aktor=penerima, umpan=umpan, teks=tanggapan)


def _minta(instansi: Instansi, data: dict[str, Any], hari: dt.date) -> None:
    dari, kepada = orang(instansi, data["dari"]), orang(instansi, data["kepada"])
    aktor = aktor_dari(dari)
    with clock.jam_beku(clock.awal_hari(hari, instansi.zona) + dt.timedelta(hours=8)):
        (satu,) = permintaan.minta_umpan_balik(
            aktor=aktor,
            kepada=[kepada],
            sasaran=_sasaran(aktor, dari, data, hari),
            pesan=data["pesan"],
            pada=hari,
        )
        if alasan := data.get("tolak"):
            permintaan.tolak_permintaan(
                aktor=aktor_dari(kepada), permintaan=satu, alasan=alasan, pada=hari
            )


def _sasaran(aktor: Aktor, siapa: Pegawai, data: dict[str, Any], hari: dt.date) -> str:
    """The key of what is spoken of; the work in general while the plan isn't set yet."""
    if kode := data.get("nilai"):
        return f"perilaku:{kode}"
    if urut := data.get("rhk"):
        daftar: list[str] = [
            satu.kunci
            for satu in sasaran_tersedia(aktor=aktor, pegawai_id=siapa.pk, sejak=hari, pada=hari)
            if satu.jenis == "rhk"
        ]
        if len(daftar) >= urut:
            return daftar[int(urut) - 1]
    return UMUM.kunci

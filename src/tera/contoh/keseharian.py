"""The weeks of many: daily lines, evidence links, achievements, written in bulk by the same rules.

Daily lines stand on working days on which the plan is in force, never overlap and never lie ahead
of the clock; evidence needs a rencana aksi of its RHK and period; an achievement is verified by the
rater of the plan before a decision stands on its period.
"""

import datetime as dt
import random
import tomllib
from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

from tera.contoh.bahan_kerja import UMUM, tulisan_jabatan
from tera.contoh.cerita import PELAKU_CERITA
from tera.contoh.keramaian import aktor_dari
from tera.core import clock, massal
from tera.core.sisip import sisip_massal
from tera.organisasi.models import Instansi, Pegawai
from tera.pelaksanaan.models import BuktiDukung, CapaianPegawai, ProgresHarian, RencanaAksi
from tera.regulasi.kalender import hari_kerja, sudah_ada_keputusan
from tera.skp.models import SKP
from tera.skp.pustaka import pustaka_jabatan

HARI_RAMAI, HARI_CERITA = 14, 35
JAM = (
    (dt.time(8), dt.time(10, 30)),
    (dt.time(10, 45), dt.time(12)),
    (dt.time(13), dt.time(15, 30)),
)
NAMA_BUKTI = ("Rekap triwulan", "Catatan unit", "Daftar periksa", "Register bulan terakhir")
KEMBALI = "Sebutkan cara mengukurnya dan lampirkan catatan sebelum perubahan."


def tulis(instansi: Instansi, pada: dt.date) -> None:
    """Write the daily lines, links and achievements of this year; existing ones stay alone."""
    if ProgresHarian.objects.filter(instansi=instansi).exists():
        return
    daftar = list(
        SKP.objects.filter(instansi=instansi, tahun=pada.year, status__in=["ditetapkan", "ditutup"])
        .select_related("pegawai__instansi", "penilai__instansi", "penugasan__jabatan")
        .order_by("pk")
    )
    rencana: defaultdict[int, list[RencanaAksi]] = defaultdict(list)
    for satu in (
        RencanaAksi.objects.filter(instansi=instansi, periode__tahun=pada.year)
        .select_related("periode")
        .order_by("pk")
    ):
        rencana[satu.skp_id].append(satu)
    acak = random.Random(f"keseharian {pada.year}")
    _harian(instansi, daftar, rencana, pada, acak)
    _bukti(instansi, daftar, rencana, acak)
    _capaian(instansi, daftar, pada, acak)


def daftar_hari_kerja(dari: dt.date, sampai: dt.date) -> tuple[dt.date, ...]:
    """Return the working days; of a year without decreed holidays, Monday to Friday."""
    if all(sudah_ada_keputusan(tahun) for tahun in range(dari.year, sampai.year + 1)):
        return hari_kerja(dari, sampai).daftar
    semua = (dari + dt.timedelta(days=n) for n in range((sampai - dari).days + 1))
    return tuple(satu for satu in semua if satu.weekday() < 5)


def umum_dari(instansi: Instansi, skp: SKP) -> dict[str, Any]:
    """The columns that every row of work carries."""
    return {
        "instansi": instansi,
        "pegawai": skp.pegawai,
        "penugasan": skp.penugasan,
        "skp": skp,
    }


def _harian(
    instansi: Instansi,
    daftar: list[SKP],
    rencana: dict[int, list[RencanaAksi]],
    pada: dt.date,
    acak: random.Random,
) -> None:
    kini = clock.sekarang()
    hari_semua = daftar_hari_kerja(
        max(pada - dt.timedelta(days=HARI_CERITA), dt.date(pada.year, 1, 1)), pada
    )
    baris: list[ProgresHarian] = []
    catatan: list[massal.PerbuatanMassal] = []
    for skp in daftar:
        cerita = skp.pegawai.nama in PELAKU_CERITA
        undi = acak.random()
        if (not cerita and undi > 0.3) or skp.ditetapkan_pada is None:
            continue
        tulisan = tulisan_jabatan(skp.penugasan.jabatan.nama)
        mulai = pada - dt.timedelta(days=HARI_CERITA if cerita else HARI_RAMAI)
        for hari in hari_semua:
            if not max(mulai, skp.mulai, skp.ditetapkan_pada) <= hari <= skp.selesai:
                continue
            milik = [r for r in rencana[skp.pk] if r.periode.mulai <= hari <= r.periode.selesai]
            if not milik or acak.random() < (0.08 if cerita else 0.3):
                continue
            for nomor, (dari, sampai) in enumerate(JAM[: 2 + (acak.random() < 0.5)]):
                saat = clock.awal_hari(hari, instansi.zona) + dt.timedelta(
                    hours=sampai.hour, minutes=sampai.minute + 5
                )
                if saat > kini:
                    continue
                isi = tulisan.harian[(hari.toordinal() + nomor) % len(tulisan.harian)]
                satu = milik[(hari.toordinal() + nomor) % len(milik)]
                bidang = {
                    "tanggal": hari,
                    "jam_mulai": dari,
                    "jam_selesai": sampai,
                    "kegiatan": isi.kegiatan,
                    "realisasi": acak.randint(isi.sedikitnya, isi.paling_banyak),
                    "satuan": isi.satuan,
                    "bukti_url": "",
                }
                baris.append(
                    ProgresHarian(
                        **umum_dari(instansi, skp),
                        rencana_aksi=satu,
                        rhk_kunci=satu.rhk_kunci,
                        **bidang,
                    )
                )
                catatan.append(_catatan("progres_harian", "catat", skp.pegawai, bidang, saat))
    _simpan(baris, catatan)


def _bukti(
    instansi: Instansi,
    daftar: list[SKP],
    rencana: dict[int, list[RencanaAksi]],
    acak: random.Random,
) -> None:
    baris: list[BuktiDukung] = []
    catatan: list[massal.PerbuatanMassal] = []
    for skp in daftar:
        if skp.pegawai.nama in PELAKU_CERITA or acak.random() > 0.6:
            continue
        for satu in rencana[skp.pk]:
            saat = clock.awal_hari(satu.periode.selesai, instansi.zona) - dt.timedelta(
                days=acak.randint(2, 20)
            )
            if acak.random() < 0.5 or saat > clock.sekarang():
                continue
            nama = f"{acak.choice(NAMA_BUKTI)} {satu.periode.urut} {satu.periode.tahun}"
            url = tautan(f"{skp.penugasan_id}/{satu.periode.tahun}-t{satu.periode.urut}-{satu.pk}")
            baris.append(
                BuktiDukung(
                    **umum_dari(instansi, skp),
                    periode=satu.periode,
                    rhk_kunci=satu.rhk_kunci,
                    rencana_aksi=satu,
                    nama=nama,
                    jenis="tautan",
                    url=url,
                )
            )
            bidang = {"nama": nama, "url": url, "sidik": ""}
            catatan.append(_catatan("bukti", "lampirkan", skp.pegawai, bidang, saat))
    _simpan(baris, catatan)


def tautan(letak: str) -> str:
    """A link of the invented kabupaten; its name is reserved, so nothing is ever behind it."""
    return f"https://arsip.telukcahaya.invalid/{letak}"


@cache
def _capaian_jabatan() -> dict[str, list[dict[str, str]]]:
    isi = (resources.files("tera.contoh") / "data" / "capaian.toml").read_text("utf-8")
    return tomllib.loads(isi)


def isi_capaian(kode: str, nomor: int) -> dict[str, Any]:
    """Return the columns of an achievement of a kind of jabatan."""
    pilihan = _capaian_jabatan().get(kode) or _capaian_jabatan()[UMUM]
    satu = pilihan[nomor % len(pilihan)]
    return {
        "judul": satu["judul"],
        "keadaan_sebelum": satu["sebelum"],
        "keadaan_sesudah": satu["sesudah"],
        "cara": satu["cara"],
        "nilai_sebelum": Decimal(satu["nilai_sebelum"]),
        "nilai_sesudah": Decimal(satu["nilai_sesudah"]),
        "satuan": satu["satuan"],
        "rhk_kunci": None,
    }


def _capaian(instansi: Instansi, daftar: list[SKP], pada: dt.date, acak: random.Random) -> None:
    baris: list[CapaianPegawai] = []
    nasib: list[str] = []
    saat_lapor: list[dt.datetime] = []
    catatan: list[massal.PerbuatanMassal] = []
    for skp in daftar:
        undi = acak.random()
        if skp.pegawai.nama in PELAKU_CERITA or undi > 0.09 or skp.ditetapkan_pada is None:
            continue
        awal, akhir = max(skp.mulai, skp.ditetapkan_pada), min(skp.selesai, pada)
        masa = (akhir - awal).days
        if masa < 30 or skp.penilai is None:
            continue
        # What waits or came back is new; the rest lies anywhere in the year, seen within the week.
        baru = undi > 0.07
        tanggal = akhir - dt.timedelta(
            days=acak.randint(2, 9) if baru else acak.randint(10, masa - 15)
        )
        status = "diverifikasi"
        if baru and akhir == pada:
            status = "dilaporkan" if undi > 0.077 else "dikembalikan"
        pustaka = pustaka_jabatan(skp.penugasan.jabatan.nama)
        isi = isi_capaian(pustaka.kode if pustaka else UMUM, skp.pk)
        saat = clock.awal_hari(tanggal, instansi.zona) + dt.timedelta(hours=14)
        baris.append(CapaianPegawai(**umum_dari(instansi, skp), tanggal=tanggal, revisi=1, **isi))
        nasib.append(status)
        saat_lapor.append(saat)
        catatan.append(
            _catatan("capaian_pegawai", "laporkan", skp.pegawai, isi | {"tanggal": tanggal}, saat)
        )
    _simpan(baris, catatan)
    massal.pindahkan(
        model=CapaianPegawai,
        daftar=[
            massal.LangkahMassal(
                objek_id=satu.pk,
                instansi_id=instansi.pk,
                jenis="capaian_pegawai",
                langkah=massal.langkah(
                    "capaian_pegawai",
                    "verifikasi" if status == "diverifikasi" else "kembalikan",
                    "dilaporkan",
                ),
                aktor=aktor_dari(satu.skp.penilai),
                peran="penilai",
                pada=clock.tanggal_di(saat, instansi.zona),
                alasan="" if status == "diverifikasi" else KEMBALI,
                bidang={
                    "catatan": "" if status == "diverifikasi" else KEMBALI,
                    "pemeriksa_id": satu.skp.penilai_id,
                    "diperiksa_at": saat,
                },
                saat=saat,
            )
            for satu, status, saat in (
                (satu, status, min(saat + dt.timedelta(days=1, hours=-4), clock.sekarang()))
                for satu, status, saat in zip(baris, nasib, saat_lapor, strict=True)
            )
            if status != "dilaporkan" and satu.skp.penilai is not None
        ],
        antar=False,
    )


def _catatan(
    jenis: str, aksi: str, pegawai: Pegawai, bidang: dict[str, Any], saat: dt.datetime
) -> massal.PerbuatanMassal:
    return massal.PerbuatanMassal(
        objek_id=0,
        jenis=jenis,
        aksi=aksi,
        aktor=aktor_dari(pegawai),
        bidang=bidang,
        saat=saat,
        bertanda=True,
    )


def _simpan(baris: list[Any], catatan: list[massal.PerbuatanMassal]) -> None:
    """Insert the rows, then the link and receipt of each."""
    sisip_massal(baris)
    massal.tulis_perbuatan(
        replace(isi, objek_id=satu.pk) for satu, isi in zip(baris, catatan, strict=True)
    )

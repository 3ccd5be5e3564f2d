"""A dinas of twelve bidang in which the engine has something to say, with values that stand out.

Every rater's strictness is replaced by three numbers that occur nowhere else, and every sealed
answer carries a sentence of its own: whoever finds one in a page has found a leak.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np

from adegan import sekali
from evaluasi import panggung as evaluasi_panggung
from kalibrasi import panggung
from pemeran import Pemeran, buat_pegawai, buat_pemeran, buat_unit
from stats.organisasi_acak import make
from tera.core.aktor import Aktor
from tera.evaluasi.models import CatatanKerja, Evaluasi
from tera.kalibrasi.models import Analisis, KeketatanPenilai, PengaktifanAnalisis
from tera.organisasi.models import JenisJabatan, Pegawai, Penugasan, PeranPetugas
from tera.organisasi.services import segarkan_penilai
from tera.skp.models import SKP
from tera.umpan_balik.models import (
    JawabanUmpanBalik,
    KunciPasangan,
    PutaranPegawai,
    PutaranUmpanBalik,
    Responden,
)
from tera.umpan_balik.services.putaran import butir_bawaan
from tera.umpan_balik.services.putaran_segel import kunci_baru, segel
from umpan_balik import panggung_putaran as pentas

UNIT, STAF, REKAN = 12, 8, 5
TINGKAT = ("di_bawah", "sesuai", "di_atas")
#: Tenths of a level; written with one decimal 500,3, 300,3 and 700,3 for the first rater.
NILAI, BAWAH, ATAS, LANGKAH = 5003, 3003, 7003, 11
#: Seven levels that nobody would give by chance.
VEKTOR = [2, 0, 2, 0, 1, 1, 0]


@dataclass(frozen=True)
class Besar:
    """The stage: the cast, the heads and staff of the bidang, the run."""

    para: Pemeran
    kepala: list[Pegawai]
    staf: list[Pegawai]
    pejabat: Pegawai
    analisis: Analisis
    evaluasi: dict[int, int]

    def token(self) -> dict[str, int]:
        """Every way in which a rater's strictness could be written, and whose it is."""
        hasil = {}
        for satu in KeketatanPenilai.objects.filter(analisis=self.analisis):
            for nilai in (satu.nilai, satu.bawah, satu.atas):
                depan, belakang = divmod(nilai or 0, 10)
                for tulis in (f"{depan},{belakang}", f"{depan}.{belakang}", f"{nilai}"):
                    hasil[tulis] = satu.penilai_id
        return hasil


@sekali
def bangun() -> Besar:
    """Write the stage and do one run of the engine over it."""
    para = buat_pemeran()
    org = make(units=UNIT, size=STAF, seed=3, peers=REKAN)
    kepala, staf = [], []
    for u in range(UNIT):
        unit = buat_unit(para.instansi, f"0101{u + 20}", f"Bidang {u}", para.dinas, "Kepala", "III")
        unit.opd = para.dinas
        unit.save()
        kepala.append(
            buat_pegawai(
                unit, f"Kepala Bidang {u}", f"1969060619900110{u:02d}", JenisJabatan.ADMINISTRATOR,
                f"Kepala Bidang {u}", pimpin=True, eselon="III.b",
            )
        )  # fmt: skip
        staf += [
            buat_pegawai(
                unit, f"Staf {u} {n}", f"1983050520080{u:02d}{n:03d}", JenisJabatan.PELAKSANA,
                "Pengolah Data dan Informasi",
            )
            for n in range(STAF)
        ]  # fmt: skip
    pejabat = buat_pegawai(
        para.kabupaten, "Semua Peran", "197701012000011099", JenisJabatan.FUNGSIONAL, "Analis"
    )
    PeranPetugas.objects.bulk_create(
        PeranPetugas(
            instansi=para.instansi, pegawai=pejabat, peran=peran, unit=para.kabupaten,
            sejak="2026-01-01", dasar="SK Uji",
        )
        for peran in ("pyb", "pejabat_pembina", "admin")
    )  # fmt: skip
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=evaluasi_panggung.PADA.replace(month=1))
    evaluasi = _evaluasi(para, org, kepala, staf)
    _putaran(para, org, staf)
    panggung.aktifkan(para)
    PengaktifanAnalisis.objects.update(pembinaan_sampai="2026-11-30")
    analisis = panggung.jalankan(para)
    KeketatanPenilai.objects.create(analisis=analisis, penilai=para.budi, alasan="cukup")
    for n, satu in enumerate(KeketatanPenilai.objects.order_by("pk")):
        satu.nilai, satu.bawah, satu.atas = (awal + LANGKAH * n for awal in (NILAI, BAWAH, ATAS))
        satu.alasan = "cukup"
        satu.save()
    return Besar(para, kepala, staf, pejabat, analisis, evaluasi)


def _evaluasi(
    para: Pemeran, org: Any, kepala: list[Pegawai], staf: list[Pegawai]
) -> dict[int, int]:
    tugas = {satu.pegawai_id: satu for satu in Penugasan.objects.filter(instansi=para.instansi)}
    penilai = {orang.pk: kepala[n // STAF] for n, orang in enumerate(staf)}
    skp = SKP.objects.bulk_create(
        SKP(
            instansi=para.instansi, pegawai=orang, penugasan=tugas[orang.pk], tahun=2026,
            mulai=para.periode.mulai, selesai=para.periode.selesai, keluarga="ja_jf",
            pendekatan="kuantitatif", status="ditetapkan", penilai=penilai[orang.pk],
        )
        for orang in staf
    )  # fmt: skip
    daftar = Evaluasi.objects.bulk_create(
        Evaluasi(
            instansi=para.instansi, skp=satu, pegawai_id=satu.pegawai_id, periode=para.periode,
            unit=tugas[satu.pegawai_id].unit, status="dinilai", penilai_id=satu.penilai_id,
            rating_hasil_kerja="sesuai",
            # Good people decided as below: reasons are asked for.
            rating_perilaku_kerja=TINGKAT[0] if org.value[n] > 0.7 else TINGKAT[1],
        )
        for n, satu in enumerate(skp)
    )  # fmt: skip
    milik = org.relation == 0
    CatatanKerja.objects.bulk_create(
        CatatanKerja(
            evaluasi=daftar[orang], oleh="penilai", unsur="perilaku", kunci=kode,
            level=TINGKAT[level], penanda_id=daftar[orang].penilai_id, ditandai_at=panggung.SAAT,
        )
        for orang, isi in zip(org.ratee[milik], org.items[milik], strict=True)
        for kode, level in zip(panggung.KODE, isi, strict=True)
    )  # fmt: skip
    return {satu.pegawai_id: satu.pk for satu in daftar}


def _putaran(para: Pemeran, org: Any, staf: list[Pegawai]) -> None:
    putaran = PutaranUmpanBalik.objects.create(
        instansi=para.instansi, periode=para.periode, unit=para.dinas, nama="Umpan balik dinas",
        butir=butir_bawaan(pentas.MULAI), k=4, mulai=pentas.MULAI, selesai=pentas.SELESAI,
        kunci_tersegel=kunci_baru(), nama_aktor="uji", dibuat_at=panggung.SAAT,
    )  # fmt: skip
    daftar = PutaranPegawai.objects.bulk_create(
        PutaranPegawai(
            instansi=para.instansi, putaran=putaran, pegawai=orang,
            penugasan=para.penugasan(orang), unit=para.penugasan(orang).unit, status="berjalan",
        )
        for orang in staf
    )  # fmt: skip
    tambah_jawaban(putaran, daftar, org, staf, np.flatnonzero(org.relation != 0))
    sistem = Aktor.sistem(para.instansi.pk, para.instansi.zona)
    pentas.putaran.tutup_putaran(aktor=sistem, putaran=putaran, pada=pentas.SESUDAH)
    for orang in staf:
        pentas.putaran.buka_hasil(
            aktor=sistem, pegawai_id=orang.pk, periode_id=para.periode.pk, pada=pentas.SESUDAH
        )
    # The rows behind a release, as no page may ever print them.
    JawabanUmpanBalik.objects.update(nilai=VEKTOR)


def tambah_jawaban(
    putaran: PutaranUmpanBalik,
    daftar: list[PutaranPegawai],
    org: Any,
    staf: list[Pegawai],
    baris: Any,
) -> None:
    """Seal the answers of some rows of the invented organisation, each with its own sentence."""
    responden = Responden.objects.bulk_create(
        Responden(
            putaran_pegawai=daftar[org.ratee[satu]], pegawai=staf[org.rater[satu]],
            hubungan="rekan", asal="undian", sudah_mengisi=True,
        )
        for satu in baris
    )  # fmt: skip
    KunciPasangan.objects.bulk_create(
        KunciPasangan(
            responden=satu,
            isi_tersegel=segel(
                putaran,
                {
                    "nilai": org.items[letak].tolist(),
                    "teks": f"RAHASIA{putaran.pk}x{letak}",
                    "apa_adanya": False,
                },
            ),
        )
        for satu, letak in zip(responden, baris.tolist(), strict=True)
    )

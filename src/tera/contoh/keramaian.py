"""The crowd's year, written in bulk by the same rules: plans, action plans, realisasi.

Every document has the state rows, audit links and receipts that single steps leave
(``core.massal``); nobody is told about the past, so no event is delivered.
"""

import datetime as dt
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from tera.core import clock, massal
from tera.core.aktor import Aktor
from tera.core.sisip import sisip_massal, ubah_massal
from tera.organisasi.models import HubunganPenilai, Instansi, Pegawai, Penugasan
from tera.organisasi.selectors.identitas import identitas
from tera.regulasi.alur import cari_langkah
from tera.skp.isi import DAFTAR_NILAI
from tera.skp.models import SKP, EkspektasiPerilaku, IndikatorKinerja, RencanaHasilKerja
from tera.skp.pustaka import pustaka_jabatan
from tera.skp.pustaka.indikator_pustaka import Indikator
from tera.skp.services.syarat_buat import keluarga_skp, masa_skp, wajib_skp

PERSPEKTIF = ("penerima_layanan", "proses_bisnis", "penguatan_internal", "anggaran")
EKSPEKTASI = {
    "BP": "Menjawab pertanyaan warga pada hari yang sama.",
    "AKU": "Melaporkan hambatan sebelum tenggat, bukan sesudahnya.",
    "KOL": "Berbagi catatan kerja dengan rekan satu tim tiap pekan.",
}
#: People of the stories whose year is told: their figures fit what is said of them.
MUTU_CERITA = {
    "Andini Lestari": 0.9, "Rosalina Sawaki": 0.6, "Yuliana Wonda": 0.4, "Laode Rahmat": -0.7,
    "Kadek Ayu Pramesti": 0.8, "Bambang Irawan": 0.3, "Maria Goreti Kambu": -0.1,
    "Fandi Ahmad": 0.2, "Dewi Anggraini": 0.3, "Budi Hartono": 0.4, "Ester Yoku": 0.2,
}  # fmt: skip
CATATAN_KEMBALI = (
    "Sebutkan sumber data indikator kedua dan targetnya per triwulan.",
    "Target masih sama dengan tahun lalu; sepakati kenaikannya dalam dialog.",
    "RHK pertama masih kegiatan; tulis hasil yang diterima warga.",
)


@dataclass(frozen=True, slots=True)
class Orang:
    """One person in the post they hold in a year, with who rates them."""

    pegawai: Pegawai
    penugasan: Penugasan
    penilai: Pegawai | None
    atasan: Pegawai | None
    dasar: str
    penjelasan: str

    @property
    def aktor(self) -> Aktor:
        """The person as the one who acts."""
        return aktor_dari(self.pegawai)


def aktor_dari(pegawai: Pegawai) -> Aktor:
    """Return a person as the one who acts."""
    return Aktor(
        pengguna_id=pegawai.akun_id,
        instansi_id=pegawai.instansi_id,
        pegawai_id=pegawai.pk,
        nama=pegawai.nama_lengkap,
        zona=pegawai.instansi.zona,
    )


def mutu_orang(pegawai: Pegawai, tahun: int) -> float:
    """Return how well the person's year went, about -2 to 2: the same each time it is asked."""
    if pegawai.nama in MUTU_CERITA:
        return MUTU_CERITA[pegawai.nama]
    tetap = random.Random(f"{pegawai.nip}").gauss(0, 0.8)
    return tetap + random.Random(f"{pegawai.nip}{tahun}").gauss(0, 0.5)


def tahun_target(target: str, tahun: int) -> str:
    """Return the library's example of a target with the year of the plan."""
    return re.sub(r"\b20\d\d\b", str(tahun), target)


def daftar_orang(instansi: Instansi, tahun: int) -> list[Orang]:
    """Return who plans in ``tahun``, leaders before the people they rate."""
    awal, akhir = dt.date(tahun, 1, 1), dt.date(tahun, 12, 31)
    semua = {
        satu.pk: satu
        for satu in Pegawai.objects.filter(instansi=instansi).select_related("instansi")
    }
    hubungan: dict[int, HubunganPenilai] = {}
    for satu in HubunganPenilai.objects.filter(instansi=instansi, sejak__lte=akhir).order_by(
        "sejak"
    ):
        if satu.sampai is None or satu.sampai >= awal:
            hubungan.setdefault(satu.penugasan_id, satu)
    orang: dict[int, Orang] = {}
    for tugas in (
        Penugasan.objects.filter(instansi=instansi, jenis="definitif", sejak__lte=akhir)
        .exclude(sampai__lt=awal)
        .select_related("unit", "jabatan", "pegawai__instansi")
        .order_by("-sejak")
    ):
        milik = hubungan.get(tugas.pk)
        if milik is None or milik.penilai_id is None or not wajib_skp(penugasan=tugas, pada=akhir):
            continue
        tugas.pegawai = semua[tugas.pegawai_id]
        orang.setdefault(
            tugas.pegawai_id,
            Orang(
                pegawai=semua[tugas.pegawai_id],
                penugasan=tugas,
                penilai=semua.get(milik.penilai_id),
                atasan=semua.get(milik.atasan_penilai_id or 0),
                dasar=milik.dasar,
                penjelasan=milik.penjelasan,
            ),
        )

    def dalam(satu: Orang) -> int:
        langkah = 0
        while satu.penilai is not None and satu.penilai.pk in orang and langkah < 12:
            satu, langkah = orang[satu.penilai.pk], langkah + 1
        return langkah

    return sorted(orang.values(), key=lambda satu: (dalam(satu), satu.pegawai.pk))


class PenulisRencana:
    """Writes one year's plans of everybody who has none yet."""

    def __init__(self, instansi: Instansi, tahun: int, pada: dt.date) -> None:
        self.instansi = instansi
        self.tahun = tahun
        self.pada = pada
        self.berjalan = tahun == pada.year
        self.acak = random.Random(f"rencana {tahun}")
        self.rhk_per_pegawai: defaultdict[int, list[RencanaHasilKerja]] = defaultdict(list)
        for rhk in RencanaHasilKerja.objects.filter(
            skp__instansi=instansi, skp__tahun=tahun, skp__status="ditetapkan"
        ).select_related("skp"):
            self.rhk_per_pegawai[rhk.skp.pegawai_id].append(rhk)
        self.tugas_pegawai: dict[int, Penugasan] = {}

    def tulis(self, daftar: list[Orang]) -> int:
        """Write the plans level by level; returns how many."""
        punya = set(
            SKP.objects.filter(instansi=self.instansi, tahun=self.tahun).values_list(
                "penugasan_id", flat=True
            )
        )
        self.tugas_pegawai = {satu.pegawai.pk: satu.penugasan for satu in daftar}
        baru = [satu for satu in daftar if satu.penugasan.pk not in punya]
        tingkat: dict[int, list[Orang]] = defaultdict(list)
        kedalaman: dict[int, int] = {}
        for satu in baru:
            atas = satu.penilai.pk if satu.penilai else 0
            kedalaman[satu.pegawai.pk] = kedalaman.get(atas, 0) + 1
            tingkat[kedalaman[satu.pegawai.pk]].append(satu)
        for nomor in sorted(tingkat):
            self._tulis_tingkat(tingkat[nomor])
        return len(baru)

    def _tulis_tingkat(self, daftar: list[Orang]) -> None:
        rencana: list[tuple[Orang, SKP, str]] = []
        for satu in daftar:
            nasib = self._nasib()
            skp = self._skp(satu)
            if nasib == "tanpa" or skp.disunting_at is None or skp.disunting_at > clock.sekarang():
                continue
            rencana.append((satu, skp, nasib))
        sisip_massal([skp for _orang, skp, _nasib in rencana])
        daftar_rhk: list[RencanaHasilKerja] = []
        indikator: list[tuple[RencanaHasilKerja, list[Indikator]]] = []
        perilaku: list[EkspektasiPerilaku] = []
        for satu, skp, _nasib in rencana:
            milik_atasan = self.rhk_per_pegawai.get(satu.penilai.pk if satu.penilai else 0, [])
            for urut, (teks, isi) in enumerate(self._baris(satu), start=1):
                induk = milik_atasan[urut % len(milik_atasan)] if milik_atasan else None
                rhk = RencanaHasilKerja(
                    skp=skp,
                    urut=urut,
                    teks=teks,
                    rhk_pimpinan=induk,
                    tautkan_nanti=induk is None,
                    perspektif=PERSPEKTIF[(urut - 1) % 4] if skp.keluarga == "jpt_mandiri" else "",
                )
                daftar_rhk.append(rhk)
                indikator.append((rhk, isi))
            perilaku += [
                EkspektasiPerilaku(
                    skp=skp, nilai=nilai, ekspektasi_khusus=EKSPEKTASI.get(nilai, "")
                )
                for nilai in DAFTAR_NILAI
            ]
        sisip_massal(daftar_rhk)
        sisip_massal(
            [
                IndikatorKinerja(
                    rhk=rhk,
                    urut=urut,
                    aspek=satu.aspek,
                    teks=satu.teks,
                    target=tahun_target(satu.contoh_target, self.tahun),
                    satuan=satu.satuan,
                    kode_pustaka=satu.kode,
                )
                for rhk, isi in indikator
                for urut, satu in enumerate(isi, start=1)
            ]
        )
        sisip_massal(perilaku)
        per_skp: defaultdict[int, list[RencanaHasilKerja]] = defaultdict(list)
        for rhk in daftar_rhk:
            per_skp[rhk.skp_id].append(rhk)
        self._tulis_langkah(rencana, per_skp)
        for satu, skp, _nasib in rencana:
            if skp.status == SKP.Status.DITETAPKAN:
                self.rhk_per_pegawai[satu.pegawai.pk] = per_skp[skp.pk]

    def _nasib(self) -> str:
        undi = self.acak.random()
        if undi < 0.04:
            return "terlambat"
        if undi < 0.10:
            return "diperbaiki"
        if self.berjalan and undi > 0.985:
            return "tanpa" if undi > 0.994 else "draf" if undi > 0.991 else "diajukan"
        return "ditetapkan"

    def _skp(self, satu: Orang) -> SKP:
        mulai, selesai = masa_skp(satu.penugasan, self.tahun)
        return SKP(
            instansi=self.instansi,
            pegawai=satu.pegawai,
            penugasan=satu.penugasan,
            tahun=self.tahun,
            mulai=mulai,
            selesai=selesai,
            keluarga=keluarga_skp(satu.penugasan),
            pendekatan="kuantitatif",
            penilai=satu.penilai,
            revisi=1,
            pertama_disunting_at=self._saat(mulai, 2, 9),
            disunting_at=self._saat(mulai, 4, 9),
            nama_penyunting=satu.pegawai.nama_lengkap,
        )

    def _baris(self, satu: Orang) -> list[tuple[str, list[Indikator]]]:
        pustaka = pustaka_jabatan(satu.penugasan.jabatan.nama)
        if pustaka is None:
            raise AssertionError(f"pustaka belum mengenal {satu.penugasan.jabatan.nama}")
        per_rhk: dict[str, list[Indikator]] = {}
        for indikator in pustaka.daftar_indikator:
            per_rhk.setdefault(indikator.contoh_rhk, []).append(indikator)
        return [(teks, isi[:2]) for teks, isi in list(per_rhk.items())[:2]]

    def _saat(self, mulai: dt.date, hari: int, jam: int) -> dt.datetime:
        """An instant ``hari`` days after the plan's first day; what lies ahead isn't done yet."""
        tanggal = mulai + dt.timedelta(days=hari + self.acak.randint(0, 3))
        return clock.awal_hari(tanggal, self.instansi.zona) + dt.timedelta(
            hours=jam, minutes=self.acak.randint(0, 59)
        )

    def _tulis_langkah(
        self,
        rencana: list[tuple[Orang, SKP, str]],
        per_skp: dict[int, list[RencanaHasilKerja]],
    ) -> None:
        langkah: list[massal.LangkahMassal] = []
        menunggu: set[int] = set()

        def catat(
            skp: SKP, siapa: Orang, aksi: str, hari: int, alasan: str = "", **bidang: Any
        ) -> None:
            saat = self._saat(skp.mulai, hari, 10)
            if skp.pk in menunggu or saat > clock.sekarang():
                menunggu.add(skp.pk)
                return
            baris = cari_langkah("skp", aksi, skp.status)
            if baris is None:
                raise AssertionError(f"{aksi} dari {skp.status}")
            pelaku = siapa.pegawai if aksi == "ajukan" else siapa.penilai
            if pelaku is None:
                raise AssertionError("SKP tanpa penilai")
            pada = clock.tanggal_di(saat, self.instansi.zona)
            if aksi == "tetapkan":
                bidang = {
                    "ditetapkan_at": saat,
                    "ditetapkan_pada": pada,
                    "terlambat": hari > 31,
                    "penilai_id": pelaku.pk,
                    "rekaman": self._rekaman(siapa, skp, pelaku, per_skp[skp.pk], pada),
                }
            else:
                bidang[f"{'diajukan' if aksi == 'ajukan' else 'dikembalikan'}_at"] = saat
            for nama, nilai in bidang.items():
                setattr(skp, nama, nilai)
            skp.status = baris.ke
            langkah.append(
                massal.LangkahMassal(
                    objek_id=skp.pk,
                    instansi_id=skp.instansi_id,
                    jenis="skp",
                    langkah=baris,
                    aktor=aktor_dari(pelaku),
                    peran="pegawai" if aksi == "ajukan" else "penilai",
                    pada=pada,
                    bidang=bidang,
                    alasan=alasan,
                    saat=saat,
                )
            )

        for satu, skp, nasib in rencana:
            if nasib == "draf":
                continue
            lambat = 34 if nasib == "terlambat" else 0
            catat(skp, satu, "ajukan", 6 + lambat)
            if nasib == "diajukan":
                continue
            if nasib == "diperbaiki":
                catatan = self.acak.choice(CATATAN_KEMBALI)
                catat(skp, satu, "kembalikan", 10, catatan, catatan_pengembalian=catatan)
                catat(skp, satu, "ajukan", 14)
            catat(skp, satu, "tetapkan", 18 + lambat)
        ubah_massal(
            [skp for _orang, skp, _nasib in rencana],
            [
                "status", "diajukan_at", "dikembalikan_at", "ditetapkan_at", "ditetapkan_pada",
                "terlambat", "catatan_pengembalian", "rekaman", "penilai",
            ],
        )  # fmt: skip
        massal.tulis_langkah(langkah, antar=False)

    def _rekaman(
        self,
        satu: Orang,
        skp: SKP,
        penilai: Pegawai,
        daftar: list[RencanaHasilKerja],
        pada: dt.date,
    ) -> dict[str, Any]:
        langkah = cari_langkah("skp", "tetapkan", "diajukan")
        atasan = satu.atasan
        return {
            "pegawai": identitas(pegawai=satu.pegawai, penugasan=satu.penugasan),
            "penilai": identitas(pegawai=penilai, penugasan=self.tugas_pegawai.get(penilai.pk)),
            "atasan_penilai": identitas(
                pegawai=atasan, penugasan=self.tugas_pegawai.get(atasan.pk) if atasan else None
            ),
            "dasar_penilai": {"dasar": satu.dasar, "penjelasan": satu.penjelasan},
            "penyiap": "",
            "dasar": [
                {"peraturan": d.peraturan, "letak": d.letak, "mutu": str(d.mutu)}
                for d in (langkah.dasar if langkah else ())
            ],
            "rhk_pimpinan": {
                str(rhk.kunci): rhk.rhk_pimpinan.teks for rhk in daftar if rhk.rhk_pimpinan
            },
            "rubrik": "",
            "pada": pada.isoformat(),
            "tempat": self.instansi.tempat,
        }

"""The year's appraisals: opened, capaian, rated, set, delivered, received, final.

Opening, setting, delivering and finality go through the room's own bulk services; the ratings
themselves are the demo's, by how well each person's year went.
"""

import datetime as dt
import random
from collections import defaultdict
from typing import Any

from django.db import transaction

from tera.contoh.keramaian import aktor_dari, mutu_orang
from tera.core import clock, massal
from tera.core.aktor import Aktor
from tera.evaluasi import services
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.evaluasi.saran import Riwayat
from tera.evaluasi.selectors import unit_capaian
from tera.organisasi.models import Instansi, Pegawai, Penugasan, Periode, UnitKerja
from tera.regulasi.capaian import rating_hasil_pimpinan
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.regulasi.kategori import Rating
from tera.regulasi.predikat import predikat_kinerja

ALASAN = {
    "di_atas": (
        "Target terlampaui pada indikator utama, dan caranya dipakai rekan satu unit.",
        "Hasil tercapai lebih awal dengan mutu yang naik dibanding periode lalu.",
    ),
    "di_bawah": (
        "Dua indikator utama belum tercapai; disepakati pendampingan tiap pekan.",
        "Laporan terlambat berulang; penyebabnya dibicarakan pada 12 hari pertama.",
    ),
}
ALASAN_PERILAKU = {
    "di_atas": "Lebih dulu menolong rekan dan warga tanpa diminta, tercatat pada umpan balik.",
    "di_bawah": "Tiga kali tidak hadir pada layanan tanpa kabar; sudah dibicarakan.",
}
ALASAN_BEDA = "Setahun penuh lebih mencerminkan hasilnya daripada periode terakhir saja."
ALASAN_CAPAIAN = {
    "istimewa": "Semua sasaran perjanjian kinerja terlampaui.",
    "baik": "Sasaran perjanjian kinerja tercapai.",
    "butuh_perbaikan": "Sebagian kecil sasaran belum tercapai.",
    "kurang": "Sebagian besar sasaran belum tercapai.",
    "sangat_kurang": "Hampir semua sasaran belum bergerak.",
}
#: Days after the end of a period: ratings, setting, delivery, receipt.
NILAI, TETAPKAN, SAMPAIKAN, TERIMA = 5, 10, 12, 15


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> int:
    """Write the appraisals of every period that ended; returns how many results were set.

    Of last year the year itself; of this year each quarter. The newest one is left in every state.
    """
    daftar = [
        satu
        for satu in Periode.objects.filter(
            instansi=instansi,
            tahun__gte=pada.year - 1,
            selesai__lt=pada - dt.timedelta(days=TERIMA),
        ).order_by("selesai", "-jenis", "urut")
        if satu.tahun == pada.year or satu.jenis == "tahunan"
    ]
    jumlah = 0
    for satu in daftar:
        jumlah += _Putaran(instansi, sistem, satu, terbaru=satu is daftar[-1]).jalankan()
    with clock.jam_beku(clock.awal_hari(pada, instansi.zona) + dt.timedelta(hours=1)):
        services.finalkan_yang_lewat(instansi_id=instansi.pk, zona=instansi.zona, pada=pada)
    return jumlah


class _Putaran:
    """One period of the whole kabupaten."""

    def __init__(
        self, instansi: Instansi, sistem: Aktor, periode: Periode, *, terbaru: bool
    ) -> None:
        self.instansi = instansi
        self.sistem = sistem
        self.periode = periode
        self.terbaru = terbaru
        self.acak = random.Random(f"{periode.tahun} {periode.jenis} {periode.urut}")

    def _hari(self, jeda: int) -> dt.date:
        return self.periode.selesai + dt.timedelta(days=jeda)

    def _saat(self, jeda: int, jam: int = 9) -> dt.datetime:
        saat = clock.awal_hari(self._hari(jeda), self.instansi.zona)
        return min(
            saat + dt.timedelta(hours=jam, minutes=self.acak.randint(0, 59)), clock.sekarang()
        )

    @transaction.atomic
    def jalankan(self) -> int:
        """Take every step in the order of law."""
        if Evaluasi.objects.filter(periode=self.periode, status="final").exists():
            return 0
        with clock.jam_beku(self._saat(1, 6)):
            services.buka_periode(aktor=self.sistem, periode=self.periode, pada=self._hari(1))
        with clock.jam_beku(self._saat(3)):
            self._capaian()
        self._nilai()
        ditetapkan = self._per_penilai("dinilai", TETAPKAN, services.tetapkan_banyak, sisakan=0.08)
        self._per_penilai("ditetapkan", SAMPAIKAN, services.sampaikan_banyak, sisakan=0.06)
        self._terima()
        return ditetapkan

    def _capaian(self) -> None:
        """Each unit's capaian by the head above; the root's by the officer, from outside."""
        pimpinan = {
            satu.unit_id: satu.pegawai
            for satu in Penugasan.objects.filter(
                instansi=self.instansi, memimpin_unit=True, sejak__lte=self._hari(3)
            )
            .exclude(sampai__lt=self._hari(3))
            .select_related("pegawai__instansi")
        }
        ada = set(
            CapaianOrganisasi.objects.filter(periode=self.periode).values_list("unit_id", flat=True)
        )
        petugas = aktor_dari(
            Pegawai.objects.select_related("instansi").get(
                instansi=self.instansi, nama="Citra Maharani"
            )
        )
        for unit in UnitKerja.objects.filter(
            instansi=self.instansi, punya_perjanjian_kinerja=True
        ).select_related("induk"):
            if unit.pk in ada:
                continue
            atas = unit.induk
            while atas is not None and atas.pk not in pimpinan:
                atas = UnitKerja.objects.filter(pk=atas.induk_id or 0).first()
            undi = self.acak.random()
            level = "baik"
            if unit.induk is not None and undi > 0.86:
                level = "istimewa" if undi > 0.93 else "butuh_perbaikan"
            services.tetapkan_capaian(
                aktor=aktor_dari(pimpinan[atas.pk]) if atas is not None else petugas,
                unit=unit,
                periode=self.periode,
                level=level,
                alasan=ALASAN_CAPAIAN[level],
                nomor_keputusan="" if unit.induk else f"100.2/{self.periode.pk}/CONTOH",
                pada=self._hari(3),
            )

    def _nilai(self) -> None:
        """The ratings, each by the person's own penilai."""
        daftar = list(
            Evaluasi.objects.filter(periode=self.periode, status="terbuka", penilai__isnull=False)
            .select_related(
                "pegawai", "penilai__instansi", "skp__penugasan__unit", "unit", "periode"
            )
            .order_by("pk")
        )
        capaian = dict(
            CapaianOrganisasi.objects.filter(periode=self.periode).values_list("unit_id", "level")
        )
        seri = self._seri()
        langkah = massal.langkah("evaluasi", "nilai", "terbuka")
        antrean = []
        for satu in daftar:
            if self.terbaru and self.acak.random() < 0.05:
                continue
            bidang = self._rating(satu, capaian)
            if self.periode.jenis == "tahunan":
                predikat = predikat_kinerja(
                    hasil_kerja=Rating(bidang["rating_hasil_kerja"]),
                    perilaku_kerja=Rating(bidang["rating_perilaku_kerja"]),
                    pada=self._hari(TETAPKAN),
                ).predikat
                if Riwayat(tuple(seri[satu.skp.penugasan_id])).beda(predikat):
                    bidang["alasan_beda"] = ALASAN_BEDA
            saat = self._saat(self.acak.randint(4, NILAI + 3))
            penilai = satu.penilai
            if penilai is None:
                continue
            antrean.append(
                massal.LangkahMassal(
                    objek_id=satu.pk,
                    instansi_id=satu.instansi_id,
                    jenis="evaluasi",
                    langkah=langkah,
                    aktor=aktor_dari(penilai),
                    peran="penilai",
                    pada=clock.tanggal_di(saat, self.instansi.zona),
                    bidang=bidang,
                    saat=saat,
                )
            )
        massal.pindahkan(model=Evaluasi, daftar=antrean, antar=False)

    def _rating(self, satu: Evaluasi, capaian: dict[int, str]) -> dict[str, Any]:
        mutu = mutu_orang(satu.pegawai, self.periode.tahun) + self.acak.gauss(0, 0.35)
        sikap = mutu_orang(satu.pegawai, self.periode.tahun - 7) + self.acak.gauss(0, 0.35)
        hasil = "di_atas" if mutu > 0.95 else "di_bawah" if mutu < -1.35 else "sesuai"
        perilaku = "di_atas" if sikap > 0.7 else "di_bawah" if sikap < -2.4 else "sesuai"
        tugas = satu.skp.penugasan
        if tugas.memimpin_unit and unit_capaian(unit=tugas.unit).pk == tugas.unit_id:
            hasil = str(
                rating_hasil_pimpinan(
                    Capaian(capaian[tugas.unit_id]), pada=self._hari(TETAPKAN)
                ).rating
            )
        return {
            "rating_hasil_kerja": hasil,
            "rating_perilaku_kerja": perilaku,
            "alasan_hasil_kerja": self.acak.choice(ALASAN[hasil]) if hasil in ALASAN else "",
            "alasan_perilaku_kerja": ALASAN_PERILAKU.get(perilaku, ""),
            "revisi": satu.revisi + 1,
        }

    def _seri(self) -> defaultdict[int, list[str]]:
        """The periodic predikat of the year per assignment, oldest first."""
        seri: defaultdict[int, list[str]] = defaultdict(list)
        if self.periode.jenis == "tahunan":
            for tugas, predikat in (
                Evaluasi.objects.filter(instansi=self.instansi, periode__tahun=self.periode.tahun)
                .exclude(periode__jenis="tahunan")
                .exclude(predikat="")
                .order_by("periode__selesai")
                .values_list("skp__penugasan_id", "predikat")
            ):
                seri[tugas].append(predikat)
        return seri

    def _per_penilai(self, status: str, jeda: int, layanan: Any, *, sisakan: float) -> int:
        """Let each penilai take the step for their team; of the newest period some wait."""
        tim: defaultdict[int, list[Evaluasi]] = defaultdict(list)
        penilai: dict[int, Pegawai] = {}
        for satu in Evaluasi.objects.filter(
            periode=self.periode, status=status, penilai__isnull=False
        ).select_related("penilai__instansi"):
            if (self.terbaru and self.acak.random() < sisakan) or satu.penilai is None:
                continue
            tim[satu.penilai.pk].append(satu)
            penilai[satu.penilai.pk] = satu.penilai
        jumlah = 0
        for pk, daftar in tim.items():
            with clock.jam_beku(self._saat(jeda, 8 + pk % 8)):
                hasil = layanan(aktor=aktor_dari(penilai[pk]), daftar=daftar, pada=self._hari(jeda))
            jumlah += len(hasil.berhasil)
        return jumlah

    def _terima(self) -> None:
        """Receipt on screen, by the person; of the newest period some haven't read it yet."""
        diterima = []
        for satu in Evaluasi.objects.filter(
            periode=self.periode, status="disampaikan", diterima_pada__isnull=True
        ).select_related("pegawai__instansi"):
            if self.acak.random() < (0.12 if self.terbaru else 0.01):
                continue
            jeda = self.acak.randint(SAMPAIKAN, TERIMA)
            satu.diterima_pada = self._hari(jeda)
            diterima.append((satu, self._saat(jeda, 13)))
        Evaluasi.objects.bulk_update(
            [satu for satu, _saat in diterima], ["diterima_pada"], batch_size=400
        )
        massal.tulis_perbuatan(
            massal.PerbuatanMassal(
                objek_id=satu.pk,
                jenis="evaluasi",
                aksi="terima",
                aktor=aktor_dari(satu.pegawai),
                bidang={"diterima_pada": satu.diterima_pada},
                saat=saat,
                bertanda=True,
            )
            for satu, saat in diterima
        )

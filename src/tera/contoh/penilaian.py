"""The appraisals of every round: opened, capaian, rated, set, delivered, received, final.

Opening, capaian and finality go through the room's own services; what setting writes comes from the
room's own rules for all at once. The ratings are the demo's, by how well each person's year went.
Of a round that just ended only what its days allow is done yet.
"""

import datetime as dt
import random
from collections import defaultdict
from typing import Any

from django.db import transaction
from django.db.models import Q

from tera.contoh import cerita_nilai, keberatan, tanda
from tera.contoh.keramaian import aktor_dari, mutu_orang
from tera.core import clock, massal
from tera.core.aktor import Aktor
from tera.core.sisip import ubah_massal
from tera.evaluasi import services
from tera.evaluasi.models import CapaianOrganisasi, Evaluasi
from tera.evaluasi.saran import Riwayat
from tera.evaluasi.selectors import unit_capaian
from tera.evaluasi.services.kunci import kunci_banyak
from tera.organisasi.models import Instansi, Pegawai, Penugasan, Periode, UnitKerja
from tera.pelaksanaan.services import tutup_bahan
from tera.regulasi.capaian import rating_hasil_pimpinan
from tera.regulasi.kategori import CapaianOrganisasi as Capaian
from tera.regulasi.kategori import Rating
from tera.regulasi.predikat import predikat_kinerja
from tera.skp.selectors.rubrik import rubrik_berlaku

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
CATATAN = (
    "Pertahankan jadwal kerja yang sudah dibagi; bukti dilampirkan tiap akhir bulan.",
    "Baik. Triwulan depan, bagikan cara kerjanya kepada satu rekan.",
    "Catat hambatan begitu terjadi supaya bisa dibantu lebih awal.",
    "Ikuti pelatihan singkat yang dibuka BKPSDM bulan depan.",
)
ALASAN_CAPAIAN = {
    "istimewa": "Semua sasaran perjanjian kinerja terlampaui.",
    "baik": "Sasaran perjanjian kinerja tercapai.",
    "butuh_perbaikan": "Sebagian kecil sasaran belum tercapai.",
    "kurang": "Sebagian besar sasaran belum tercapai.",
    "sangat_kurang": "Hampir semua sasaran belum bergerak.",
}
#: Days after the end of a period: capaian, ratings, setting, delivery, receipt.
CAPAIAN, NILAI, TETAPKAN, SAMPAIKAN, TERIMA = 3, 5, 10, 12, 15
POTONG = 500
#: So many days after its end the last quarter of last year still has its round.
BARU = 60


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> int:
    """Write the appraisals of every period that ended; returns how many results were set.

    Of last year the year itself, and its last quarter while that is new. The newest round is left
    in every state.
    """
    awal = pada - dt.timedelta(days=BARU)
    daftar = [
        satu
        for satu in Periode.objects.filter(
            instansi=instansi,
            tahun__gte=pada.year - 1,
            selesai__lt=pada,
            jenis__in=["tahunan", "triwulan"],
        ).order_by("selesai", "-jenis", "urut")
        if satu.tahun == pada.year or satu.jenis == "tahunan" or satu.selesai >= awal
    ]
    jumlah = 0
    for satu in daftar:
        jumlah += _Putaran(instansi, sistem, satu, pada, terbaru=satu is daftar[-1]).jalankan()
    keberatan.tulis(instansi=instansi, pada=pada)
    with clock.jam_beku(clock.awal_hari(pada, instansi.zona) + dt.timedelta(hours=1)):
        services.finalkan_yang_lewat(instansi_id=instansi.pk, zona=instansi.zona, pada=pada)
    return jumlah


class _Putaran:
    """One period of the whole kabupaten."""

    def __init__(
        self,
        instansi: Instansi,
        sistem: Aktor,
        periode: Periode,
        pada: dt.date,
        *,
        terbaru: bool,
    ) -> None:
        self.pada = pada
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

    def _sampai(self, jeda: int) -> bool:
        """Whether that day after the end of the period has come."""
        return self._hari(jeda) <= self.pada

    @transaction.atomic
    def jalankan(self) -> int:
        """Take every step in the order of law, as far as today."""
        milik = Evaluasi.objects.filter(periode=self.periode)
        if milik.filter(Q(swakaji__isnull=False) | ~Q(status="terbuka")).exists():
            return 0
        with clock.jam_beku(self._saat(1, 6)):
            services.buka_periode(aktor=self.sistem, periode=self.periode, pada=self._hari(1))
        tanda.tulis_swakaji(self.periode, self.pada, self.acak)
        if not self._sampai(CAPAIAN):
            return 0
        with clock.jam_beku(self._saat(CAPAIAN)):
            self._capaian()
        tanda.tulis_buta(self.periode, self.pada, self.acak)
        self._nilai()
        if not self._sampai(TETAPKAN):
            return 0
        ditetapkan = self._tetapkan()
        if self._sampai(SAMPAIKAN):
            self._sampaikan()
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
        """The marks and ratings, each by the person's own penilai."""
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
        rubrik = rubrik_berlaku(instansi_id=self.instansi.pk, pada=self.periode.mulai).versi
        langkah = massal.langkah("evaluasi", "nilai", "terbuka")
        antrean = []
        penanda = tanda.PenandaPenilai(self.periode, self.acak)
        for satu in daftar:
            penilai = satu.penilai
            jeda = self.acak.randint(4, NILAI + 3)
            bidang = self._rating(satu, capaian)
            if penilai is None or not self._sampai(jeda):
                continue
            saat = self._saat(jeda)
            if self._tertahan(satu, "nilai", 0.05):
                if satu.pegawai.nama in cerita_nilai.MULAI_DITANDAI:
                    penanda.mulai(satu, saat)
                continue
            penanda.tandai(satu, bidang, saat)
            if self.periode.jenis == "tahunan":
                predikat = predikat_kinerja(
                    hasil_kerja=Rating(bidang["rating_hasil_kerja"]),
                    perilaku_kerja=Rating(bidang["rating_perilaku_kerja"]),
                    pada=self._hari(TETAPKAN),
                ).predikat
                if Riwayat(tuple(seri[satu.skp.penugasan_id])).beda(predikat):
                    bidang["alasan_beda"] = ALASAN_BEDA
            antrean.append(
                massal.LangkahMassal(
                    objek_id=satu.pk,
                    instansi_id=satu.instansi_id,
                    jenis="evaluasi",
                    langkah=langkah,
                    aktor=aktor_dari(penilai),
                    peran="penilai",
                    pada=clock.tanggal_di(saat, self.instansi.zona),
                    bidang={**bidang, "versi_rubrik": rubrik},
                    saat=saat,
                )
            )
        penanda.simpan()
        massal.pindahkan(model=Evaluasi, daftar=antrean, antar=False)
        tanda.setujui_hubungan_dekat(self.periode, self._saat(NILAI + 4))

    def _tertahan(self, satu: Evaluasi, aksi: str, bagian: float) -> bool:
        """Whether this step of the newest round is still to come."""
        undi = self.acak.random()
        if not self.terbaru:
            return False
        batas = cerita_nilai.BATAS_TERBARU.get(satu.pegawai.nama)
        if batas is not None:
            urut = ("nilai", "tetapkan", "sampaikan", "terima", "final")
            return urut.index(aksi) >= urut.index(batas)
        return undi < bagian

    def _rating(self, satu: Evaluasi, capaian: dict[int, str]) -> dict[str, Any]:
        mutu = mutu_orang(satu.pegawai, self.periode.tahun) + self.acak.gauss(0, 0.35)
        sikap = mutu_orang(satu.pegawai, self.periode.tahun - 7) + self.acak.gauss(0, 0.35)
        hasil = "di_atas" if mutu > 0.95 else "di_bawah" if mutu < -1.35 else "sesuai"
        perilaku = "di_atas" if sikap > 0.7 else "di_bawah" if sikap < -2.4 else "sesuai"
        catatan = self.acak.choice(CATATAN) if self.acak.random() < 0.5 else ""
        khusus = cerita_nilai.rating(satu.pegawai.nama, self.periode, self.pada)
        if khusus is not None:
            hasil, perilaku = khusus.hasil, khusus.perilaku
        tugas = satu.skp.penugasan
        if tugas.memimpin_unit and unit_capaian(unit=tugas.unit).pk == tugas.unit_id:
            hasil = str(
                rating_hasil_pimpinan(
                    Capaian(capaian[tugas.unit_id]), pada=self._hari(TETAPKAN)
                ).rating
            )
        alasan = self.acak.choice(ALASAN[hasil]) if hasil in ALASAN else ""
        return {
            "rating_hasil_kerja": hasil,
            "rating_perilaku_kerja": perilaku,
            "alasan_hasil_kerja": khusus.alasan_hasil if khusus else alasan,
            "alasan_perilaku_kerja": khusus.alasan_perilaku
            if khusus
            else ALASAN_PERILAKU.get(perilaku, ""),
            "catatan": khusus.catatan if khusus else catatan,
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

    def _tetapkan(self) -> int:
        """What the room's rules write for each, each by the person's own penilai."""
        pks = [
            satu.pk
            for satu in self._daftar("dinilai")
            if not self._tertahan(satu, "tetapkan", 0.08)
        ]
        hari, jumlah = self._hari(TETAPKAN), 0
        for awal in range(0, len(pks), POTONG):
            with clock.jam_beku(self._saat(TETAPKAN, 8)):
                putusan, ditolak = services.putusan_banyak(
                    daftar=kunci_banyak(pks[awal : awal + POTONG], hari), pada=hari
                )
                if ditolak:
                    raise AssertionError(f"predikat contoh ditolak: {ditolak[0][1]}")
                self._langkah("tetapkan", "dinilai", putusan, TETAPKAN)
                tutup_bahan(
                    daftar_penugasan=[satu.skp.penugasan_id for satu, _bidang in putusan],
                    periode=self.periode,
                )
            jumlah += len(putusan)
        return jumlah

    def _sampaikan(self) -> None:
        """Delivery on screen by the penilai; on paper where the person has no screen."""
        bidang = {"disampaikan_pada": self._hari(SAMPAIKAN), "cara_penyampaian": "layar"}
        daftar = []
        for satu in self._daftar("ditetapkan"):
            if self.terbaru and satu.pegawai.nama == cerita_nilai.DI_KERTAS:
                cerita_nilai.sampaikan_di_kertas(satu, self._saat(SAMPAIKAN, 11))
            elif not self._tertahan(satu, "sampaikan", 0.06):
                daftar.append((satu, bidang))
        self._langkah("sampaikan", "ditetapkan", daftar, SAMPAIKAN)

    def _daftar(self, status: str) -> list[Evaluasi]:
        return list(
            Evaluasi.objects.filter(periode=self.periode, status=status, penilai__isnull=False)
            .select_related("pegawai__instansi", "penilai__instansi")
            .defer("rekaman")
            .order_by("pk")
        )

    def _langkah(
        self, aksi: str, dari: str, daftar: list[tuple[Evaluasi, dict[str, Any]]], jeda: int
    ) -> None:
        """Take one step of many, each by their penilai at an hour of that day."""
        langkah = massal.langkah("evaluasi", aksi, dari)
        massal.pindahkan(
            model=Evaluasi,
            daftar=[
                massal.LangkahMassal(
                    objek_id=satu.pk,
                    instansi_id=satu.instansi_id,
                    jenis="evaluasi",
                    langkah=langkah,
                    aktor=aktor_dari(satu.penilai),
                    peran="penilai",
                    pada=self._hari(jeda),
                    bidang=bidang,
                    saat=self._saat(jeda, 8 + satu.penilai.pk % 8),
                )
                for satu, bidang in daftar
                if satu.penilai is not None
            ],
            antar=False,
        )

    def _terima(self) -> None:
        """Receipt on screen, by the person; of the newest period some haven't read it yet."""
        diterima = []
        for satu in (
            Evaluasi.objects.filter(
                periode=self.periode, status="disampaikan", diterima_pada__isnull=True
            )
            .select_related("pegawai__instansi")
            .defer("rekaman")
        ):
            jeda = self.acak.randint(SAMPAIKAN, TERIMA)
            if self._tertahan(satu, "terima", 0.12) or not self._sampai(jeda):
                continue
            satu.diterima_pada = self._hari(jeda)
            diterima.append((satu, self._saat(jeda, 13)))
        ubah_massal([satu for satu, _saat in diterima], ["diterima_pada"])
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

"""The stage of the dashboard's tests: a random organisation with everything a number is made of."""

import datetime as dt

from evaluasi.test_hitungan import SAAT, Panggung
from tera.core.aktor import Aktor
from tera.dasbor.selectors.angka import Dasbor, dasbor_unit
from tera.dasbor.selectors.cakupan import LetakDasbor, pilihan_periode
from tera.dasbor.selectors.daftar import Permintaan
from tera.evaluasi.models import Evaluasi, Keberatan
from tera.evaluasi.selectors.jangkauan import Jangkauan
from tera.organisasi import kebijakan
from tera.organisasi.models import Penugasan, Periode, PerpanjanganBatas, UnitKerja
from tera.pelaksanaan.models import CapaianPegawai, Realisasi
from tera.skp.models import SKP
from tera.umpan_balik.models import JawabanSKM, TitikLayanan, UmpanBalik

LANGKAH = (
    "umpan", "langkah_umpan", "prestasi", "langkah_prestasi", "keberatan", "langkah_keberatan",
    "titik", "jawaban", "jawaban", "pindah_titik", "perpanjangan", "ulang_realisasi",
)  # fmt: skip


class PanggungDasbor(Panggung):
    """The same random organisation with voices, achievements, objections and citizens."""

    def __init__(self, benih: int, kode: str = "ACAK") -> None:
        super().__init__(benih, kode)
        # Plans in force, so that somebody is to take part from the first look on.
        for _ in range(10):
            self.skp_baru()
        SKP.objects.filter(instansi=self.instansi).update(status="ditetapkan")
        for nama in ("umpan", "umpan", "umpan", "evaluasi_baru", "evaluasi_baru", "realisasi"):
            getattr(self, nama)()

    def umpan(self) -> None:
        beri, terima = self._salah_satu(Penugasan), self._salah_satu(Penugasan)
        if beri and terima and beri.pegawai_id != terima.pegawai_id:
            UmpanBalik.objects.create(
                instansi=self.instansi, penerima=terima.pegawai, penugasan=terima,
                pemberi=beri.pegawai, hubungan="rekan", nama_pemberi="x", jenis="apresiasi",
                teks="baik", sasaran="umum", tanggal=self._tanggal(), dikirim_at=SAAT,
            )  # fmt: skip

    def langkah_umpan(self) -> None:
        if satu := self._salah_satu(UmpanBalik):
            satu.ditarik_at = self.acak.choice([None, None, SAAT])
            satu.ditanggapi_at = self.acak.choice([None, SAAT])
            satu.save()

    def prestasi(self) -> None:
        if skp := self._salah_satu(SKP):
            CapaianPegawai.objects.create(
                instansi=self.instansi, pegawai_id=skp.pegawai_id, penugasan_id=skp.penugasan_id,
                skp=skp, tanggal=self._tanggal(), judul="Antrean", keadaan_sebelum="a",
                keadaan_sesudah="b", cara="c",
            )  # fmt: skip

    def langkah_prestasi(self) -> None:
        if satu := self._salah_satu(CapaianPegawai):
            satu.status = self.acak.choice(["dilaporkan", "diverifikasi", "dikembalikan"])
            satu.save()

    def keberatan(self) -> None:
        satu = self._salah_satu(Evaluasi)
        if satu and not Keberatan.objects.filter(evaluasi=satu).exists():
            Keberatan.objects.create(
                instansi=self.instansi, evaluasi=satu, alasan="x", diajukan_pada=self.hari,
                nama_pencatat="x", dasar_kepada="belum_ada", rating_hasil_awal="sesuai",
                rating_perilaku_awal="sesuai", predikat_awal="baik",
            )  # fmt: skip

    def langkah_keberatan(self) -> None:
        if satu := self._salah_satu(Keberatan):
            satu.status = self.acak.choice(["klarifikasi", "diputus"])
            satu.rating_hasil_putusan = self.acak.choice(["sesuai", "di_atas"])
            satu.rating_perilaku_putusan = "sesuai"
            satu.save()

    def titik(self) -> None:
        TitikLayanan.objects.create(
            instansi=self.instansi, unit=self.acak.choice(self.daftar_unit), nama="Loket",
            jenis_layanan="KTP", kode=f"k{self.acak.randrange(10**9)}", sejak=dt.date(2026, 1, 1),
        )  # fmt: skip

    def jawaban(self) -> None:
        if titik := self._salah_satu(TitikLayanan):
            hari = self._tanggal()
            JawabanSKM.objects.create(
                titik=titik, pada=hari, jalur="lancar",
                dihitung_mulai=self.acak.choice([None, hari + dt.timedelta(days=1)]),
                **{f"u{n}": self.acak.randint(1, 4) for n in range(1, 10)},
            )  # fmt: skip

    def pindah_titik(self) -> None:
        if titik := self._salah_satu(TitikLayanan):
            titik.unit = self.acak.choice(self.daftar_unit)
            titik.save()

    def perpanjangan(self) -> None:
        unit = self.acak.choice([None, *self.daftar_unit])
        PerpanjanganBatas.objects.create(
            periode=self.acak.choice(self.daftar_periode), tahap="evaluasi", unit=unit,
            batas_lama=self.hari, batas_baru=self.hari + dt.timedelta(days=2), alasan="x",
            nama_aktor="x", dibuat_at=SAAT,
        )  # fmt: skip

    def ulang_realisasi(self) -> None:
        """The same indicator is reported again in another period."""
        satu = self._salah_satu(Realisasi)
        if satu is None:
            return
        periode = self.acak.choice(self.daftar_periode)
        ada = Realisasi.objects.filter(indikator_kunci=satu.indikator_kunci, periode=periode)
        if not ada.exists():
            satu.pk, satu.periode = None, periode
            satu.target_tercapai = True
            satu.save()

    def hapus_evaluasi(self) -> None:
        Keberatan.objects.filter(instansi=self.instansi).delete()
        super().hapus_evaluasi()

    def hapus_tugas(self) -> None:
        if not UmpanBalik.objects.filter(instansi=self.instansi).exists():
            super().hapus_tugas()

    def langkah(self) -> str:
        if self.acak.random() < 0.6:
            return super().langkah()
        nama = self.acak.choice(LANGKAH)
        getattr(self, nama)()
        return nama

    def _tanggal(self) -> dt.date:
        return self.hari + dt.timedelta(days=self.acak.randint(-60, 60))

    # --- what is asked ----------------------------------------------------------------------------
    def minta(self, unit: UnitKerja, periode: Periode) -> Permintaan:
        aktor = Aktor.sistem(self.instansi.pk, "Asia/Jakarta")
        pilihan = pilihan_periode(aktor=aktor, periode=str(periode.pk))
        assert pilihan is not None
        letak = LetakDasbor(unit, None, Jangkauan((("pimpinan", self.akar.path),)))
        aturan = kebijakan.semua(instansi_id=self.instansi.pk, pada=self.hari)
        return Permintaan(aktor, letak, pilihan, aturan, self.hari)

    def hitung(self, tanya: Permintaan) -> Dasbor:
        return dasbor_unit(
            unit=tanya.letak.unit, pilihan=tanya.pilihan, aturan=tanya.aturan, pada=tanya.pada
        )

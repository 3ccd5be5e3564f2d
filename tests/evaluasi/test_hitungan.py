"""Kept counts equal a full recount, whatever happened; no change is forgotten; no page waits."""

import datetime as dt
import random
import uuid
from collections.abc import Iterator

import pytest
from django.db import models

from evaluasi import hitung_penuh
from pemeran import buat_unit
from tera.core import clock
from tera.evaluasi.models import Evaluasi, HitunganEvaluasi, Swakaji
from tera.evaluasi.selectors import pantau
from tera.evaluasi.selectors.pantau import SARINGAN, orang_pantau, pantau_unit, senarai_pantau
from tera.organisasi.models import (
    Instansi,
    Jabatan,
    JenisJabatan,
    JenisPenugasan,
    Pegawai,
    Penugasan,
    Periode,
    StatusPegawai,
    UnitKerja,
)
from tera.pelaksanaan.models import HitunganKerja, Realisasi
from tera.pelaksanaan.selectors import unit as kerja_unit
from tera.pelaksanaan.selectors.unit import belum_melapor, ringkasan_kerja_unit, senarai_belum
from tera.skp.hitungan import BELUM
from tera.skp.models import SKP, HitunganSKP
from tera.skp.selectors import unit as skp_unit
from tera.skp.selectors.unit import orang_unit, penugasan_wajib, ringkasan_unit, senarai_orang

AWAL = dt.date(2026, 1, 1)
SAAT = dt.datetime(2026, 3, 2, 2, tzinfo=dt.UTC)
SEMUA_MODEL = (HitunganSKP, HitunganEvaluasi, HitunganKerja)


class Panggung:
    """A random organisation and random steps in it, written as plainly as possible."""

    def __init__(self, benih: int, kode: str = "ACAK") -> None:
        self.acak = random.Random(benih)
        self.instansi = Instansi.objects.create(kode=kode, nama="Kabupaten Acak")
        self.akar = buat_unit(self.instansi, kode, "Kabupaten", None, "", "")
        self.daftar_unit = [self.akar]
        for n in range(6):
            induk = self.acak.choice(self.daftar_unit)
            self.daftar_unit.append(
                buat_unit(self.instansi, f"{kode}-{n}", f"Unit {n}", induk, "", "")
            )
        self.jabatan = [
            Jabatan.objects.create(instansi=self.instansi, nama=f"Jabatan {jenis}", jenis=jenis)
            for jenis in (JenisJabatan.PELAKSANA, JenisJabatan.PEJABAT_NEGARA)
        ]
        self.daftar_periode = [
            self._periode("tahunan", 1, AWAL, dt.date(2026, 12, 31)),
            self._periode("triwulan", 1, AWAL, dt.date(2026, 3, 31)),
        ]
        self.hari = dt.date(2026, 2, 20)
        for _ in range(8):
            self.orang_baru()

    def _periode(self, jenis: str, urut: int, mulai: dt.date, selesai: dt.date) -> Periode:
        return Periode.objects.create(
            instansi=self.instansi, tahun=2026, jenis=jenis, urut=urut, mulai=mulai,
            selesai=selesai, batas_evaluasi=dt.date(2026, 3, 5), dibuka_pada=mulai,
        )  # fmt: skip

    # --- steps ----------------------------------------------------------------------------------
    def orang_baru(self) -> None:
        pegawai = Pegawai.objects.create(
            instansi=self.instansi, nama=f"Orang {uuid.uuid4()}", status=self._status()
        )
        self._tugas(pegawai, JenisPenugasan.DEFINITIF)

    def _tugas(self, pegawai: Pegawai, jenis: str) -> None:
        sejak = self.hari + dt.timedelta(days=self.acak.randint(-60, 12))
        sampai = sejak + dt.timedelta(days=self.acak.randint(0, 70))
        Penugasan.objects.create(
            instansi=self.instansi, pegawai=pegawai, unit=self.acak.choice(self.daftar_unit),
            jabatan=self.acak.choice(self.jabatan[:1] * 5 + self.jabatan), jenis=jenis, sejak=sejak,
            sampai=self.acak.choice([None, None, sampai]),
        )  # fmt: skip

    def _status(self) -> str:
        return self.acak.choice(StatusPegawai.values + ["pns"] * 6)

    def tugas_lain(self) -> None:
        if orang := self._salah_satu(Pegawai):
            self._tugas(orang, self.acak.choice(["plt", "pj"]))

    def pindah_tugas(self) -> None:
        if tugas := self._salah_satu(Penugasan):
            tugas.unit = self.acak.choice(self.daftar_unit)
            tugas.save()

    def akhiri_tugas(self) -> None:
        if tugas := self._salah_satu(Penugasan):
            akhir = max(tugas.sejak, self.hari + dt.timedelta(days=self.acak.randint(-5, 9)))
            Penugasan.objects.filter(pk=tugas.pk).update(sampai=akhir)

    def hapus_tugas(self) -> None:
        tugas = self._salah_satu(Penugasan)
        if tugas and not SKP.objects.filter(penugasan=tugas).exists():
            tugas.delete()

    def ganti_kedudukan(self) -> None:
        if orang := self._salah_satu(Pegawai):
            orang.kedudukan_hukum = self.acak.choice(["aktif", "aktif", "cltn", "pensiun"])
            orang.status = self._status()
            orang.save()

    def ganti_jabatan(self) -> None:
        jenis = self.acak.choice([JenisJabatan.PELAKSANA, JenisJabatan.PEJABAT_NEGARA])
        Jabatan.objects.filter(pk=self.jabatan[1].pk).update(jenis=jenis)

    def pindah_unit(self) -> None:
        unit = self.acak.choice(self.daftar_unit[1:])
        unit.refresh_from_db()
        induk = self.acak.choice(self.daftar_unit)
        induk.refresh_from_db()
        if induk.path.startswith(unit.path):
            return
        lama, baru = unit.path, f"{induk.path}{unit.pk}/"
        for satu in UnitKerja.objects.filter(path__startswith=lama):
            satu.path = baru + satu.path[len(lama) :]
            satu.induk = induk if satu.pk == unit.pk else satu.induk
            satu.save()

    def unit_baru(self) -> None:
        kode = f"B{uuid.uuid4().hex[:8]}"
        induk = self.acak.choice(self.daftar_unit)
        induk.refresh_from_db()
        self.daftar_unit.append(buat_unit(self.instansi, kode, f"Unit {kode}", induk, "", ""))

    def skp_baru(self) -> None:
        tugas = self._salah_satu(Penugasan)
        if tugas is None:
            return
        tahun = self.acak.choice([2026, 2026, 2026, 2025])
        ada = SKP.objects.filter(penugasan=tugas, tahun=tahun)
        berjalan = {"draf", "diajukan", "dikembalikan"} & set(ada.values_list("status", flat=True))
        if not berjalan:
            SKP.objects.create(
                instansi=self.instansi, pegawai=tugas.pegawai, penugasan=tugas, tahun=tahun,
                versi=ada.count() + 1, mulai=dt.date(tahun, self.acak.randint(1, 6), 1),
                selesai=dt.date(tahun, 12, 31), keluarga="ja_jf", pendekatan="kuantitatif",
            )  # fmt: skip

    def langkah_skp(self) -> None:
        skp = self._salah_satu(SKP)
        if skp is None:
            return
        status = self.acak.choice(SKP.Status.values)
        saat = SAAT + dt.timedelta(seconds=self.acak.randint(0, 4_000_000))
        skp.status, skp.terlambat = status, self.acak.random() < 0.3
        skp.pertama_disunting_at = self.acak.choice([None, saat])
        skp.diajukan_at = self.acak.choice([None, saat + dt.timedelta(seconds=3333)])
        skp.ditetapkan_at = self.acak.choice([None, saat + dt.timedelta(days=2, microseconds=7)])
        satu = {"draf", "diajukan", "dikembalikan"}
        lain = SKP.objects.filter(penugasan=skp.penugasan_id, tahun=skp.tahun).exclude(pk=skp.pk)
        bentrok = satu if status in satu else {status} if status == "ditetapkan" else set()
        if not lain.filter(status__in=bentrok).exists():
            skp.save()

    def evaluasi_baru(self) -> None:
        skp = self._salah_satu(SKP)
        periode = self.acak.choice(self.daftar_periode)
        if skp and not Evaluasi.objects.filter(skp=skp, periode=periode).exists():
            evaluasi = Evaluasi.objects.create(
                instansi=self.instansi, skp=skp, pegawai_id=skp.pegawai_id, periode=periode,
                unit=self.acak.choice([skp.penugasan.unit, *self.daftar_unit]),
            )  # fmt: skip
            if self.acak.random() < 0.5:
                Swakaji.objects.create(evaluasi=evaluasi)

    def langkah_evaluasi(self) -> None:
        if satu := self._salah_satu(Evaluasi):
            satu.status = self.acak.choice(Evaluasi.Status.values)
            satu.predikat = self.acak.choice(["", "baik", "kurang", "sangat_baik"])
            hari = self.hari - dt.timedelta(days=self.acak.randint(0, 12))
            satu.ditetapkan_pada = self.acak.choice([None, hari, hari])
            satu.save()

    def hapus_evaluasi(self) -> None:
        if satu := self._salah_satu(Evaluasi):
            satu.delete()

    def swakaji(self) -> None:
        daftar = Swakaji.objects.filter(evaluasi__instansi=self.instansi)
        daftar.update(dikirim_at=self.acak.choice([None, SAAT]))

    def realisasi(self) -> None:
        if skp := self._salah_satu(SKP):
            Realisasi.objects.create(
                instansi=self.instansi, pegawai_id=skp.pegawai_id, penugasan_id=skp.penugasan_id,
                skp=skp, periode=self.acak.choice(self.daftar_periode), rhk_kunci=uuid.uuid4(),
                indikator_kunci=uuid.uuid4(), dilaporkan_at=SAAT,
            )  # fmt: skip

    def langkah_realisasi(self) -> None:
        if satu := self._salah_satu(Realisasi):
            satu.status = self.acak.choice(["dilaporkan", "diverifikasi", "dikembalikan"])
            satu.target_tercapai = self.acak.random() < 0.5
            satu.save()

    def periode_bergeser(self) -> None:
        periode = self.daftar_periode[1]
        periode.selesai = self.acak.choice([dt.date(2026, 2, 28), dt.date(2026, 3, 31)])
        periode.save()

    def hari_berganti(self) -> None:
        self.hari += dt.timedelta(days=self.acak.choice([1, 1, 3, 9, -2]))

    def _salah_satu(self, model: type[models.Model]):
        daftar = list(model.objects.filter(instansi=self.instansi).order_by("pk"))
        return self.acak.choice(daftar) if daftar else None

    def langkah(self) -> str:
        nama = self.acak.choice(
            ["orang_baru", "tugas_lain", "pindah_tugas", "akhiri_tugas", "hapus_tugas",
             "ganti_kedudukan", "ganti_jabatan", "pindah_unit", "unit_baru", "skp_baru", "skp_baru",
             "langkah_skp", "langkah_skp", "langkah_skp", "evaluasi_baru", "evaluasi_baru",
             "langkah_evaluasi", "langkah_evaluasi", "hapus_evaluasi", "swakaji", "realisasi",
             "langkah_realisasi", "periode_bergeser", "hari_berganti", "hari_berganti"]
        )  # fmt: skip
        getattr(self, nama)()
        return nama

    # --- both answers ---------------------------------------------------------------------------
    def samakan(self, jejak: object = "") -> None:
        """Compare kept and full counts of one unit, in one year, one period."""
        unit = self.acak.choice([self.akar, *self.daftar_unit])
        unit.refresh_from_db()
        tahun = self.acak.choice([2026, 2026, 2025])
        kini = ringkasan_unit(unit=unit, tahun=tahun, pada=self.hari)
        penuh = hitung_penuh.ringkasan_unit(unit=unit, tahun=tahun, pada=self.hari)
        assert kini.total == penuh.total, jejak
        assert kini.daftar_anak == penuh.daftar_anak, jejak
        saring = self.acak.choice([BELUM, "draf", "ditetapkan", "terlambat"])
        wajib = penugasan_wajib(unit=unit, tahun=tahun, pada=self.hari)
        syarat = {BELUM: {"status_skp": None}, "terlambat": {"skp_terlambat": True}}
        penuh_skp = list(
            wajib.filter(**syarat.get(saring, {"status_skp": saring})).order_by(
                "pegawai__nama", "pk"
            )
        )
        isi_skp = {"ringkasan": kini, "tahun": tahun, "pada": self.hari, "saring": saring}
        assert list(orang_unit(**isi_skp)) == penuh_skp, jejak
        assert senarai_orang(**isi_skp)[0:25] == penuh_skp[:25], jejak
        assert _sama(kini.median_hari_susun, penuh.median_hari_susun), jejak
        assert _sama(kini.median_hari_tetap, penuh.median_hari_tetap), jejak
        periode = self.acak.choice(self.daftar_periode)
        kerja = ringkasan_kerja_unit(unit=unit, periode=periode)
        assert kerja == hitung_penuh.ringkasan_kerja_unit(unit=unit, periode=periode), jejak
        penuh_kerja = list(belum_melapor(unit=unit, periode=periode))
        isi_kerja = {"unit": unit, "periode": periode, "ringkasan": kerja}
        assert list(belum_melapor(**isi_kerja)) == penuh_kerja, jejak
        assert senarai_belum(**isi_kerja)[0:25] == penuh_kerja[:25], jejak
        lain = self.acak.choice(self.daftar_unit)
        tunda = self.acak.choice(
            [[], [(None, self.hari)], [(lain.path, self.hari), (None, AWAL)], [(lain.path, AWAL)]]
        )
        isi = {
            "unit": unit, "periode": periode, "pada": self.hari, "perpanjangan": tunda,
            "pilihan": self.acak.choice(["bulanan", "triwulan"]),
            "hari_sampai": self.acak.choice([0, 3, 7]),
        }  # fmt: skip
        kini_ev, penuh_ev = pantau_unit(**isi), hitung_penuh.pantau_unit(**isi)
        assert _tanpa_nol(kini_ev.total) == _tanpa_nol(penuh_ev.total), jejak
        assert list(map(_tanpa_nol, kini_ev.daftar_anak)) == list(
            map(_tanpa_nol, penuh_ev.daftar_anak)
        ), jejak
        isi.pop("pilihan")
        isi["saring"] = self.acak.choice(SARINGAN)
        penuh_orang = list(orang_pantau(**isi))
        assert list(orang_pantau(**isi, hasil=kini_ev)) == penuh_orang, jejak
        assert list(senarai_pantau(**isi, hasil=kini_ev)[0:25]) == penuh_orang[:25], jejak


def _sama(kini: float | None, penuh: float | None) -> bool:
    return kini == penuh if penuh is None else kini == pytest.approx(penuh, rel=1e-12)


def _tanpa_nol(angka) -> tuple:
    return (
        angka.unit_id, angka.nama, +angka.status, +angka.predikat, angka.swakaji,
        angka.belum_sampai, angka.terlambat, angka.terlambat_belum_dibuka, angka.jumlah,
        angka.dinilai, angka.ditetapkan, angka.disampaikan,
    )  # fmt: skip


@pytest.fixture(autouse=True)
def _jam() -> Iterator[None]:
    with clock.jam_beku(SAAT):
        yield


# --- the same numbers -----------------------------------------------------------------------
@pytest.mark.django_db
@pytest.mark.parametrize("benih", range(6))
def test_kept_counts_equal_a_full_recount_after_any_steps(
    benih: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    panggung = Panggung(benih)
    jejak: list[str] = []

    def telusuri(*, unit: UnitKerja, dicari: int, biaya: float) -> bool:
        return unit.induk_id is None and panggung.acak.random() < 0.5

    for modul in (skp_unit, pantau, kerja_unit):
        monkeypatch.setattr(modul, "telusuri_nama", telusuri)
    for _ in range(70):
        jejak.append(panggung.langkah())
        if panggung.acak.random() < 0.6:
            panggung.samakan((benih, jejak, panggung.hari))
    # The steps gave something to count.
    assert ringkasan_unit(unit=panggung.akar, tahun=2026, pada=panggung.hari).total.wajib
    assert HitunganSKP.objects.filter(segar=True).exists()

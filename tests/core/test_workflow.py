"""The one function that writes a status: every status × aksi × peran of every table."""

import datetime as dt
import uuid
from collections import Counter

import pytest
from django.db import models

from core import pembuat_tindak_lanjut as sesudah_hasil
from pemeran import Pemeran, buat_pemeran
from tera.core import audit, tanda_terima, workflow
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Kejadian, RiwayatStatus, TandaTerima
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import LaporanPenilai
from tera.pelaksanaan.models import CapaianPegawai, Realisasi
from tera.regulasi.alur import ALUR, Peran
from tera.skp.models import SKP

pytestmark = pytest.mark.django_db
PADA = dt.date(2026, 2, 1)


def _skp(para: Pemeran) -> SKP:
    return SKP.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=para.penugasan(para.andi),
        tahun=2026, mulai=dt.date(2026, 1, 1), selesai=dt.date(2026, 12, 31), keluarga="ja_jf",
        pendekatan="kuantitatif",
    )  # fmt: skip


def _evaluasi(para: Pemeran) -> Evaluasi:
    return Evaluasi.objects.create(
        instansi=para.instansi, skp=_skp(para), pegawai=para.andi, periode=para.periode,
        unit=para.bidang,
    )  # fmt: skip


def _laporan(para: Pemeran) -> LaporanPenilai:
    return LaporanPenilai.objects.create(
        instansi=para.instansi, pegawai=para.andi, penugasan=para.penugasan(para.andi),
        keterangan="salah", dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip


def _kerja(para: Pemeran) -> dict[str, object]:
    skp = _skp(para)
    return {"instansi": para.instansi, "pegawai": para.andi, "penugasan": skp.penugasan, "skp": skp}


def _realisasi(para: Pemeran) -> Realisasi:
    return Realisasi.objects.create(
        **_kerja(para), periode=para.periode, rhk_kunci=uuid.uuid4(),
        indikator_kunci=uuid.uuid4(), dilaporkan_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip


def _capaian(para: Pemeran) -> CapaianPegawai:
    return CapaianPegawai.objects.create(
        **_kerja(para), tanggal=PADA, judul="Antrean pendek", keadaan_sebelum="40 menit",
        keadaan_sesudah="15 menit", cara="Jadwal loket diubah",
    )  # fmt: skip


PEMBUAT = {
    "realisasi": _realisasi,
    "capaian_pegawai": _capaian,
    "skp": _skp,
    "evaluasi": _evaluasi,
    "laporan_penilai": _laporan,
    **sesudah_hasil.PEMBUAT,
}


@pytest.mark.parametrize("jenis", sorted(PEMBUAT))
def test_every_status_by_aksi_by_peran_answers_as_the_table_says(jenis: str) -> None:
    para = buat_pemeran()
    objek: models.Model = PEMBUAT[jenis](para)
    aktor = para.aktor(para.budi)
    daftar_status = {lk.dari for lk in ALUR[jenis]} | {lk.ke for lk in ALUR[jenis]}
    for status in sorted(daftar_status):
        tertulis = False
        for aksi in sorted({lk.aksi for lk in ALUR[jenis]}):
            for peran in Peran:
                if not tertulis:  # a refused step leaves the row as it was, which is asked below
                    type(objek).objects.filter(pk=objek.pk).update(status=status)
                    objek.refresh_from_db()
                    tertulis = True
                baris = [lk for lk in ALUR[jenis] if lk.aksi == aksi and peran in lk.oleh]
                panggil = {
                    "objek": objek, "jenis": jenis, "aksi": aksi, "aktor": aktor,
                    "daftar_peran": {str(peran)}, "pada": PADA,
                }  # fmt: skip
                if not baris:
                    with pytest.raises(TidakBerwenangError):
                        workflow.jalankan(**panggil)
                elif not any(lk.dari == status for lk in baris):
                    with pytest.raises(StatusTidakSesuaiError):
                        workflow.jalankan(**panggil)
                else:
                    hasil = workflow.jalankan(**panggil)
                    objek.refresh_from_db()
                    assert objek.status == hasil.langkah.ke
                    tertulis = False
                assert not tertulis or objek.status == status
        if tertulis:
            objek.refresh_from_db()
            assert objek.status == status
    assert audit.verifikasi().utuh
    langkah = RiwayatStatus.objects.filter(jenis=jenis).count()
    kejadian = Kejadian.objects.filter(nama__startswith=f"{jenis}.").count()
    assert langkah == TandaTerima.objects.count() == kejadian


def test_a_refused_step_leaves_no_trace() -> None:
    para = buat_pemeran()
    skp = _skp(para)
    with pytest.raises(StatusTidakSesuaiError):
        workflow.jalankan(
            objek=skp, jenis="skp", aksi="tetapkan", aktor=para.aktor(para.budi),
            daftar_peran={"penilai"}, pada=PADA,
        )  # fmt: skip
    assert not RiwayatStatus.objects.exists()
    assert not TandaTerima.objects.exists()
    assert not Kejadian.objects.filter(nama__startswith="skp.").exists()


def test_a_stale_object_loses_against_the_row_and_is_told_by_whom() -> None:
    para = buat_pemeran()
    skp = _skp(para)
    usang = SKP.objects.get(pk=skp.pk)
    workflow.jalankan(
        objek=skp, jenis="skp", aksi="ajukan", aktor=para.aktor(para.andi),
        daftar_peran={"pegawai"}, pada=PADA,
    )  # fmt: skip
    with pytest.raises(StatusTidakSesuaiError, match="oleh Andi Pegawai"):
        workflow.jalankan(
            objek=usang, jenis="skp", aksi="ajukan", aktor=para.aktor(para.andi),
            daftar_peran={"pegawai"}, pada=PADA,
        )  # fmt: skip


def test_an_audit_row_holds_digests_and_never_a_value() -> None:
    para = buat_pemeran()
    skp = _skp(para)
    hasil = workflow.jalankan(
        objek=skp, jenis="skp", aksi="ajukan", aktor=para.aktor(para.andi),
        daftar_peran={"pegawai"}, pada=PADA, alasan="rahasia sekali",
        bidang={"catatan_pengembalian": "catatan rahasia"},
    )  # fmt: skip
    baris = audit.JejakAudit.objects.get()
    tertulis = audit.kanonik(
        {f.attname: getattr(baris, f.attname) for f in baris._meta.concrete_fields}
    )
    assert "rahasia" not in tertulis
    assert audit.cocok(baris, "alasan", "rahasia sekali")
    assert not audit.cocok(baris, "alasan", "yang lain")
    assert hasil.tanda_terima.sidik_jejak == baris.sidik


def test_buttons_are_the_steps_of_the_table() -> None:
    aksi = Counter(
        lk.aksi
        for lk in workflow.aksi_tersedia(jenis="skp", status="diajukan", daftar_peran={"penilai"})
    )
    assert set(aksi) == {"kembalikan", "tetapkan"}


def test_a_receipt_of_an_unknown_token_is_not_valid() -> None:
    assert tanda_terima.sah("0" * 32) is None

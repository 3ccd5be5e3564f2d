"""One's own request to be counselled: waits in sight, says nothing but to the counsellor."""

import datetime as dt

import pytest
from django.urls import reverse

from dialog.klien import kirim, lihat, masuk
from pemeran import Pemeran
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.kejadian import antar_tertunda
from tera.core.models import JejakAudit, Kejadian
from tera.dokumen.selectors_tindakan import formulir_konseling
from tera.notifikasi.models import Notifikasi
from tera.organisasi.models import HubunganPenilai, PeranPetugas
from tera.organisasi.services import segarkan_penilai
from tera.tindak_lanjut.models import BacaanKonseling, Konseling, PermintaanKonseling
from tera.tindak_lanjut.services.tindakan import permintaan as layanan
from tera.tindak_lanjut.services.tindakan.pembinaan import IsiJadwalKonseling
from tindak_lanjut.tindakan import test_pembinaan as bina
from tindak_lanjut.tindakan.panggung_tindakan import FINAL

pytestmark = pytest.mark.django_db
RAHASIA = "Ibu saya sakit sejak Agustus"
R = "tindak_lanjut:"


def permintaan(para: Pemeran, tujuan: str = "penilai") -> PermintaanKonseling:
    """Andi asks, of his rater unless told otherwise."""
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    return layanan.ajukan_permintaan(
        aktor=para.aktor(para.andi), tujuan=tujuan, uraian=RAHASIA, pada=FINAL
    )


def permintaan_lagi(para: Pemeran) -> PermintaanKonseling:
    """Andi asks past his rater, whoever rates him as recorded."""
    return layanan.ajukan_permintaan(
        aktor=para.aktor(para.andi), tujuan="pengelola", uraian=RAHASIA, pada=FINAL
    )


def _jadwal(para: Pemeran, satu: PermintaanKonseling, oleh, **ganti) -> Konseling:
    isi = {
        "jenis_konselor": "fungsional", "konselor": para.eka, "penerima_laporan": None,
        "dasar": "SK 12", "tanggal": FINAL, "jam": dt.time(9), "tempat": "Ruang tenang",
    } | ganti  # fmt: skip
    return layanan.jadwalkan_permintaan(
        aktor=para.aktor(oleh), permintaan=satu, isi=IsiJadwalKonseling(**isi), pada=FINAL
    )


def test_a_request_walks_to_a_counselling_and_only_the_counsellor_reads_it(
    para: Pemeran,
) -> None:
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))
    andi, budi, eka = masuk(para.andi), masuk(para.budi), masuk(para.eka)
    kosong = kirim(andi, R + "konseling_minta", tujuan="penilai", uraian=" ")
    assert kosong.status_code == 422
    assert kirim(
        andi, R + "konseling_minta", tujuan="penilai", uraian=RAHASIA
    )["Location"] == reverse(R + "konseling")  # fmt: skip
    antar_tertunda()
    assert Notifikasi.objects.get(pegawai=para.budi).jenis == "tindak_lanjut.konseling_diminta"
    satu = PermintaanKonseling.objects.get()
    assert "Menunggu konselor ditunjuk" in lihat(andi, R + "konseling")
    # It waits in sight of the rater, whose page and home say that and nothing more.
    for halaman in (
        lihat(budi, R + "konseling"),
        lihat(budi, R + "permintaan_jadwal", satu.pk),
        lihat(budi, "web:beranda"),
    ):
        assert "Andi Pegawai" in halaman
        assert RAHASIA not in halaman
    for orang in (para.citra, para.fajar, para.eka, para.dewi):
        alamat = reverse(R + "permintaan_jadwal", args=[satu.pk])
        assert masuk(orang).get(alamat).status_code == 404
    isi = {
        "jenis_konselor": "fungsional", "nip": para.eka.nip, "dasar": "SK 12",
        "tanggal": "2026-12-20", "jam": "09:00", "tempat": "Ruang tenang",
    }  # fmt: skip
    keliru = kirim(budi, R + "permintaan_jadwal", satu.pk, **isi | {"nip": "123"})
    assert (keliru.status_code, "Ruang tenang" in keliru.text) == (422, True)
    assert kirim(budi, R + "permintaan_jadwal", satu.pk, **isi).status_code == 302
    temu = Konseling.objects.get()
    assert RAHASIA in lihat(eka, R + "konseling_rincian", temu.pk)
    assert RAHASIA in lihat(andi, R + "konseling_rincian", temu.pk)
    assert BacaanKonseling.objects.get().bagian == "permintaan"
    # Told to as who advice goes to, the rater still reads the advice alone.
    bina.isi_formulir(para, temu)
    kirim(eka, R + "konseling_lapor", temu.pk)
    assert RAHASIA not in lihat(budi, R + "konseling_rincian", temu.pk)
    tertulis = str(list(JejakAudit.objects.values())) + str(list(Kejadian.objects.values()))
    assert RAHASIA not in tertulis


def test_past_the_rater_the_request_is_the_pengelolas_and_the_advice_has_a_named_reader(
    para: Pemeran,
) -> None:
    satu = permintaan(para, "pengelola")
    antar_tertunda()
    assert [n.pegawai for n in Notifikasi.objects.all()] == [para.citra]
    assert "Andi Pegawai" not in lihat(masuk(para.budi), R + "konseling")
    assert "Andi Pegawai" in lihat(masuk(para.citra), R + "konseling")
    with pytest.raises(TidakBerwenangError):
        _jadwal(para, satu, para.budi)
    # Nothing goes to the rater by default: who reads the advice is named.
    with pytest.raises(MasukanSalahError, match="menerima rekomendasinya"):
        _jadwal(para, satu, para.citra)
    temu = _jadwal(para, satu, para.citra, penerima_laporan=para.citra)
    satu.refresh_from_db()
    assert (satu.status, satu.konseling, temu.tindakan) == ("dijadwalkan", temu, None)


def test_past_a_rater_who_is_the_only_pengelola_the_atasan_names_the_counsellor(
    para: Pemeran,
) -> None:
    PeranPetugas.objects.filter(peran="pengelola").update(pegawai=para.budi)
    satu = permintaan(para, "pengelola")
    antar_tertunda()
    assert [n.pegawai for n in Notifikasi.objects.all()] == [para.fajar]
    assert "Menunggu Fajar" in lihat(masuk(para.andi), R + "konseling")
    assert "(atasan penilai)" in lihat(masuk(para.andi), R + "konseling_minta")
    fajar = masuk(para.fajar)
    assert "Andi Pegawai meminta konseling" in lihat(fajar, "web:beranda")
    assert RAHASIA not in lihat(fajar, R + "permintaan_jadwal", satu.pk)
    budi = masuk(para.budi)
    assert "meminta konseling" not in lihat(budi, "web:beranda")
    assert kirim(budi, R + "permintaan_jadwal", satu.pk).status_code == 404
    # Nobody above either: an officer is asked, and without any officer the way is closed.
    HubunganPenilai.objects.filter(penugasan__pegawai=para.andi).update(atasan_penilai=None)
    assert kirim(fajar, R + "permintaan_jadwal", satu.pk).status_code == 404
    kirim(masuk(para.andi), R + "permintaan_tarik", satu.pk)
    with pytest.raises(MasukanSalahError, match="Belum ada yang bisa menunjuk"):
        permintaan_lagi(para)
    PeranPetugas.objects.create(
        instansi=para.instansi, pegawai=para.eka, unit=para.kabupaten, peran="pyb", sejak=FINAL,
        dasar="SK",
    )  # fmt: skip
    lagi = permintaan_lagi(para)
    assert "Andi Pegawai meminta konseling" in lihat(masuk(para.eka), "web:beranda")
    temu = _jadwal(para, lagi, para.eka, konselor=para.citra, penerima_laporan=para.dewi)
    assert temu.konselor == para.citra


def test_one_request_at_a_time_taken_back_without_a_reason_or_answered_with_one(
    para: Pemeran,
) -> None:
    satu = permintaan(para)
    with pytest.raises(StatusTidakSesuaiError, match="masih menunggu"):
        permintaan(para)
    assert kirim(masuk(para.budi), R + "permintaan_tarik", satu.pk).status_code == 404
    kirim(masuk(para.andi), R + "permintaan_tarik", satu.pk)
    satu.refresh_from_db()
    assert (satu.status, satu.uraian) == ("ditarik", "")
    lagi = permintaan(para)
    budi = masuk(para.budi)
    assert kirim(budi, R + "permintaan_tolak", lagi.pk, catatan="").status_code == 422
    kirim(budi, R + "permintaan_tolak", lagi.pk, catatan="Konselor cuti sampai Januari")
    halaman = lihat(masuk(para.andi), R + "konseling")
    assert "Konselor cuti sampai Januari" in halaman
    antar_tertunda()
    assert Notifikasi.objects.filter(pegawai=para.andi, jenis="permintaan_konseling.tolak").exists()
    with pytest.raises(StatusTidakSesuaiError):
        _jadwal(para, lagi, para.budi)


def test_a_counsellor_from_outside_has_a_named_officer_write_who_is_not_above_the_person(
    para: Pemeran,
) -> None:
    satu = permintaan(para)
    luar = {
        "jenis_konselor": "independen", "konselor_luar": "Rina, psikolog RSUD",
        "penerima_laporan": para.citra,
    }  # fmt: skip
    for penulis in (para.budi, para.fajar):
        with pytest.raises(MasukanSalahError, match="bukan penilai atau atasan penilai"):
            _jadwal(para, satu, para.budi, **luar | {"konselor": penulis})
    with pytest.raises(MasukanSalahError, match="hanya untuk pilihan"):
        _jadwal(para, satu, para.budi, **luar | {"jenis_konselor": "fungsional"})
    temu = _jadwal(para, satu, para.budi, **luar)
    halaman = lihat(masuk(para.andi), R + "konseling_rincian", temu.pk)
    assert "Rina, psikolog RSUD, dicatat oleh Eka Auditor" in halaman
    bina.isi_formulir(para, temu)
    temu.refresh_from_db()
    cetakan = formulir_konseling(temu)
    assert [tanda.nama for tanda in cetakan.tanda] == ["Andi Pegawai", "Rina, psikolog RSUD"]
    assert [tanda.nomor for tanda in cetakan.tanda] == [f"NIP. {para.andi.nip}", ""]
    isi = {baris.label: baris.isi for baris in cetakan.baris}
    assert isi["Dicatat oleh"] == "Eka Auditor"
    assert isi["Hari, tanggal"] == "Minggu, 20 Desember 2026"

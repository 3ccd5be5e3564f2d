"""Cases of an instansi's own: written, checked by a second person, drawn, replaced, withdrawn."""

import datetime as dt

import pytest
from django.urls import reverse

from angka_kredit.klien import kirim, lihat, masuk
from pemeran import Pemeran
from tera.bimtek import services
from tera.bimtek.isi import KODE_NILAI
from tera.bimtek.models import Naskah, SesiLatihan, StatusNaskah
from tera.bimtek.pemuat import IsiBimtekError, daftar_kasus
from tera.bimtek.penulis import teks_kasus
from tera.bimtek.selectors.isi import kasus_instansi
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.kejadian import antar_tertunda
from tera.notifikasi.models import Notifikasi
from tera.organisasi.models import KebijakanInstansi, PeranPetugas

pytestmark = pytest.mark.django_db
HARI = dt.date(2026, 11, 20)
ISIAN = {
    "judul": "Penjaga pintu air", "rumpun": "Pengairan", "jenjang": "staf",
    "tingkat_kunci": "sesuai", "uraian": "Ia menjaga\r\n\r\npintu \"air\" \\ sungai.",
    "bukti_jenis_1": "catatan", "bukti_teks_1": "Datang tiap pagi.",
    **{f"tingkat_{kode}": "sesuai" for kode in KODE_NILAI},
    **{f"alasan_{kode}": "Bukti pertama." for kode in KODE_NILAI},
}  # fmt: skip


@pytest.fixture
def pelatih(para: Pemeran):
    """Eka trains the whole instansi, Fajar only the dinas; Citra is pengelola of all."""
    for orang, unit in ((para.eka, para.kabupaten), (para.fajar, para.dinas)):
        PeranPetugas.objects.create(
            instansi=para.instansi, pegawai=orang, peran="pelatih", unit=unit,
            sejak=dt.date(2026, 1, 1), dasar="SK 1",
        )  # fmt: skip
    return para.aktor(para.eka)


def terbitkan(para: Pemeran, judul: str = "Penjaga pintu air") -> Naskah:
    """A case of Eka's, published by Citra."""
    klien = masuk(para.eka)
    kirim(klien, "bimtek:naskah_baru", **{**ISIAN, "judul": judul}, aksi="ajukan")
    satu = Naskah.objects.get(judul=judul, status=StatusNaskah.DIAJUKAN)
    return services.terbitkan_naskah(aktor=para.aktor(para.citra), naskah=satu, pada=HARI)


def test_a_draft_is_kept_incomplete_and_sending_it_names_every_field(
    para: Pemeran, pelatih
) -> None:
    klien = masuk(para.eka)
    tanpa_judul = kirim(klien, "bimtek:naskah_baru", uraian="Belum ada judul.", aksi="simpan")
    assert tanpa_judul.status_code == 422
    assert "Belum ada judul." in tanpa_judul.text
    jawaban = kirim(
        klien, "bimtek:naskah_baru", judul="Penjaga", bukti_teks_2="Tanpa jenis.", aksi="ajukan"
    )
    satu = Naskah.objects.get()
    assert jawaban["Location"].endswith(f"/naskah/{satu.pk}/sunting/?periksa=1")
    laman = klien.get(jawaban["Location"]).text
    assert satu.status == StatusNaskah.DRAF
    assert satu.kode == f"{para.instansi.kode.lower()}-penjaga"
    for kata in ("Pilih jenis buktinya.", "Pilih tingkat menurut kunci Anda.", "Tanpa jenis."):
        assert kata in laman
    assert laman.count("Tulis alasannya.</span>") == len(KODE_NILAI)
    with pytest.raises(IsiBimtekError):
        services.ajukan_naskah(aktor=pelatih, naskah=satu, pada=HARI)
    # Nobody else sees a draft, and its page says that it isn't complete.
    assert masuk(para.citra).get(reverse("bimtek:naskah", args=[satu.pk])).status_code == 404
    assert "Belum lengkap" in lihat(klien, "bimtek:naskah", satu.pk)


def test_a_second_person_over_the_whole_instansi_publishes_and_the_case_is_drawn(
    para: Pemeran, pelatih
) -> None:
    klien = masuk(para.eka)
    kirim(klien, "bimtek:naskah_baru", **ISIAN, aksi="ajukan")
    satu = Naskah.objects.get()
    assert satu.status == StatusNaskah.DIAJUKAN
    assert satu.kode not in kasus_instansi(instansi_id=para.instansi.pk)
    for siapa, pesan in ((para.eka, "Anda penyusunnya"), (para.fajar, "tidak bisa menerbitkan")):
        with pytest.raises(TidakBerwenangError, match=pesan):
            services.terbitkan_naskah(aktor=para.aktor(siapa), naskah=satu, pada=HARI)
    antar_tertunda()
    assert list(Notifikasi.objects.values_list("pegawai__nama", "jenis")) == [
        (para.citra.nama, "naskah_bimtek.ajukan")
    ]
    pemeriksa = masuk(para.citra)
    assert "Terbitkan" in lihat(pemeriksa, "bimtek:naskah", satu.pk)
    kurang = kirim(pemeriksa, "bimtek:naskah_langkah", satu.pk, aksi="kembalikan", alasan=" ")
    assert kurang.status_code == 422
    kirim(pemeriksa, "bimtek:naskah_langkah", satu.pk, aksi="kembalikan", alasan="Bukti kurang")
    assert "Bukti kurang" in lihat(klien, "bimtek:naskah", satu.pk)
    kirim(klien, "bimtek:naskah_langkah", satu.pk, aksi="ajukan")
    kirim(pemeriksa, "bimtek:naskah_langkah", satu.pk, aksi="terbitkan")
    antar_tertunda()
    assert set(Notifikasi.objects.filter(pegawai=para.eka).values_list("jenis", flat=True)) == {
        "naskah_bimtek.kembalikan", "naskah_bimtek.terbitkan",
    }  # fmt: skip
    satu.refresh_from_db()
    assert (satu.status, satu.nama_pemeriksa) == ("diterbitkan", para.citra.nama_lengkap)
    kasus = kasus_instansi(instansi_id=para.instansi.pk)[satu.kode]
    assert kasus.uraian == 'Ia menjaga\n\npintu "air" \\ sungai.'
    assert kasus.penanda == "kunci penyusun"
    assert satu.kode not in kasus_instansi(instansi_id=para.instansi_lain.pk)
    with pytest.raises(StatusTidakSesuaiError):
        services.simpan_kasus(aktor=pelatih, isi={"judul": "Lain"}, pada=HARI, naskah=satu)


def test_a_new_version_replaces_the_old_and_a_finished_session_keeps_its_own(
    para: Pemeran, pelatih, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tera.bimtek.pemuat.daftar_kasus", dict)
    KebijakanInstansi.objects.create(
        instansi=para.instansi, kunci="bimtek.jumlah_kasus", nilai=4, sejak=dt.date(2026, 1, 1),
        dasar="SK", nama_aktor="Citra", dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )  # fmt: skip
    lama, lain = terbitkan(para), terbitkan(para, "Penjaga hutan")
    budi = para.aktor(para.budi)
    sesi = services.mulai_latihan(aktor=budi, pada=HARI)
    assert set(sesi.daftar_kasus.values_list("kasus", flat=True)) == {lama.kode, lain.kode}
    for n in (1, 2):
        services.nilai_kasus(aktor=budi, sesi=sesi, urut=n, tingkat=[2] * 7, catatan="")
    services.selesaikan_sesi(aktor=budi, sesi=sesi, pada=HARI)
    berjalan = services.mulai_latihan(aktor=budi, pada=HARI)
    baru = services.buat_versi_baru(aktor=para.aktor(para.citra), naskah=lama, pada=HARI)
    services.ajukan_naskah(aktor=para.aktor(para.citra), naskah=baru, pada=HARI)
    services.terbitkan_naskah(aktor=pelatih, naskah=baru, pada=HARI)
    lama.refresh_from_db()
    assert (lama.status, baru.versi) == ("digantikan", 2)
    assert kasus_instansi(instansi_id=para.instansi.pk)[baru.kode].versi == 2
    services.cabut_naskah(aktor=pelatih, naskah=lain, alasan="Terlalu mirip orang", pada=HARI)
    # What was finished is still explained; what runs with an old version can't be finished.
    laman = lihat(masuk(para.budi), "bimtek:sesi", sesi.pk)
    assert "Bukti pertama." in laman
    assert "Kasus yang sudah diganti" not in laman
    laman = lihat(masuk(para.budi), "bimtek:sesi", berjalan.pk)
    assert laman.count("Kasus yang sudah diganti") == 2
    assert SesiLatihan.objects.get(pk=sesi.pk).hasil["kunci"][lama.kode] == [1] * 7


def test_the_panel_never_gives_a_case_to_who_wrote_or_checked_it(
    para: Pemeran, pelatih, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tera.bimtek.pemuat.daftar_kasus", dict)
    satu = terbitkan(para)
    for orang in (para.eka, para.citra, para.andi):
        services.tunjuk_ahli(
            aktor=para.aktor(para.citra), nip=orang.nip, keahlian="Lama menilai", pada=HARI
        )
    for orang in (para.eka, para.citra):
        with pytest.raises(StatusTidakSesuaiError, match="yang belum Anda ketahui"):
            services.mulai_panel(aktor=para.aktor(orang), pada=HARI)
    sesi = services.mulai_panel(aktor=para.aktor(para.andi), pada=HARI)
    assert [k.kasus for k in sesi.daftar_kasus.all()] == [satu.kode]


def test_the_list_costs_the_same_for_one_text_and_for_thirty(
    para: Pemeran, pelatih, django_assert_max_num_queries
) -> None:
    terbitkan(para)
    klien = masuk(para.citra)
    with django_assert_max_num_queries(12):
        lihat(klien, "bimtek:naskah_daftar")
    isi = teks_kasus(next(iter(daftar_kasus().values())))
    Naskah.objects.bulk_create(
        Naskah(
            instansi=para.instansi, jenis="kasus", kode=f"k-{n}", versi=1, judul=f"K {n}", isi=isi,
            sidik="0" * 64, status="diajukan", nama_penyusun="Eka", penyusun=para.eka,
        )
        for n in range(30)
    )  # fmt: skip
    with django_assert_max_num_queries(12):
        assert "K 29" in lihat(klien, "bimtek:naskah_daftar")
    with django_assert_max_num_queries(12):
        lihat(klien, "bimtek:naskah", Naskah.objects.get(kode="k-3").pk)

"""Who rates whom: vacancies, acting officers, letters, JF heads, days; costs fixed queries."""

import datetime as dt
from typing import Any

import pytest

from organisasi.alat_impor import (
    PADA,
    SEMUA,
    aktor_sistem,
    guru,
    impor_orang,
    impor_pohon,
    instansi_uji,
    orang,
)
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.organisasi import selectors, services
from tera.organisasi.models import (
    CakupanDelegasi,
    Delegasi,
    HubunganPenilai,
    Instansi,
    KebijakanInstansi,
    Pegawai,
    Penugasan,
    UnitKerja,
)
from tera.organisasi.selectors.fakta_penilai import muat_fakta
from tera.organisasi.selectors.penilai import HasilPenilai

pytestmark = pytest.mark.django_db
AWAL = dt.date(2026, 1, 1)


@pytest.fixture
def instansi() -> Instansi:
    satu = instansi_uji()
    impor_pohon(satu)
    impor_orang(satu, SEMUA)
    services.tambah_pejabat(
        aktor=aktor_sistem(satu),
        pada=PADA,
        nama="Gita Bupati",
        jabatan="Bupati Uji",
        unit_id=UnitKerja.objects.get(instansi=satu, kode="A").pk,
        sejak=AWAL,
        dasar="SK 1",
    )
    return satu


def siapa(nama: str) -> Pegawai:
    return Pegawai.objects.get(nama=nama)


def hasil(nama: str, pada: dt.date = PADA, **saring: Any) -> HasilPenilai:
    tugas = Penugasan.objects.get(pegawai__nama=nama, sampai=None, **saring)
    return selectors.penilai_pada(penugasan=tugas, pada=pada)


def nama(satu: HasilPenilai) -> tuple[str, str]:
    return (
        satu.penilai.nama if satu.penilai else "",
        satu.atasan_penilai.nama if satu.atasan_penilai else "",
    )


def tutup(instansi: Instansi, nama_orang: str, sampai: dt.date) -> None:
    services.tutup_penugasan(
        aktor=aktor_sistem(instansi),
        pada=PADA,
        penugasan=Penugasan.objects.get(pegawai__nama=nama_orang, sampai=None),
        sampai=sampai,
        dasar="SK 2",
    )


def buka(instansi: Instansi, nama_orang: str, kode: str, **ganti: Any) -> Penugasan:
    isi: dict[str, Any] = {
        "jabatan": "Kepala Dinas Uji",
        "jenis_jabatan": "jpt_pratama",
        "jenis": "plt",
        "sejak": dt.date(2026, 10, 1),
        "dasar": "SK 3",
    } | ganti
    return services.buka_penugasan(
        aktor=aktor_sistem(instansi),
        pada=PADA,
        pegawai_id=siapa(nama_orang).pk,
        unit_id=UnitKerja.objects.get(instansi=instansi, kode=kode).pk,
        **isi,
    )


def test_the_usual_case_and_the_head_of_the_region(instansi: Instansi) -> None:
    assert nama(hasil("Andi Uji")) == ("Budi Penilai", "Fajar Kepala")
    assert nama(hasil("Budi Penilai")) == ("Fajar Kepala", "Gita Bupati")
    assert nama(hasil("Fajar Kepala")) == ("Gita Bupati", "")
    assert hasil("Fajar Kepala").dasar == "kepala_daerah"
    assert hasil("Gita Bupati").dasar == "tidak_dinilai"


def test_without_the_bupati_the_heads_of_opd_have_nobody_and_it_says_what_to_do(
    instansi: Instansi,
) -> None:
    tutup(instansi, "Gita Bupati", dt.date(2026, 9, 30))
    satu = hasil("Fajar Kepala")
    assert nama(satu) == ("", "")
    assert satu.kendala == "pimpinan_belum_ada"
    assert "Tambahkan pejabat tanpa NIP" in satu.penjelasan
    assert nama(hasil("Fajar Kepala", dt.date(2026, 9, 30))) == ("Gita Bupati", "")


def test_a_vacant_post_is_climbed_over_from_its_day_and_said(instansi: Instansi) -> None:
    tutup(instansi, "Budi Penilai", dt.date(2026, 9, 30))
    assert nama(hasil("Andi Uji", dt.date(2026, 9, 30))) == ("Budi Penilai", "Fajar Kepala")
    satu = hasil("Andi Uji", dt.date(2026, 10, 1))
    assert nama(satu) == ("Fajar Kepala", "Gita Bupati")
    assert (satu.dasar, satu.kendala) == ("naik", "lowong")
    assert "Bidang Satu lowong" in satu.penjelasan


def test_an_acting_head_rates_the_unit_and_nobody_rates_himself(instansi: Instansi) -> None:
    tutup(instansi, "Fajar Kepala", dt.date(2026, 9, 30))
    buka(instansi, "Budi Penilai", "B")
    kepsek = hasil("Hasan Kepsek")
    assert nama(kepsek) == ("Budi Penilai", "Gita Bupati")
    assert "Plt. Kepala Dinas Uji" in kepsek.penjelasan
    # Budi's own superior post is held by Budi: his rater is found above it.
    budi = hasil("Budi Penilai", jenis="definitif")
    assert nama(budi)[0] == "Gita Bupati"
    assert budi.kendala == "merangkap"
    # Andi's rater is Budi, so the superior of the rater can't be Budi as Plt.
    assert nama(hasil("Andi Uji")) == ("Budi Penilai", "Gita Bupati")
    assert not HubunganPenilai.objects.filter(
        penilai_id=siapa("Budi Penilai").pk, penugasan__pegawai=siapa("Budi Penilai")
    ).exists()


def test_a_definitive_head_goes_before_an_acting_one(instansi: Instansi) -> None:
    buka(instansi, "Budi Penilai", "B", jenis="plh")
    assert nama(hasil("Hasan Kepsek"))[0] == "Fajar Kepala"


def test_a_head_on_leave_outside_the_state_is_passed_over(instansi: Instansi) -> None:
    baris = [b for b in SEMUA if b[1] != "Budi Penilai"]
    from organisasi.alat_impor import kepala_bidang

    impor_orang(instansi, [*baris, kepala_bidang(KEDUDUKAN_HUKUM="CLTN")])
    satu = hasil("Andi Uji")
    assert (nama(satu)[0], satu.kendala) == ("Fajar Kepala", "tidak_aktif")


def test_a_kepala_sekolah_rates_only_under_a_letter(instansi: Instansi) -> None:
    satu = hasil("Indah Guru")
    assert nama(satu) == ("Fajar Kepala", "Gita Bupati")
    assert (satu.dasar, satu.kendala) == ("naik", "perlu_delegasi")
    assert "surat delegasi" in satu.penjelasan
    surat = Delegasi.objects.create(
        instansi=instansi,
        pemberi=siapa("Fajar Kepala"),
        nomor_surat="800/1",
        tanggal_surat=AWAL,
        sejak=dt.date(2026, 10, 1),
        sampai=dt.date(2026, 12, 31),
        dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        nama_aktor="Citra",
    )
    CakupanDelegasi.objects.create(
        delegasi=surat,
        penerima=siapa("Hasan Kepsek"),
        unit=UnitKerja.objects.get(instansi=instansi, kode="D"),
    )
    services.segarkan_penilai(instansi_id=instansi.pk, sejak=surat.sejak)
    satu = hasil("Indah Guru")
    assert nama(satu) == ("Hasan Kepsek", "Fajar Kepala")
    assert (satu.dasar, satu.kendala) == ("delegasi", "")
    assert "800/1" in satu.penjelasan
    assert nama(hasil("Indah Guru", dt.date(2026, 9, 30)))[0] == "Fajar Kepala"
    assert nama(hasil("Indah Guru", dt.date(2027, 1, 1)))[0] == "Fajar Kepala"


def test_the_policy_can_let_jf_heads_rate_without_a_letter(instansi: Instansi) -> None:
    KebijakanInstansi.objects.create(
        instansi=instansi,
        kunci="penilai.kepala_jf_perlu_delegasi",
        nilai=False,
        sejak=dt.date(2026, 10, 1),
        dasar="Keputusan",
        nama_aktor="Citra",
        dibuat_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
    )
    services.segarkan_penilai(instansi_id=instansi.pk, sejak=dt.date(2026, 9, 1))
    assert nama(hasil("Indah Guru"))[0] == "Hasan Kepsek"
    assert nama(hasil("Indah Guru", dt.date(2026, 9, 30)))[0] == "Fajar Kepala"


def test_a_pelaksana_who_leads_a_unit_never_rates_without_a_letter(instansi: Instansi) -> None:
    tutup(instansi, "Budi Penilai", dt.date(2026, 9, 30))
    impor_orang(instansi, [orang(NIP="199207072016011008", NAMA="Joko Uji",
                                 TANGGAL_LAHIR="07-07-1992")])  # fmt: skip
    buka(
        instansi, "Joko Uji", "C", jabatan="Koordinator", jenis_jabatan="pelaksana",
        jenis="tugas_tambahan", memimpin_unit=True,
    )  # fmt: skip
    satu = hasil("Andi Uji")
    assert (nama(satu)[0], satu.kendala) == ("Fajar Kepala", "perlu_delegasi")


def test_a_rater_by_letter_goes_first_from_its_day_and_may_come_from_elsewhere(
    instansi: Instansi,
) -> None:
    lain = instansi_uji("98")
    impor_pohon(lain)
    impor_orang(lain, [guru(NAMA="Kartini Luar", NIP="198505052010012009",
                            TANGGAL_LAHIR="05-05-1985")])  # fmt: skip
    tugas = Penugasan.objects.get(pegawai=siapa("Andi Uji"))
    services.tetapkan_penilai_khusus(
        aktor=aktor_sistem(instansi),
        pada=PADA,
        penugasan=tugas,
        penilai_id=siapa("Kartini Luar").pk,
        surat="SP 9",
        sejak=dt.date(2026, 10, 1),
    )
    satu = hasil("Andi Uji")
    assert nama(satu)[0] == "Kartini Luar"
    assert (satu.dasar, "SP 9" in satu.penjelasan) == ("khusus", True)
    assert nama(hasil("Andi Uji", dt.date(2026, 9, 30)))[0] == "Budi Penilai"
    services.segarkan_penilai(instansi_id=instansi.pk, sejak=AWAL)
    assert nama(hasil("Andi Uji", dt.date(2026, 9, 30)))[0] == "Budi Penilai"
    tugas.refresh_from_db()
    services.cabut_penilai_khusus(
        aktor=aktor_sistem(instansi),
        pada=PADA,
        penugasan=tugas,
        sejak=dt.date(2026, 11, 1),
        dasar="SP 10",
    )
    assert nama(hasil("Andi Uji", dt.date(2026, 10, 31)))[0] == "Kartini Luar"
    assert nama(hasil("Andi Uji"))[0] == "Budi Penilai"


def test_nobody_is_set_as_the_own_rater_by_letter(instansi: Instansi) -> None:
    tugas = Penugasan.objects.get(pegawai=siapa("Andi Uji"))
    with pytest.raises(MasukanSalahError, match="menilai dirinya"):
        services.tetapkan_penilai_khusus(
            aktor=aktor_sistem(instansi),
            pada=PADA,
            penugasan=tugas,
            penilai_id=tugas.pegawai_id,
            surat="SP 9",
            sejak=PADA,
        )


def test_rater_and_superior_are_never_the_same_nor_the_person(instansi: Instansi) -> None:
    tutup(instansi, "Fajar Kepala", dt.date(2026, 9, 30))
    buka(instansi, "Budi Penilai", "B")
    for satu in HubunganPenilai.objects.select_related("penugasan"):
        orang_id = satu.penugasan.pegawai_id
        assert orang_id not in {satu.penilai_id, satu.atasan_penilai_id}
        assert satu.penilai_id is None or satu.penilai_id != satu.atasan_penilai_id


def test_a_new_definitive_post_closes_the_old_one_the_day_before(instansi: Instansi) -> None:
    buka(
        instansi, "Andi Uji", "B", jenis="definitif", jabatan="Pengolah Data",
        jenis_jabatan="pelaksana", sejak=dt.date(2026, 12, 1),
    )  # fmt: skip
    andi = siapa("Andi Uji").daftar_penugasan.order_by("sejak")
    assert list(andi.values_list("sampai", flat=True)) == [dt.date(2026, 11, 30), None]
    assert (
        selectors.penugasan_utama(pegawai_id=siapa("Andi Uji").pk, pada=dt.date(2026, 11, 30))
        == andi.first()
    )


def test_a_second_definitive_head_is_refused(instansi: Instansi) -> None:
    with pytest.raises(MasukanSalahError, match="sudah dipimpin Fajar Kepala"):
        buka(instansi, "Andi Uji", "B", jenis="definitif", memimpin_unit=True)


def test_only_who_keeps_the_unit_may_change_assignments() -> None:
    from pemeran import buat_pemeran

    para = buat_pemeran()
    opsi: dict[str, Any] = {
        "pada": PADA, "nama": "X", "jabatan": "Y", "unit_id": para.dinas.pk,
        "sejak": PADA, "dasar": "SK", "memimpin_unit": False,
    }  # fmt: skip
    for pegawai in (para.andi, para.budi, para.fajar, para.eka):
        with pytest.raises(TidakBerwenangError):
            services.tambah_pejabat(aktor=para.aktor(pegawai), **opsi)
    assert services.tambah_pejabat(aktor=para.aktor(para.citra), **opsi).pk
    with pytest.raises(MasukanSalahError):
        services.tambah_pejabat(aktor=para.aktor(para.dewi), **opsi)


def test_the_facts_cost_the_same_queries_for_few_and_for_many(
    instansi: Instansi, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(7):
        muat_fakta(instansi_id=instansi.pk, sejak=AWAL)
    impor_orang(
        instansi,
        [orang(NIP=f"199003032015011{n:03d}", NAMA=f"Orang {n}") for n in range(110, 160)],
    )
    assert Penugasan.objects.count() == 56
    with django_assert_num_queries(7):
        muat_fakta(instansi_id=instansi.pk, sejak=AWAL)

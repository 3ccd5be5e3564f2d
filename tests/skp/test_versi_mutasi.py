"""Versions, what a mutation does, and the Matriks Peran Hasil."""

import datetime as dt

import pytest

from pemeran import Pemeran, buat_pegawai
from skp.alat import (
    JANUARI,
    diajukan,
    ditetapkan,
    draf,
    draf_isi,
    isi_lengkap,
    simpan,
    teks_rhk,
    tetapkan,
)
from tera.core import clock
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import Kejadian
from tera.organisasi.models import JenisJabatan, Pegawai, Penugasan
from tera.organisasi.services.penilai import segarkan_penilai
from tera.skp import selectors, services
from tera.skp.isi import IsiRHK, IsiSKP, isi_dari
from tera.skp.models import SKP, RencanaHasilKerja, SelMatriks
from tera.skp.penerima import terima_penugasan_berubah
from tera.skp.selectors.matriks import matriks_peran_hasil, turunan_terlepas
from tera.skp.selectors.unit import penugasan_wajib, ringkasan_unit
from tera.skp.services.matriks import HasilKolom, IsiSel

ZONA = "Asia/Jayapura"
MEI = dt.date(2026, 5, 4)


def versi_dua(para: Pemeran, skp: SKP, alasan: str = "Target berubah") -> SKP:
    return services.versi_baru(aktor=para.aktor(skp.pegawai), skp=skp, alasan=alasan, pada=MEI)


def pindah(
    para: Pemeran, pegawai: Pegawai, hari: dt.date, unit: object, *, pimpin: bool = False
) -> Penugasan:
    """Close the assignment the day before ``hari`` and open one in ``unit``."""
    lama = para.penugasan(pegawai)
    lama.sampai = hari - dt.timedelta(days=1)
    lama.save()
    baru = Penugasan.objects.create(
        instansi=para.instansi, pegawai=pegawai, unit=unit, jabatan=lama.jabatan, sejak=hari,
        memimpin_unit=pimpin,
    )  # fmt: skip
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=lama.sejak)
    return baru


# --- versions -------------------------------------------------------------------------------
def test_version_two_replaces_version_one_only_when_it_is_set(para: Pemeran) -> None:
    satu = ditetapkan(para, para.andi)
    dua = versi_dua(para, satu)
    assert (dua.versi, dua.status, teks_rhk(dua)) == (2, "draf", teks_rhk(satu))
    satu.refresh_from_db()
    assert satu.status == "ditetapkan"
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=dua, pada=MEI)
    tetapkan(para, dua, pada=MEI)
    satu.refresh_from_db()
    assert (satu.status, teks_rhk(satu)) == ("digantikan", teks_rhk(dua))
    assert not SKP.objects.get(pk=dua.pk).terlambat


def test_a_version_of_a_late_plan_stays_late(para: Pemeran) -> None:
    satu = ditetapkan(para, para.andi, pada=dt.date(2026, 2, 5))
    dua = versi_dua(para, satu)
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=dua, pada=MEI)
    tetapkan(para, dua, pada=MEI)
    assert SKP.objects.get(pk=dua.pk).terlambat


def test_a_version_needs_a_reason_a_set_plan_and_its_owner(para: Pemeran) -> None:
    skp = ditetapkan(para, para.andi)
    with pytest.raises(MasukanSalahError, match="alasan wajib"):
        versi_dua(para, skp, " ")
    with pytest.raises(TidakBerwenangError):
        services.versi_baru(aktor=para.aktor(para.budi), skp=skp, alasan="x", pada=MEI)
    dua = versi_dua(para, skp)
    with pytest.raises(StatusTidakSesuaiError, match="sedang disusun"):
        versi_dua(para, skp)
    with pytest.raises(StatusTidakSesuaiError, match="Draf"):
        versi_dua(para, dua)


def test_subordinates_follow_the_new_version_by_key_and_the_lost_are_listed(para: Pemeran) -> None:
    atas = simpan(
        para,
        draf(para, para.budi),
        IsiSKP(
            daftar_rhk=tuple(
                isi_lengkap(teks, penugasan_khusus=True).daftar_rhk[0] for teks in ("Satu", "Dua")
            )
        ),
    )
    services.ajukan_skp(aktor=para.aktor(para.budi), skp=atas, pada=JANUARI)
    tetapkan(para, atas)
    satu, dua = atas.daftar_rhk.all()
    bawah = simpan(
        para,
        draf(para, para.andi),
        IsiSKP(
            daftar_rhk=tuple(
                isi_lengkap(f"untuk {rhk.teks}", rhk_pimpinan_id=rhk.pk).daftar_rhk[0]
                for rhk in (satu, dua)
            )
        ),
    )
    baru = versi_dua(para, atas)
    tetap = isi_dari(baru).daftar_rhk[0]
    simpan(para, baru, IsiSKP(daftar_rhk=(tetap,)), pada=MEI)
    services.ajukan_skp(aktor=para.aktor(para.budi), skp=baru, pada=MEI)
    tetapkan(para, baru, pada=MEI)
    anak = {rhk.teks: rhk.rhk_pimpinan for rhk in bawah.daftar_rhk.select_related("rhk_pimpinan")}
    assert anak["untuk Satu"] == baru.daftar_rhk.get()
    assert anak["untuk Dua"] == dua
    assert [rhk.teks for rhk in turunan_terlepas(skp=baru)] == ["untuk Dua"]
    jumlah = services.pindahkan_turunan(
        aktor=para.aktor(para.budi), dari=dua, ke=baru.daftar_rhk.get(), pada=MEI
    )
    assert jumlah == 1
    assert not turunan_terlepas(skp=baru).exists()


def test_the_comparison_of_versions_names_each_change(para: Pemeran) -> None:
    satu = ditetapkan(para, para.andi)
    dua = versi_dua(para, satu)
    isi = isi_dari(dua)
    simpan(
        para,
        dua,
        IsiSKP(daftar_rhk=(*isi.daftar_rhk, IsiRHK(teks="Baru")), perilaku={"BP": "Ramah"}),
        pada=MEI,
    )
    beda = selectors.bandingkan(lama=SKP.objects.get(pk=satu.pk), baru=SKP.objects.get(pk=dua.pk))
    assert [(b.bagian, b.jenis, b.baru) for b in beda] == [
        ("RHK 2", "baru", "Baru"),
        ("Perilaku kerja", "baru", "Ramah"),
    ]


# --- mutation -------------------------------------------------------------------------------
def test_t36_a_mutation_on_1_july_closes_the_plan_on_30_june_and_opens_another(
    para: Pemeran,
) -> None:
    lama = ditetapkan(para, para.andi)
    tugas = pindah(para, para.andi, dt.date(2026, 7, 1), para.dinas)
    hasil = services.segarkan_mutasi(
        instansi_id=para.instansi.pk, zona=ZONA, pada=dt.date(2026, 6, 30)
    )
    assert hasil.ditutup == 0
    hasil = services.segarkan_mutasi(
        instansi_id=para.instansi.pk, zona=ZONA, pada=dt.date(2026, 7, 1)
    )
    assert hasil.ditutup == 1
    lama.refresh_from_db()
    assert (lama.status, lama.selesai, lama.penilai) == (
        "ditutup",
        dt.date(2026, 6, 30),
        para.budi,
    )
    baru = services.buat_skp(
        aktor=para.aktor(para.andi),
        penugasan=tugas,
        tahun=2026,
        pendekatan="kuantitatif",
        pada=dt.date(2026, 7, 1),
    )
    assert (baru.mulai, baru.penilai) == (dt.date(2026, 7, 1), para.fajar)
    lagi = services.segarkan_mutasi(
        instansi_id=para.instansi.pk, zona=ZONA, pada=dt.date(2026, 7, 2)
    )
    assert (lagi.ditutup, lagi.dibatalkan, lagi.dipendekkan, lagi.dipindahkan) == (0, 0, 0, 0)


def test_a_never_set_plan_of_a_closed_assignment_stays_open_and_shorter(para: Pemeran) -> None:
    skp = diajukan(para, para.andi)
    pindah(para, para.andi, dt.date(2026, 7, 1), para.dinas)
    services.segarkan_mutasi(instansi_id=para.instansi.pk, zona=ZONA, pada=dt.date(2026, 7, 1))
    skp.refresh_from_db()
    assert (skp.status, skp.selesai) == ("diajukan", dt.date(2026, 6, 30))
    services.tetapkan_skp(aktor=para.aktor(para.budi), skp=skp, pada=dt.date(2026, 7, 3))
    assert SKP.objects.get(pk=skp.pk).rekaman["penilai"]["nama"] == "Budi Penilai"


def test_an_open_version_of_a_closed_assignment_is_cancelled(para: Pemeran) -> None:
    skp = ditetapkan(para, para.andi)
    dua = versi_dua(para, skp)
    pindah(para, para.andi, dt.date(2026, 7, 1), para.dinas)
    services.segarkan_mutasi(instansi_id=para.instansi.pk, zona=ZONA, pada=dt.date(2026, 7, 1))
    dua.refresh_from_db()
    skp.refresh_from_db()
    assert (dua.status, skp.status) == ("dibatalkan", "ditutup")


def test_when_only_the_rater_moves_the_plan_stays_and_its_step_goes_to_the_new_one(
    para: Pemeran,
) -> None:
    skp = diajukan(para, para.andi)
    hari = dt.date(2026, 3, 1)
    pindah(para, para.budi, hari, para.dinas)
    hana = buat_pegawai(
        para.bidang,
        "Hana Pengganti",
        "198707072010012007",
        JenisJabatan.ADMINISTRATOR,
        "Kepala Bidang Data",
        pimpin=True,
        eselon="III.b",
    )
    Penugasan.objects.filter(pegawai=hana).update(sejak=hari)
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2026, 1, 1))
    terima_penugasan_berubah(Kejadian(instansi_id=para.instansi.pk))
    skp.refresh_from_db()
    assert (skp.status, skp.penilai) == ("diajukan", hana)
    with pytest.raises(TidakBerwenangError):
        services.tetapkan_skp(aktor=para.aktor(para.budi), skp=skp, pada=hari)
    with clock.jam_beku(dt.datetime(2026, 3, 1, 3, tzinfo=dt.UTC)):
        assert selectors.antrean_penilai(aktor=para.aktor(hana)).get() == skp
        assert not selectors.antrean_penilai(aktor=para.aktor(para.budi)).exists()
        services.tetapkan_skp(aktor=para.aktor(hana), skp=skp, pada=hari)
        assert selectors.skp_bawahan(aktor=para.aktor(hana), tahun=2026) == [skp]


# --- matrix ---------------------------------------------------------------------------------
def isi_sel(para: Pemeran, rhk: RencanaHasilKerja, teks: str) -> HasilKolom:
    return services.isi_kolom(
        aktor=para.aktor(para.budi), rhk=rhk, daftar=[IsiSel(para.andi.pk, teks)], pada=JANUARI
    )


def kolom(para: Pemeran) -> RencanaHasilKerja:
    return draf_isi(para, para.budi, penugasan_khusus=True).daftar_rhk.select_related("skp").get()


def test_a_cell_waits_for_the_draft_and_then_becomes_its_row(para: Pemeran) -> None:
    rhk = kolom(para)
    assert isi_sel(para, rhk, "Data warga lengkap").menunggu == 1
    skp = draf(para, para.andi)
    assert teks_rhk(skp) == ["Data warga lengkap"]
    assert isi_sel(para, rhk, "Data warga lengkap dan benar").masuk_draf == 1
    assert teks_rhk(skp) == ["Data warga lengkap dan benar"]
    assert isi_sel(para, rhk, "Data warga lengkap dan benar").masuk_draf == 0


def test_a_cell_written_into_an_open_draft_refuses_the_older_form(para: Pemeran) -> None:
    rhk = kolom(para)
    skp = draf(para, para.andi)
    isi_sel(para, rhk, "Data warga lengkap")
    with pytest.raises(StatusTidakSesuaiError, match="disimpan Budi Penilai"):
        services.simpan_isi(
            aktor=para.aktor(para.andi), skp=skp, revisi=0, isi=isi_lengkap(), pada=JANUARI
        )


def test_after_the_plan_is_set_a_cell_proposes_a_new_version(para: Pemeran) -> None:
    rhk = kolom(para)
    isi_sel(para, rhk, "Semula")
    skp = draf(para, para.andi)
    isi = isi_dari(skp).daftar_rhk[0]
    lengkap = isi_lengkap("Semula", rhk_pimpinan_id=rhk.pk, kunci=isi.kunci)
    simpan(para, skp, lengkap)
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)
    tetapkan(para, skp)
    assert isi_sel(para, rhk, "Yang baru").usulan == 1
    assert teks_rhk(skp) == ["Semula"]
    sel = matriks_peran_hasil(skp=rhk.skp, pada=JANUARI).daftar_baris[0].daftar_sel[0]
    assert (sel.teks, sel.teks_usulan, sel.keadaan) == ("Semula", "Yang baru", "usulan")
    skp.refresh_from_db()
    dua = versi_dua(para, skp)
    assert teks_rhk(dua) == ["Yang baru"]
    assert SelMatriks.objects.get().teks_usulan == ""


def test_a_cell_of_a_set_row_cannot_be_emptied_and_of_a_draft_row_can(para: Pemeran) -> None:
    rhk = kolom(para)
    skp = draf(para, para.andi)
    isi_sel(para, rhk, "Sementara")
    assert isi_sel(para, rhk, "").dikosongkan == 1
    assert teks_rhk(skp) == []
    isi_sel(para, rhk, "Tetap")
    kunci = isi_dari(SKP.objects.get(pk=skp.pk)).daftar_rhk[0].kunci
    simpan(para, skp, isi_lengkap("Tetap", rhk_pimpinan_id=rhk.pk, kunci=kunci))
    services.ajukan_skp(aktor=para.aktor(para.andi), skp=skp, pada=JANUARI)
    with pytest.raises(StatusTidakSesuaiError, match="tidak bisa dikosongkan"):
        isi_sel(para, rhk, "")


def test_only_the_leader_fills_and_only_people_of_the_matrix(para: Pemeran) -> None:
    rhk = kolom(para)
    with pytest.raises(TidakBerwenangError):
        services.isi_kolom(aktor=para.aktor(para.andi), rhk=rhk, daftar=[], pada=JANUARI)
    budi = para.aktor(para.budi)
    with pytest.raises(MasukanSalahError, match="belum masuk matriks"):
        services.isi_kolom(aktor=budi, rhk=rhk, daftar=[IsiSel(para.citra.pk, "x")], pada=JANUARI)
    services.tambah_peserta(aktor=budi, skp=rhk.skp, pegawai=para.citra, pada=JANUARI)
    hasil = services.isi_kolom(
        aktor=budi, rhk=rhk, daftar=[IsiSel(para.citra.pk, "Surat terkirim")], pada=JANUARI
    )
    assert hasil.menunggu == 1
    with pytest.raises(MasukanSalahError):
        services.tambah_peserta(aktor=budi, skp=rhk.skp, pegawai=para.dewi, pada=JANUARI)


def test_moving_children_refuses_two_cells_of_one_person(para: Pemeran) -> None:
    atas = simpan(
        para,
        draf(para, para.budi),
        IsiSKP(daftar_rhk=(IsiRHK(teks="Satu"), IsiRHK(teks="Dua"))),
    )
    satu, dua = atas.daftar_rhk.select_related("skp")
    isi_sel(para, satu, "a")
    isi_sel(para, dua, "b")
    with pytest.raises(MasukanSalahError, match="Andi Pegawai sudah punya sel"):
        services.pindahkan_turunan(aktor=para.aktor(para.budi), dari=satu, ke=dua, pada=JANUARI)


# --- overview -------------------------------------------------------------------------------
def test_the_overview_counts_states_and_leaves_the_exempt_out(para: Pemeran) -> None:
    ditetapkan(para, para.budi, pada=dt.date(2026, 2, 5))
    draf(para, para.andi)
    para.citra.kedudukan_hukum = "cltn"
    para.citra.save()
    hasil = ringkasan_unit(unit=para.kabupaten, tahun=2026, pada=MEI)
    assert hasil.total.wajib == 4
    assert hasil.total.per_status == {"ditetapkan": 1, "draf": 1, "belum": 2}
    assert hasil.total.terlambat == 1
    assert [(anak.nama, anak.wajib) for anak in hasil.daftar_anak] == [("Dinas Kependudukan", 3)]
    assert hasil.median_hari_tetap is not None


def test_the_overview_counts_a_person_once_by_the_plan_in_force(para: Pemeran) -> None:
    lama = ditetapkan(para, para.budi, pada=dt.date(2026, 1, 5))
    baru = services.versi_baru(
        aktor=para.aktor(para.budi), skp=lama, alasan="Target berubah", pada=MEI
    )
    hasil = ringkasan_unit(unit=para.kabupaten, tahun=2026, pada=MEI)
    assert baru.status == SKP.Status.DRAF
    assert hasil.total.per_status == {"ditetapkan": 1, "belum": 4}
    daftar = penugasan_wajib(unit=para.kabupaten, tahun=2026, pada=MEI)
    assert daftar.filter(skp_id_kini=lama.pk).count() == 1
    assert not daftar.filter(skp_id_kini=baru.pk).exists()
    # Without one in force, the newest version speaks.
    SKP.objects.filter(pk=lama.pk).update(status=SKP.Status.DITUTUP)
    hasil = ringkasan_unit(unit=para.kabupaten, tahun=2026, pada=MEI)
    assert hasil.total.per_status == {"draf": 1, "belum": 4}


def test_the_line_of_an_rhk_goes_up_to_the_leader(para: Pemeran) -> None:
    rhk = kolom(para)
    bawah = draf_isi(para, para.andi, rhk_pimpinan_id=rhk.pk).daftar_rhk.get()
    garis = selectors.garis_arah(bawah)
    assert garis == (f"RHK Budi Penilai: {rhk.teks}",)

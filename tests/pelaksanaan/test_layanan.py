"""Rencana aksi, evidence, factors, daily lines, achievements: what is allowed and what isn't."""

import datetime as dt
import io
from decimal import Decimal

import pytest

from pelaksanaan import panggung
from pemeran import Pemeran
from tera.core import audit
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import RiwayatStatus, TandaTerima
from tera.organisasi.models import AnggotaTim, TimKerja
from tera.pelaksanaan import services
from tera.pelaksanaan.models import (
    BuktiDukung,
    FaktorLuarKendali,
    ProgresHarian,
    RencanaAksi,
    StatusLaporan,
)
from tera.skp.models import SKP

pytestmark = pytest.mark.django_db
PADA = panggung.PADA
PDF = b"%PDF-1.7\n"


def test_a_period_may_be_planned_before_it_begins_and_copied_once(para: Pemeran, skp: SKP) -> None:
    panggung.rencana(para, skp)
    empat = panggung.triwulan(para, 4)
    tiga = panggung.triwulan(para, 3)
    salin = {"aktor": para.aktor(para.andi), "skp": skp, "dari": tiga, "ke": empat, "pada": PADA}
    assert [satu.teks for satu in services.salin_rencana_aksi(**salin)] == [
        "Memutakhirkan data tiap kampung"
    ]
    with pytest.raises(MasukanSalahError, match="Tidak ada yang disalin"):
        services.salin_rencana_aksi(**salin)
    assert RencanaAksi.objects.filter(periode=empat).count() == 1


def test_nobody_else_writes_a_plan_of_action(para: Pemeran, skp: SKP) -> None:
    satu = panggung.rencana(para, skp)
    with pytest.raises(TidakBerwenangError):
        services.ubah_rencana_aksi(
            aktor=para.aktor(para.budi), rencana=satu, teks="x", target="", pada=PADA
        )
    services.ubah_rencana_aksi(
        aktor=para.aktor(para.andi), rencana=satu, teks="Dua kampung", target="2", pada=PADA
    )
    satu.refresh_from_db()
    assert (satu.teks, satu.target) == ("Dua kampung", "2")


def test_evidence_waits_for_a_plan_of_action(para: Pemeran, skp: SKP) -> None:
    isi = {"berkas": io.BytesIO(PDF), "nama_berkas": "rekap.pdf"}
    with pytest.raises(MasukanSalahError, match="belum punya rencana aksi") as ditolak:
        panggung.bukti(para, skp, **isi)
    assert ditolak.value.kode == "rencana_aksi_kosong"
    panggung.rencana(para, skp)
    satu = panggung.bukti(para, skp, **isi)
    assert (satu.nama, satu.jenis) == ("rekap", "berkas")
    assert TandaTerima.objects.filter(jenis="bukti", objek_id=satu.pk).count() == 1


@pytest.mark.parametrize(
    ("url", "sah"),
    [
        ("https://drive.contoh.go.id/berkas/d/1", True),
        ("http://contoh.go.id/a", False),
        ("javascript:alert(1)", False),
        ("https://pengguna:sandi@contoh.go.id/", False),
        ("https://127.0.0.1/a", False),
        ("https://[::1]/a", False),
        ("https://localhost/a", False),
        ("https://berkas.local/a", False),
        ("https://contoh.go.id/a b", False),
        ("https://contoh.go.id:99999/", False),
        ("https://" + "a" * 500 + ".id/", False),
    ],
)
def test_only_the_form_of_a_link_is_checked(url: str, sah: bool) -> None:
    if sah:
        assert services.periksa_tautan(f" {url} ") == url
    else:
        with pytest.raises(MasukanSalahError):
            services.periksa_tautan(url)


def test_a_file_is_judged_by_its_bytes(para: Pemeran, skp: SKP) -> None:
    panggung.rencana(para, skp)
    with pytest.raises(MasukanSalahError, match="bukan PDF"):
        panggung.bukti(para, skp, berkas=io.BytesIO(b"<script>"), nama_berkas="a.pdf")
    with pytest.raises(MasukanSalahError, match="Pilih salah satu"):
        panggung.bukti(
            para, skp, berkas=io.BytesIO(PDF), nama_berkas="a.pdf", url="https://a.contoh.id/"
        )
    with pytest.raises(MasukanSalahError, match="belum ada"):
        panggung.bukti(para, skp)
    assert not BuktiDukung.objects.exists()


def test_withdrawn_evidence_stays_on_record(para: Pemeran, skp: SKP) -> None:
    panggung.rencana(para, skp)
    satu = panggung.bukti(para, skp, nama="Rekap", url="https://contoh.go.id/a")
    services.tarik_bukti(aktor=para.aktor(para.andi), bukti=satu, pada=PADA)
    services.tarik_bukti(aktor=para.aktor(para.andi), bukti=satu, pada=PADA)
    satu.refresh_from_db()
    assert satu.ditarik_at is not None
    assert audit.verifikasi().utuh


def test_factors_are_kept_and_cleared(para: Pemeran, skp: SKP) -> None:
    isi = {
        "aktor": para.aktor(para.andi),
        "skp": skp,
        "periode": panggung.triwulan(para, 3),
        "rhk_kunci": panggung.indikator(skp).rhk.kunci,
        "pada": PADA,
    }
    services.catat_faktor(**isi, uraian="Jaringan mati")
    services.catat_faktor(**isi, uraian="Jaringan mati dua minggu")
    assert FaktorLuarKendali.objects.get().uraian == "Jaringan mati dua minggu"
    services.catat_faktor(**isi, uraian=" ")
    assert not FaktorLuarKendali.objects.exists()


def _catat(para: Pemeran, rencana: RencanaAksi, hari: dt.date, mulai: int, selesai: int, **isi):
    return services.catat_progres(
        aktor=para.aktor(para.andi),
        rencana_aksi=rencana,
        isi=services.IsiProgres(
            tanggal=hari,
            jam_mulai=dt.time(mulai),
            jam_selesai=dt.time(selesai),
            kegiatan=isi.get("kegiatan", "Memeriksa berkas"),
            realisasi=isi.get("realisasi", 3),
            satuan="berkas",
            bukti_url=isi.get("bukti_url", ""),
        ),
        pada=PADA,
    )[0]


def test_hours_of_a_day_never_overlap(para: Pemeran, skp: SKP) -> None:
    rencana = panggung.rencana(para, skp)
    _catat(para, rencana, PADA, 8, 10)
    _catat(para, rencana, PADA, 10, 11)
    with pytest.raises(MasukanSalahError, match="Bertumpuk") as ditolak:
        _catat(para, rencana, PADA, 9, 11)
    assert "jam_mulai" in ditolak.value.per_bidang
    assert ProgresHarian.objects.count() == 2


@pytest.mark.parametrize(("geser", "sah"), [(1, False), (0, True), (-5, True), (-8, False)])
def test_a_day_is_open_from_itself_to_the_policy(
    para: Pemeran, skp: SKP, geser: int, sah: bool
) -> None:
    rencana = panggung.rencana(para, skp)
    hari = PADA + dt.timedelta(days=geser)
    if sah:
        assert _catat(para, rencana, hari, 8, 9).pk
    else:
        with pytest.raises(MasukanSalahError) as ditolak:
            _catat(para, rencana, hari, 8, 9)
        assert "tanggal" in ditolak.value.per_bidang


def test_a_line_is_changed_and_deleted_while_its_day_is_open(para: Pemeran, skp: SKP) -> None:
    rencana = panggung.rencana(para, skp)
    satu = _catat(para, rencana, PADA, 8, 9)
    andi = para.aktor(para.andi)
    nanti = PADA + dt.timedelta(days=9)
    with pytest.raises(StatusTidakSesuaiError, match="tidak bisa diubah lagi"):
        services.hapus_progres(aktor=andi, progres=satu, pada=nanti)
    with pytest.raises(TidakBerwenangError):
        services.hapus_progres(aktor=para.aktor(para.budi), progres=satu, pada=PADA)
    with pytest.raises(StatusTidakSesuaiError, match="progres harian"):
        services.hapus_rencana_aksi(aktor=andi, rencana=rencana, pada=PADA)
    services.hapus_progres(aktor=andi, progres=satu, pada=PADA)
    services.hapus_rencana_aksi(aktor=andi, rencana=rencana, pada=PADA)
    assert not RencanaAksi.objects.exists()


def test_yesterday_is_copied_without_its_evidence(para: Pemeran, skp: SKP) -> None:
    rencana = panggung.rencana(para, skp)
    kemarin = PADA - dt.timedelta(days=1)
    _catat(para, rencana, kemarin, 8, 9, bukti_url="https://contoh.go.id/a")
    _catat(para, rencana, kemarin, 9, 10)
    _catat(para, rencana, PADA, 9, 11)
    jumlah, sebab = services.salin_progres(
        aktor=para.aktor(para.andi), dari=kemarin, ke=PADA, pada=PADA
    )
    assert (jumlah, len(sebab)) == (1, 1)
    assert ProgresHarian.objects.get(tanggal=PADA, jam_mulai=dt.time(8)).bukti_url == ""


def test_only_the_penilai_verifies_an_achievement(para: Pemeran, skp: SKP) -> None:
    satu = panggung.capaian(para, skp)
    tim = TimKerja.objects.create(
        instansi=para.instansi, unit=para.bidang, nama="Tim", ketua=para.citra, sejak=skp.mulai
    )
    AnggotaTim.objects.create(tim=tim, pegawai=para.andi, sejak=skp.mulai)
    for siapa in (para.andi, para.citra, para.fajar):
        with pytest.raises(TidakBerwenangError):
            services.verifikasi_capaian(aktor=para.aktor(siapa), capaian=satu, pada=PADA)
    services.verifikasi_capaian(aktor=para.aktor(para.budi), capaian=satu, pada=PADA)
    satu.refresh_from_db()
    assert (satu.status, satu.pemeriksa) == (StatusLaporan.DIVERIFIKASI, para.budi)


def test_a_changed_achievement_waits_again(para: Pemeran, skp: SKP) -> None:
    satu = panggung.capaian(para, skp)
    budi = para.aktor(para.budi)
    isi = services.IsiCapaian(
        judul="Antrean turun lagi",
        tanggal=PADA,
        keadaan_sebelum="a",
        keadaan_sesudah="b",
        cara="c",
        revisi=satu.revisi,
    )
    services.kembalikan_capaian(aktor=budi, capaian=satu, catatan="Ukur ulang", pada=PADA)
    services.perbaiki_capaian(aktor=para.aktor(para.andi), capaian=satu, isi=isi, pada=PADA)
    satu.refresh_from_db()
    assert (satu.status, satu.catatan, satu.judul) == ("dilaporkan", "", "Antrean turun lagi")
    with pytest.raises(StatusTidakSesuaiError, match="diubah pegawai"):
        services.verifikasi_capaian(aktor=budi, capaian=satu, pada=PADA, revisi=1)
    assert list(
        RiwayatStatus.objects.filter(jenis="capaian_pegawai").values_list("aksi", flat=True)
    ) == ["kembalikan", "laporkan"]


@pytest.mark.parametrize(
    ("bidang", "salah"),
    [
        ({"judul": " "}, "judul"),
        ({"tanggal": PADA + dt.timedelta(days=1)}, "tanggal"),
        ({"nilai_sesudah": None}, "nilai_sesudah"),
        ({"nilai_sebelum": Decimal(10) ** 15}, "nilai_sebelum"),
    ],
)
def test_an_achievement_says_before_after_how_and_when(
    para: Pemeran, skp: SKP, bidang: dict[str, object], salah: str
) -> None:
    with pytest.raises(MasukanSalahError) as ditolak:
        panggung.capaian(para, skp, **bidang)
    assert salah in ditolak.value.per_bidang


def test_a_verified_revision_is_the_one_that_was_read(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp, urut=3)
    budi = para.aktor(para.budi)
    panggung.lapor(para, skp, "700", urut=3, revisi=satu.revisi)
    with pytest.raises(StatusTidakSesuaiError, match="diubah pegawai"):
        services.verifikasi_realisasi(aktor=budi, realisasi=satu, pada=PADA, revisi=1)


def test_many_are_verified_only_when_they_were_read(para: Pemeran, skp: SKP) -> None:
    satu = panggung.lapor(para, skp, urut=3)
    budi = para.aktor(para.budi)
    isi = {"aktor": budi, "daftar": [satu], "sesi": "s1", "pada": PADA}
    assert services.verifikasi_yang_dibaca(**isi).ditolak[0][0] == satu
    services.catat_baca(aktor=budi, daftar=[satu], sesi="s2")
    assert not services.verifikasi_yang_dibaca(**isi).diverifikasi
    services.catat_baca(aktor=budi, daftar=[satu], sesi="s1")
    assert services.verifikasi_yang_dibaca(**isi).diverifikasi[0][0] == satu
    satu.refresh_from_db()
    assert satu.status == StatusLaporan.DIVERIFIKASI

"""Jenjang, PAK, and the mass issue."""

import datetime as dt
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from angka_kredit import panggung
from angka_kredit.panggung import PADA
from pemeran import Pemeran, buat_pegawai
from tera.angka_kredit import services
from tera.angka_kredit.models import KonversiPredikat, MasaJenjang, PenerbitanMassal
from tera.angka_kredit.services.massal import kerjakan_penerbitan
from tera.core import kejadian
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.kejadian import antar_tertunda
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import JenisJabatan, Periode
from tera.organisasi.services.penilai import segarkan_penilai

pytestmark = pytest.mark.django_db
D = Decimal


def susun(para: Pemeran, **lain):
    return services.susun_pak(
        **{
            "aktor": para.aktor(para.citra),
            "pegawai": para.andi,
            "nomor": "PAK/1",
            "selesai": dt.date(2024, 12, 31),
            "pada": PADA,
            **lain,
        }
    )


def test_ak_dasar_follows_the_table_when_nothing_is_typed(para: Pemeran) -> None:
    para.andi.golongan = "III/d"
    para.andi.save()
    assert panggung.masa(para, cara_masuk="perpindahan", golongan="III/d").ak_dasar == D(100)


def test_a_golongan_outside_the_jenjang_asks_for_the_amount_of_the_letter(para: Pemeran) -> None:
    with pytest.raises(MasukanSalahError, match="surat penetapannya"):
        panggung.masa(para, cara_masuk="penyesuaian", golongan="IV/a")
    assert panggung.masa(
        para, cara_masuk="penyesuaian", golongan="IV/a", ak_dasar=D(100)
    ).ak_dasar == D(100)


def test_a_second_jenjang_beside_the_first_is_refused(para: Pemeran) -> None:
    panggung.masa(para)
    with pytest.raises(MasukanSalahError, match="masih tercatat"):
        panggung.masa(para, mulai=dt.date(2024, 1, 1))


def test_a_rise_leads_to_the_next_jenjang_only_and_begins_at_zero(para: Pemeran) -> None:
    masa = panggung.masa(para, ak_lama=D(40))
    with pytest.raises(MasukanSalahError, match="Ahli Madya"):
        services.naikkan_jenjang(
            aktor=para.aktor(para.citra), pegawai=para.andi, pada=PADA,
            isi=panggung.isi(jenjang="ahli_utama", mulai=dt.date(2026, 4, 1)),
        )  # fmt: skip
    baru = services.naikkan_jenjang(
        aktor=para.aktor(para.citra), pegawai=para.andi, pada=PADA,
        isi=panggung.isi(
            jenjang="ahli_madya", cara_masuk="kenaikan_jenjang", mulai=dt.date(2026, 4, 1),
            ak_dasar=D(99),
        ),
    )  # fmt: skip
    assert panggung.jumlah(baru) == D(0)
    assert panggung.jumlah(masa) == D(40)


@pytest.mark.parametrize("siapa", ["andi", "budi", "eka", "dewi"])
def test_only_the_pengelola_records_a_jenjang(para: Pemeran, siapa: str) -> None:
    with pytest.raises(TidakBerwenangError):
        services.catat_masa(
            aktor=para.aktor(getattr(para, siapa)), pegawai=para.andi, isi=panggung.isi(),
            pada=PADA,
        )  # fmt: skip


def test_leaving_the_jf_takes_back_what_was_proposed_after_it(para: Pemeran) -> None:
    daftar = panggung.usul(para)
    services.akhiri_masa(
        aktor=para.aktor(para.citra), masa=daftar[0].masa, selesai=dt.date(2024, 6, 30),
        alasan="Menjadi pengawas", pada=PADA,
    )  # fmt: skip
    hidup = KonversiPredikat.objects.filter(status="diusulkan").order_by("tahun")
    assert [(s.tahun, s.bulan_selesai) for s in hidup] == [(2023, 12), (2024, 6)]


def test_a_pak_waits_while_a_conversion_of_its_time_is_proposed(para: Pemeran) -> None:
    panggung.usul(para)
    with pytest.raises(StatusTidakSesuaiError, match="menunggu"):
        susun(para)


def test_lama_and_baru_follow_the_pak_before(para: Pemeran) -> None:
    panggung.tetapkan(para)
    pertama = susun(para)
    with pytest.raises(StatusTidakSesuaiError, match="Masih ada PAK"):
        susun(para, nomor="PAK/9", selesai=dt.date(2025, 12, 31))
    with pytest.raises(TidakBerwenangError):
        services.tetapkan_pak(aktor=para.aktor(para.citra), pak=pertama, pada=PADA)
    services.tetapkan_pak(aktor=para.aktor(para.budi), pak=pertama, pada=PADA)
    pertama.refresh_from_db()
    assert pertama.jumlah == D("62.50")
    with pytest.raises(MasukanSalahError, match="sudah dipakai"):
        susun(para, selesai=dt.date(2025, 12, 31))
    kedua = susun(para, nomor="PAK/2", selesai=dt.date(2025, 12, 31))
    assert kedua.mulai == dt.date(2025, 1, 1)
    services.tetapkan_pak(aktor=para.aktor(para.budi), pak=kedua, pada=PADA)
    kedua.refresh_from_db()
    konversi = next(s for s in kedua.rekaman["baris"] if s["kunci"] == "konversi")
    assert (konversi["lama"], konversi["baru"], konversi["jumlah"]) == ("62.50", "25.00", "87.50")
    assert kedua.rekaman["lebih_pangkat"] == "-12.50"
    assert kedua.rekaman["lebih_jenjang"] == "-112.50"


def test_a_pak_called_off_frees_its_number(para: Pemeran) -> None:
    panggung.tetapkan(para)
    satu = susun(para)
    services.batalkan_pak(aktor=para.aktor(para.citra), pak=satu, alasan="Salah nomor", pada=PADA)
    assert susun(para).status == "disusun"


def orang_banyak(para: Pemeran, jumlah: int) -> None:
    for n in range(jumlah):
        satu = buat_pegawai(
            para.bidang, f"Orang {n:02d}", f"19900101201501{n:04d}", JenisJabatan.FUNGSIONAL,
            "Pranata Komputer Ahli Muda", jenjang="ahli_muda",
        )  # fmt: skip
        panggung.hasil(satu, 2025, "baik")
        MasaJenjang.objects.create(
            instansi=para.instansi, pegawai=satu, jabatan="Pranata Komputer Ahli Muda",
            jenjang="ahli_muda", golongan="III/c", cara_masuk="promosi",
            mulai=dt.date(2023, 1, 1), nomor_sk="1", tanggal_sk=dt.date(2022, 12, 1),
            nama_pencatat="Citra", dicatat_at=panggung.SIANG,
        )  # fmt: skip
    segarkan_penilai(instansi_id=para.instansi.pk, sejak=dt.date(2025, 1, 1))


def minta(para: Pemeran) -> PenerbitanMassal:
    return services.minta_penerbitan(
        aktor=para.aktor(para.citra), unit=para.dinas, tahun=2025, pada=PADA
    )


def test_a_mass_issue_proposes_once_and_goes_on_where_it_stopped(
    para: Pemeran, monkeypatch: pytest.MonkeyPatch
) -> None:
    orang_banyak(para, 7)
    satu = minta(para)
    assert satu.jumlah == 7
    with pytest.raises(StatusTidakSesuaiError, match="sedang berjalan"):
        minta(para)
    monkeypatch.setattr("tera.angka_kredit.services.massal.POTONG", 3)
    asli = services.selaraskan_konversi
    sisa = [1]

    def mati(**lain):
        if not sisa:
            raise SystemExit("worker was killed")
        sisa.pop()
        return asli(**lain)

    monkeypatch.setattr("tera.angka_kredit.services.massal.selaraskan_konversi", mati)
    with pytest.raises(SystemExit):
        kerjakan_penerbitan(satu.pk, pada=PADA)
    satu.refresh_from_db()
    assert (satu.status, satu.selesai, satu.diusulkan) == ("berjalan", 3, 3)
    monkeypatch.setattr("tera.angka_kredit.services.massal.selaraskan_konversi", asli)
    kerjakan_penerbitan(satu.pk, pada=PADA)
    kerjakan_penerbitan(satu.pk, pada=PADA)
    satu.refresh_from_db()
    assert (satu.status, satu.selesai, satu.diusulkan) == ("selesai", 7, 7)
    assert KonversiPredikat.objects.count() == 7


def test_a_mass_issue_is_asked_by_the_pengelola_for_a_year_of_the_method(para: Pemeran) -> None:
    for siapa in (para.budi, para.eka, para.fajar):
        with pytest.raises(TidakBerwenangError):
            services.minta_penerbitan(
                aktor=para.aktor(siapa), unit=para.dinas, tahun=2025, pada=PADA
            )
    for tahun in (2022, 2027):
        with pytest.raises(MasukanSalahError):
            services.minta_penerbitan(
                aktor=para.aktor(para.citra), unit=para.dinas, tahun=tahun, pada=PADA
            )


def test_aligning_costs_the_same_queries_for_three_and_for_nine(para: Pemeran) -> None:
    orang_banyak(para, 12)
    semua = list(MasaJenjang.objects.order_by("pk").values_list("pegawai_id", flat=True))

    def harga(daftar: list[int]) -> int:
        with CaptureQueriesContext(connection) as kueri:
            hasil = services.selaraskan_konversi(
                instansi_id=para.instansi.pk, zona=para.instansi.zona, daftar_pegawai=daftar,
                dari_tahun=2025, sampai_tahun=2025, pada=PADA,
            )  # fmt: skip
        assert hasil.diusulkan == len(daftar)
        return len(kueri)

    assert harga(semua[:3]) == harga(semua[3:])


def final(para: Pemeran) -> Evaluasi:
    """Andi's year 2026, set, delivered, and final."""
    from evaluasi import panggung as nilai

    satu = nilai.tetapkan(para)
    Evaluasi.objects.filter(pk=satu.pk).update(status="final")
    return satu


def test_a_final_result_is_proposed_by_its_event_once(para: Pemeran) -> None:
    panggung.masa(para)
    satu = final(para)
    for _kali in range(2):
        kejadian.terbitkan_banyak(
            [(para.instansi.pk, "evaluasi.finalkan", {"id": satu.pk}, panggung.SIANG)]
        )
        antar_tertunda()
    konversi = KonversiPredikat.objects.get()
    assert (konversi.evaluasi_id, konversi.tahun, konversi.nilai) == (satu.pk, 2026, D("25.00"))


def test_a_decided_objection_corrects_what_was_established(para: Pemeran) -> None:
    panggung.masa(para)
    satu = final(para)
    muatan = [(para.instansi.pk, "evaluasi.finalkan", {"id": satu.pk}, panggung.SIANG)]
    kejadian.terbitkan_banyak(muatan)
    antar_tertunda()
    lama = KonversiPredikat.objects.get()
    services.tetapkan_konversi(aktor=para.aktor(para.budi), daftar_pk=[lama.pk], pada=PADA)
    # While the objection runs the row stands.
    Evaluasi.objects.filter(pk=satu.pk).update(status="keberatan")
    kejadian.terbitkan_banyak(muatan)
    antar_tertunda()
    lama.refresh_from_db()
    assert lama.status == "ditetapkan"
    Evaluasi.objects.filter(pk=satu.pk).update(status="diputus", predikat="sangat_baik")
    kejadian.terbitkan_banyak(
        [(para.instansi.pk, "evaluasi.putuskan_keberatan", {"id": satu.pk}, panggung.SIANG)]
    )
    antar_tertunda()
    lama.refresh_from_db()
    assert lama.status == "dikoreksi"
    baru = KonversiPredikat.objects.get(status="diusulkan")
    assert (baru.nilai, baru.menggantikan_id) == (D("37.50"), lama.pk)
    assert panggung.jumlah(lama.masa) == D(0)


def test_a_periodic_result_is_converted_when_the_penilai_asks(para: Pemeran) -> None:
    panggung.masa(para)
    satu = final(para)
    Periode.objects.filter(pk=satu.periode_id).update(
        jenis="triwulan", selesai=dt.date(2026, 3, 31)
    )
    kejadian.terbitkan_banyak(
        [(para.instansi.pk, "evaluasi.finalkan", {"id": satu.pk}, panggung.SIANG)]
    )
    antar_tertunda()
    assert not KonversiPredikat.objects.exists()
    with pytest.raises(TidakBerwenangError):
        services.usulkan_periodik(
            aktor=para.aktor(para.fajar), pegawai=para.andi, evaluasi_id=satu.pk, pada=PADA
        )
    jumlah = services.usulkan_periodik(
        aktor=para.aktor(para.budi), pegawai=para.andi, evaluasi_id=satu.pk, pada=PADA
    )
    konversi = KonversiPredikat.objects.get()
    assert (jumlah, konversi.bulan_selesai, konversi.nilai) == (1, 3, D("6.25"))


def test_results_imported_after_the_jenjang_are_proposed_by_themselves(para: Pemeran) -> None:
    from tera.core.lembar import tulis_xlsx
    from tera.integrasi.services import impor_terdahulu

    panggung.masa(para)
    isi = tulis_xlsx(
        judul="hasil",
        kolom=["NIP", "Tahun", "Rating Hasil Kerja", "Rating Perilaku"],
        baris=[
            [para.andi.nip, tahun, "Sesuai Ekspektasi", "Sesuai Ekspektasi"]
            for tahun in (2022, 2024, 2025)
        ],
    )
    for _kali in range(2):
        impor_terdahulu(aktor=para.aktor(para.citra), nama_berkas="h.xlsx", isi=isi, pada=PADA)
        antar_tertunda()
    # 2022 lies before the method, and the second import brings nothing new.
    usul = KonversiPredikat.objects.filter(pegawai=para.andi).order_by("tahun")
    assert [(s.tahun, s.nilai) for s in usul] == [(2024, D("25.00")), (2025, D("25.00"))]
    # Whoever has no ledger gets none by an import.
    assert not KonversiPredikat.objects.exclude(pegawai=para.andi).exists()

"""The evaluation form, the recap and the package of a unit, printed from frozen records."""

import datetime as dt
import io
import subprocess
import uuid
import zipfile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from antrean_mati import mati
from evaluasi import panggung
from pelaksanaan import panggung as kerja
from pemeran import SANDI, Pemeran, buat_pemeran
from tera.core import clock
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.dokumen import terbitan
from tera.dokumen.models import CetakanDokumen, PaketCetakan
from tera.dokumen.paket import buat_paket, hapus_paket_lama, minta_paket
from tera.dokumen.pdf import render_pdf
from tera.dokumen.selectors import cetakan_evaluasi
from tera.dokumen.selectors_evaluasi import rekap_unit
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi

pytestmark = pytest.mark.django_db
PADA = panggung.PADA


@pytest.fixture
def para() -> Pemeran:
    return buat_pemeran()


@pytest.fixture
def evaluasi(para: Pemeran) -> Evaluasi:
    """Andi's year, with a reported figure, set by Budi."""
    skp = panggung.skp_ditetapkan(para)
    kerja.lapor(para, skp, "1250.5", teks="Register bulan Juni")
    satu = panggung.buka(para, skp)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, satu)
    satu.refresh_from_db()
    services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=satu, pada=PADA)
    satu.refresh_from_db()
    return satu


def teks(pdf: bytes) -> str:
    hasil = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True
    )
    return " ".join(hasil.stdout.decode().split())


def cetak(para: Pemeran, siapa, evaluasi: Evaluasi) -> str:
    dokumen = terbitan.siap_cetak(
        aktor=para.aktor(siapa), jenis=CetakanDokumen.Jenis.EVALUASI, objek_id=evaluasi.pk
    )
    assert dokumen is not None
    return teks(render_pdf(dokumen))


def test_the_form_prints_what_the_decision_stood_on(para: Pemeran, evaluasi: Evaluasi) -> None:
    isi = cetak(para, para.budi, evaluasi)
    for kata in ("REALISASI", "1.250,5 data", "Data penduduk mutakhir",
                 "RATING HASIL KERJA", "SESUAI EKSPEKTASI", "BAIK", "Budi Penilai"):  # fmt: skip
        assert kata in isi, kata
    # What is reported afterwards changes no decided document.
    evaluasi.skp.daftar_rhk.update(teks="Diubah kemudian")
    assert "Diubah kemudian" not in cetak(para, para.budi, evaluasi)


def test_a_name_that_ends_with_a_degree_ends_its_sentence_with_one_full_stop(
    para: Pemeran, evaluasi: Evaluasi
) -> None:
    capaian = {
        "judul": "Antrean pendek.", "sebelum": "40 menit", "sesudah": "12 menit",
        "pemeriksa": "Budi Penilai, S.Pd.", "status": "diverifikasi",
    }  # fmt: skip
    evaluasi.rekaman = {**evaluasi.rekaman, "capaian_pegawai": [capaian]}
    evaluasi.save(update_fields=["rekaman"])
    isi = cetak(para, para.budi, evaluasi)
    assert "Sesudah: 12 menit. Diverifikasi Budi Penilai, S.Pd." in isi
    assert "S.Pd.." not in isi


def test_the_person_gets_the_form_when_it_is_delivered(para: Pemeran, evaluasi: Evaluasi) -> None:
    jenis = CetakanDokumen.Jenis.EVALUASI
    andi = para.aktor(para.andi)
    assert terbitan.siap_cetak(aktor=andi, jenis=jenis, objek_id=evaluasi.pk) is None
    services.sampaikan_evaluasi(aktor=para.aktor(para.budi), evaluasi=evaluasi, pada=PADA)
    assert "Andi Pegawai" in cetak(para, para.andi, evaluasi)
    # Delivery doesn't make an earlier print of the rater wrong.
    assert CetakanDokumen.objects.filter(jenis=jenis).count() == 1
    assert terbitan.masih_sama(CetakanDokumen.objects.get(jenis=jenis))


def test_the_recap_of_a_unit_lists_people_and_counts(para: Pemeran, evaluasi: Evaluasi) -> None:
    klien = Client()
    klien.login(username=para.fajar.akun.nama_akun, password=SANDI)
    alamat = reverse("dokumen:rekap", args=[para.periode.pk, para.dinas.pk])
    isi = teks(klien.get(alamat).content)
    for kata in ("Andi Pegawai", "199003032015011003", "Sesuai Ekspektasi", "Dinas Kependudukan",
                 "Jumlah 1"):  # fmt: skip
        assert kata in isi, kata


def test_a_package_holds_both_documents_of_everybody_and_the_recap(
    para: Pemeran, evaluasi: Evaluasi
) -> None:
    paket = minta_paket(
        aktor=para.aktor(para.fajar), unit=para.dinas, periode=para.periode, pada=PADA
    )
    buat_paket(paket.pk)
    paket.refresh_from_db()
    assert (paket.status, paket.jumlah, paket.selesai) == ("selesai", 1, 1)
    klien = Client()
    klien.login(username=para.fajar.akun.nama_akun, password=SANDI)
    jawaban = klien.get(reverse("dokumen:paket_unduh", args=[paket.pk]))
    with zipfile.ZipFile(io.BytesIO(jawaban.content)) as arsip:
        assert arsip.namelist() == [
            "00-rekap.pdf",
            "0001-andi-pegawai-sampul-evaluasi.pdf",
            "0001-andi-pegawai-evaluasi.pdf",
        ]
        assert "Andi Pegawai" in teks(arsip.read("0001-andi-pegawai-evaluasi.pdf"))
    # Delivered twice, the second one finds it done.
    buat_paket(paket.pk)
    assert PaketCetakan.objects.get().berkas_id == paket.berkas_id


def test_a_package_whose_worker_died_is_made_again_whole(
    para: Pemeran, evaluasi: Evaluasi, monkeypatch: pytest.MonkeyPatch
) -> None:
    paket = minta_paket(
        aktor=para.aktor(para.fajar), unit=para.dinas, periode=para.periode, pada=PADA
    )
    PaketCetakan.objects.filter(pk=paket.pk).update(status="berjalan", selesai=1)
    buat_paket(paket.pk)
    assert PaketCetakan.objects.get().status == "selesai"


def test_a_package_that_kills_every_worker_is_told_as_failed(
    para: Pemeran, evaluasi: Evaluasi
) -> None:
    paket = minta_paket(
        aktor=para.aktor(para.fajar), unit=para.dinas, periode=para.periode, pada=PADA
    )
    PaketCetakan.objects.filter(pk=paket.pk).update(status="berjalan")
    mati("tera.dokumen.tasks.jalankan_paket", paket.pk)
    assert PaketCetakan.objects.get().status == "gagal"


def test_a_failure_is_told_and_not_hidden(
    para: Pemeran, evaluasi: Evaluasi, monkeypatch: pytest.MonkeyPatch
) -> None:
    paket = minta_paket(
        aktor=para.aktor(para.fajar), unit=para.dinas, periode=para.periode, pada=PADA
    )

    def rusak(_dokumen: object) -> bytes:
        raise RuntimeError("typst")

    monkeypatch.setattr("tera.dokumen.paket.render_pdf", rusak)
    with pytest.raises(RuntimeError):
        buat_paket(paket.pk)
    paket.refresh_from_db()
    assert paket.status == "gagal"
    assert "Minta lagi" in paket.pesan


def test_nothing_to_pack_and_nobody_else_packs(para: Pemeran) -> None:
    with pytest.raises(MasukanSalahError, match="Belum ada hasil"):
        minta_paket(aktor=para.aktor(para.fajar), unit=para.dinas, periode=para.periode, pada=PADA)
    for siapa, unit in ((para.andi, para.bidang), (para.budi, para.dinas), (para.eka, para.dinas)):
        with pytest.raises(TidakBerwenangError):
            minta_paket(aktor=para.aktor(siapa), unit=unit, periode=para.periode, pada=PADA)


def test_the_page_asks_for_a_package_and_old_ones_go(para: Pemeran, evaluasi: Evaluasi) -> None:
    klien = Client()
    klien.login(username=para.citra.akun.nama_akun, password=SANDI)
    alamat = reverse("dokumen:paket")
    jawaban = klien.post(
        alamat,
        {
            "periode": para.periode.pk,
            "unit": para.dinas.pk,
            "kunci_idempoten": str(uuid.uuid4()),
        },
    )
    paket = PaketCetakan.objects.get()
    assert jawaban["Location"] == reverse("dokumen:paket_rincian", args=[paket.pk])
    assert klien.get(jawaban["Location"]).status_code == 200
    assert hapus_paket_lama() == 0
    with clock.jam_beku(clock.sekarang() + dt.timedelta(days=8)):
        assert hapus_paket_lama() == 1


def test_a_package_asked_for_by_a_reader_of_english_holds_the_indonesian_documents(
    para: Pemeran, evaluasi: Evaluasi
) -> None:
    def isi(bahasa: str) -> list[object]:
        with translation.override(bahasa):
            return [
                rekap_unit(unit=evaluasi.unit, periode=evaluasi.periode, daftar=[evaluasi]),
                *(
                    cetakan_evaluasi(evaluasi, jenis)
                    for jenis in (
                        CetakanDokumen.Jenis.SAMPUL_EVALUASI,
                        CetakanDokumen.Jenis.EVALUASI,
                    )
                ),
            ]

    assert isi("en") == isi("id")


def test_a_decision_made_in_english_is_kept_in_indonesian(para: Pemeran) -> None:
    skp = panggung.skp_ditetapkan(para)
    satu = panggung.buka(para, skp)
    panggung.tetapkan_capaian(para)
    panggung.nilai(para, satu)
    satu.refresh_from_db()
    with translation.override("en"):
        services.tetapkan_evaluasi(aktor=para.aktor(para.budi), evaluasi=satu, pada=PADA)
    satu.refresh_from_db()
    assert "Tahun" in satu.rekaman["periode"]["nama"]
    assert "Saran muncul" in satu.rekaman["saran"]["hasil_kerja"]["alasan"]


def test_after_an_objection_both_results_print_the_first_with_its_mark(para: Pemeran) -> None:
    from evaluasi import panggung_keberatan as stage

    evaluasi = stage.diterima(para)
    lama = cetak(para, para.andi, evaluasi)
    cetakan = CetakanDokumen.objects.get()
    alamat = reverse("dokumen:evaluasi_awal", args=[evaluasi.pk, "dokumen"])
    klien = Client()
    klien.force_login(para.andi.akun)
    keberatan = stage.didengar(para, evaluasi)
    assert terbitan.masih_sama(cetakan)
    assert klien.get(alamat).status_code == 404
    stage.putuskan(para, keberatan, "di_atas", "di_atas")
    evaluasi.refresh_from_db()
    # A copy of the first result no longer stands; the new one says who set it.
    assert not terbitan.masih_sama(cetakan)
    baru = cetak(para, para.andi, evaluasi)
    assert "SANGAT BAIK" in baru
    assert "Hasil akhir ditetapkan Fajar Kepala, Kepala Dinas" in baru
    assert "sebelum keberatan" not in baru.lower()
    for bentuk in ("dokumen", "formulir"):
        awal = klien.get(reverse("dokumen:evaluasi_awal", args=[evaluasi.pk, bentuk]))
        isi = teks(awal.content)
        assert "hasil sebelum keberatan" in isi.lower()
        assert "Hasil akhir ditetapkan" not in isi
    assert "sebelum keberatan" not in lama.lower()
    assert (
        klien.get(reverse("dokumen:evaluasi_awal", args=[evaluasi.pk, "lain"])).status_code == 404
    )
    lain = Client()
    lain.force_login(para.citra.akun)
    assert lain.get(alamat).status_code == 404

"""The three forms: columns and rows as a hand-typed list says, numbers as BKN's sample prints."""

import datetime as dt
import subprocess
import tempfile
from pathlib import Path

import pytest
from django.urls import reverse

from angka_kredit import panggung
from angka_kredit.klien import masuk
from angka_kredit.panggung import PADA
from pemeran import Pemeran
from tera.angka_kredit import services
from tera.angka_kredit.models import MasaJenjang
from tera.dokumen import terbitan
from tera.dokumen.models import CetakanDokumen

pytestmark = pytest.mark.django_db

# Typed by hand from the dossier, section 1.7. Never build these from the templates.
PERORANGAN = [
    "1 Nama",
    "2 NIP",
    "3 Nomor Seri KARPEG",
    "4 Tempat/Tgl. Lahir",
    "5 Jenis Kelamin",
    "6 Pangkat/Golongan Ruang/TMT",
    "7 Jabatan/TMT",
    "8 Unit Kerja",
]
KOLOM_KONVERSI = "PREDIKAT PROSENTASE KOEFISIEN PER TAHUN ANGKA KREDIT YANG DIDAPAT"
KOLOM_AKUMULASI = (
    "TAHUN PERIODIK (BULAN) PREDIKAT PROSENTASE KOEFISIEN PER TAHUN ANGKA KREDIT YANG DIDAPAT"
)
KOLOM_PENETAPAN = "NO UNSUR LAMA BARU JUMLAH KETERANGAN"
UNSUR = [
    "1 AK Dasar yang diberikan",
    "2 AK JF lama",
    "3 AK Penyesuaian/Penyetaraan",
    "4 AK Konversi",
    "5 AK yang diperoleh dari peningkatan pendidikan",
]
KOLOM_HASIL = "KETERANGAN PANGKAT JENJANG JABATAN"


def teks(isi: bytes) -> str:
    """The text of a PDF in reading order, blanks joined."""
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "satu.pdf"
        berkas.write_bytes(isi)
        keluar = subprocess.run(
            ["pdftotext", "-raw", str(berkas), "-"], capture_output=True, check=True
        ).stdout.decode()
    return " ".join(keluar.split())


def urut(isi: str, daftar: list[str]) -> None:
    """Each of ``daftar`` stands in the text, in this order."""
    letak = 0
    for satu in daftar:
        temu = isi.find(satu, letak)
        assert temu >= 0, f"{satu!r} tidak ada sesudah {letak}: {isi}"
        letak = temu + len(satu)


def cetak(pegawai, rute: str, pk: int) -> str:
    jawaban = masuk(pegawai).get(reverse(f"dokumen:{rute}", args=[pk]))
    assert jawaban.status_code == 200
    assert jawaban["Content-Type"] == "application/pdf"
    return teks(jawaban.content)


def ahli_pertama(para: Pemeran) -> MasaJenjang:
    """BKN's sample: 2023 Sangat Baik, January to February 2024 Baik."""
    para.andi.golongan = "III/a"
    para.andi.save()
    panggung.hasil(para.andi, 2023, "sangat_baik")
    panggung.hasil(para.andi, 2024, "baik", 1, 2)
    masa = panggung.masa(
        para, jabatan="Pranata Komputer Ahli Pertama", jenjang="ahli_pertama", golongan="III/a"
    )
    services.tetapkan_konversi(
        aktor=para.aktor(para.budi),
        daftar_pk=list(masa.daftar_konversi.values_list("pk", flat=True)),
        pada=PADA,
    )
    return masa


def pak(para: Pemeran, masa: MasaJenjang):
    satu = services.susun_pak(
        aktor=para.aktor(para.citra),
        pegawai=masa.pegawai,
        nomor="PAK/001/2026",
        selesai=dt.date(2026, 6, 30),
        pada=PADA,
    )
    services.tetapkan_pak(aktor=para.aktor(para.budi), pak=satu, pada=PADA)
    satu.refresh_from_db()
    return satu


def test_the_form_of_a_conversion_has_the_columns_of_the_sample(para: Pemeran) -> None:
    masa = ahli_pertama(para)
    satu = masa.daftar_konversi.get(tahun=2024)
    isi = cetak(para.andi, "konversi_ak", satu.pk)
    urut(isi, ["KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", "NOMOR:", "KETERANGAN PERORANGAN"])
    urut(isi, PERORANGAN)
    urut(isi, [KOLOM_KONVERSI, "Baik (2/12) 100% 12,5 2,08", "Pejabat Penilai Kinerja"])
    assert "Budi Penilai" in isi
    assert "Nomor: KAK-" in isi


def test_the_accumulation_adds_up_as_bkn_prints_it(para: Pemeran) -> None:
    masa = ahli_pertama(para)
    satu = pak(para, masa)
    isi = cetak(para.andi, "akumulasi_ak", satu.pk)
    urut(isi, ["AKUMULASI ANGKA KREDIT", *PERORANGAN])
    urut(
        isi,
        [
            KOLOM_AKUMULASI,
            "2023 Januari – Desember Sangat Baik 150% 12,5 18,75",
            "2024 Januari – Februari Baik (2/12) 100% 12,5 2,08",
            "20,83",
        ],
    )
    sementara = cetak(para.andi, "akumulasi_sementara", masa.pk)
    assert "SEMENTARA" in sementara
    assert "Nomor: AAK-" not in sementara


def test_the_pak_has_six_rows_and_the_result_block(para: Pemeran) -> None:
    masa = ahli_pertama(para)
    satu = pak(para, masa)
    isi = cetak(para.budi, "penetapan_ak", satu.pk)
    urut(isi, ["PENETAPAN ANGKA KREDIT", "NOMOR: PAK/001/2026", *PERORANGAN])
    urut(isi, [KOLOM_PENETAPAN, *UNSUR, "6 ", "JUMLAH ANGKA KREDIT KUMULATIF", "20,83"])
    urut(isi, [KOLOM_HASIL, "50,00", "100,00", "\u221229,17", "\u221279,17"])
    assert "TIDAK DAPAT dipertimbangkan untuk kenaikan pangkat" in isi
    urut(isi, ["ASLI disampaikan", "Tembusan", "Pimpinan Instansi Pengusul"])


def test_a_print_of_a_corrected_conversion_no_longer_stands(para: Pemeran) -> None:
    masa = ahli_pertama(para)
    satu = masa.daftar_konversi.get(tahun=2024)
    cetak(para.andi, "konversi_ak", satu.pk)
    cetakan = CetakanDokumen.objects.get(jenis="konversi_ak")
    assert terbitan.masih_sama(cetakan)
    services.koreksi_konversi(
        aktor=para.aktor(para.budi), konversi=satu, alasan="Salah masa", pada=PADA
    )
    assert not terbitan.masih_sama(cetakan)


def test_a_pak_keeps_people_and_numbers_as_they_were(para: Pemeran) -> None:
    masa = ahli_pertama(para)
    satu = pak(para, masa)
    cetak(para.andi, "penetapan_ak", satu.pk)
    cetakan = CetakanDokumen.objects.get(jenis="penetapan_ak")
    para.andi.nama = "Andi Berganti"
    para.andi.save()
    panggung.hasil(para.andi, 2025, "baik")
    services.selaraskan_konversi(
        instansi_id=para.instansi.pk,
        zona=para.instansi.zona,
        daftar_pegawai=[para.andi.pk],
        dari_tahun=2025,
        sampai_tahun=2025,
        pada=PADA,
    )
    assert terbitan.masih_sama(cetakan)


@pytest.mark.parametrize("siapa", ["citra", "eka", "dewi"])
def test_a_conversion_is_no_document_of_others(para: Pemeran, siapa: str) -> None:
    masa = ahli_pertama(para)
    satu = masa.daftar_konversi.get(tahun=2024)
    klien = masuk(getattr(para, siapa))
    assert klien.get(reverse("dokumen:konversi_ak", args=[satu.pk])).status_code == 404

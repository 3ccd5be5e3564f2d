"""How the people of the stories were rated, in words that fit, and where each result stands.

Quarters are those of this year, 0 is the year before. Heads of units follow the capaian of theirs.
"""

import datetime as dt
import io
from dataclasses import dataclass

from tera.contoh.berkas import pdf_rekap
from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Instansi, Periode


@dataclass(frozen=True, slots=True)
class Penilaian:
    """Both ratings with their reasons and what the rater adds."""

    hasil: str
    perilaku: str
    alasan_hasil: str = ""
    alasan_perilaku: str = ""
    catatan: str = ""


RATING: dict[tuple[str, int], Penilaian] = {
    ("Andini Lestari", 0): Penilaian(
        "di_atas",
        "sesuai",
        "Pemutakhiran data melebihi target tiap triwulan dan tingkat salah ketik turun menjadi "
        "0,4 persen.",
        catatan="Diusulkan mengikuti pelatihan validasi data dan mendampingi dua rekan baru.",
    ),
    ("Andini Lestari", 1): Penilaian(
        "sesuai", "sesuai", catatan="Dampingi Fandi saat konsolidasi bersih bulan depan."
    ),
    ("Andini Lestari", 2): Penilaian(
        "di_atas",
        "sesuai",
        "Anomali yang selesai melampaui rencana walau jaringan putus tiga hari; antreannya "
        "dikerjakan malam itu juga dan tidak ada berkas yang menginap.",
        catatan="Cara uji petik berdua dipakai seluruh loket mulai triwulan ini.",
    ),
    ("Andini Lestari", 3): Penilaian(
        "di_atas",
        "di_atas",
        "Dokumen selesai sehari tetap di atas target dan data ganda berkurang lebih cepat dari "
        "rencana.",
        "Menjelaskan kekurangan berkas sekali jelas; pujian warga tercatat 41 kartu.",
    ),
    ("Rosalina Sawaki", 1): Penilaian("sesuai", "sesuai", catatan="Ajak kader ikut kelas Jumat."),
    ("Rosalina Sawaki", 2): Penilaian(
        "sesuai",
        "di_atas",
        alasan_perilaku="Menggantikan jaga malam dua kali tanpa diminta dan melatih perawat baru.",
    ),
    ("Rosalina Sawaki", 3): Penilaian(
        "di_atas",
        "sesuai",
        "Pasien hipertensi binaan yang terkendali melampaui target walau obat kosong sebelas hari.",
    ),
    ("Yuliana Wonda", 1): Penilaian("sesuai", "sesuai"),
    ("Yuliana Wonda", 2): Penilaian(
        "di_atas",
        "sesuai",
        "Anak yang belum lancar membaca turun dari sebelas menjadi tiga, diuji guru kelas lain.",
    ),
    ("Yuliana Wonda", 3): Penilaian(
        "sesuai", "sesuai", catatan="Kembalikan tugas lebih cepat pada pekan asesmen."
    ),
    ("Laode Rahmat", 1): Penilaian("sesuai", "sesuai"),
    ("Laode Rahmat", 2): Penilaian(
        "di_bawah",
        "sesuai",
        "Empat dari tujuh telaahan lewat tenggat dan dua memakai data tahun lalu; disepakati "
        "daftar periksa sumber data dan pertemuan tiap Senin.",
        catatan="Ikuti pelatihan analisis data; jadwalnya dipilih bersama.",
    ),
    ("Laode Rahmat", 3): Penilaian(
        "sesuai", "sesuai", catatan="Tenggat kembali terpenuhi. Lanjutkan pertemuan Senin."
    ),
    ("Kadek Ayu Pramesti", 1): Penilaian("sesuai", "sesuai"),
    ("Kadek Ayu Pramesti", 2): Penilaian(
        "di_atas",
        "sesuai",
        "Jadwal baru angkutan pelajar memangkas waktu tunggu lebih dari separuh; diukur di halte "
        "yang sama sebelum dan sesudah.",
    ),
    ("Maria Goreti Kambu", 2): Penilaian(
        "sesuai",
        "di_bawah",
        alasan_perilaku="Tiga pagi loket terlambat dibuka tanpa kabar; sudah dibicarakan dan "
        "jadwal jaganya diatur ulang.",
    ),
    ("Bambang Irawan", 2): Penilaian(
        "di_atas",
        "sesuai",
        "Antrean uji Senin pagi turun menjadi 50 menit, diukur dari cap waktu lajur.",
    ),
}
#: In the newest round, the first step still to come; "final": everything until the receipt is done.
BATAS_TERBARU = {
    "Kadek Ayu Pramesti": "nilai",
    "Fandi Ahmad": "tetapkan",
    "Maria Goreti Kambu": "sampaikan",
    "Ni Wayan Sriasih": "sampaikan",
    "Rosalina Sawaki": "terima",
    "Andini Lestari": "final",
    "Yuliana Wonda": "final",
    "Laode Rahmat": "final",
    "Dewi Anggraini": "final",
    "Budi Hartono": "final",
    "Bambang Irawan": "final",
}
MULAI_DITANDAI = frozenset({"Kadek Ayu Pramesti"})
DITANDAI = frozenset({nama for nama, _urut in RATING} | set(BATAS_TERBARU))
DI_KERTAS = "Bambang Irawan"
BUKA_KEMBALI = ("Ni Wayan Sriasih", "Nilai supervisi kelas terbaru belum ikut terbaca.")
SWAKAJI: dict[tuple[str, int], tuple[str, str, str]] = {
    ("Andini Lestari", 2): (
        "Anomali yang selesai melampaui rencana triwulan. Uji petik berdua dengan Fandi membuat "
        "salah ketik turun; sisanya pada alamat kampung baru.",
        "Jaringan SIAK terputus tiga hari kerja. Permohonan dicatat di buku, lalu dimasukkan malam "
        "itu juga.",
        "Pelatihan validasi data lanjutan.",
    ),
    ("Andini Lestari", 3): (
        "Dokumen selesai sehari bertahan di atas target. Perekaman pemula di dua sekolah pulau "
        "tertunda dan sudah dijadwalkan ulang bersama kepala sekolah.",
        "Perahu ke distrik pulau batal dua kali karena cuaca.",
        "Satu alat rekam yang bisa dibawa.",
    ),
    ("Rosalina Sawaki", 3): (
        "Kelas hipertensi berjalan tiap Jumat, rata-rata empat belas orang. Kunjungan rumah "
        "tertinggal satu kampung karena jalan tertutup.",
        "Obat antihipertensi kosong sebelas hari.",
        "Tensimeter digital cadangan untuk kunjungan rumah.",
    ),
    ("Laode Rahmat", 2): (
        "Saya terlambat pada empat telaahan. Data sekolah saya minta di akhir, seharusnya di awal.",
        "Dua sekolah baru mengirim data sesudah tenggat.",
        "Pelatihan analisis data dan satu contoh telaahan yang baik.",
    ),
    ("Kadek Ayu Pramesti", 3): (
        "Jadwal baru bertahan enam pekan dan waktu tunggu tetap di bawah dua puluh menit. Usul "
        "perluasan ke empat halte sedang disusun.",
        "Satu armada rusak dua pekan.",
        "Alat hitung penumpang.",
    ),
    ("Yuliana Wonda", 3): (
        "Saya mulai memegang kelas lima. Latihan asesmen berjalan, umpan balik tugas terlambat "
        "pada pekan asesmen.",
        "Buku latihan baru tiba pada pekan keenam.",
        "Pendampingan menyusun soal penalaran.",
    ),
}


def _urut(periode: Periode, pada: dt.date) -> int | None:
    """The quarter of this year, 0 for last year as a whole, None for every other round."""
    if periode.jenis == "triwulan" and periode.tahun == pada.year:
        return periode.urut
    return 0 if periode.jenis == "tahunan" and periode.tahun == pada.year - 1 else None


def rating(nama: str, periode: Periode, pada: dt.date) -> Penilaian | None:
    """Return how a person of the stories was rated in the round; None: as anybody."""
    urut = _urut(periode, pada)
    return None if urut is None else RATING.get((nama, urut))


def swakaji(nama: str, periode: Periode, pada: dt.date) -> dict[str, str] | None:
    """Return what a person of the stories wrote about the period; None: as anybody."""
    urut = _urut(periode, pada)
    isi = None if urut is None else SWAKAJI.get((nama, urut))
    return dict(zip(("ringkasan", "kendala", "kebutuhan"), isi, strict=True)) if isi else None


def sampaikan_di_kertas(evaluasi: Evaluasi, saat: dt.datetime) -> None:
    """Deliver on paper, with the signed scan and a witness."""
    if evaluasi.penilai is None:
        return
    hari = clock.tanggal_di(saat, evaluasi.penilai.instansi.zona)
    with clock.jam_beku(saat):
        services.sampaikan_di_kertas(
            aktor=aktor_dari(evaluasi.penilai),
            evaluasi=evaluasi,
            diterima_pada=hari,
            saksi="Yosef Wanma, pengadministrasi umum",
            nama_berkas="tanda-terima-evaluasi.pdf",
            isi_berkas=io.BytesIO(
                pdf_rekap(
                    judul="Tanda terima dokumen evaluasi kinerja",
                    keterangan="Pindaian lembar yang ditandatangani (contoh)",
                    baris=(
                        ("Diterima oleh", evaluasi.pegawai.nama),
                        ("Tanggal", f"{hari:%d-%m-%Y}"),
                        ("Saksi", "Yosef Wanma"),
                    ),
                )
            ),
            pada=hari,
        )


def minta_buka(instansi: Instansi, pada: dt.date) -> None:
    """A rater asks that a set result, not delivered, goes back: it waits for the pengelola."""
    nama, alasan = BUKA_KEMBALI
    satu = (
        Evaluasi.objects.filter(
            instansi=instansi, pegawai__nama=nama, status="ditetapkan", alasan_buka_kembali=""
        )
        .select_related("penilai__instansi")
        .order_by("-periode__selesai")
        .first()
    )
    if satu is None or satu.penilai is None or satu.ditetapkan_pada is None:
        return
    hari = min(pada, satu.ditetapkan_pada + dt.timedelta(days=5))
    saat = min(clock.awal_hari(hari, instansi.zona) + dt.timedelta(hours=10), clock.sekarang())
    with clock.jam_beku(saat):
        services.minta_buka_kembali(
            aktor=aktor_dari(satu.penilai), evaluasi=satu, alasan=alasan, pada=hari
        )

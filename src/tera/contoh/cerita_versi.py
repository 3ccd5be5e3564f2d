"""Changes of plans in force: one replaced the first version, one was cancelled, others wait."""

import datetime as dt
from dataclasses import dataclass, replace

from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.organisasi.models import Instansi, Pegawai
from tera.skp import services
from tera.skp.isi import IsiIndikator, IsiRHK, isi_dari
from tera.skp.models import SKP


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One person's second version and how far it came.

    Attributes:
        hari: days before today; ``bulan_hari``: or a day of the year.
        catatan: what the rater asks for, where it came back.
    """

    nama: str
    sampai: str
    alasan: str
    rhk: str
    indikator: tuple[str, str, str]
    hari: int = 0
    bulan_hari: tuple[int, int] | None = None
    catatan: str = ""


DAFTAR = (
    Perubahan(
        "Rosalina Sawaki",
        "ditetapkan",
        "Ditugasi memimpin kelas hipertensi puskesmas mulai Februari.",
        "Pasien hipertensi wilayah kerja mengenal dan menjaga tekanan darahnya",
        ("Jumlah kelas pengendalian hipertensi yang terlaksana", "36", "kelas"),
        bulan_hari=(2, 3),
    ),
    Perubahan(
        "Bambang Irawan",
        "dibatalkan",
        "Rencana lajur uji kedua, kemudian ditunda anggaran.",
        "Lajur uji kedua melayani kendaraan wajib uji",
        ("Jumlah kendaraan yang diuji pada lajur kedua", "600", "unit"),
        bulan_hari=(2, 6),
    ),
    Perubahan(
        "Fandi Ahmad",
        "diajukan",
        "Menjadi ketua Tim Percepatan Akta Kelahiran.",
        "Anak usia 0–18 tahun di dua distrik pulau memiliki akta kelahiran",
        ("Jumlah akta kelahiran anak yang terbit dari distrik pulau", "450", "akta"),
        hari=6,
    ),
    Perubahan(
        "Maria Goreti Kambu",
        "diajukan",
        "Mendapat tugas tambahan loket keliling.",
        "Warga kampung pesisir terlayani loket keliling",
        ("Jumlah kunjungan loket keliling yang terlaksana", "10", "kunjungan"),
        hari=4,
    ),
    Perubahan(
        "Dewi Anggraini",
        "diajukan",
        "Ditugasi membina posyandu remaja.",
        "Remaja putri terpantau kadar darah merahnya",
        ("Jumlah remaja putri yang diperiksa kadar hemoglobinnya", "180", "orang"),
        hari=2,
    ),
    Perubahan(
        "Yuliana Wonda",
        "dikembalikan",
        "Menjadi wali kelas lima menggantikan guru yang pensiun.",
        "Peserta didik kelas lima siap mengikuti asesmen akhir jenjang",
        ("Jumlah peserta didik yang menuntaskan latihan asesmen", "27", "peserta didik"),
        hari=5,
        catatan="Tambahkan target waktu pada RHK baru dan sebutkan sumber datanya.",
    ),
    Perubahan(
        "Kadek Ayu Pramesti",
        "draf",
        "Jadwal angkutan pelajar diperluas ke empat halte.",
        "Pelajar tiba di sekolah tepat waktu dengan angkutan umum",
        ("Jumlah halte yang memakai jadwal angkutan pelajar", "7", "halte"),
        hari=3,
    ),
)


def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write each person's second version; what exists is left as it is."""
    for satu in DAFTAR:
        hari = pada - dt.timedelta(days=satu.hari)
        if satu.bulan_hari is not None:
            hari = dt.date(pada.year, *satu.bulan_hari)
        pegawai = Pegawai.objects.select_related("instansi").get(instansi=instansi, nama=satu.nama)
        milik = SKP.objects.filter(pegawai=pegawai, tahun=pada.year)
        lama = milik.filter(status=SKP.Status.DITETAPKAN, versi=1).first()
        if lama is not None and not milik.filter(versi__gt=1).exists():
            _satu(satu, pegawai, lama, hari)


def _satu(isi: Perubahan, pegawai: Pegawai, lama: SKP, hari: dt.date) -> None:
    aktor = aktor_dari(pegawai)
    mulai = clock.awal_hari(hari, aktor.zona)

    def jam(berapa: int) -> dt.datetime:
        return min(mulai + dt.timedelta(hours=berapa), clock.sekarang())

    with clock.jam_beku(jam(9)):
        baru = services.versi_baru(aktor=aktor, skp=lama, alasan=isi.alasan, pada=hari)
        asal = isi_dari(baru)
        teks, target, satuan = isi.indikator
        tambah = IsiRHK(
            teks=isi.rhk,
            jenis="tambahan",
            penugasan_dari="Surat tugas kepala unit (contoh)",
            penugasan_khusus=True,
            daftar_indikator=(
                IsiIndikator(teks=teks, target=target, satuan=satuan, aspek="kuantitas"),
            ),
        )
        baru = services.simpan_isi(
            aktor=aktor,
            skp=baru,
            revisi=baru.revisi,
            isi=replace(asal, daftar_rhk=(*asal.daftar_rhk, tambah)),
            pada=hari,
        )
    if isi.sampai == "draf":
        return
    with clock.jam_beku(jam(10)):
        if isi.sampai == "dibatalkan":
            services.batalkan_skp(aktor=aktor, skp=baru, alasan="Anggarannya ditunda.", pada=hari)
            return
        services.ajukan_skp(aktor=aktor, skp=baru, pada=hari)
    if isi.sampai == "diajukan":
        return
    baru.refresh_from_db()
    if baru.penilai_id is None:
        raise AssertionError(f"{isi.nama} tanpa penilai")
    penilai = aktor_dari(Pegawai.objects.select_related("instansi").get(pk=baru.penilai_id))
    with clock.jam_beku(jam(14)):
        if isi.sampai == "dikembalikan":
            services.kembalikan_skp(aktor=penilai, skp=baru, catatan=isi.catatan, pada=hari)
        else:
            services.tetapkan_skp(aktor=penilai, skp=baru, pada=hari)

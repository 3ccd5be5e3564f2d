"""Training with a queue, nominations, pairs and challenging work of the stories."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.core.aktor import Aktor
from tera.dialog.services import IsiJadwal, selesaikan_pertemuan
from tera.organisasi.models import Pegawai
from tera.tindak_lanjut.models import (
    Nominasi,
    Pendampingan,
    PesertaPelatihan,
    SesiPelatihan,
    UsulTugas,
)
from tera.tindak_lanjut.services.pengembangan import nominasi as layanan_nominasi
from tera.tindak_lanjut.services.pengembangan import pelatihan as layanan_pelatihan
from tera.tindak_lanjut.services.pengembangan import pendampingan as layanan_pasangan
from tera.tindak_lanjut.services.pengembangan import sertifikat as layanan_sertifikat
from tera.tindak_lanjut.services.pengembangan import tugas as layanan_tugas
from tera.tindak_lanjut.services.pengembangan.pelatihan import IsiPelatihan, IsiSesi


@dataclass(frozen=True, slots=True)
class Cerita:
    """The people of the stories, by name, and today."""

    orang: dict[str, Pegawai]
    pada: dt.date

    def aktor(self, nama: str) -> Aktor:
        return aktor_dari(self.orang[nama])

    def hari(self, lalu: int) -> dt.date:
        return self.pada - dt.timedelta(days=lalu)

    @contextmanager
    def saat(self, lalu: int, jam: int = 9) -> Iterator[dt.date]:
        """Act so many days ago."""
        hari = self.hari(lalu)
        with clock.jam_beku(clock.awal_hari(hari, "Asia/Jayapura") + dt.timedelta(hours=jam)):
            yield hari


def tulis(cerita: Cerita) -> None:
    """Write what was offered, proposed and agreed, at every state."""
    _pelatihan(cerita)
    _nominasi(cerita)
    _pendampingan(cerita)
    _tugas(cerita)


def _sesi(
    cerita: Cerita,
    judul: str,
    mulai: dt.date,
    lama: int,
    kursi: int,
    hari: dt.date,
    **lain: Any,
) -> SesiPelatihan:
    citra = cerita.aktor("Citra Maharani")
    satu = layanan_pelatihan.tambah_pelatihan(
        aktor=citra,
        isi=IsiPelatihan(
            **{
                "judul": judul,
                "jenis": "bimbingan_teknis",
                "kesenjangan": "teknis",
                "jp": 24,
                "penyelenggara": "BKPSDM Teluk Cahaya",
                "cara": "luring",
                **lain,
            }
        ),
        pada=hari,
    )
    return layanan_pelatihan.buka_sesi(
        aktor=citra,
        pelatihan=satu,
        isi=IsiSesi(
            mulai, mulai + dt.timedelta(days=lama), mulai - dt.timedelta(days=2), kursi,
            "Aula BKPSDM",
        ),
        pada=hari,
    )  # fmt: skip


def _pelatihan(cerita: Cerita) -> None:
    """One held, one with a full house and a queue, one called off, one still open."""
    citra, pada = cerita.aktor("Citra Maharani"), cerita.pada
    with cerita.saat(170) as hari:
        lalu = _sesi(
            cerita, "Validasi data kependudukan", hari + dt.timedelta(days=20), 2, 20, hari,
            sasaran="Petugas loket dan pengolah data",
            uraian="Uji petik, data ganda, dan cara kerja saat jaringan putus.",
        )  # fmt: skip
        tempat = {
            nama: layanan_pelatihan.daftar_sendiri(aktor=cerita.aktor(nama), sesi=lalu, pada=hari)
            for nama in ("Andini Lestari", "Fandi Ahmad", "Maria Goreti Kambu")
        }
    with cerita.saat(147) as hari:
        for nama, lulus in (("Andini Lestari", True), ("Fandi Ahmad", True),
                            ("Maria Goreti Kambu", False)):  # fmt: skip
            layanan_pelatihan.catat_hasil(
                aktor=citra, peserta=tempat[nama], hadir=lulus, lulus=lulus, jp=24,
                nomor_sertifikat="893.3/041/BKPSDM" if lulus else "", pada=hari,
            )  # fmt: skip
        layanan_pelatihan.selesaikan_sesi(aktor=citra, sesi=lalu, pada=hari)
    _dampak(cerita, tempat["Andini Lestari"])
    with cerita.saat(10) as hari:
        penuh = _sesi(
            cerita, "Layanan ramah bagi warga rentan", pada + dt.timedelta(days=12), 1, 2, hari,
            kesenjangan="sosial_kultural", jenis="pelatihan_sosial_kultural", jp=10,
            sasaran="Petugas yang bertemu warga",
        )  # fmt: skip
        isi = [
            layanan_pelatihan.daftar_sendiri(aktor=cerita.aktor(nama), sesi=penuh, pada=hari)
            for nama in ("Rosalina Sawaki", "Dewi Anggraini", "Andini Lestari", "Fandi Ahmad")
        ]
        layanan_pelatihan.batalkan_peserta(
            aktor=cerita.aktor("Dewi Anggraini"), peserta=isi[1], pada=hari
        )
        _sesi(
            cerita, "Pelatihan Kepemimpinan Pengawas", pada + dt.timedelta(days=60), 90, 30, hari,
            jenis="pelatihan_manajerial", program="pkp", kesenjangan="manajerial", jp=900,
            penyelenggara="BPSDM Provinsi", cara="campuran", sasaran="Pengawas dan calonnya",
        )  # fmt: skip
        batal = _sesi(
            cerita, "Menulis laporan singkat", pada + dt.timedelta(days=5), 0, 15, hari,
            jenis="workshop", jp=6,
        )  # fmt: skip
        layanan_pelatihan.batalkan_sesi(
            aktor=citra, sesi=batal, alasan="Pengajarnya bertugas ke provinsi.", pada=hari
        )


def _dampak(cerita: Cerita, peserta: PesertaPelatihan) -> None:
    """Andini has answered; her penilai has not yet."""
    peserta.refresh_from_db()
    layanan_sertifikat.jawab_dampak(
        aktor=cerita.aktor("Andini Lestari"), peserta=peserta, pakai="dipakai",
        contoh="Uji petik berdua dipakai tiap sore; data ganda turun.", pada=cerita.pada,
    )  # fmt: skip


def _nominasi(cerita: Cerita) -> None:
    """Decided both ways, taken back, and waiting."""
    citra = cerita.aktor("Citra Maharani")

    def usul(nama: str, oleh: str, hari: dt.date, **lain: Any) -> Nominasi:
        return layanan_nominasi.usulkan_nominasi(
            aktor=cerita.aktor(oleh), pegawai=cerita.orang[nama], pada=hari, **lain
        )

    with cerita.saat(20) as hari:
        setuju = usul(
            "Andini Lestari", "Budi Hartono", hari, jenis="kepemimpinan", program="pkp",
            alasan="Memimpin tiga loket saat jaringan putus, dan rekannya mengikuti.",
        )  # fmt: skip
        tolak = usul(
            "Fandi Ahmad", "Budi Hartono", hari, jenis="tugas_belajar",
            uraian="S1 Statistika, universitas di provinsi", alasan="Tekun belajar data.",
        )  # fmt: skip
        tarik = usul(
            "Rosalina Sawaki", "Ester Yoku", hari, jenis="tugas_belajar",
            uraian="Profesi ners", alasan="Menggantikan jaga malam dan melatih perawat baru.",
        )  # fmt: skip
    with cerita.saat(12) as hari:
        layanan_nominasi.putuskan_nominasi(
            aktor=citra, nominasi=setuju, setuju=True, nomor_surat="893.3/102/BKPSDM",
            alasan="Bukti dua tahun sejalan; kuota provinsi tersedia.", pada=hari,
        )  # fmt: skip
        layanan_nominasi.putuskan_nominasi(
            aktor=citra, nominasi=tolak, setuju=False, nomor_surat="",
            alasan="Masa kerjanya belum cukup; diusulkan lagi tahun depan.", pada=hari,
        )  # fmt: skip
        layanan_nominasi.tarik_nominasi(
            aktor=cerita.aktor("Rosalina Sawaki"), nominasi=tarik, pada=hari,
            alasan="Tahun ini masih mendampingi anak; bersedia tahun depan.",
        )  # fmt: skip
    with cerita.saat(2) as hari:
        usul(
            "Andini Lestari", "Budi Hartono", hari, jenis="tugas_belajar",
            uraian="S2 Statistika Terapan, universitas negeri",
            alasan="Kabupaten belum punya pengolah data setingkat ini.",
        )  # fmt: skip


def _pendampingan(cerita: Cerita) -> None:
    """One ended with its outcome, one goes on with a meeting, others wait, declined, stopped."""

    def usul(
        pegawai: str, pembimbing: str, oleh: str, hari: dt.date, tujuan: str, jenis: str
    ) -> Pendampingan:
        return layanan_pasangan.usulkan_pendampingan(
            aktor=cerita.aktor(oleh), jenis=jenis, pegawai=cerita.orang[pegawai],
            pembimbing_id=cerita.orang[pembimbing].pk, tujuan=tujuan, mulai=hari,
            selesai=hari + dt.timedelta(days=120), pada=hari,
        )  # fmt: skip

    with cerita.saat(100) as hari:
        usai = usul("Dewi Anggraini", "Rosalina Sawaki", "Dewi Anggraini", hari,
                    "Memimpin kelas Jumat sendiri", "mentoring")  # fmt: skip
        layanan_pasangan.setujui_pendampingan(
            aktor=cerita.aktor("Rosalina Sawaki"), pasangan=usai, pada=hari
        )
        henti = usul("Maria Goreti Kambu", "Andini Lestari", "Maria Goreti Kambu", hari,
                     "Membaca laporan data", "coaching")  # fmt: skip
        layanan_pasangan.setujui_pendampingan(
            aktor=cerita.aktor("Andini Lestari"), pasangan=henti, pada=hari
        )
    with cerita.saat(25) as hari:
        usai.refresh_from_db()
        henti.refresh_from_db()
        layanan_pasangan.selesaikan_pendampingan(
            aktor=cerita.aktor("Dewi Anggraini"), pasangan=usai, pada=hari,
            hasil="Dua kelas Jumat dipimpin sendiri; kader ikut mengajar.",
        )  # fmt: skip
        layanan_pasangan.hentikan_pendampingan(
            aktor=cerita.aktor("Maria Goreti Kambu"), pasangan=henti, pada=hari,
            alasan="Jadwal piketnya tidak pernah bertemu; dilanjutkan triwulan depan.",
        )  # fmt: skip
        jalan = usul("Fandi Ahmad", "Andini Lestari", "Budi Hartono", hari,
                     "Merekam pemula tanpa antrean panjang", "coaching")  # fmt: skip
        for nama in ("Fandi Ahmad", "Andini Lestari"):
            jalan = layanan_pasangan.setujui_pendampingan(
                aktor=cerita.aktor(nama), pasangan=jalan, pada=hari
            )
        temu = layanan_pasangan.jadwalkan_temu(
            aktor=cerita.aktor("Andini Lestari"), pasangan=jalan,
            isi=IsiJadwal(hari, dt.time(14), dt.time(15), "Loket dua"), pada=hari,
        )  # fmt: skip
        selesaikan_pertemuan(aktor=cerita.aktor("Andini Lestari"), pertemuan=temu, pada=hari)
        tolak = usul("Yuliana Wonda", "Rosalina Sawaki", "Yuliana Wonda", hari,
                     "Berbicara di depan orang tua", "mentoring")  # fmt: skip
        layanan_pasangan.tolak_pendampingan(
            aktor=cerita.aktor("Rosalina Sawaki"), pasangan=tolak, pada=hari,
            alasan="Jauh dari sekolah; coba kepala sekolah atau pengawas.",
        )  # fmt: skip
    with cerita.saat(1) as hari:
        usul("Andini Lestari", "Yulius Mandacan", "Andini Lestari", hari,
             "Menyiapkan diri memimpin seksi", "mentoring")  # fmt: skip


def _tugas(cerita: Cerita) -> None:
    """Challenging work: accepted as a team, refused, taken back, waiting."""
    budi, yulius = cerita.aktor("Budi Hartono"), cerita.aktor("Yulius Mandacan")

    def usul(nama: str, judul: str, hari: dt.date, jenis: str = "pimpin_tim") -> UsulTugas:
        return layanan_tugas.usulkan_tugas(
            aktor=budi, pegawai=cerita.orang[nama], jenis=jenis, judul=judul,
            alasan="Sudah menunjukkan hasilnya dan mau belajar memimpin.",
            mulai=cerita.pada, selesai=cerita.pada + dt.timedelta(days=200), pada=hari,
        )  # fmt: skip

    with cerita.saat(18) as hari:
        setuju = usul("Andini Lestari", "Tim bersih data ganda", hari)
        tolak = usul("Fandi Ahmad", "Tim perekaman pulau", hari)
        tarik = usul("Fandi Ahmad", "Koordinator arsip digital", hari, "tugas_tambahan")
    with cerita.saat(11) as hari:
        layanan_tugas.putuskan_tugas(
            aktor=yulius, usul=setuju, setuju=True, nomor_surat="800/211/DISDUKCAPIL",
            alasan="Data ganda prioritas tahun ini.", pada=hari,
        )  # fmt: skip
        layanan_tugas.putuskan_tugas(
            aktor=yulius, usul=tolak, setuju=False, nomor_surat="",
            alasan="Kapal belum tersedia; diusulkan lagi sesudah musim angin.", pada=hari,
        )  # fmt: skip
        layanan_tugas.tarik_tugas(
            aktor=budi, usul=tarik, alasan="Arsipnya ditangani sekretariat.", pada=hari
        )
    with cerita.saat(1) as hari:
        usul("Fandi Ahmad", "Koordinator loket keliling", hari, "tugas_tambahan")

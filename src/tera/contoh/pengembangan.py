"""Development in the stories: plans at every state, training with a queue, pairs, proposals.

The crowd has agreed plans too, written in bulk, so that the picture of a unit has something to
show.
"""

import datetime as dt
import random
from typing import Any

from tera.contoh import pengembangan_usul
from tera.contoh.pengembangan_usul import Cerita
from tera.core.aktor import Aktor
from tera.core.massal import LangkahMassal, langkah, pindahkan
from tera.core.sisip import sisip_massal
from tera.organisasi.models import HubunganPenilai, Instansi, Pegawai
from tera.organisasi.selectors import berlaku_pada
from tera.tindak_lanjut.models import (
    KegiatanPengembangan,
    RencanaPengembangan,
)
from tera.tindak_lanjut.selectors.pengembangan.sasaran import sasaran_orang
from tera.tindak_lanjut.services.pengembangan import kegiatan as layanan_kegiatan
from tera.tindak_lanjut.services.pengembangan import rencana as layanan
from tera.tindak_lanjut.services.pengembangan.rencana import IsiKegiatan

_NAMA = (
    "Andini Lestari", "Budi Hartono", "Fandi Ahmad", "Yulius Mandacan", "Ester Yoku",
    "Rosalina Sawaki", "Dewi Anggraini", "Yuliana Wonda", "Agus Salim Baransano",
    "Citra Maharani", "Kadek Ayu Pramesti", "Maria Goreti Kambu",
)  # fmt: skip
BAGIAN_RAMAI = 0.25
_RAMAI = (
    ("teknis", "Pengolahan data layanan", "Kursus lembar kerja untuk laporan", "kursus",
     "formal", 12),
    ("perilaku", "Menjelaskan dengan sabar", "Belajar di loket bersama rekan", "bimbingan_di_"
     "tempat_kerja", "pengalaman", 6),
    ("manajerial", "Memimpin rapat singkat", "Coaching dengan kepala bidang", "coaching",
     "sosial", 4),
    ("teknis", "Aturan baru layanan", "E-learning dan ujian akhirnya", "e_learning", "formal", 8),
    ("sosial_kultural", "Melayani warga pulau", "Komunitas belajar antarloket",
     "komunitas_belajar", "sosial", 5),
)  # fmt: skip


def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write the development of the stories once."""
    if RencanaPengembangan.objects.filter(instansi=instansi).exists():
        return
    orang = {
        satu.nama: satu
        for satu in Pegawai.objects.filter(instansi=instansi, nama__in=_NAMA).select_related(
            "instansi"
        )
    }
    cerita = Cerita(orang, pada)
    _tahun_lalu(cerita)
    _andini(cerita)
    _rencana_lain(cerita)
    pengembangan_usul.tulis(cerita)
    _ramai(instansi, pada)


def _isi(hari: dt.date, **lain: Any) -> IsiKegiatan:
    return IsiKegiatan(
        **{
            "kesenjangan": "teknis",
            "jenis": "bimbingan_di_tempat_kerja",
            "porsi": "pengalaman",
            "jp": 6,
            "target_pada": hari + dt.timedelta(days=60),
            **lain,
        }
    )


def _susun(
    cerita: Cerita, nama: str, hari: dt.date, *daftar: IsiKegiatan, tahun: int | None = None
) -> RencanaPengembangan:
    aktor = cerita.aktor(nama)
    satu = layanan.buka_rencana(aktor=aktor, tahun=tahun or cerita.pada.year, pada=hari)
    for isi in daftar:
        layanan.tambah_kegiatan(aktor=aktor, rencana=satu, isi=isi, pada=hari)
    satu.refresh_from_db()
    return satu


def _sasaran(cerita: Cerita, nama: str, jenis: str, hari: dt.date) -> str:
    """The first row of a kind in the plan of somebody; empty where there is none."""
    daftar = sasaran_orang(pegawai=cerita.orang[nama], pada=hari)[jenis]
    return daftar[0][0] if daftar else ""


def _baris(rencana: RencanaPengembangan) -> list[KegiatanPengembangan]:
    return list(rencana.daftar_kegiatan.select_related("rencana__pegawai").order_by("pk"))


def _tahun_lalu(cerita: Cerita) -> None:
    """Last year's plan of Andini: followed to its end, then closed with the year."""
    hari = dt.date(cerita.pada.year - 1, 6, 3)
    lama = (cerita.pada - hari).days
    with cerita.saat(lama):
        satu = _susun(
            cerita, "Andini Lestari", hari,
            _isi(hari, uraian_kesenjangan="Cara menutup data ganda",
                 kegiatan="Magang dua pekan di Bidang Data provinsi", jenis="magang", jp=20),
            tahun=hari.year,
        )  # fmt: skip
        layanan.ajukan_rencana(aktor=cerita.aktor("Andini Lestari"), rencana=satu, pada=hari)
        layanan.setujui_rencana(aktor=cerita.aktor("Budi Hartono"), rencana=satu, pada=hari)
        (baris,) = _baris(satu)
        layanan_kegiatan.mulai_kegiatan(
            aktor=cerita.aktor("Andini Lestari"), kegiatan=baris, pada=hari
        )
    with cerita.saat(lama - 30) as akhir:
        layanan_kegiatan.selesaikan_kegiatan(
            aktor=cerita.aktor("Andini Lestari"), kegiatan=baris, jp=20, selesai_pada=akhir,
            hasil="Bisa menutup data ganda dengan uji petik berdua; catatannya dipakai loket.",
            tautan="https://contoh.example/magang-andini", pada=akhir,
        )  # fmt: skip
        layanan_kegiatan.verifikasi_kegiatan(
            aktor=cerita.aktor("Budi Hartono"), kegiatan=baris, pada=akhir
        )
    layanan.tutup_tahun(instansi_id=satu.instansi_id, zona="Asia/Jayapura", pada=cerita.pada)


def _andini(cerita: Cerita) -> None:
    """This year's plan of Andini: a row in every state."""
    andini, budi = cerita.aktor("Andini Lestari"), cerita.aktor("Budi Hartono")
    with cerita.saat(40) as hari:
        satu = _susun(
            cerita, "Andini Lestari", hari,
            _isi(hari, uraian_kesenjangan="Validasi data saat jaringan putus",
                 kegiatan="Menulis dan mencoba cara kerja luring bersama dua loket", jp=8,
                 sasaran=_sasaran(cerita, "Andini Lestari", "rhk", hari)),
            _isi(hari, uraian_kesenjangan="Mendampingi rekan baru",
                 kegiatan="Coaching dengan Kepala Bidang, sebulan dua kali", jenis="coaching",
                 porsi="sosial", kesenjangan="manajerial", jp=4,
                 pembimbing_id=cerita.orang["Budi Hartono"].pk),
            _isi(hari, uraian_kesenjangan="Statistik dasar laporan triwulan",
                 kegiatan="E-learning statistik dasar", jenis="e_learning", porsi="formal", jp=10,
                 sasaran=_sasaran(cerita, "Andini Lestari", "indikator", hari)),
            _isi(hari, uraian_kesenjangan="Melayani warga pulau",
                 kegiatan="Benchmarking ke kabupaten tetangga", jenis="benchmarking", jp=6,
                 kesenjangan="sosial_kultural"),
            _isi(hari, uraian_kesenjangan="Aturan administrasi kependudukan terbaru",
                 kegiatan="Bimbingan teknis adminduk", jenis="bimbingan_teknis", porsi="formal",
                 jp=16),
        )  # fmt: skip
        layanan.ajukan_rencana(aktor=andini, rencana=satu, pada=hari)
    with cerita.saat(38) as hari:
        layanan.setujui_rencana(aktor=budi, rencana=satu, pada=hari)
        luring, coaching, statistik, banding, _adminduk = _baris(satu)
        for baris in (luring, coaching, statistik):
            layanan_kegiatan.mulai_kegiatan(aktor=andini, kegiatan=baris, pada=hari)
    with cerita.saat(15) as hari:
        layanan_kegiatan.selesaikan_kegiatan(
            aktor=andini, kegiatan=luring, jp=8, selesai_pada=hari,
            hasil="Satu halaman cara kerja luring dipakai tiga loket.",
            tautan="https://contoh.example/luring", pada=hari,
        )  # fmt: skip
        layanan_kegiatan.verifikasi_kegiatan(aktor=budi, kegiatan=luring, pada=hari)
        layanan_kegiatan.batalkan_kegiatan(
            aktor=andini, kegiatan=banding, pada=hari,
            alasan="Kapal ke kabupaten tetangga berhenti sampai cuaca baik.",
        )  # fmt: skip
    with cerita.saat(3) as hari:
        layanan_kegiatan.selesaikan_kegiatan(
            aktor=andini, kegiatan=statistik, jp=10, selesai_pada=hari,
            hasil="Lulus ujian akhir; grafik laporan triwulan dibuat sendiri.",
            tautan="https://contoh.example/statistik", pada=hari,
        )  # fmt: skip


def _rencana_lain(cerita: Cerita) -> None:
    """Plans that wait, were returned, or are being written."""
    with cerita.saat(9) as hari:
        fandi = _susun(
            cerita, "Fandi Ahmad", hari,
            _isi(hari, uraian_kesenjangan="Kecepatan perekaman pemula",
                 kegiatan="Belajar di loket Andini dua kali sepekan"),
        )  # fmt: skip
        layanan.ajukan_rencana(aktor=cerita.aktor("Fandi Ahmad"), rencana=fandi, pada=hari)
        yuliana = _susun(
            cerita, "Yuliana Wonda", hari,
            _isi(hari, uraian_kesenjangan="Umpan balik tugas siswa",
                 kegiatan="Lokakarya penilaian autentik", jenis="workshop", porsi="formal"),
        )  # fmt: skip
        layanan.ajukan_rencana(aktor=cerita.aktor("Yuliana Wonda"), rencana=yuliana, pada=hari)
    with cerita.saat(7) as hari:
        layanan.kembalikan_rencana(
            aktor=cerita.aktor("Agus Salim Baransano"), rencana=yuliana, pada=hari,
            catatan="Tambahkan apa yang dipraktikkan di kelas sesudah lokakaryanya.",
        )  # fmt: skip
    with cerita.saat(2) as hari:
        _susun(
            cerita, "Rosalina Sawaki", hari,
            _isi(hari, uraian_kesenjangan="Konseling gizi ibu hamil",
                 kegiatan="Mentoring dengan bidan koordinator", jenis="mentoring", porsi="sosial"),
        )  # fmt: skip


def _ramai(instansi: Instansi, pada: dt.date) -> None:
    """Agreed plans of a part of the crowd, in bulk: told to nobody."""
    acak = random.Random(f"pengembangan-{pada.year}")
    sudah = set(RencanaPengembangan.objects.values_list("pegawai_id", flat=True))
    dipilih = [
        (pegawai, unit, penilai)
        for pegawai, unit, penilai in HubunganPenilai.objects.filter(
            berlaku_pada(pada),
            instansi=instansi,
            penilai__isnull=False,
            penugasan__jenis="definitif",
        )
        .order_by("penugasan_id")
        .values_list("penugasan__pegawai_id", "penugasan__unit_id", "penilai_id")
        if pegawai not in sudah and acak.random() < BAGIAN_RAMAI
    ]
    if not dipilih:
        return
    sisip_massal(
        [
            RencanaPengembangan(
                instansi=instansi, pegawai_id=pegawai, unit_id=unit, tahun=pada.year
            )
            for pegawai, unit, _penilai in dipilih
        ]
    )
    nama = dict(Pegawai.objects.filter(instansi=instansi).values_list("pk", "nama"))
    rencana = dict(
        RencanaPengembangan.objects.filter(instansi=instansi, tahun=pada.year).values_list(
            "pegawai_id", "pk"
        )
    )
    sisip_massal(
        [
            KegiatanPengembangan(
                instansi=instansi,
                rencana_id=rencana[pegawai],
                kesenjangan=kelompok,
                uraian_kesenjangan=senjang,
                kegiatan=kegiatan,
                jenis=jenis,
                porsi=porsi,
                jp=jp,
                target_pada=pada + dt.timedelta(days=acak.randint(20, 120)),
                disetujui_pada=pada,
            )
            for pegawai, _unit, _penilai in dipilih
            for kelompok, senjang, kegiatan, jenis, porsi, jp in acak.sample(
                _RAMAI, acak.randint(1, 3)
            )
        ]
    )
    for aksi, dari in (("ajukan", "draf"), ("setujui", "diajukan")):
        pindahkan(
            model=RencanaPengembangan,
            daftar=[
                LangkahMassal(
                    objek_id=rencana[pegawai],
                    instansi_id=instansi.pk,
                    jenis="rencana_pengembangan",
                    langkah=langkah("rencana_pengembangan", aksi, dari),
                    aktor=Aktor(None, instansi.pk, pelaku, nama.get(pelaku, ""), instansi.zona),
                    peran="pegawai" if aksi == "ajukan" else "penilai",
                    pada=pada,
                    bidang={"diajukan_pada": pada}
                    if aksi == "ajukan"
                    else {"disetujui_pada": pada, "penyetuju_id": pelaku},
                    muatan={"pegawai_id": pegawai},
                )
                for pegawai, _unit, penilai in dipilih
                for pelaku in ([pegawai] if aksi == "ajukan" else [penilai])
            ],
            antar=False,
        )

"""Talent of the kabupaten: assessments, three matrices, succession, corrections, career files.

The story Denpasar ends here: the transport officer with good years behind her is found for a
post, proposed, reviewed and decided by three people.
"""

import datetime as dt
import random
from decimal import Decimal

from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, Pegawai, PeranPetugas, UnitKerja
from tera.organisasi.selectors import penugasan_utama
from tera.organisasi.services.peran import beri_peran
from tera.tindak_lanjut.models import (
    KelompokSuksesi,
    PembacaanTalenta,
    PenilaianPotensi,
    PetaTalenta,
    UsulKarier,
)
from tera.tindak_lanjut.selectors.talenta.kriteria import Kriteria
from tera.tindak_lanjut.services.talenta import koreksi, peta, suksesi, usul
from tera.tindak_lanjut.services.talenta.baca import catat_baca
from tera.tindak_lanjut.services.talenta.cari import cari_calon
from tera.tindak_lanjut.services.talenta.dasar import IsiDokumen

SUMBER = "UPT Penilaian Kompetensi Provinsi (contoh)"
KADEK = "Kadek Ayu Pramesti"
#: Scores of the people of the stories; everybody else's fall around the middle.
NILAI = {
    KADEK: 87, "Andini Lestari": 92, "Rosalina Sawaki": 84, "Budi Hartono": 91,
    "Yuliana Wonda": 79, "Laode Rahmat": 81, "Fandi Ahmad": 74, "Ester Yoku": 90,
}  # fmt: skip
#: Not assessed yet: named on the page, placed nowhere.
BELUM_DINILAI = frozenset({"Maria Goreti Kambu"})
_NAMA = (
    "Citra Maharani", "Markus Wanggai", "Yohanes Rumbiak", KADEK, "Andini Lestari",
    "Rosalina Sawaki", "Budi Hartono", "Fandi Ahmad", "Dewi Anggraini", "Ester Yoku",
    "Bambang Irawan", "Laode Rahmat", "Maria Goreti Kambu",
)  # fmt: skip
_BAGIAN = 0.8


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """Write the talent of the kabupaten once."""
    if PetaTalenta.objects.filter(instansi=instansi).exists():
        return
    orang = {
        satu.nama: satu
        for satu in Pegawai.objects.filter(instansi=instansi, nama__in=_NAMA).select_related(
            "instansi"
        )
    }
    _petugas(instansi, sistem, orang, pada)
    _potensi(instansi, pada)
    _peta(orang, pada)
    _koreksi(orang, pada)
    _suksesi(orang, pada)
    _usul(orang, pada)
    _pencarian(orang, pada)


def _saat(hari: dt.date, jam: int = 9) -> dt.datetime:
    return clock.awal_hari(hari, "Asia/Jayapura") + dt.timedelta(hours=jam)


def _petugas(instansi: Instansi, sistem: Aktor, orang: dict[str, Pegawai], pada: dt.date) -> None:
    akar = UnitKerja.objects.get(instansi=instansi, induk__isnull=True)
    for nama, peran in (("Markus Wanggai", "pyb"), ("Yohanes Rumbiak", "pejabat_pembina")):
        if not PeranPetugas.objects.filter(pegawai=orang[nama], peran=peran).exists():
            beri_peran(
                aktor=sistem,
                pegawai_id=orang[nama].pk,
                peran=peran,
                unit_id=akar.pk,
                sejak=dt.date(pada.year - 1, 1, 1),
                sampai=None,
                dasar="Keputusan Bupati tentang pejabat yang berwenang (contoh)",
                pada=pada,
            )


def _potensi(instansi: Instansi, pada: dt.date) -> None:
    """Most PNS were assessed in one of two rounds; the law of large numbers does the rest."""
    daftar = []
    for pk, nip, nama in (
        Pegawai.objects.filter(instansi=instansi, status="pns")
        .order_by("pk")
        .values_list("pk", "nip", "nama")
    ):
        acak = random.Random(f"potensi {nip}")
        if nama in BELUM_DINILAI or (nama not in NILAI and acak.random() > _BAGIAN):
            continue
        hari = dt.date(pada.year - (2 if acak.random() < 0.6 else 1), 9, acak.randint(4, 26))
        if hari > pada:
            continue
        tengah = NILAI.get(nama) or min(98.0, max(48.0, acak.gauss(80, 8)))
        bagian = [Decimal(round(tengah + acak.gauss(0, 2), 2)).quantize(Decimal("0.01"))
                  for _n in range(3)]  # fmt: skip
        bagian = [min(Decimal(100), satu) for satu in bagian]
        daftar.append(
            PenilaianPotensi(
                instansi=instansi,
                pegawai_id=pk,
                tanggal=hari,
                kompetensi=bagian[0],
                potensi=bagian[1],
                rekam_jejak=bagian[2],
                total=(sum(bagian, Decimal()) / 3).quantize(Decimal("0.01")),
                bobot="1:1:1",
                sumber=SUMBER,
                nama_berkas=f"asesmen-{hari.year}.xlsx",
                nama_aktor="Citra Maharani, S.Psi., M.Si.",
                dicatat_pada=min(hari + dt.timedelta(days=30), pada),
            )
        )
    PenilaianPotensi.objects.bulk_create(daftar, batch_size=2000)


def _peta(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """Set two years ago, reviewed last year, being made this year."""
    citra, bupati = aktor_dari(orang["Citra Maharani"]), aktor_dari(orang["Yohanes Rumbiak"])
    for tahun, sampai, bulan in (
        (pada.year - 2, "ditetapkan", dt.date(pada.year - 1, 4, 14)),
        (pada.year - 1, "ditelaah", dt.date(pada.year, 4, 13)),
        (pada.year, "disusun", pada),
    ):
        hari = min(bulan, pada - dt.timedelta(days=2)) if sampai != "disusun" else pada
        with clock.jam_beku(min(_saat(hari), clock.sekarang())):
            satu = peta.susun_peta(aktor=citra, tahun=tahun, pada=hari)
            if sampai != "disusun":
                peta.telaah_peta(
                    aktor=citra,
                    peta=satu,
                    anggota="Markus Wanggai, Sekretaris Daerah\nHendra Kusumo, Kepala BKPSDM\n"
                    "Samuel Korwa, Inspektorat",
                    catatan="Komite memeriksa bahan kotak 7 sampai 9 satu per satu. Pegawai yang "
                    "belum diasesmen dijadwalkan ke putaran berikutnya; tidak ada yang ditempatkan "
                    "tanpa asesmen.",
                    pada=hari,
                )
        if sampai == "ditetapkan":
            tetap = min(hari + dt.timedelta(days=9), pada)
            with clock.jam_beku(min(_saat(tetap), clock.sekarang())):
                peta.tetapkan_peta(
                    aktor=bupati,
                    peta=satu,
                    dokumen=IsiDokumen(f"800.1.4/{tahun}/BUP", tetap),
                    pada=tetap,
                )


def _koreksi(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """One waits, one was mended, one was left as it is, one was taken back."""
    citra = aktor_dari(orang["Citra Maharani"])
    hari = pada - dt.timedelta(days=2)
    for nama, isi, hasil, jawaban in (
        (
            "Andini Lestari",
            ("pelatihan", "Belum tercatat", "Pelatihan validasi data kependudukan, 24 JP",
             "Sertifikat nomor 112/BPSDM (contoh)"),
            "",
            "",
        ),
        (
            "Rosalina Sawaki",
            ("pendidikan", "D-III Keperawatan", "D-IV Keperawatan, lulus tahun lalu",
             "Ijazah nomor 4471 (contoh)"),
            "perbaiki",
            "Pendidikan diperbaiki di profil setelah ijazah diperiksa; peta berikutnya memakainya.",
        ),
        (
            "Fandi Ahmad",
            ("pangkat", "III/a", "III/b sejak bulan ini", "Usul kenaikan pangkat"),
            "tolak",
            "Keputusan kenaikan pangkatnya belum terbit. Ajukan lagi sesudah suratnya ada.",
        ),
        (
            "Dewi Anggraini",
            ("jabatan", "Bidan", "Bidan Ahli Pertama", "Surat tugas"),
            "batalkan",
            "",
        ),
    ):  # fmt: skip
        aktor = aktor_dari(orang[nama])
        with clock.jam_beku(min(_saat(hari), clock.sekarang())):
            satu = koreksi.ajukan_koreksi(aktor=aktor, isi=koreksi.IsiKoreksi(*isi), pada=hari)
            if hasil == "batalkan":
                koreksi.batalkan_koreksi(aktor=aktor, koreksi=satu, pada=hari)
            elif hasil:
                koreksi.jawab_koreksi(
                    aktor=citra,
                    koreksi=satu,
                    diperbaiki=hasil == "perbaiki",
                    jawaban=jawaban,
                    pada=hari,
                )


def _suksesi(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """One group is set with the transport officer in it, one is being made, one was closed."""
    citra, bupati = aktor_dari(orang["Citra Maharani"]), aktor_dari(orang["Yohanes Rumbiak"])
    hari = pada - dt.timedelta(days=2)
    for jabatan, dekat, alasan, anggota, sampai in (
        (
            "Kepala Bidang Angkutan",
            KADEK,
            "Angkutan pelajar dan perintis bergantung pada bidang ini; pejabatnya pensiun dua "
            "tahun lagi.",
            ((KADEK, "satu_dua_tahun", "Capaian halte pelajar terukur; perlu pengalaman memimpin "
              "anggaran bidang."),),
            "ditetapkan",
        ),
        (
            "Kepala Bidang Pelayanan Pendaftaran Penduduk",
            "Andini Lestari",
            "Layanan yang paling banyak didatangi warga; belum ada calon yang disiapkan.",
            (("Andini Lestari", "satu_dua_tahun", "Memimpin perekaman pulau; siap sesudah "
              "pelatihan kepemimpinan."),
             ("Bambang Irawan", "siap_sekarang", "Putusan komite: pernah menjadi pelaksana "
              "tugas selama setahun.")),
            "disusun",
        ),
        (
            "Kepala Puskesmas Kota",
            "Ester Yoku",
            "Kelompok lama sebelum puskesmas digabung.",
            (("Rosalina Sawaki", "satu_dua_tahun", "Perawat pembina wilayah."),),
            "ditutup",
        ),
    ):  # fmt: skip
        tugas = penugasan_utama(pegawai_id=orang[dekat].pk, pada=hari)
        if tugas is None:
            continue
        with clock.jam_beku(min(_saat(hari), clock.sekarang())):
            satu: KelompokSuksesi = suksesi.buat_kelompok(
                aktor=citra,
                isi=suksesi.IsiKelompok(jabatan, "administrator", tugas.unit_id, alasan),
                pada=hari,
            )
            for nama, siap, sebab in anggota:
                suksesi.masukkan_anggota(
                    aktor=citra,
                    kelompok=satu,
                    isi=suksesi.IsiAnggota(orang[nama].pk, siap, sebab),
                    pada=hari,
                )
            if sampai == "ditetapkan":
                suksesi.tetapkan_kelompok(
                    aktor=bupati,
                    kelompok=satu,
                    dokumen=IsiDokumen(f"800.1.4/KRS-{satu.pk}/BUP", hari),
                    pada=hari,
                )
            elif sampai == "ditutup":
                suksesi.tutup_kelompok(
                    aktor=bupati, kelompok=satu, alasan="Puskesmasnya digabung.", pada=hari
                )


def _usul(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """A file in each state; the transport officer's is approved."""
    citra, sekda = aktor_dari(orang["Citra Maharani"]), aktor_dari(orang["Markus Wanggai"])
    bupati = aktor_dari(orang["Yohanes Rumbiak"])
    hari = pada - dt.timedelta(days=2)
    for nama, jenis, jabatan, sampai in (
        (KADEK, "promosi", "Kepala Seksi Angkutan Jalan", "disetujui"),
        ("Andini Lestari", "promosi", "Kepala Seksi Pendaftaran Penduduk", "ditelaah"),
        ("Bambang Irawan", "rotasi", "Analis Kebijakan Ahli Muda", "diajukan"),
        ("Rosalina Sawaki", "mutasi", "Perawat Ahli Muda", "dikembalikan"),
        ("Fandi Ahmad", "promosi", "Kepala Seksi Pengolahan Data", "ditolak"),
        ("Dewi Anggraini", "mutasi", "Bidan Ahli Muda", "dibatalkan"),
        ("Maria Goreti Kambu", "rotasi", "Pengelola Layanan Operasional", "disusun"),
    ):
        tugas = penugasan_utama(pegawai_id=orang[nama].pk, pada=hari)
        if tugas is None:
            continue
        with clock.jam_beku(min(_saat(hari, 10), clock.sekarang())):
            satu: UsulKarier = usul.susun_usul(
                aktor=citra,
                pegawai=orang[nama],
                isi=usul.IsiUsul(
                    jenis,
                    jabatan,
                    "pengawas" if jenis == "promosi" else "fungsional",
                    tugas.unit_id,
                    "Kinerja sedikitnya Baik tiga tahun berturut dan capaiannya terukur; unit "
                    "membutuhkan orang yang mengenal layanannya.",
                    "Hasil kinerja tiga tahun, capaian terverifikasi, peta talenta yang "
                    "ditetapkan.",
                ),
                pada=hari,
            )
            _jalankan(satu, sampai, citra, sekda, bupati, hari)


def _jalankan(
    satu: UsulKarier, sampai: str, citra: Aktor, sekda: Aktor, bupati: Aktor, hari: dt.date
) -> None:
    if sampai == "disusun":
        return
    usul.ajukan_usul(aktor=citra, usul=satu, pada=hari)
    if sampai == "dibatalkan":
        usul.batalkan_usul(aktor=citra, usul=satu, pada=hari)
    elif sampai == "dikembalikan":
        usul.kembalikan_usul(
            aktor=sekda, usul=satu, alasan="Lampirkan kebutuhan jabatan di unit tujuan.", pada=hari
        )
    elif sampai in {"ditelaah", "disetujui", "ditolak"}:
        usul.telaah_usul(
            aktor=sekda,
            usul=satu,
            catatan="Syarat pangkat dan kinerja terpenuhi; jabatannya lowong menurut peta jabatan.",
            pada=hari,
        )
    if sampai == "disetujui":
        usul.siapkan_cetakan(
            aktor=bupati,
            pegawai_id=satu.pegawai_id,
            keperluan="Bahan putusan usul karier",
            usul=satu,
            pada=hari,
        )
    if sampai in {"disetujui", "ditolak"}:
        setuju = sampai == "disetujui"
        usul.putuskan_usul(
            aktor=bupati,
            usul=satu,
            disetujui=setuju,
            alasan="Sesuai telaah." if setuju else "Menunggu satu tahun hasil lagi.",
            dokumen=IsiDokumen(f"821.2/{satu.pk}/BUP", hari) if setuju else None,
            pada=hari,
        )


def _pencarian(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """The search that found the transport officer, and who read her file."""
    sekda = aktor_dari(orang["Markus Wanggai"])
    hari = pada - dt.timedelta(days=3)
    with clock.jam_beku(min(_saat(hari, 8), clock.sekarang())):
        cari_calon(
            aktor=sekda,
            jabatan="Kepala Seksi Angkutan Jalan",
            unit_id=None,
            keperluan="Jabatan lowong per bulan depan",
            kriteria=Kriteria(
                pangkat_min="III/a", predikat_min="baik", predikat_tahun=3, suksesi=True,
                capaian_min=1,
            ),
            pada=hari,
        )  # fmt: skip
        catat_baca(
            aktor=sekda,
            pegawai_id=orang[KADEK].pk,
            hal=PembacaanTalenta.Hal.BERKAS,
            peran="pyb",
            pada=hari,
        )

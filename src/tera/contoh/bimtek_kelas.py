"""Classes of training in the demo: one in every state, a class with results, two semesters."""

import datetime as dt
import random
from collections.abc import Sequence

from django.db import transaction

from tera.bimtek import services
from tera.bimtek.angket import BUTIR
from tera.bimtek.models import HariKelas, KelasBimtek, PesertaKelas, SesiLatihan
from tera.bimtek.pemuat import daftar_kasus
from tera.bimtek.selectors.kelas_potret import semester, semester_sebelum
from tera.bimtek.selectors.latihan import kunci_penyusun
from tera.bimtek.selectors.sertifikat import KURSUS_MENILAI
from tera.bimtek.services import kelas as layanan
from tera.bimtek.services import kelas_hadir, kelas_hasil, kelas_undangan
from tera.bimtek.services.kelas_potret import potret_semester
from tera.contoh.keramaian import aktor_dari
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, Pegawai, UnitKerja

PELATIH = "Ni Wayan Sriasih"
#: Who took the class that has results: five of one dinas, five of another, five of the others.
ANGKATAN_SATU = (
    "Yulius Mandacan", "Budi Hartono", "Andini Lestari", "Fandi Ahmad", "Maria Goreti Kambu",
    "Paulus Rumere", "Siti Nurhaliza Umar", "Laode Rahmat", "Agus Salim Baransano",
    "Yuliana Wonda", "Ridwan Latuconsina", "Ester Yoku", "Rosalina Sawaki", "Ketut Suardana",
    "Rudi Simatupang",
)  # fmt: skip
#: Cases that mislead nearly everybody: the list of what to discuss isn't empty.
MENYESATKAN = frozenset({"loket-2", "guru-3"})
#: Of ten ratings so many miss the key, by where in the list somebody stands, at each practice.
MELESET = ((6, 5, 2), (3, 4, 1), (5, 4, 1))


@transaction.atomic
def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write them through the services; loading again changes nothing."""
    if KelasBimtek.objects.filter(instansi=instansi).exists():
        return
    sistem = Aktor.sistem(instansi.pk, instansi.zona)
    pelatih = _orang(instansi, PELATIH)
    _angkatan_satu(instansi, pelatih, pada)
    potret_semester(aktor=sistem, pada=pada)
    _selesai(instansi, pelatih, pada)
    _berlangsung(instansi, pelatih, pada)
    _terbuka(instansi, pelatih, pada)
    _susun(instansi, pelatih, "Menyusun SKP, angkatan 1", pada, 30, kursus="menyusun-skp")
    batal = _susun(instansi, pelatih, "Menilai objektif, angkatan 5", pada, 20)
    _undang(pelatih, batal, [_orang(instansi, "Bambang Irawan")], pada)
    layanan.buka_kelas(aktor=aktor_dari(pelatih), kelas=batal, pada=pada)
    layanan.batalkan_kelas(
        aktor=aktor_dari(pelatih), kelas=batal, pada=pada,
        alasan="Aula dipakai untuk pelantikan. Pesertanya kami undang ke angkatan berikutnya.",
    )  # fmt: skip


def _angkatan_satu(instansi: Instansi, pelatih: Pegawai, pada: dt.date) -> None:
    """Practice two semesters ago; last semester a class with practice before and after, frozen."""
    lalu = semester_sebelum(pada)
    lebih_lalu = semester(lalu[0] - dt.timedelta(days=1))
    orang = [_orang(instansi, nama) for nama in ANGKATAN_SATU]
    for n, satu in enumerate(orang):
        hari = lebih_lalu[1] - dt.timedelta(days=20 + n)
        sesi = services.mulai_latihan(aktor=aktor_dari(satu), pada=hari)
        _nilai(satu, sesi, n, 0, hari)
    hari = lalu[0] + dt.timedelta(days=60)
    awal = hari - dt.timedelta(days=14)
    kelas = _susun(instansi, pelatih, "Menilai objektif, angkatan 1", awal, 14, lama=2)
    _undang(pelatih, kelas, orang, awal)
    aktor = aktor_dari(pelatih)
    layanan.buka_kelas(aktor=aktor, kelas=kelas, pada=awal)
    semua = _terima(kelas, awal)
    for n, peserta in enumerate(semua):
        _latih(peserta, "sebelum", n, 1, awal)
    kelas_hasil.lihat_sebelum(aktor=aktor, kelas=kelas, pada=awal)
    kelas.refresh_from_db()
    _jalankan(aktor, kelas, semua)
    layanan.selesaikan_kelas(aktor=aktor, kelas=kelas, pada=kelas.selesai)
    usai = kelas.selesai + dt.timedelta(days=3)
    for n, peserta in enumerate(semua):
        peserta.kelas = kelas
        _latih(peserta, "sesudah", n, 2, usai)
        if n % 5:
            _angket(peserta, n)
    kelas_hasil.bekukan_hasil(aktor=aktor, kelas=kelas, pada=usai)


def _selesai(instansi: Instansi, pelatih: Pegawai, pada: dt.date) -> None:
    """Ended three days ago: practice after and the questionnaire are open."""
    awal = pada - dt.timedelta(days=12)
    kelas = _susun(instansi, pelatih, "Menilai objektif, angkatan 2", awal, 9)
    nama = ("Kadek Ayu Pramesti", "Dewi Anggraini", "Bambang Irawan", "Hendra Kusumo")
    _undang(pelatih, kelas, [_orang(instansi, satu) for satu in nama], awal)
    aktor = aktor_dari(pelatih)
    layanan.buka_kelas(aktor=aktor, kelas=kelas, pada=awal)
    semua = _terima(kelas, awal)
    for n, peserta in enumerate(semua[:3]):
        _latih(peserta, "sebelum", n, 1, awal)
    _jalankan(aktor, kelas, semua[:3])
    layanan.selesaikan_kelas(aktor=aktor, kelas=kelas, pada=kelas.selesai)
    peserta = PesertaKelas.objects.get(kelas=kelas, pegawai__nama="Dewi Anggraini")
    _latih(peserta, "sesudah", 1, 2, pada)
    _angket(peserta, 1)


def _berlangsung(instansi: Instansi, pelatih: Pegawai, pada: dt.date) -> None:
    """Its first day is today, with a code that is shown."""
    awal = pada - dt.timedelta(days=10)
    kelas = _susun(instansi, pelatih, "Menilai objektif, angkatan 3", awal, 10, lama=2)
    nama = ("Samuel Korwa", "Citra Maharani", "Ester Yoku", "Agus Salim Baransano")
    _undang(pelatih, kelas, [_orang(instansi, satu) for satu in nama], awal)
    aktor = aktor_dari(pelatih)
    layanan.buka_kelas(aktor=aktor, kelas=kelas, pada=awal)
    semua = _terima(kelas, awal)
    layanan.mulai_kelas(aktor=aktor, kelas=kelas, pada=pada)
    hari = HariKelas.objects.select_related("kelas__unit").get(kelas=kelas, tanggal=pada)
    kelas_hadir.tandai_hadir(
        aktor=aktor, hari=hari, daftar_peserta={semua[0].pk: True, semua[1].pk: False}, pada=pada
    )
    kelas_hadir.atur_kode(aktor=aktor, hari=hari, terbuka=True, pada=pada)


def _terbuka(instansi: Instansi, pelatih: Pegawai, pada: dt.date) -> None:
    """Ten days ahead: one said yes, one no, others haven't answered."""
    kelas = _susun(instansi, pelatih, "Menilai objektif, angkatan 4", pada, 10)
    nama = ("Budi Hartono", "Markus Wanggai", "Rudi Simatupang", "Ketut Suardana")
    _undang(pelatih, kelas, [_orang(instansi, satu) for satu in nama], pada)
    layanan.buka_kelas(aktor=aktor_dari(pelatih), kelas=kelas, pada=pada)
    for siapa, menerima, alasan in (
        ("Rudi Simatupang", True, ""),
        ("Ketut Suardana", False, "Mendampingi pemeriksaan di lapangan pekan itu."),
    ):
        peserta = kelas.daftar_peserta.get(pegawai__nama=siapa)
        kelas_undangan.jawab_undangan(
            aktor=aktor_dari(peserta.pegawai), peserta=peserta, menerima=menerima, alasan=alasan,
            pada=pada,
        )  # fmt: skip


def _susun(
    instansi: Instansi,
    pelatih: Pegawai,
    judul: str,
    pada: dt.date,
    jarak: int,
    *,
    lama: int = 1,
    kursus: str = KURSUS_MENILAI,
) -> KelasBimtek:
    mulai = pada + dt.timedelta(days=jarak)
    return layanan.susun_kelas(
        aktor=aktor_dari(pelatih),
        unit=UnitKerja.objects.get(instansi=instansi, induk__isnull=True),
        isi=layanan.IsiKelas(
            kursus=kursus,
            judul=judul,
            mulai=mulai,
            selesai=mulai + dt.timedelta(days=lama - 1),
            balas_sampai=mulai - dt.timedelta(days=min(3, jarak)),
            cara=KelasBimtek.Cara.TATAP_MUKA.value,
            tempat="Aula Badan Kepegawaian dan Pengembangan SDM, lantai 2",
            kapasitas=30,
            jp=8 * lama,
        ),
        pelatih=[pelatih],
        pada=pada,
    )


def _undang(pelatih: Pegawai, kelas: KelasBimtek, orang: Sequence[Pegawai], pada: dt.date) -> None:
    kelas_undangan.undang_nip(
        aktor=aktor_dari(pelatih), kelas=kelas, teks="\n".join(satu.nip for satu in orang),
        pada=pada,
    )  # fmt: skip


def _terima(kelas: KelasBimtek, pada: dt.date) -> list[PesertaKelas]:
    for satu in kelas.daftar_peserta.select_related("pegawai__instansi"):
        kelas_undangan.jawab_undangan(
            aktor=aktor_dari(satu.pegawai), peserta=satu, menerima=True, alasan="", pada=pada
        )
    return list(kelas.daftar_peserta.select_related("pegawai__instansi", "kelas").order_by("pk"))


def _jalankan(aktor: Aktor, kelas: KelasBimtek, peserta: Sequence[PesertaKelas]) -> None:
    layanan.mulai_kelas(aktor=aktor, kelas=kelas, pada=kelas.mulai)
    for hari in HariKelas.objects.filter(kelas=kelas).select_related("kelas__unit"):
        kelas_hadir.tandai_hadir(
            aktor=aktor, hari=hari, daftar_peserta={satu.pk: True for satu in peserta},
            pada=hari.tanggal,
        )  # fmt: skip


def _latih(peserta: PesertaKelas, fase: str, n: int, kali: int, pada: dt.date) -> None:
    aktor = aktor_dari(peserta.pegawai)
    kini = PesertaKelas.objects.select_related("kelas").get(pk=peserta.pk)
    sesi = kelas_hasil.mulai_latihan_kelas(aktor=aktor, peserta=kini, fase=fase, pada=pada)
    _nilai(peserta.pegawai, sesi, n, kali, pada)


def _nilai(pegawai: Pegawai, sesi: SesiLatihan, n: int, kali: int, pada: dt.date) -> None:
    """Rate a session near its key: the first five too strict, the next near it, others both."""
    kelompok = min(n // 5, 2)
    acak = random.Random(1000 * n + kali)
    semua = list(sesi.daftar_kasus.all())
    for satu in semua:
        arah = (-1, 0, 1)[kelompok] or acak.choice((-1, 1))
        luput = 7 if satu.kasus in MENYESATKAN else MELESET[kelompok][kali]
        satu.tingkat = [
            min(2, max(0, nilai + arah)) if acak.randrange(10) < luput else nilai
            for nilai in kunci_penyusun(daftar_kasus()[satu.kasus])
        ]
    sesi.daftar_kasus.bulk_update(semua, ["tingkat"])
    services.selesaikan_sesi(aktor=aktor_dari(pegawai), sesi=sesi, pada=pada)


def _angket(peserta: PesertaKelas, n: int) -> None:
    jawaban = {
        kode: ("baik", "sangat_baik", "cukup", "baik")[(n + m) % 4] for m, kode in enumerate(BUTIR)
    }
    kini = PesertaKelas.objects.select_related("kelas").get(pk=peserta.pk)
    kelas_hasil.isi_angket(
        aktor=aktor_dari(peserta.pegawai), peserta=kini, jawaban=jawaban,
        tema=["latihan"] if n % 2 else ["bahas", "contoh"],
    )  # fmt: skip


def _orang(instansi: Instansi, nama: str) -> Pegawai:
    return Pegawai.objects.select_related("instansi").get(instansi=instansi, nama=nama)

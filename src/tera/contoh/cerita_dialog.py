"""How the people of the stories speak with each other: meetings, a thread, a monthly session.

Last year's five questions are answered by most people, written as tallies, then frozen by the
room's own service and answered by the pengelola.
"""

import datetime as dt
import random
from collections import Counter

from django.db import transaction

from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.core.sisip import sisip_massal
from tera.dialog import services
from tera.dialog.models import JawabanProses, KeikutsertaanProses, Pertemuan
from tera.dialog.proses import BUTIR
from tera.dialog.services import IsiJadwal
from tera.evaluasi.models import Evaluasi
from tera.organisasi.models import Instansi, Pegawai, Penugasan, Periode
from tera.organisasi.selectors import berlaku_pada

IKUT = 0.82
#: How the answers of the five questions fall: ya, sebagian, tidak.
BOBOT = {
    "jelas": (60, 30, 10),
    "adil": (52, 33, 15),
    "didengar": (45, 35, 20),
    "berguna": (55, 32, 13),
    "sepadan": (38, 37, 25),
}
TANGGAPAN = (
    "Dua hal kami baca dari hasil ini: penjelasan sebelum penetapan masih jarang, dan waktu yang "
    "dihabiskan terasa berat. Mulai tahun ini setiap penilai menjadwalkan pembahasan hasil sebelum "
    "menyampaikan dokumen, dan laporan manual yang sama isinya tidak diminta lagi. Bidang Kinerja "
    "memeriksanya tiap triwulan."
)


def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write the dialogue of the stories once."""
    if Pertemuan.objects.filter(instansi=instansi).exists():
        return
    orang = {
        satu.nama: satu
        for satu in Pegawai.objects.filter(instansi=instansi, nama__in=_NAMA).select_related(
            "instansi"
        )
    }
    _kotabumi(orang, pada)
    _lain(orang, pada)
    _hasil(orang, pada)
    _manokwari(orang, pada)
    _lima_pertanyaan(instansi, orang["Citra Maharani"], pada)


_NAMA = (
    "Andini Lestari", "Budi Hartono", "Fandi Ahmad", "Ester Yoku", "Rosalina Sawaki",
    "Dewi Anggraini", "Citra Maharani", "Yuliana Wonda", "Agus Salim Baransano",
)  # fmt: skip


def _saat(hari: dt.date, jam: int = 9) -> dt.datetime:
    return clock.awal_hari(hari, "Asia/Jayapura") + dt.timedelta(hours=jam)


def _hari_kerja(hari: dt.date) -> dt.date:
    """The day, or the Friday before a weekend."""
    return hari - dt.timedelta(days=max(hari.weekday() - 4, 0))


def _isi(hari: dt.date, jam: int, tempat: str) -> IsiJadwal:
    return IsiJadwal(hari, dt.time(jam), dt.time(jam + 1), tempat)


def _kotabumi(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """A meeting that was held, with agreements at every state, and one that comes."""
    andini, budi = aktor_dari(orang["Andini Lestari"]), aktor_dari(orang["Budi Hartono"])
    hari = _hari_kerja(pada - dt.timedelta(days=18))
    with clock.jam_beku(_saat(hari - dt.timedelta(days=4))):
        satu = services.jadwalkan_pertemuan(
            aktor=budi,
            dengan=orang["Andini Lestari"],
            isi=_isi(hari, 14, "Ruang Bidang Pelayanan"),
            pada=hari - dt.timedelta(days=4),
        )
        for aktor, teks in (
            (budi, "Antrean perekaman pemula di dua sekolah pulau"),
            (andini, "Pembagian loket saat jaringan SIAK putus"),
            (andini, "Pelatihan validasi data: kapan dan siapa menggantikan"),
        ):
            services.tambah_agenda(aktor=aktor, pertemuan=satu, teks=teks)
    with clock.jam_beku(_saat(hari, 15)):
        for butir in satu.daftar_agenda.all()[:2]:
            services.tandai_dibahas(aktor=budi, butir=butir, sudah=True)
        services.tulis_catatan(
            aktor=budi,
            pertemuan=satu,
            teks="Perekaman pemula dijadwalkan ulang dengan kapal Kamis. Loket dua tetap buka "
            "saat jaringan putus, permohonan dicatat di buku.",
            versi=0,
        )
        services.tulis_catatan(
            aktor=andini,
            pertemuan=satu,
            teks="Perekaman pemula dijadwalkan ulang dengan kapal Kamis; surat ke dua kepala "
            "sekolah dikirim Senin.\n\nLoket dua tetap buka saat jaringan putus, permohonan "
            "dicatat di buku dan dimasukkan malam itu juga.\n\nPelatihan dibahas pada pertemuan "
            "berikutnya.",
            versi=1,
        )
        janji = [
            services.tambah_kesepakatan(
                aktor=budi,
                asal=satu,
                uraian=uraian,
                penanggung_jawab_id=orang[nama].pk,
                tenggat=pada + dt.timedelta(days=lama),
                pada=hari,
            )
            for uraian, nama, lama in (
                ("Kirim surat jadwal perekaman ke dua sekolah pulau", "Andini Lestari", -14),
                ("Tulis satu halaman cara kerja saat jaringan putus", "Andini Lestari", 6),
                ("Mintakan satu alat rekam jinjing kepada Sekretariat", "Budi Hartono", 9),
            )
        ]
        services.selesaikan_pertemuan(aktor=budi, pertemuan=satu, pada=hari)
    with clock.jam_beku(_saat(pada - dt.timedelta(days=15))):
        services.selesaikan_kesepakatan(
            aktor=andini, kesepakatan=janji[0], pada=pada - dt.timedelta(days=15)
        )
    services.usulkan_perubahan(
        aktor=budi,
        kesepakatan=janji[2],
        uraian=janji[2].uraian,
        tenggat=pada + dt.timedelta(days=23),
        pada=pada,
    )
    nanti = _hari_kerja(pada + dt.timedelta(days=6))
    datang = services.jadwalkan_pertemuan(
        aktor=andini,
        dengan=orang["Budi Hartono"],
        isi=_isi(nanti, 10, "Ruang Bidang Pelayanan"),
        pada=pada,
    )
    services.tambah_agenda(aktor=andini, pertemuan=datang, teks="Pelatihan validasi data")
    services.jadwalkan_pertemuan(
        aktor=budi,
        dengan=orang["Fandi Ahmad"],
        isi=_isi(nanti, 13, "Ruang Bidang Pelayanan"),
        pada=pada,
    )


def _lain(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """One meeting goes on today, one was called off, one agreement was changed by both."""
    agus, yuliana = aktor_dari(orang["Agus Salim Baransano"]), aktor_dari(orang["Yuliana Wonda"])
    hari = _hari_kerja(pada - dt.timedelta(days=30))
    with clock.jam_beku(_saat(hari)):
        batal = services.jadwalkan_pertemuan(
            aktor=agus,
            dengan=orang["Yuliana Wonda"],
            isi=_isi(hari + dt.timedelta(days=3), 12, "Ruang guru"),
            pada=hari,
        )
        services.batalkan_pertemuan(
            aktor=yuliana,
            pertemuan=batal,
            alasan="Bersamaan dengan asesmen kelas lima; usul hari lain minggu depan.",
            pada=hari,
        )
    kini = services.jadwalkan_pertemuan(
        aktor=agus, dengan=orang["Yuliana Wonda"], isi=_isi(pada, 9, "Ruang guru"), pada=pada
    )
    services.tambah_agenda(
        aktor=yuliana, pertemuan=kini, teks="Umpan balik tugas pada pekan asesmen"
    )
    services.mulai_pertemuan(aktor=yuliana, pertemuan=kini, pada=pada)
    janji = services.tambah_kesepakatan(
        aktor=agus,
        asal=kini,
        uraian="Kembalikan tugas paling lama tiga hari sesudah dikumpulkan",
        penanggung_jawab_id=orang["Yuliana Wonda"].pk,
        tenggat=pada + dt.timedelta(days=14),
        pada=pada,
    )
    services.usulkan_perubahan(
        aktor=yuliana,
        kesepakatan=janji,
        uraian="Kembalikan tugas paling lama tiga hari; pekan asesmen lima hari",
        tenggat=pada + dt.timedelta(days=21),
        pada=pada,
    )
    services.setujui_perubahan(aktor=agus, kesepakatan=janji, pada=pada)


def _hasil(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """A result spoken about, a question answered, and one that waits."""
    for nama, teks, jawaban in (
        (
            "Andini Lestari",
            "Apa yang membuat perilaku kerja saya kali ini di atas ekspektasi, supaya bisa saya "
            "jaga?",
            "Dua hal: kekurangan berkas dijelaskan sekali dan jelas, dan 41 kartu pujian warga "
            "pada triwulan ini. Pertahankan yang pertama; itu yang memangkas antrean.",
        ),
        (
            "Yuliana Wonda",
            "Catatan Bapak menyebut pekan asesmen. Berapa hari yang dianggap wajar untuk "
            "mengembalikan tugas?",
            "",
        ),
    ):
        evaluasi = (
            Evaluasi.objects.filter(
                pegawai=orang[nama],
                periode__tahun=pada.year,
                status__in=["disampaikan", "final"],
                penilai__isnull=False,
            )
            .select_related("penilai__instansi", "unit", "skp__penugasan", "periode")
            .order_by("-periode__selesai")
            .first()
        )
        if evaluasi is None or evaluasi.penilai is None:
            continue
        penilai, pegawai = aktor_dari(evaluasi.penilai), aktor_dari(orang[nama])
        hari = max(evaluasi.disampaikan_pada or pada, pada - dt.timedelta(days=9))
        hari = min(hari, pada)
        with clock.jam_beku(_saat(hari)):
            tanya = services.ajukan_pertanyaan(
                aktor=pegawai, evaluasi=evaluasi, baris="rating:perilaku_kerja", teks=teks,
                pada=hari,
            )  # fmt: skip
        if jawaban:
            with clock.jam_beku(_saat(hari, 13)):
                services.kirim_jawaban(aktor=penilai, pertanyaan=tanya, teks=jawaban, pada=hari)
                temu = services.jadwalkan_pertemuan(
                    aktor=penilai,
                    dengan=orang[nama],
                    isi=_isi(hari, 11, "Ruang Bidang Pelayanan"),
                    evaluasi=evaluasi,
                    pada=hari,
                )
                services.selesaikan_pertemuan(aktor=penilai, pertemuan=temu, pada=hari)


def _manokwari(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """The monthly discussion of the puskesmas: one held, the next one planned."""
    ester = aktor_dari(orang["Ester Yoku"])
    rosalina, dewi = orang["Rosalina Sawaki"], orang["Dewi Anggraini"]
    hari = _hari_kerja(pada - dt.timedelta(days=24))
    unit = Penugasan.objects.filter(
        berlaku_pada(hari), pegawai=orang["Ester Yoku"], memimpin_unit=True
    ).first()
    if unit is None:
        return
    with clock.jam_beku(_saat(hari - dt.timedelta(days=5))):
        sesi = services.jadwalkan_sesi(
            aktor=ester,
            unit_id=unit.unit_id,
            topik="Diskusi bulanan: antrean pagi dan kelas Jumat",
            isi=_isi(hari, 13, "Aula Puskesmas"),
            daftar_peserta=[rosalina.pk, dewi.pk],
            pada=hari - dt.timedelta(days=5),
        )
    with clock.jam_beku(_saat(hari, 14)):
        for dari, kepada, teks in (
            (rosalina, dewi, "Kartu antrean warna dari Dewi membuat ibu hamil tidak berdiri lama. "
             "Saran: pasang juga di pintu samping."),
            (dewi, rosalina, "Kelas Jumat ramai karena kader ikut mengajar. Saran: mulai lima "
             "belas menit lebih awal supaya tidak bertabrakan dengan imunisasi."),
            (orang["Ester Yoku"], None, "Terima kasih, catatan stok obat sudah seragam. Bulan "
             "depan kita lihat kunjungan rumah yang tertunda."),
        ):  # fmt: skip
            services.beri_masukan(
                aktor=aktor_dari(dari), sesi=sesi, kepada_id=kepada.pk if kepada else None,
                teks=teks,
            )  # fmt: skip
        services.tulis_notulen(
            aktor=ester,
            sesi=sesi,
            teks="Antrean pagi rata-rata 38 menit, turun dari 51. Kelas Jumat dimulai 08.45.\n\n"
            "Kunjungan rumah dua kampung dijadwalkan setelah jalan dibuka.",
            versi=0,
        )
        services.tambah_kesepakatan(
            aktor=ester,
            asal=sesi,
            uraian="Pasang kartu antrean warna di pintu samping",
            penanggung_jawab_id=dewi.pk,
            tenggat=pada + dt.timedelta(days=4),
            pada=hari,
        )
        services.selesaikan_sesi(aktor=ester, sesi=sesi, hadir=[rosalina.pk, dewi.pk], pada=hari)
    services.ulangi_sesi(aktor=ester, sesi=sesi, pada=pada)
    batal = services.jadwalkan_sesi(
        aktor=ester,
        unit_id=unit.unit_id,
        topik="Persiapan akreditasi",
        isi=_isi(pada + dt.timedelta(days=2), 13, "Aula Puskesmas"),
        daftar_peserta=[rosalina.pk, dewi.pk],
        pada=pada,
    )
    services.batalkan_sesi(
        aktor=ester,
        sesi=batal,
        alasan="Tim akreditasi datang pekan depan; jadwal baru menyusul.",
        pada=pada,
    )


@transaction.atomic
def _lima_pertanyaan(instansi: Instansi, citra: Pegawai, pada: dt.date) -> None:
    """Most people answered about last year: tallies in bulk, then the room's own freezing."""
    periode = Periode.objects.filter(
        instansi=instansi, jenis="tahunan", tahun=pada.year - 1
    ).first()
    if periode is None or KeikutsertaanProses.objects.filter(periode=periode).exists():
        return
    acak = random.Random(f"proses-{periode.tahun}")
    hari = periode.selesai + dt.timedelta(days=20)
    ikut: list[KeikutsertaanProses] = []
    hitung: Counter[tuple[int, str, str]] = Counter()
    sudah: set[int] = set()
    for pegawai_id, unit_id in (
        Penugasan.objects.filter(berlaku_pada(periode.selesai), instansi=instansi)
        .order_by("pk")
        .values_list("pegawai_id", "unit_id")
    ):
        if pegawai_id in sudah or acak.random() > IKUT:
            continue
        sudah.add(pegawai_id)
        ikut.append(
            KeikutsertaanProses(
                periode=periode,
                pegawai_id=pegawai_id,
                tanggal=min(hari + dt.timedelta(days=acak.randint(0, 20)), pada),
            )
        )
        for butir in BUTIR:
            pilihan = acak.choices(JawabanProses.Pilihan.values, BOBOT[butir])[0]
            hitung[unit_id, butir, pilihan] += 1
    acak.shuffle(ikut)
    sisip_massal(ikut)
    sisip_massal(
        [
            JawabanProses(periode=periode, unit_id=unit_id, butir=butir, pilihan=pilihan, jumlah=n)
            for (unit_id, butir, pilihan), n in sorted(hitung.items())
        ]
    )
    if services.bekukan_hasil(periode=periode, pada=pada):
        services.tanggapi_proses(
            aktor=aktor_dari(citra), periode=periode, teks=TANGGAPAN, pada=pada
        )

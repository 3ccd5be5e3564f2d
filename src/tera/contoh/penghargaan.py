"""Awards of the stories: a round in every state, clean records, corrections, the TPP rule.

The services of the room write all of it; nobody of the crowd is awarded.
"""

import datetime as dt
from decimal import Decimal
from typing import Any

from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, Pegawai, Penugasan, PeranPetugas, UnitKerja
from tera.organisasi.selectors import berlaku_pada
from tera.organisasi.services.peran import beri_peran
from tera.tindak_lanjut.models import (
    CalonPenghargaan,
    DataBulanan,
    JenisPenghargaan,
    PutaranPenghargaan,
)
from tera.tindak_lanjut.selectors.penghargaan.putaran import benturan
from tera.tindak_lanjut.services.penghargaan import calon as layanan_calon
from tera.tindak_lanjut.services.penghargaan import putaran as layanan
from tera.tindak_lanjut.services.penghargaan import rekam as layanan_rekam
from tera.tindak_lanjut.services.penghargaan.calon import Putusan
from tera.tindak_lanjut.services.penghargaan.rekam import IsiRekam
from tera.tindak_lanjut.services.penghargaan.tunjangan import catat_aturan

_NAMA = (
    "Andini Lestari", "Budi Hartono", "Rosalina Sawaki", "Ester Yoku", "Kadek Ayu Pramesti",
    "Laode Rahmat", "Citra Maharani", "Samuel Korwa", "Markus Wanggai", "Yohanes Rumbiak",
    "Galih Prasetyo", "Yulius Mandacan", "Yuliana Wonda", "Agus Salim Baransano",
)  # fmt: skip
_SATYA = (
    "Diberikan kepada PNS yang mengabdi {n} tahun tanpa putus dengan kesetiaan, kecakapan, dan "
    "kedisiplinan, tidak pernah dijatuhi hukuman disiplin sedang atau berat, dan tidak pernah cuti "
    "di luar tanggungan negara."
)


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """Write the awards of the stories once."""
    if JenisPenghargaan.objects.filter(instansi=instansi).exists():
        return
    orang = {
        satu.nama: satu
        for satu in Pegawai.objects.filter(instansi=instansi, nama__in=_NAMA).select_related(
            "instansi"
        )
    }
    akar = UnitKerja.objects.get(instansi=instansi, induk__isnull=True)
    _pemutus(sistem, orang["Yohanes Rumbiak"], akar, pada)
    jenis = _jenis(aktor_dari(orang["Citra Maharani"]), pada)
    _rekam(orang, pada)
    _diumumkan(orang, jenis["x"], pada)
    _ditelaah(orang, jenis["xx"], pada)
    _dibuka(orang, jenis["terbaik"], akar, pada)
    _diputuskan(orang, jenis["inovasi"], akar, pada)
    _dibatalkan(orang, jenis["capaian"], akar, pada)
    _tunjangan(orang, pada)


def _pemutus(sistem: Aktor, bupati: Pegawai, akar: UnitKerja, pada: dt.date) -> None:
    if PeranPetugas.objects.filter(pegawai=bupati, peran="pejabat_pembina").exists():
        return
    beri_peran(
        aktor=sistem, pegawai_id=bupati.pk, peran="pejabat_pembina", unit_id=akar.pk,
        sejak=dt.date(pada.year - 1, 1, 1), sampai=None,
        dasar="Keputusan pelantikan (contoh)", pada=pada,
    )  # fmt: skip


def _jenis(citra: Aktor, pada: dt.date) -> dict[str, JenisPenghargaan]:
    dasar: dict[str, Any] = {
        "berkala": "tahunan", "kuota": None, "predikat_minimal": "", "jumlah_tahun_predikat": 2,
        "capaian_minimal": 0, "masa_kerja_minimal": 0, "bersih_disiplin": True,
        "boleh_publik": True, "aktif": True, "dasar": "Keputusan Bupati (contoh)",
    }  # fmt: skip
    daftar: dict[str, dict[str, Any]] = {
        kata: {
            "nama": f"Satyalancana Karya Satya {kata.upper()}",
            "aturan": f"satyalancana_{kata}",
            "kriteria": _SATYA.format(n=n),
            "dasar": "UU 20/2009 dan PP 35/2010",
        }
        for kata, n in (("x", 10), ("xx", 20), ("xxx", 30))
    }
    daftar |= {
        "terbaik": {
            "nama": "Pegawai terbaik perangkat daerah",
            "aturan": "unit_terbaik",
            "kriteria": "Predikat Baik atau lebih dua tahun berturut-turut, sedikitnya satu "
            "capaian terverifikasi tahun ini, dan disebut rekan atau warga yang dilayani.",
            "predikat_minimal": "baik",
            "capaian_minimal": 1,
            "kuota": 12,
        },
        "capaian": {
            "nama": "Capaian istimewa",
            "aturan": "capaian_istimewa",
            "kriteria": "Perubahan yang terukur sebelum dan sesudahnya, diverifikasi atasan.",
            "capaian_minimal": 1,
            "berkala": "sewaktu",
        },
        "inovasi": {
            "nama": "Inovasi pelayanan",
            "aturan": "lain",
            "kriteria": "Cara kerja baru yang meringankan warga dan bisa ditiru unit lain.",
            "boleh_publik": True,
            "kuota": 3,
            "berkala": "semesteran",
        },
    }
    return {
        kata: layanan.simpan_jenis(aktor=citra, isi=dasar | isi, pada=pada)
        for kata, isi in daftar.items()
    }


def _rekam(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """Clean statements, a light punishment that excludes nobody, corrections in every state."""
    citra = aktor_dari(orang["Citra Maharani"])
    periksa = pada - dt.timedelta(days=40)
    for nama in ("Andini Lestari", "Budi Hartono", "Rosalina Sawaki", "Kadek Ayu Pramesti"):
        layanan_rekam.catat_rekam(
            aktor=citra, pegawai=orang[nama], pada=pada,
            isi=IsiRekam("bersih", periksa, None, f"800/KET/{orang[nama].pk}", periksa),
        )  # fmt: skip
    laode = orang["Laode Rahmat"]
    mulai = pada - dt.timedelta(days=400)
    rekam = layanan_rekam.catat_rekam(
        aktor=citra, pegawai=laode, pada=pada,
        isi=IsiRekam("hukdis_ringan", mulai, None, "800/HD/17", mulai),
    )  # fmt: skip
    layanan_rekam.ajukan_koreksi(
        aktor=aktor_dari(laode), rekam=rekam, pada=pada,
        uraian="Teguran itu dicabut setelah saya mengajukan keberatan; suratnya ada pada saya.",
    )  # fmt: skip
    for nama, terima, jawaban in (
        ("Ester Yoku", True, "Surat keterangan dari inspektorat sudah kami catat."),
        ("Yuliana Wonda", False, "Cuti yang Anda maksud cuti besar, bukan CLTN; tidak dicatat."),
    ):
        koreksi = layanan_rekam.ajukan_koreksi(
            aktor=aktor_dari(orang[nama]), rekam=None, pada=pada,
            uraian="Mohon rekam saya dilengkapi dengan surat dari inspektorat.",
        )  # fmt: skip
        layanan_rekam.jawab_koreksi(
            aktor=citra, koreksi=koreksi, terima=terima, jawaban=jawaban, pada=pada
        )


def _opd(pegawai: Pegawai, pada: dt.date) -> UnitKerja:
    tugas = Penugasan.objects.select_related("unit__opd").get(
        berlaku_pada(pada), pegawai=pegawai, jenis="definitif"
    )
    return tugas.unit.opd or tugas.unit


def _tim(orang: dict[str, Pegawai], putaran: PutaranPenghargaan, pada: dt.date) -> None:
    layanan.tunjuk_tim(
        aktor=aktor_dari(orang["Citra Maharani"]),
        putaran=putaran,
        daftar={
            orang["Markus Wanggai"].pk: "ketua",
            orang["Citra Maharani"].pk: "sekretaris",
            orang["Samuel Korwa"].pk: "anggota",
        },
        nomor=f"800/TIM-PENGHARGAAN/{pada.year}",
        tanggal=pada,
        pada=pada,
    )


def _buka(
    orang: dict[str, Pegawai],
    jenis: JenisPenghargaan,
    nama: str,
    unit: UnitKerja,
    pada: dt.date,
    hari: int = 14,
) -> PutaranPenghargaan:
    return layanan.buka_putaran(
        aktor=aktor_dari(orang["Citra Maharani"]), jenis=jenis, nama=nama, unit=unit,
        tanggal_usul=pada, usul_sampai=pada + dt.timedelta(days=hari), pada=pada,
    )  # fmt: skip


def _pandang(orang: dict[str, Pegawai], calon: CalonPenghargaan, kata: str, pada: dt.date) -> None:
    for nama, alasan in (
        ("Samuel Korwa", "Rekam dan buktinya sesuai."),
        ("Markus Wanggai", "Masa kerja dan hasilnya sejalan dengan kriteria."),
    ):
        anggota = orang[nama]
        aktor = aktor_dari(anggota)
        sebab = benturan(anggota_id=anggota.pk, calon=calon, pada=pada)
        layanan_calon.catat_pandangan(
            aktor=aktor, calon=calon, pada=pada, benturan_lain=False,
            pandangan=kata if sebab == "tidak_ada" else "abstain",
            alasan=alasan if sebab == "tidak_ada" else "Saya menilai orang ini.",
        )  # fmt: skip


def _diumumkan(orang: dict[str, Pegawai], jenis: JenisPenghargaan, pada: dt.date) -> None:
    """Two months ago: the Satyalancana X of one dinas, one who agreed to be named."""
    hari = pada - dt.timedelta(days=60)
    citra = aktor_dari(orang["Citra Maharani"])
    with clock.jam_beku(clock.awal_hari(hari, "Asia/Jayapura") + dt.timedelta(hours=9)):
        putaran = _buka(orang, jenis, f"Usul {hari.year}", _opd(orang["Budi Hartono"], hari), hari)
        layanan.hitung_calon(aktor=citra, putaran=putaran, pada=hari)
        daftar = list(putaran.daftar_calon.select_related("pegawai", "putaran").order_by("pk"))
        for satu in daftar[8:]:
            satu.delete()
        del daftar[8:]
        if not daftar:
            layanan_calon.usulkan_calon(
                aktor=aktor_dari(orang["Budi Hartono"]), putaran=putaran,
                pegawai_id=orang["Andini Lestari"].pk, alasan="Setia dan cakap.", pada=hari,
            )  # fmt: skip
            daftar = list(putaran.daftar_calon.select_related("pegawai", "putaran"))
        _tim(orang, putaran, hari)
        layanan.tutup_usulan(aktor=citra, putaran=putaran, pada=hari)
        for satu in daftar:
            _pandang(orang, satu, "mendukung", hari)
        layanan_calon.putuskan_putaran(
            aktor=aktor_dari(orang["Yohanes Rumbiak"]), putaran=putaran,
            nomor=f"800/SLKS/{hari.year}", tanggal=hari, pada=hari,
            daftar={
                satu.pk: Putusan(True, "Diusulkan kepada Presiden: syaratnya terpenuhi.")
                for satu in daftar
            },
        )  # fmt: skip
        layanan.umumkan(aktor=citra, putaran=putaran, pada=hari)
    pertama = putaran.daftar_calon.select_related("pegawai").order_by("pk")[0]
    layanan_calon.jawab_persetujuan(
        aktor=aktor_dari(pertama.pegawai), calon=pertama, setuju=True, pada=pada,
        alasan_publik="Sepuluh tahun melayani warga pulau.",
    )  # fmt: skip


def _ditelaah(orang: dict[str, Pegawai], jenis: JenisPenghargaan, pada: dt.date) -> None:
    """The committee looks at the Satyalancana XX; one member spoke already."""
    citra = aktor_dari(orang["Citra Maharani"])
    putaran = _buka(orang, jenis, f"Usul {pada.year}", _opd(orang["Budi Hartono"], pada), pada)
    layanan.hitung_calon(aktor=citra, putaran=putaran, pada=pada)
    daftar = list(putaran.daftar_calon.select_related("pegawai", "putaran").order_by("pk"))
    if not daftar:
        daftar = [
            layanan_calon.usulkan_calon(
                aktor=aktor_dari(orang["Yulius Mandacan"]),
                putaran=putaran,
                pegawai_id=orang["Budi Hartono"].pk,
                alasan="Setia dan cakap.",
                pada=pada,
            )
        ]
    _tim(orang, putaran, pada)
    layanan.tutup_usulan(aktor=citra, putaran=putaran, pada=pada)
    layanan_calon.catat_pandangan(
        aktor=aktor_dari(orang["Samuel Korwa"]), calon=daftar[0], pandangan="mendukung",
        alasan="Rekam disiplin dan masa kerjanya jelas.", benturan_lain=False, pada=pada,
    )  # fmt: skip


def _dibuka(
    orang: dict[str, Pegawai], jenis: JenisPenghargaan, akar: UnitKerja, pada: dt.date
) -> None:
    """Proposals are taken: one rater has proposed."""
    putaran = _buka(orang, jenis, f"Tahun {pada.year}", akar, pada, 21)
    layanan_calon.usulkan_calon(
        aktor=aktor_dari(orang["Budi Hartono"]), putaran=putaran,
        pegawai_id=orang["Andini Lestari"].pk, pada=pada,
        alasan="Antrean perekaman di dua sekolah pulau selesai dalam sekali datang; caranya "
        "dipakai loket lain.",
    )  # fmt: skip


def _diputuskan(
    orang: dict[str, Pegawai], jenis: JenisPenghargaan, akar: UnitKerja, pada: dt.date
) -> None:
    """Decided and not announced yet: one awarded, one not, one who declined."""
    citra = aktor_dari(orang["Citra Maharani"])
    putaran = _buka(orang, jenis, f"Semester berjalan {pada.year}", akar, pada)
    calon = {}
    for pengusul, nama, alasan in (
        ("Budi Hartono", "Andini Lestari", "Papan antrean yang bisa dibaca dari luar loket."),
        ("Ester Yoku", "Rosalina Sawaki", "Kartu kontrol obat untuk pasien pulau."),
        ("Agus Salim Baransano", "Yuliana Wonda", "Modul membaca dengan cerita setempat."),
    ):
        calon[nama] = layanan_calon.usulkan_calon(
            aktor=aktor_dari(orang[pengusul]), putaran=putaran, pegawai_id=orang[nama].pk,
            alasan=alasan, pada=pada,
        )  # fmt: skip
    layanan_calon.mundur(
        aktor=aktor_dari(orang["Yuliana Wonda"]), calon=calon["Yuliana Wonda"], pada=pada,
        alasan="Modul itu kerja kami bertiga.",
    )  # fmt: skip
    _tim(orang, putaran, pada)
    layanan.tutup_usulan(aktor=citra, putaran=putaran, pada=pada)
    _pandang(orang, calon["Andini Lestari"], "mendukung", pada)
    _pandang(orang, calon["Rosalina Sawaki"], "tidak_mendukung", pada)
    layanan_calon.putuskan_putaran(
        aktor=aktor_dari(orang["Yohanes Rumbiak"]), putaran=putaran, tanggal=pada, pada=pada,
        nomor=f"800/INOVASI/{pada.year}",
        daftar={
            calon["Andini Lestari"].pk: Putusan(True, "Sudah ditiru dua loket lain."),
            calon["Rosalina Sawaki"].pk: Putusan(
                False, "Gagasannya baik; baru sebulan dipakai. Diusulkan lagi semester depan."
            ),
        },
    )  # fmt: skip


def _dibatalkan(
    orang: dict[str, Pegawai], jenis: JenisPenghargaan, akar: UnitKerja, pada: dt.date
) -> None:
    putaran = _buka(orang, jenis, f"Percobaan {pada.year}", akar, pada)
    layanan.batalkan_putaran(
        aktor=aktor_dari(orang["Citra Maharani"]), putaran=putaran, pada=pada,
        alasan="Dibuka dua kali; digabung dengan putaran pegawai terbaik.",
    )  # fmt: skip


def _tunjangan(orang: dict[str, Pegawai], pada: dt.date) -> None:
    """The TPP rule of last year and the attendance of the last whole month."""
    catat_aturan(
        aktor=aktor_dari(orang["Citra Maharani"]),
        pada=pada,
        isi={
            "nama": f"TPP {pada.year - 1}",
            "dasar": "Peraturan Bupati tentang TPP (contoh)",
            "berlaku_mulai": dt.date(pada.year - 1, 1, 1),
            "bobot_kinerja": Decimal(60),
            "bobot_kehadiran": Decimal(40),
            "faktor_sangat_baik": Decimal(100),
            "faktor_baik": Decimal(100),
            "faktor_butuh_perbaikan": Decimal(90),
            "faktor_kurang": Decimal(85),
            "faktor_sangat_kurang": Decimal(80),
            "dikenai": "bobot_kinerja",
            "saat_berlaku": "bulan_berikut",
            "faktor_cpns": Decimal(80),
            "potongan_hukdis": Decimal(25),
            "pembulatan": "terdekat",
        },
    )
    bulan = (pada.replace(day=1) - dt.timedelta(days=1)).replace(day=1)
    DataBulanan.objects.bulk_create(
        DataBulanan(
            instansi_id=satu.instansi_id,
            pegawai=satu,
            bulan=bulan,
            berkas="kehadiran.xlsx",
            potongan_kehadiran=Decimal(satu.pk % 4) / 2,
            dicatat_at=clock.sekarang(),
        )
        for satu in orang.values()
        if satu.nip
    )

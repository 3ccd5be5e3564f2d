"""The plans of the people of the stories: set, waiting, returned, begun."""

import datetime as dt

from tera.contoh import cerita_versi
from tera.contoh.keramaian import aktor_dari, tahun_target
from tera.core import clock
from tera.organisasi.models import Instansi, Pegawai, Penugasan
from tera.organisasi.selectors import penilai_pada, penugasan_utama
from tera.skp import services as skp_services
from tera.skp.isi import DAFTAR_NILAI, IsiIndikator, IsiRHK, IsiSKP
from tera.skp.models import SKP, RencanaHasilKerja
from tera.skp.pustaka import pustaka_jabatan

ORANG_MASUK = (
    ("Andini Lestari", "pegawai: petugas data kependudukan, punya hasil tahun lalu"),
    ("Budi Hartono", "pejabat penilai Andini: ada SKP menunggu"),
    ("Yulius Mandacan", "kepala dinas, atasan pejabat penilai"),
    ("Rosalina Sawaki", "perawat di puskesmas"),
    ("Ester Yoku", "kepala puskesmas, menilai dengan delegasi"),
    ("Yuliana Wonda", "guru PPPK, perubahan SKP dikembalikan"),
    ("Agus Salim Baransano", "kepala sekolah, menilai dengan delegasi"),
    ("Kadek Ayu Pramesti", "petugas angkutan, capaian diverifikasi, perubahan SKP masih draf"),
    ("Laode Rahmat", "petugas pendidikan, hasil triwulan lemah, penilainya pindah"),
    ("Citra Maharani", "pengelola kinerja"),
    ("Galih Prasetyo", "admin sistem"),
    ("Samuel Korwa", "auditor inspektorat"),
    ("Ni Wayan Sriasih", "guru, pelatih bimtek"),
    ("Markus Wanggai", "sekretaris daerah, pejabat yang berwenang"),
    ("Yohanes Rumbiak", "bupati, pejabat tanpa NIP"),
)
# Who comes first where one chooses whom to practise as.
ORANG_UTAMA = (
    "Andini Lestari",
    "Budi Hartono",
    "Citra Maharani",
    "Samuel Korwa",
    "Markus Wanggai",
)
# Leaders first: a plan hangs on the plan of the one above.
URUTAN_DITETAPKAN = (
    "Markus Wanggai",
    "Yulius Mandacan",
    "Ridwan Latuconsina",
    "Paulus Rumere",
    "Ketut Suardana",
    "Hendra Kusumo",
    "Budi Hartono",
    "Ester Yoku",
    "Agus Salim Baransano",
    "Rudi Simatupang",
    "Citra Maharani",
    "Andini Lestari",
    "Rosalina Sawaki",
    "Ni Wayan Sriasih",
    "Bambang Irawan",
)
DIAJUKAN = ("Fandi Ahmad", "Maria Goreti Kambu", "Dewi Anggraini")
DIKEMBALIKAN = {
    "Yuliana Wonda": "Tambahkan target waktu pada RHK kedua dan sebutkan sumber datanya."
}
DRAF = ("Kadek Ayu Pramesti",)
#: Whose work is told line by line; the crowd's writers leave their weeks alone.
PELAKU_CERITA = frozenset(
    {*URUTAN_DITETAPKAN, *DIAJUKAN, *DIKEMBALIKAN, *DRAF, "Laode Rahmat", "Siti Nurhaliza Umar"}
)
#: Until then a plan of the year may still wait; later what waits is a change of a plan in force.
AKHIR_MASA_RENCANA = (2, 15)
EKSPEKTASI = {
    "BP": "Menjawab pertanyaan warga pada hari yang sama.",
    "KOL": "Berbagi catatan kerja dengan rekan satu tim tiap pekan.",
}
LAMPIRAN = {
    "dukungan_sumber_daya": ("Satu komputer dengan akses ke aplikasi unit",),
    "skema_pertanggungjawaban": ("Laporan tiap triwulan kepada atasan langsung",),
    "konsekuensi": ("Hasil kerja menjadi bahan pengembangan kompetensi tahun berikutnya",),
}


def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write the story of last year and this year; what exists is left as it is."""
    for tahun in (pada.year - 1, pada.year):
        for nama in URUTAN_DITETAPKAN:
            _rencana(instansi, nama, tahun, sampai="ditetapkan")
    awal_tahun = pada < dt.date(pada.year, *AKHIR_MASA_RENCANA)
    for nama in DIAJUKAN:
        _rencana(instansi, nama, pada.year - 1, sampai="ditetapkan")
        _rencana(instansi, nama, pada.year, sampai="diajukan" if awal_tahun else "ditetapkan")
    for nama, catatan in DIKEMBALIKAN.items():
        _rencana(instansi, nama, pada.year - 1, sampai="ditetapkan")
        sampai = "dikembalikan" if awal_tahun else "ditetapkan"
        _rencana(instansi, nama, pada.year, sampai=sampai, catatan=catatan)
    for nama in DRAF:
        _rencana(instansi, nama, pada.year - 1, sampai="ditetapkan")
        _rencana(instansi, nama, pada.year, sampai="draf" if awal_tahun else "ditetapkan")
    if not awal_tahun:
        cerita_versi.tulis(instansi=instansi, pada=pada)


def orang(instansi: Instansi, nama: str) -> Pegawai:
    """Return a person of the stories."""
    return Pegawai.objects.select_related("instansi").get(instansi=instansi, nama=nama)


def _saat(tahun: int, bulan: int, hari: int, jam: int, zona: str) -> dt.datetime:
    return clock.awal_hari(dt.date(tahun, bulan, hari), zona) + dt.timedelta(hours=jam)


def _rencana(instansi: Instansi, nama: str, tahun: int, *, sampai: str, catatan: str = "") -> None:
    pegawai = orang(instansi, nama)
    if SKP.objects.filter(pegawai=pegawai, tahun=tahun).exists():
        return
    aktor = aktor_dari(pegawai)
    zona = instansi.zona
    if _saat(tahun, 1, 8, 9, zona) > clock.sekarang():
        return
    with clock.jam_beku(_saat(tahun, 1, 8, 9, zona)):
        hari = clock.hari_ini(zona)
        penugasan = penugasan_utama(pegawai_id=pegawai.pk, pada=hari)
        if penugasan is None:
            return
        atasan = penilai_pada(penugasan=penugasan, pada=hari).penilai
        skp = skp_services.buat_skp(
            aktor=aktor, penugasan=penugasan, tahun=tahun, pendekatan="kuantitatif", pada=hari
        )
        skp = skp_services.simpan_isi(
            aktor=aktor, skp=skp, revisi=skp.revisi, isi=_isi(penugasan, atasan, tahun), pada=hari
        )
    if sampai == "draf" or _saat(tahun, 1, 12, 10, zona) > clock.sekarang():
        return
    with clock.jam_beku(_saat(tahun, 1, 12, 10, zona)):
        skp_services.ajukan_skp(aktor=aktor, skp=skp, pada=clock.hari_ini(zona))
    tetap = _saat(tahun, 1, 19, 14, zona)
    if sampai == "diajukan" or atasan is None or tetap > clock.sekarang():
        return
    penilai = aktor_dari(Pegawai.objects.select_related("instansi").get(pk=atasan.pk))
    skp.refresh_from_db()
    with clock.jam_beku(tetap):
        hari = clock.hari_ini(zona)
        if sampai == "dikembalikan":
            skp_services.kembalikan_skp(aktor=penilai, skp=skp, catatan=catatan, pada=hari)
        else:
            skp_services.tetapkan_skp(aktor=penilai, skp=skp, pada=hari)


def _isi(penugasan: Penugasan, atasan: Pegawai | None, tahun: int) -> IsiSKP:
    pustaka = pustaka_jabatan(penugasan.jabatan.nama)
    if pustaka is None:
        raise AssertionError(f"pustaka belum mengenal {penugasan.jabatan.nama}")
    milik_atasan = list(
        RencanaHasilKerja.objects.filter(
            skp__pegawai=atasan, skp__tahun=tahun, skp__status="ditetapkan"
        ).order_by("urut", "id")
    )
    per_rhk: dict[str, list[IsiIndikator]] = {}
    for satu in pustaka.daftar_indikator:
        per_rhk.setdefault(satu.contoh_rhk, []).append(
            IsiIndikator(
                teks=satu.teks,
                target=tahun_target(satu.contoh_target, tahun),
                satuan=satu.satuan,
                aspek=satu.aspek,
                kode_pustaka=satu.kode,
            )
        )
    perspektif = ("penerima_layanan", "proses_bisnis", "penguatan_internal", "anggaran")
    mandiri = penugasan.jabatan.jenis.startswith("jpt")
    daftar = []
    for nomor, (teks, daftar_indikator) in enumerate(list(per_rhk.items())[:4]):
        if not any(ind.aspek == "kuantitas" for ind in daftar_indikator):
            daftar_indikator = [
                *daftar_indikator,
                IsiIndikator(
                    teks="Jumlah laporan hasil kerja yang diterima atasan",
                    target="4",
                    satuan="laporan",
                    aspek="kuantitas",
                ),
            ]
        induk = milik_atasan[nomor % len(milik_atasan)] if milik_atasan else None
        daftar.append(
            IsiRHK(
                teks=teks,
                rhk_pimpinan_id=induk.pk if induk else None,
                tautkan_nanti=induk is None,
                perspektif=perspektif[nomor] if mandiri else "",
                daftar_indikator=tuple(daftar_indikator),
            )
        )
    return IsiSKP(
        daftar_rhk=tuple(daftar),
        perilaku={nilai: EKSPEKTASI.get(nilai, "") for nilai in DAFTAR_NILAI},
        lampiran=LAMPIRAN,
    )

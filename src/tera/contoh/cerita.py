"""What the invented people did: plans in every state and one evaluation of last year."""

import datetime as dt

from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.evaluasi import services as evaluasi
from tera.organisasi.models import Instansi, Pegawai, Penugasan, Periode, UnitKerja
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
    ("Yuliana Wonda", "guru PPPK, SKP dikembalikan"),
    ("Agus Salim Baransano", "kepala sekolah, menilai dengan delegasi"),
    ("Kadek Ayu Pramesti", "petugas angkutan, SKP masih draf"),
    ("Citra Maharani", "pengelola kinerja"),
    ("Galih Prasetyo", "admin sistem"),
    ("Samuel Korwa", "auditor inspektorat"),
    ("Markus Wanggai", "sekretaris daerah"),
    ("Yohanes Rumbiak", "bupati, pejabat tanpa NIP"),
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
    for nama in DIAJUKAN:
        _rencana(instansi, nama, pada.year, sampai="diajukan")
    for nama, catatan in DIKEMBALIKAN.items():
        _rencana(instansi, nama, pada.year, sampai="dikembalikan", catatan=catatan)
    for nama in DRAF:
        _rencana(instansi, nama, pada.year, sampai="draf")
    _evaluasi_lalu(instansi, pada.year - 1)


def _orang(instansi: Instansi, nama: str) -> Pegawai:
    return Pegawai.objects.select_related("instansi").get(instansi=instansi, nama=nama)


def _saat(tahun: int, bulan: int, hari: int, jam: int, zona: str) -> dt.datetime:
    saat = clock.awal_hari(dt.date(tahun, bulan, hari), zona) + dt.timedelta(hours=jam)
    return min(saat, clock.sekarang())


def _rencana(instansi: Instansi, nama: str, tahun: int, *, sampai: str, catatan: str = "") -> None:
    pegawai = _orang(instansi, nama)
    if SKP.objects.filter(pegawai=pegawai, tahun=tahun).exists():
        return
    aktor = aktor_dari(pegawai)
    zona = instansi.zona
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
    if sampai == "draf":
        return
    with clock.jam_beku(_saat(tahun, 1, 12, 10, zona)):
        skp_services.ajukan_skp(aktor=aktor, skp=skp, pada=clock.hari_ini(zona))
    if sampai == "diajukan" or atasan is None:
        return
    penilai = aktor_dari(Pegawai.objects.select_related("instansi").get(pk=atasan.pk))
    skp.refresh_from_db()
    with clock.jam_beku(_saat(tahun, 1, 19, 14, zona)):
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
                target=satu.contoh_target,
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


def _evaluasi_lalu(instansi: Instansi, tahun: int) -> None:
    """Andini's year: capaian of the dinas, ratings with reasons, predikat, delivery."""
    andini = _orang(instansi, "Andini Lestari")
    skp = SKP.objects.filter(pegawai=andini, tahun=tahun, status="ditetapkan").first()
    periode = Periode.objects.get(instansi=instansi, tahun=tahun, jenis="tahunan")
    if skp is None or skp.daftar_evaluasi.filter(periode=periode).exists():
        return
    zona = instansi.zona
    sekda = aktor_dari(_orang(instansi, "Markus Wanggai"))
    budi = aktor_dari(_orang(instansi, "Budi Hartono"))
    dinas = UnitKerja.objects.get(instansi=instansi, kode="0103")
    with clock.jam_beku(_saat(tahun + 1, 1, 14, 10, zona)):
        hari = clock.hari_ini(zona)
        evaluasi.tetapkan_capaian(
            aktor=sekda,
            unit=dinas,
            periode=periode,
            level="baik",
            alasan="Target perjanjian kinerja tercapai; cakupan akta lahir 97 persen.",
            pada=hari,
        )
        nilai = evaluasi.buka_evaluasi(aktor=budi, skp=skp, periode=periode, pada=hari)
        evaluasi.nilai_evaluasi(
            aktor=budi,
            evaluasi=nilai,
            rating_hasil_kerja="di_atas",
            alasan_hasil_kerja=(
                "Pemutakhiran data melebihi target tiap triwulan dan tingkat salah ketik turun "
                "menjadi 0,4 persen."
            ),
            rating_perilaku_kerja="sesuai",
            catatan="Diusulkan mengikuti pelatihan validasi data dan mendampingi dua rekan baru.",
            revisi=nilai.revisi,
            pada=hari,
        )
        nilai.refresh_from_db()
        evaluasi.tetapkan_evaluasi(aktor=budi, evaluasi=nilai, pada=hari)
    with clock.jam_beku(_saat(tahun + 1, 1, 16, 9, zona)):
        nilai.refresh_from_db()
        evaluasi.sampaikan_evaluasi(aktor=budi, evaluasi=nilai, pada=clock.hari_ini(zona))

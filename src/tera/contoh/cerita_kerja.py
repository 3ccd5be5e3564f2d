"""The work of the people of the stories beyond the figures: evidence, data, returns, achievements.

Written by the services that serve people, on the days they would have come to it, before the rounds
close the material.
"""

import csv
import datetime as dt
import io
from collections.abc import Sequence

from tera.contoh.berkas import pdf_rekap, png_foto
from tera.contoh.cerita import orang
from tera.contoh.keramaian import aktor_dari
from tera.contoh.keseharian import isi_capaian, tautan
from tera.core import clock
from tera.core.aktor import Aktor
from tera.organisasi.models import Instansi, Pegawai, Periode
from tera.pelaksanaan import services
from tera.pelaksanaan.models import CapaianPegawai, Realisasi, RencanaAksi
from tera.pelaksanaan.services.impor import impor_realisasi
from tera.skp.models import SKP

#: Who attaches files, and what their picture shows.
BERBUKTI = {
    "Andini Lestari": "Perekaman KTP pemula di sekolah",
    "Rosalina Sawaki": "Kelas hipertensi hari Jumat",
    "Yuliana Wonda": "Pojok baca kelas",
    "Kadek Ayu Pramesti": "Halte angkutan pelajar pukul 06.30",
    "Laode Rahmat": "Kunjungan ke sekolah pulau",
    "Fandi Ahmad": "Pelayanan akta di kampung",
    "Dewi Anggraini": "Posyandu balita",
    "Bambang Irawan": "Lajur uji kendaraan",
    "Budi Hartono": "Rapat bidang",
    "Ester Yoku": "Lokakarya mini distrik",
}
#: (name, code of the library, figure per quarter, source).
DARI_DATA = (
    ("Andini Lestari", "adb-kependudukan.ktp-1hari", ("95,8", "96,4", "97,1", "97,6"), "Log SIAK"),
    ("Andini Lestari", "adb-kependudukan.anomali", ("318", "664", "981", "1.214"),
     "Laporan konsolidasi bersih"),
)  # fmt: skip
FAKTOR = (
    ("Rosalina Sawaki", 3, "Obat antihipertensi kosong di gudang farmasi kabupaten selama sebelas "
     "hari; pasien diberi jadwal kunjungan ulang."),
    ("Andini Lestari", 2, "Jaringan SIAK pusat terputus tiga hari kerja; permohonan dicatat di "
     "buku dan dimasukkan malam itu juga."),
    ("Kadek Ayu Pramesti", 4, "Satu dari empat armada rusak dua pekan dan menunggu suku cadang."),
)  # fmt: skip
KEMBALI = (
    ("Dewi Anggraini", "Angka belum cocok dengan kohort ibu bulan terakhir. Periksa lagi, lalu "
     "kirim."),
    ("Laode Rahmat", "Sebutkan telaahan mana saja yang dipakai; lembar disposisinya belum ada."),
)  # fmt: skip
#: (name, kind of jabatan, day of the year when it was measured, else days ago, fate).
CAPAIAN = (
    ("Kadek Ayu Pramesti", "penelaah-teknis-kebijakan", (6, 12), 20, "diverifikasi"),
    ("Yuliana Wonda", "guru", (5, 20), 24, "diverifikasi"),
    ("Bambang Irawan", "penguji-kendaraan", (6, 3), 21, "diverifikasi"),
    ("Andini Lestari", "adb-kependudukan", None, 9, "dilaporkan"),
    ("Dewi Anggraini", "bidan", None, 8, "dikembalikan"),
)
TANYA_CAPAIAN = "Sertakan jumlah sasaran di kedua kampung supaya persentasenya bisa dihitung ulang."


def tulis(*, instansi: Instansi, sistem: Aktor, pada: dt.date) -> None:
    """Write the special work of this year up to ``pada``; what exists is left as it is."""
    if CapaianPegawai.objects.filter(instansi=instansi, pegawai__nama=CAPAIAN[0][0]).exists():
        return
    daftar_periode = list(
        Periode.objects.filter(
            instansi=instansi, tahun=pada.year, jenis="triwulan", mulai__lte=pada
        ).order_by("urut")
    )
    for periode in daftar_periode:
        _dari_data(instansi, sistem, periode, pada)
    for nama, keterangan in BERBUKTI.items():
        _bukti(instansi, nama, keterangan, daftar_periode, pada)
    for nama, urut, uraian in FAKTOR:
        _faktor(instansi, nama, urut, uraian, daftar_periode, pada)
    for nama, catatan in KEMBALI:
        _kembalikan(instansi, nama, catatan, daftar_periode[-1:], pada)
    for nama, kode, tanggal, hari_lalu, nasib in CAPAIAN:
        hari = pada - dt.timedelta(days=hari_lalu)
        if tanggal is not None and dt.date(pada.year, *tanggal) < hari:
            hari = dt.date(pada.year, *tanggal)
        _capaian(instansi, nama, kode, hari, nasib, pada)


def _skp(instansi: Instansi, nama: str, hari: dt.date) -> SKP | None:
    """The plan in force; None where it isn't set yet on that day."""
    return (
        SKP.objects.filter(
            pegawai=orang(instansi, nama),
            tahun=hari.year,
            status__in=["ditetapkan", "ditutup"],
            ditetapkan_pada__lte=hari,
            mulai__lte=hari,
            selesai__gte=hari,
        )
        .select_related("penugasan__unit", "pegawai__instansi", "penilai__instansi")
        .order_by("-versi")
        .first()
    )


def _saat(zona: str, hari: dt.date, jam: int) -> dt.datetime:
    return min(clock.awal_hari(hari, zona) + dt.timedelta(hours=jam), clock.sekarang())


def _dari_data(instansi: Instansi, sistem: Aktor, periode: Periode, pada: dt.date) -> None:
    """Figures of another system, with source and day; of an ended quarter verified again."""
    berjalan = periode.selesai >= pada
    hari = max(pada - dt.timedelta(days=1), periode.mulai)
    if not berjalan:
        hari = min(periode.selesai + dt.timedelta(days=2), pada)
    daftar = [
        (nama, kode, _sejauh(angka, periode, pada), sumber)
        for nama, kode, angka, sumber in DARI_DATA
        if _skp(instansi, nama, min(hari, periode.selesai)) is not None
    ]
    if not daftar:
        return
    lembar = io.StringIO()
    penulis = csv.writer(lembar)
    penulis.writerow(("NIP", "KODE INDIKATOR", "REALISASI", "SUMBER", "TANGGAL DATA"))
    for nama, kode, nilai, sumber in daftar:
        tanggal = min(hari, periode.selesai)
        penulis.writerow((orang(instansi, nama).nip, kode, nilai, sumber, f"{tanggal:%d-%m-%Y}"))
    with clock.jam_beku(_saat(instansi.zona, hari, 7)):
        hasil = impor_realisasi(
            aktor=sistem,
            nama_berkas=f"adminduk-{periode.tahun}-t{periode.urut}.csv",
            isi=lembar.getvalue().encode(),
            periode=periode,
            pada=hari,
        )
    if hasil.ditolak:
        raise AssertionError(f"angka dari data ditolak: {hasil.alasan}")
    if berjalan:
        return
    for satu in Realisasi.objects.filter(
        instansi=instansi, periode=periode, asal="dari_data", status="dilaporkan"
    ).select_related("skp__penilai__instansi"):
        if satu.skp.penilai is None:
            continue
        with clock.jam_beku(_saat(instansi.zona, hari, 15)):
            services.verifikasi_realisasi(
                aktor=aktor_dari(satu.skp.penilai), realisasi=satu, pada=hari
            )


def _sejauh(angka: Sequence[str], periode: Periode, pada: dt.date) -> str:
    """The figure of the quarter; of a running one a count has come only part of the way."""
    sebelum = angka[periode.urut - 2] if periode.urut > 1 else "0"
    if periode.selesai < pada or "," in angka[-1]:
        return angka[periode.urut - 1]
    panjang = (periode.selesai - periode.mulai).days + 1
    bagian = ((pada - periode.mulai).days + 1) / panjang
    dari, ke = (int(satu.replace(".", "")) for satu in (sebelum, angka[periode.urut - 1]))
    return str(round(dari + (ke - dari) * bagian))


def _bukti(
    instansi: Instansi,
    nama: str,
    keterangan: str,
    daftar_periode: Sequence[Periode],
    pada: dt.date,
) -> None:
    """A recap as PDF each quarter, a picture in the newest, a link beside them."""
    pegawai = orang(instansi, nama)
    for periode in daftar_periode:
        hari = min(periode.selesai - dt.timedelta(days=3), pada)
        skp = _skp(instansi, nama, hari)
        rencana = list(RencanaAksi.objects.filter(pegawai=pegawai, periode=periode).order_by("pk"))
        if skp is None or not rencana or hari < periode.mulai:
            continue
        berkas = [(_rekap(pegawai, skp, periode), f"rekap-triwulan-{periode.urut}.pdf", "Rekap")]
        if periode is daftar_periode[-1]:
            foto = png_foto(benih=pegawai.pk)
            berkas.append((foto, f"foto-triwulan-{periode.urut}.png", keterangan))
        with clock.jam_beku(_saat(instansi.zona, hari, 9)):
            for nomor, (isi, nama_berkas, sebut) in enumerate(berkas):
                satu = rencana[nomor % len(rencana)]
                services.lampirkan_bukti(
                    aktor=aktor_dari(pegawai),
                    skp=skp,
                    periode=periode,
                    rhk_kunci=satu.rhk_kunci,
                    rencana_aksi=satu,
                    isi=services.IsiBukti(
                        nama=f"{sebut} triwulan {periode.urut}" if nomor == 0 else sebut,
                        berkas=io.BytesIO(isi),
                        nama_berkas=nama_berkas,
                    ),
                    pada=hari,
                )
            services.lampirkan_bukti(
                aktor=aktor_dari(pegawai),
                skp=skp,
                periode=periode,
                rhk_kunci=rencana[-1].rhk_kunci,
                isi=services.IsiBukti(
                    nama=f"Daftar hadir dan catatan triwulan {periode.urut}",
                    url=tautan(f"{skp.penugasan_id}/{periode.tahun}-t{periode.urut}"),
                ),
                pada=hari,
            )


def _rekap(pegawai: Pegawai, skp: SKP, periode: Periode) -> bytes:
    indikator = {
        satu.kunci: satu
        for rhk in skp.daftar_rhk.prefetch_related("daftar_indikator")
        for satu in rhk.daftar_indikator.all()
    }
    baris = []
    for satu in Realisasi.objects.filter(pegawai=pegawai, periode=periode).order_by("pk"):
        if satu.nilai is not None and satu.indikator_kunci in indikator:
            teks = indikator[satu.indikator_kunci].teks
            angka = f"{satu.nilai:f}".rstrip("0").rstrip(".").replace(".", ",")
            baris.append((teks if len(teks) < 64 else f"{teks[:61]}...", f"{angka} {satu.satuan}"))
    return pdf_rekap(
        judul=f"Rekap hasil kerja triwulan {periode.urut} tahun {periode.tahun}",
        keterangan=f"{pegawai.nama_lengkap}, {skp.penugasan.unit.nama}",
        baris=baris or [("Belum ada angka yang dilaporkan", "")],
    )


def _faktor(
    instansi: Instansi,
    nama: str,
    urut: int,
    uraian: str,
    daftar_periode: Sequence[Periode],
    pada: dt.date,
) -> None:
    for periode in daftar_periode:
        if periode.urut != urut:
            continue
        hari = min(periode.selesai - dt.timedelta(days=6), pada)
        skp = _skp(instansi, nama, hari)
        if skp is None or hari < periode.mulai:
            return
        rhk = skp.daftar_rhk.order_by("-jenis", "urut").last()
        if rhk is None:
            return
        with clock.jam_beku(_saat(instansi.zona, hari, 10)):
            services.catat_faktor(
                aktor=aktor_dari(skp.pegawai),
                skp=skp,
                periode=periode,
                rhk_kunci=rhk.kunci,
                uraian=uraian,
                pada=hari,
            )


def _kembalikan(
    instansi: Instansi, nama: str, catatan: str, kini: Sequence[Periode], pada: dt.date
) -> None:
    """One figure of the running quarter comes back with a note."""
    satu = (
        Realisasi.objects.filter(
            pegawai=orang(instansi, nama), periode__in=kini, status="dilaporkan"
        )
        .select_related("skp__penilai__instansi", "skp__penugasan__unit")
        .first()
    )
    if satu is None or satu.skp.penilai is None:
        return
    with clock.jam_beku(_saat(instansi.zona, pada, 8)):
        services.kembalikan_realisasi(
            aktor=aktor_dari(satu.skp.penilai), realisasi=satu, catatan=catatan, pada=pada
        )


def _capaian(
    instansi: Instansi,
    nama: str,
    kode: str,
    hari: dt.date,
    nasib: str,
    pada: dt.date,
) -> None:
    skp = _skp(instansi, nama, hari) if hari.year == pada.year else None
    if skp is None or skp.penilai is None:
        return
    aktor = aktor_dari(skp.pegawai)
    rhk = skp.daftar_rhk.filter(jenis="utama").first()
    isi = isi_capaian(kode, 0) | {"rhk_kunci": rhk.kunci if rhk else None}
    with clock.jam_beku(_saat(instansi.zona, hari, 15)):
        capaian, _tanda = services.laporkan_capaian(
            aktor=aktor, skp=skp, isi=services.IsiCapaian(tanggal=hari, **isi), pada=hari
        )
        for bukti in (
            services.IsiBukti(
                nama="Hasil ukur sebelum dan sesudah",
                berkas=io.BytesIO(
                    pdf_rekap(
                        judul=str(isi["judul"]),
                        keterangan=skp.pegawai.nama_lengkap,
                        baris=(
                            ("Sebelum", f"{isi['nilai_sebelum']} {isi['satuan']}"),
                            ("Sesudah", f"{isi['nilai_sesudah']} {isi['satuan']}"),
                        ),
                    )
                ),
                nama_berkas="hasil-ukur.pdf",
            ),
            services.IsiBukti(
                nama="Foto di lokasi",
                berkas=io.BytesIO(png_foto(benih=capaian.pk + 1000)),
                nama_berkas="lokasi.png",
            ),
        ):
            services.lampirkan_bukti_capaian(aktor=aktor, capaian=capaian, isi=bukti, pada=hari)
    if nasib == "dilaporkan":
        return
    hari = min(hari + dt.timedelta(days=3), pada)
    penilai = aktor_dari(skp.penilai)
    with clock.jam_beku(_saat(instansi.zona, hari, 10)):
        if nasib == "diverifikasi":
            services.verifikasi_capaian(aktor=penilai, capaian=capaian, pada=hari)
        else:
            services.kembalikan_capaian(
                aktor=penilai, capaian=capaian, catatan=TANYA_CAPAIAN, pada=hari
            )

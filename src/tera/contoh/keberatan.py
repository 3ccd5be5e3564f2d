"""Objections of the demo: one decided with a changed rating, one being heard, one just filed.

Written before the daily look makes results final: each on its own day, through the services.
"""

import datetime as dt
import io

from tera.contoh.berkas import pdf_rekap
from tera.contoh.keramaian import aktor_dari
from tera.core import clock
from tera.evaluasi import services
from tera.evaluasi.models import Evaluasi, Keberatan
from tera.evaluasi.services import IsiKeterangan, IsiPutusan
from tera.organisasi.models import Instansi, Pegawai

#: Days after the receipt: filed, heard, decided.
AJUKAN, DENGAR, PUTUS = 3, 7, 12
DIPUTUS = "Yuliana Wonda"
TERBUKA = "Laode Rahmat"
BARU = "Bambang Irawan"
ALASAN = {
    BARU: (
        "Dua laporan yang disebut belum ada sudah saya kirim sebelum tenggat; nomor suratnya "
        "tercatat di agenda sekretariat. Mohon keduanya dihitung."
    ),
    TERBUKA: (
        "Hasil kerja saya dinilai terlalu rendah, padahal ketujuh telaahan selesai sebelum tenggat "
        "dan tiga di antaranya dipakai dalam rancangan Renja. Nota dinas penerimaannya saya "
        "lampirkan."
    ),
    DIPUTUS: (
        "Perilaku kerja saya dinilai sesuai karena terlambat mengembalikan tugas. Pada "
        "pekan asesmen saya memegang dua kelas karena guru kelas empat sakit; daftar hadirnya ada."
    ),
}
PEGAWAI = (
    "Sebelas hari saya memegang kelas empat dan lima bergantian. Tugas kelas lima saya kembalikan "
    "Sabtu sore di rumah baca; orang tua murid yang menandatangani buku penghubung bisa ditanya."
)
PENILAI = {
    TERBUKA: (
        "Saya menilai dari laporan akhir September. Tiga telaahan yang dipakai dalam Renja belum "
        "tercatat waktu itu; angkanya benar."
    ),
    DIPUTUS: (
        "Saya tahu kelas empat dititipkan kepadanya, tetapi baru sekarang mendapat daftar "
        "hadirnya. Keterlambatan pada pekan sebelumnya tetap ada."
    ),
}
ALASAN_PERILAKU = (
    "Memegang dua kelas sebelas hari tanpa diminta dan tetap mengembalikan tugas pekan itu, "
    "menurut daftar hadir dan buku penghubung."
)
PERTIMBANGAN = (
    "Kedua pihak sepakat pada kejadiannya; daftar hadir baru sampai kepada penilai sesudah "
    "penetapan. Hasil kerja tidak dipersoalkan, jadi ratingnya tetap."
)
BUKTI = "Daftar hadir kelas empat dan lima, September"


def tulis(*, instansi: Instansi, pada: dt.date) -> None:
    """Write them; loading again changes nothing."""
    diterima = (
        Evaluasi.objects.filter(
            instansi=instansi,
            status=Evaluasi.Status.DISAMPAIKAN,
            diterima_pada__isnull=False,
        )
        .select_related("pegawai__instansi", "penilai__instansi", "skp__penugasan", "unit")
        .order_by("-periode__selesai", "pk")
    )
    for nama in (DIPUTUS, TERBUKA, BARU):
        satu = diterima.filter(pegawai__nama=nama).first()
        if satu is None or satu.penilai is None or satu.diterima_pada is None:
            continue
        if not Keberatan.objects.filter(evaluasi__pegawai=satu.pegawai).exists():
            _cerita(satu, satu.penilai, satu.diterima_pada, pada)


def _diajukan(evaluasi: Evaluasi, alasan: str, pada: dt.date) -> Keberatan:
    diterima = evaluasi.diterima_pada or pada
    hari = min(diterima + dt.timedelta(days=AJUKAN), pada)
    with clock.jam_beku(_saat(hari, evaluasi.pegawai.instansi.zona, 9)):
        keberatan, _tanda = services.ajukan_keberatan(
            aktor=aktor_dari(evaluasi.pegawai), evaluasi=evaluasi, alasan=alasan, pada=hari
        )
    return keberatan


def _cerita(evaluasi: Evaluasi, penilai: Pegawai, diterima: dt.date, pada: dt.date) -> None:
    nama, pegawai = evaluasi.pegawai.nama, evaluasi.pegawai

    def hari(jeda: int) -> dt.date:
        return min(diterima + dt.timedelta(days=jeda), pada)

    zona = pegawai.instansi.zona
    keberatan = _diajukan(evaluasi, ALASAN[nama], pada)
    pemutus = keberatan.kepada
    if pemutus is None or nama == BARU:
        return
    with clock.jam_beku(_saat(hari(DENGAR), zona, 10)):
        services.mulai_klarifikasi(
            aktor=aktor_dari(pemutus), keberatan=keberatan, pada=hari(DENGAR)
        )
        services.catat_keterangan(
            aktor=aktor_dari(penilai),
            keberatan=keberatan,
            isi=IsiKeterangan(PENILAI[nama]),
            pada=hari(DENGAR),
        )
    if nama != DIPUTUS:
        return
    with clock.jam_beku(_saat(hari(PUTUS), zona, 11)):
        services.catat_keterangan(
            aktor=aktor_dari(pemutus),
            keberatan=keberatan,
            isi=IsiKeterangan(PEGAWAI, "pegawai", hari(DENGAR)),
            pada=hari(PUTUS),
        )
        services.lampirkan_bukti(
            aktor=aktor_dari(pegawai),
            keberatan=keberatan,
            judul=BUKTI,
            nama_berkas="daftar-hadir.pdf",
            isi_berkas=io.BytesIO(
                pdf_rekap(
                    judul=BUKTI,
                    keterangan="Pindaian (contoh)",
                    baris=(("Kelas", "4 dan 5"), ("Hari", "11")),
                )
            ),
            pada=hari(PUTUS),
        )
        services.putuskan_keberatan(
            aktor=aktor_dari(pemutus),
            keberatan=keberatan,
            isi=IsiPutusan(
                rating_hasil=evaluasi.rating_hasil_kerja,
                rating_perilaku="di_atas",
                alasan_perilaku=ALASAN_PERILAKU,
                pertimbangan=PERTIMBANGAN,
            ),
            pada=hari(PUTUS),
        )


def _saat(hari: dt.date, zona: str, jam: int) -> dt.datetime:
    return min(clock.awal_hari(hari, zona) + dt.timedelta(hours=jam), clock.sekarang())

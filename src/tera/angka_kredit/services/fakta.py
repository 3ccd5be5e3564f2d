"""Facts that a rise needs: recorded by the pengelola with a document, reported wrong, answered."""

import datetime as dt
from typing import IO, Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.angka_kredit.models import BarisAngkaKredit, FaktaJF, JenisFakta, MasaJenjang
from tera.angka_kredit.permissions import peran_terhadap_pegawai
from tera.angka_kredit.services.dasar import hukum_tersimpan, teks_wajib, tolak, wajib_pengelola
from tera.core import audit, clock, kejadian, tanda_terima, workflow
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.organisasi.models import Pegawai
from tera.regulasi.galat import MasukanSalahError as AturanError
from tera.regulasi.kategori import Jenjang
from tera.regulasi.masa_jf import TingkatPendidikan, ak_pendidikan


@transaction.atomic
def catat_fakta(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    jenis: str,
    nomor: str,
    tanggal: dt.date,
    pada: dt.date,
    positif: bool = True,
    tingkat: str = "",
    keterangan: str = "",
    berlaku_sampai: dt.date | None = None,
    nama_berkas: str = "",
    berkas: IO[bytes] | None = None,
) -> FaktaJF:
    """Record a fact; a degree adds its angka kredit to the jenjang held, once.

    Raises: TidakBerwenangError, MasukanSalahError.
    """
    wajib_pengelola(aktor=aktor, pegawai=pegawai, pada=pada)
    nomor = teks_wajib(nomor, "nomor", 100)
    if tanggal > pada:
        tolak("tanggal", _("Tanggal dokumen masih di depan. Periksa tahunnya."))
    if berlaku_sampai is not None and berlaku_sampai < tanggal:
        tolak("berlaku_sampai", _("Hari terakhir berlaku harus sesudah tanggal dokumennya."))
    ijazah = jenis == JenisFakta.IJAZAH
    if ijazah and not tingkat:
        tolak("tingkat", _("Pilih tingkat ijazahnya."))
    bidang: dict[str, Any] = {
        "jenis": jenis,
        "positif": positif if jenis in {JenisFakta.LOWONGAN, JenisFakta.UJI_KOMPETENSI} else True,
        "tingkat": tingkat if ijazah else "",
        "keterangan": keterangan.strip(),
        "nomor": nomor,
        "tanggal": tanggal,
        "berlaku_sampai": berlaku_sampai,
    }
    simpanan = (
        simpan_berkas(aktor=aktor, nama=nama_berkas, isi=berkas, keperluan="fakta_jf")
        if berkas is not None
        else None
    )
    masa = (
        MasaJenjang.objects.select_for_update(of=("self",))
        .filter(pegawai=pegawai, selesai__isnull=True)
        .first()
    )
    nilai = _tambahan(pegawai, masa, tingkat, pada) if ijazah else None
    try:
        with transaction.atomic():
            fakta = FaktaJF.objects.create(
                instansi_id=pegawai.instansi_id,
                pegawai=pegawai,
                berkas=simpanan,
                nama_pencatat=aktor.nama,
                dicatat_pada=pada,
                dicatat_at=clock.sekarang(),
                **bidang,
            )
    except IntegrityError:
        tolak("tingkat", _("Ijazah tingkat ini sudah tercatat. Tambahannya hanya sekali."))
    if nilai is not None and masa is not None:
        BarisAngkaKredit.objects.create(
            instansi_id=pegawai.instansi_id,
            masa=masa,
            unsur=BarisAngkaKredit.Unsur.PENDIDIKAN,
            nilai=nilai.nilai,
            fakta=fakta,
            hukum=hukum_tersimpan(nilai.dasar),
            dicatat_pada=pada,
            nama_pencatat=aktor.nama,
            dicatat_at=clock.sekarang(),
        )
    jejak = audit.catat_objek(aktor, "fakta_jf", fakta.pk, "catat", bidang)
    tanda_terima.terbitkan(
        aktor=aktor, jenis="fakta_jf", objek_id=fakta.pk, aksi="catat", isi=bidang, jejak=jejak
    )
    kejadian.terbitkan(
        instansi_id=pegawai.instansi_id,
        nama="angka_kredit.fakta_dicatat",
        muatan={"id": fakta.pk, "pegawai_id": pegawai.pk},
    )
    return fakta


@transaction.atomic
def laporkan_fakta(
    *, aktor: Aktor, fakta: FaktaJF, teks: str, pada: dt.date
) -> workflow.HasilLangkah:
    """The person says that a fact is wrong; until it is answered it counts as unknown.

    Raises: TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    return _langkah(aktor, fakta, "laporkan", "laporan", teks, pada)


@transaction.atomic
def jawab_laporan(
    *, aktor: Aktor, fakta: FaktaJF, cabut: bool, teks: str, pada: dt.date
) -> workflow.HasilLangkah:
    """Keep the fact, or take it back with the angka kredit it gave.

    Raises: TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    aksi = "cabut" if cabut else "pertahankan"
    hasil = _langkah(aktor, fakta, aksi, "jawaban", teks, pada)
    if cabut:
        for baris in BarisAngkaKredit.objects.filter(
            fakta=fakta, unsur=BarisAngkaKredit.Unsur.PENDIDIKAN, pembalik__isnull=True
        ):
            BarisAngkaKredit.objects.create(
                instansi_id=baris.instansi_id,
                masa_id=baris.masa_id,
                unsur=BarisAngkaKredit.Unsur.PEMBALIKAN,
                nilai=-baris.nilai,
                fakta=fakta,
                membalik=baris,
                alasan=teks.strip()[:500],
                hukum=baris.hukum,
                dicatat_pada=pada,
                nama_pencatat=aktor.nama,
                dicatat_at=clock.sekarang(),
            )
    return hasil


def _langkah(
    aktor: Aktor, fakta: FaktaJF, aksi: str, bidang: str, teks: str, pada: dt.date
) -> workflow.HasilLangkah:
    kini = (
        FaktaJF.objects.select_for_update(of=("self",))
        .select_related("pegawai__instansi")
        .get(pk=fakta.pk)
    )
    peran = peran_terhadap_pegawai(aktor=aktor, pegawai=kini.pegawai, pada=pada)
    workflow.langkah_berlaku(
        jenis="fakta_jf", aksi=aksi, status=kini.status, daftar_peran=peran, objek_id=kini.pk
    )
    bersih = teks_wajib(teks, "teks", 1000)
    return workflow.jalankan(
        objek=kini,
        jenis="fakta_jf",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        alasan=bersih if aksi == "cabut" else "",
        bidang={bidang: bersih},
        muatan={"pegawai_id": kini.pegawai_id},
    )


def _tambahan(pegawai: Pegawai, masa: MasaJenjang | None, tingkat: str, pada: dt.date) -> Any:
    if masa is None:
        tolak(
            "tingkat",
            _("Ijazah menambah angka kredit di jenjang yang dipegang. Catat jenjangnya dulu."),
        )
    sudah = [
        TingkatPendidikan(satu)
        for satu in FaktaJF.objects.filter(pegawai=pegawai, jenis=JenisFakta.IJAZAH)
        .exclude(status=FaktaJF.Status.DICABUT)
        .values_list("tingkat", flat=True)
    ]
    try:
        return ak_pendidikan(
            jenjang=Jenjang(masa.jenjang),
            tingkat=TingkatPendidikan(tingkat),
            sudah=sudah,
            pada=pada,
        )
    except AturanError as galat:
        tolak("tingkat", galat.pesan)

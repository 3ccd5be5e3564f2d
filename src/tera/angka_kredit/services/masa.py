"""The past of a JF: into a jenjang, up a jenjang, out of the JF; the ledger follows."""

import datetime as dt
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.angka_kredit.models import MasaJenjang
from tera.angka_kredit.services.dasar import teks_wajib, tolak, wajib_berbuku, wajib_pengelola
from tera.angka_kredit.services.isi_masa import Bawaan, IsiMasa, bawaan_isi, periksa_isi
from tera.angka_kredit.services.selaras import TAHUN_PERTAMA, selaraskan_konversi
from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.core.galat import StatusTidakSesuaiError
from tera.organisasi.models import Pegawai
from tera.regulasi.kategori import Jenjang
from tera.regulasi.kenaikan import jenjang_berikut


@transaction.atomic
def catat_masa(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    isi: IsiMasa,
    pada: dt.date,
    nama_berkas: str = "",
    berkas: IO[bytes] | None = None,
) -> MasaJenjang:
    """Record that somebody came into a JF; results since then are proposed for conversion.

    Raises: TidakBerwenangError, MasukanSalahError.
    """
    wajib_pengelola(aktor=aktor, pegawai=pegawai, pada=pada)
    wajib_berbuku(pegawai)
    _kunci(pegawai)
    periksa_isi(isi, pada)
    kini = MasaJenjang.objects.filter(pegawai=pegawai, selesai__isnull=True).first()
    if kini is not None:
        tolak(
            "mulai",
            _(
                "%(nama)s masih tercatat di jenjang %(jenjang)s. Catat kenaikan jenjangnya, atau "
                "akhiri masa itu lebih dahulu."
            )
            % {"nama": pegawai.nama_lengkap, "jenjang": kini.get_jenjang_display()},
        )
    if MasaJenjang.objects.filter(pegawai=pegawai, selesai__gte=isi.mulai).exists():
        tolak("mulai", _("TMT ini berada di dalam masa jenjang yang sudah tercatat."))
    return _tulis(aktor, pegawai, isi, pada, bawaan_isi(pegawai, isi), nama_berkas, berkas)


@transaction.atomic
def naikkan_jenjang(
    *,
    aktor: Aktor,
    pegawai: Pegawai,
    isi: IsiMasa,
    pada: dt.date,
    nama_berkas: str = "",
    berkas: IO[bytes] | None = None,
) -> MasaJenjang:
    """Record a kenaikan jenjang: the old ledger closes the day before, the new one begins at 0.

    Months after the TMT that were converted in the old jenjang are taken back and proposed again.

    Raises: TidakBerwenangError, MasukanSalahError.
    """
    wajib_pengelola(aktor=aktor, pegawai=pegawai, pada=pada)
    _kunci(pegawai)
    periksa_isi(isi, pada)
    kini = MasaJenjang.objects.filter(pegawai=pegawai, selesai__isnull=True).first()
    if kini is None:
        tolak("mulai", _("Belum ada jenjang yang berjalan. Catat dulu jenjang sekarang."))
    if isi.mulai <= kini.mulai:
        tolak("mulai", _("TMT jenjang baru harus sesudah TMT jenjang sekarang."))
    berikut = jenjang_berikut(Jenjang(kini.jenjang))
    if berikut is None or isi.jenjang != berikut.value:
        tolak(
            "jenjang",
            _("Dari %(kini)s jenjang berikutnya %(berikut)s. Untuk perubahan lain, akhiri dulu.")
            % {
                "kini": kini.get_jenjang_display(),
                "berikut": berikut.label if berikut else _("tidak ada (puncak kategori)"),
            },
        )
    MasaJenjang.objects.filter(pk=kini.pk).update(selesai=isi.mulai - dt.timedelta(days=1))
    audit.catat_objek(
        aktor, "masa_jenjang", kini.pk, "tutup", {"selesai": isi.mulai - dt.timedelta(days=1)}
    )
    return _tulis(aktor, pegawai, isi, pada, Bawaan(), nama_berkas, berkas)


@transaction.atomic
def akhiri_masa(
    *, aktor: Aktor, masa: MasaJenjang, selesai: dt.date, alasan: str, pada: dt.date
) -> None:
    """Close the jenjang of somebody who leaves the JF; later conversions are taken back.

    The reason stays with the jenjang; the person is told.

    Raises: TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    wajib_pengelola(aktor=aktor, pegawai=masa.pegawai, pada=pada)
    _kunci(masa.pegawai)
    if selesai < masa.mulai:
        tolak("selesai", _("Hari terakhir harus sesudah TMT jenjangnya."))
    if selesai > pada:
        tolak("selesai", _("Hari terakhir ini masih di depan. Akhiri sesudah lewat."))
    bidang: dict[str, Any] = {
        "selesai": selesai,
        "alasan_selesai": teks_wajib(alasan, "alasan", 500),
    }
    if not MasaJenjang.objects.filter(pk=masa.pk, selesai__isnull=True).update(**bidang):
        raise StatusTidakSesuaiError(
            _("Masa jenjang ini baru saja ditutup orang lain. Muat ulang halaman.")
        )
    jejak = audit.catat_objek(aktor, "masa_jenjang", masa.pk, "akhiri", bidang)
    tanda_terima.terbitkan(
        aktor=aktor, jenis="masa_jenjang", objek_id=masa.pk, aksi="akhiri", isi=bidang, jejak=jejak
    )
    kejadian.terbitkan(
        instansi_id=masa.instansi_id,
        nama="angka_kredit.masa_diakhiri",
        muatan={"id": masa.pk, "pegawai_id": masa.pegawai_id},
    )
    _selaras(aktor, masa.pegawai, selesai.year, pada)


def _tulis(
    aktor: Aktor,
    pegawai: Pegawai,
    isi: IsiMasa,
    pada: dt.date,
    bawaan: Bawaan,
    nama_berkas: str,
    berkas: IO[bytes] | None,
) -> MasaJenjang:
    simpanan = (
        simpan_berkas(aktor=aktor, nama=nama_berkas, isi=berkas, keperluan="sk_jf")
        if berkas is not None
        else None
    )
    bidang: dict[str, Any] = {
        "jabatan": isi.jabatan.strip(),
        "jenjang": isi.jenjang,
        "golongan": isi.golongan,
        "cara_masuk": isi.cara_masuk,
        "mulai": isi.mulai,
        "ak_dasar": bawaan.ak_dasar,
        "ak_lama": bawaan.ak_lama,
        "ak_penyesuaian": bawaan.ak_penyesuaian,
        "ak_perpindahan": bawaan.ak_perpindahan,
        "perpindahan": bawaan.hitungan,
        "nomor_sk": isi.nomor_sk.strip(),
        "tanggal_sk": isi.tanggal_sk,
    }
    masa = MasaJenjang.objects.create(
        instansi_id=pegawai.instansi_id,
        pegawai=pegawai,
        berkas=simpanan,
        nama_pencatat=aktor.nama,
        dicatat_at=clock.sekarang(),
        **bidang,
    )
    jejak = audit.catat_objek(aktor, "masa_jenjang", masa.pk, "catat", bidang)
    tanda_terima.terbitkan(
        aktor=aktor, jenis="masa_jenjang", objek_id=masa.pk, aksi="catat", isi=bidang, jejak=jejak
    )
    kejadian.terbitkan(
        instansi_id=pegawai.instansi_id,
        nama="angka_kredit.masa_dicatat",
        muatan={"id": masa.pk, "pegawai_id": pegawai.pk},
    )
    _selaras(aktor, pegawai, isi.mulai.year, pada)
    return masa


def _selaras(aktor: Aktor, pegawai: Pegawai, tahun: int, pada: dt.date) -> None:
    selaraskan_konversi(
        instansi_id=pegawai.instansi_id,
        zona=aktor.zona,
        daftar_pegawai=[pegawai.pk],
        dari_tahun=max(tahun, TAHUN_PERTAMA),
        sampai_tahun=pada.year,
        pada=pada,
    )


def _kunci(pegawai: Pegawai) -> None:
    # Two officers at the same person wait for each other.
    Pegawai.objects.select_for_update(of=("self",)).get(pk=pegawai.pk)

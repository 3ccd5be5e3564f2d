"""The past of a JF: into a jenjang, up a jenjang, out of the JF; the ledger follows."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import IO, Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.angka_kredit.models import CaraMasuk, MasaJenjang
from tera.angka_kredit.services.dasar import tolak, wajib_berbuku, wajib_pengelola
from tera.angka_kredit.services.selaras import TAHUN_PERTAMA, selaraskan_konversi
from tera.core import audit, clock, kejadian, tanda_terima
from tera.core.aktor import Aktor
from tera.core.berkas import simpan_berkas
from tera.organisasi.models import Pegawai
from tera.regulasi.akumulasi import GOLONGAN_JENJANG
from tera.regulasi.galat import MasukanSalahError as AturanError
from tera.regulasi.kategori import Jenjang
from tera.regulasi.kenaikan import jenjang_berikut
from tera.regulasi.masa_jf import ak_dasar


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiMasa:
    """What is recorded of a jenjang. ``ak_dasar`` None: by the table of the law."""

    jabatan: str
    jenjang: str
    golongan: str
    cara_masuk: str
    mulai: dt.date
    nomor_sk: str
    tanggal_sk: dt.date
    ak_dasar: Decimal | None = None
    ak_lama: Decimal = Decimal(0)
    ak_penyesuaian: Decimal = Decimal(0)


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
    _periksa(isi, pada)
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
    return _tulis(aktor, pegawai, isi, pada, _dasar(isi), nama_berkas, berkas)


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
    _periksa(isi, pada)
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
    return _tulis(aktor, pegawai, isi, pada, Decimal(0), nama_berkas, berkas)


@transaction.atomic
def akhiri_masa(
    *, aktor: Aktor, masa: MasaJenjang, selesai: dt.date, alasan: str, pada: dt.date
) -> None:
    """Close the jenjang of somebody who leaves the JF; later conversions are taken back.

    Raises: TidakBerwenangError, MasukanSalahError.
    """
    wajib_pengelola(aktor=aktor, pegawai=masa.pegawai, pada=pada)
    _kunci(masa.pegawai)
    if selesai < masa.mulai:
        tolak("selesai", _("Hari terakhir harus sesudah TMT jenjangnya."))
    MasaJenjang.objects.filter(pk=masa.pk, selesai__isnull=True).update(selesai=selesai)
    audit.catat_objek(
        aktor, "masa_jenjang", masa.pk, "akhiri", {"selesai": selesai, "alasan": alasan}
    )
    _selaras(aktor, masa.pegawai, selesai.year, pada)


def _tulis(
    aktor: Aktor,
    pegawai: Pegawai,
    isi: IsiMasa,
    pada: dt.date,
    dasar: Decimal,
    nama_berkas: str,
    berkas: IO[bytes] | None,
) -> MasaJenjang:
    simpanan = (
        simpan_berkas(aktor=aktor, nama=nama_berkas, isi=berkas, keperluan="sk_jf")
        if berkas is not None
        else None
    )
    naik = isi.cara_masuk == CaraMasuk.KENAIKAN_JENJANG
    bidang: dict[str, Any] = {
        "jabatan": isi.jabatan.strip(),
        "jenjang": isi.jenjang,
        "golongan": isi.golongan,
        "cara_masuk": isi.cara_masuk,
        "mulai": isi.mulai,
        "ak_dasar": dasar,
        "ak_lama": Decimal(0) if naik else isi.ak_lama,
        "ak_penyesuaian": Decimal(0) if naik else isi.ak_penyesuaian,
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


def _periksa(isi: IsiMasa, pada: dt.date) -> None:
    if isi.mulai > pada:
        tolak("mulai", _("TMT ini masih di depan. Catat sesudah berlaku."))
    if isi.tanggal_sk > pada:
        tolak("tanggal_sk", _("Tanggal SK masih di depan. Periksa tahunnya."))
    hari = max(isi.mulai, dt.date(TAHUN_PERTAMA, 1, 1))
    golongan = {satu for nilai in GOLONGAN_JENJANG.pada(hari).nilai.values() for satu in nilai}
    if isi.golongan not in golongan:
        tolak(
            "golongan",
            _("Golongan “%(nilai)s” bukan golongan jabatan fungsional. Tulis seperti III/c.")
            % {"nilai": isi.golongan},
        )


def _dasar(isi: IsiMasa) -> Decimal:
    """AK dasar as typed from the letter, or by the table of the law."""
    if isi.ak_dasar is not None:
        return isi.ak_dasar
    if isi.cara_masuk == CaraMasuk.PENGANGKATAN_PERTAMA:
        return Decimal(0)
    try:
        return ak_dasar(
            jenjang=Jenjang(isi.jenjang),
            golongan=isi.golongan,
            pada=max(isi.mulai, dt.date(TAHUN_PERTAMA, 1, 1)),
        ).nilai
    except AturanError as galat:
        tolak("ak_dasar", galat.pesan)

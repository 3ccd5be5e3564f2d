"""The catalogue: trainings, sessions with seats, places, results, certificates, effect.

A seat is given under the lock of its session: never more people than seats.
"""

import datetime as dt
from dataclasses import asdict, dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.workflow import HasilLangkah
from tera.tindak_lanjut.models import (
    Kesenjangan,
    Pelatihan,
    PesertaPelatihan,
    SesiPelatihan,
)
from tera.tindak_lanjut.permissions.pengembangan import mengelola
from tera.tindak_lanjut.selectors.pengembangan.pelatihan import BERKURSI
from tera.tindak_lanjut.services.pengembangan.dasar import (
    bukan_anda,
    bukan_sekarang,
    kabarkan,
    periksa_jenis,
    periksa_jp,
    periksa_masa,
    periksa_program,
    teks_wajib,
    tolak,
)

P = PesertaPelatihan.Status
KURSI_TERBANYAK = 5000


@dataclass(frozen=True, slots=True)
class IsiPelatihan:
    """A training as typed."""

    judul: str
    jenis: str
    kesenjangan: str
    jp: int
    penyelenggara: str
    cara: str
    program: str = ""
    sasaran: str = ""
    uraian: str = ""
    aktif: bool = True


@dataclass(frozen=True, slots=True)
class IsiSesi:
    """A session as typed."""

    mulai: dt.date
    selesai: dt.date
    batas_daftar: dt.date
    kursi: int
    tempat: str = ""


@transaction.atomic
def tambah_pelatihan(*, aktor: Aktor, isi: IsiPelatihan, pada: dt.date) -> Pelatihan:
    """Add a training to the catalogue.

    Raises: TidakBerwenangError: no pengelola. MasukanSalahError.
    """
    wajib_mengelola(aktor, pada)
    bidang = _periksa(isi, pada)
    satu = Pelatihan.objects.create(instansi_id=aktor.instansi_id, **bidang)
    audit.catat_objek(aktor, "pelatihan", satu.pk, "tambah", bidang)
    return satu


@transaction.atomic
def ubah_pelatihan(
    *, aktor: Aktor, pelatihan: Pelatihan, isi: IsiPelatihan, pada: dt.date
) -> Pelatihan:
    """Change a training; places already given keep the JP they were given."""
    wajib_mengelola(aktor, pada)
    bidang = _periksa(isi, pada)
    Pelatihan.objects.filter(pk=pelatihan.pk).update(**bidang)
    audit.catat_objek(aktor, "pelatihan", pelatihan.pk, "ubah", bidang)
    pelatihan.refresh_from_db()
    return pelatihan


@transaction.atomic
def buka_sesi(*, aktor: Aktor, pelatihan: Pelatihan, isi: IsiSesi, pada: dt.date) -> SesiPelatihan:
    """Open a session for registration."""
    wajib_mengelola(aktor, pada)
    periksa_masa(isi.mulai, isi.selesai)
    if isi.batas_daftar > isi.selesai:
        tolak("batas_daftar", _("Batas mendaftar sesudah sesi berakhir. Pilih yang lebih awal."))
    if not 1 <= isi.kursi <= KURSI_TERBANYAK:
        tolak("kursi", _("Isi jumlah kursi 1 sampai %(n)s.") % {"n": KURSI_TERBANYAK})
    bidang = {**asdict(isi), "tempat": isi.tempat.strip()}
    satu = SesiPelatihan.objects.create(
        instansi_id=aktor.instansi_id, pelatihan=pelatihan, **bidang
    )
    audit.catat_objek(aktor, "sesi_pelatihan", satu.pk, "buka", bidang)
    return satu


@transaction.atomic
def daftar_pelatihan(
    *,
    aktor: Aktor,
    sesi: SesiPelatihan,
    pegawai_id: int,
    pada: dt.date,
    kegiatan_id: int | None = None,
    lewat_batas: bool = False,
) -> PesertaPelatihan:
    """Give a person a seat, or a place in the queue when the seats are taken.

    The caller checked who may register whom. ``lewat_batas``: an accepted nomination isn't late.

    Raises:
        StatusTidakSesuaiError: closed, too late. MasukanSalahError: registered already.
    """
    kini = SesiPelatihan.objects.select_for_update(of=("self",)).get(pk=sesi.pk)
    if kini.status != SesiPelatihan.Status.DIBUKA:
        bukan_sekarang(
            _("Sesi ini sudah “%(status)s”, jadi tidak menerima peserta. Pilih sesi lain.")
            % {"status": kini.get_status_display()}
        )
    if kini.batas_daftar < pada and not lewat_batas:
        bukan_sekarang(
            _("Batas mendaftar sudah lewat. Pilih sesi lain, atau minta nominasi dari penilai.")
        )
    if kini.daftar_peserta.filter(pegawai_id=pegawai_id).exclude(status=P.DIBATALKAN).exists():
        tolak("pegawai", _("Orang ini sudah terdaftar pada sesi ini."))
    satu = PesertaPelatihan.objects.create(
        instansi_id=kini.instansi_id, sesi=kini, pegawai_id=pegawai_id, kegiatan_id=kegiatan_id
    )
    audit.catat_objek(aktor, "peserta_pelatihan", satu.pk, "daftar", {"sesi": kini.pk})
    _isi_kursi(aktor, kini, pada)
    satu.refresh_from_db()
    return satu


def daftar_sendiri(
    *, aktor: Aktor, sesi: SesiPelatihan, pada: dt.date, kegiatan_id: int | None = None
) -> PesertaPelatihan:
    """Register oneself."""
    if aktor.pegawai_id is None:
        bukan_anda(_("Pelatihan diikuti oleh pegawai, bukan akun tanpa orang."))
    return daftar_pelatihan(
        aktor=aktor, sesi=sesi, pegawai_id=aktor.pegawai_id, kegiatan_id=kegiatan_id, pada=pada
    )


@transaction.atomic
def batalkan_peserta(*, aktor: Aktor, peserta: PesertaPelatihan, pada: dt.date) -> HasilLangkah:
    """Give a place back; the first in the queue gets the seat."""
    sesi = SesiPelatihan.objects.select_for_update(of=("self",)).get(pk=peserta.sesi_id)
    hasil = _langkah("batalkan", aktor, peserta, pada)
    if sesi.status == SesiPelatihan.Status.DIBUKA:
        _isi_kursi(aktor, sesi, pada)
    return hasil


@transaction.atomic
def catat_hasil(
    *,
    aktor: Aktor,
    peserta: PesertaPelatihan,
    hadir: bool,
    lulus: bool,
    jp: int,
    nomor_sertifikat: str,
    pada: dt.date,
) -> HasilLangkah:
    """Record attendance and result; JP and number of the certificate when passed.

    Raises:
        TidakBerwenangError: no pengelola. StatusTidakSesuaiError: not begun, no seat.
        MasukanSalahError: passed without being there.
    """
    wajib_mengelola(aktor, pada)
    if peserta.sesi.mulai > pada:
        bukan_sekarang(_("Sesi ini belum dimulai. Hasil dicatat sejak hari pertamanya."))
    if lulus and not hadir:
        tolak("lulus", _("Yang tidak hadir tidak bisa lulus. Periksa kehadirannya."))
    bidang: dict[str, Any] = {"hadir": hadir}
    if lulus:
        bidang |= {"jp": periksa_jp(jp), "nomor_sertifikat": nomor_sertifikat.strip()[:100]}
    return _langkah("luluskan" if lulus else "tidak_luluskan", aktor, peserta, pada, **bidang)


def luluskan_banyak(
    *, aktor: Aktor, sesi: SesiPelatihan, daftar_pk: set[int], pada: dt.date
) -> int:
    """Record several as present and passed with the JP of the training; returns how many."""
    n = 0
    with transaction.atomic():
        for satu in PesertaPelatihan.objects.filter(
            sesi=sesi, pk__in=daftar_pk, status=P.TERDAFTAR
        ).select_related("sesi__pelatihan"):
            catat_hasil(
                aktor=aktor, peserta=satu, hadir=True, lulus=True, jp=satu.sesi.pelatihan.jp,
                nomor_sertifikat="", pada=pada,
            )  # fmt: skip
            n += 1
    return n


@transaction.atomic
def selesaikan_sesi(*, aktor: Aktor, sesi: SesiPelatihan, pada: dt.date) -> HasilLangkah:
    """Close a session that was held; who still waits in the queue is let go."""
    wajib_mengelola(aktor, pada)
    if sesi.selesai > pada:
        bukan_sekarang(_("Sesi ini belum berakhir. Selesaikan pada hari terakhirnya."))
    if sesi.daftar_peserta.filter(status=P.TERDAFTAR).exists():
        bukan_sekarang(_("Masih ada peserta tanpa hasil. Catat hadir dan hasilnya lebih dulu."))
    hasil = _langkah_sesi("selesaikan", aktor, sesi, pada)
    _lepas(aktor, sesi, pada)
    return hasil


@transaction.atomic
def batalkan_sesi(*, aktor: Aktor, sesi: SesiPelatihan, alasan: str, pada: dt.date) -> HasilLangkah:
    """Call a session off; every place is let go and told why."""
    wajib_mengelola(aktor, pada)
    bersih = teks_wajib(alasan, "alasan")
    hasil = _langkah_sesi("batalkan", aktor, sesi, pada, bersih)
    orang = _lepas(aktor, sesi, pada)
    kabarkan("sesi_dibatalkan", sesi, pelatihan_id=sesi.pelatihan_id, daftar_pegawai=orang)
    return hasil


def wajib_mengelola(aktor: Aktor, pada: dt.date) -> None:
    """Refuse whoever doesn't keep the catalogue."""
    if not mengelola(aktor=aktor, pada=pada):
        bukan_anda(_("Katalog pelatihan diatur pengelola kinerja. Usulkan lewat pengelola Anda."))


def _lepas(aktor: Aktor, sesi: SesiPelatihan, pada: dt.date) -> list[int]:
    orang = []
    for satu in sesi.daftar_peserta.filter(status__in=[P.MENUNGGU, P.TERDAFTAR]):
        _langkah("batalkan", aktor, satu, pada, frozenset({"sistem"}))
        orang.append(satu.pegawai_id)
    return orang


def _isi_kursi(aktor: Aktor, sesi: SesiPelatihan, pada: dt.date) -> None:
    """Give free seats to the queue, first come first served; the session is locked."""
    terisi = sesi.daftar_peserta.filter(status__in=BERKURSI).count()
    for satu in sesi.daftar_peserta.filter(status=P.MENUNGGU).order_by("pk")[
        : max(0, sesi.kursi - terisi)
    ]:
        _langkah("tempatkan", aktor, satu, pada, frozenset({"sistem"}))


def _langkah(
    aksi: str,
    aktor: Aktor,
    peserta: PesertaPelatihan,
    pada: dt.date,
    peran: frozenset[str] | None = None,
    **bidang: Any,
) -> HasilLangkah:
    if peran is None:
        peran = frozenset({"pegawai"} if aktor.pegawai_id == peserta.pegawai_id else ())
        if mengelola(aktor=aktor, pada=pada):
            peran |= {"pengelola"}
    return workflow.jalankan(
        objek=peserta,
        jenis="peserta_pelatihan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran,
        pada=pada,
        bidang=bidang,
        muatan={"pegawai_id": peserta.pegawai_id, "pelatihan_id": peserta.sesi.pelatihan_id},
    )


def _langkah_sesi(
    aksi: str, aktor: Aktor, sesi: SesiPelatihan, pada: dt.date, alasan: str = ""
) -> HasilLangkah:
    return workflow.jalankan(
        objek=sesi,
        jenis="sesi_pelatihan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=frozenset({"pengelola"}),
        pada=pada,
        alasan=alasan,
    )


def _periksa(isi: IsiPelatihan, pada: dt.date) -> dict[str, Any]:
    if isi.kesenjangan not in Kesenjangan.values:
        tolak("kesenjangan", _("Pilih kelompok kompetensinya dari daftar."))
    if isi.cara not in Pelatihan.Cara.values:
        tolak("cara", _("Pilih cara pelaksanaannya dari daftar."))
    return {
        **asdict(isi),
        "judul": teks_wajib(isi.judul, "judul", 200),
        "penyelenggara": teks_wajib(isi.penyelenggara, "penyelenggara", 200),
        "jenis": periksa_jenis(isi.jenis, pada),
        "program": periksa_program(isi.program, pada),
        "jp": periksa_jp(isi.jp),
        "sasaran": isi.sasaran.strip()[:300],
        "uraian": isi.uraian.strip()[:4000],
    }

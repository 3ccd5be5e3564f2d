"""Progres harian in the fields of e-Kinerja BKN: a line of one day, never rated by itself."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.antarmuka.format import tulis_jam, tulis_tanggal
from tera.core import audit, tanda_terima
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.models import TandaTerima
from tera.organisasi import kebijakan
from tera.organisasi.models import Pegawai
from tera.pelaksanaan.models import ProgresHarian, RencanaAksi
from tera.pelaksanaan.services.bukti import periksa_tautan
from tera.pelaksanaan.services.dasar import pastikan_milik, yang_berlaku
from tera.skp.models import SKP

KEBIJAKAN_HARI = "pelaksanaan.hari_mundur_harian"
BATAS_REALISASI = 1_000_000


@dataclass(frozen=True, slots=True)
class IsiProgres:
    """One line of a day as typed."""

    tanggal: dt.date
    jam_mulai: dt.time
    jam_selesai: dt.time
    kegiatan: str
    realisasi: int
    satuan: str
    bukti_url: str = ""


def hari_pertama(*, instansi_id: int, pada: dt.date) -> dt.date:
    """Return the earliest day whose lines may still be written or changed on ``pada``."""
    n: int = kebijakan.nilai(instansi_id=instansi_id, kunci=KEBIJAKAN_HARI, pada=pada)
    return pada - dt.timedelta(days=n)


@transaction.atomic
def catat_progres(
    *, aktor: Aktor, rencana_aksi: RencanaAksi, isi: IsiProgres, pada: dt.date
) -> tuple[ProgresHarian, TandaTerima]:
    """Write one line of a day.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError.
        MasukanSalahError: a future or too old day, hours that overlap another line, empty fields.
    """
    rencana = RencanaAksi.objects.select_related("skp__penugasan__unit", "periode").get(
        pk=rencana_aksi.pk
    )
    skp = yang_berlaku(rencana.skp)
    pastikan_milik(aktor=aktor, skp=skp, pada=pada)
    bidang = _periksa(rencana, skp, isi, pada, kecuali=None)
    baru = ProgresHarian.objects.create(
        instansi_id=rencana.instansi_id,
        pegawai_id=rencana.pegawai_id,
        penugasan_id=rencana.penugasan_id,
        skp=skp,
        rencana_aksi=rencana,
        rhk_kunci=rencana.rhk_kunci,
        **bidang,
    )
    catatan = audit.catat_objek(aktor, "progres_harian", baru.pk, "catat", bidang)
    return baru, tanda_terima.terbitkan(
        aktor=aktor,
        jenis="progres_harian",
        objek_id=baru.pk,
        aksi="catat",
        isi=bidang,
        jejak=catatan,
    )


@transaction.atomic
def ubah_progres(
    *,
    aktor: Aktor,
    progres: ProgresHarian,
    rencana_aksi: RencanaAksi,
    isi: IsiProgres,
    pada: dt.date,
) -> ProgresHarian:
    """Change one line while its day is still open."""
    kini = _milik(aktor, progres, pada)
    rencana = RencanaAksi.objects.select_related("skp__penugasan__unit", "periode").get(
        pk=rencana_aksi.pk
    )
    skp = yang_berlaku(rencana.skp)
    pastikan_milik(aktor=aktor, skp=skp, pada=pada)
    bidang = _periksa(rencana, skp, isi, pada, kecuali=kini.pk)
    for nama, nilai in bidang.items():
        setattr(kini, nama, nilai)
    kini.rencana_aksi = rencana
    kini.rhk_kunci = rencana.rhk_kunci
    kini.save()
    audit.catat_objek(aktor, "progres_harian", kini.pk, "ubah", bidang)
    return kini


@transaction.atomic
def hapus_progres(*, aktor: Aktor, progres: ProgresHarian, pada: dt.date) -> None:
    """Delete one line while its day is still open."""
    kini = _milik(aktor, progres, pada)
    audit.catat_objek(aktor, "progres_harian", kini.pk, "hapus", {"kegiatan": kini.kegiatan})
    kini.delete()


@transaction.atomic
def salin_progres(
    *, aktor: Aktor, dari: dt.date, ke: dt.date, pada: dt.date
) -> tuple[int, list[str]]:
    """Copy the lines of one day to another; evidence isn't copied.

    Returns how many were written, and why the others were not.

    Raises:
        MasukanSalahError: the day had no line, or none could be copied.
    """
    if aktor.pegawai_id is None:
        raise TidakBerwenangError(_("Akun ini tidak terhubung dengan data pegawai."))
    daftar = list(
        ProgresHarian.objects.filter(pegawai_id=aktor.pegawai_id, tanggal=dari)
        .select_related("rencana_aksi")
        .order_by("jam_mulai")
    )
    if not daftar:
        raise MasukanSalahError(
            _("Tidak ada progres pada %(hari)s yang bisa disalin.") % {"hari": tulis_tanggal(dari)}
        )
    jumlah, sebab = 0, []
    for satu in daftar:
        if satu.rencana_aksi is None:
            continue
        try:
            catat_progres(
                aktor=aktor,
                rencana_aksi=satu.rencana_aksi,
                isi=IsiProgres(
                    tanggal=ke,
                    jam_mulai=satu.jam_mulai,
                    jam_selesai=satu.jam_selesai,
                    kegiatan=satu.kegiatan,
                    realisasi=satu.realisasi,
                    satuan=satu.satuan,
                ),
                pada=pada,
            )
            jumlah += 1
        except MasukanSalahError as galat:
            sebab.append(galat.pesan)
    if not jumlah:
        raise MasukanSalahError(
            " ".join(sebab[:3]) or _("Tidak ada yang disalin: rencana aksinya sudah tidak ada.")
        )
    return jumlah, sebab


def _milik(aktor: Aktor, progres: ProgresHarian, pada: dt.date) -> ProgresHarian:
    kini = (
        ProgresHarian.objects.select_for_update(of=("self",))
        .select_related("skp__penugasan__unit")
        .get(pk=progres.pk)
    )
    pastikan_milik(aktor=aktor, skp=yang_berlaku(kini.skp), pada=pada)
    awal = hari_pertama(instansi_id=kini.instansi_id, pada=pada)
    if kini.tanggal < awal:
        raise StatusTidakSesuaiError(
            _(
                "Progres %(hari)s tidak bisa diubah lagi: instansi membuka pengisian sampai "
                "%(awal)s. Sampaikan kepada pengelola kinerja bila ada yang keliru."
            )
            % {"hari": tulis_tanggal(kini.tanggal), "awal": tulis_tanggal(awal)}
        )
    return kini


def _periksa(
    rencana: RencanaAksi, skp: SKP, isi: IsiProgres, pada: dt.date, *, kecuali: int | None
) -> dict[str, Any]:
    galat: dict[str, list[str]] = {}
    awal = hari_pertama(instansi_id=rencana.instansi_id, pada=pada)
    if isi.tanggal > pada:
        galat["tanggal"] = [_("Tanggal itu belum tiba. Progres dicatat pada harinya atau sesudah.")]
    elif isi.tanggal < awal:
        galat["tanggal"] = [
            _("Progres paling lama bisa dicatat untuk %(awal)s (kebijakan instansi).")
            % {"awal": tulis_tanggal(awal)}
        ]
    elif not skp.mulai <= isi.tanggal <= skp.selesai:
        galat["tanggal"] = [_("SKP rencana aksi itu tidak berlaku pada tanggal ini. Pilih lagi.")]
    elif not rencana.periode.mulai <= isi.tanggal <= rencana.periode.selesai:
        galat["rencana_aksi"] = [
            _("Rencana aksi itu milik %(periode)s. Pilih yang periodenya memuat tanggal ini.")
            % {"periode": rencana.periode}
        ]
    if isi.jam_selesai <= isi.jam_mulai:
        galat["jam_selesai"] = [_("Jam selesai harus sesudah jam mulai.")]
    if not isi.kegiatan.strip() or len(isi.kegiatan) > 1000:
        galat["kegiatan"] = [_("Tulis apa yang dikerjakan, paling panjang 1.000 huruf.")]
    if not 0 <= isi.realisasi <= BATAS_REALISASI:
        galat["realisasi"] = [_("Realisasi harus bilangan bulat 0 sampai 1.000.000.")]
    if not isi.satuan.strip() or len(isi.satuan) > 60:
        galat["satuan"] = [_("Tulis satuannya, misalnya dokumen, paling panjang 60 huruf.")]
    url = isi.bukti_url.strip()
    if url:
        try:
            url = periksa_tautan(url)
        except MasukanSalahError as salah:
            galat["bukti_url"] = [salah.pesan]
    if not galat:
        # One writer per person: two devices can't both find the hour free.
        Pegawai.objects.select_for_update(of=("self",)).get(pk=rencana.pegawai_id)
        bentrok = (
            ProgresHarian.objects.filter(
                pegawai_id=rencana.pegawai_id,
                tanggal=isi.tanggal,
                jam_mulai__lt=isi.jam_selesai,
                jam_selesai__gt=isi.jam_mulai,
            )
            .exclude(pk=kecuali or 0)
            .first()
        )
        if bentrok is not None:
            galat["jam_mulai"] = [
                _("Bertumpuk dengan “%(kegiatan)s” pukul %(mulai)s–%(selesai)s. Ubah jamnya.")
                % {
                    "kegiatan": bentrok.kegiatan[:60],
                    "mulai": tulis_jam(bentrok.jam_mulai),
                    "selesai": tulis_jam(bentrok.jam_selesai),
                }
            ]
    if galat:
        raise MasukanSalahError(
            " ".join(pesan for satu in galat.values() for pesan in satu), per_bidang=galat
        )
    return {
        "tanggal": isi.tanggal,
        "jam_mulai": isi.jam_mulai,
        "jam_selesai": isi.jam_selesai,
        "kegiatan": isi.kegiatan.strip(),
        "realisasi": isi.realisasi,
        "satuan": isi.satuan.strip(),
        "bukti_url": url,
    }

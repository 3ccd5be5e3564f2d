"""Checks that the services of this room share: whose plan, in force, which period, still open."""

import datetime as dt
import uuid
from collections.abc import Collection

from django.utils.translation import gettext as _

from tera.core import clock, workflow
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.organisasi.models import Periode
from tera.organisasi.services.dasar_orang import salah
from tera.pelaksanaan.models import CapaianPegawai, Realisasi
from tera.pelaksanaan.permissions import PERAN_LAPOR, peran_kerja
from tera.pelaksanaan.services.penutupan import pastikan_terbuka
from tera.skp.models import SKP, RencanaHasilKerja

STATUS_BERLAKU = frozenset({SKP.Status.DITETAPKAN, SKP.Status.DITUTUP})


def yang_berlaku(skp: SKP) -> SKP:
    """Return the version in force of the plan a row was written under; itself when there is none.

    Rows hang on the assignment: a newer version of the plan takes them over.
    """
    if skp.status in STATUS_BERLAKU:
        return skp
    return (
        SKP.objects.filter(
            penugasan_id=skp.penugasan_id, tahun=skp.tahun, status__in=STATUS_BERLAKU
        )
        .select_related("penugasan__unit")
        .order_by("-versi")
        .first()
        or skp
    )


def pastikan_milik(*, aktor: Aktor, skp: SKP, pada: dt.date) -> None:
    """Refuse whoever isn't the holder of ``skp``, and a plan that isn't in force.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError.
    """
    if not peran_kerja(aktor=aktor, skp=skp, pada=pada) & PERAN_LAPOR:
        raise TidakBerwenangError(_("Pelaksanaan hanya diisi pemilik SKP ini."))
    if skp.status not in STATUS_BERLAKU:
        raise StatusTidakSesuaiError(
            _(
                "Pelaksanaan belum bisa diisi: SKP Anda masih “%(status)s”. Setelah SKP "
                "ditetapkan, rencana aksi dan realisasi bisa diisi."
            )
            % {"status": skp.get_status_display()}
        )


def pastikan_boleh_isi(
    *, aktor: Aktor, skp: SKP, periode: Periode, pada: dt.date, sebelum_mulai: bool = False
) -> None:
    """Refuse a change by someone else, outside the plan, before the period, or under a decision.

    ``sebelum_mulai``: planning ahead is fine, reporting ahead is not.

    Raises:
        TidakBerwenangError, MasukanSalahError, StatusTidakSesuaiError.
    """
    pastikan_milik(aktor=aktor, skp=skp, pada=pada)
    if periode.instansi_id != skp.instansi_id or periode.tahun != skp.tahun:
        raise MasukanSalahError(_("Periode itu bukan bagian dari tahun SKP ini."))
    if skp.mulai > periode.selesai or skp.selesai < periode.mulai:
        raise MasukanSalahError(
            _("SKP ini tidak berlaku pada %(periode)s. Pilih periode lain.") % {"periode": periode}
        )
    if pada < periode.mulai and not sebelum_mulai:
        raise StatusTidakSesuaiError(
            _("%(periode)s belum mulai. Realisasi diisi sejak hari pertamanya.")
            % {"periode": periode}
        )
    pastikan_terbuka(penugasan_id=skp.penugasan_id, periode=periode)


def pastikan_rhk(skp: SKP, kunci: uuid.UUID) -> RencanaHasilKerja:
    """Return the RHK of ``skp`` with that key.

    Raises:
        MasukanSalahError: the plan has no such RHK.
    """
    rhk = RencanaHasilKerja.objects.filter(skp=skp, kunci=kunci).first()
    if rhk is None:
        raise MasukanSalahError(_("RHK itu tidak ada pada SKP yang berlaku. Muat ulang halaman."))
    return rhk


def catatan_wajib(catatan: str) -> str:
    """Return the trimmed note of a return.

    Raises:
        MasukanSalahError: empty or longer than 2,000 letters.
    """
    catatan = catatan.strip()
    if not catatan or len(catatan) > 2000:
        raise salah(
            "catatan",
            _("Catatan belum diisi. Tulis apa yang perlu dibetulkan, paling panjang 2.000 huruf."),
        )
    return catatan


def tulis_pemeriksaan(
    *,
    aktor: Aktor,
    kini: Realisasi | CapaianPegawai,
    aksi: str,
    daftar_peran: Collection[str],
    pada: dt.date,
    catatan: str,
) -> HasilLangkah:
    """Write the verification or return of a reported row: the step, who examined it and when."""
    return workflow.jalankan(
        objek=kini,
        jenis="realisasi" if isinstance(kini, Realisasi) else "capaian_pegawai",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=daftar_peran,
        pada=pada,
        alasan=catatan,
        bidang={
            "catatan": catatan,
            "pemeriksa_id": aktor.pegawai_id,
            "diperiksa_at": clock.sekarang(),
        },
    )

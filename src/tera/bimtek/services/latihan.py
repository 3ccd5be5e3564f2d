"""Practice in rating: a session begins, its cases are rated, it is finished against its key."""

import datetime as dt
import secrets
from collections.abc import Sequence

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tera.bimtek.isi import KODE_NILAI, TINGKAT, Kasus
from tera.bimtek.models import JenisSesi, PenilaianKasus, SesiLatihan
from tera.bimtek.selectors.isi import (
    kasus_berlaku,
    kasus_buatan,
    kasus_dinilai,
    kasus_instansi,
)
from tera.bimtek.selectors.latihan import (
    adalah_ahli,
    kunci_panel,
    kunci_penyusun,
    sudah_dilihat,
)
from tera.bimtek.services.dasar import pegawai_id
from tera.bimtek.undian import tarik
from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError, TidakBerwenangError
from tera.organisasi import kebijakan

PANJANG_CATATAN = 1000


@transaction.atomic
def mulai_latihan(*, aktor: Aktor, pada: dt.date) -> SesiLatihan:
    """Draw a new session, or return the one that still runs.

    Where the panel has keyed enough cases only those are drawn; else all are.

    Raises: TidakBerwenangError; MasukanSalahError: no cases are installed.
    """
    saya = pegawai_id(aktor)
    jumlah = int(
        kebijakan.nilai(instansi_id=aktor.instansi_id, kunci="bimtek.jumlah_kasus", pada=pada)
    )
    semua = list(kasus_instansi(instansi_id=aktor.instansi_id).values())
    berkunci = kunci_panel(instansi_id=aktor.instansi_id, kasus=semua)
    if len(berkunci) >= jumlah:
        semua = [satu for satu in semua if satu.kode in berkunci]
    benih = secrets.randbelow(2**31)
    kasus = tarik(
        semua,
        jumlah=jumlah,
        sudah=sudah_dilihat(pegawai_id=saya, jenis=JenisSesi.LATIHAN)
        | kasus_buatan(instansi_id=aktor.instansi_id, pegawai_id=saya),
        benih=benih,
    )
    return _mulai(aktor, saya, JenisSesi.LATIHAN, pada, kasus, benih)


@transaction.atomic
def mulai_panel(*, aktor: Aktor, pada: dt.date) -> SesiLatihan:
    """Give an expert the next cases to rate blind, by code so that the experts' cases overlap.

    A case whose key the expert saw in practice, wrote or checked isn't blind and isn't given.

    Raises:
        TidakBerwenangError: the aktor isn't a named expert.
        StatusTidakSesuaiError: no case is left.
    """
    saya = pegawai_id(aktor)
    if not adalah_ahli(aktor=aktor, pada=pada):
        raise TidakBerwenangError(
            _("Penilaian panel hanya untuk ahli yang ditunjuk pengelola kinerja instansi.")
        )
    jumlah = int(
        kebijakan.nilai(instansi_id=aktor.instansi_id, kunci="bimtek.jumlah_kasus", pada=pada)
    )
    dilihat = sudah_dilihat(pegawai_id=saya, jenis=JenisSesi.PANEL)
    berjalan = _berjalan(saya, JenisSesi.PANEL)
    if berjalan is not None:
        return berjalan
    dilihat |= sudah_dilihat(pegawai_id=saya, jenis=JenisSesi.LATIHAN)
    dilihat |= kasus_buatan(instansi_id=aktor.instansi_id, pegawai_id=saya)
    semua = kasus_instansi(instansi_id=aktor.instansi_id).values()
    sisa = [satu for satu in semua if satu.kode not in dilihat][:jumlah]
    if not sisa:
        raise StatusTidakSesuaiError(
            _("Semua kasus yang belum Anda ketahui kuncinya sudah Anda nilai. Terima kasih.")
        )
    return _mulai(aktor, saya, JenisSesi.PANEL, pada, sisa, 0)


def _berjalan(saya: int, jenis: JenisSesi) -> SesiLatihan | None:
    return SesiLatihan.objects.filter(
        pegawai_id=saya, jenis=jenis, selesai_pada__isnull=True
    ).first()


def _mulai(
    aktor: Aktor,
    saya: int,
    jenis: JenisSesi,
    pada: dt.date,
    kasus: Sequence[Kasus],
    benih: int,
) -> SesiLatihan:
    if not kasus:
        raise MasukanSalahError(
            _("Latihan belum bisa dimulai: pada pemasangan ini belum ada kasus. Hubungi admin.")
        )
    berjalan = _berjalan(saya, jenis)
    if berjalan is not None:
        return berjalan
    try:
        with transaction.atomic():
            sesi = SesiLatihan.objects.create(
                instansi_id=aktor.instansi_id,
                pegawai_id=saya,
                jenis=jenis,
                benih=benih,
                mulai_pada=pada,
            )
    except IntegrityError:
        return SesiLatihan.objects.get(pegawai_id=saya, jenis=jenis, selesai_pada__isnull=True)
    PenilaianKasus.objects.bulk_create(
        PenilaianKasus(sesi=sesi, urut=n, kasus=satu.kode, versi=satu.versi)
        for n, satu in enumerate(kasus, 1)
    )
    audit.catat_objek(aktor, "sesi_latihan", sesi.pk, "mulai", {"jenis": jenis, "benih": benih})
    return sesi


@transaction.atomic
def nilai_kasus(
    *, aktor: Aktor, sesi: SesiLatihan, urut: int, tingkat: Sequence[int], catatan: str
) -> PenilaianKasus:
    """Keep the seven levels of one case; may be changed until the session is finished.

    Raises:
        TidakBerwenangError: somebody else's session. StatusTidakSesuaiError: it is finished.
        MasukanSalahError: not seven levels of 0..2, or a note that is too long.
    """
    kini = _kunci(aktor, sesi)
    if len(tingkat) != len(KODE_NILAI) or not set(tingkat) <= set(range(len(TINGKAT))):
        raise MasukanSalahError(
            _("Kasus ini belum tersimpan: beri tingkat pada ketujuh nilai, lalu simpan lagi.")
        )
    bersih = catatan.strip()
    if len(bersih) > PANJANG_CATATAN:
        raise MasukanSalahError(
            _("Catatan terlalu panjang."),
            per_bidang={"catatan": [_("Paling panjang 1.000 huruf. Ringkaskan.")]},
        )
    satu = PenilaianKasus.objects.get(sesi=kini, urut=urut)
    satu.tingkat, satu.catatan = list(tingkat), bersih
    satu.save(update_fields=["tingkat", "catatan", "updated_at"])
    return satu


@transaction.atomic
def selesaikan_sesi(*, aktor: Aktor, sesi: SesiLatihan, pada: dt.date) -> SesiLatihan:
    """Finish a session: its key is kept with it, so that its result never changes.

    Raises:
        TidakBerwenangError: somebody else's. StatusTidakSesuaiError: finished, or a case has
        changed since it was drawn. MasukanSalahError: a case isn't rated yet.
    """
    kini = _kunci(aktor, sesi)
    daftar = list(kini.daftar_kasus.all())
    belum = [str(satu.urut) for satu in daftar if not satu.tingkat]
    if belum:
        raise MasukanSalahError(
            _("Belum bisa diselesaikan: kasus %(nomor)s belum dinilai. Nilai dulu kasus itu.")
            % {"nomor": ", ".join(belum)}
        )
    if kini.jenis == JenisSesi.LATIHAN:
        semua = kasus_dinilai(instansi_id=kini.instansi_id, penilaian=daftar, lama=False)
        kasus = [kasus_berlaku(satu, semua) for satu in daftar]
        tetap = [satu for satu in kasus if satu is not None]
        if len(tetap) < len(kasus):
            raise StatusTidakSesuaiError(
                _(
                    "Sebagian kasus dalam latihan ini sudah diganti dengan versi baru, jadi tidak "
                    "bisa dicocokkan lagi. Hapus latihan ini, lalu mulai yang baru."
                )
            )
        panel = kunci_panel(instansi_id=kini.instansi_id, kasus=tetap)
        kini.hasil = {
            "kunci": {
                satu.kode: list(panel[satu.kode].tingkat)
                if satu.kode in panel
                else kunci_penyusun(satu)
                for satu in tetap
            },
            "panel": sorted(panel),
        }
    kini.selesai_pada = pada
    kini.save(update_fields=["hasil", "selesai_pada", "updated_at"])
    audit.catat_objek(
        aktor, "sesi_latihan", kini.pk, "selesaikan", {"hasil": kini.hasil, "pada": pada}
    )
    return kini


@transaction.atomic
def hapus_sesi(*, aktor: Aktor, sesi: SesiLatihan) -> None:
    """Drop one's running session with what was rated in it: practice is nobody's record.

    Raises: TidakBerwenangError, StatusTidakSesuaiError: it is finished.
    """
    kini = _kunci(aktor, sesi)
    audit.catat_objek(aktor, "sesi_latihan", kini.pk, "hapus", {"jenis": kini.jenis})
    kini.delete()


def _kunci(aktor: Aktor, sesi: SesiLatihan) -> SesiLatihan:
    kini = SesiLatihan.objects.select_for_update().filter(pk=sesi.pk).first()
    if kini is None or kini.pegawai_id != pegawai_id(aktor):
        raise TidakBerwenangError(_("Latihan hanya dinilai oleh orang yang memulainya."))
    if kini.selesai_pada is not None:
        raise StatusTidakSesuaiError(
            _("Latihan ini sudah selesai dan tidak berubah lagi. Mulai latihan baru.")
        )
    return kini

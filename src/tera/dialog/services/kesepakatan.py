"""Agreements: made in a meeting or a session, done by one, changed only by both."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, workflow
from tera.core.aktor import Aktor
from tera.core.galat import StatusTidakSesuaiError, TidakBerwenangError
from tera.core.workflow import HasilLangkah
from tera.dialog.models import Kesepakatan, Pertemuan, SesiDiskusi
from tera.dialog.permissions import peran_kesepakatan, peran_pertemuan, peran_sesi
from tera.dialog.services.dasar import belum_batal, kabarkan, teks_wajib, tolak, wajib_ikut


@transaction.atomic
def tambah_kesepakatan(
    *,
    aktor: Aktor,
    asal: Pertemuan | SesiDiskusi,
    uraian: str,
    penanggung_jawab_id: int,
    tenggat: dt.date,
    pada: dt.date,
) -> Kesepakatan:
    """Record what was agreed, by whom and until when.

    In a meeting either of the two records and does it; in a session its leader records, and a
    participant does it.

    Raises: TidakBerwenangError, StatusTidakSesuaiError (called off), MasukanSalahError.
    """
    if isinstance(asal, Pertemuan):
        wajib_ikut(peran_pertemuan(aktor=aktor, pertemuan=asal))
        orang = {asal.pegawai_id, asal.mitra_id}
        lain = asal.mitra_id if penanggung_jawab_id == asal.pegawai_id else asal.pegawai_id
    else:
        wajib_ikut(peran_sesi(aktor=aktor, sesi=asal))
        orang = {*asal.daftar_peserta.values_list("pegawai_id", flat=True), asal.pemimpin_id}
        lain = asal.pemimpin_id
    belum_batal(asal)
    bersih = teks_wajib(uraian, "uraian", 500)
    if penanggung_jawab_id not in orang:
        tolak("penanggung_jawab", _("Pilih salah satu peserta sebagai penanggung jawab."))
    _periksa_tenggat(tenggat, pada)
    kesepakatan = Kesepakatan.objects.create(
        instansi_id=asal.instansi_id,
        pertemuan=asal if isinstance(asal, Pertemuan) else None,
        sesi=asal if isinstance(asal, SesiDiskusi) else None,
        uraian=bersih,
        penanggung_jawab_id=penanggung_jawab_id,
        pihak_lain_id=lain,
        tenggat=tenggat,
    )
    audit.catat_objek(
        aktor, "kesepakatan", kesepakatan.pk, "catat", {"uraian": bersih, "tenggat": tenggat}
    )
    return kesepakatan


@transaction.atomic
def selesaikan_kesepakatan(
    *, aktor: Aktor, kesepakatan: Kesepakatan, pada: dt.date
) -> HasilLangkah:
    """Say that it is done; either side may."""
    return _langkah("selesaikan", aktor, kesepakatan, pada, selesai_pada=pada)


@transaction.atomic
def usulkan_perubahan(
    *, aktor: Aktor, kesepakatan: Kesepakatan, uraian: str, tenggat: dt.date, pada: dt.date
) -> Kesepakatan:
    """Ask the other side for other words or another day; until they agree the old one stands.

    A leader who does it alone has nobody to ask: the change takes effect at once.

    Raises: TidakBerwenangError, StatusTidakSesuaiError (not open), MasukanSalahError.
    """
    kini = _kunci(aktor, kesepakatan)
    bersih = teks_wajib(uraian, "uraian", 500)
    _periksa_tenggat(tenggat, pada)
    if (bersih, tenggat) == (kini.uraian, kini.tenggat):
        tolak("uraian", _("Belum ada yang berubah. Ubah uraian atau tenggatnya, lalu kirim."))
    kini.usul_uraian, kini.usul_tenggat, kini.pengusul_id = bersih, tenggat, aktor.pegawai_id
    kini.save()
    audit.catat_objek(
        aktor, "kesepakatan", kini.pk, "usulkan", {"uraian": bersih, "tenggat": tenggat}
    )
    if kini.penanggung_jawab_id == kini.pihak_lain_id:
        return _ganti(aktor, kini, pada)
    kabarkan("kesepakatan_diusulkan", kini, oleh_id=aktor.pegawai_id)
    return kini


@transaction.atomic
def setujui_perubahan(*, aktor: Aktor, kesepakatan: Kesepakatan, pada: dt.date) -> Kesepakatan:
    """Agree to the proposed change: the old one is *diubah*, a new one stands; returns the new.

    Raises: TidakBerwenangError: one's own proposal. StatusTidakSesuaiError: none waits.
    """
    kini = _kunci(aktor, kesepakatan)
    _ada_usul(kini)
    if kini.pengusul_id == aktor.pegawai_id:
        raise TidakBerwenangError(_("Usul Anda sendiri menunggu persetujuan pihak lain."))
    return _ganti(aktor, kini, pada)


@transaction.atomic
def batalkan_usul(*, aktor: Aktor, kesepakatan: Kesepakatan) -> None:
    """Withdraw one's proposal, or decline the other side's: the agreement stays as it is."""
    kini = _kunci(aktor, kesepakatan)
    _ada_usul(kini)
    kini.usul_uraian, kini.usul_tenggat, kini.pengusul_id = "", None, None
    kini.save()
    audit.catat_objek(aktor, "kesepakatan", kini.pk, "batalkan_usul")


@transaction.atomic
def kabarkan_jatuh_tempo(*, instansi_id: int, pada: dt.date) -> int:
    """Say once of each open agreement that its day has come; returns how many."""
    daftar = list(
        Kesepakatan.objects.select_for_update(of=("self",)).filter(
            instansi_id=instansi_id,
            status=Kesepakatan.Status.TERBUKA,
            diingatkan_pada__isnull=True,
            tenggat__lte=pada,
        )
    )
    for satu in daftar:
        kabarkan(
            "kesepakatan_jatuh_tempo",
            satu,
            penanggung_jawab_id=satu.penanggung_jawab_id,
            pihak_lain_id=satu.pihak_lain_id,
        )
    Kesepakatan.objects.filter(pk__in=[satu.pk for satu in daftar]).update(diingatkan_pada=pada)
    return len(daftar)


def _ganti(aktor: Aktor, kini: Kesepakatan, pada: dt.date) -> Kesepakatan:
    uraian, tenggat = kini.usul_uraian, kini.usul_tenggat or kini.tenggat
    _langkah("ubah", aktor, kini, pada)
    baru = Kesepakatan.objects.create(
        instansi_id=kini.instansi_id,
        pertemuan_id=kini.pertemuan_id,
        sesi_id=kini.sesi_id,
        uraian=uraian,
        penanggung_jawab_id=kini.penanggung_jawab_id,
        pihak_lain_id=kini.pihak_lain_id,
        tenggat=tenggat,
        menggantikan=kini,
    )
    audit.catat_objek(
        aktor, "kesepakatan", baru.pk, "catat", {"uraian": uraian, "tenggat": tenggat}
    )
    return baru


def _kunci(aktor: Aktor, kesepakatan: Kesepakatan) -> Kesepakatan:
    wajib_ikut(peran_kesepakatan(aktor=aktor, kesepakatan=kesepakatan))
    kini = Kesepakatan.objects.select_for_update(of=("self",)).get(pk=kesepakatan.pk)
    if kini.status != Kesepakatan.Status.TERBUKA:
        raise StatusTidakSesuaiError(
            _("Kesepakatan ini sudah “%(status)s”, jadi tidak diubah lagi.")
            % {"status": kini.get_status_display()}
        )
    return kini


def _ada_usul(kesepakatan: Kesepakatan) -> None:
    if kesepakatan.pengusul_id is None:
        raise StatusTidakSesuaiError(
            _("Tidak ada usul perubahan yang menunggu. Muat ulang halaman.")
        )


def _periksa_tenggat(tenggat: dt.date, pada: dt.date) -> None:
    if tenggat < pada:
        tolak("tenggat", _("Tenggat itu sudah lewat. Pilih hari ini atau sesudahnya."))
    if tenggat > pada + dt.timedelta(days=2 * 366):
        tolak("tenggat", _("Tenggat itu lebih dari dua tahun lagi. Pilih yang lebih dekat."))


def _langkah(
    aksi: str, aktor: Aktor, kesepakatan: Kesepakatan, pada: dt.date, **bidang: object
) -> HasilLangkah:
    return workflow.jalankan(
        objek=kesepakatan,
        jenis="kesepakatan",
        aksi=aksi,
        aktor=aktor,
        daftar_peran=peran_kesepakatan(aktor=aktor, kesepakatan=kesepakatan),
        pada=pada,
        bidang=bidang,
    )

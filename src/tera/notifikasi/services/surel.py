"""Sending mail, at least once: a worker that dies between sending and marking sends it again.

The second copy carries the Message-ID of the first, so mailboxes that know it show one mail.
"""

import datetime as dt
import hashlib
import logging
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from tera.core import clock, locks
from tera.core.models import Pengguna
from tera.notifikasi.models import CaraSurel, Notifikasi, PengirimanSurel, PilihanNotifikasi
from tera.notifikasi.services.tulis import tempelkan
from tera.notifikasi.tampilan import kalimat_banyak

log = logging.getLogger(__name__)
BATAS_PERCOBAAN = 10
BATAS_PUTARAN = 200
#: More lines than this are a list to read in the product, not in a mail.
BATAS_BARIS = 20
_S = PengirimanSurel.Status


def kirim_menunggu(batas: int = BATAS_PUTARAN) -> int:
    """Send up to ``batas`` mails whose time has come; returns how many left. One sender at a time.

    While the mail server can't be reached nothing is tried and nothing counts as an attempt.
    """
    if not settings.TERA_SUREL_AKTIF or not _menunggu().exists():
        return 0
    with locks.coba("notifikasi.surel") as dapat:
        if not dapat:
            return 0
        sambungan = get_connection()
        try:
            sambungan.open()
        except OSError as galat:
            log.warning("mail: the server cannot be reached yet (%s)", type(galat).__name__)
            return 0
        try:
            daftar = list(_menunggu().order_by("kirim_at").values_list("pk", flat=True)[:batas])
            return sum(_kirim(pk, sambungan) for pk in daftar)
        finally:
            sambungan.close()


def _menunggu() -> Any:
    return PengirimanSurel.objects.filter(status=_S.MENUNGGU, kirim_at__lte=clock.sekarang())


def _kirim(pk: int, sambungan: Any) -> bool:
    surel = PengirimanSurel.objects.select_related("pegawai__akun", "instansi").get(pk=pk)
    if surel.percobaan >= BATAS_PERCOBAAN:
        # Its last attempt ended with the worker: an admin looks at it.
        _tandai(surel, _S.GAGAL, galat=surel.galat or "WorkerLost")
        return False
    # Written before sending: a mail that kills its worker waits longer each time.
    surel.percobaan += 1
    PengirimanSurel.objects.filter(pk=pk).update(
        percobaan=surel.percobaan,
        kirim_at=clock.sekarang() + dt.timedelta(minutes=2**surel.percobaan),
    )
    try:
        daftar = _isi(surel)
        if not daftar:
            _tandai(surel, _S.TIDAK_PERLU)
            return False
        susun_pesan(surel, daftar, sambungan).send()
    except Exception as galat:
        log.warning("mail: %s failed (%s)", pk, type(galat).__name__)
        habis = surel.percobaan >= BATAS_PERCOBAAN
        PengirimanSurel.objects.filter(pk=pk).update(
            galat=type(galat).__name__[:80], **({"status": _S.GAGAL} if habis else {})
        )
        return False
    tandai_terkirim(surel, [satu.pk for satu in daftar])
    return True


def _isi(surel: PengirimanSurel) -> list[Notifikasi]:
    """What there is still to say: unread, in groups not switched off meanwhile, to an address."""
    akun = surel.pegawai.akun
    if akun is None or not akun.is_active or not akun.surel:
        return []
    mati = PilihanNotifikasi.objects.filter(
        pegawai_id=surel.pegawai_id, surel=CaraSurel.TIDAK
    ).values("kelompok")
    return list(
        Notifikasi.objects.filter(surel=surel, dibaca_at__isnull=True)
        .exclude(kelompok__in=mati)
        .order_by("pk")
    )


def message_id(surel: PengirimanSurel) -> str:
    """Return the Message-ID of the row, the same at every attempt."""
    sidik = hashlib.sha256(f"{surel.pk}:{surel.kunci}".encode()).hexdigest()[:20]
    return f"<tera.{surel.pk}.{sidik}@{urlsplit(settings.TERA_ALAMAT).hostname or 'tera'}>"


def susun_pesan(
    surel: PengirimanSurel, daftar: list[Notifikasi], sambungan: Any = None
) -> EmailMultiAlternatives:
    """Return the mail in the reader's language: what and where to look, never what was decided."""
    akun = surel.pegawai.akun
    if not isinstance(akun, Pengguna):
        raise ValueError("mail without an account")
    pilihan = f"{settings.TERA_ALAMAT}{reverse('notifikasi:pilihan')}"
    with override(akun.bahasa or settings.LANGUAGE_CODE):
        tampil = daftar[:BATAS_BARIS]
        isi = {
            "nama": akun.nama_tampil,
            "nama_instansi": surel.instansi.nama,
            "bahasa": akun.bahasa or settings.LANGUAGE_CODE,
            "daftar": [
                (kalimat, f"{settings.TERA_ALAMAT}{reverse('notifikasi:buka', args=[satu.pk])}")
                for satu, kalimat in zip(tampil, kalimat_banyak(tampil), strict=True)
            ],
            "sisa": len(daftar) - len(tampil),
            "alamat": f"{settings.TERA_ALAMAT}{reverse('notifikasi:daftar')}",
            "pilihan": pilihan,
        }
        # The subject shows on locked screens: no names.
        judul = (
            _("Tera: %(kelompok)s") % {"kelompok": daftar[0].get_kelompok_display()}
            if len(daftar) == 1
            else _("Tera: %(n)s notifikasi untuk Anda") % {"n": len(daftar)}
        )
        pesan = EmailMultiAlternatives(
            judul,
            render_to_string("notifikasi/surel.txt", isi),
            to=[akun.surel],
            headers={
                "Message-ID": message_id(surel),
                "List-Unsubscribe": f"<{pilihan}>",
                "Auto-Submitted": "auto-generated",
            },
            connection=sambungan,
        )
        pesan.attach_alternative(render_to_string("notifikasi/surel.html", isi), "text/html")
    return pesan


@transaction.atomic
def tandai_terkirim(surel: PengirimanSurel, dikirim: list[int]) -> None:
    """Mark the mail sent; what joined it while it was leaving goes out with a mail of its own."""
    kini = PengirimanSurel.objects.select_for_update(of=("self",)).get(pk=surel.pk)
    _tandai(kini, _S.TERKIRIM)
    tertinggal = list(
        Notifikasi.objects.filter(surel=kini, dibaca_at__isnull=True, pk__gt=max(dikirim))
        .exclude(pk__in=dikirim)
        .values_list("pk", flat=True)
    )
    if not tertinggal:
        return
    susulan = PengirimanSurel(
        instansi_id=kini.instansi_id,
        pegawai_id=kini.pegawai_id,
        kunci=f"{kini.kunci[:90]}+{tertinggal[0]}",
        cara=kini.cara,
        kirim_at=clock.sekarang(),
        dibuat_at=clock.sekarang(),
    )
    tempelkan({susulan.kunci: susulan}, {susulan.kunci: tertinggal})


def _tandai(surel: PengirimanSurel, status: str, galat: str = "") -> None:
    PengirimanSurel.objects.filter(pk=surel.pk).update(
        status=status,
        galat=galat,
        terkirim_at=clock.sekarang() if status == _S.TERKIRIM else None,
    )

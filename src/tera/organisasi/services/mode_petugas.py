"""*Mode petugas*: an officer opens a person's own content, with a reason and a time limit.

The rule: being pengelola, auditor or admin lets one do the work of that part (periods, queues,
completion, imports, verification). It doesn't open what belongs to one person: the text of an SKP,
ratings, feedback, evidence. Selectors of the rooms let an officer reach a person's content only
while ``aktor.mode_petugas`` is set, and only under the unit of the officer's part. Every request
made meanwhile is written down and the person concerned sees it: who, when, why, which page.
"""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit, clock
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, TidakBerwenangError
from tera.core.models import SesiPetugas
from tera.organisasi import kebijakan
from tera.organisasi.models import PeranPetugas
from tera.organisasi.selectors.penilai import berlaku_pada

#: A trainer's part opens nothing that belongs to one person, so there is nothing to open it for.
TANPA_MODE = frozenset({PeranPetugas.Peran.PELATIH})
PANJANG_ALASAN = 20
MENIT_PALING_SEDIKIT = 15


def peran_petugas_aktif(*, aktor: Aktor, pada: dt.date) -> list[PeranPetugas]:
    """Return the parts of the aktor on ``pada`` that the mode serves; empty for everyone else."""
    if aktor.pegawai_id is None:
        return []
    return list(
        PeranPetugas.objects.filter(
            berlaku_pada(pada), instansi_id=aktor.instansi_id, pegawai_id=aktor.pegawai_id
        )
        .exclude(peran__in=TANPA_MODE)
        .select_related("unit")
        .order_by("pk")
    )


def jam_maksimum(*, aktor: Aktor, pada: dt.date) -> int:
    """Return the longest one session may last, hours, by policy."""
    return int(
        kebijakan.nilai(instansi_id=aktor.instansi_id, kunci="petugas.jam_maksimum", pada=pada)
    )


@transaction.atomic
def mulai_mode_petugas(*, aktor: Aktor, alasan: str, menit: int, pada: dt.date) -> SesiPetugas:
    """Begin *mode petugas* for ``menit`` minutes; a session that still runs is ended first.

    Raises:
        TidakBerwenangError: the aktor holds no PeranPetugas on ``pada``.
        MasukanSalahError: the reason is shorter than 20 characters, or the time outside the policy.
    """
    if aktor.pengguna_id is None or not peran_petugas_aktif(aktor=aktor, pada=pada):
        raise TidakBerwenangError(
            _(
                "Mode petugas hanya untuk pengelola kinerja, auditor, dan petugas lain yang "
                "ditunjuk dengan surat. Bila Anda baru ditunjuk, minta admin mencatat suratnya."
            )
        )
    alasan = " ".join(alasan.split())
    batas = 60 * jam_maksimum(aktor=aktor, pada=pada)
    per_bidang: dict[str, list[str]] = {}
    if len(alasan) < PANJANG_ALASAN:
        per_bidang["alasan"] = [
            _(
                "Alasan baru %(ada)d huruf; paling sedikit %(n)d. Tulis data siapa yang perlu "
                "dibuka dan untuk apa: alasan ini dibaca oleh orangnya."
            )
            % {"ada": len(alasan), "n": PANJANG_ALASAN}
        ]
    elif len(alasan) > 500:
        per_bidang["alasan"] = [_("Alasan terlalu panjang; paling banyak 500 huruf.")]
    if not MENIT_PALING_SEDIKIT <= menit <= batas:
        per_bidang["menit"] = [
            _("Lama mode petugas %(menit)d menit; yang boleh %(bawah)d sampai %(atas)d menit.")
            % {"menit": menit, "bawah": MENIT_PALING_SEDIKIT, "atas": batas}
        ]
    if per_bidang:
        raise MasukanSalahError(
            _("Mode petugas belum dimulai: perbaiki isian yang ditandai."), per_bidang=per_bidang
        )
    saat = clock.sekarang()
    SesiPetugas.objects.filter(pengguna_id=aktor.pengguna_id, diakhiri_at__isnull=True).update(
        diakhiri_at=saat
    )
    sesi = SesiPetugas.objects.create(
        pengguna_id=aktor.pengguna_id,
        instansi_id=aktor.instansi_id,
        alasan=alasan,
        mulai_at=saat,
        sampai_at=saat + dt.timedelta(minutes=menit),
    )
    audit.catat_objek(
        aktor, "mode_petugas", sesi.pk, "mulai", {"alasan": alasan, "sampai_at": sesi.sampai_at}
    )
    return sesi


@transaction.atomic
def akhiri_mode_petugas(*, aktor: Aktor) -> None:
    """End the aktor's *mode petugas*; nothing happens when none runs."""
    if aktor.mode_petugas is None or aktor.pengguna_id is None:
        return
    nomor = aktor.mode_petugas.id
    berubah = SesiPetugas.objects.filter(
        pk=nomor, pengguna_id=aktor.pengguna_id, diakhiri_at__isnull=True
    ).update(diakhiri_at=clock.sekarang())
    if berubah:
        audit.catat_objek(aktor, "mode_petugas", nomor, "akhiri")

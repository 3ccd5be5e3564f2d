"""Rencana aksi per RHK and period: add, change, remove, copy from the period before."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tera.core import audit
from tera.core.aktor import Aktor
from tera.core.galat import MasukanSalahError, StatusTidakSesuaiError
from tera.organisasi.models import Periode
from tera.organisasi.services.dasar_orang import salah
from tera.pelaksanaan.models import FaktorLuarKendali, ProgresHarian, RencanaAksi
from tera.pelaksanaan.services.dasar import (
    pastikan_boleh_isi,
    pastikan_rhk,
    yang_berlaku,
)
from tera.skp.models import SKP, RencanaHasilKerja

BATAS_PER_RHK = 50


@transaction.atomic
def tambah_rencana_aksi(
    *,
    aktor: Aktor,
    skp: SKP,
    periode: Periode,
    rhk_kunci: uuid.UUID,
    teks: str,
    target: str = "",
    pada: dt.date,
) -> RencanaAksi:
    """Add one rencana aksi; a period that hasn't begun may be planned ahead.

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError.
        MasukanSalahError: empty or too long; unknown RHK; more than fifty for one RHK.
    """
    pastikan_boleh_isi(aktor=aktor, skp=skp, periode=periode, pada=pada, sebelum_mulai=True)
    pastikan_rhk(skp, rhk_kunci)
    bidang = _isi(teks, target)
    ada = RencanaAksi.objects.filter(
        penugasan_id=skp.penugasan_id, periode=periode, rhk_kunci=rhk_kunci
    ).count()
    if ada >= BATAS_PER_RHK:
        raise salah(
            "teks", _("Satu RHK paling banyak 50 rencana aksi per periode. Gabungkan yang serupa.")
        )
    baru = RencanaAksi.objects.create(
        instansi_id=skp.instansi_id,
        pegawai_id=skp.pegawai_id,
        penugasan_id=skp.penugasan_id,
        skp=skp,
        periode=periode,
        rhk_kunci=rhk_kunci,
        urut=ada + 1,
        **bidang,
    )
    audit.catat_objek(aktor, "rencana_aksi", baru.pk, "tambah", bidang)
    return baru


@transaction.atomic
def ubah_rencana_aksi(
    *, aktor: Aktor, rencana: RencanaAksi, teks: str, target: str, pada: dt.date
) -> RencanaAksi:
    """Change the words or the target of one rencana aksi."""
    kini = _kunci(rencana)
    pastikan_boleh_isi(
        aktor=aktor, skp=yang_berlaku(kini.skp), periode=kini.periode, pada=pada, sebelum_mulai=True
    )
    bidang = _isi(teks, target)
    for nama, nilai in bidang.items():
        setattr(kini, nama, nilai)
    kini.save(update_fields=[*bidang, "updated_at"])
    audit.catat_objek(aktor, "rencana_aksi", kini.pk, "ubah", bidang)
    return kini


@transaction.atomic
def hapus_rencana_aksi(*, aktor: Aktor, rencana: RencanaAksi, pada: dt.date) -> None:
    """Remove one rencana aksi that no progres harian stands on; its evidence stays with the RHK.

    Raises:
        StatusTidakSesuaiError: progres harian stands on it, or a decision does.
    """
    kini = _kunci(rencana)
    pastikan_boleh_isi(
        aktor=aktor, skp=yang_berlaku(kini.skp), periode=kini.periode, pada=pada, sebelum_mulai=True
    )
    n = ProgresHarian.objects.filter(rencana_aksi=kini).count()
    if n:
        raise StatusTidakSesuaiError(
            _(
                "Rencana aksi ini dipakai %(n)d baris progres harian, jadi tidak dihapus. Ubah "
                "bunyinya, atau hapus dulu progresnya."
            )
            % {"n": n}
        )
    audit.catat_objek(aktor, "rencana_aksi", kini.pk, "hapus", {"teks": kini.teks})
    kini.delete()


@transaction.atomic
def salin_rencana_aksi(
    *, aktor: Aktor, skp: SKP, dari: Periode, ke: Periode, pada: dt.date
) -> list[RencanaAksi]:
    """Copy the rencana aksi of the period before; what is already there isn't doubled.

    Raises:
        MasukanSalahError: there was nothing (new) to copy.
    """
    pastikan_boleh_isi(aktor=aktor, skp=skp, periode=ke, pada=pada, sebelum_mulai=True)
    berlaku = set(RencanaHasilKerja.objects.filter(skp=skp).values_list("kunci", flat=True))
    ada = {
        (kunci, teks.casefold())
        for kunci, teks in RencanaAksi.objects.filter(
            penugasan_id=skp.penugasan_id, periode=ke
        ).values_list("rhk_kunci", "teks")
    }
    hasil = [
        tambah_rencana_aksi(
            aktor=aktor,
            skp=skp,
            periode=ke,
            rhk_kunci=satu.rhk_kunci,
            teks=satu.teks,
            target=satu.target,
            pada=pada,
        )
        for satu in RencanaAksi.objects.filter(penugasan_id=skp.penugasan_id, periode=dari)
        if satu.rhk_kunci in berlaku and (satu.rhk_kunci, satu.teks.casefold()) not in ada
    ]
    if not hasil:
        raise MasukanSalahError(
            _(
                "Tidak ada yang disalin: %(dari)s tidak punya rencana aksi yang belum ada di "
                "%(ke)s. Tambahkan langsung pada RHK-nya."
            )
            % {"dari": dari, "ke": ke}
        )
    return hasil


@transaction.atomic
def catat_faktor(
    *,
    aktor: Aktor,
    skp: SKP,
    periode: Periode,
    rhk_kunci: uuid.UUID,
    uraian: str,
    pada: dt.date,
) -> FaktorLuarKendali | None:
    """Write (or, left empty, take away) what was beyond control in one RHK and period.

    For the rater to weigh (PermenPANRB 6/2022 as read in secondary sources; the field is design).

    Raises:
        TidakBerwenangError, StatusTidakSesuaiError, MasukanSalahError.
    """
    pastikan_boleh_isi(aktor=aktor, skp=skp, periode=periode, pada=pada)
    pastikan_rhk(skp, rhk_kunci)
    uraian = uraian.strip()
    if len(uraian) > 2000:
        raise salah("uraian", _("Uraian lebih dari 2.000 huruf. Ringkas dulu."))
    kunci: dict[str, Any] = {
        "penugasan_id": skp.penugasan_id,
        "periode": periode,
        "rhk_kunci": rhk_kunci,
    }
    if not uraian:
        lama = FaktorLuarKendali.objects.filter(**kunci).first()
        if lama is not None:
            audit.catat_objek(aktor, "faktor", lama.pk, "hapus", {"uraian": lama.uraian})
            lama.delete()
        return None
    satu, _baru = FaktorLuarKendali.objects.update_or_create(
        **kunci,
        defaults={
            "instansi_id": skp.instansi_id,
            "pegawai_id": skp.pegawai_id,
            "skp": skp,
            "uraian": uraian,
        },
    )
    audit.catat_objek(aktor, "faktor", satu.pk, "catat", {"uraian": uraian})
    return satu


def _kunci(rencana: RencanaAksi) -> RencanaAksi:
    return (
        RencanaAksi.objects.select_for_update(of=("self",))
        .select_related("periode", "skp__penugasan__unit")
        .get(pk=rencana.pk)
    )


def _isi(teks: str, target: str) -> dict[str, str]:
    teks, target = teks.strip(), target.strip()
    if not teks:
        raise salah("teks", _("Rencana aksi masih kosong. Tulis apa yang akan dikerjakan."))
    if len(teks) > 1000:
        raise salah("teks", _("Rencana aksi lebih dari 1.000 huruf. Ringkas dulu."))
    if len(target) > 200:
        raise salah("target", _("Target lebih dari 200 huruf. Ringkas dulu."))
    return {"teks": teks, "target": target}
